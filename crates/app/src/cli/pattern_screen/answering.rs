//! Reads answers as they are typed, and keeps them in the diary and the screen log.

use super::Known;
use crate::cli::context::now;
use crate::cli::failure::Failure;
use crate::cli::log::refused;
use crate::importing::Row;
use crate::noting;
use kneewise_store::Store;
use kneewise_types::symptom::FindingCode;
use kneewise_types::{Date, RedFlagQuestion, Side};

/// Answers of one line.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub findings: Vec<(FindingCode, bool)>,
    pub flags: Vec<(RedFlagQuestion, bool)>,
}

impl Answers {
    /// `F01 yes F02 no R4 no`.
    pub fn read(words: &[String]) -> Result<Self, Failure> {
        let mut read = Self::default();
        for pair in words.chunks(2) {
            let [id, answer] = pair else {
                let last = pair.first().map_or("", String::as_str);
                return Err(Failure::WrongUsage(format!("`{last}` has no answer: add yes or no")));
            };
            let is_yes = match answer.to_lowercase().as_str() {
                "yes" | "y" => true,
                "no" | "n" => false,
                _ => {
                    return Err(Failure::WrongUsage(format!(
                        "`{answer}` is no answer to {id}: say yes or no"
                    )));
                }
            };
            match (FindingCode::from_code(&id.to_uppercase()), flag(id)) {
                (Some(code), _) => read.findings.push((code, is_yes)),
                (None, Some(question)) => read.flags.push((question, is_yes)),
                (None, None) => return Err(unknown(id)),
            }
        }
        Ok(read)
    }

    /// Safety questions that apply.
    pub fn flags(ids: &[String]) -> Result<Vec<(RedFlagQuestion, bool)>, Failure> {
        ids.iter().map(|id| flag(id).map(|question| (question, true)).ok_or_else(|| unknown(id))).collect()
    }
}

fn unknown(id: &str) -> Failure {
    Failure::WrongUsage(format!(
        "`{id}` is no question: F01 to F22 and R1 to R12 are, `kneewise screen list` shows them"
    ))
}

/// A safety question that can be answered by itself.
fn flag(id: &str) -> Option<RedFlagQuestion> {
    let asked = RedFlagQuestion::ALL.iter().copied();
    asked
        .filter(|question| !matches!(question, RedFlagQuestion::All | RedFlagQuestion::Cleared))
        .find(|question| question.code().eq_ignore_ascii_case(id.trim()))
}

/// `none`, or the numbers of what applies; the others do not then.
pub fn applies(answer: &str) -> Result<Vec<(RedFlagQuestion, bool)>, String> {
    let none = (RedFlagQuestion::All, false);
    if matches!(answer.to_lowercase().as_str(), "n" | "no" | "none") {
        return Ok(vec![none]);
    }
    let ids = answer.split([' ', ',']).filter(|id| !id.is_empty());
    let named: Option<Vec<_>> =
        ids.map(|id| flag(id).or_else(|| flag(&format!("R{id}"))).map(|question| (question, true))).collect();
    let mut told = named.filter(|named| !named.is_empty()).ok_or("none, or numbers such as R4")?;
    told.push(none);
    Ok(told)
}

/// The knees given, else the one that hurts or is in the diary alone.
pub fn sides_of(known: &Known, given: &[Side]) -> Result<Vec<Side>, Failure> {
    if !given.is_empty() {
        return Ok(given.to_vec());
    }
    let assessment = known.assess();
    let sides: Vec<Side> = assessment.patterns.iter().map(|pattern| pattern.side).collect();
    match sides.as_slice() {
        [only] => Ok(vec![*only]),
        _ => Err(Failure::WrongUsage("which knee? add --left, --right or --both".to_owned())),
    }
}

/// Keeps answers of the pattern screen as diary entries.
pub fn keep_findings(
    store: &mut Store,
    answers: &[(FindingCode, bool)],
    sides: &[Side],
    date: Date,
) -> Result<(), Failure> {
    if answers.is_empty() {
        return Ok(());
    }
    let codes =
        answers.iter().map(|(code, is_yes)| format!("{}{}", if *is_yes { "" } else { "-" }, code.code()));
    let findings = codes.collect::<Vec<_>>().join("|");
    let row = |side: &Side| -> Row {
        vec![("date", date.to_string()), ("side", side.word().to_owned()), ("findings", findings.clone())]
    };
    kept(store, "pain", &sides.iter().map(row).collect::<Vec<_>>())
}

/// Keeps answers to the safety questions.
pub fn keep_flags(
    store: &mut Store,
    answers: &[(RedFlagQuestion, bool)],
    sides: &[Side],
    date: Date,
) -> Result<(), Failure> {
    let row = |side: Side, question: RedFlagQuestion, is_yes: bool| -> Row {
        vec![
            ("date", date.to_string()),
            ("side", side.word().to_owned()),
            ("question", question.code().to_owned()),
            ("answer", if is_yes { "yes" } else { "no" }.to_owned()),
        ]
    };
    let rows: Vec<Row> = sides
        .iter()
        .flat_map(|side| answers.iter().map(|(question, is_yes)| row(*side, *question, *is_yes)))
        .collect();
    if rows.is_empty() { Ok(()) } else { kept(store, "screen", &rows) }
}

/// Keeps that a professional examined the knee and allowed running.
pub fn keep_cleared(store: &mut Store, by: &str, sides: &[Side], date: Date) -> Result<(), Failure> {
    if by.trim().is_empty() {
        return Err(Failure::WrongUsage("--by: who examined the knee is missing".to_owned()));
    }
    let row = |side: &Side| -> Row {
        vec![
            ("date", date.to_string()),
            ("side", side.word().to_owned()),
            ("question", RedFlagQuestion::Cleared.code().to_owned()),
            ("answer", "yes".to_owned()),
            ("by", by.trim().to_owned()),
        ]
    };
    kept(store, "screen", &sides.iter().map(row).collect::<Vec<_>>())
}

fn kept(store: &mut Store, log: &str, rows: &[Row]) -> Result<(), Failure> {
    let log = noting::log(log).ok_or_else(|| Failure::CannotDo(format!("`{log}` is no log")))?;
    noting::keep(log, store, rows, now()).map(drop).map_err(refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn pairs_of_question_and_answer() {
        let read = Answers::read(&words("F21 yes f02 NO r4 no")).unwrap();
        assert_eq!(read.findings, [(FindingCode::NoblePositive, true), (FindingCode::PainStairsDown, false)]);
        assert_eq!(read.flags, [(RedFlagQuestion::R4, false)]);
        for wrong in ["F21", "F21 maybe", "F99 yes", "all yes", "cleared yes"] {
            assert!(Answers::read(&words(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_applies_says_that_the_others_do_not() {
        let none = (RedFlagQuestion::All, false);
        assert_eq!(applies("none").unwrap(), [none]);
        assert_eq!(
            applies("4, R6").unwrap(),
            [(RedFlagQuestion::R4, true), (RedFlagQuestion::R6, true), none]
        );
        assert!(applies("13").is_err() && applies(",").is_err());
    }
}
