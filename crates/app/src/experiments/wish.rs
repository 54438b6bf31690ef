//! What somebody wishes to try, and its reading from named values.

use super::Refused;
use kneewise_types::{Date, ExperimentKind, ExperimentOutcome, Side};
use std::ops::RangeInclusive;

/// An experiment as it is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    pub kind: ExperimentKind,
    pub side: Side,
    /// Pairs of blocks, 2 to 6.
    pub pairs: u8,
    /// Days of a block, 14 to 28.
    pub block_days: u8,
    pub outcome: ExperimentOutcome,
    /// First day; the day after the one asked when absent.
    pub start: Option<Date>,
    /// What the order is drawn from.
    pub seed: u64,
    /// How many more steps a minute, 5 to 10 percent; of step rates alone.
    pub percent: f64,
    /// Names of the pairs; of shoes alone.
    pub usual: Option<String>,
    pub other: Option<String>,
    /// Rest days a week, 1 to 6; one more than usual when absent; of rest days alone.
    pub rest_days: Option<u8>,
}

impl Wish {
    /// How many more steps are proposed, percent.
    pub const PERCENT: f64 = 7.5;
    pub const PERCENTS: RangeInclusive<f64> = 5.0..=10.0;
    pub const PAIRS: RangeInclusive<u8> = 2..=6;
    /// How many pairs are proposed: the smallest chance is one in eight.
    pub const PROPOSED_PAIRS: u8 = 3;
    pub const BLOCK_DAYS: RangeInclusive<u8> = 14..=28;
    pub const REST_DAYS: RangeInclusive<u8> = 1..=6;

    /// What is proposed for a kind and a knee.
    #[must_use]
    pub const fn new(kind: ExperimentKind, side: Side, seed: u64) -> Self {
        Self {
            kind,
            side,
            pairs: Self::PROPOSED_PAIRS,
            block_days: *Self::BLOCK_DAYS.start(),
            outcome: ExperimentOutcome::DailyPain,
            start: None,
            seed,
            percent: Self::PERCENT,
            usual: None,
            other: None,
            rest_days: None,
        }
    }

    /// Read from named values, those of a form or of a JSON object; empty ones count as not given. `seed` is taken unless
    /// one is named.
    pub fn read<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>, seed: u64) -> Result<Self, Refused> {
        let given: Vec<(&str, &str)> =
            fields.map(|(name, value)| (name, value.trim())).filter(|(_, value)| !value.is_empty()).collect();
        let of = |wanted: &str| given.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
        let kind = of("kind").ok_or_else(|| Refused::value("kind", KINDS))?;
        let kind = ExperimentKind::from_code(&kind.replace('-', "_"))
            .ok_or_else(|| Refused::value("kind", KINDS))?;
        let side = of("side").and_then(|word| Side::BOTH.into_iter().find(|side| side.word() == word));
        let mut wish = Self::new(kind, side.ok_or_else(|| Refused::value("side", "left or right"))?, seed);
        for (name, value) in given {
            wish.put(name, value)?;
        }
        Ok(wish)
    }

    fn put(&mut self, name: &str, value: &str) -> Result<(), Refused> {
        match name {
            "kind" | "side" => {}
            "pairs" => self.pairs = whole("pairs", value, Self::PAIRS)?,
            "block_days" => self.block_days = whole("block_days", value, Self::BLOCK_DAYS)?,
            "rest_days" => self.rest_days = Some(whole("rest_days", value, Self::REST_DAYS)?),
            "percent" => {
                let percent = value.parse().ok().filter(|value| Self::PERCENTS.contains(value));
                self.percent =
                    percent.ok_or_else(|| cannot("percent", value, "a number between 5 and 10"))?;
            }
            "outcome" => {
                self.outcome = ExperimentOutcome::from_code(value)
                    .ok_or_else(|| cannot("outcome", value, "daily_pain or flare_free_days"))?;
            }
            "start" => {
                let day =
                    value.parse().map_err(|_| cannot("start", value, "a day: write it as YYYY-MM-DD"))?;
                self.start = Some(day);
            }
            "seed" => {
                // As large as a database holds.
                let seed = value.parse::<i64>().ok().and_then(|seed| u64::try_from(seed).ok());
                self.seed = seed.ok_or_else(|| cannot("seed", value, "a whole number from 0"))?;
            }
            "usual" => self.usual = Some(value.to_owned()),
            "other" => self.other = Some(value.to_owned()),
            _ => {
                let what = format!("`{name}` is none of {NAMES}");
                return Err(Refused::value("", what));
            }
        }
        Ok(())
    }
}

const KINDS: &str = "step_rate, shoes or rest_days";
const NAMES: &str = "kind, side, percent, usual, other, rest_days, pairs, block_days, outcome, start, seed";

fn cannot(field: &'static str, value: &str, options: &str) -> Refused {
    Refused::value(field, format!("`{value}` is not {options}"))
}

fn whole(field: &'static str, value: &str, range: RangeInclusive<u8>) -> Result<u8, Refused> {
    let number = value.parse().ok().filter(|number| range.contains(number));
    let options = format!("a whole number from {} to {}", range.start(), range.end());
    number.ok_or_else(|| cannot(field, value, &options))
}

#[cfg(test)]
mod test {
    use super::*;

    fn read(fields: &[(&str, &str)]) -> Result<Wish, String> {
        Wish::read(fields.iter().copied(), 7).map_err(|refused| match refused {
            Refused::Value { field, what } => format!("{field}: {what}"),
            other => format!("{other:?}"),
        })
    }

    #[test]
    fn what_is_left_open_is_as_proposed() {
        let wish = read(&[("kind", "step-rate"), ("side", "left"), ("percent", ""), ("start", "2026-10-01")]);
        let proposed = Wish::new(ExperimentKind::StepRate, Side::Left, 7);
        assert_eq!(wish, Ok(Wish { start: "2026-10-01".parse().ok(), ..proposed }));
    }

    #[test]
    fn what_cannot_be_is_named() {
        let bare = [("kind", "shoes"), ("side", "right")];
        for (name, value, said) in [
            ("percent", "11", "percent: `11` is not a number between 5 and 10"),
            ("percent", "NaN", "percent: `NaN` is not a number between 5 and 10"),
            ("pairs", "1", "pairs: `1` is not a whole number from 2 to 6"),
            ("block_days", "29", "block_days: `29` is not a whole number from 14 to 28"),
            ("rest_days", "7", "rest_days: `7` is not a whole number from 1 to 6"),
            ("seed", "-1", "seed: `-1` is not a whole number from 0"),
            ("outcome", "joy", "outcome: `joy` is not daily_pain or flare_free_days"),
            ("start", "soon", "start: `soon` is not a day: write it as YYYY-MM-DD"),
        ] {
            assert_eq!(read(&[&bare[..], &[(name, value)]].concat()), Err(said.to_owned()));
        }
        assert!(
            read(&[&bare[..], &[("colour", "red")]].concat()).unwrap_err().contains("`colour` is none of")
        );
        assert!(read(&[("kind", "sleep"), ("side", "left")]).is_err());
        assert!(read(&[("kind", "shoes"), ("side", "both")]).is_err());
    }
}
