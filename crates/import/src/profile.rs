//! `profile.toml`: what does not change from day to day. Every key is optional; one that cannot be is left out
//! with a note that names key, value and range.

use crate::{Context, Entries, ImportError, Imported, Note, text};
use kneewise_types::{Date, FootStrike, OutOfRange, PreviousInjury, Profile, Sex, Side, UnitSystem};
use toml::{Table, Value};

/// Longest text or list that is taken.
const MAX_ITEMS: usize = 100;

/// Reads a profile.
pub fn read_profile(bytes: &[u8], context: &Context<'_>) -> Result<Imported, ImportError> {
    let (text, encoding) = text::decode(bytes);
    let table: Table = text.parse().map_err(|error| syntax(&text, &error))?;
    let mut reading = Reading { profile: Profile::default(), notes: encoding.into_iter().collect(), kept: 0 };
    for (key, value) in &table {
        match reading.set(key, value, context) {
            Ok(()) => reading.kept += 1,
            Err(what) => reading.note(key, what),
        }
    }
    if reading.kept == 0 {
        let why =
            reading.notes.first().map_or("it has no key of a profile".to_owned(), |note| note.what.clone());
        return Err(ImportError::Nothing { why });
    }
    let entries = Entries { profile: Some(reading.profile), ..Entries::default() };
    Ok(Imported { entries, notes: reading.notes, ..Imported::default() })
}

/// Where the file is no TOML.
fn syntax(text: &str, error: &toml::de::Error) -> ImportError {
    let at = error.span().map_or(0, |span| span.start);
    let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    let what = error.message().lines().next().unwrap_or("it is not TOML").to_lowercase();
    ImportError::Nothing { why: format!("line {line} is not TOML, where text stands in quotes: {what}") }
}

struct Reading {
    profile: Profile,
    notes: Vec<Note>,
    kept: u32,
}

/// What is wrong with a value.
type Fault = String;

impl Reading {
    fn note(&mut self, key: &str, what: Fault) {
        self.notes.push(Note { at: Some(format!("key {key}")), what: format!("{what}, left out") });
    }

    fn set(&mut self, key: &str, value: &Value, context: &Context<'_>) -> Result<(), Fault> {
        let profile = &mut self.profile;
        match key {
            "sex" => profile.sex = Some(word(value, &[("female", Sex::Female), ("male", Sex::Male)])?),
            "birth_year" => profile.birth_year = Some(whole(value, 1900, 2100)?),
            "height_m" => profile.height_m = Some(number(value, 1.0, 2.5)?),
            "mass_kg" => profile.mass = Some(quantity(value, 25.0, 250.0)?),
            "running_since" => profile.running_since = Some(date(value)?),
            "previous_knee_injury" => return self.injuries(value),
            "max_heart_rate_bpm" => profile.max_heart_rate = Some(quantity(value, 100.0, 240.0)?),
            "resting_heart_rate_bpm" => profile.resting_heart_rate = Some(quantity(value, 25.0, 120.0)?),
            "threshold_heart_rate_bpm" => profile.threshold_heart_rate = Some(quantity(value, 60.0, 230.0)?),
            "threshold_speed_mps" => profile.threshold_speed = Some(quantity(value, 1.0, 8.0)?),
            "foot_strike" => profile.foot_strike = Some(word(value, &STRIKES)?),
            "equipment" => profile.equipment = words(value)?,
            "units" => profile.units = Some(word(value, &UNITS)?),
            "time_zone" => profile.time_zone = Some(zone(value, context)?),
            "is_poor_sleeper" => {
                profile.is_poor_sleeper = Some(word(value, &[("true", true), ("false", false)])?);
            }
            _ => return Err(format!("`{key}` is no key of a profile")),
        }
        Ok(())
    }

    fn injuries(&mut self, value: &Value) -> Result<(), Fault> {
        let list = value.as_array().filter(|list| list.len() <= MAX_ITEMS);
        let list = list.ok_or("`previous_knee_injury` is not a list of `{ side, from, to, condition }`")?;
        for (at, item) in list.iter().enumerate() {
            match injury(item) {
                Ok(injury) => self.profile.previous_knee_injury.push(injury),
                Err(what) => self.note(&format!("previous_knee_injury {}", at + 1), what),
            }
        }
        Ok(())
    }
}

const STRIKES: [(&str, FootStrike); 3] = [
    ("rearfoot", FootStrike::Rearfoot),
    ("midfoot", FootStrike::Midfoot),
    ("forefoot", FootStrike::Forefoot),
];
const UNITS: [(&str, UnitSystem); 2] = [("metric", UnitSystem::Metric), ("imperial", UnitSystem::Imperial)];

fn injury(item: &Value) -> Result<PreviousInjury, Fault> {
    let table =
        item.as_table().ok_or_else(|| format!("{} is not `{{ side, from, to, condition }}`", shown(item)))?;
    let side = table.get("side").ok_or("`side` is missing")?;
    let from = table.get("from").map(date).transpose()?;
    let to = table.get("to").map(date).transpose()?;
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        return Err(format!("`{to}` is before `{from}`"));
    }
    let condition = table.get("condition").and_then(Value::as_str).map(str::to_owned);
    Ok(PreviousInjury {
        side: word(side, &[("left", Side::Left), ("right", Side::Right)])?,
        from,
        to,
        condition,
    })
}

/// The value as the runner wrote it, in backticks.
fn shown(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let short: String = text.chars().take(60).collect();
    format!("`{short}`")
}

fn number(value: &Value, min: f64, max: f64) -> Result<f64, Fault> {
    let parsed = match value {
        Value::Float(number) => Some(*number),
        Value::Integer(number) => i32::try_from(*number).ok().map(f64::from),
        _ => None,
    };
    parsed
        .filter(|number| (min..=max).contains(number))
        .ok_or_else(|| format!("{} is not a number between {min} and {max}", shown(value)))
}

fn quantity<T: TryFrom<f64, Error = OutOfRange>>(value: &Value, min: f64, max: f64) -> Result<T, Fault> {
    T::try_from(number(value, min, max)?).map_err(|error| error.to_string())
}

fn whole(value: &Value, min: i16, max: i16) -> Result<i16, Fault> {
    let parsed = value.as_integer().and_then(|number| i16::try_from(number).ok());
    parsed
        .filter(|number| (min..=max).contains(number))
        .ok_or_else(|| format!("{} is not a whole number between {min} and {max}", shown(value)))
}

fn word<T: Copy>(value: &Value, words: &[(&str, T)]) -> Result<T, Fault> {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_lowercase);
    let found = words.iter().find(|(word, _)| *word == text.trim());
    found.map(|(_, meaning)| *meaning).ok_or_else(|| {
        let list: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        format!("{} is not one of {}", shown(value), list.join(", "))
    })
}

fn words(value: &Value) -> Result<Vec<String>, Fault> {
    let list = value.as_array().filter(|list| list.len() <= MAX_ITEMS);
    let texts = list.and_then(|list| list.iter().map(|item| item.as_str().map(str::to_owned)).collect());
    texts.ok_or_else(|| format!("{} is not a list of words", shown(value)))
}

/// A day; a month or a year stands for its first day.
fn date(value: &Value) -> Result<Date, Fault> {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let text = text.trim();
    let day = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    let parsed = day.parse::<Date>().ok().filter(|date| (1900..=2100).contains(&date.year()));
    parsed.ok_or_else(|| format!("{} is not a date such as 2026-03-01, 2026-03 or 2026", shown(value)))
}

fn zone(value: &Value, context: &Context<'_>) -> Result<String, Fault> {
    let name = value.as_str().filter(|name| context.zone_map.zone(name).is_some());
    name.map(str::to_owned)
        .ok_or_else(|| format!("{} is not a time zone such as Europe/Berlin", shown(value)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_types::{BeatsPerMinute, Kilograms};

    fn read(text: &str) -> Result<Imported, ImportError> {
        crate::source::in_test(|context| read_profile(text.as_bytes(), context))
    }

    #[test]
    fn every_key() {
        let imported = read(
            "sex = \"female\"\nbirth_year = 1985\nheight_m = 1.72\nmass_kg = 64\nrunning_since = 2015\n\
             max_heart_rate_bpm = 188\nresting_heart_rate_bpm = 52\nthreshold_heart_rate_bpm = 170\n\
             threshold_speed_mps = 3.6\nfoot_strike = \"midfoot\"\nequipment = [\"band\", \"step\"]\n\
             units = \"imperial\"\ntime_zone = \"Europe/Berlin\"\nis_poor_sleeper = true\n\
             [[previous_knee_injury]]\nside = \"left\"\nfrom = 2019-03-01\nto = \"2019-06\"\n\
             condition = \"PFP\"\n",
        )
        .unwrap();
        assert!(imported.notes.is_empty(), "{:?}", imported.notes);
        let profile = imported.entries.profile.unwrap();
        assert_eq!(profile.sex, Some(Sex::Female));
        assert_eq!(profile.birth_year, Some(1985));
        assert_eq!(profile.mass, Kilograms::new(64.0).ok());
        assert_eq!(profile.running_since.unwrap().to_string(), "2015-01-01");
        assert_eq!(profile.max_heart_rate, BeatsPerMinute::new(188.0).ok());
        assert_eq!(profile.foot_strike, Some(FootStrike::Midfoot));
        assert_eq!(profile.equipment, ["band", "step"]);
        assert_eq!(profile.time_zone.as_deref(), Some("Europe/Berlin"));
        let injury = &profile.previous_knee_injury[0];
        assert_eq!(injury.side, Side::Left);
        assert_eq!(injury.to.unwrap().to_string(), "2019-06-01");
    }

    #[test]
    fn each_fault_names_key_value_and_range() {
        let cases = [
            ("mass_kg = 300", "mass_kg", "`300` is not a number between 25 and 250"),
            ("mass_kg = \"64\"", "mass_kg", "`64` is not a number between 25 and 250"),
            ("birth_year = 85", "birth_year", "`85` is not a whole number between 1900 and 2100"),
            ("sex = \"f\"", "sex", "`f` is not one of female, male"),
            (
                "time_zone = \"Mars/Base\"",
                "time_zone",
                "`Mars/Base` is not a time zone such as Europe/Berlin",
            ),
            ("shoe_size = 43", "shoe_size", "`shoe_size` is no key of a profile"),
            (
                "running_since = \"long ago\"",
                "running_since",
                "`long ago` is not a date such as 2026-03-01, 2026-03 or 2026",
            ),
            ("previous_knee_injury = [{ from = 2019 }]", "previous_knee_injury 1", "`side` is missing"),
        ];
        for (line, key, what) in cases {
            let imported = read(&format!("height_m = 1.8\n{line}\n")).unwrap();
            assert_eq!(imported.notes[0].at.as_deref(), Some(format!("key {key}").as_str()));
            assert_eq!(imported.notes[0].what, format!("{what}, left out"));
            assert_eq!(imported.entries.profile.unwrap().height_m, Some(1.8));
        }
    }

    #[test]
    fn a_file_that_is_no_toml_names_the_line() {
        let error = read("sex = \"female\"\nmass_kg = = 3\n").unwrap_err().to_string();
        assert!(error.starts_with("line 2 is not TOML, where text stands in quotes: "), "{error}");
        assert_eq!(read("").unwrap_err().to_string(), "it has no key of a profile");
        assert_eq!(
            read("mass_kg = 1").unwrap_err().to_string(),
            "`1` is not a number between 25 and 250, left out"
        );
    }
}
