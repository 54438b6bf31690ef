//! `activities.csv` of the big platform's bulk export: one row an activity, with or without a file.
//!
//! The table repeats column names with different units (kilometres and metres, minutes shown and seconds), its
//! header, dates and numbers follow the account's language, and a runner's cadence counts one leg. Dates are UTC.

mod columns;
mod dates;
mod numbers;
mod sports;

use crate::logs::limited;
use crate::logs::table::Table;
use crate::source::{Origin, blank};
use crate::track::means::cadence_factor;
use crate::{Context, FileLink, ImportError, Imported, Note, Recorded};
use columns::Columns;
use csv::StringRecord;
use dates::Order;
use kneewise_types::{Metres, Rpe, Samples, Seconds, SourceKind, Sport, StepsPerMinute, Surface};
use std::collections::BTreeMap;

/// Whether a table is such an export.
pub(crate) fn is_export_table(table: &Table) -> bool {
    Columns::find(table).is_some()
}

/// Reads the table; rows without a file are kept as summaries.
pub(crate) fn read_export_table(table: Table, context: &Context<'_>) -> Result<Imported, ImportError> {
    let Some(columns) = Columns::find(&table) else {
        return Err(ImportError::Nothing { why: "the table is no export of activities".to_owned() });
    };
    let order = dates::order(table.rows.iter().filter_map(|(_, row)| columns.text(row, columns.date)));
    let mut imported = Imported { notes: table.notes, ..Imported::default() };
    let mut faults = Vec::new();
    let mut others = BTreeMap::new();
    for (part, (line, row)) in (0_u32..).zip(&table.rows) {
        let origin = Origin { kind: SourceKind::ExportTable, part, context };
        match read_row(&columns, row, order, &origin) {
            Ok(recorded) => {
                if let Some(file) = columns.text(row, columns.file) {
                    imported.links.push(FileLink { id: recorded.activity.id.clone(), file: file.to_owned() });
                }
                if recorded.activity.sport == Sport::Other {
                    let word = columns.text(row, columns.sport).unwrap_or("no type").to_owned();
                    *others.entry(word).or_insert(0_u32) += 1;
                }
                imported.activities.push(recorded);
            }
            Err((column, what)) => faults.push(Note {
                at: Some(format!("line {line}, column {column}")),
                what: format!("{what}, the row was left out"),
            }),
        }
    }
    imported.rows_left_out = u32::try_from(faults.len()).unwrap_or(u32::MAX);
    imported.notes.extend(limited(faults));
    imported.notes.extend(general_notes(&imported, &others));
    Ok(imported)
}

/// What holds for the table as a whole, one line each.
fn general_notes(imported: &Imported, others: &BTreeMap<String, u32>) -> Vec<Note> {
    let mut notes = Vec::new();
    let kept = imported.activities.len();
    if kept > 0 && imported.links.is_empty() {
        let what = format!("no row names a file, {kept} activities are kept as summaries");
        notes.push(Note { at: None, what });
    }
    if !others.is_empty() {
        let words: Vec<String> = others.iter().map(|(word, count)| format!("`{word}` ({count})")).collect();
        let what = format!("taken as sport `other`: {}", words.join(", "));
        notes.push(Note { at: None, what });
    }
    notes
}

/// The column and what is wrong with it.
type Fault = (&'static str, String);

fn read_row(
    columns: &Columns,
    row: &StringRecord,
    order: Order,
    origin: &Origin<'_>,
) -> Result<Recorded, Fault> {
    let date = columns.text(row, columns.date).ok_or(("date", "the date is missing".to_owned()))?;
    let start = dates::read(date, order).ok_or_else(|| ("date", format!("`{date}` is no date and time")))?;
    let number = |at: Option<usize>| columns.text(row, at).and_then(numbers::read);
    let elapsed_s = number(columns.elapsed_exact).or_else(|| number(columns.elapsed)).unwrap_or(0.0);
    let moving_s = number(columns.moving);
    let elapsed = Seconds::new(elapsed_s.max(moving_s.unwrap_or(0.0)))
        .map_err(|error| ("elapsed time", error.to_string()))?;
    let word = columns.text(row, columns.sport).unwrap_or_default();
    let sport = sports::from_word(word);
    let mut activity = blank(origin, start, elapsed, sport);
    activity.surface = surface(sport);
    activity.moving = moving_s.filter(|moving| *moving > 0.0).and_then(|moving| Seconds::new(moving).ok());
    activity.distance = distance_m(columns, row, sport).and_then(|distance| Metres::new(distance).ok());
    activity.ascent = number(columns.ascent).and_then(|ascent| Metres::new(ascent).ok());
    activity.descent = number(columns.descent).and_then(|descent| Metres::new(descent).ok());
    activity.mean_heart_rate = number(columns.mean_heart_rate).and_then(|bpm| bpm.try_into().ok());
    let max_bpm = number(columns.max_heart_rate_exact).or_else(|| number(columns.max_heart_rate));
    activity.max_heart_rate = max_bpm.and_then(|bpm| bpm.try_into().ok());
    activity.mean_cadence = number(columns.mean_cadence).and_then(|cadence| both_legs(sport, cadence));
    activity.mean_power = number(columns.mean_power).filter(|w| *w > 0.0).and_then(|w| w.try_into().ok());
    activity.session_rpe = number(columns.exertion).and_then(|points| Rpe::new(points).ok());
    activity.title = columns.own(row, columns.title);
    activity.description = columns.own(row, columns.description);
    activity.private_note = columns.own(row, columns.private_note);
    activity.shoe = columns.own(row, columns.gear);
    Ok(Recorded { activity, samples: Samples::default() })
}

fn surface(sport: Sport) -> Option<Surface> {
    match sport {
        Sport::TreadmillRun => Some(Surface::Treadmill),
        Sport::TrailRun => Some(Surface::Trail),
        _ => None,
    }
}

/// The exact column is metres; the one for display kilometres, but metres for swims and in the oldest exports.
/// Zero is how the platform writes "none".
fn distance_m(columns: &Columns, row: &StringRecord, sport: Sport) -> Option<f64> {
    let number = |at| columns.text(row, at).and_then(numbers::read).filter(|distance| *distance > 0.0);
    let factor = if columns.is_display_metric || sport == Sport::Swim { 1.0 } else { 1000.0 };
    number(columns.distance_exact).or_else(|| Some(number(columns.distance)? * factor))
}

fn both_legs(sport: Sport, cadence: f64) -> Option<StepsPerMinute> {
    let factor = cadence_factor(sport, [cadence].into_iter());
    StepsPerMinute::new(cadence * factor).ok().filter(|_| cadence > 0.0)
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_languages;
