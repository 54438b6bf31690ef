//! Experiments for the galleries of sentences.

use super::*;
use crate::words::examples::day;
use kneewise_types::assessment::RedFlagId;
use kneewise_types::{Adherence, BlockDay, Evidence, ExperimentResult, Grade, Side};

/// Five days into the second of four blocks.
pub fn state(kind: ExperimentKind, outcome: ExperimentOutcome) -> ExperimentState {
    let order = [Arm::Usual, Arm::Changed, Arm::Changed, Arm::Usual];
    let block = |arm: Arm| Block {
        arm,
        from: day("2026-09-14"),
        to: day("2026-09-27"),
        is_over: true,
        entered_days: 12,
        mean_pain: Some(2.0),
        flare_free_days: 14,
        adherence: Adherence { kept: 5, of: 6, unknown: 1 },
    };
    ExperimentState {
        experiment: Experiment {
            start: day("2026-09-14"),
            kind,
            side: Side::Left,
            block_days: 14,
            order: order.to_vec(),
            seed: 1,
            outcome,
            step_rate_factor: Some(1.08),
            usual_pair: Some("Swift 5".to_owned()),
            changed_pair: Some("Cove 2".to_owned()),
            rest_days_a_week: Some(3),
            stopped_on: None,
            stop_reason: None,
        },
        status: ExperimentStatus::Running,
        blocks: order.map(block).to_vec(),
        today: Some(BlockDay { block: 1, day: 4 }),
        stop: None,
        result: ExperimentResult {
            differences: vec![1.0, 0.6],
            mean_difference: Some(0.8),
            p: Some(0.25),
            smallest_p: Some(0.25),
            verdict: ExperimentVerdict::Fits,
            is_kept: true,
        },
        evidence: Evidence::new(Grade::D, "rule"),
    }
}

/// Every sentence, for the gallery.
pub fn sentences(voice: &Voice) -> Vec<String> {
    let mut all = Vec::new();
    for kind in ExperimentKind::ALL {
        let state = state(*kind, ExperimentOutcome::DailyPain);
        all.push(format!("{}.", title(&state.experiment)));
        all.extend([Arm::Usual, Arm::Changed].map(|arm| task(&state.experiment, arm)));
        all.extend(today(&state));
        all.extend(state.blocks.iter().take(1).map(|block| format!("{}.", kept(&state.experiment, block))));
    }
    for outcome in ExperimentOutcome::ALL {
        let mut state = state(ExperimentKind::Shoes, *outcome);
        for verdict_told in [
            ExperimentVerdict::Fits,
            ExperimentVerdict::DoesNotFit,
            ExperimentVerdict::Unclear,
            ExperimentVerdict::TooEarly,
        ] {
            state.result.verdict = verdict_told;
            all.push(verdict(&state));
        }
        state.result.verdict = ExperimentVerdict::Fits;
        state.result.is_kept = false;
        all.extend(doubt(&state).map(str::to_owned));
    }
    let mut state = state(ExperimentKind::RestDays, ExperimentOutcome::DailyPain);
    for stands in [
        ExperimentStatus::Planned,
        ExperimentStatus::Running,
        ExperimentStatus::Finished,
        ExperimentStatus::Stopped,
    ] {
        state.status = stands;
        all.push(status(&state, voice));
    }
    let day = day("2026-09-20");
    let stops = [
        ExperimentStop::RedFlag { id: RedFlagId::R4 },
        ExperimentStop::OpenQuestions,
        ExperimentStop::RedLight { since: day },
        ExperimentStop::CalfPain { date: day, points: 4 },
        ExperimentStop::PainRuleTwice { first: day, second: day },
        ExperimentStop::NewLowDropPair { since: day },
    ];
    all.extend(stops.iter().map(|reason| stop(reason, voice)));
    all.push(caveat().to_owned());
    all
}
