//! The place of each family once there are flares: what the timing of all flares and the tests say together.
//!
//! Formula: standing(family) = 0.1 + 0.14 odds(belief) + 1/n x (sum over exposures of k BF + sum over tests of 8 when
//!   found, 0.3 when not), n the mechanisms of the family that days or tests commonly show; BF of [`super::weight`], of several
//!   readings of one mechanism their mean. What half of all runners meet counts double (k 2), what one in eight has or is, a
//!   deficit or a first year of running, counts eightfold (a finding says the more the rarer it is). A side difference less
//!   than 5 points past its limit lies within what the same knee scores from day to day and counts in proportion. So does what
//!   was there on less than 3 % of the known days: it can have led to few flares (at an odds ratio of 3, one in twelve).
//!   share = standing / (2 + all standings), where 2 stands for chance. The order is that of the standings; odds of belief =
//!   odds(belief)^(1-w) x odds(share)^w, w = flares / (flares + 3), and no family is believed more than one before it. A kept
//!   diary without a flare or a recent pain leaves nothing that last weeks could have led to: the order is the same, by tests
//!   and by what was there at all.
//! Units: standing relative, belief 0 to 0.85. Source: Bayes' rule; figures [choice], tuned on simulated runners other than
//!   those of the proof; key `rule`. Grade D.
//! Limits: one mechanism at a time; families start alike. Says nothing: without known days, or while a knee without a flare
//!   hurts: then the table's own windows, which end today, are the best there is.

use crate::causes::belief;
use crate::home_tests::results::least_symmetry_pct;
use crate::order;
use kneewise_types::assessment::{CauseRow, Family, Finding, Mechanism, State};
use kneewise_types::own_data::{OwnData, Weight};
use kneewise_types::reason::Fact;
use std::collections::BTreeMap;

const FLOOR: f64 = 0.1;
const TABLE: f64 = 0.14;
const SEEN: f64 = 2.0;
const RARELY_SEEN: f64 = 8.0;
const FOUND: f64 = 8.0;
const NOT_FOUND: f64 = 0.3;
/// Points past the limit of a symmetry index from which a side difference counts in full [choice].
const CLEAR_PCT: f64 = 5.0;
/// Share of the known days from which an exposure counts in full [choice].
const OFTEN: f64 = 0.03;
/// What chance weighs beside the five families.
const CHANCE: f64 = 2.0;
/// Flares that weigh as much as the table.
const AS_THE_TABLE: f64 = 3.0;

/// What only a test shows.
const TESTED: [CauseRow; 9] = [
    CauseRow::W1,
    CauseRow::W2,
    CauseRow::W3,
    CauseRow::W4,
    CauseRow::W5,
    CauseRow::M1,
    CauseRow::M2,
    CauseRow::M3,
    CauseRow::M4,
];

/// Mechanisms of a family that days or tests commonly show.
const fn mechanisms(family: Family) -> f64 {
    match family {
        Family::Load => 8.0,
        Family::Weakness => 4.0,
        Family::Overuse | Family::Mobility | Family::Footwear => 3.0,
    }
}

/// What a mechanism that was there weighs before its timing is known.
fn seen(mechanism: &str) -> f64 {
    if CauseRow::L3.mechanism() == Some(mechanism) { RARELY_SEEN } else { SEEN }
}

/// Orders the families by their standing and moves each belief towards its share. `hurts`: a pain was entered lately.
pub(super) fn order(findings: &mut [Finding], own: &OwnData, hurts: bool) {
    if own.weights.iter().all(|weight| weight.days_at_risk == 0) || (own.flares == 0 && hurts) {
        order::sort_by(findings, |a, b| b.belief.total_cmp(&a.belief).then(a.family.cmp(&b.family)));
        return;
    }
    let standings: BTreeMap<Family, f64> =
        findings.iter().map(|finding| (finding.family, standing(finding, own))).collect();
    let of = |family: Family| standings.get(&family).copied().unwrap_or(FLOOR);
    order::sort_by(findings, |a, b| of(b.family).total_cmp(&of(a.family)).then(a.family.cmp(&b.family)));
    let all = CHANCE + standings.values().sum::<f64>();
    let flares = f64::from(own.flares);
    let weight = flares / (flares + AS_THE_TABLE);
    let mut most = f64::INFINITY;
    for finding in findings {
        let share = of(finding.family) / all;
        let log_odds = (1.0 - weight) * odds(finding.belief).ln() + weight * odds(share).ln();
        finding.belief = (1.0 / (1.0 + (-log_odds).exp())).min(belief::CAP).min(most);
        finding.word = belief::word(finding.belief);
        most = finding.belief;
    }
}

fn odds(probability: f64) -> f64 {
    probability / (1.0 - probability)
}

fn standing(finding: &Finding, own: &OwnData) -> f64 {
    let mut by_mechanism: BTreeMap<&str, Vec<&Weight>> = BTreeMap::new();
    for weight in own.weights.iter().filter(|weight| weight.family == finding.family) {
        by_mechanism.entry(weight.mechanism).or_default().push(weight);
    }
    let timed: f64 = by_mechanism.iter().map(|(mechanism, readings)| seen(mechanism) * timed(readings)).sum();
    let tested: f64 = finding
        .mechanisms
        .iter()
        .filter(|mechanism| TESTED.contains(&mechanism.row))
        .map(|mechanism| match mechanism.state {
            State::Present => NOT_FOUND + (FOUND - NOT_FOUND) * clearness(mechanism),
            State::Absent => NOT_FOUND,
            State::Unknown => 0.0,
        })
        .sum();
    FLOOR + TABLE * odds(finding.belief) + (timed + tested) / mechanisms(finding.family)
}

/// How far the clearest low test of a row lies past its limit, 0 to 1; 1 where none rests on the sides alone.
fn clearness(mechanism: &Mechanism) -> f64 {
    let past = |fact: &Fact| match fact {
        Fact::TestLow { test, symmetry_pct: Some(pct), .. } if *pct < least_symmetry_pct(*test) => {
            Some(((least_symmetry_pct(*test) - pct) / CLEAR_PCT).min(1.0))
        }
        Fact::TestLow { .. } => Some(1.0),
        _ => None,
    };
    mechanism.reasons.iter().filter_map(|reason| past(&reason.fact)).reduce(f64::max).unwrap_or(1.0)
}

/// The mean of the readings of one mechanism, each by how often it was there; 0 when it never happened.
fn timed(readings: &[&Weight]) -> f64 {
    let shares: f64 = readings.iter().map(|reading| reading.share).sum();
    let weighed = |reading: &&Weight| reading.share * reading.log_bayes_factor.exp() * often(reading);
    if shares > 0.0 { readings.iter().map(weighed).sum::<f64>() / shares } else { 0.0 }
}

/// How far an exposure was there often enough to have led to flares, 0 to 1.
fn often(reading: &Weight) -> f64 {
    if reading.days > 0.0 { (reading.exposed_days / reading.days / OFTEN).min(1.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_types::reason::Reason;
    use kneewise_types::{Evidence, Grade, TestId};

    fn finding(family: Family, belief: f64, tests: &[(CauseRow, State)]) -> Finding {
        let row =
            |&(row, state): &(CauseRow, State)| Mechanism { row, state, contribution: 0.0, reasons: vec![] };
        Finding {
            family,
            belief,
            word: belief::word(belief),
            coverage: 1.0,
            mechanisms: tests.iter().map(row).collect(),
            against: vec![],
        }
    }

    fn weight(mechanism: &'static str, family: Family, log_bayes_factor: f64) -> Weight {
        Weight {
            mechanism,
            family,
            share: 1.0,
            days_at_risk: 400,
            days: 400.0,
            exposed_days: 40.0,
            flares: 6.0,
            exposed_flares: 4.0,
            log_bayes_factor,
        }
    }

    fn own(flares: u32, weights: Vec<Weight>) -> OwnData {
        OwnData { flares, weights, ..OwnData::default() }
    }

    #[test]
    fn a_standing_by_hand() {
        let data = own(6, vec![weight("footwear.worn", Family::Footwear, 1.0)]);
        let footwear = standing(&finding(Family::Footwear, 0.2, &[]), &data);
        // 0.1 + 0.14 x 0.25 + 2 e / 3
        assert!((footwear - (0.1 + 0.035 + 2.0 * 1.0_f64.exp() / 3.0)).abs() < 1e-12);
        let tests =
            [(CauseRow::M1, State::Present), (CauseRow::M2, State::Absent), (CauseRow::M3, State::Unknown)];
        let mobility = standing(&finding(Family::Mobility, 0.2, &tests), &data);
        assert!((mobility - (0.1 + 0.035 + 8.3 / 3.0)).abs() < 1e-12);
    }

    #[test]
    fn a_side_difference_within_daily_scatter_counts_in_proportion() {
        let low = |test, symmetry_pct| {
            let fact = Fact::TestLow {
                test,
                date: "2026-03-01".parse().unwrap(),
                side: None,
                value: 20.0,
                limit: 22.0,
                other_side: Some(24.0),
                symmetry_pct,
                is_pain_limited: false,
            };
            Reason { fact, evidence: Evidence::new(Grade::D, "rule") }
        };
        let of = |reasons: Vec<Reason>| {
            clearness(&Mechanism { row: CauseRow::W1, state: State::Present, contribution: 0.2, reasons })
        };
        let near = || low(TestId::HamstringBridge, Some(88.0));
        assert!((of(vec![near()]) - 0.4).abs() < 1e-12);
        assert!((of(vec![near(), low(TestId::HeelRaise, Some(80.5))]) - 0.9).abs() < 1e-12);
        assert!((of(vec![low(TestId::HamstringBridge, Some(70.0))]) - 1.0).abs() < 1e-12);
        // Low by its norm, not by the sides: no side difference to weigh.
        assert!((of(vec![low(TestId::SidePlank, None)]) - 1.0).abs() < 1e-12);
        assert!((of(vec![]) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn readings_of_one_mechanism_are_averaged_and_what_never_happened_counts_nothing() {
        let half = |log_bayes_factor| Weight {
            share: 0.5,
            ..weight("overuse.stress", Family::Overuse, log_bayes_factor)
        };
        assert!((timed(&[&half(0.0), &half(0.0)]) - 1.0).abs() < 1e-12);
        let never = Weight { exposed_days: 0.0, ..weight("footwear.worn", Family::Footwear, 0.0) };
        assert!(timed(&[&never]).abs() < 1e-12);
    }

    #[test]
    fn what_was_there_on_few_days_counts_in_proportion() {
        let rare = Weight { exposed_days: 3.0, ..weight("load.rapid_return", Family::Load, 0.0) };
        // 3 of 400 days are a quarter of 3 %.
        assert!((timed(&[&rare]) - 0.25).abs() < 1e-12);
        assert!((timed(&[&Weight { exposed_days: 12.0, ..rare }]) - 1.0).abs() < 1e-12);
        assert!(timed(&[&Weight { days: 0.0, exposed_days: 0.0, ..rare }]).abs() < 1e-12);
    }

    #[test]
    fn timing_changes_the_order_and_no_family_is_believed_more_than_one_before_it() {
        let before = || vec![finding(Family::Load, 0.6, &[]), finding(Family::Footwear, 0.1, &[])];
        let told = |flares| {
            own(
                flares,
                vec![
                    weight("footwear.worn", Family::Footwear, 3.0),
                    weight("load.rapid_return", Family::Load, -1.0),
                ],
            )
        };
        let mut many = before();
        order(&mut many, &told(12), false);
        assert_eq!(many[0].family, Family::Footwear);
        assert!(many[0].belief > 0.5 && many[1].belief < 0.5, "{many:?}");
        let mut few = before();
        order(&mut few, &told(1), true);
        assert_eq!(few[0].family, Family::Footwear);
        assert!(few[1].belief <= few[0].belief && few[1].belief < 0.6);
    }

    #[test]
    fn while_a_knee_without_a_flare_hurts_or_without_a_diary_the_table_decides() {
        let worn = || weight("footwear.worn", Family::Footwear, 3.0);
        let unwatched = Weight { days_at_risk: 0, ..worn() };
        for (data, hurts) in [
            (own(0, vec![worn()]), true),
            (own(5, vec![]), false),
            (own(0, vec![]), false),
            (own(0, vec![unwatched]), false),
        ] {
            let mut findings = vec![finding(Family::Footwear, 0.1, &[]), finding(Family::Load, 0.4, &[])];
            order(&mut findings, &data, hurts);
            assert_eq!(findings[0].family, Family::Load);
            assert!((findings[0].belief - 0.4).abs() < 1e-12);
        }
    }

    #[test]
    fn without_a_flare_a_found_deficit_stands_before_what_led_to_nothing() {
        let quiet = own(0, vec![weight("load.rapid_return", Family::Load, 0.0)]);
        let mut findings = vec![
            finding(Family::Load, 0.6, &[]),
            finding(Family::Mobility, 0.15, &[(CauseRow::M1, State::Present)]),
        ];
        order(&mut findings, &quiet, false);
        assert_eq!(findings[0].family, Family::Mobility);
        // No flare, no weight: the table's own beliefs, none above one before it.
        assert!(findings.iter().all(|one| (one.belief - 0.15).abs() < 1e-12), "{findings:?}");
    }

    #[test]
    fn a_first_year_counts_eightfold_and_what_half_of_all_meet_double() {
        let of = |mechanism| {
            let data = own(3, vec![weight(mechanism, Family::Load, 0.0)]);
            standing(&finding(Family::Load, 0.2, &[]), &data) - FLOOR - TABLE * 0.25
        };
        assert!((of("load.novice_week_rise") - 1.0).abs() < 1e-12);
        assert!((of("load.rapid_return") - 0.25).abs() < 1e-12);
    }
}
