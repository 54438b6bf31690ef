//! What is being done, and what to ask.

use super::{Case, ReportPart};
use crate::words::numbers::{capital, list};
use crate::words::pages::report::Report as Texts;
use crate::words::{actions, exercises, outings, plain, tests};
use jiff::ToSpan;
use kneewise_types::advice::Advice;
use kneewise_types::assessment::{NextTest, NextTestId};
use kneewise_types::{Activity, Sport};
use std::collections::{BTreeMap, BTreeSet};

const DAYS: i64 = 28;
/// Exercises that are named.
const EXERCISES: usize = 5;
/// Tests that are named.
const TESTS: usize = 2;

/// The last four weeks, and what is advised; with a red flag only what was done.
pub(super) fn done(case: &Case<'_>) -> Vec<String> {
    let mut done = vec![Texts.last_weeks(&activity(case)), strength(case)];
    if let (false, Advice::Train { actions: advised }) = (case.is_locked(), case.advice) {
        // What safety asks is said with the light.
        let first = advised.iter().find(|action| action.family.is_some());
        done.extend(first.map(|action| Texts.advised(actions::text(action.id))));
    }
    done.iter().map(|line| plain(line)).collect()
}

fn activity(case: &Case<'_>) -> String {
    let as_of = case.assessment.as_of;
    let from = as_of.saturating_sub((DAYS - 1).days());
    let recent = || case.history.activities.iter().filter(|one| (from..=as_of).contains(&one.local_date));
    let runs: Vec<&Activity> = recent().filter(|one| one.sport.is_running()).collect();
    let metres: f64 = runs.iter().filter_map(|one| one.distance).map(|distance| distance.as_m()).sum();
    let mut said = vec![if runs.is_empty() {
        Texts.no_run().to_owned()
    } else {
        Texts.runs(&runs.len().to_string(), &case.voice.distance(metres))
    }];
    let mut others: BTreeMap<Sport, usize> = BTreeMap::new();
    for one in recent().filter(|one| !one.sport.is_running() && one.sport != Sport::Strength) {
        *others.entry(one.sport).or_default() += 1;
    }
    let others: Vec<String> =
        others.iter().map(|(sport, times)| format!("{} {times}×", outings::sport(*sport))).collect();
    if !others.is_empty() {
        said.push(Texts.others(&list(&others)));
    }
    said.join(", ")
}

fn strength(case: &Case<'_>) -> String {
    let as_of = case.assessment.as_of;
    let from = as_of.saturating_sub((DAYS - 1).days());
    let recent = || case.history.strength.iter().filter(|one| (from..=as_of).contains(&one.date));
    let days: BTreeSet<_> = recent().map(|one| one.date).collect();
    if days.is_empty() {
        return Texts.no_strength().to_owned();
    }
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for one in recent() {
        *times.entry(one.exercise.as_str()).or_default() += 1;
    }
    let mut ids: Vec<(&str, usize)> = times.into_iter().collect();
    ids.sort_by_key(|(id, times)| (std::cmp::Reverse(*times), *id));
    let library = kneewise_advise::exercises();
    let named: Vec<String> = ids
        .iter()
        .take(EXERCISES)
        .map(|(id, _)| {
            let name = exercises::name(id, &library);
            name.split(',').next().unwrap_or_default().to_owned()
        })
        .collect();
    Texts.strength(&days.len().to_string(), &named.join(", "))
}

/// What the page asks whoever reads it.
pub(super) fn questions(case: &Case<'_>) -> Vec<String> {
    let has_pattern = !super::causes::patterns(case).is_empty();
    let mut asked = vec![if has_pattern { Texts.ask_pattern() } else { Texts.ask_open() }.to_owned()];
    let is_shown = |next: &&NextTest| matches!(next.what, NextTestId::Test(_));
    let named: Vec<String> =
        case.assessment.next_tests.iter().filter(is_shown).take(TESTS).map(test).collect();
    if !named.is_empty() && case.has(ReportPart::Tests) && !case.is_locked() {
        asked.push(Texts.ask_measure(&list(&named)));
    }
    asked.push(Texts.ask_load().to_owned());
    asked.iter().map(|line| plain(&capital(line))).collect()
}

fn test(next: &NextTest) -> String {
    match next.what {
        NextTestId::Test(id) => tests::name(id).to_owned(),
        _ => tests::next(next),
    }
}
