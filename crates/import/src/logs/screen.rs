//! `screen.csv`: answers to the red-flag questions.

use super::Kind;
use super::row::{Fault, Row, required};
use kneewise_types::{RedFlagQuestion, ScreenAnswer};

pub(super) const KIND: Kind =
    Kind { name: "screen.csv", required: &["date", "side", "question", "answer"], optional: &["by"] };

pub(super) fn read(row: Row<'_>) -> Result<ScreenAnswer, Fault> {
    let questions: Vec<&str> = RedFlagQuestion::ALL.iter().map(|question| question.code()).collect();
    let question = |word: &str| {
        let known = RedFlagQuestion::ALL.iter().copied();
        known.into_iter().find(|question| question.code().eq_ignore_ascii_case(word))
    };
    let answer = |word: &str| match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    Ok(ScreenAnswer {
        date: required(row.date("date")?, "date")?,
        side: required(row.side("side")?, "side")?,
        question: required(row.word("question", question, &questions)?, "question")?,
        is_yes: required(row.word("answer", answer, &["yes", "no"])?, "answer")?,
        by: row.own("by"),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use kneewise_types::{RedFlagQuestion, Side};

    #[test]
    fn answers_and_none_of_these() {
        let imported = read(
            "date,side,question,answer\n2026-03-01,left,r4,Yes\n2026-03-01,right,all,no\n2026-03-01,left,R13,no\n\
             2026-03-01,left,R1,maybe\n",
        )
        .unwrap();
        let screen = &imported.entries.screen;
        assert_eq!(screen.len(), 2);
        assert_eq!((screen[0].question, screen[0].is_yes), (RedFlagQuestion::R4, true));
        assert_eq!((screen[1].question, screen[1].side), (RedFlagQuestion::All, Side::Right));
        assert_eq!(
            imported.notes[0].what,
            "`R13` is not one of R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11, R12, R10b, all, cleared, the row was left out"
        );
        assert_eq!(imported.notes[1].what, "`maybe` is not one of yes, no, the row was left out");
    }
}
