//! After how many kilometres a complaint began.

use super::attach::Span;
use super::labels::Label;
use super::phrases::Tag;
use super::scene::Scene;
use super::scores::{count_at, count_before};
use super::tokens::Gap;
use super::words::List;

/// Kilometres of a mile.
const KM_PER_MILE: f64 = 1.609_344;

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
    let distance = distance_at(scene, at)?;
    let leads = leads(scene, distance.span.first) || follows_in(scene, distance.span.end);
    leads.then_some(Onset { km: distance.km, at })
}

/// A number of kilometres or miles.
pub(super) struct Distance {
    pub km: f64,
    pub span: Span,
}

/// The distance whose number stands here.
pub(super) fn distance_at(scene: &Scene<'_>, at: usize) -> Option<Distance> {
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
    let first = match (unit_before, before) {
        (Some(_), Some(tag)) => tag.first,
        _ => at,
    };
    let unit = unit_after.or(unit_before)?;
    let end = at + 1 + usize::from(unit_after.is_some());
    Some(Distance { km: f64::from(number.value) * unit, span: Span { first, end } })
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
    let is_in = scene.is_one_of(at, List::Round);
    let ends = scene.gap(at + 1) >= Gap::Bracket || scene.tokens.get(at + 1).is_none();
    is_in && ends
}
