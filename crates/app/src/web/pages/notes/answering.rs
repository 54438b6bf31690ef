//! The runner's word: on one note, on all of a page, and taken back.

use crate::cli::now;
use crate::documents::proposals::Decided;
use crate::proposals::answering::{self, Correction, Which};
use crate::web::api::notes::{correction, trouble};
use crate::web::asked::Asked;
use crate::web::form::Signed;
use crate::web::page::see;
use crate::web::segment::Segment;
use crate::web::server::Server;
use crate::web::trouble::Trouble;
use axum::extract::State;
use axum::response::Response;
use kneewise_types::{NoteVerdict, Side};

/// `POST /notes/{id}`: a side, both, not the knee, or what was otherwise.
pub async fn one(
    State(server): State<Server>,
    asked: Asked,
    Segment(id): Segment,
    fields: Signed,
) -> Result<Response, Trouble> {
    let answer = fields.text("answer").unwrap_or_default().to_owned();
    let put = match answer.as_str() {
        "refuse" => None,
        "left" | "right" | "both" => Some(correction([("side", answer.as_str())].into_iter())?),
        "correct" => Some(correction(fields.fields().filter(|(name, _)| *name != "answer"))?),
        _ => return Err(Trouble::invalid("say which knee it was, or that it was not the knee")),
    };
    server
        .change(asked, move |desk| {
            let as_of = desk.as_of();
            let done = match &put {
                None => answering::answer(desk.store, as_of, (&ids([&id]), NoteVerdict::Refused), now()),
                // A side that was read as such is no correction.
                Some(put) if is_as_read(desk, &id, put)? => {
                    answering::answer(desk.store, as_of, (&ids([&id]), NoteVerdict::Accepted), now())
                }
                Some(put) => answering::correct(desk.store, as_of, (&id, put), now()),
            };
            Ok(see(&place(&done.map_err(trouble)?)))
        })
        .await
}

/// `POST /notes/all`: every note of a page as it was read, or none of them.
pub async fn all(State(server): State<Server>, asked: Asked, fields: Signed) -> Result<Response, Trouble> {
    let verdict = match fields.text("answer") {
        Some("accept") => NoteVerdict::Accepted,
        Some("refuse") => NoteVerdict::Refused,
        _ => return Err(Trouble::invalid("say whether they are as read, or not about a knee")),
    };
    let named: Vec<String> = fields.all("ids").map(str::to_owned).collect();
    server
        .change(asked, move |desk| {
            // Those that do not say which knee wait on.
            let waiting = super::waiting(desk)?;
            let is_ready = |id: &&String| {
                let known = waiting.iter().find(|one| one.id == **id);
                known.is_some_and(|one| verdict == NoteVerdict::Refused || !one.reading.sides.is_empty())
            };
            let ready = ids(named.iter().filter(is_ready));
            let done = answering::answer(desk.store, desk.as_of(), (&ready, verdict), now());
            Ok(see(&place(&done.map_err(trouble)?)))
        })
        .await
}

/// `POST /notes/reopen`: takes back what was said.
pub async fn reopen(State(server): State<Server>, asked: Asked, fields: Signed) -> Result<Response, Trouble> {
    let which = ids(fields.all("ids"));
    server
        .change(asked, move |desk| {
            let done = answering::again(desk.store, desk.as_of(), &which);
            Ok(see(&place(&done.map_err(trouble)?)))
        })
        .await
}

fn ids<T: AsRef<str>>(named: impl IntoIterator<Item = T>) -> Which {
    Which::Ids(named.into_iter().map(|id| id.as_ref().to_owned()).collect())
}

fn is_as_read(desk: &crate::web::server::Desk<'_>, id: &str, put: &Correction) -> Result<bool, Trouble> {
    let waiting = super::waiting(desk)?;
    let sides = put.sides.as_ref();
    let only_side = Correction { sides: put.sides.clone(), ..Correction::default() };
    let is_same = |sides: &Vec<Side>| waiting.iter().any(|one| one.id == id && one.reading.sides == *sides);
    Ok(*put == only_side && sides.is_some_and(is_same))
}

/// The list, with what was done and how to take it back.
fn place(done: &Decided) -> String {
    let word = match done.verdict {
        "refused" | "reopened" => done.verdict,
        _ => "accepted",
    };
    format!("/notes?done={word}&ids={}#done", done.decided.join("."))
}
