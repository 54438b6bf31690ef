//! What was entered in the diary, in words.

use super::knee::{knee, region};
use super::knee_light::swelling;
use super::language::{either, is_german};
use super::numbers::{Voice, capital};
use super::questions;
use kneewise_types::{GivingWay, Locking, NightPain, PainScore, Swelling, SymptomEntry};

/// `Left knee: 2 of 10 on getting up, 4 during the run; around the kneecap; no swelling.`
#[must_use]
pub fn sentence(entry: &SymptomEntry, voice: &Voice) -> String {
    let mut parts = vec![scores(entry).join(", ")];
    if let Some(onset) = entry.pain_onset {
        parts.push(if onset.as_m() > 0.0 {
            format!("{} {}", either("it began after", "es begann nach"), voice.distance(onset.as_m()))
        } else {
            either("it was there from the start", "es war von Anfang an da").to_owned()
        });
    }
    parts.extend(entry.regions.iter().map(|place| region(*place).to_owned()));
    parts.extend(signs(entry));
    let answers = entry.findings.iter();
    parts.extend(answers.map(|found| questions::answer(found.code, found.is_present).to_owned()));
    parts.retain(|part| !part.is_empty());
    let side = capital(knee(entry.side));
    if parts.is_empty() { format!("{side}.") } else { format!("{side}: {}.", parts.join("; ")) }
}

/// What a score was taken for, when nobody said when it was.
#[must_use]
pub fn assumed(column: &str) -> &'static str {
    match column {
        "pain_during_max" => either(
            "Taken as pain during the run, because a run of that day is known. If not: add --morning, --before or --after.",
            "Gezählt als Schmerz beim Lauf, weil ein Lauf dieses Tages bekannt ist. Wenn nicht: --morning, --before oder --after.",
        ),
        _ => either(
            "Taken as pain on getting up, because no run of that day is known. If not: add --during, --before or --after.",
            "Gezählt als Schmerz beim Aufstehen, weil kein Lauf dieses Tages bekannt ist. Wenn nicht: --during, --before oder --after.",
        ),
    }
}

fn scores(entry: &SymptomEntry) -> Vec<String> {
    let given = [
        (entry.pain_morning, either("on getting up", "beim Aufstehen")),
        (entry.pain_before, either("before the run", "vor dem Lauf")),
        (entry.pain_during_max, either("during the run", "beim Lauf")),
        (entry.pain_60min, either("an hour after it", "eine Stunde danach")),
    ];
    let mut said: Vec<String> = Vec::new();
    for (score, when) in given {
        let Some(points) = score.map(PainScore::points) else { continue };
        said.push(if said.is_empty() {
            format!("{points} {} 10 {when}", either("of", "von"))
        } else {
            format!("{points} {when}")
        });
    }
    said
}

/// The signs beside pain that were answered.
#[must_use]
pub fn signs(entry: &SymptomEntry) -> Vec<String> {
    if has_no_sign(entry) {
        return vec![either("none of the signs", "keines der Zeichen").to_owned()];
    }
    let mut said = Vec::new();
    match entry.swelling {
        Some(Swelling::None) => said.push(either("no swelling", "keine Schwellung").to_owned()),
        Some(grade) => said.push(format!("{} {}", either("swelling", "Schwellung"), swelling(grade))),
        None => {}
    }
    if let Some(minutes) = entry.stiffness_min {
        said.push(match is_german() {
            false => format!("stiff for {minutes}\u{a0}minutes in the morning"),
            true => format!("{minutes}\u{a0}Minuten steif am Morgen"),
        });
    }
    let words = [
        entry.locking.map(|value| match value {
            Locking::None => either("does not lock", "blockiert nicht"),
            Locking::Catches => either("catches", "hakt"),
            Locking::Stuck => either("stuck", "blockiert"),
        }),
        entry.giving_way.map(|value| match value {
            GivingWay::None => either("does not give way", "gibt nicht nach"),
            GivingWay::Unsure => either("felt unsure", "fühlte sich unsicher an"),
            GivingWay::Buckled => either("buckled", "gab nach"),
        }),
        entry.night_pain.map(|value| match value {
            NightPain::None => either("no pain at night", "kein Schmerz nachts"),
            NightPain::OnTurning => either("pain on turning at night", "Schmerz beim Umdrehen nachts"),
            NightPain::Wakes => either("pain that woke you", "Schmerz, der dich weckte"),
        }),
        entry.has_limp.map(|has_limp| {
            if has_limp { either("a limp", "Hinken") } else { either("no limp", "kein Hinken") }
        }),
        entry.has_medicine.map(|has_medicine| {
            if has_medicine {
                either("a painkiller", "ein Schmerzmittel")
            } else {
                either("no painkiller", "kein Schmerzmittel")
            }
        }),
    ];
    said.extend(words.into_iter().flatten().map(str::to_owned));
    said
}

fn has_no_sign(entry: &SymptomEntry) -> bool {
    entry.swelling == Some(Swelling::None)
        && entry.locking == Some(Locking::None)
        && entry.giving_way == Some(GivingWay::None)
        && entry.night_pain == Some(NightPain::None)
        && entry.has_limp == Some(false)
        && entry.has_medicine == Some(false)
        && entry.stiffness_min.is_none()
}
