//! What is a complaint only when nothing else is said of the knee: a knee given as the reason to stop, a knee
//! again, a knee left out of the praise, a knee and not a word more.

use super::attach::{Attach, Span};
use super::doubts::is_treated;
use super::evidence::{Clue, ClueKind};
use super::labels::{Label, Meaning};
use super::mentions::{Knee, Mention, Part};
use super::onsets::distance_at;
use super::phrases::Tag;
use super::polarity::{is_denied, is_meant};
use super::scene::Scene;
use super::scores::count_at;
use super::stops::{is_cut_down, reason_to_stop};
use super::tokens::Gap;
use super::words::List;
use std::ops::Range;

/// One mention of a knee that nothing was said of.
struct Silent {
    index: usize,
    knee: Knee,
    span: Span,
}

/// The weak complaints of a text; `well` are the mentions that were praised.
pub(super) fn weak_clues(attach: &Attach<'_>, well: &[usize]) -> Vec<Clue> {
    let (silent, praised): (Vec<Silent>, Vec<Silent>) =
        silent(attach).into_iter().partition(|silent| !well.contains(&silent.index));
    let mut found: Vec<Clue> = Vec::new();
    let stops = attach.scene.main.iter().filter_map(|tag| reason_to_stop(attach, tag));
    found.extend(stops.filter(|clue| {
        silent.iter().any(|silent| silent.index == clue.mention && silent.fits(attach.scene, clue))
    }));
    found.extend(silent.iter().filter_map(|silent| left_out(attach, silent)));
    // "all good apart from the knee": the praise stands nearest to the knee, but is of the rest.
    found.extend(
        praised
            .iter()
            .filter(|silent| is_excepted(attach, silent))
            .filter_map(|silent| left_out(attach, silent)),
    );
    if found.is_empty() && well.is_empty() {
        found.extend(silent.iter().filter_map(|silent| bare(attach, silent)));
    }
    found
}

/// The knees that are meant and not denied themselves.
fn silent(attach: &Attach<'_>) -> Vec<Silent> {
    let knees = attach.mentions.iter().enumerate().filter_map(|(index, mention)| {
        let span = Span { first: mention.first, end: mention.end };
        Some(Silent { index, knee: mention.knee()?, span })
    });
    knees
        .filter(|silent| is_meant(attach.scene, silent.span))
        .filter(|silent| !is_denied(attach.scene, silent.span) || is_set_against(attach, silent))
        .collect()
}

impl Silent {
    /// A tight band is no complaint unless it ended the run, or is back and nobody says that it is only tight or rolled.
    fn fits(&self, scene: &Scene<'_>, clue: &Clue) -> bool {
        let sentence = scene.sentence_at(clue.span.first);
        let is_more = |tag: &Tag| {
            let is_tight = tag.meaning.is(Label::Near) && !tag.meaning.is(Label::Again);
            (is_tight || tag.meaning.is(Label::Treat)) && scene.sentence_at(tag.first) == sentence
        };
        let is_back = || clue.kind == ClueKind::Again && !scene.main.iter().any(is_more);
        !self.knee.is_band || clue.kind == ClueKind::Stopped || is_back()
    }

    const fn clue(&self, kind: ClueKind) -> Clue {
        Clue { kind, span: self.span, mention: self.index, points: None }
    }
}

/// Whether words are a side, "my", or add nothing.
pub(super) fn is_only(scene: &Scene<'_>, mut words: Range<usize>) -> bool {
    words.all(|at| {
        let is_side = scene.side.iter().any(|tag| (tag.first..tag.end).contains(&at));
        let is_empty = scene.is_one_of(at, List::Empty);
        is_side || is_empty || scene.main_at(at).is_some_and(|tag| tag.meaning.is(Label::Mine))
    })
}

/// "fine to 12 k, then knee": praise before a knee that "then" leads to is of what was before.
pub(super) fn is_after_then(attach: &Attach<'_>, praise: Span, mention: usize) -> bool {
    let scene = attach.scene;
    let Some(knee) = attach.mentions.get(mention) else { return false };
    let is_before = praise.end <= knee.first && scene.clause_at(praise.first) != scene.clause_at(knee.first);
    is_before && leader(attach, knee.first).is_some_and(|meaning| meaning.is(Label::Then))
}

/// "apart from the knee, a lovely run", "legs good, knee not".
fn left_out(attach: &Attach<'_>, silent: &Silent) -> Option<Clue> {
    let scene = attach.scene;
    let sentence = scene.sentence_at(silent.span.first);
    let is_praise = |tag: &&Tag| {
        let span = Span { first: tag.first, end: tag.end };
        tag.meaning.is_any(&[Label::Fine, Label::Praise])
            && scene.sentence_at(tag.first) == sentence
            && !is_denied(scene, span)
    };
    let has_praise = || {
        scene
            .main
            .iter()
            .filter(is_praise)
            .any(|tag| is_meant(scene, Span { first: tag.first, end: tag.end }))
    };
    let is_left = (is_excepted(attach, silent) || is_not_so(attach, silent)) && has_praise()
        || is_set_against(attach, silent);
    let is_left = is_left && !silent.knee.is_band;
    is_left.then(|| silent.clue(ClueKind::LeftOut))
}

fn is_excepted(attach: &Attach<'_>, silent: &Silent) -> bool {
    leader(attach, silent.span.first).is_some_and(|meaning| meaning.is(Label::Except))
}

/// "knee didn't": a clause that ends in a denial of what was said before it.
fn is_not_so(attach: &Attach<'_>, silent: &Silent) -> bool {
    let scene = attach.scene;
    let Some(clause) = scene.clause(silent.span.first) else { return false };
    let mut after = scene.after(silent.span.end).take_while(|tag| tag.first < clause.end);
    let is_last = !is_spared(scene, clause.first)
        && after.next().is_some_and(|tag| tag.meaning.is(Label::Not) && tag.end == clause.end);
    is_last && clause.first > 0 && scene.gap(clause.first) < Gap::Stop
}

/// "legs great, but the knee had other plans": a clause of its own that begins with the knee and says nothing good of it,
/// and nothing of any treatment, person or other part.
fn is_set_against(attach: &Attach<'_>, silent: &Silent) -> bool {
    let scene = attach.scene;
    let Some(clause) = scene.clause(silent.span.first) else { return false };
    let begins = scene.begins_with(clause.first, Label::But);
    let is_near = silent.span.first - clause.first <= 3;
    let goes_on = clause.end - silent.span.end >= 2;
    let of_clause = |tag: &&Tag| tag.first >= clause.first && tag.end <= clause.end;
    let is_other = |tag: &Tag| tag.meaning.is_any(&ELSE);
    begins
        && is_near
        && goes_on
        && !is_spared(scene, clause.first)
        && !scene.main.iter().filter(of_clause).any(is_other)
}

/// "my legs hurt but my knees didn't": the clause before is a complaint.
fn is_spared(scene: &Scene<'_>, first: usize) -> bool {
    let before = first.checked_sub(1).map(|at| scene.clause_at(at));
    let is_before = |tag: &&Tag| Some(scene.clause_at(tag.first)) == before;
    scene.main.iter().filter(is_before).any(|tag| {
        tag.meaning.is(Label::Strong) && !is_denied(scene, Span { first: tag.first, end: tag.end })
    })
}

/// What a clause against the praise may not speak of.
const ELSE: [Label; 8] = [
    Label::Fine,
    Label::Treat,
    Label::Skin,
    Label::Mask,
    Label::Other,
    Label::Person,
    Label::Pain,
    Label::Elsewhen,
];

/// The word that leads to a knee, at most two words before it.
fn leader(attach: &Attach<'_>, knee: usize) -> Option<Meaning> {
    let tag = attach.scene.before(knee).find(|tag| !tag.meaning.is(Label::Mine))?;
    let is_close = (tag.end..=knee).all(|at| attach.scene.gap(at) <= Gap::Space);
    (knee - tag.end <= 2 && is_close).then_some(tag.meaning)
}

/// A note that is only a knee, a knee alone in brackets, or one that ends a sentence: "fine to 12 k, then knee".
fn bare(attach: &Attach<'_>, silent: &Silent) -> Option<Clue> {
    let scene = attach.scene;
    let clause = scene.clause(silent.span.first)?;
    let is_rest = |from: usize, to: usize| {
        is_only(scene, from..silent.span.first) && is_only(scene, silent.span.end..to)
    };
    let is_sentence_end = scene.gap(clause.end) == Gap::Stop;
    let is_alone = is_rest(clause.first, clause.end);
    let is_bracketed =
        is_alone && scene.gap(clause.first) == Gap::Bracket && !is_of_another_part(attach, clause.first);
    let is_whole = is_alone && clause.end - clause.first == scene.tokens.len();
    let is_sentence =
        is_alone && (clause.first == 0 || scene.gap(clause.first) == Gap::Stop) && is_sentence_end;
    let is_one = !silent.knee.is_many;
    let follows = |label: Label| is_sentence && is_in_sentence_before(attach, clause.first, label);
    if is_excepted(attach, silent) {
        return None;
    }
    if silent.knee.is_band {
        return follows(Label::Stop).then(|| silent.clue(ClueKind::Bare));
    }
    let is_after_trouble = follows(Label::Stop) || follows(Label::Pain);
    let is_of_list =
        scene.gap(clause.end) == Gap::Comma && !silent.knee.is_many && !is_treated(scene, silent.span);
    let is_tail = (is_sentence_end || is_of_list)
        && is_rest(silent.span.first, clause.end)
        && !is_left_well(scene, clause.first)
        && leader(attach, silent.span.first)
            .is_some_and(|meaning| meaning.is_any(&[Label::Then, Label::But]));
    let is_reason = is_alone && is_sentence_end && is_cut_down(scene, scene.sentence_at(clause.first));
    let is_last = is_alone
        && is_one
        && clause.end == scene.tokens.len()
        && scene.gap(clause.first) == Gap::Comma
        && !speaks_of_more(attach, silent.span.first);
    let is_bare = is_last
        || is_one && is_placed(attach, silent.span)
        || is_reason
        || is_bracketed
        || is_whole
        || is_sentence && is_one
        || is_after_trouble
        || is_tail;
    is_bare.then(|| silent.clue(ClueKind::Bare))
}

/// "right knee, outside, from km 4": a sentence that says no more than which knee, where, and since which distance.
fn is_placed(attach: &Attach<'_>, knee: Span) -> bool {
    let scene = attach.scene;
    let sentence = scene.sentence_at(knee.first);
    let words = || (0..scene.tokens.len()).filter(|at| scene.sentence_at(*at) == sentence);
    let is_in = |layer: &[Tag], at: usize| layer.iter().any(|tag| (tag.first..tag.end).contains(&at));
    let is_place = |at: usize| {
        let is_number = scene.tokens.get(at).is_some_and(|token| token.number.is_some());
        is_number || is_in(&scene.count, at) || is_in(&scene.beside, at) || is_only(scene, at..at + 1)
    };
    let has_at = words().any(|at| count_at(scene, at).is_some_and(|tag| tag.meaning.is(Label::At)));
    let has_side = words().any(|at| is_in(&scene.side, at));
    words().all(|at| (knee.first..knee.end).contains(&at) || is_place(at))
        && words().any(|at| distance_at(scene, at).is_some())
        && (has_at || has_side)
}

/// Whether a sentence names another part, a person or a treatment: its last word may be one of a list.
fn speaks_of_more(attach: &Attach<'_>, at: usize) -> bool {
    let scene = attach.scene;
    let sentence = scene.sentence_at(at);
    let is_part =
        |mention: &Mention| mention.what == Part::Other && scene.sentence_at(mention.first) == sentence;
    let is_more = |tag: &Tag| {
        tag.meaning.is_any(&[Label::Treat, Label::Person, Label::Mask, Label::Skin, Label::Not])
            && scene.sentence_at(tag.first) == sentence
    };
    attach.mentions.iter().any(is_part) || scene.main.iter().any(is_more)
}

/// "sore everything but the knees": what is left out of a complaint without a comma is well.
fn is_left_well(scene: &Scene<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1).and_then(|at| scene.clause(at)) else { return false };
    let mut tags = scene.before(first).take_while(|tag| tag.first >= before.first);
    scene.gap(first) <= Gap::Space
        && scene.begins_with(first, Label::But)
        && tags.any(|tag| tag.meaning.is(Label::Pain))
}

/// "new capris (below the knee)": brackets tell more of what stands before them.
fn is_of_another_part(attach: &Attach<'_>, bracket: usize) -> bool {
    let scene = attach.scene;
    let Some(before) = bracket.checked_sub(1).map(|at| scene.clause_at(at)) else { return false };
    let is_there = |mention: &&Mention| scene.clause_at(mention.first) == before;
    attach.mentions.iter().filter(is_there).any(|mention| mention.what == Part::Other)
}

/// "DNF. Knee.", "Ouch. Knee."
fn is_in_sentence_before(attach: &Attach<'_>, first: usize, label: Label) -> bool {
    let scene = attach.scene;
    let Some(before) = scene.sentence_at(first).checked_sub(1) else { return false };
    let mut tags = scene.before(first).take_while(|tag| scene.sentence_at(tag.first) == before);
    tags.any(|tag| tag.meaning.is(label))
}
