//! Days as bars, one lane a quantity; a day leads to its page.

use super::axis::{Scale, escaped, px, ticks};
use kneewise_types::Date;
use std::fmt::Write;

/// One day: its values lane by lane, and what is said of it.
#[derive(Debug, Clone)]
pub struct Day {
    pub date: Date,
    pub values: Vec<f64>,
    /// Under the axis, where there is room.
    pub name: String,
    pub said: String,
}

/// The whole drawing.
#[derive(Debug)]
pub struct DayBars<'a> {
    pub days: &'a [Day],
    /// Names of the lanes.
    pub lanes: &'a [&'a str],
    pub label: String,
    pub width: f64,
}

const LEFT: f64 = 44.0;
const LANE: f64 = 110.0;
const GAP: f64 = 40.0;

/// The drawing as one SVG element.
#[must_use]
pub fn draw(bars: &DayBars<'_>) -> String {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    let bottom = count(bars.lanes.len()) * (LANE + GAP);
    let each = (bars.width - LEFT - 4.0) / count(bars.days.len().max(1));
    let mut svg = format!(
        "<svg viewBox=\"0 0 {} {}\" role=\"group\" aria-label=\"{}\">",
        px(bars.width),
        px(bottom + 28.0),
        escaped(&bars.label)
    );
    for (number, name) in bars.lanes.iter().enumerate() {
        let values: Vec<f64> =
            bars.days.iter().map(|day| day.values.get(number).copied().unwrap_or(0.0)).collect();
        lane(&mut svg, (name, &values), (count(number + 1) * (LANE + GAP), each), bars.width);
    }
    svg.push_str("<g class=\"c-days\">");
    let mut x = LEFT;
    let mut free_from = 0.0;
    for day in bars.days {
        let _ = write!(
            svg,
            "<a href=\"/day/{}\" tabindex=\"-1\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/><title>{}</title></a>",
            day.date,
            px(x),
            px(GAP),
            px(each),
            px(bottom - GAP),
            escaped(&day.said)
        );
        if day.date.weekday() == jiff::civil::Weekday::Monday && x >= free_from && x + 44.0 < bars.width {
            let _ = write!(
                svg,
                "<text class=\"ax\" x=\"{}\" y=\"{}\">{}</text>",
                px(x),
                px(bottom + 20.0),
                escaped(&day.name)
            );
            free_from = x + 62.0;
        }
        x += each;
    }
    svg.push_str("</g></svg>");
    svg
}

fn lane(svg: &mut String, (name, values): (&str, &[f64]), (bottom, each): (f64, f64), width: f64) {
    let ticks = ticks(values.iter().copied().fold(0.0, f64::max), 3);
    let scale =
        Scale { from: 0.0, to: ticks.last().copied().unwrap_or(1.0), at_from: bottom, at_to: bottom - LANE };
    let _ = write!(
        svg,
        "<text class=\"ax-b\" x=\"0\" y=\"{}\">{}</text>",
        px(bottom - LANE - 16.0),
        escaped(name)
    );
    for tick in ticks {
        let class = if tick > 0.0 { "grid" } else { "base" };
        let _ = write!(
            svg,
            "<line class=\"{class}\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{y}\" y2=\"{y}\"/><text class=\"ax\" text-anchor=\"end\" \
             x=\"{}\" y=\"{}\">{}</text>",
            px(width - 4.0),
            px(LEFT - 8.0),
            px(scale.at(tick) + 4.0),
            super::axis::thousands(tick),
            y = px(scale.at(tick)),
        );
    }
    let mut x = LEFT;
    for value in values {
        if *value > 0.0 {
            let y = scale.at(*value);
            let _ = write!(
                svg,
                "<rect class=\"c-load\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"1.5\"/>",
                px(x + each * 0.16),
                px(y),
                px(each * 0.68),
                px(bottom - y)
            );
        }
        x += each;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_leads_to_its_page_and_rest_has_no_bar() {
        let first: Date = "2028-02-28".parse().unwrap();
        let day = |number: i64, load: f64| {
            let date = first.saturating_add(jiff::Span::new().days(number));
            Day { date, values: vec![load, 2.0 * load], name: "a < b".to_owned(), said: format!("{load}") }
        };
        let days = [day(0, 900.0), day(1, 0.0), day(2, 1800.0)];
        let svg =
            draw(&DayBars { days: &days, lanes: &["load", "damage"], label: "x".to_owned(), width: 700.0 });
        assert_eq!(svg.matches("c-load").count(), 4);
        assert_eq!(svg.matches("/day/2028-02-29").count(), 1, "a leap day too");
        // 28 February 2028 is a Monday.
        assert!(svg.contains("a &lt; b") && svg.contains(">4k<"), "{svg}");
        assert!(
            draw(&DayBars { days: &[], lanes: &[], label: String::new(), width: 326.0 }).ends_with("</svg>")
        );
    }
}
