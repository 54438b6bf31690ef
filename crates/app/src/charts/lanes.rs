//! Several quantities along one way: lanes over each other, one axis of distance.

use super::axis::{Scale, escaped, px};
use std::fmt::Write;

/// One quantity along the way.
#[derive(Debug)]
pub struct Lane {
    /// Name and unit, above the lane.
    pub name: String,
    /// One value a place; a gap is not joined.
    pub values: Vec<Option<f64>>,
    /// Around each value, as factors; drawn as a field.
    pub range: Option<(f64, f64)>,
    /// How a value is written at the axis.
    pub said: fn(f64) -> String,
    /// Steps the axis may have.
    pub steps: &'static [f64],
    pub is_upside_down: bool,
    /// Filled down to the bottom, as ground is.
    pub is_ground: bool,
    pub height: f64,
}

/// Plain quantities.
pub const STEPS: &[f64] = &[0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0];
/// Seconds of a pace.
pub const PACE_STEPS: &[f64] = &[5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0];

/// The whole stack.
#[derive(Debug)]
pub struct Stack<'a> {
    pub lanes: &'a [Lane],
    /// Distance of each place, in kilometres or miles.
    pub at: &'a [f64],
    pub unit: &'static str,
    pub label: String,
    pub width: f64,
}

const LEFT: f64 = 46.0;
const RIGHT: f64 = 10.0;
const GAP: f64 = 38.0;

/// The stack as one SVG element.
#[must_use]
pub fn draw(stack: &Stack<'_>) -> String {
    let last = stack.at.last().copied().unwrap_or(1.0).max(0.01);
    let along = Scale { from: 0.0, to: last, at_from: LEFT, at_to: stack.width - RIGHT };
    let xs: Vec<f64> = stack.at.iter().map(|at| along.at(*at)).collect();
    let lanes_height: f64 = stack.lanes.iter().map(|lane| lane.height + GAP).sum();
    let mut svg = format!(
        "<svg class=\"lanes\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\" data-left=\"{LEFT}\" data-right=\"{}\">",
        px(stack.width),
        px(lanes_height + 26.0),
        escaped(&stack.label),
        px(stack.width - RIGHT)
    );
    let mut top = 0.0;
    for lane in stack.lanes {
        top += GAP;
        lane.draw(&mut svg, &xs, (top, top + lane.height), stack.width);
        top += lane.height;
    }
    let each =
        [0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 20.0].into_iter().find(|each| last / each <= 7.0).unwrap_or(50.0);
    let mut number = 0.0;
    while number <= last {
        let x = px(along.at(number));
        let _ = write!(
            svg,
            "<text class=\"ax\" text-anchor=\"middle\" x=\"{x}\" y=\"{}\">{number}",
            px(top + 20.0)
        );
        if number + each > last {
            let _ = write!(svg, " {}", stack.unit);
        }
        svg.push_str("</text>");
        number += each;
    }
    let _ = write!(svg, "<line class=\"lane-at\" visibility=\"hidden\" y1=\"14\" y2=\"{}\"/></svg>", px(top));
    svg
}

impl Lane {
    fn draw(&self, svg: &mut String, xs: &[f64], (top, bottom): (f64, f64), width: f64) {
        let _ = write!(
            svg,
            "<text class=\"ax-b\" x=\"0\" y=\"{}\">{}</text>",
            px(top - 14.0),
            escaped(&self.name)
        );
        let (low, high) = self.bounds();
        let ticks = self.ticks(low, high);
        let ends = if self.is_upside_down { (top, bottom) } else { (bottom, top) };
        let scale = Scale { from: low, to: high, at_from: ends.0, at_to: ends.1 };
        for tick in ticks {
            let y = px(scale.at(tick));
            let _ = write!(
                svg,
                "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{y}\" y2=\"{y}\"/><text class=\"ax\" text-anchor=\"end\" \
                 x=\"{}\" y=\"{}\">{}</text>",
                px(width - RIGHT),
                px(LEFT - 8.0),
                px(scale.at(tick) + 4.0),
                escaped(&(self.said)(tick))
            );
        }
        for run in self.runs(xs) {
            if let Some((below, above)) = self.range {
                let up = line(run.iter().map(|(x, value)| (*x, scale.at((value * above).min(high)))));
                let back = line(run.iter().rev().map(|(x, value)| (*x, scale.at((value * below).max(low)))));
                let _ = write!(svg, "<path class=\"lane-f\" d=\"M{up}L{back}Z\"/>");
            }
            let through = line(run.iter().map(|(x, value)| (*x, scale.at(value.clamp(low, high)))));
            if let (true, Some((first, _)), Some((last, _))) = (self.is_ground, run.first(), run.last()) {
                let (first, last, bottom) = (px(*first), px(*last), px(bottom));
                let _ = write!(
                    svg,
                    "<path class=\"lane-f\" d=\"M{through}L{last},{bottom}L{first},{bottom}Z\"/>"
                );
            }
            let _ = write!(svg, "<path class=\"lane\" d=\"M{through}\"/>");
        }
    }

    /// Stretches without a gap.
    fn runs(&self, xs: &[f64]) -> Vec<Vec<(f64, f64)>> {
        let mut runs: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
        for (x, value) in xs.iter().zip(&self.values) {
            match (value, runs.last_mut()) {
                (Some(value), Some(run)) => run.push((*x, *value)),
                (None, Some(run)) if !run.is_empty() => runs.push(Vec::new()),
                _ => {}
            }
        }
        runs.retain(|run| run.len() > 1);
        runs
    }

    /// From low to high, without the rare outlier: the 1st to the 99th of a hundred, and the range around them.
    fn bounds(&self) -> (f64, f64) {
        let mut sorted: Vec<f64> = self.values.iter().flatten().copied().collect();
        sorted.sort_by(f64::total_cmp);
        let at =
            |share: usize| sorted.get((sorted.len().saturating_sub(1)) * share / 100).copied().unwrap_or(0.0);
        let (below, above) = self.range.unwrap_or((1.0, 1.0));
        let (low, high) = (at(1) * below, at(99) * above);
        let room = (high - low).max(self.steps.first().copied().unwrap_or(0.1)) * 0.08;
        (low - room, high + room)
    }

    /// Two to four round values.
    fn ticks(&self, low: f64, high: f64) -> Vec<f64> {
        let step = self.steps.iter().copied().find(|step| (high - low) / step <= 3.5);
        let step = step.or(self.steps.last().copied()).unwrap_or(1.0);
        let mut tick = (low / step).ceil() * step;
        let mut ticks = Vec::new();
        while tick <= high && ticks.len() < 6 {
            ticks.push(tick);
            tick += step;
        }
        if ticks.is_empty() {
            // An almost even line: one value says it.
            ticks.push(f64::midpoint(low, high));
        }
        ticks
    }
}

fn line(points: impl Iterator<Item = (f64, f64)>) -> String {
    let mut d = String::new();
    for (x, y) in points {
        if !d.is_empty() {
            d.push('L');
        }
        let _ = write!(d, "{},{}", px(x), px(y));
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lane(values: Vec<Option<f64>>) -> Lane {
        Lane {
            name: "force".to_owned(),
            values,
            range: None,
            said: |value| format!("{value:.1}"),
            steps: STEPS,
            is_upside_down: false,
            is_ground: false,
            height: 60.0,
        }
    }

    #[test]
    fn a_gap_is_not_joined() {
        let lanes = [lane(vec![Some(4.0), Some(5.0), None, Some(5.0), Some(4.0)])];
        let at = [0.0, 1.0, 2.0, 3.0, 4.0];
        let stack = Stack { lanes: &lanes, at: &at, unit: "km", label: String::new(), width: 400.0 };
        assert_eq!(draw(&stack).matches("class=\"lane\"").count(), 2);
    }

    #[test]
    fn an_outlier_stays_inside_its_lane() {
        let mut values = vec![Some(150.0); 300];
        values[0] = Some(60.0);
        let lanes = [lane(values)];
        let at: Vec<f64> = (0..300).map(f64::from).collect();
        let svg = draw(&Stack { lanes: &lanes, at: &at, unit: "km", label: String::new(), width: 400.0 });
        // The lane reaches from 38 to 98.
        assert!(
            svg.contains("class=\"lane\" d=\"M46,98L"),
            "{}",
            svg.split("class=\"lane\"").nth(1).unwrap()
        );
    }

    #[test]
    fn the_axis_has_two_to_four_round_values() {
        for (low, high) in [(4.0, 6.0), (140.0, 181.0), (3.0, 1800.0), (4.61, 4.69)] {
            let ticks = lane(vec![]).ticks(low, high);
            assert!((1..=4).contains(&ticks.len()), "{low} {high} {ticks:?}");
        }
    }
}
