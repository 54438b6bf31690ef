//! What would narrow the answer most, for the time it takes.
//!
//! Formula: for an unanswered row, b1 = belief if true, b0 = belief if false, assumed frequency p = 0.30;
//! bits = h(p b1 + (1 - p) b0) - p h(b1) - (1 - p) h(b0), h the binary entropy; a test that answers several rows adds
//! them. Order: bits a minute, then the order of G.3; what answers no further row is left out.
//! Units: bits, minutes. Source: clinical text G.2 "worth of a test" [rule] and D.1 for the minutes of tests; the
//! minutes of everything else are our assumption, key `rule`. Grade D. Says nothing: while a red flag or a lock is open.

use crate::causes::Answered;
use crate::causes::answer::Part;
use crate::causes::belief::{Counted, belief, is_addition};
use crate::causes::{mobility, weakness};
use crate::home_tests::results::Sore;
use kneewise_types::TestId;
use kneewise_types::assessment::{CauseRow, Family, NextTest, NextTestId, State};
use kneewise_types::reason::Fact;

const FREQUENCY: f64 = 0.30;

/// The order of families in G.3.
const ORDER: [Family; 5] =
    [Family::Load, Family::Weakness, Family::Mobility, Family::Footwear, Family::Overuse];

/// What to do next, best first.
pub(crate) fn next_tests(answered: &[Answered], sore: Sore) -> Vec<NextTest> {
    let mut open: Vec<(CauseRow, f64)> = answered
        .iter()
        .filter(|one| one.answer.state == State::Unknown && is_asked_for(one.row.id, sore))
        .map(|one| (one.row.id, worth_bits(one, answered)))
        .collect();
    let options = options(answered);
    let mut chosen = Vec::new();
    while let Some(next) = best(&options, &open) {
        open.retain(|(row, _)| !next.rows.contains(row));
        chosen.push(next);
    }
    chosen
}

/// W7 and M5 follow from the tests of other rows; with both knees sore no LSI can be had; our own additions need another
/// watch, not a test.
fn is_asked_for(row: CauseRow, sore: Sore) -> bool {
    match row {
        _ if is_addition(row) => false,
        CauseRow::W7 | CauseRow::M5 => false,
        CauseRow::W1 => sore != Sore::Both,
        _ => true,
    }
}

/// The expected information of one unanswered row.
pub(crate) fn worth_bits(one: &Answered, answered: &[Answered]) -> f64 {
    let family = one.row.id.family();
    let mut present: Vec<Counted> = answered
        .iter()
        .filter(|other| other.row.id.family() == family && other.answer.state == State::Present)
        .map(Answered::counted)
        .collect();
    let if_false = belief(family, &present);
    let part: Part = one.part();
    present.push(Counted { part, group: one.row.group() });
    let if_true = belief(family, &present);
    entropy_bits(FREQUENCY * if_true + (1.0 - FREQUENCY) * if_false)
        - FREQUENCY * entropy_bits(if_true)
        - (1.0 - FREQUENCY) * entropy_bits(if_false)
}

fn entropy_bits(p: f64) -> f64 {
    let term = |p: f64| if p > 0.0 { -p * p.log2() } else { 0.0 };
    term(p) + term(1.0 - p)
}

/// Everything that could be done, with the rows it answers.
fn options(answered: &[Answered]) -> Vec<(NextTestId, Vec<CauseRow>)> {
    let mut options: Vec<(NextTestId, Vec<CauseRow>)> = Vec::new();
    for one in answered.iter().filter(|one| one.answer.state == State::Unknown) {
        for what in answers_of(one) {
            match options.iter_mut().find(|(known, _)| *known == what) {
                Some((_, rows)) => rows.push(one.row.id),
                None => options.push((what, vec![one.row.id])),
            }
        }
    }
    options
}

/// What would answer a row, from what it says it lacks.
fn answers_of(one: &Answered) -> Vec<NextTestId> {
    let tests: &[TestId] = match one.row.id {
        CauseRow::W1 => &weakness::limb_asymmetry::TESTS,
        CauseRow::W5 => &weakness::hip_abduction::TESTS,
        CauseRow::M3 => &mobility::hamstrings::TESTS,
        _ => &[],
    };
    if !tests.is_empty() {
        return tests
            .iter()
            .copied()
            .filter(|test| minutes_of_test(*test).is_some())
            .map(NextTestId::Test)
            .collect();
    }
    if one.row.id == CauseRow::O1 {
        return vec![NextTestId::Profile];
    }
    let lacks = one.answer.facts.iter().find_map(|fact| match fact {
        Fact::NotCovered { what, .. } | Fact::NeverEntered { what } => Some(*what),
        _ => None,
    });
    lacks.and_then(remedy).into_iter().collect()
}

/// What settles a lack.
fn remedy(what: &str) -> Option<NextTestId> {
    Some(match what {
        "activities" | "runs_compared" | "time_above_threshold" | "descent" | "surface" => {
            NextTestId::Activities
        }
        "hard_sessions" => NextTestId::SessionRpe,
        "running_since" | "mass" | "age" | "sleep_quality" => NextTestId::Profile,
        "strength_log" => NextTestId::StrengthLog,
        "diary" | "mornings" | "findings" | "pain_in_two_pairs" => NextTestId::Diary,
        "shoes" | "shoe_details" => NextTestId::Shoes,
        "sleep" | "stress_and_mood" => NextTestId::Wellness,
        test => {
            TestId::from_word(test).filter(|test| minutes_of_test(*test).is_some()).map(NextTestId::Test)?
        }
    })
}

fn best(options: &[(NextTestId, Vec<CauseRow>)], open: &[(CauseRow, f64)]) -> Option<NextTest> {
    let worth = options.iter().filter_map(|(what, rows)| {
        let still: Vec<(CauseRow, f64)> =
            open.iter().filter(|(row, _)| rows.contains(row)).copied().collect();
        (!still.is_empty()).then(|| NextTest {
            what: *what,
            rows: still.iter().map(|(row, _)| *row).collect(),
            minutes: minutes(*what),
            expected_bits: still.iter().map(|(_, bits)| bits).sum(),
        })
    });
    worth.max_by(|a, b| {
        let rate = |test: &NextTest| test.expected_bits / test.minutes;
        rate(a).total_cmp(&rate(b)).then(place(b).cmp(&place(a)))
    })
}

/// Place in the order of G.3, then of the table, then of the tests.
fn place(test: &NextTest) -> (usize, Option<CauseRow>, NextTestId) {
    let first = test.rows.first().copied();
    let family = first.and_then(|row| ORDER.iter().position(|family| *family == row.family()));
    (family.unwrap_or(ORDER.len()), first, test.what)
}

/// Minutes for both sides; for what is not a test a modest assumption.
fn minutes(what: NextTestId) -> f64 {
    match what {
        NextTestId::Test(test) => minutes_of_test(test).unwrap_or(5.0),
        NextTestId::StrengthLog | NextTestId::Profile | NextTestId::SessionRpe => 2.0,
        NextTestId::Diary | NextTestId::Wellness => 3.0,
        NextTestId::Shoes | NextTestId::Activities => 5.0,
    }
}

/// Minutes of D.1; `None` for a test that has none there.
const fn minutes_of_test(test: TestId) -> Option<f64> {
    Some(match test {
        TestId::SitToStand30S => 1.0,
        TestId::SitToStand1Min | TestId::KneeToWall | TestId::ProneKneeBend => 2.0,
        TestId::SingleLegSquat | TestId::FrontPlank | TestId::KneeExtension90 | TestId::NavicularDrop => 3.0,
        TestId::LateralStepDown | TestId::HamstringBridge | TestId::SingleLegBridgeHold => 4.0,
        TestId::SidePlank | TestId::HeelRaise => 5.0,
        TestId::HipAbductionIsometric
        | TestId::ModifiedThomasHip
        | TestId::ModifiedThomasKnee
        | TestId::Fpi6 => 6.0,
        TestId::HipAbductionEccentric => 10.0,
        TestId::SingleLegSitToStand
        | TestId::KneeExtensionStrength
        | TestId::LegPress
        | TestId::KneeExtension90Passive => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::causes::answer::Answer;
    use crate::causes::rows;

    fn nothing_known() -> Vec<Answered> {
        rows().map(|row| Answered { row, answer: Answer::never("knee_to_wall") }).collect()
    }

    #[test]
    fn g_11_worth_of_two_rows_when_nothing_is_known() {
        let answered = nothing_known();
        let worth = |id| worth_bits(answered.iter().find(|one| one.row.id == id).unwrap(), &answered);
        assert!((worth(CauseRow::M1) - 0.0172).abs() <= 5e-5);
        assert!((worth(CauseRow::W1) - 0.0348).abs() <= 5e-5);
    }

    #[test]
    fn one_test_a_row_is_enough() {
        let mut answered = nothing_known();
        answered.retain(|one| one.row.id == CauseRow::W1);
        let next = next_tests(&answered, Sore::Neither);
        assert_eq!(next.len(), 1);
        assert_eq!(next[0].what, NextTestId::Test(TestId::HamstringBridge));
        assert!(next_tests(&answered, Sore::Both).is_empty());
    }
}
