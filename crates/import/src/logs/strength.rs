//! `strength.csv`: what was done, set by set.

use super::Kind;
use super::row::{Fault, Row, required};
use kneewise_types::{Side, StrengthEntry};

pub(super) const KIND: Kind = Kind {
    name: "strength.csv",
    required: &["date", "exercise", "sets", "reps"],
    optional: &["side", "load_kg", "rir", "hold_s"],
};

/// Longest id of an exercise.
const MAX_ID: usize = 64;
/// Heaviest load of one exercise, kg.
const MAX_LOAD_KG: f64 = 1_000.0;
/// Longest hold, s.
const MAX_HOLD_S: f64 = 3_600.0;

pub(super) fn read(row: Row<'_>) -> Result<StrengthEntry, Fault> {
    let exercise = required(row.text("exercise"), "exercise")?;
    if !is_id(exercise) {
        return Err(Fault::new(
            "exercise",
            format!("`{exercise}` is not an exercise id such as split_squat (small letters, digits and _)"),
        ));
    }
    let side = |word: &str| match word {
        "left" => Some(Some(Side::Left)),
        "right" => Some(Some(Side::Right)),
        "both" => Some(None),
        _ => None,
    };
    Ok(StrengthEntry {
        date: required(row.date("date")?, "date")?,
        exercise: exercise.to_owned(),
        sets: required(row.whole("sets", 1, 20)?, "sets")?,
        reps: required(row.whole("reps", 1, 200)?, "reps")?,
        side: row.word("side", side, &["left", "right", "both"])?.flatten(),
        load_kg: row.number("load_kg", 0.0, MAX_LOAD_KG)?,
        reps_in_reserve: row.number("rir", 0.0, 10.0)?,
        hold_s: row.number("hold_s", 0.0, MAX_HOLD_S)?,
    })
}

fn is_id(word: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    word.len() <= MAX_ID && word.bytes().all(is_allowed)
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use kneewise_types::Side;

    #[test]
    fn sets_and_repetitions() {
        let imported = read(
            "date,exercise,sets,reps,side,load_kg,rir,hold_s\n2026-03-01,split_squat,3,8,left,12.5,2,\n\
             2026-03-01,Split Squat,3,8,,,,\n2026-03-01,slr,21,8,,,,\n",
        )
        .unwrap();
        let [entry] = imported.entries.strength.as_slice() else { panic!("one row") };
        assert_eq!((entry.sets, entry.reps, entry.side), (3, 8, Some(Side::Left)));
        assert_eq!(entry.load_kg, Some(12.5));
        assert_eq!(
            imported.notes[0].what,
            "`Split Squat` is not an exercise id such as split_squat (small letters, digits and _), the row was \
             left out"
        );
        assert_eq!(
            imported.notes[1].what,
            "`21` is not a whole number between 1 and 20, the row was left out"
        );
    }
}
