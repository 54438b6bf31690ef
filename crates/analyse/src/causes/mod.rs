//! The cause table: one row a file, one folder a family (clinical text G.2).

pub(crate) mod answer;
pub(crate) mod belief;
pub(crate) mod case;
pub(crate) mod footwear;
pub(crate) mod load;
pub(crate) mod mobility;
pub(crate) mod overuse;
mod tested;
pub(crate) mod weakness;

use crate::order;
use answer::{Answer, Part, Row};
use belief::{Counted, belief, coverage, word};
use case::Case;
use kneewise_types::assessment::{Family, Finding, Mechanism, State};
use kneewise_types::reason::Reason;

/// Every row, in the order of the table.
pub(crate) const ROWS: [&Row; 45] = [
    &load::single_session_spike::ROW,
    &load::single_session_double::ROW,
    &load::novice_week_rise::ROW,
    &load::new_terrain_or_speed::ROW,
    &load::rapid_return::ROW,
    &load::hard_days_too_close::ROW,
    &load::surface_change::ROW,
    &load::steady_load::ROW,
    &load::began_with_twist::ROW,
    &load::knee_dose_rise::ROW,
    &load::descent_rise::ROW,
    &load::cadence_drop::ROW,
    &load::low_cadence::ROW,
    &weakness::limb_asymmetry::ROW,
    &weakness::quadriceps::ROW,
    &weakness::movement_control::ROW,
    &weakness::core::ROW,
    &weakness::hip_abduction::ROW,
    &weakness::untrained::ROW,
    &weakness::all_strong::ROW,
    &weakness::well_trained::ROW,
    &mobility::ankle::ROW,
    &mobility::quadriceps::ROW,
    &mobility::hamstrings::ROW,
    &mobility::hip_flexors::ROW,
    &mobility::all_mobile::ROW,
    &footwear::pronated_in_neutral::ROW,
    &footwear::firm_for_light_runner::ROW,
    &footwear::single_pair::ROW,
    &footwear::low_drop::ROW,
    &footwear::recent_change::ROW,
    &footwear::worn::ROW,
    &footwear::one_pair_hurts::ROW,
    &footwear::minimal_heavy::ROW,
    &footwear::same_pain_in_pairs::ROW,
    &footwear::same_model::ROW,
    &overuse::recurrence::ROW,
    &overuse::persistent_symptoms::ROW,
    &overuse::rising_pain::ROW,
    &overuse::short_sleep::ROW,
    &overuse::poor_sleep::ROW,
    &overuse::stress::ROW,
    &overuse::no_rest_day::ROW,
    &overuse::short_first_episode::ROW,
    &overuse::boom_and_bust::ROW,
];

/// All rows, in the order of the table.
pub(crate) fn rows() -> impl Iterator<Item = &'static Row> {
    ROWS.into_iter()
}

/// One row with its answer.
#[derive(Debug, Clone)]
pub(crate) struct Answered {
    pub row: &'static Row,
    pub answer: Answer,
}

impl Answered {
    /// How much it counts, halved when pain limited the test.
    pub(crate) fn part(&self) -> Part {
        let part = self.answer.part.unwrap_or(self.row.part);
        if self.answer.is_half { part.halved() } else { part }
    }

    pub(crate) fn counted(&self) -> Counted {
        Counted { part: self.part(), group: self.row.group() }
    }
}

/// Reads every row of the table.
pub(crate) fn read_rows(case: &Case<'_>) -> Vec<Answered> {
    rows().map(|row| Answered { row, answer: (row.read)(case) }).collect()
}

/// All five families, best supported first; ties in the order of the families.
pub(crate) fn findings(answered: &[Answered]) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        Family::ALL.into_iter().map(|family| finding(family, answered)).collect();
    order::sort_by(&mut findings, |a, b| b.belief.total_cmp(&a.belief).then(a.family.cmp(&b.family)));
    findings
}

fn finding(family: Family, answered: &[Answered]) -> Finding {
    let of_family: Vec<&Answered> = answered.iter().filter(|one| one.row.id.family() == family).collect();
    let present: Vec<Counted> =
        of_family.iter().filter(|one| one.answer.state == State::Present).map(|one| one.counted()).collect();
    let value = belief(family, &present);
    let (pro, against): (Vec<&Answered>, Vec<&Answered>) =
        of_family.iter().partition(|one| one.row.id.mechanism().is_some());
    Finding {
        family,
        belief: value,
        word: word(value),
        coverage: coverage(of_family.iter().map(|one| (one.row.id, one.answer.state))),
        mechanisms: pro.into_iter().map(|one| mechanism(one, &present)).collect(),
        against: against.into_iter().map(|one| mechanism(one, &present)).collect(),
    }
}

fn mechanism(one: &Answered, present: &[Counted]) -> Mechanism {
    let reasons =
        one.answer.facts.iter().map(|fact| Reason { fact: fact.clone(), evidence: one.row.evidence });
    let contribution = match (one.answer.state, one.part()) {
        (State::Present, Part::For(c)) if is_outdone(one, c, present) => 0.0,
        (State::Present, Part::For(c)) => c,
        (State::Present, Part::Against(l)) => 1.0 - l,
        _ => 0.0,
    };
    Mechanism { row: one.row.id, state: one.answer.state, contribution, reasons: reasons.collect() }
}

/// Whether another row of its group counts in its place.
fn is_outdone(one: &Answered, c: f64, present: &[Counted]) -> bool {
    one.row.group().is_some_and(|group| c < belief::largest_of(group, present))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_types::assessment::CauseRow;

    #[test]
    fn the_table_holds_every_row_once_and_in_order() {
        let ids: Vec<CauseRow> = rows().map(|row| row.id).collect();
        assert_eq!(ids, CauseRow::ALL);
    }
}
