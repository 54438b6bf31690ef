//! What was entered in the diary, in words.

use super::knee::{knee, region};
use super::knee_light::swelling;
use super::numbers::{Voice, capital};
use super::questions;
use kneewise_types::{GivingWay, Locking, NightPain, PainScore, Swelling, SymptomEntry};

/// `Left knee: 2 of 10 on getting up, 4 during the run; around the kneecap; no swelling.`
#[must_use]
pub fn sentence(entry: &SymptomEntry, voice: &Voice) -> String {
    let mut parts = vec![scores(entry).join(", ")];
    if let Some(onset) = entry.pain_onset {
        parts.push(if onset.as_m() > 0.0 {
            format!("it began after {}", voice.distance(onset.as_m()))
        } else {
            "it was there from the start".to_owned()
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
        "pain_during_max" => {
            "Taken as pain during the run, because a run of that day is known. If not: add --morning, --before or --after."
        }
        _ => {
            "Taken as pain on getting up, because no run of that day is known. If not: add --during, --before or --after."
        }
    }
}

fn scores(entry: &SymptomEntry) -> Vec<String> {
    let given = [
        (entry.pain_morning, "on getting up"),
        (entry.pain_before, "before the run"),
        (entry.pain_during_max, "during the run"),
        (entry.pain_60min, "an hour after it"),
    ];
    let mut said: Vec<String> = Vec::new();
    for (score, when) in given {
        let Some(points) = score.map(PainScore::points) else { continue };
        said.push(if said.is_empty() {
            format!("{points} of 10 {when}")
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
        return vec!["none of the signs".to_owned()];
    }
    let mut said = Vec::new();
    match entry.swelling {
        Some(Swelling::None) => said.push("no swelling".to_owned()),
        Some(grade) => said.push(format!("swelling {}", swelling(grade))),
        None => {}
    }
    if let Some(minutes) = entry.stiffness_min {
        said.push(format!("stiff for {minutes}\u{a0}minutes in the morning"));
    }
    let words = [
        entry.locking.map(|value| match value {
            Locking::None => "does not lock",
            Locking::Catches => "catches",
            Locking::Stuck => "stuck",
        }),
        entry.giving_way.map(|value| match value {
            GivingWay::None => "does not give way",
            GivingWay::Unsure => "felt unsure",
            GivingWay::Buckled => "buckled",
        }),
        entry.night_pain.map(|value| match value {
            NightPain::None => "no pain at night",
            NightPain::OnTurning => "pain on turning at night",
            NightPain::Wakes => "pain that woke you",
        }),
        entry.has_limp.map(|has_limp| if has_limp { "a limp" } else { "no limp" }),
        entry.has_medicine.map(|has_medicine| if has_medicine { "a painkiller" } else { "no painkiller" }),
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
