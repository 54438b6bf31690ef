//! From a history to an assessment: red flags first, then the knee, its causes, and what would settle the doubt.

use crate::causes::case::{self, Case};
use crate::causes::{findings, read_rows};
use crate::experiment::experiments;
use crate::home_tests::limits::Body;
use crate::home_tests::results::{Results, Sore};
use crate::load::{self, LoadHistory};
use crate::missing::missing;
use crate::next_tests::next_tests;
use crate::one_knee::Knee;
use crate::order;
use crate::own_data::{self, own_data};
use crate::red_flags::in_order;
use crate::scores::weekly_check::is_due;
use crate::shoes::rack::Rack;
use crate::warnings::return_points::return_watch;
use crate::warnings::{in_time as warnings_in_time, warnings};
use kneewise_types::assessment::{Assessment, Flare, Light, PainDay, Working};
use kneewise_types::light::RunLight;
use kneewise_types::own_data::Exposure;
use kneewise_types::{Date, ExperimentOutcome, ExperimentState, History, Side, WeeklyDue};

/// What is due on a day besides the answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Due {
    /// Experiments on oneself, the latest first.
    pub experiments: Vec<ExperimentState>,
    /// Knees whose weekly check is due.
    pub weekly: Vec<WeeklyDue>,
}

/// What is due on a day; nothing behind a red flag or an open safety question. Quicker than a whole assessment.
#[must_use]
pub fn due(history: &History, as_of: Date) -> Due {
    let load = load::gather(history, as_of);
    let knees = Side::BOTH.map(|side| Knee::new(history, &load, side, as_of));
    let is_locked = knees
        .iter()
        .any(|knee| knee.open_questions.is_some() || knee.red_flags.iter().any(|flag| flag.is_blocking));
    if is_locked {
        return Due::default();
    }
    Due {
        experiments: experiments(history, &load, &knees, as_of),
        weekly: weekly_due(history, &knees, as_of),
    }
}

/// Every run since the first diary entry with the light of the sorer knee, oldest first.
#[must_use]
pub fn run_lights(history: &History, as_of: Date) -> Vec<RunLight> {
    let load = load::gather(history, as_of);
    let mut days: std::collections::BTreeMap<Date, Light> = std::collections::BTreeMap::new();
    for run in Side::BOTH.into_iter().flat_map(|side| Knee::new(history, &load, side, as_of).lights.runs) {
        days.entry(run.date).and_modify(|light| *light = run.light.max(*light)).or_insert(run.light);
    }
    days.into_iter().map(|(date, light)| RunLight { date, light }).collect()
}

/// What the history says of the knee on a day. Nothing after that day is looked at.
#[must_use]
pub fn assess(history: &History, as_of: Date) -> Assessment {
    let load = load::gather(history, as_of);
    let knees = Side::BOTH.map(|side| Knee::new(history, &load, side, as_of));
    let chosen = choose(&knees);
    let flare = chosen.and_then(|knee| knee.flares.last());
    let sore = sore(&knees, chosen, as_of);
    let experiments = experiments(history, &load, &knees, as_of);
    let mut case = build_case(history, &load, (chosen, flare), sore, as_of);
    case.tested = tested(&experiments, case.side);
    let own = own_data(&case);
    case.boom_and_bust.clone_from(&own.boom_and_bust);
    let answered = read_rows(&case);
    let open_questions: Vec<_> = knees.iter().filter_map(|knee| knee.open_questions.clone()).collect();
    let red_flags = in_order(knees.iter().flat_map(|knee| knee.red_flags.clone()).collect());
    let mut lacking = missing(&case, !open_questions.is_empty());
    lacking.extend(own_data::missing(&own));
    order::sort(&mut lacking);
    let is_locked = red_flags.iter().any(|flag| flag.is_blocking) || !open_questions.is_empty();
    Assessment {
        as_of,
        side: chosen.filter(|knee| flare.is_some() || knee.last_pain().is_some()).map(|knee| knee.side),
        onset: case.onset,
        flares: in_time(knees.iter().flat_map(|knee| knee.flares.clone()).collect()),
        missing: lacking,
        red_flags,
        open_questions,
        lights: knees.iter().filter_map(|knee| knee.light.clone()).collect(),
        warnings: warnings_in_time(
            knees.iter().flat_map(|knee| warnings(&knee.diary, &knee.flares, as_of)).collect(),
        ),
        return_watch: knees
            .iter()
            .filter_map(|knee| return_watch(history, &load, (knee.side, &knee.flares), as_of))
            .collect(),
        weekly_due: weekly_due(history, &knees, as_of),
        experiments,
        findings: own_data::place(findings(&answered), &own, case.hurts_lately()),
        patterns: knees.iter().filter_map(|knee| knee.pattern.clone()).collect(),
        next_tests: if is_locked { Vec::new() } else { next_tests(&answered, sore) },
        own_data: own,
        working: working(&load, &knees),
    }
}

/// The knee of the latest flare (the higher peak when tied), else of the latest pain, else the one with a diary.
fn choose(knees: &[Knee; 2]) -> Option<&Knee> {
    let [left, right] = knees;
    let key = |knee: &Knee| {
        let flare = knee.flares.last().map(|flare| (flare.start, flare.peak_pain));
        (flare, knee.last_pain(), knee.diary.days().len())
    };
    let chosen = if key(right) > key(left) { right } else { left };
    (!chosen.diary.days().is_empty()).then_some(chosen)
}

fn sore(knees: &[Knee; 2], chosen: Option<&Knee>, as_of: Date) -> Sore {
    let [left, right] = knees.each_ref().map(|knee| knee.is_sore(as_of));
    match (left, right) {
        (true, true) => Sore::Both,
        (true, false) => Sore::One(Side::Left),
        (false, true) => Sore::One(Side::Right),
        (false, false) => match chosen.filter(|knee| knee.last_pain().is_some()) {
            Some(knee) => Sore::One(knee.side),
            None => Sore::Neither,
        },
    }
}

fn build_case<'a>(
    history: &'a History,
    load: &'a LoadHistory,
    (knee, flare): (Option<&'a Knee>, Option<&'a Flare>),
    sore: Sore,
    as_of: Date,
) -> Case<'a> {
    let profile = &history.profile;
    let age = profile.birth_year.map(|born| f64::from(as_of.year() - born));
    Case {
        history,
        as_of,
        side: knee.map(|knee| knee.side),
        onset: flare.map_or(as_of, |flare| flare.start),
        is_onset_day_in: flare.is_some_and(|flare| flare.is_onset_from_run),
        load,
        results: Results::new(history, as_of, sore, Body { age, sex: profile.sex }),
        rack: Rack::new(history, as_of),
        diary: knee.map(|knee| &knee.diary),
        flares: knee.map_or(&[], |knee| &knee.flares),
        lights: knee.map(|knee| &knee.lights),
        strength_days: case::strength_days(history, as_of),
        wellness: case::wellness(history, as_of),
        tested: Vec::new(),
        boom_and_bust: None,
    }
}

fn weekly_due(history: &History, knees: &[Knee; 2], as_of: Date) -> Vec<WeeklyDue> {
    knees
        .iter()
        .filter_map(|knee| {
            let checks = history.weekly.iter().filter(|check| check.side == knee.side && check.date <= as_of);
            let last = checks.map(|check| check.date).max();
            let last_flare = knee.flares.last().map(|flare| flare.end.unwrap_or(as_of));
            let last_trouble = knee.last_pain().map(|(date, _)| date).into_iter().chain(last_flare).max();
            is_due(last_trouble, last, as_of).then_some(WeeklyDue { side: knee.side, last })
        })
        .collect()
}

/// The exposures of a knee whose experiments agreed.
fn tested(
    experiments: &[ExperimentState],
    side: Option<Side>,
) -> Vec<(Exposure, Option<String>, ExperimentOutcome)> {
    let agreed = experiments.iter().filter(|state| state.agrees() && Some(state.experiment.side) == side);
    let of = |state: &ExperimentState| {
        let (exposure, pair) = state.experiment.exposure();
        (exposure, pair.map(str::to_owned), state.experiment.outcome)
    };
    agreed.map(of).collect()
}

fn in_time(mut flares: Vec<Flare>) -> Vec<Flare> {
    order::sort_by_key(&mut flares, |flare| (flare.start, flare.side));
    flares
}

fn working(load: &LoadHistory, knees: &[Knee; 2]) -> Working {
    let mut pain_days: Vec<PainDay> = knees
        .iter()
        .flat_map(|knee| knee.diary.days().iter())
        .filter_map(|entry| {
            Some(PainDay { date: entry.date, side: entry.side, points: entry.day_pain()?.points() })
        })
        .collect();
    order::sort(&mut pain_days);
    Working { load_days: load.days.days().to_vec(), pain_days }
}
