//! The marks of the chart, from the back to the front.

use super::draw::{Paper, Places};
use super::timeline::{Pair, Timeline};
use crate::charts::axis::{escaped, px};
use kneewise_types::Date;
use std::fmt::Write;

/// Room that a note takes, both ways.
const NOTE_WIDTH: f64 = 170.0;
const NOTE_HEIGHT: f64 = 36.0;

/// The largest value of the upper lane; an advised length far above every run does not press the bars down.
pub(super) fn most(timeline: &Timeline) -> f64 {
    let bar = timeline.slots.iter().filter_map(|slot| slot.value).fold(0.0, f64::max);
    let band = timeline.slots.iter().filter_map(|slot| slot.advised).fold(0.0, f64::max);
    let most = bar.max(band.min(bar * 1.6));
    if most > 0.0 { most } else { band.max(1.0) }
}

pub(super) fn worst_pain(timeline: &Timeline) -> f64 {
    let pains = timeline.slots.iter().flat_map(|slot| [slot.morning, slot.run_pain]);
    pains.flatten().map(f64::from).fold(0.0, f64::max)
}

/// Days between two dates below the axis: whole weeks that have the room asked for.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred days at most")]
pub(super) fn whole_weeks(slots: f64, days_a_slot: u32) -> u32 {
    let weeks = (slots * f64::from(days_a_slot) / 7.0).ceil().clamp(1.0, 520.0) as u32;
    weeks * 7
}

/// `14 Sep`, and the year where months alone would mislead.
pub(super) fn short_day(date: Date, timeline: &Timeline) -> String {
    let years = timeline
        .slots
        .first()
        .map_or(0, |slot| timeline.slots.last().map_or(0, |last| last.date.year() - slot.date.year()));
    let day = crate::words::numbers::short_day(date);
    if years >= 2 { format!("{} {}", crate::words::numbers::short_month(date), date.year()) } else { day }
}

/// Fields through both lanes, their names at the top; where two would overlap the later one is named.
pub(super) fn flares(svg: &mut String, places: &Places<'_>) {
    let top = places.runs.at_to - 26.0;
    let mut named_to = f64::INFINITY;
    for flare in places.timeline.flares.iter().rev() {
        let from = places.edge(places.slot_of(flare.from));
        let to = places.edge(places.slot_of(flare.to)) + places.slot_width;
        let _ = write!(
            svg,
            "<rect class=\"c-flare\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            px(from),
            px(top),
            px((to - from).max(1.0)),
            px(places.pain_base - top)
        );
        #[expect(clippy::cast_precision_loss, reason = "a short name")]
        let length = flare.name.chars().count() as f64 * 7.2;
        let is_at_end = from + length > places.right;
        let (x, anchor) = if is_at_end { (to, "end") } else { (from, "start") };
        let text_to = if is_at_end { to } else { from + length };
        if text_to < named_to - 6.0 {
            named_to = text_to - length;
            let _ = write!(
                svg,
                "<text class=\"ax-b c-pain-t\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
                px(x),
                px(top - 6.0),
                escaped(&flare.name)
            );
        }
    }
}

/// Stretches of days that have an advised length, as corners of their upper edge.
fn stretches(places: &Places<'_>) -> Vec<Vec<(f64, f64)>> {
    let mut all: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut is_running = false;
    for (at, slot) in places.timeline.slots.iter().enumerate() {
        let Some(advised) = slot.advised else {
            is_running = false;
            continue;
        };
        if !is_running {
            all.push(Vec::new());
            is_running = true;
        }
        let y = places.runs.at(advised.min(places.runs.to));
        if let Some(stretch) = all.last_mut() {
            stretch.push((places.edge(at), y));
            stretch.push((places.edge(at) + places.slot_width, y));
        }
    }
    all
}

fn path_of(stretch: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (n, (x, y)) in stretch.iter().enumerate() {
        // Corners in the middle of a level piece say nothing.
        let is_level = n > 0
            && n + 1 < stretch.len()
            && [n - 1, n + 1]
                .iter()
                .all(|at| stretch.get(*at).is_some_and(|(_, other)| (other - y).abs() < 0.05));
        if !is_level {
            let _ = write!(path, "{}{},{}", if n == 0 { "M" } else { " L" }, px(*x), px(*y));
        }
    }
    path
}

/// The advised field from zero to its edge.
pub(super) fn band(svg: &mut String, places: &Places<'_>) {
    let base = px(places.runs_base);
    for stretch in stretches(places) {
        let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { continue };
        let edge = path_of(&stretch);
        let _ = write!(
            svg,
            "<path class=\"c-band\" d=\"{edge} L{},{base} L{},{base} Z\"/>",
            px(last.0),
            px(first.0)
        );
    }
}

pub(super) fn band_edge(svg: &mut String, places: &Places<'_>) {
    for stretch in stretches(places) {
        let _ = write!(svg, "<path class=\"c-band-e\" d=\"{}\"/>", path_of(&stretch));
    }
}

/// A bar a run; the part beyond the advised length hatched.
pub(super) fn bars(svg: &mut String, places: &Places<'_>) {
    let width = (places.slot_width * 0.66).clamp(1.0, 14.0).max(3.2_f64.min(places.slot_width));
    let base = places.runs_base;
    for (at, slot) in places.timeline.slots.iter().enumerate() {
        let Some(value) = slot.value.filter(|value| *value > 0.0) else { continue };
        let left = places.middle(at) - width / 2.0;
        let kept = if slot.is_beyond() { slot.advised.unwrap_or(value) } else { value };
        let (top, edge) = (places.runs.at(value), places.runs.at(kept));
        let round = if slot.is_beyond() { 0.0 } else { (width / 2.0).min(2.0).min(base - edge) };
        let _ = write!(
            svg,
            "<path class=\"c-load\" d=\"M{l},{b} V{y} q0,-{r} {r},-{r} H{h} q{r},0 {r},{r} V{b} Z\"/>",
            l = px(left),
            b = px(base),
            y = px(edge + round),
            r = px(round),
            h = px(left + width - round)
        );
        if slot.is_beyond() {
            let _ = write!(
                svg,
                "<rect class=\"c-over\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                px(left),
                px(top),
                px(width),
                px((edge - top).max(0.5))
            );
        }
    }
}

/// What is written beside the bars furthest beyond the band.
pub(super) fn notes(svg: &mut String, places: &Places<'_>) {
    let many = if places.paper.is_narrow { 1 } else { places.timeline.notes.len() };
    let mut written: Vec<(f64, f64)> = Vec::new();
    for note in places.timeline.notes.iter().take(many) {
        let at = places.slot_of(note.date);
        let Some(value) = places.timeline.slots.get(at).and_then(|slot| slot.value) else { continue };
        let is_left = places.middle(at) > (places.left + places.right) / 2.0;
        let (x, anchor) =
            if is_left { (places.middle(at) - 9.0, "end") } else { (places.middle(at) + 9.0, "start") };
        let y = (places.runs.at(value) + 6.0)
            .min(above_the_others(places, at, is_left))
            .max(places.runs.at_to + 2.0);
        // Two notes never cover each other; the one further beyond the band comes first.
        if written.iter().any(|(x0, y0)| (x - x0).abs() < NOTE_WIDTH && (y - y0).abs() < NOTE_HEIGHT) {
            continue;
        }
        written.push((x, y));
        let _ = write!(
            svg,
            "<text class=\"note-t\" x=\"{x}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>\
             <text class=\"ax note-b\" x=\"{x}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            px(y),
            escaped(&note.text),
            px(y + 17.0),
            escaped(&note.below),
            x = px(x)
        );
    }
}

/// Where both lines of a note stand clear of the bars and the field beside its own bar.
fn above_the_others(places: &Places<'_>, at: usize, is_left: bool) -> f64 {
    let from = places.middle(at);
    let is_beside = |other: usize| {
        let away = places.middle(other) - from;
        other != at && away.abs() < NOTE_WIDTH && (away < 0.0) == is_left
    };
    let slots = places.timeline.slots.iter().enumerate().filter(|(other, _)| is_beside(*other));
    let tops = slots.flat_map(|(_, slot)| [slot.value, slot.advised]).flatten();
    let highest = tops.map(|top| places.runs.at(top.min(places.runs.to))).fold(places.runs_base, f64::min);
    highest - 24.0
}

/// Dashed boxes on the base line.
pub(super) fn breaks(svg: &mut String, places: &Places<'_>) {
    for pause in &places.timeline.breaks {
        let from = places.edge(places.slot_of(pause.from));
        let to = places.edge(places.slot_of(pause.to)) + places.slot_width;
        let _ = write!(
            svg,
            "<rect class=\"c-break\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"22\" rx=\"3\"/>",
            px(from),
            px(places.runs_base - 22.0),
            px(to - from)
        );
        #[expect(clippy::cast_precision_loss, reason = "a short name")]
        if pause.name.chars().count() as f64 * 6.6 < to - from {
            let _ = write!(
                svg,
                "<text class=\"ax\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                px(f64::midpoint(from, to)),
                px(places.runs_base - 7.0),
                escaped(&pause.name)
            );
        }
    }
}

/// The line of the mornings, broken where nothing was entered, and the dots of the runs.
pub(super) fn pain(svg: &mut String, places: &Places<'_>) {
    let mut line = String::new();
    let mut alone: Vec<(f64, f64)> = Vec::new();
    let slots = &places.timeline.slots;
    let entered =
        |at: Option<usize>| at.and_then(|at| slots.get(at)).is_some_and(|slot| slot.morning.is_some());
    for (at, slot) in slots.iter().enumerate() {
        let Some(points) = slot.morning else { continue };
        let (x, y) = (places.middle(at), places.pain.at(f64::from(points)));
        match (entered(at.checked_sub(1)), entered(at.checked_add(1))) {
            (false, false) => alone.push((x, y)),
            (is_going_on, _) => {
                let _ = write!(line, "{}{},{}", if is_going_on { " L" } else { "M" }, px(x), px(y));
            }
        }
    }
    if !line.is_empty() {
        let _ = write!(svg, "<path class=\"c-pain\" d=\"{line}\"/>");
    }
    for (x, y) in alone {
        let _ = write!(svg, "<circle class=\"c-pain-p\" cx=\"{}\" cy=\"{}\" r=\"1.6\"/>", px(x), px(y));
    }
    let radius = if places.slot_width < 6.0 { "2.6" } else { "3.6" };
    for (at, slot) in slots.iter().enumerate() {
        if let Some(points) = slot.run_pain.filter(|points| *points > 0) {
            let y = places.pain.at(f64::from(points));
            let _ = write!(
                svg,
                "<circle class=\"c-dot\" cx=\"{}\" cy=\"{}\" r=\"{radius}\"/>",
                px(places.middle(at)),
                px(y)
            );
        }
    }
}

/// The pairs that get a row: on a phone the newest alone.
pub(super) fn ribbons(timeline: &Timeline, paper: Paper) -> Vec<&Pair> {
    timeline.pairs.iter().take(paper.pairs).collect()
}

/// A row a pair, from its first to its last run; a new one stands out.
pub(super) fn shoes(svg: &mut String, places: &Places<'_>) {
    let mut y = places.pain_base + 30.0;
    for pair in ribbons(places.timeline, places.paper) {
        let from = places.edge(places.slot_of(pair.from));
        let to = places.edge(places.slot_of(pair.to)) + places.slot_width;
        let class = if pair.is_new { "c-shoe2" } else { "c-shoe1" };
        let _ = write!(
            svg,
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"18\" rx=\"3\"/>",
            px(from),
            px(y),
            px((to - from).max(2.0))
        );
        #[expect(clippy::cast_precision_loss, reason = "a short name")]
        let length = pair.name.chars().count() as f64 * 6.8 + 16.0;
        // Beside the box where it would not fit into it at the right edge.
        let (x, anchor) =
            if from + length <= places.right { (from + 8.0, "start") } else { (from - 6.0, "end") };
        let _ = write!(
            svg,
            "<text class=\"ax c-shoe-t\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            px(x),
            px(y + 13.0),
            escaped(&pair.name)
        );
        y += 22.0;
    }
}

/// A field a day over everything: its title says the day, its link opens it.
pub(super) fn days(svg: &mut String, places: &Places<'_>) {
    let top = places.runs.at_to;
    svg.push_str("<g class=\"c-days\">");
    for (at, slot) in places.timeline.slots.iter().enumerate() {
        if slot.said.is_empty() {
            continue;
        }
        let _ = write!(
            svg,
            "<a href=\"/day/{date}\" tabindex=\"-1\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/><title>{}</title></a>",
            px(places.edge(at)),
            px(top),
            px(places.slot_width),
            px(places.pain_base - top),
            escaped(&slot.said),
            date = slot.date
        );
    }
    svg.push_str("</g>");
}
