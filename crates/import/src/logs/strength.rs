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

/// Exercises that a misspelt one may have meant, at most.
const MAX_NEAREST: usize = 3;
/// From this likeness on (0 to 1) one is worth naming.
const LEAST_LIKENESS: f64 = 0.75;

pub(super) fn read(row: Row<'_>, library: &[&'static str]) -> Result<StrengthEntry, Fault> {
    let exercise = required(row.text("exercise"), "exercise")?;
    if !is_id(exercise) || !(library.is_empty() || library.contains(&exercise)) {
        return Err(Fault::new("exercise", unknown(exercise, library)));
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

/// What is wrong with an id, and which ones it may have meant.
fn unknown(exercise: &str, library: &[&'static str]) -> String {
    let shown: String = exercise.chars().take(MAX_ID).collect();
    let hint = match nearest(exercise, library).as_slice() {
        [] => "whose ids `kneewise log strength --help` lists".to_owned(),
        [only] => format!("the nearest is {only}"),
        several => format!("the nearest are {}", several.join(", ")),
    };
    format!("`{shown}` is no exercise of the library, {hint}")
}

/// Ids that share a word with it or are spelt nearly alike, the likest first.
fn nearest(exercise: &str, library: &[&'static str]) -> Vec<&'static str> {
    let asked = snake(exercise);
    if let Some(same) = library.iter().find(|id| **id == asked) {
        return vec![same];
    }
    let has_word = |id: &str| {
        let words = asked.split('_').filter(|word| word.len() > 2);
        words.filter(|word| id.split('_').any(|own| own == *word || format!("{own}s") == **word)).count()
    };
    let mut likest: Vec<(f64, &'static str)> = library
        .iter()
        .map(|id| (strsim::jaro_winkler(&asked, id) + f64::from(u8::from(has_word(id) > 0)), *id))
        .filter(|(likeness, _)| *likeness >= LEAST_LIKENESS)
        .collect();
    likest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    likest.into_iter().take(MAX_NEAREST).map(|(_, id)| id).collect()
}

/// `SplitSquat`, `Split Squat` and `split-squat` as an id would be written.
fn snake(exercise: &str) -> String {
    let mut id = String::new();
    for letter in exercise.chars().take(MAX_ID) {
        if letter.is_uppercase() && id.ends_with(|last: char| last.is_lowercase()) {
            id.push('_');
        }
        id.extend(letter.to_lowercase().map(|letter| if letter.is_alphanumeric() { letter } else { '_' }));
    }
    id
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
            "`Split Squat` is no exercise of the library, whose ids `kneewise log strength --help` lists, the row \
             was left out"
        );
        assert_eq!(
            imported.notes[1].what,
            "`21` is not a whole number between 1 and 20, the row was left out"
        );
    }

    #[test]
    fn an_unknown_exercise_is_told_the_nearest() {
        const LIBRARY: [&str; 6] =
            ["slr", "split_squat", "rear_foot_split_squat", "goblet_squat", "calf_raise_two", "clamshell"];
        let says = |asked: &str| super::unknown(asked, &LIBRARY);
        for asked in ["SplitSquat", "Split Squat", "split-squat"] {
            assert_eq!(
                says(asked),
                format!("`{asked}` is no exercise of the library, the nearest is split_squat")
            );
        }
        let nearest = |asked: &str| super::nearest(asked, &LIBRARY);
        let squats: std::collections::BTreeSet<_> = nearest("squat").into_iter().collect();
        assert_eq!(squats, ["goblet_squat", "rear_foot_split_squat", "split_squat"].into());
        assert_eq!(nearest("clamshels"), ["clamshell"]);
        assert_eq!(nearest("calf_raises").first(), Some(&"calf_raise_two"));
        assert_eq!(nearest("kettlebell_swing"), Vec::<&str>::new());
        assert!(says("kettlebell_swing").ends_with("`kneewise log strength --help` lists"));
        assert!(says(&"x".repeat(5000)).len() < 200);
    }

    #[test]
    fn an_exercise_of_the_library_is_taken() {
        let table = |exercise: &str| {
            let text = format!("date,exercise,sets,reps\n2026-03-01,{exercise},3,8\n");
            super::super::table::read_table(text.as_bytes()).unwrap()
        };
        let read = |exercise: &str| {
            crate::source::in_test(|context| {
                let context = crate::Context { exercises: &["slr", "nordic"], ..*context };
                super::super::read_log(table(exercise), &context).unwrap()
            })
        };
        assert_eq!(read("slr").entries.strength.len(), 1);
        let refused = read("nordics");
        assert_eq!(refused.rows_left_out, 1);
        assert_eq!(refused.notes[0].at.as_deref(), Some("line 2, column exercise"));
        assert_eq!(
            refused.notes[0].what,
            "`nordics` is no exercise of the library, the nearest is nordic, the row was left out"
        );
    }
}
