//! Dates as the account's language writes them: `Apr 28, 2018, 2:15:35 PM`, `28.04.2018, 14:15:35`,
//! `28 avr. 2018 à 14:15:35`, `28 de abr. de 2018, 14:15:35`, `28/04/2018 14:15`, `2018-04-28 14:15:35`,
//! `2018年4月28日 14:15:35`. All UTC.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use std::borrow::Cow;

/// Which comes first in a date of three numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// First letters of the months without accents; English, German, French, Spanish, Portuguese, Italian, Dutch.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen"],
    &["feb", "fev"],
    &["mar", "mrz", "maa", "mrt"],
    &["apr", "avr", "abr"],
    &["may", "mai", "mag", "mei"],
    &["jun", "juin", "giu"],
    &["jul", "juil", "lug"],
    &["aug", "aou", "ago"],
    &["sep", "set"],
    &["oct", "okt", "out", "ott"],
    &["nov"],
    &["dec", "dez", "dic"],
];

/// The order that all dates of a table agree with; when nothing decides, the one of its clock: only accounts
/// with AM and PM write the month first.
pub(super) fn order<'a>(dates: impl Iterator<Item = &'a str>) -> Order {
    let mut has_half_days = false;
    for date in dates {
        let parts = parts(date);
        has_half_days |= parts.half_day.is_some();
        match (parts.month, parts.numbers.as_slice()) {
            (None, [first, ..]) if (13..=31).contains(first) => return Order::DayFirst,
            (None, [first, second, ..]) if *first <= 12 && (13..=31).contains(second) => {
                return Order::MonthFirst;
            }
            _ => {}
        }
    }
    if has_half_days { Order::MonthFirst } else { Order::DayFirst }
}

/// The instant; `None` when it is no date.
pub(super) fn read(text: &str, order: Order) -> Option<Timestamp> {
    let parts = parts(text);
    let mut numbers = parts.numbers.iter().copied();
    let (year, month, day) = match (parts.month, order) {
        (Some(month), _) => {
            let (first, second) = (numbers.next()?, numbers.next()?);
            // The year may stand before the day.
            if first > 31 { (first, month, second) } else { (second, month, first) }
        }
        (None, order) => {
            let (first, second, third) = (numbers.next()?, numbers.next()?, numbers.next()?);
            match order {
                _ if first > 31 => (first, second, third),
                Order::DayFirst => (third, second, first),
                Order::MonthFirst => (third, first, second),
            }
        }
    };
    let (hour, minute, second) = (numbers.next()?, numbers.next()?, numbers.next().unwrap_or(0));
    let hour = match parts.half_day {
        Some(HalfDay::Before) if hour == 12 => 0,
        Some(HalfDay::After) if hour < 12 => hour + 12,
        _ => hour,
    };
    let small = |number: u16| i8::try_from(number).ok();
    let date_time = DateTime::new(
        i16::try_from(year).ok().filter(|year| (1970..=2100).contains(year))?,
        small(month)?,
        small(day)?,
        small(hour)?,
        small(minute)?,
        small(second)?,
        0,
    )
    .ok()?;
    Offset::UTC.to_timestamp(date_time).ok()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HalfDay {
    Before,
    After,
}

/// Numbers in order, a month by name, and AM or PM.
#[derive(Debug, Default)]
struct Parts {
    numbers: Vec<u16>,
    month: Option<u16>,
    half_day: Option<HalfDay>,
}

fn parts(text: &str) -> Parts {
    let plain = without_ideographs(text);
    let plain: String = plain.chars().flat_map(char::to_lowercase).map(without_accent).collect();
    let mut parts = Parts::default();
    for word in plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        // `T` may join the day to the hour, and `Z` end it.
        for piece in
            word.split_inclusive(|c: char| c == 't' && word.starts_with(|c: char| c.is_ascii_digit()))
        {
            let digits = piece.trim_end_matches(['t', 'z']);
            if let Ok(number) = digits.parse() {
                parts.numbers.push(number);
                continue;
            }
            match piece {
                "am" | "a" if parts.numbers.len() > 2 => parts.half_day = Some(HalfDay::Before),
                "pm" | "p" => parts.half_day = Some(HalfDay::After),
                _ => parts.month = parts.month.or_else(|| month(piece)),
            }
        }
    }
    parts
}

fn month(word: &str) -> Option<u16> {
    if word.len() < 3 {
        return None;
    }
    let found = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    u16::try_from(found + 1).ok()
}

/// Japanese and Chinese write the unit after each number, and the half of the day as a word before the hour.
fn without_ideographs(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let worded = text.replace("上午", " am ").replace("下午", " pm ");
    let worded = worded.replace("午前", " am ").replace("午後", " pm ");
    Cow::Owned(worded.replace(['年', '月', '日', '时', '時', '分', '秒'], " "))
}

fn without_accent(letter: char) -> char {
    match letter {
        'é' | 'è' | 'ê' => 'e',
        'û' | 'ü' => 'u',
        'ä' | 'á' | 'ã' => 'a',
        'ç' => 'c',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_instant_in_many_languages() {
        let cases = [
            "Apr 28, 2018, 2:15:35 PM",
            "Apr 28, 2018, 2:15:35\u{202f}PM",
            "28 Apr 2018, 14:15:35",
            "28.04.2018, 14:15:35",
            "28. Apr. 2018, 14:15:35",
            "28 avr. 2018 à 14:15:35",
            "28 avr. 2018, 14:15:35",
            "28 abr 2018, 14:15:35",
            "28 abr. 2018 2:15:35 p. m.",
            "28 de abr. de 2018, 14:15:35",
            "28 apr 2018, 14:15:35",
            "28 apr. 2018 14:15:35",
            "28/04/2018 14:15:35",
            "2018-04-28 14:15:35",
            "2018-04-28T14:15:35Z",
            "2018年4月28日 14:15:35",
            "2018年4月28日下午2:15:35",
            "2018/04/28 午後2:15:35",
            "2018/04/28 14:15:35",
        ];
        for text in cases {
            let read = read(text, Order::DayFirst).map(|instant| instant.to_string());
            assert_eq!(read.as_deref(), Some("2018-04-28T14:15:35Z"), "{text}");
        }
        let american = read("4/28/2018, 2:15:35 PM", Order::MonthFirst).unwrap();
        assert_eq!(american.to_string(), "2018-04-28T14:15:35Z");
    }

    #[test]
    fn midnight_and_noon() {
        let midnight = read("Apr 28, 2018, 12:05:00 AM", Order::MonthFirst).unwrap();
        assert_eq!(midnight.to_string(), "2018-04-28T00:05:00Z");
        let noon = read("Apr 28, 2018, 12:05:00 PM", Order::MonthFirst).unwrap();
        assert_eq!(noon.to_string(), "2018-04-28T12:05:00Z");
    }

    #[test]
    fn every_month_of_every_language() {
        let languages = [
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
            "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
            "ene feb mar abr may jun jul ago sept oct nov dic",
            "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
            "gen feb mar apr mag giu lug ago set ott nov dic",
            "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
        ];
        for language in languages {
            for (at, name) in language.split(' ').enumerate() {
                let read = read(&format!("5 {name} 2020, 06:07:08"), Order::DayFirst).unwrap();
                assert_eq!(read.to_string(), format!("2020-{:02}-05T06:07:08Z", at + 1), "{name}");
            }
        }
    }

    #[test]
    fn the_table_tells_whether_the_day_or_the_month_comes_first() {
        assert_eq!(order(["1/2/2020 10:00", "28/2/2020 10:00"].into_iter()), Order::DayFirst);
        assert_eq!(order(["1/2/2020 10:00", "2/28/2020 10:00"].into_iter()), Order::MonthFirst);
        assert_eq!(order(["1/2/2020 10:00"].into_iter()), Order::DayFirst);
        assert_eq!(order(["1/2/2020, 10:00 AM"].into_iter()), Order::MonthFirst);
    }

    #[test]
    fn what_is_no_date() {
        for text in ["", "yesterday", "Run", "31.02.2020, 10:00:00", "5 apr 2020", "12345"] {
            assert_eq!(read(text, Order::DayFirst), None, "{text}");
        }
    }
}
