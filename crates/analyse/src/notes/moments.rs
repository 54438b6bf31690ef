//! When it hurt.

use super::attach::{Attach, Span};
use super::labels::Label;
use super::onsets::Onset;
use super::phrases::Tag;
use super::scene::Scene;
use super::scores::count_at;
use super::tokens::Gap;
use super::words::List;
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

/// The moment of what is told at one place, and whether that is the day after.
pub(super) fn moment(attach: &Attach<'_>, span: Span, onset: Option<Onset>) -> (Moment, bool) {
    let scene = attach.scene;
    if has(scene, span, Label::Since) && has_anywhere(scene, &[Label::Easy, Label::Instead]) {
        return (Moment::Before, false);
    }
    if is_since_then(scene, span) || is_since_yesterday(scene, span) {
        return (Moment::After, false);
    }
    let cue = nearest_cue(attach, span);
    // "from km 9 on", "after 45 min", "fine until the bridge, then the knee": "then" and "after" count along the run.
    let is_along = cue.is_some_and(|tag| is_sequence(scene, tag) && follows_a_stretch(scene, span))
        || cue.is_some_and(|tag| tag.meaning.is(Label::After) && is_before_distance(scene, tag.end));
    let is_counted = onset.is_some() || is_at_numbered(scene, span);
    match cue.map(|tag| (moment_of(tag), tag.meaning.is(Label::NextDay))) {
        Some(_) if is_along => (Moment::During, false),
        Some((Moment::Before, _)) | None if is_counted => (Moment::During, false),
        Some(found) => found,
        None if is_carried(attach, span) || follows_a_stretch(scene, span) => (Moment::During, false),
        None => (Moment::Unknown, false),
    }
}

/// A bare "then" that is a word for "later" too.
fn is_sequence(scene: &Scene<'_>, tag: &Tag) -> bool {
    let is_all_along = |at: usize| scene.is_one_of(at, List::AllAlong);
    let is_run = |at: usize| {
        let is_word = scene.is_one_of(at, List::Runs);
        is_word && scene.tokens.get(at + 1).is_some_and(|token| token.number.is_some())
    };
    // "during 0, then 3", "run 1, then 3": the run is told of as a whole.
    let sentence = scene.sentence_at(tag.first);
    let mut before = (0..tag.first).rev().take_while(|at| scene.sentence_at(*at) == sentence);
    !before.any(|at| is_all_along(at) || is_run(at))
        && tag.end - tag.first == 1
        && scene.is_one_of(tag.first, List::Then)
}

/// Whether a stretch of the run was told of before: "until the canal", "the first 16 km", or "… then".
fn follows_a_stretch(scene: &Scene<'_>, span: Span) -> bool {
    let sentence = scene.sentence_at(span.first);
    let clause = scene.clause_at(span.first);
    let mut before = scene.before(span.first).take_while(|tag| scene.sentence_at(tag.first) == sentence);
    before.any(|tag| {
        let is_earlier = scene.clause_at(tag.first) < clause && tag.meaning.is(Label::Until);
        is_earlier || tag.meaning.is(Label::Then) && tag.first > 0 && !is_after_finish(scene, tag.first)
    })
}

/// "10 km and then a shower, then the knee": a word of "afterwards" stood before.
fn is_after_finish(scene: &Scene<'_>, at: usize) -> bool {
    let sentence = scene.sentence_at(at);
    scene.time.iter().any(|tag| {
        let is_after = tag.meaning.is_any(&[Label::After, Label::Morning]) && !is_sequence(scene, tag);
        is_after && scene.sentence_at(tag.first) == sentence
    })
}

/// "after 45 min", "depois do km 9": a distance or minutes right behind a word.
fn is_before_distance(scene: &Scene<'_>, at: usize) -> bool {
    let is_unit = |at: usize| {
        let is_minute =
            scene.tokens.get(at).is_some_and(|token| token.word.starts_with("min") || token.word == "mn");
        is_minute || count_at(scene, at).is_some_and(|tag| tag.meaning.is_any(&[Label::Km, Label::Mile]))
    };
    let is_number = |at: usize| {
        scene.tokens.get(at).is_some_and(|token| token.gap <= Gap::Space && token.number.is_some())
    };
    // "después de los 10 km" is the whole race.
    let word = scene.tokens.get(at).map(|token| token.word.as_str()).unwrap_or_default();
    let far = if scene.words.has(List::WholeRun, word) || scene.gap(at) > Gap::Space { at } else { at + 1 };
    (at..=far).any(|at| is_number(at) && is_unit(at + 1) || is_unit(at) && is_number(at + 1))
}

/// "yesterday 18 km, today knee pain".
fn is_since_yesterday(scene: &Scene<'_>, span: Span) -> bool {
    let is = |at: usize, words: List| scene.is_one_of(at, words);
    let sentence = scene.sentence_at(span.first);
    let mut before = (0..span.first).rev().take_while(|at| scene.sentence_at(*at) == sentence);
    before.any(|at| is(at, List::Today)) && before.any(|at| is(at, List::Yesterday))
}

/// "sore since": a clause that ends so means since the run.
fn is_since_then(scene: &Scene<'_>, span: Span) -> bool {
    let last = scene.clause(span.first).and_then(|clause| scene.tokens.get(clause.end.checked_sub(1)?));
    last.is_some_and(|token| ["since", "seither", "seitdem", "depuis"].contains(&token.word.as_str()))
}

/// "with a sore knee".
fn is_carried(attach: &Attach<'_>, span: Span) -> bool {
    let scene = attach.scene;
    scene.time.iter().filter(|tag| tag.meaning.is(Label::Carrying)).any(|tag| {
        let is_near = tag.end <= span.first && span.first - tag.end <= 2;
        let clause = scene.clause(span.first).map_or(0, |clause| clause.first);
        // "the knee with its old tricks": what the knee has is not carried.
        let is_of_knee =
            attach.mentions.iter().any(|mention| mention.first >= clause && mention.end <= tag.first);
        // "with a knee that stabs": the knee stands between.
        let leads = attach.mentions.iter().any(|mention| {
            mention.first >= tag.end && mention.first - tag.end <= 2 && mention.end <= span.first
        });
        (is_near || leads) && !is_of_knee && scene.clause_at(tag.first) == scene.clause_at(span.first)
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
        .filter(|tag| scene.clause_at(tag.first) == clause || !is_now(scene, tag))
        .min_by_key(|tag| far(tag))
}

/// "Now" is of its own clause: "knee worse, taking a break now".
fn is_now(scene: &Scene<'_>, tag: &Tag) -> bool {
    scene.is_one_of(tag.first, List::Now)
}

fn has(scene: &Scene<'_>, span: Span, label: Label) -> bool {
    let sentence = scene.sentence_at(span.first);
    scene.time.iter().any(|tag| tag.meaning.is(label) && scene.sentence_at(tag.first) == sentence)
}

fn has_anywhere(scene: &Scene<'_>, labels: &[Label]) -> bool {
    scene.time.iter().chain(&scene.main).any(|tag| tag.meaning.is_any(labels))
}

/// "rep 4", "mile 3": a numbered part of the run in the same clause.
fn is_at_numbered(scene: &Scene<'_>, span: Span) -> bool {
    let clause = scene.clause_at(span.first);
    // "…, right side, km 8": a clause that is only a number belongs to the sentence.
    let is_only = |at: usize| {
        let length = scene.clause(at).map_or(0, |clause| clause.end - clause.first);
        length <= 3 && scene.sentence_at(at) == scene.sentence_at(span.first)
    };
    scene.count.iter().any(|tag| {
        let is_near = scene.clause_at(tag.first) == clause || is_only(tag.first);
        let is_lap =
            || scene.time.iter().any(|time| time.meaning.is(Label::During) && time.first == tag.first);
        let is_part =
            tag.meaning.is_any(&[Label::Km, Label::Mile]) || tag.meaning.is(Label::UnitBefore) && is_lap();
        let next = scene.tokens.get(tag.end);
        is_near && is_part && next.is_some_and(|next| next.number.is_some() && next.gap <= Gap::Space)
    })
}
