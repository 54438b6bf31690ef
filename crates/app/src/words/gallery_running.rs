//! Every sentence about the way of running and about where on a run the knee worked hardest, listed and checked.

use super::examples::day;
use super::gallery::{assert_voice, listed};
use super::language::{Language, either, speak};
use super::{Voice, gait, knee_where};
use kneewise_analyse::gait::norms::Third;
use kneewise_analyse::gait::{
    BalanceShift, CadenceAlarm, CadenceOpportunity, CadenceShift, GaitBaseline, GaitLack, GaitMeasure,
    Retraining, RetrainingVerdict,
};
use kneewise_analyse::knee::picture::{HardBy, Hardest};
use kneewise_analyse::knee::{NoKneeLoad, PreferredCadence};
use kneewise_types::UnitSystem;
use kneewise_types::assessment::Light;

fn voice() -> Voice {
    Voice { as_of: day("2026-10-01"), units: UnitSystem::Metric }
}

pub(super) fn gallery() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("habit", habit()),
        ("beside others", beside_others()),
        ("not known", lacks()),
        ("schedule", schedule()),
        ("labels", labels()),
        ("where the knee worked hardest", hardest()),
    ]
}

fn habit() -> Vec<String> {
    let voice = voice();
    let own = GaitBaseline {
        preferred: PreferredCadence::POPULATION,
        segments: 240,
        from: day("2026-06-05"),
        to: day("2026-09-02"),
        is_exponent_fitted: true,
    };
    let alarm = |shift, rho| CadenceAlarm { shift, week: day("2026-09-07"), rho };
    let shift = BalanceShift { since: day("2026-09-20"), runs: 4, usual_points: 0.4, now_points: 1.9 };
    vec![
        gait::habit(&voice, &own, 2.9),
        gait::change(&voice, None),
        gait::change(&voice, Some(&alarm(CadenceShift::Higher, 1.06))),
        gait::change(&voice, Some(&alarm(CadenceShift::Lower, 0.95))),
        gait::balance(&voice, &shift),
    ]
}

fn beside_others() -> Vec<String> {
    let now = |median_rho, median_cadence_spm, is_low| CadenceOpportunity {
        median_cadence_spm,
        median_speed_mps: 2.9,
        median_rho,
        is_low,
    };
    let mut said: Vec<String> = [now(0.95, 160.0, true), now(1.02, 168.0, true), now(1.05, 178.0, false)]
        .map(|now| gait::beside_others(&voice(), &now, &PreferredCadence::POPULATION))
        .to_vec();
    said.extend([Third::Lower, Third::Middle, Third::Upper].map(|third| gait::third(third).to_owned()));
    said
}

fn lacks() -> Vec<String> {
    let (steady_minutes, needed) = (4, 10);
    let lacks = [
        GaitLack::Cadence,
        GaitLack::Habit { steady_minutes, needed },
        GaitLack::Recent { steady_minutes, needed },
        GaitLack::Balance,
    ];
    lacks.map(gait::lack).to_vec()
}

fn schedule() -> Vec<String> {
    let texts = gait::texts();
    let mut said = vec![
        texts.aim("179", "5:45/km", either("7.5\u{a0}%", "7,5\u{a0}%")),
        texts.load_first().to_owned(),
        texts.stop().to_owned(),
        texts.checks(either("9 November", "9. November"), either("4 January", "4. Januar")),
        texts.locked().to_owned(),
        texts.red().to_owned(),
        texts.vendor_note().to_owned(),
    ];
    let verdicts = [
        RetrainingVerdict::GoOn,
        RetrainingVerdict::WaitForAnswers,
        RetrainingVerdict::StopForCalf,
        RetrainingVerdict::StopForKnee,
    ];
    said.extend(verdicts.map(|verdict| gait::verdict(verdict).to_owned()));
    said
}

/// Cells of tables: no sentences.
fn labels() -> Vec<String> {
    let plan = Retraining::new(day("2026-10-05"), false);
    let mut said: Vec<String> =
        plan.runs.iter().map(|run| gait::cues(&run.cues, run.feedback_percent)).collect();
    let lights = [Light::Green, Light::Provisional, Light::Amber, Light::Red];
    said.extend(lights.map(|light| gait::knee(light).to_owned()));
    let values = [166.0, 1.048, 248.0, 34.6, 85.0, 8.1, 50.6];
    let line = |(measure, value)| format!("{}: {}", gait::measure(measure).0, gait::value(measure, value));
    said.extend(GaitMeasure::ALL.into_iter().zip(values).map(line));
    said
}

fn hardest() -> Vec<String> {
    let voice = voice();
    let part = |by| Hardest {
        from_s: 900.0,
        from_m: 3000.0,
        distance_m: 1000.0,
        damage_share: 0.37,
        distance_share: 0.23,
        grade: Some(-0.06),
        speed_mps: 3.4,
        by,
    };
    let mut said = vec![knee_where::hardest(&voice, None), knee_where::hardest(&voice, Some(&part(None)))];
    let reasons = [HardBy::Downhill, HardBy::Uphill, HardBy::Speed, HardBy::FewerSteps];
    said.extend(reasons.map(|by| knee_where::hardest(&voice, Some(&part(Some(by))))));
    let without = [NoKneeLoad::NotOnFoot, NoKneeLoad::NoSpeed, NoKneeLoad::NoSteps];
    said.extend(without.map(|reason| knee_where::without(reason).to_owned()));
    said.push(knee_where::empty_day(&voice, day("2026-09-20")));
    said
}

#[test]
fn the_gallery_of_running() {
    let text = listed(&gallery());
    insta::with_settings!({
        snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!("gallery-running", text) });
}

#[test]
fn every_sentence_of_running_keeps_the_voice() {
    let sentences: Vec<_> = gallery().into_iter().filter(|(section, _)| *section != "labels").collect();
    assert_voice(&sentences);
}

#[test]
fn in_german_no_sentence_stays_english() {
    let english: Vec<String> = gallery().into_iter().flat_map(|(_, sentences)| sentences).collect();
    let german: Vec<String> =
        speak(Language::German, || gallery().into_iter().flat_map(|(_, sentences)| sentences).collect());
    let same: Vec<_> = english.iter().zip(&german).filter(|(a, b)| a == b && a.contains(' ')).collect();
    assert!(same.is_empty(), "{same:?}");
}
