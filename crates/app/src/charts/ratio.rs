//! One ratio with its interval on a logarithmic line, the middle of which is "as it was".

use super::axis::{escaped, px};

/// One dot and its interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    pub ratio: f64,
    pub low: f64,
    pub high: f64,
    /// Filled; else hollow: no clear sign.
    pub is_clear: bool,
    /// What is said of it.
    pub label: String,
}

const WIDTH: f64 = 300.0;
const MIDDLE: f64 = WIDTH / 2.0;
const ROOM: f64 = 138.0;
const HEIGHT: f64 = 30.0;

/// Ends that an axis may have.
const ENDS: [f64; 5] = [1.25, 1.5, 2.0, 4.0, 8.0];

/// The nearest end that holds every interval; what lies beyond the farthest is drawn at it.
#[must_use]
pub fn end(dots: &[Dot]) -> f64 {
    let farthest = |dot: &Dot| dot.low.ln().abs().max(dot.high.ln().abs());
    let most = dots.iter().map(farthest).filter(|far| !far.is_nan()).fold(0.0, f64::max);
    ENDS.into_iter().find(|end| most <= end.ln()).unwrap_or(8.0)
}

/// The line as one SVG element; the axis runs from `1 / end` to `end`.
#[must_use]
pub fn draw(dot: &Dot, end: f64) -> String {
    let at = |ratio: f64| {
        let share = if ratio > 0.0 { (ratio.ln() / end.ln()).clamp(-1.0, 1.0) } else { -1.0 };
        MIDDLE + ROOM * share
    };
    let (low, high, place) = (at(dot.low), at(dot.high), at(dot.ratio));
    let class = if dot.is_clear { "r-dot" } else { "r-dot open" };
    format!(
        "<svg class=\"ratio\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\"><line class=\"f-one\" x1=\"{m}\" x2=\"{m}\" \
         y1=\"0\" y2=\"{}\"/><line class=\"r-field\" x1=\"{}\" x2=\"{}\" y1=\"15\" y2=\"15\"/><circle class=\"{class}\" cx=\"{}\" \
         cy=\"15\" r=\"6\"/></svg>",
        px(WIDTH),
        px(HEIGHT),
        escaped(&dot.label),
        px(HEIGHT),
        px(low),
        px(high),
        px(place),
        m = px(MIDDLE),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(ratio: f64, low: f64, high: f64) -> Dot {
        Dot { ratio, low, high, is_clear: true, label: "6 % less & more".to_owned() }
    }

    #[test]
    fn the_axis_holds_every_interval_and_is_even_about_its_middle() {
        let dots = [dot(0.94, 0.90, 0.97), dot(0.56, 0.37, 0.75)];
        assert!((end(&dots) - 4.0).abs() < 1e-12);
        assert!((end(&dots[..1]) - 1.25).abs() < 1e-12);
        assert!((end(&[dot(1.0, 1.0, 1.0)]) - 1.25).abs() < 1e-12);
        assert!((end(&[dot(1.0, 0.0, 90.0)]) - 8.0).abs() < 1e-12);
        let svg = draw(&dot(1.0, 0.5, 2.0), 4.0);
        assert!(svg.contains("x1=\"81\" x2=\"219\"") && svg.contains("cx=\"150\""), "{svg}");
        assert!(svg.contains("6 % less &amp; more"));
        let beyond = draw(&dot(20.0, 0.0, 90.0), 8.0);
        assert!(beyond.contains("x1=\"12\" x2=\"288\"") && beyond.contains("cx=\"288\""), "{beyond}");
    }
}
