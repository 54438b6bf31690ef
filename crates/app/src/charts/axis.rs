//! Scales, ticks, and numbers short enough for a path.

use crate::words::language::is_german;

/// A straight scale from values to places on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    pub from: f64,
    pub to: f64,
    /// Where `from` and `to` are drawn.
    pub at_from: f64,
    pub at_to: f64,
}

impl Scale {
    /// The place of a value.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let width = self.to - self.from;
        if width.abs() < f64::EPSILON {
            return self.at_from;
        }
        self.at_from + (value - self.from) / width * (self.at_to - self.at_from)
    }
}

/// Round values from 0 up to a little beyond `most`, at most `count` steps.
#[must_use]
pub fn ticks(most: f64, count: u32) -> Vec<f64> {
    if !(most.is_finite() && most > 0.0) {
        return vec![0.0, 1.0];
    }
    let rough = most / f64::from(count.max(1));
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].iter().map(|k| k * power).find(|step| *step >= rough * 0.999);
    let step = step.unwrap_or(10.0 * power);
    let mut ticks = vec![0.0];
    let mut value = 0.0;
    while value < most * 0.999 && ticks.len() < 12 {
        value += step;
        ticks.push(value);
    }
    ticks
}

/// A coordinate with at most one decimal.
#[must_use]
pub fn px(value: f64) -> String {
    let text = format!("{value:.1}");
    let short = text.strip_suffix(".0").unwrap_or(&text);
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// `2k`, `1.5k`, `500`.
#[must_use]
pub fn thousands(value: f64) -> String {
    let text = if value >= 1000.0 { format!("{}k", (value / 100.0).round() / 10.0) } else { px(value) };
    if is_german() { text.replace('.', ",") } else { text }
}

/// Text that stands between tags or in an attribute.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_beyond_the_most() {
        assert_eq!(ticks(18.0, 4), [0.0, 5.0, 10.0, 15.0, 20.0]);
        assert_eq!(ticks(6.0, 3), [0.0, 2.0, 4.0, 6.0]);
        assert_eq!(ticks(0.0, 4), [0.0, 1.0]);
        assert_eq!(ticks(f64::NAN, 4), [0.0, 1.0]);
        for most in [0.013, 0.7, 3.3, 42.2, 99.0, 1234.0, 5.0e6] {
            let ticks = ticks(most, 4);
            assert!(ticks.len() <= 6 && ticks.last().unwrap() >= &(most * 0.999), "{most}: {ticks:?}");
        }
    }

    #[test]
    fn a_scale_turns_upside_down() {
        let scale = Scale { from: 0.0, to: 20.0, at_from: 200.0, at_to: 0.0 };
        assert!((scale.at(5.0) - 150.0).abs() < 1e-9);
        let flat = Scale { from: 1.0, to: 1.0, at_from: 7.0, at_to: 9.0 };
        assert!((flat.at(5.0) - 7.0).abs() < 1e-9);
    }

    #[test]
    fn thousands_are_short() {
        assert_eq!([1500.0, 20_000.0, 500.0].map(thousands), ["1.5k", "20k", "500"]);
    }

    #[test]
    fn places_are_short() {
        assert_eq!((px(1.0).as_str(), px(1.26).as_str(), px(-0.04).as_str()), ("1", "1.3", "0"));
        assert_eq!(escaped("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&#39;");
    }
}
