//! `decisions.csv`: what the runner said to the complaints found in old notes.

use super::Kind;
use super::row::{Fault, Row, required};
use kneewise_types::{NoteDecision, NoteVerdict};

pub(super) const KIND: Kind =
    Kind { name: "decisions.csv", required: &["date", "verdict", "quote"], optional: &["activity"] };

pub(super) fn read(row: Row<'_>) -> Result<NoteDecision, Fault> {
    let codes: Vec<&str> = NoteVerdict::ALL.iter().map(|verdict| verdict.code()).collect();
    Ok(NoteDecision {
        date: required(row.date("date")?, "date")?,
        verdict: required(row.word("verdict", NoteVerdict::from_code, &codes)?, "verdict")?,
        quote: required(row.own("quote"), "quote")?,
        activity: row.own("activity"),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use kneewise_types::NoteVerdict;

    #[test]
    fn a_decision_and_a_wrong_one() {
        let imported = read(
            "date,verdict,quote,activity\n2024-03-01,refused,\"knee deep, in snow\",ab12\n2024-03-02,perhaps,knee,\n",
        )
        .unwrap();
        let [decision] = imported.entries.decisions.as_slice() else { panic!("one row") };
        assert_eq!((decision.verdict, decision.quote.as_str()), (NoteVerdict::Refused, "knee deep, in snow"));
        assert_eq!(
            imported.notes[0].what,
            "`perhaps` is not one of accepted, corrected, refused, the row was left out"
        );
    }
}
