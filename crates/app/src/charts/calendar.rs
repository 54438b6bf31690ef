//! A year of both knees: one square a day, split in halves; five steps of pain, no entry as an outline.

use super::axis::{escaped, px};
use jiff::ToSpan;
use kneewise_analyse::load::days_between;
use kneewise_types::Date;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Worst pain of a day, left and right; `None` where nothing was entered.
pub type Both = [Option<u8>; 2];

/// What a year of squares shows.
#[derive(Debug)]
pub struct Year<'a> {
    pub to: Date,
    pub weeks: i64,
    pub days: &'a BTreeMap<Date, Both>,
    pub today: Date,
    pub is_week_from_sunday: bool,
    /// One sentence for who cannot see it.
    pub label: String,
    /// Letters of the weekdays from the first of the week, and names of months.
    pub weekdays: [&'static str; 7],
    /// The sentence of a day.
    pub said: fn(Date, Both) -> String,
}

const LEFT: f64 = 34.0;
const TOP: f64 = 20.0;

/// The class of a half: `p0` to `p4`, or nothing entered.
#[must_use]
pub const fn step(pain: Option<u8>) -> &'static str {
    match pain {
        None => "p-none",
        Some(0) => "p0",
        Some(1) => "p1",
        Some(2) => "p2",
        Some(3 | 4) => "p3",
        Some(_) => "p4",
    }
}

/// The squares, each leading to its day in the diary.
#[must_use]
pub fn draw(year: &Year<'_>, cell: f64) -> String {
    let first = first_day(year);
    #[expect(clippy::cast_precision_loss, reason = "at most a few hundred weeks")]
    let width = LEFT + year.weeks as f64 * cell + 2.0;
    let height = TOP + 7.0 * cell + 2.0;
    let mut svg = format!(
        "<svg class=\"cal\" viewBox=\"0 0 {} {}\" role=\"group\" aria-label=\"{}\">",
        px(width),
        px(height),
        escaped(&year.label)
    );
    for (row, letter) in year.weekdays.iter().enumerate().step_by(2) {
        #[expect(clippy::cast_precision_loss, reason = "a weekday")]
        let y = TOP + (row as f64 + 0.5) * cell + 4.0;
        let _ = write!(svg, "<text class=\"ax\" x=\"0\" y=\"{}\">{letter}</text>", px(y));
    }
    let mut date = first;
    let mut month = 0;
    let mut free_from = 0.0;
    while date <= year.to {
        let at = days_between(first, date);
        #[expect(clippy::cast_precision_loss, reason = "at most a few thousand days")]
        let (x, y) = (LEFT + (at / 7) as f64 * cell, TOP + (at % 7) as f64 * cell);
        if date.month() != month && at % 7 == 0 {
            month = date.month();
            // A month that begins in the last days of the first week would be written over.
            let is_clear = x >= free_from && (at > 0 || date.day() <= 14);
            if x < width - 30.0 && is_clear {
                free_from = x + 30.0;
                let name = crate::words::numbers::short_month(date);
                let _ = write!(svg, "<text class=\"ax\" x=\"{}\" y=\"12\">{name}</text>", px(x));
            }
        }
        square(&mut svg, year, date, (x, y, cell - 2.0));
        let Ok(next) = date.tomorrow() else { break };
        date = next;
    }
    svg.push_str("</svg>");
    svg
}

/// The first day of the first week shown.
fn first_day(year: &Year<'_>) -> Date {
    // Whole weeks, the last one with the last day.
    let weekday = match year.is_week_from_sunday {
        true => year.to.weekday().to_sunday_zero_offset(),
        false => year.to.weekday().to_monday_zero_offset(),
    };
    year.to.saturating_sub((i64::from(weekday) + (year.weeks - 1) * 7).days())
}

fn square(svg: &mut String, year: &Year<'_>, date: Date, (x, y, size): (f64, f64, f64)) {
    let both = year.days.get(&date).copied().unwrap_or_default();
    let half = (size - 1.0) / 2.0;
    let today = if date == year.today { " today" } else { "" };
    let _ = write!(
        svg,
        "<a href=\"/diary/{date}\" tabindex=\"-1\" class=\"cal-day{today}\"><title>{}</title>\
         <rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"1.5\"/>\
         <rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"1.5\"/>",
        escaped(&(year.said)(date, both)),
        step(both[0]),
        px(x),
        px(y),
        px(half),
        px(size),
        step(both[1]),
        px(x + half + 1.0),
        px(y),
        px(half),
        px(size)
    );
    if date == year.today {
        let _ = write!(
            svg,
            "<rect class=\"cal-ring\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\"/>",
            px(x - 1.5),
            px(y - 1.5),
            px(size + 3.0),
            px(size + 3.0)
        );
    }
    svg.push_str("</a>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_there_once_also_a_leap_day() {
        let days = BTreeMap::from([("2028-02-29".parse().unwrap(), [Some(3), None])]);
        let year = Year {
            to: "2028-03-01".parse().unwrap(),
            weeks: 52,
            days: &days,
            today: "2028-03-01".parse().unwrap(),
            is_week_from_sunday: false,
            label: "a year".to_owned(),
            weekdays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
            said: |date, _| date.to_string(),
        };
        let drawn = draw(&year, 14.0);
        assert_eq!(drawn.matches("/diary/2028-02-29\"").count(), 1);
        assert_eq!(drawn.matches("class=\"p3\"").count(), 1);
        assert_eq!(drawn.matches("cal-ring").count(), 1);
        // 51 whole weeks and Monday to Wednesday.
        assert_eq!(drawn.matches("<a ").count(), 51 * 7 + 3);
        assert_eq!(
            draw(&Year { is_week_from_sunday: true, ..year }, 14.0).matches("<a ").count(),
            51 * 7 + 4
        );
    }

    #[test]
    fn steps_are_those_of_the_key() {
        assert_eq!([None, Some(0), Some(2), Some(4), Some(10)].map(step), ["p-none", "p0", "p2", "p3", "p4"]);
    }
}
