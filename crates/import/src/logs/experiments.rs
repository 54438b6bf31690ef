//! `experiments.csv`: experiments on oneself, one row each.

use super::Kind;
use super::row::{Fault, Row, required};
use kneewise_types::{Arm, Experiment, ExperimentKind, ExperimentOutcome};

pub(super) const KIND: Kind = Kind {
    name: "experiments.csv",
    required: &["date", "kind", "side", "block_days", "order"],
    optional: &[
        "seed",
        "outcome",
        "step_rate_factor",
        "usual_pair",
        "changed_pair",
        "rest_days_a_week",
        "stopped_on",
        "stop_reason",
    ],
};

const FEWEST_BLOCKS: usize = 4;
const MOST_BLOCKS: usize = 12;

pub(super) fn read(row: Row<'_>) -> Result<Experiment, Fault> {
    let codes: Vec<&str> = ExperimentKind::ALL.iter().map(|kind| kind.code()).collect();
    let outcomes: Vec<&str> = ExperimentOutcome::ALL.iter().map(|outcome| outcome.code()).collect();
    let kind = required(row.word("kind", ExperimentKind::from_code, &codes)?, "kind")?;
    let experiment = Experiment {
        start: required(row.date("date")?, "date")?,
        kind,
        side: required(row.side("side")?, "side")?,
        block_days: required(row.whole("block_days", 14, 28)?, "block_days")?,
        order: order(required(row.text("order"), "order")?)?,
        seed: row.whole("seed", 0, i64::MAX)?.unwrap_or(0),
        outcome: row
            .word("outcome", ExperimentOutcome::from_code, &outcomes)?
            .unwrap_or(ExperimentOutcome::DailyPain),
        step_rate_factor: row.number("step_rate_factor", 1.05, 1.10)?,
        usual_pair: row.own("usual_pair"),
        changed_pair: row.own("changed_pair"),
        rest_days_a_week: row.whole("rest_days_a_week", 1, 6)?,
        stopped_on: row.date("stopped_on")?,
        stop_reason: row.own("stop_reason"),
    };
    let needs = |is_there: bool, column| if is_there { Ok(()) } else { required(None, column) };
    match kind {
        ExperimentKind::StepRate => needs(experiment.step_rate_factor.is_some(), "step_rate_factor")?,
        ExperimentKind::RestDays => needs(experiment.rest_days_a_week.is_some(), "rest_days_a_week")?,
        ExperimentKind::Shoes => {
            needs(experiment.usual_pair.is_some(), "usual_pair")?;
            needs(experiment.changed_pair.is_some(), "changed_pair")?;
        }
    }
    Ok(experiment)
}

/// `AB-BA-AB`, with or without what stands between the pairs.
fn order(text: &str) -> Result<Vec<Arm>, Fault> {
    let wrong = || {
        let what = format!("`{text}` is not an order such as AB-BA-AB: two to six pairs of one A and one B");
        Fault::new("order", what)
    };
    let letters = text.chars().filter(|c| !matches!(c, '-' | ' ' | '|'));
    let arms: Option<Vec<Arm>> =
        letters.map(|c| Arm::from_code(c.to_ascii_uppercase().encode_utf8(&mut [0; 4]))).collect();
    let arms = arms.ok_or_else(wrong)?;
    let are_pairs = arms.chunks(2).all(|pair| matches!(pair, [first, second] if first != second));
    if are_pairs && (FEWEST_BLOCKS..=MOST_BLOCKS).contains(&arms.len()) { Ok(arms) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use kneewise_types::{Arm, ExperimentKind};

    #[test]
    fn an_experiment_and_wrong_ones() {
        let imported = read(
            "date,kind,side,block_days,order,step_rate_factor,usual_pair\n\
             2026-03-01,step_rate,left,14,AB-BA,1.07,\n\
             2026-03-01,step_rate,left,14,AB-AA,1.07,\n\
             2026-03-01,step_rate,left,7,AB-BA,1.07,\n\
             2026-03-01,shoes,left,14,AB-BA,,Old\n",
        )
        .unwrap();
        let [experiment] = imported.entries.experiments.as_slice() else { panic!("one row") };
        assert_eq!(experiment.kind, ExperimentKind::StepRate);
        assert_eq!(experiment.order, [Arm::Usual, Arm::Changed, Arm::Changed, Arm::Usual]);
        let notes: Vec<&str> = imported.notes.iter().map(|note| note.what.as_str()).collect();
        assert_eq!(
            notes,
            [
                "`AB-AA` is not an order such as AB-BA-AB: two to six pairs of one A and one B, the row was left out",
                "`7` is not a whole number between 14 and 28, the row was left out",
                "`changed_pair` is missing, the row was left out",
            ]
        );
    }
}
