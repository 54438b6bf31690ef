//! Values of the profile as a small `profile.toml`.

use super::Refused;
use super::columns::{Column, Log};

const fn may(column: &'static str, value: &'static str, help: &'static str) -> Column {
    Column { column, alias: None, value, help, is_required: false }
}

pub const OPTIONS: &[Column] = &[
    may("sex", "female|male", "As the published constants use it"),
    may("birth_year", "YEAR", "Year of birth"),
    may("height_m", "M", "Body height"),
    may("mass_kg", "KG", "Body mass"),
    may("running_since", "YYYY-MM-DD", "When regular running began"),
    may("previous_knee_injury", "'SIDE [FROM [TO [CONDITION]]]'", "An earlier episode, several joined by ;"),
    may("max_heart_rate_bpm", "BPM", "Highest heart rate"),
    may("resting_heart_rate_bpm", "BPM", "Heart rate at rest"),
    may("threshold_heart_rate_bpm", "BPM", "Heart rate at threshold"),
    may("threshold_speed_mps", "M/S", "Speed at threshold"),
    may("foot_strike", "rearfoot|midfoot|forefoot", "How the foot meets the ground"),
    may("equipment", "NAMES", "What you can train with, joined by commas"),
    may("units", "metric|imperial", "How distances are shown"),
    may("time_zone", "AREA/CITY", "Home time zone"),
];

/// Fields whose value is a number, and goes unquoted.
const NUMBERS: [&str; 7] = [
    "birth_year",
    "height_m",
    "mass_kg",
    "max_heart_rate_bpm",
    "resting_heart_rate_bpm",
    "threshold_heart_rate_bpm",
    "threshold_speed_mps",
];

/// The text of a `profile.toml` with these fields.
pub fn toml(log: &'static Log, values: &[(&'static str, String)]) -> Result<String, Refused> {
    if values.is_empty() {
        return Err(Refused::whole("nothing to note: `kneewise log profile --help` lists the fields"));
    }
    let about = |field: &str, what: String| {
        let column = log.options.iter().find(|column| column.column == field);
        Refused::Value { column, what }
    };
    values.iter().map(|(field, value)| line(field, value).map_err(|what| about(field, what))).collect()
}

/// One line, or what is wrong with the value.
fn line(field: &str, value: &str) -> Result<String, String> {
    let value = value.trim();
    let written = match field {
        "previous_knee_injury" => {
            let episodes: Vec<String> = value.split(';').map(episode).collect::<Result<_, _>>()?;
            format!("[{}]", episodes.join(", "))
        }
        "equipment" => {
            let names: Vec<String> = value.split(',').map(|name| quoted(name.trim())).collect();
            format!("[{}]", names.join(", "))
        }
        "birth_year" if value.parse::<i32>().is_ok() => value.to_owned(),
        field if NUMBERS.contains(&field) => match value.parse::<f64>() {
            Ok(number) if number.is_finite() => format!("{number:?}"),
            _ => return Err(format!("`{value}` is not a number")),
        },
        _ => quoted(value),
    };
    Ok(format!("{field} = {written}\n"))
}

fn episode(text: &str) -> Result<String, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let fields = ["side", "from", "to", "condition"];
    if words.is_empty() || words.len() > fields.len() {
        return Err(format!("`{}` is not an episode such as `left 2023-04-01 2023-07-15 PFP`", text.trim()));
    }
    let pairs: Vec<String> =
        fields.iter().zip(words).map(|(field, word)| format!("{field} = {}", quoted(word))).collect();
    Ok(format!("{{ {} }}", pairs.join(", ")))
}

/// A TOML string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_become_a_profile() {
        let values = [
            ("sex", "female".to_owned()),
            ("mass_kg", "61".to_owned()),
            ("birth_year", "1988".to_owned()),
            ("equipment", "band, step".to_owned()),
            ("previous_knee_injury", "left 2023-04-01 2023-07-15 PFP".to_owned()),
        ];
        assert_eq!(
            toml(super::super::log("profile").unwrap(), &values).unwrap(),
            "sex = \"female\"\nmass_kg = 61.0\nbirth_year = 1988\nequipment = [\"band\", \"step\"]\n\
             previous_knee_injury = [{ side = \"left\", from = \"2023-04-01\", to = \"2023-07-15\", condition = \"PFP\" }]\n"
        );
    }

    #[test]
    fn a_quote_cannot_leave_its_string() {
        assert_eq!(line("sex", "a\"\nb").unwrap(), "sex = \"a\\\" b\"\n");
    }
}
