//! The logs and activities as CSV, in the columns that `import` reads.

use super::write_file;
use crate::cli::failure::Failure;
use kneewise_types::{
    Activity, History, NoteDecision, PainScore, Profile, QuestionnaireAnswers, Shoe, StrengthEntry,
    SymptomEntry, TestResult, WeekStep, WeeklyCheck, WellnessEntry,
};
use serde::Serialize;
use serde_json::{Map, Value};
use std::path::Path;

/// One row: column and cell, an empty cell for what is missing.
type Cells = Vec<(&'static str, String)>;

/// Writes one table for each kind that has rows, and the profile.
pub fn write(history: &History, decisions: &[NoteDecision], folder: &Path) -> Result<(), Failure> {
    table(folder, "activities.csv", history.activities.iter().map(activity))?;
    table(folder, "diary.csv", history.symptoms.iter().map(symptom))?;
    table(
        folder,
        "screen.csv",
        history.screen.iter().map(|answer| {
            vec![
                ("date", answer.date.to_string()),
                ("side", answer.side.word().to_owned()),
                ("question", answer.question.code().to_owned()),
                ("answer", if answer.is_yes { "yes" } else { "no" }.to_owned()),
                ("by", cell(answer.by.clone())),
            ]
        }),
    )?;
    table(folder, "wellness.csv", history.wellness.iter().map(wellness))?;
    table(folder, "shoes.csv", history.shoes.iter().map(shoe))?;
    table(folder, "tests.csv", history.tests.iter().map(test))?;
    table(folder, "strength.csv", history.strength.iter().map(strength))?;
    table(folder, "experiments.csv", history.experiments.iter().map(crate::experiments::row))?;
    table(folder, "weekly.csv", history.weekly.iter().map(weekly))?;
    table(folder, "questionnaires.csv", history.questionnaires.iter().map(questionnaire))?;
    table(folder, "decisions.csv", decisions.iter().map(decision))?;
    profile(&history.profile, folder)
}

fn table(folder: &Path, name: &str, rows: impl Iterator<Item = Cells>) -> Result<(), Failure> {
    let broken = |error: csv::Error| Failure::CannotDo(format!("cannot write `{name}`: {error}"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut rows = rows.peekable();
    let Some(first) = rows.peek() else { return Ok(()) };
    writer.write_record(first.iter().map(|(column, _)| *column)).map_err(broken)?;
    for row in rows {
        writer.write_record(row.iter().map(|(_, cell)| cell.as_str())).map_err(broken)?;
    }
    let bytes = writer.into_inner().map_err(|error| Failure::CannotDo(error.to_string()))?;
    write_file(&folder.join(name), &bytes)
}

fn cell<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn flag(value: Option<bool>) -> String {
    cell(value.map(u8::from))
}

/// The word under which a value stands in JSON.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}

fn activity(activity: &Activity) -> Cells {
    vec![
        ("id", activity.id.0.clone()),
        ("start", activity.start.to_string()),
        ("utc_offset_s", activity.utc_offset_s.to_string()),
        ("local_date", activity.local_date.to_string()),
        ("sport_word", activity.sport.word().to_owned()),
        ("surface", cell(activity.surface.map(kneewise_types::Surface::word))),
        ("distance_m", cell(activity.distance.map(f64::from))),
        ("elapsed_s", f64::from(activity.elapsed).to_string()),
        ("timer_s", cell(activity.timer.map(f64::from))),
        ("moving_s", cell(activity.moving.map(f64::from))),
        ("mean_heart_rate_bpm", cell(activity.mean_heart_rate.map(f64::from))),
        ("max_heart_rate_bpm", cell(activity.max_heart_rate.map(f64::from))),
        ("mean_cadence_spm", cell(activity.mean_cadence.map(f64::from))),
        ("mean_power_w", cell(activity.mean_power.map(f64::from))),
        ("ascent_m", cell(activity.ascent.map(f64::from))),
        ("descent_m", cell(activity.descent.map(f64::from))),
        ("session_rpe", cell(activity.session_rpe.map(f64::from))),
        ("shoe", cell(activity.shoe.clone())),
        ("title", cell(activity.title.clone())),
        ("sources", activity.sources.len().to_string()),
    ]
}

fn symptom(entry: &SymptomEntry) -> Cells {
    let score = |score: Option<PainScore>| cell(score.map(PainScore::points));
    let joined = |items: Vec<String>| items.join("|");
    vec![
        ("date", entry.date.to_string()),
        ("side", entry.side.word().to_owned()),
        ("pain_morning", score(entry.pain_morning)),
        ("pain_before", score(entry.pain_before)),
        ("pain_during_max", score(entry.pain_during_max)),
        ("pain_60min", score(entry.pain_60min)),
        ("pain_onset_km", cell(entry.pain_onset.map(kneewise_types::Metres::as_km))),
        ("regions", joined(entry.regions.iter().map(|region| region.code().to_owned()).collect())),
        ("swelling", cell(entry.swelling.map(|value| value.code()))),
        ("stiffness_min", cell(entry.stiffness_min)),
        ("locking", cell(entry.locking.map(|value| value.code()))),
        ("giving_way", cell(entry.giving_way.map(|value| value.code()))),
        ("night_pain", cell(entry.night_pain.map(|value| value.code()))),
        ("limp", flag(entry.has_limp)),
        ("medicine", flag(entry.has_medicine)),
        (
            "findings",
            joined(
                entry
                    .findings
                    .iter()
                    .map(|answer| {
                        format!("{}{}", if answer.is_present { "" } else { "-" }, answer.code.code())
                    })
                    .collect(),
            ),
        ),
        (
            "other_pain",
            joined(
                entry
                    .other_pain
                    .iter()
                    .map(|pain| format!("{}:{}", pain.site.code(), pain.score.points()))
                    .collect(),
            ),
        ),
        ("note", cell(entry.note.clone())),
    ]
}

fn weekly(check: &WeeklyCheck) -> Cells {
    let word = |step: Option<WeekStep>, words| cell(step.map(|step| step.word(words)));
    vec![
        ("date", check.date.to_string()),
        ("side", check.side.word().to_owned()),
        ("taking_part", check.taking_part.word(WeekStep::TAKING_PART).to_owned()),
        ("changing", word(check.changing, WeekStep::AMOUNT)),
        ("performance", word(check.performance, WeekStep::AMOUNT)),
        ("symptoms", word(check.symptoms, WeekStep::PAIN)),
    ]
}

fn questionnaire(told: &QuestionnaireAnswers) -> Cells {
    let points = |answer: &Option<u8>| answer.map_or_else(|| "-".to_owned(), |points| points.to_string());
    vec![
        ("date", told.date.to_string()),
        ("side", told.side.word().to_owned()),
        ("instrument", told.instrument.code().to_owned()),
        ("answers", told.answers.iter().map(points).collect::<Vec<_>>().join("|")),
        ("branch", cell(told.branch)),
    ]
}

fn decision(decision: &NoteDecision) -> Cells {
    vec![
        ("date", decision.date.to_string()),
        ("verdict", decision.verdict.code().to_owned()),
        ("quote", decision.quote.clone()),
        ("activity", cell(decision.activity.clone())),
    ]
}

fn wellness(entry: &WellnessEntry) -> Cells {
    vec![
        ("date", entry.date.to_string()),
        ("sleep_h", cell(entry.sleep_h)),
        ("resting_heart_rate_bpm", cell(entry.resting_heart_rate.map(f64::from))),
        ("hrv_rmssd_ms", cell(entry.hrv_rmssd_ms)),
        ("stress", cell(entry.stress)),
        ("mood", cell(entry.mood)),
        ("soreness", cell(entry.soreness)),
        ("mass_kg", cell(entry.mass.map(f64::from))),
    ]
}

fn shoe(shoe: &Shoe) -> Cells {
    vec![
        ("name", shoe.name.clone()),
        ("category", cell(shoe.category.map(|value| value.word()))),
        ("brand", cell(shoe.brand.clone())),
        ("model", cell(shoe.model.clone())),
        ("drop_mm", cell(shoe.drop_mm)),
        ("stack_heel_mm", cell(shoe.stack_heel_mm)),
        ("stack_forefoot_mm", cell(shoe.stack_forefoot_mm)),
        ("mass_g", cell(shoe.mass_g)),
        ("cushioning", cell(shoe.cushioning.map(|value| value.word()))),
        ("support", cell(shoe.support.map(|value| value.word()))),
        ("plate", cell(shoe.plate.map(|value| value.word()))),
        ("foam", cell(shoe.foam.map(|value| value.word()))),
        ("outsole", cell(shoe.outsole.map(|value| value.word()))),
        ("insole", cell(shoe.insole.map(|value| value.word()))),
        ("first_used", cell(shoe.first_used)),
        ("start_km", cell(shoe.start_distance.map(kneewise_types::Metres::as_km))),
        ("retired_on", cell(shoe.retired_on)),
        ("comfort", cell(shoe.comfort)),
    ]
}

fn test(result: &TestResult) -> Cells {
    vec![
        ("date", result.date.to_string()),
        ("test", result.test.word().to_owned()),
        ("side", word(&result.side)),
        ("value", result.value.to_string()),
        ("pain", cell(result.pain.map(PainScore::points))),
    ]
}

fn strength(entry: &StrengthEntry) -> Cells {
    vec![
        ("date", entry.date.to_string()),
        ("exercise", entry.exercise.clone()),
        ("sets", entry.sets.to_string()),
        ("reps", entry.reps.to_string()),
        ("side", cell(entry.side.map(kneewise_types::Side::word))),
        ("load_kg", cell(entry.load_kg)),
        ("rir", cell(entry.reps_in_reserve)),
        ("hold_s", cell(entry.hold_s)),
    ]
}

/// The profile in the fields of `profile.toml`, as far as they are known.
fn profile(profile: &Profile, folder: &Path) -> Result<(), Failure> {
    if *profile == Profile::default() {
        return Ok(());
    }
    let broken = |error: String| Failure::CannotDo(format!("cannot write `profile.toml`: {error}"));
    let value = serde_json::to_value(profile).map_err(|error| broken(error.to_string()))?;
    let Value::Object(fields) = value else { return Ok(()) };
    let named: Map<String, Value> = fields
        .into_iter()
        .filter(|(_, value)| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()))
        .map(|(name, value)| (column_of(&name).to_owned(), without_nulls(value)))
        .collect();
    let text = toml::to_string(&named).map_err(|error| broken(error.to_string()))?;
    write_file(&folder.join("profile.toml"), text.as_bytes())
}

/// Quantities carry their unit in the file's field names.
fn column_of(field: &str) -> &str {
    match field {
        "mass" => "mass_kg",
        "max_heart_rate" => "max_heart_rate_bpm",
        "resting_heart_rate" => "resting_heart_rate_bpm",
        "threshold_heart_rate" => "threshold_heart_rate_bpm",
        "threshold_speed" => "threshold_speed_mps",
        other => other,
    }
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        Value::Object(fields) => fields.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        other => other,
    }
}
