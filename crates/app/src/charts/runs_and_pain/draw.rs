//! The drawing: places and marks, no words of its own.

use super::marks;
use super::timeline::Timeline;
use crate::charts::axis::{Scale, escaped, px, thousands, ticks};
use kneewise_types::Date;
use std::fmt::Write;

/// The paper it is drawn on. Widths are those at which the letters have their true size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    pub width: f64,
    /// Room for the numbers at the left.
    pub gutter: f64,
    /// Heights of the two lanes.
    pub runs_height: f64,
    pub pain_height: f64,
    /// Pairs that have a ribbon.
    pub pairs: usize,
    /// Without names of pairs and notes below the main one.
    pub is_narrow: bool,
    /// Whether a day leads to its page.
    pub has_links: bool,
}

impl Paper {
    /// A desk.
    pub const WIDE: Self = Self {
        width: 1150.0,
        gutter: 34.0,
        runs_height: 196.0,
        pain_height: 104.0,
        pairs: 3,
        is_narrow: false,
        has_links: true,
    };
    /// A phone.
    pub const NARROW: Self = Self {
        width: 358.0,
        gutter: 26.0,
        runs_height: 170.0,
        pain_height: 90.0,
        pairs: 2,
        is_narrow: true,
        has_links: true,
    };
    /// A printed sheet.
    pub const SHEET: Self = Self {
        width: 790.0,
        gutter: 34.0,
        runs_height: 80.0,
        pain_height: 48.0,
        pairs: 0,
        is_narrow: false,
        has_links: false,
    };
}

/// The largest pain that has a line; more is drawn at the top of the scale.
const PAIN_TICKS: [f64; 4] = [0.0, 2.0, 4.0, 6.0];
const TOP: f64 = 46.0;
const RIGHT: f64 = 8.0;
const RIBBON: f64 = 18.0;

/// Where everything is.
pub(super) struct Places<'a> {
    pub timeline: &'a Timeline,
    pub paper: Paper,
    pub left: f64,
    pub right: f64,
    pub slot_width: f64,
    pub runs: Scale,
    pub pain: Scale,
    pub runs_base: f64,
    pub pain_base: f64,
    pub height: f64,
}

impl<'a> Places<'a> {
    fn new(timeline: &'a Timeline, paper: Paper) -> Self {
        let (left, right) = (paper.gutter, paper.width - RIGHT);
        let count = timeline.slots.len().max(1);
        let runs_base = TOP + paper.runs_height;
        let pain_top = runs_base + if paper.has_links && !paper.is_narrow { 46.0 } else { 40.0 };
        let pain_base = pain_top + paper.pain_height;
        let most = marks::most(timeline);
        let highest = ticks(most, 4).last().copied().unwrap_or(1.0);
        let worst = marks::worst_pain(timeline).max(6.0);
        let ribbons = marks::ribbons(timeline, paper).len();
        #[expect(clippy::cast_precision_loss, reason = "a few hundred slots")]
        let (count, ribbons) = (count as f64, ribbons as f64);
        Self {
            timeline,
            paper,
            left,
            right,
            slot_width: (right - left) / count,
            runs: Scale { from: 0.0, to: highest, at_from: runs_base, at_to: TOP },
            pain: Scale { from: 0.0, to: worst, at_from: pain_base, at_to: pain_top },
            runs_base,
            pain_base,
            height: pain_base + 30.0 + ribbons * (RIBBON + 4.0),
        }
    }

    /// The left edge of a slot.
    #[expect(clippy::cast_precision_loss, reason = "a few hundred slots")]
    pub fn edge(&self, slot: usize) -> f64 {
        self.left + slot as f64 * self.slot_width
    }

    /// The middle of a slot.
    pub fn middle(&self, slot: usize) -> f64 {
        self.edge(slot) + self.slot_width / 2.0
    }

    /// The slot of a day; the nearest one for days outside.
    pub fn slot_of(&self, date: Date) -> usize {
        let at = self.timeline.slots.partition_point(|slot| slot.date <= date);
        at.saturating_sub(1)
    }
}

/// The chart as one SVG element.
#[must_use]
pub fn draw(timeline: &Timeline, paper: Paper) -> String {
    let places = Places::new(timeline, paper);
    let mut svg = String::with_capacity(16 * 1024);
    let _ = write!(
        svg,
        "<svg viewBox=\"0 0 {} {}\" role=\"group\" aria-label=\"{}\">",
        px(paper.width),
        px(places.height),
        escaped(&timeline.label)
    );
    marks::flares(&mut svg, &places);
    marks::band(&mut svg, &places);
    lines(&mut svg, &places);
    marks::band_edge(&mut svg, &places);
    marks::bars(&mut svg, &places);
    marks::notes(&mut svg, &places);
    marks::breaks(&mut svg, &places);
    marks::pain(&mut svg, &places);
    marks::shoes(&mut svg, &places);
    dates(&mut svg, &places);
    if paper.has_links {
        marks::days(&mut svg, &places);
    }
    svg.push_str("</svg>");
    svg
}

/// Grid lines with their numbers, and what the lanes show.
fn lines(svg: &mut String, places: &Places<'_>) {
    let highest = places.runs.to;
    for value in ticks(highest, 4) {
        // The topmost line would cross the names of the flares.
        if value < highest * 0.999 {
            line(svg, places, places.runs.at(value), value);
        }
    }
    for value in PAIN_TICKS {
        line(svg, places, places.pain.at(value), value);
    }
    let pain_top = places.pain.at_to;
    let _ = write!(
        svg,
        "<text class=\"ax-b\" x=\"0\" y=\"{}\">{}</text><text class=\"ax-b\" x=\"0\" y=\"{}\">{}</text>",
        px(TOP - 10.0),
        escaped(&places.timeline.axis),
        px(pain_top - 12.0),
        escaped(&places.timeline.pain_axis)
    );
}

fn line(svg: &mut String, places: &Places<'_>, y: f64, value: f64) {
    let class = if value.abs() < 1e-9 { "base" } else { "grid" };
    let number = thousands(value);
    let _ = write!(
        svg,
        "<line class=\"{class}\" x1=\"{}\" x2=\"{}\" y1=\"{y}\" y2=\"{y}\"/>\
         <text class=\"ax\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{number}</text>",
        px(places.left),
        px(places.right),
        px(places.left - 8.0),
        px(y + 4.0),
        y = px(y)
    );
}

/// Days below the pain lane: as many as have room, and the last one by its word.
fn dates(svg: &mut String, places: &Places<'_>) {
    let timeline = places.timeline;
    let Some(last) = timeline.slots.len().checked_sub(1) else { return };
    let room = if places.paper.is_narrow { 62.0 } else { 96.0 };
    let every = marks::whole_weeks(room / places.slot_width, timeline.days_a_slot);
    let y = places.pain_base + 19.0;
    let is_clear = |x: f64| x < places.right - 78.0 && x > places.left + 8.0;
    let mut previous: Option<Date> = None;
    for (at, slot) in timeline.slots.iter().enumerate() {
        let is_monday = slot.date.weekday() == jiff::civil::Weekday::Monday;
        if !(is_monday || timeline.is_weekly()) || !is_clear(places.edge(at)) {
            continue;
        }
        let is_far = previous.is_none_or(|previous| {
            kneewise_analyse::load::days_between(previous, slot.date) >= i64::from(every)
        });
        if is_far {
            previous = Some(slot.date);
            let _ = write!(
                svg,
                "<line class=\"grid\" x1=\"{x}\" x2=\"{x}\" y1=\"{}\" y2=\"{}\"/>\
                 <text class=\"ax\" x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                px(places.pain_base),
                px(places.pain_base + 5.0),
                px(y),
                escaped(&marks::short_day(slot.date, timeline)),
                x = px(places.edge(at))
            );
        }
    }
    let _ = write!(
        svg,
        "<text class=\"ax-b\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
        px(places.edge(last) + places.slot_width),
        px(y),
        escaped(&timeline.last)
    );
}
