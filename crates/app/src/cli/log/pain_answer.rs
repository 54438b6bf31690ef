//! Keeps what `log pain` was told, and answers with the light, why, the next step and what would complete it.

use super::pain::{Line, Told, log, moment_option};
use super::refused;
use crate::cli::context::{Context, now};
use crate::cli::failure::Failure;
use crate::documents::lights::{LoggedPain, logged_pain};
use crate::importing::{Row, Summary};
use crate::noting::keep;
use crate::why;
use crate::words::{self, Voice};
use kneewise_types::{Date, History, Side, SymptomEntry};

pub fn run(line: &Line, context: &Context) -> Result<(), Failure> {
    let mut store = context.store()?;
    let before = store.history()?;
    let as_of = context.as_of(&before.profile);
    let told = line.clone().complete(&before, as_of, context)?;
    let summary = keep(log(), &mut store, &rows(&told, as_of), now()).map_err(refused)?;
    let history = store.history()?;
    let assessment = kneewise_analyse::assess(&history, as_of);
    let sides = sides(&told);
    if context.screen.is_json {
        let voice = Voice { as_of, units: context.units(&history.profile) };
        let document = LoggedPain {
            activities_added: summary.activities_added,
            activities_merged: summary.activities_merged,
            entries_added: serde_json::to_value(summary.entries_added).unwrap_or_default(),
            assumed_moment: told.assumed_moment.map(moment_option),
            assumed_side: told.sides.first().copied().filter(|_| told.is_side_assumed),
            ..logged_pain(&assessment, &voice)
        };
        return context.screen.json(&document);
    }
    if context.screen.is_quiet {
        return Ok(());
    }
    let voice = Voice { as_of, units: context.units(&history.profile) };
    let said = noted(&summary, &told, &history, &(sides.clone(), line.date(as_of)), &voice);
    let style = context.style(&history.profile);
    context.screen.print(&why::render_lights(&said, &assessment, &sides, &style))
}

/// One row a knee, the day filled in. A side that is no side is left for the reader to refuse.
fn rows(told: &Told, as_of: Date) -> Vec<Row> {
    let mut values = told.values.clone();
    if !values.iter().any(|(column, _)| *column == "date") {
        values.insert(0, ("date", as_of.to_string()));
    }
    if told.sides.is_empty() {
        return vec![values];
    }
    let row = |side: &Side| {
        let mut row = values.clone();
        row.retain(|(column, _)| *column != "side");
        row.push(("side", side.word().to_owned()));
        row
    };
    told.sides.iter().map(row).collect()
}

fn sides(told: &Told) -> Vec<Side> {
    let mut sides = told.sides.clone();
    sides.sort_unstable();
    sides
}

/// What stands in the diary now for that day, and what was taken for granted.
fn noted(
    summary: &Summary,
    told: &Told,
    history: &History,
    (sides, date): &(Vec<Side>, Date),
    voice: &Voice,
) -> Vec<String> {
    let entries = history.symptoms.iter().filter(|entry| entry.date == *date && sides.contains(&entry.side));
    let mut entries: Vec<&SymptomEntry> = entries.collect();
    entries.sort_by_key(|entry| entry.side);
    let head = if summary.is_nothing_new() { "Known already" } else { "Noted" };
    let day = if *date == voice.as_of { String::new() } else { format!(" for {}", voice.day(*date)) };
    let said: Vec<String> = entries.into_iter().map(|entry| words::diary::sentence(entry, voice)).collect();
    let noted = format!("{head}{day}. {}", said.join(" "));
    let assumed = told.assumed_moment.map(words::diary::assumed);
    std::iter::once(noted).chain(assumed.map(str::to_owned)).collect()
}
