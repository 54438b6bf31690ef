//! `weekly.csv`: the weekly check of a knee.

use super::Kind;
use super::row::{Fault, Row, required};
use kneewise_types::{WeekStep, WeeklyCheck};

pub(super) const KIND: Kind = Kind {
    name: "weekly.csv",
    required: &["date", "side", "taking_part"],
    optional: &["changing", "performance", "symptoms"],
};

pub(super) fn read(row: Row<'_>) -> Result<WeeklyCheck, Fault> {
    let step = |column, words: [&'static str; 4]| {
        row.word(column, |word: &str| WeekStep::of_word(word, words), &words)
    };
    let check = WeeklyCheck {
        date: required(row.date("date")?, "date")?,
        side: required(row.side("side")?, "side")?,
        taking_part: required(step("taking_part", WeekStep::TAKING_PART)?, "taking_part")?,
        changing: step("changing", WeekStep::AMOUNT)?,
        performance: step("performance", WeekStep::AMOUNT)?,
        symptoms: step("symptoms", WeekStep::PAIN)?,
    };
    if !check.taking_part.ends_check() {
        required(check.changing, "changing")?;
        required(check.performance, "performance")?;
        required(check.symptoms, "symptoms")?;
    }
    Ok(check)
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use kneewise_types::WeekStep;

    #[test]
    fn a_week_with_and_without_a_problem() {
        let imported = read(
            "date,side,taking_part,changing,performance,symptoms\n2026-03-01,left,full,,,\n\
             2026-03-08,left,reduced,little,none,moderate\n2026-03-15,left,reduced,little,,\n2026-03-22,left,half,,,\n",
        )
        .unwrap();
        let weekly = &imported.entries.weekly;
        assert_eq!(weekly.len(), 2);
        assert_eq!((weekly[0].taking_part, weekly[0].symptoms), (WeekStep::Nothing, None));
        assert_eq!(
            (weekly[1].taking_part, weekly[1].symptoms),
            (WeekStep::Moderate, Some(WeekStep::Moderate))
        );
        let notes: Vec<&str> = imported.notes.iter().map(|note| note.what.as_str()).collect();
        assert_eq!(
            notes,
            [
                "`performance` is missing, the row was left out",
                "`half` is not one of full, full_with_problem, reduced, none, the row was left out"
            ]
        );
    }
}
