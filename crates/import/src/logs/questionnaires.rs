//! `questionnaires.csv`: answers to longer questionnaires, as points. Item texts are never in it.

use super::Kind;
use super::row::{Fault, Row, required};
use kneewise_types::{Instrument, QuestionnaireAnswers};

pub(super) const KIND: Kind = Kind {
    name: "questionnaires.csv",
    required: &["date", "side", "instrument", "answers"],
    optional: &["branch"],
};

const MOST_POINTS: u8 = 30;
const MOST_ITEMS: usize = 20;

pub(super) fn read(row: Row<'_>) -> Result<QuestionnaireAnswers, Fault> {
    let codes: Vec<&str> = Instrument::ALL.iter().map(|instrument| instrument.code()).collect();
    let branch = |word: &str| match word {
        "a" | "A" => Some('A'),
        "b" | "B" => Some('B'),
        "c" | "C" => Some('C'),
        _ => None,
    };
    Ok(QuestionnaireAnswers {
        date: required(row.date("date")?, "date")?,
        side: required(row.side("side")?, "side")?,
        instrument: required(row.word("instrument", Instrument::from_code, &codes)?, "instrument")?,
        answers: answers(required(row.text("answers"), "answers")?)?,
        branch: row.word("branch", branch, &["A", "B", "C"])?,
    })
}

/// Points joined by `|`, commas or spaces; `-` was left open.
fn answers(text: &str) -> Result<Vec<Option<u8>>, Fault> {
    let wrong = |item: &str| {
        let what = format!("`{item}` is not a whole number of points between 0 and {MOST_POINTS}, or `-`");
        Fault::new("answers", what)
    };
    let items: Vec<&str> = if text.contains(['|', ',']) {
        text.split(['|', ',']).map(str::trim).collect()
    } else {
        text.split_whitespace().collect()
    };
    if items.len() > MOST_ITEMS {
        return Err(Fault::new(
            "answers",
            format!("{} answers are more than any questionnaire has", items.len()),
        ));
    }
    items
        .into_iter()
        .map(|item| match item {
            "-" => Ok(None),
            item => {
                item.parse().ok().filter(|points| *points <= MOST_POINTS).map(Some).ok_or_else(|| wrong(item))
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use kneewise_types::Instrument;

    #[test]
    fn answers_with_gaps_and_a_wrong_one() {
        let imported = read(
            "date,side,instrument,answers,branch\n2026-03-01,left,koos_pf,1|2|-|1,\n\
             2026-03-02,left,visa_p,8 7 9 7 6 6 7 10,b\n2026-03-03,left,uwri,1|x,\n",
        )
        .unwrap();
        let [first, second] = imported.entries.questionnaires.as_slice() else { panic!("two rows") };
        assert_eq!(first.answers, [Some(1), Some(2), None, Some(1)]);
        assert_eq!(
            (second.instrument, second.answers.len(), second.branch),
            (Instrument::VisaP, 8, Some('B'))
        );
        assert_eq!(
            imported.notes[0].what,
            "`x` is not a whole number of points between 0 and 30, or `-`, the row was left out"
        );
    }
}
