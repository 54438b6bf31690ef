//! When it hurt, and after how many kilometres it began.

use super::attach::{Attach, Span};
use super::labels::Label;
use super::phrases::Tag;
use super::scene::Scene;
use super::scores::{count_at, count_before};
use super::tokens::Gap;
use serde::{Deserialize, Serialize};

/// Moment of the worst complaint that a note tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// At the start, or sore for days.
    Before,
    During,
    /// From the finish to the days after.
    After,
    /// On getting up.
    Morning,
    /// The words do not say.
    Unknown,
}

/// Metres of a mile, in kilometres.
const KM_PER_MILE: f64 = 1.609_344;

/// The moment of what is told at one place, and whether that is the day after.
pub(super) fn moment(attach: &Attach<'_>, span: Span, onset: Option<Onset>) -> (Moment, bool) {
    let scene = attach.scene;
    if has(scene, span, Label::Since) && has_anywhere(scene, Label::Easy) {
        return (Moment::Before, false);
    }
    let by_words = nearest_cue(attach, span).map(|tag| (moment_of(tag), tag.meaning.is(Label::NextDay)));
    let is_counted = onset.is_some() || is_at_numbered(scene, span);
    match by_words {
        Some((Moment::Before, _)) | None if is_counted => (Moment::During, false),
        Some(found) => found,
        None if is_carried(attach, span) => (Moment::During, false),
        None => (Moment::Unknown, false),
    }
}

/// "with a sore knee".
fn is_carried(attach: &Attach<'_>, span: Span) -> bool {
    let scene = attach.scene;
    scene.time.iter().filter(|tag| tag.meaning.is(Label::Carrying)).any(|tag| {
        let is_near = tag.end <= span.first && span.first - tag.end <= 2;
        is_near && scene.clause_at(tag.first) == scene.clause_at(span.first)
    })
}

fn moment_of(tag: &Tag) -> Moment {
    let moments = [
        (Label::Morning, Moment::Morning),
        (Label::After, Moment::After),
        (Label::Before, Moment::Before),
        (Label::During, Moment::During),
    ];
    let found = moments.into_iter().find(|(label, _)| tag.meaning.is(*label));
    found.map_or(Moment::Unknown, |(_, moment)| moment)
}

const CUES: [Label; 4] = [Label::Before, Label::During, Label::After, Label::Morning];

/// The word of time nearest to a span, in its clause first, then in its sentence.
fn nearest_cue<'a>(attach: &Attach<'a>, span: Span) -> Option<&'a Tag> {
    let scene = attach.scene;
    let sentence = scene.sentence_at(span.first);
    let clause = scene.clause_at(span.first);
    let far = |tag: &Tag| {
        let apart =
            if tag.end <= span.first { span.first - tag.end } else { tag.first.saturating_sub(span.end) };
        let clauses = scene.clause_at(tag.first).abs_diff(clause);
        apart + clauses * 8
    };
    scene
        .time
        .iter()
        .filter(|tag| tag.meaning.is_any(&CUES) && !tag.meaning.is(Label::NotWhen))
        .filter(|tag| scene.sentence_at(tag.first) == sentence && !attach.is_mentioned(tag))
        .min_by_key(|tag| far(tag))
}

fn has(scene: &Scene<'_>, span: Span, label: Label) -> bool {
    let sentence = scene.sentence_at(span.first);
    scene.time.iter().any(|tag| tag.meaning.is(label) && scene.sentence_at(tag.first) == sentence)
}

fn has_anywhere(scene: &Scene<'_>, label: Label) -> bool {
    scene.time.iter().any(|tag| tag.meaning.is(label))
}

/// "rep 4", "mile 3": a numbered part of the run in the same clause.
fn is_at_numbered(scene: &Scene<'_>, span: Span) -> bool {
    let clause = scene.clause_at(span.first);
    scene.count.iter().any(|tag| {
        let is_near = scene.clause_at(tag.first) == clause;
        let is_lap =
            || scene.time.iter().any(|time| time.meaning.is(Label::During) && time.first == tag.first);
        let is_part =
            tag.meaning.is_any(&[Label::Km, Label::Mile]) || tag.meaning.is(Label::UnitBefore) && is_lap();
        let next = scene.tokens.get(tag.end);
        is_near && is_part && next.is_some_and(|next| next.number.is_some() && next.gap <= Gap::Space)
    })
}

/// Where a complaint began.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Onset {
    pub km: f64,
    pub at: usize,
}

/// Distances after words such as "at", "from", "until", with what they belong to; where one only stopped is
/// none.
pub(super) fn onsets(scene: &Scene<'_>) -> Vec<Onset> {
    (0..scene.tokens.len()).filter_map(|at| onset_at(scene, at)).collect()
}

fn onset_at(scene: &Scene<'_>, at: usize) -> Option<Onset> {
    let number = scene.tokens.get(at)?.number?;
    if number.is_clock || number.of.is_some() || number.value <= 0.0 {
        return None;
    }
    let is_near = |tag: &&Tag| scene.gap(tag.first) <= Gap::Space;
    let after = count_at(scene, at + 1).filter(is_near);
    let before = count_before(scene, at).filter(|_| scene.gap(at) <= Gap::Space);
    let unit_of = |tag: &Tag| {
        if tag.meaning.is(Label::Km) {
            Some(1.0)
        } else if tag.meaning.is(Label::Mile) {
            Some(KM_PER_MILE)
        } else {
            None
        }
    };
    let unit_after = after.and_then(unit_of);
    let unit_before = before.and_then(unit_of);
    // The word before the number, or before "km 5".
    let start = match (unit_before, before) {
        (Some(_), Some(tag)) => tag.first,
        _ => at,
    };
    let leads = leads(scene, start) || follows_in(scene, at + 1 + usize::from(unit_after.is_some()));
    let unit = unit_after.or(unit_before).filter(|_| leads)?;
    Some(Onset { km: f64::from(number.value) * unit, at })
}

/// Whether "at", "from", "until" stands up to two words before.
fn leads(scene: &Scene<'_>, start: usize) -> bool {
    let near = start.saturating_sub(2)..=start;
    near.into_iter().any(|end| {
        let is_at = count_before(scene, end).is_some_and(|tag| tag.meaning.is(Label::At));
        let is_until =
            scene.before(end).next().is_some_and(|tag| tag.end == end && tag.meaning.is(Label::Until));
        let is_close = (end..=start).skip(1).all(|at| scene.gap(at) <= Gap::Space);
        (is_at || is_until) && is_close
    })
}

/// "12k in".
fn follows_in(scene: &Scene<'_>, at: usize) -> bool {
    let is_in =
        scene.tokens.get(at).is_some_and(|token| ["in", "into", "ish"].contains(&token.word.as_str()));
    let ends = scene.gap(at + 1) >= Gap::Bracket || scene.tokens.get(at + 1).is_none();
    is_in && ends
}
