//! Keeping an entry, and taking it back.

use super::Sides;
use crate::importing::{Refused, Row, keep_rows};
use crate::web::asked::Asked;
use crate::web::form::Signed;
use crate::web::page::see;
use crate::web::segment::Segment;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use axum::extract::State;
use axum::response::Response;
use kneewise_store::StoreError;
use kneewise_types::{Date, Side};

/// Columns that the form may fill, in the words of the log.
const COLUMNS: [&str; 12] = [
    "pain_morning",
    "pain_before",
    "pain_during_max",
    "pain_60min",
    "swelling",
    "stiffness_min",
    "locking",
    "giving_way",
    "night_pain",
    "limp",
    "medicine",
    "note",
];

/// `POST /diary/{date}`: keeps what was filled in; what was left open stays unknown.
pub async fn save(
    State(server): State<Server>,
    asked: Asked,
    Segment(date): Segment,
    fields: Signed,
) -> Result<Response, Trouble> {
    let date: Date = date.parse().map_err(|_| Trouble::not_found(format!("/diary/{date}")))?;
    server.change(asked, move |desk| keep_day(desk, date, &fields)).await
}

/// Keeps what a form says of a day, and leads to the diary of that day.
pub fn keep_day(desk: &mut Desk<'_>, date: Date, fields: &Signed) -> Result<Response, Trouble> {
    let word = fields.text("side").unwrap_or("right");
    let sides = Sides::of_word(word)
        .ok_or_else(|| Trouble::invalid(format!("`{word}` is not a side: left, right or both")))?;
    let rows = rows(date, sides, fields);
    let profile = desk.history().profile.clone();
    let kept = keep_rows(desk.store, &profile, &rows, fields.moment()).map_err(refused)?;
    Ok(see(&format!("/diary/{date}?side={}&saved={}#saved", sides.word(), kept.content)))
}

/// One row a knee, with the same columns.
fn rows(date: Date, sides: Sides, fields: &Signed) -> Vec<Row> {
    let knees: &[Side] = match &sides {
        Sides::One(side) => std::slice::from_ref(side),
        Sides::Both => &Side::BOTH,
    };
    let told: Vec<(&'static str, String)> = COLUMNS
        .into_iter()
        .filter_map(|column| Some((column, fields.text(column)?.to_owned())))
        .chain(regions(fields).map(|regions| ("regions", regions)))
        .collect();
    knees
        .iter()
        .map(|side| {
            let mut row: Row = vec![("date", date.to_string()), ("side", side.word().to_owned())];
            row.extend(told.iter().cloned());
            row
        })
        .collect()
}

/// The marked regions, the main one first.
fn regions(fields: &Signed) -> Option<String> {
    let mut marked: Vec<&str> = fields.all("regions").collect();
    let main = fields.text("main").unwrap_or_default();
    if let Some(at) = marked.iter().position(|code| *code == main) {
        let first = marked.remove(at);
        marked.insert(0, first);
    }
    (!marked.is_empty()).then(|| marked.join("|"))
}

/// What the reader of the log said, without its name for the line.
pub fn refused(refused: Refused) -> Trouble {
    match refused {
        Refused::Store(error) => error.into(),
        Refused::Line(line) => Trouble::invalid(line.replace(", the row was left out", "")),
    }
}

/// `POST /diary/undo`: takes back what was just kept.
pub async fn undo(State(server): State<Server>, asked: Asked, fields: Signed) -> Result<Response, Trouble> {
    let content = fields.text("content").unwrap_or_default().to_owned();
    let back: Option<Date> = fields.text("date").and_then(|date| date.parse().ok());
    let side = fields.text("side").and_then(Sides::of_word).map_or("right", Sides::word);
    server
        .change(asked, move |desk| {
            desk.store.write::<_, StoreError>(|batch| batch.forget_logged(&content))?;
            let date = back.unwrap_or_else(|| desk.as_of());
            Ok(see(&format!("/diary/{date}?side={side}&undone=yes#saved")))
        })
        .await
}
