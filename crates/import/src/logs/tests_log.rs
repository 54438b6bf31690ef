//! `tests.csv`: results of the home and clinic tests.

use super::Kind;
use super::row::{Fault, Row, required};
use kneewise_types::{TestId, TestResult, TestSide};

pub(super) const KIND: Kind =
    Kind { name: "tests.csv", required: &["date", "test", "side", "value"], optional: &["pain"] };

pub(super) fn read(row: Row<'_>) -> Result<TestResult, Fault> {
    let ids: Vec<&str> = TestId::ALL.iter().map(|test| test.word()).collect();
    let test = required(row.word("test", TestId::from_word, &ids)?, "test")?;
    let (min, max, unit) = test.range();
    let value = row.number("value", min, max).map_err(|fault| {
        Fault::new("value", format!("{} {unit}, the range of {}", fault.what, test.word()))
    })?;
    Ok(TestResult {
        date: required(row.date("date")?, "date")?,
        test,
        side: required(row.word("side", side, &["left", "right", "both"])?, "side")?,
        value: required(value, "value")?,
        pain: row.pain("pain")?,
    })
}

fn side(word: &str) -> Option<TestSide> {
    match word {
        "left" => Some(TestSide::Left),
        "right" => Some(TestSide::Right),
        "both" => Some(TestSide::Both),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;

    #[test]
    fn the_range_is_that_of_the_test() {
        let imported = read(
            "date,test,side,value,pain\n2026-03-01,knee_to_wall,left,9.5,\n2026-03-01,knee_to_wall,right,95,\n\
             2026-03-01,fpi6,both,-3,0\n2026-03-01,nonsense,left,1,\n",
        )
        .unwrap();
        let tests = &imported.entries.tests;
        assert_eq!(tests.len(), 2);
        assert_eq!((tests[0].test, tests[0].side), (TestId::KneeToWall, TestSide::Left));
        assert!((tests[1].value + 3.0).abs() < 1e-9);
        assert_eq!(
            imported.notes[0].what,
            "`95` is not a number between 0 and 30 cm, the range of knee_to_wall, the row was left out"
        );
        assert!(imported.notes[1].what.starts_with("`nonsense` is not one of lateral_step_down, "));
    }
}
