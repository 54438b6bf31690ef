//! Numbers with their units, dates and counts.

use super::language::{either, is_german};
use kneewise_types::{Date, UnitSystem};

/// Metres in a mile.
pub const METRES_PER_MILE: f64 = 1609.344;
const METRES_PER_FOOT: f64 = 0.3048;
const POUNDS_PER_KG: f64 = 2.204_622_621_848_78;
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// For charts.
pub const MONTHS_SHORT: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SMALL: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

const MONATE: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const MONATE_KURZ: [&str; 12] =
    ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.", "Dez."];
const WOCHENTAGE: [&str; 7] =
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];

/// How to speak: the day of the answer decides whether a date needs its year, the units how far is far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    pub as_of: Date,
    pub units: UnitSystem,
}

impl Voice {
    /// `18.0 km` or `11.2 miles`.
    #[must_use]
    pub fn distance(&self, metres: f64) -> String {
        distance(metres, self.units)
    }

    /// `218 m` or `715 feet`, for heights.
    #[must_use]
    pub fn height(&self, metres: f64) -> String {
        match self.units {
            UnitSystem::Metric => format!("{metres:.0}\u{a0}m"),
            UnitSystem::Imperial => format!("{:.0}\u{a0}{}", metres / METRES_PER_FOOT, either("feet", "Fuß")),
        }
    }

    /// `71 kg` or `157 lb`.
    #[must_use]
    pub fn mass(&self, kg: f64) -> String {
        match self.units {
            UnitSystem::Metric => format!("{}\u{a0}kg", short(kg)),
            UnitSystem::Imperial => format!("{:.0}\u{a0}lb", kg * POUNDS_PER_KG),
        }
    }

    /// `20 September`, with its year when that is not the year of the answer.
    #[must_use]
    pub fn day(&self, date: Date) -> String {
        day(date, self.as_of)
    }

    /// `14 to 20 September`.
    #[must_use]
    pub fn span(&self, from: Date, to: Date) -> String {
        if from == to {
            self.day(to)
        } else if from.month() == to.month() && from.year() == to.year() {
            format!("{}{}\u{a0}{}", from.day(), either("\u{a0}to", ".\u{a0}bis"), self.day(to))
        } else {
            format!("{} {} {}", self.day(from), either("to", "bis"), self.day(to))
        }
    }
}

/// A distance in the runner's units, to a tenth below 100 and whole from there.
#[must_use]
pub fn distance(metres: f64, units: UnitSystem) -> String {
    let (value, unit) = match units {
        UnitSystem::Metric => (metres / 1000.0, "km"),
        UnitSystem::Imperial => (metres / METRES_PER_MILE, either("miles", "Meilen")),
    };
    let decimals = usize::from(value < 99.95);
    format!("{}\u{a0}{unit}", decimal(value, decimals))
}

/// A number with so many decimals, written as the language does.
#[must_use]
pub fn decimal(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    if is_german() { text.replace('.', ",") } else { text }
}

/// `20 September`, with its year when that is not the year of the answer.
#[must_use]
pub fn day(date: Date, as_of: Date) -> String {
    let (month, day) = (month(date), either("", "."));
    if date.year() == as_of.year() {
        format!("{}{day}\u{a0}{month}", date.day())
    } else {
        format!("{}{day}\u{a0}{month}\u{a0}{}", date.day(), date.year())
    }
}

fn month(date: Date) -> &'static str {
    let names = either(&MONTHS, &MONATE);
    usize::try_from(date.month() - 1).ok().and_then(|at| names.get(at)).copied().unwrap_or("")
}

/// `20 Sep`.
#[must_use]
pub fn short_day(date: Date) -> String {
    format!("{}{}\u{a0}{}", date.day(), either("", "."), short_month(date))
}

/// `Sep`.
#[must_use]
pub fn short_month(date: Date) -> &'static str {
    usize::try_from(date.month() - 1)
        .ok()
        .and_then(|at| either(&MONTHS_SHORT, &MONATE_KURZ).get(at))
        .copied()
        .unwrap_or("")
}

/// `Thursday 1 October 2026`.
#[must_use]
pub fn full_day(date: Date) -> String {
    let at = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
    let weekday = either(&WEEKDAYS, &WOCHENTAGE).get(at).unwrap_or(&"");
    let (comma, dot) = (either("", ","), either("", "."));
    format!("{weekday}{comma} {}{dot} {} {}", date.day(), month(date), date.year())
}

/// `no run`, `one run`, `two runs`, `12 runs`.
#[must_use]
pub fn count(number: u32, one: &str, many: &str) -> String {
    if is_german() {
        return format!("{number}\u{a0}{}", if number == 1 { one } else { many });
    }
    let noun = if number <= 1 { one } else { many };
    match usize::try_from(number).ok().and_then(|at| SMALL.get(at)) {
        Some(word) => format!("{word}\u{a0}{noun}"),
        None => format!("{number}\u{a0}{noun}"),
    }
}

/// `no`, `one`, `two` … `nine`, `10`.
#[must_use]
pub fn few(number: u32) -> String {
    if is_german() {
        return number.to_string();
    }
    match usize::try_from(number).ok().and_then(|at| SMALL.get(at)) {
        Some(word) => (*word).to_owned(),
        None => number.to_string(),
    }
}

/// `44 %` of a share or a change, from a fraction.
#[must_use]
pub fn per_cent(fraction: f64) -> String {
    format!("{:.0}\u{a0}%", fraction * 100.0)
}

/// Whole when it is whole, else one decimal: `45`, `8.5`.
#[must_use]
pub fn short(value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if is_german() { text.replace('.', ",") } else { text.to_owned() }
}

/// `a`, `a and b`, `a, b and c`.
#[must_use]
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} {} {last}", most.join(", "), either("and", "und")),
    }
}

/// With its first letter as a capital.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod test {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn distances_follow_the_units() {
        assert_eq!(distance(18_000.0, UnitSystem::Metric), "18.0\u{a0}km");
        assert_eq!(distance(18_000.0, UnitSystem::Imperial), "11.2\u{a0}miles");
        assert_eq!(distance(702_400.0, UnitSystem::Metric), "702\u{a0}km");
        assert_eq!(distance(99_960.0, UnitSystem::Metric), "100\u{a0}km");
    }

    #[test]
    fn a_year_is_named_when_it_is_another_one() {
        let voice = Voice { as_of: date("2026-10-01"), units: UnitSystem::Metric };
        assert_eq!(voice.day(date("2026-09-20")), "20\u{a0}September");
        assert_eq!(voice.day(date("2025-09-20")), "20\u{a0}September\u{a0}2025");
        assert_eq!(voice.span(date("2026-09-14"), date("2026-09-20")), "14\u{a0}to\u{a0}20\u{a0}September");
        assert_eq!(
            voice.span(date("2025-12-29"), date("2026-01-04")),
            "29\u{a0}December\u{a0}2025 to 4\u{a0}January"
        );
        assert_eq!(full_day(date("2026-10-01")), "Thursday 1 October 2026");
    }

    #[test]
    fn small_counts_are_words() {
        assert_eq!(count(0, "run", "runs"), "no\u{a0}run");
        assert_eq!(count(2, "run", "runs"), "two\u{a0}runs");
        assert_eq!(count(12, "run", "runs"), "12\u{a0}runs");
        assert_eq!(short(45.0), "45");
        assert_eq!(short(8.54), "8.5");
    }
}
