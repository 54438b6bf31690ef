//! Runs as they were and as they would have been: outline and fill, one lane a quantity.

use super::axis::{Scale, escaped, px, thousands, ticks};
use std::fmt::Write;

/// One quantity: a name above its lane, and a value before and after for every run.
#[derive(Debug, Clone)]
pub struct Lane {
    pub name: String,
    pub values: Vec<(f64, f64)>,
}

/// The whole drawing.
#[derive(Debug)]
pub struct Bars<'a> {
    pub lanes: &'a [Lane],
    /// Under each run.
    pub days: &'a [String],
    pub label: String,
    pub width: f64,
}

const LEFT: f64 = 44.0;
const LANE: f64 = 120.0;
const GAP: f64 = 40.0;

/// The drawing as one SVG element.
#[must_use]
pub fn draw(bars: &Bars<'_>) -> String {
    let height = f64::from(u32::try_from(bars.lanes.len()).unwrap_or(0)) * (LANE + GAP) + 28.0;
    let mut svg = format!(
        "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">",
        px(bars.width),
        px(height),
        escaped(&bars.label)
    );
    let count = f64::from(u32::try_from(bars.days.len().max(1)).unwrap_or(1));
    // Few runs do not become walls.
    let each = ((bars.width - LEFT - 6.0) / count).min(56.0);
    let mut bottom = 0.0;
    for lane in bars.lanes {
        bottom += GAP + LANE;
        lane.draw(&mut svg, bottom, each, bars.width);
    }
    let mut x = LEFT + each * 0.13;
    let mut free_from = 0.0;
    for day in bars.days {
        if x >= free_from {
            let _ = write!(
                svg,
                "<text class=\"ax\" x=\"{}\" y=\"{}\">{}</text>",
                px(x),
                px(bottom + 20.0),
                escaped(day)
            );
            free_from = x + 58.0;
        }
        x += each;
    }
    svg.push_str("</svg>");
    svg
}

impl Lane {
    fn draw(&self, svg: &mut String, bottom: f64, each: f64, width: f64) {
        let most = self.values.iter().map(|(before, after)| before.max(*after)).fold(0.0, f64::max);
        let ticks = ticks(most, 3);
        let scale = Scale {
            from: 0.0,
            to: ticks.last().copied().unwrap_or(1.0),
            at_from: bottom,
            at_to: bottom - LANE,
        };
        let _ = write!(
            svg,
            "<text class=\"ax-b\" x=\"0\" y=\"{}\">{}</text>",
            px(bottom - LANE - 16.0),
            escaped(&self.name)
        );
        for tick in ticks {
            let y = scale.at(tick);
            let class = if tick > 0.0 { "grid" } else { "base" };
            let _ = write!(
                svg,
                "<line class=\"{class}\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{y}\" y2=\"{y}\"/><text class=\"ax\" text-anchor=\"end\" \
                 x=\"{}\" y=\"{}\">{}</text>",
                px(width - 4.0),
                px(LEFT - 8.0),
                px(y + 4.0),
                thousands(tick),
                y = px(y),
            );
        }
        let mut x = LEFT + each * 0.13;
        for (before, after) in &self.values {
            for (class, value) in [("ba-after", *after), ("ba-before", *before)] {
                let y = scale.at(value);
                let _ = write!(
                    svg,
                    "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                    px(x),
                    px(y),
                    px(each * 0.74),
                    px(bottom - y)
                );
            }
            x += each;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_run_has_its_outline_and_its_fill_in_every_lane() {
        let lane =
            |name: &str| Lane { name: name.to_owned(), values: vec![(2000.0, 1800.0), (4100.0, 3000.0)] };
        let days = ["6 Aug".to_owned(), "9 Aug".to_owned()];
        let svg = draw(&Bars {
            lanes: &[lane("load"), lane("damage & more")],
            days: &days,
            label: "a".to_owned(),
            width: 326.0,
        });
        assert_eq!((svg.matches("ba-before").count(), svg.matches("ba-after").count()), (4, 4));
        assert!(svg.contains(">2k<") && svg.contains("damage &amp; more"), "{svg}");
        assert_eq!(svg.matches("6 Aug").count(), 1);
        let none = draw(&Bars { lanes: &[], days: &[], label: String::new(), width: 326.0 });
        assert!(none.ends_with("</svg>"));
    }
}
