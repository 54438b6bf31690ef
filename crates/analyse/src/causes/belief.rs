//! How much each family is supported.
//!
//! Formula: belief = (1 - (1 - b0) x product(1 - c)) x product(l), capped at 0.85; of the rows marked "max" only
//! the largest c counts. Unit: 0 to 0.85, shown as a word. Source: clinical text G.1 [rule], key `rule`. Grade D.
//! Limits: associations, not causes; the families do not sum to 1.

use super::answer::Part;
use crate::calendar::real;
use kneewise_types::assessment::{BeliefWord, CauseRow, Family, State};

/// No belief is above this.
pub(crate) const CAP: f64 = 0.85;

/// A row that is present.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Counted {
    pub part: Part,
    /// Of the rows of one group only the largest counts; `None` counts by itself.
    pub group: Option<Group>,
}

/// Rows of a family that see the same thing in different ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// L1 and L2, and the knee's own version of them; O4 and O5.
    Printed,
    /// New downhill.
    Descent,
    /// Step rate.
    Cadence,
}

impl Group {
    const ALL: [Self; 3] = [Self::Printed, Self::Descent, Self::Cadence];

    /// The group of a row that carries "max".
    pub(crate) const fn of(row: CauseRow) -> Self {
        match row {
            CauseRow::L4 | CauseRow::L11 => Self::Descent,
            CauseRow::L12 | CauseRow::L13 => Self::Cadence,
            _ => Self::Printed,
        }
    }
}

/// Whether a row is ours, beside the printed table: it joins the coverage only once it is answered [choice], so that
/// what nobody can answer without a better watch does not make the family look less known.
pub(crate) const fn is_addition(row: CauseRow) -> bool {
    matches!(row, CauseRow::L10 | CauseRow::L11 | CauseRow::L12 | CauseRow::L13)
}

/// What is believed of a family before anything is known.
const fn base(family: Family) -> f64 {
    match family {
        Family::Load => 0.15,
        Family::Overuse | Family::Weakness => 0.10,
        Family::Mobility | Family::Footwear => 0.05,
    }
}

/// The belief in a family from its present rows.
pub(crate) fn belief(family: Family, present: &[Counted]) -> f64 {
    let groups = Group::ALL.iter().map(|group| 1.0 - largest_of(*group, present));
    let mut rest = (1.0 - base(family)) * groups.product::<f64>();
    let mut lowered = 1.0;
    for counted in present {
        match counted.part {
            Part::For(c) if counted.group.is_none() => rest *= 1.0 - c,
            Part::For(_) => {}
            Part::Against(l) => lowered *= l,
        }
    }
    ((1.0 - rest) * lowered).min(CAP)
}

/// A belief raised by one more attributable part.
pub(crate) fn joined(belief: f64, c: f64) -> f64 {
    (1.0 - (1.0 - belief) * (1.0 - c)).min(CAP)
}

/// The largest c of a group; 0 without any.
pub(crate) fn largest_of(group: Group, present: &[Counted]) -> f64 {
    let parts =
        present.iter().filter(|counted| counted.group == Some(group)).map(|counted| match counted.part {
            Part::For(c) => c,
            Part::Against(_) => 0.0,
        });
    parts.fold(0.0, f64::max)
}

/// The word for a belief.
pub(crate) fn word(belief: f64) -> BeliefWord {
    if belief < 0.25 {
        BeliefWord::LittleSign
    } else if belief < 0.50 {
        BeliefWord::May
    } else if belief < 0.75 {
        BeliefWord::Probably
    } else {
        BeliefWord::MainCandidate
    }
}

/// Answered rows over rows.
pub(crate) fn coverage(states: impl Iterator<Item = (CauseRow, State)>) -> f64 {
    let counted: Vec<State> = states
        .filter(|(row, state)| !is_addition(*row) || *state != State::Unknown)
        .map(|(_, state)| state)
        .collect();
    let answered = counted.iter().filter(|state| **state != State::Unknown).count();
    if counted.is_empty() { 0.0 } else { real(answered) / real(counted.len()) }
}

#[cfg(test)]
mod tests {
    use super::super::rows;
    use super::*;

    fn of(family: Family, ids: &[CauseRow]) -> f64 {
        let present: Vec<Counted> = rows()
            .filter(|row| ids.contains(&row.id))
            .map(|row| Counted {
                // The novice's weight of W6, as G-6 asks.
                part: if row.id == CauseRow::W6 { Part::For(0.24) } else { row.part },
                group: row.group(),
            })
            .collect();
        belief(family, &present)
    }

    #[test]
    fn worked_examples_of_g() {
        use BeliefWord::{LittleSign, May, Probably};
        use CauseRow::{F2, F3, F5, L1, L2, L4, L8, M1, M2, O1, O2, O4, W1, W2, W6, W7};
        type Example = (&'static str, Family, &'static [CauseRow], f64, f64, BeliefWord);
        let table: [Example; 10] = [
            ("G-1", Family::Load, &[L2, L4], 0.649, 5e-4, Probably),
            ("G-2", Family::Weakness, &[W7], 0.070, 5e-4, LittleSign),
            ("G-3", Family::Footwear, &[F3], 0.231, 5e-4, LittleSign),
            ("G-4", Family::Overuse, &[O1, O4], 0.482, 5e-4, May),
            ("G-5", Family::Load, &[L8], 0.090, 5e-4, LittleSign),
            ("G-6", Family::Weakness, &[W1, W2, W6], 0.562, 5e-4, Probably),
            ("G-7", Family::Mobility, &[M1, M2], 0.248, 5e-4, LittleSign),
            ("G-8", Family::Overuse, &[O1, O2], 0.521, 5e-4, Probably),
            ("G-9", Family::Footwear, &[F2, F5], 0.476, 5e-4, May),
            ("G-10", Family::Load, &[L1, L2], 0.5325, 5e-5, Probably),
        ];
        for (name, family, ids, expected, tolerance, in_words) in table {
            let got = of(family, ids);
            assert!((got - expected).abs() <= tolerance + 1e-9, "{name}: {got}");
            assert_eq!(word(got), in_words, "{name}");
        }
    }

    /// What only our own model sees may raise load to "may play a part", never to "probably".
    #[test]
    fn additions_alone_stay_below_probably() {
        use CauseRow::{L1, L2, L4, L10, L11, L12, L13};
        let all = of(Family::Load, &[L10, L11, L12, L13]);
        assert!((all - (1.0 - 0.85 * 0.90 * 0.92 * 0.92)).abs() < 1e-9, "{all}");
        assert_eq!(word(all), BeliefWord::May);
        for (printed, with_ours) in
            [(vec![L1], vec![L1, L10]), (vec![L2], vec![L2, L10]), (vec![L4], vec![L4, L11])]
        {
            assert!((of(Family::Load, &printed) - of(Family::Load, &with_ours)).abs() < 1e-12);
        }
        assert_eq!(word(of(Family::Load, &[L13])), BeliefWord::LittleSign);
    }

    #[test]
    fn an_addition_that_nobody_can_answer_does_not_make_a_family_less_known() {
        let printed =
            || CauseRow::ALL.iter().filter(|row| row.family() == Family::Load && !is_addition(**row));
        let known = |row: &CauseRow| (*row, State::Absent);
        let with = |more: &[(CauseRow, State)]| coverage(printed().map(known).chain(more.iter().copied()));
        assert!((with(&[(CauseRow::L12, State::Unknown)]) - 1.0).abs() < 1e-12);
        let half = printed().take(4).map(known).chain(printed().skip(4).map(|row| (*row, State::Unknown)));
        let half: Vec<(CauseRow, State)> = half.collect();
        let alone = coverage(half.iter().copied());
        assert!(coverage(half.iter().copied().chain([(CauseRow::L12, State::Absent)])) > alone);
    }

    #[test]
    fn a_belief_is_capped_after_the_rows_against() {
        let many = [Counted { part: Part::For(0.9), group: None }; 3];
        assert!((belief(Family::Load, &many) - 0.85).abs() < 1e-9);
        assert_eq!(word(0.85), BeliefWord::MainCandidate);
    }

    #[test]
    fn a_pain_limited_test_counts_half() {
        let half = Counted { part: Part::For(0.20).halved(), group: None };
        assert!((belief(Family::Weakness, &[half]) - (1.0 - 0.9 * 0.9)).abs() < 1e-9);
    }
}
