//! Who it is about, without a name, and how much is known.

use super::{Case, ReportPart};
use crate::words::numbers::{list, short};
use crate::words::pages::report::Report as Texts;
use crate::words::{knee, plain};
use kneewise_types::{PreviousInjury, Sex, UnitSystem};

/// Earlier flares that are named.
const FLARES: usize = 3;
/// Earlier episodes that are named.
const EPISODES: usize = 4;
const METRES_PER_INCH: f64 = 0.0254;

pub(super) fn about(case: &Case<'_>) -> Vec<String> {
    let profile = &case.history.profile;
    let mut facts = Vec::new();
    if case.has(ReportPart::Body) {
        facts.extend(profile.sex.map(|sex| match sex {
            Sex::Female => Texts.female().to_owned(),
            Sex::Male => Texts.male().to_owned(),
        }));
        facts.extend(profile.birth_year.map(|year| Texts.born(&year.to_string())));
        facts.extend(profile.height_m.map(|metres| height(metres, case.voice.units)));
        facts.extend(profile.mass.map(|mass| case.voice.mass(mass.as_kg())));
    }
    facts.extend(profile.running_since.map(|day| Texts.runs_since(&day.year().to_string())));
    let mut about = vec![if facts.is_empty() {
        Texts.nothing_known().to_owned()
    } else {
        format!("{}.", crate::words::numbers::capital(&facts.join(", ")))
    }];
    if case.has(ReportPart::Past) {
        about.extend(past(case));
    }
    about.iter().map(|line| plain(line)).collect()
}

fn height(metres: f64, units: UnitSystem) -> String {
    match units {
        UnitSystem::Metric => format!("{}\u{a0}m", crate::words::numbers::decimal(metres, 2)),
        UnitSystem::Imperial => {
            let inches = (metres / METRES_PER_INCH).round();
            format!("{:.0}\u{a0}ft {:.0}\u{a0}in", (inches / 12.0).floor(), inches % 12.0)
        }
    }
}

/// Episodes of the profile, then earlier flares of the diary.
fn past(case: &Case<'_>) -> Vec<String> {
    let mut past = Vec::new();
    let episodes: Vec<String> =
        case.history.profile.previous_knee_injury.iter().take(EPISODES).map(episode).collect();
    if !episodes.is_empty() {
        past.push(Texts.earlier(&list(&episodes)));
    }
    let Some(side) = case.assessment.side else { return past };
    let flares: Vec<_> = case.assessment.flares.iter().filter(|flare| flare.side == side).collect();
    let latest = crate::why::pick::latest_flare(case.assessment).map(|flare| flare.start);
    let mut before: Vec<_> = flares.iter().filter(|flare| Some(flare.start) != latest).collect();
    before.sort_by_key(|flare| std::cmp::Reverse(flare.start));
    let named: Vec<String> = before.iter().take(FLARES).map(|flare| case.voice.day(flare.start)).collect();
    if !named.is_empty() {
        past.push(Texts.flares_so_far(&flares.len().to_string(), &list(&named)));
    }
    past
}

/// `right knee 2017 to 2018 (PFP)`
fn episode(one: &PreviousInjury) -> String {
    let year = |day: kneewise_types::Date| day.year().to_string();
    let when = match (one.from, one.to) {
        (Some(from), Some(to)) if from.year() != to.year() => format!(" {} to {}", from.year(), to.year()),
        (from, to) => from.or(to).map(|day| format!(" {}", year(day))).unwrap_or_default(),
    };
    let what = one.condition.as_deref().map(|condition| format!(" ({condition})")).unwrap_or_default();
    format!("{}{when}{what}", knee::knee(one.side))
}

/// Span of the records, number of runs, days in the diary.
pub(super) fn known(case: &Case<'_>) -> String {
    let as_of = case.assessment.as_of;
    let activities = || case.history.activities.iter().filter(|one| one.local_date <= as_of);
    let runs = activities().filter(|one| one.sport.is_running()).count();
    let mut days: Vec<_> =
        case.history.symptoms.iter().map(|one| one.date).filter(|date| *date <= as_of).collect();
    days.sort_unstable();
    days.dedup();
    let first = activities().map(|one| one.local_date).chain(days.iter().copied()).min().unwrap_or(as_of);
    let months = f64::from((as_of - first).get_days()) / 30.44;
    let span = match months {
        months if months >= 23.5 => Texts.years(&short((months / 6.0).round() / 2.0)),
        months if (11.5..12.5).contains(&months) => Texts.one_year().to_owned(),
        months if months < 1.5 => Texts.one_month().to_owned(),
        months => Texts.months(&format!("{months:.0}")),
    };
    Texts.known_days(&span, &runs.to_string(), &days.len().to_string())
}
