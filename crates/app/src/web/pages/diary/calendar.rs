//! Both knees over a year, and the mornings of four weeks side by side.

use crate::charts::axis::{Scale, escaped, px};
use crate::charts::calendar::{Both, Year, draw};
use crate::web::server::Desk;
use crate::words::language::{Language, language};
use crate::words::numbers::{day as said_day, full_day, short_day};
use crate::words::pages::diary::Diary as Texts;
use jiff::ToSpan;
use kneewise_types::{Date, Side};
use std::collections::BTreeMap;
use std::fmt::Write;

const WEEKS: i64 = 53;
const NARROW_WEEKS: i64 = 20;
const MORNINGS: i64 = 28;

/// The calendar as it is shown.
#[derive(Debug)]
pub struct Calendar {
    pub wide: String,
    pub narrow: String,
    pub rows: Vec<Row>,
    pub earlier: Option<String>,
    pub later: Option<String>,
    pub steps: Vec<Step>,
}

/// A day in the table.
#[derive(Debug)]
pub struct Row {
    pub address: String,
    pub day: String,
    pub left: String,
    pub right: String,
}

/// The mornings of one knee.
#[derive(Debug)]
pub struct Mornings {
    pub title: &'static str,
    pub drawing: String,
}

fn both_by_day(desk: &Desk<'_>) -> BTreeMap<Date, Both> {
    let mut days: BTreeMap<Date, Both> = BTreeMap::new();
    for entry in desk.history().symptoms.iter().filter(|entry| entry.date <= desk.as_of()) {
        let both = days.entry(entry.date).or_default();
        let half = match entry.side {
            Side::Left => &mut both[0],
            Side::Right => &mut both[1],
        };
        *half = (*half).max(entry.day_pain().map(|pain| pain.points()));
    }
    days
}

const fn weekdays(is_from_sunday: bool, language: Language) -> [&'static str; 7] {
    match (language, is_from_sunday) {
        (Language::English, false) => ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
        (Language::English, true) => ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"],
        (Language::German, false) => ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
        (Language::German, true) => ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"],
    }
}

fn points(pain: Option<u8>) -> String {
    pain.map_or_else(|| Texts.no_entry().to_owned(), |points| points.to_string())
}

fn said(date: Date, both: Both) -> String {
    Texts.said_day(&full_day(date), &points(both[0]), &points(both[1]))
}

/// A step of the key.
#[derive(Debug)]
pub struct Step {
    pub class: &'static str,
    pub name: &'static str,
}

/// The steps of pain, for the key.
#[must_use]
pub fn steps() -> Vec<Step> {
    let t = Texts;
    let steps = [
        ("p0", "0"),
        ("p1", "1"),
        ("p2", "2"),
        ("p3", t.three_to_four()),
        ("p4", t.five_or_more()),
        ("p-none", t.no_entry()),
    ];
    steps.into_iter().map(|(class, name)| Step { class, name }).collect()
}

/// A year of both knees, ending with a day.
pub fn calendar(desk: &Desk<'_>, to: Option<Date>) -> Calendar {
    let as_of = desk.as_of();
    let days = both_by_day(desk);
    let to = to.filter(|to| *to <= as_of).unwrap_or(as_of);
    let is_week_from_sunday = desk.asked.view.is_week_from_sunday;
    let year = |weeks: i64| {
        let from = to.saturating_sub((weeks * 7 - 1).days());
        let entered = days.range(from..=to).count();
        Year {
            to,
            weeks,
            days: &days,
            today: as_of,
            is_week_from_sunday,
            label: Texts.calendar_label(&said_day(from, as_of), &said_day(to, as_of), entered),
            weekdays: weekdays(is_week_from_sunday, language()),
            said,
        }
    };
    let from = to.saturating_sub((WEEKS * 7 - 1).days());
    let first = days.keys().next().copied().unwrap_or(as_of);
    let row = |(date, both): (&Date, &Both)| Row {
        address: format!("/diary/{date}"),
        day: full_day(*date),
        left: points(both[0]),
        right: points(both[1]),
    };
    Calendar {
        steps: steps(),
        wide: draw(&year(WEEKS), 20.0),
        narrow: draw(&year(NARROW_WEEKS), 16.0),
        rows: days.range(from..=to).rev().map(row).collect(),
        earlier: (first < from).then(|| format!("/diary?year={}#calendar", from.saturating_sub(1.day()))),
        later: (to < as_of)
            .then(|| format!("/diary?year={}#calendar", to.saturating_add((WEEKS * 7).days()).min(as_of))),
    }
}

/// The mornings of the last four weeks, each knee on the same scale.
pub fn mornings(desk: &Desk<'_>) -> Vec<Mornings> {
    let (to, from) = (desk.as_of(), desk.as_of().saturating_sub((MORNINGS - 1).days()));
    let of_side = |side: Side| -> BTreeMap<Date, u8> {
        let entries = desk.history().symptoms.iter().filter(|entry| entry.side == side);
        entries
            .filter(|entry| (from..=to).contains(&entry.date))
            .filter_map(|entry| Some((entry.date, entry.pain_morning?.points())))
            .collect()
    };
    let (left, right) = (of_side(Side::Left), of_side(Side::Right));
    if left.is_empty() && right.is_empty() {
        return Vec::new();
    }
    let worst = left.values().chain(right.values()).copied().max().unwrap_or(0).max(4);
    [(Texts.left_mornings(), left), (Texts.right_mornings(), right)]
        .into_iter()
        .map(|(title, days)| Mornings { title, drawing: line(title, &days, (from, to), worst) })
        .collect()
}

/// One knee: a line broken where nothing was entered.
fn line(title: &str, days: &BTreeMap<Date, u8>, (from, to): (Date, Date), worst: u8) -> String {
    const WIDTH: f64 = 510.0;
    let (top, base) = (12.0, 92.0);
    let x = Scale { from: 0.0, to: 27.0, at_from: 26.0, at_to: WIDTH - 8.0 };
    let y = Scale { from: 0.0, to: f64::from(worst), at_from: base, at_to: top };
    let mut svg = format!("<svg viewBox=\"0 0 {WIDTH} 116\" role=\"img\" aria-label=\"{}\">", escaped(title));
    for value in [0.0, 2.0, 4.0, 6.0, 8.0, 10.0].into_iter().filter(|value| *value <= f64::from(worst)) {
        let class = if value < 1.0 { "base" } else { "grid" };
        let _ = write!(
            svg,
            "<line class=\"{class}\" x1=\"26\" x2=\"{}\" y1=\"{y}\" y2=\"{y}\"/><text class=\"ax\" x=\"18\" y=\"{}\" text-anchor=\"end\">{value}</text>",
            WIDTH - 8.0,
            px(y.at(value) + 4.0),
            y = px(y.at(value))
        );
    }
    let mut path = String::new();
    let mut alone = String::new();
    for (date, points) in days {
        let near = |other: Result<Date, jiff::Error>| other.is_ok_and(|other| days.contains_key(&other));
        let at = kneewise_analyse::load::days_between(from, *date);
        #[expect(clippy::cast_precision_loss, reason = "at most 28 days")]
        let (px_x, px_y) = (px(x.at(at as f64)), px(y.at(f64::from(*points))));
        match (near(date.yesterday()), near(date.tomorrow())) {
            (false, false) => {
                let _ = write!(alone, "<circle class=\"c-pain-p\" cx=\"{px_x}\" cy=\"{px_y}\" r=\"2\"/>");
            }
            (is_going_on, _) => {
                let _ = write!(path, "{}{px_x},{px_y}", if is_going_on { " L" } else { "M" });
            }
        }
    }
    let _ = write!(
        svg,
        "<path class=\"c-pain\" d=\"{path}\"/>{alone}<text class=\"ax\" x=\"26\" y=\"112\">{}</text>\
         <text class=\"ax\" x=\"{}\" y=\"112\" text-anchor=\"end\">{}</text></svg>",
        short_day(from),
        WIDTH - 8.0,
        short_day(to)
    );
    svg
}
