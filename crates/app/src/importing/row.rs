//! One row of a log from a form or a button: the same reader as for files, so that a page, a file and a command accept
//! the same.

use super::contents::content_of;
use super::line::{Refused, keep_line, keep_lines};
use super::logged::stamp;
use super::reading::Reader;
use super::summary::Summary;
use kneewise_store::Store;
use kneewise_types::{Profile, Timestamp};

/// Columns and values of one row, in the words of the CSV logs.
pub type Row = Vec<(&'static str, String)>;

/// What came of it, and the name of the content, by which it can be taken back.
#[derive(Debug)]
pub struct Kept {
    pub content: String,
    pub summary: Summary,
}

/// Keeps some rows of one log as one content. Rows must have the same columns.
pub fn keep_rows(store: &mut Store, profile: &Profile, rows: &[Row], at: Timestamp) -> Result<Kept, Refused> {
    let text = csv_text(rows).map_err(|error| Refused::Line(format!("cannot write the line: {error}")))?;
    let bytes = stamp(at, &text);
    let summary = keep_line(store, &Reader::of_profile(profile), &bytes)?;
    Ok(Kept { content: content_of(&bytes), summary })
}

/// Keeps several contents, each some rows of one log told at an instant, all or none.
pub fn keep_all(
    store: &mut Store,
    profile: &Profile,
    contents: &[(Vec<Row>, Timestamp)],
) -> Result<Summary, Refused> {
    let stamped = contents.iter().map(|(rows, at)| {
        let text =
            csv_text(rows).map_err(|error| Refused::Line(format!("cannot write the line: {error}")))?;
        Ok(stamp(*at, &text))
    });
    let stamped = stamped.collect::<Result<Vec<Vec<u8>>, Refused>>()?;
    keep_lines(store, &Reader::of_profile(profile), stamped.iter().map(Vec::as_slice))
}

fn csv_text(rows: &[Row]) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    if let Some(first) = rows.first() {
        writer.write_record(first.iter().map(|(column, _)| *column))?;
    }
    for row in rows {
        writer.write_record(row.iter().map(|(_, value)| value.as_str()))?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod test {
    use super::*;
    use kneewise_store::DatabaseUrl;

    #[test]
    fn a_row_is_kept_and_a_wrong_one_refused_whole() {
        let mut store = Store::open(&DatabaseUrl::memory()).unwrap();
        let at: Timestamp = "2026-10-01T07:00:00Z".parse().unwrap();
        let row = |morning: &str| -> Row {
            vec![
                ("date", "2026-10-01".to_owned()),
                ("side", "left".to_owned()),
                ("pain_morning", morning.to_owned()),
            ]
        };
        let kept = keep_rows(&mut store, &Profile::default(), &[row("3")], at).unwrap();
        assert_eq!((kept.content.len(), kept.summary.entries_added.diary), (64, 1));
        assert_eq!(store.history().unwrap().symptoms.len(), 1);
        let refused = keep_rows(&mut store, &Profile::default(), &[row("11")], at).unwrap_err();
        assert!(matches!(refused, Refused::Line(line) if line.contains("11")));
        assert_eq!(store.history().unwrap().symptoms.len(), 1);
    }
}
