//! Complaints found in notes: what waits, and the runner's word on it.

use super::always::Always;
use super::answer::{json, told};
use crate::cli::now;
use crate::documents::proposals::{Decided, Document, document};
use crate::importing::Refused;
use crate::proposals::answering::{self, Correction, Undecided, Which};
use crate::proposals::waiting_in;
use crate::web::asked::Asked;
use crate::web::body::Fields;
use crate::web::segment::Segment;
use crate::web::server::Server;
use crate::web::trouble::{Problem, Trouble};
use axum::extract::State;
use axum::response::Response;
use kneewise_analyse::notes::Moment;
use kneewise_types::{NoteVerdict, PainScore, Region, Side};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as WordError;
use utoipa::ToSchema;

/// Complaints found in notes that wait for the runner's word
#[utoipa::path(
    get,
    path = "/api/v1/diary/proposals",
    operation_id = "proposals",
    tag = "knee",
    params(Always),
    responses(
        (status = 200, description = "What waits, the newest first", body = Document<'static>),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    server
        .document(asked, |desk| {
            let waiting = waiting_in(desk.history(), &desk.store.note_decisions()?, desk.as_of());
            json(&document(&waiting, desk.as_of()))
        })
        .await
}

/// What the runner says to a complaint.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Accept,
    Refuse,
    Reopen,
}

impl Verdict {
    const fn kept(self) -> Option<NoteVerdict> {
        match self {
            Self::Accept => Some(NoteVerdict::Accepted),
            Self::Refuse => Some(NoteVerdict::Refused),
            Self::Reopen => None,
        }
    }
}

/// It is so, it is not, or ask again: of some, or of all
#[utoipa::path(
    post,
    path = "/api/v1/diary/proposals/{verdict}",
    operation_id = "answer_proposals",
    tag = "knee",
    params(Always, ("verdict" = inline(Verdict), Path, description = "What the runner says")),
    request_body(content = Object, description = "`{\"ids\": [\"…\"]}`, ids or enough of their beginnings, or `{\"all\": true}`"),
    responses(
        (status = 200, description = "What became of them", body = Decided),
        (status = 403, description = "From another page", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such verdict", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "More than an answer holds", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "An id of none that waits, or one that does not say which knee", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn answer(
    State(server): State<Server>,
    asked: Asked,
    Segment(word): Segment,
    fields: Fields,
) -> Result<Response, Trouble> {
    let verdict = Verdict::deserialize(word.as_str().into_deserializer())
        .map_err(|_: WordError| Trouble::not_found(format!("`{word}` is none of accept, refuse, reopen")))?;
    let which = which(&fields)?;
    server
        .change(asked, move |desk| {
            let as_of = desk.as_of();
            let decided = match verdict.kept() {
                Some(verdict) => answering::answer(desk.store, as_of, (&which, verdict), now()),
                None => answering::again(desk.store, as_of, &which),
            };
            json(&decided.map_err(trouble)?)
        })
        .await
        .map(told)
}

/// It was otherwise than read
#[utoipa::path(
    post,
    path = "/api/v1/diary/proposals/correct",
    operation_id = "correct_proposal",
    tag = "knee",
    params(Always),
    request_body(content = Object, description = "`id`, and what was otherwise: `side` (`left`, `right`, `both`), `score` (0 to 10), `when` (`before`, `during`, `after`, `morning`), `region` (its code), `date`"),
    responses(
        (status = 200, description = "What became of it", body = Decided),
        (status = 403, description = "From another page", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "More than an answer holds", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "An id of none that waits, or a value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn correct(
    State(server): State<Server>,
    asked: Asked,
    fields: Fields,
) -> Result<Response, Trouble> {
    let id = fields.pairs().find(|(name, _)| *name == "id").map(|(_, id)| id.to_owned());
    let id = id.ok_or_else(|| Trouble::invalid("say which one: `id`"))?;
    let correction = correction(fields.pairs().filter(|(name, _)| *name != "id"))?;
    server
        .change(asked, move |desk| {
            let as_of = desk.as_of();
            let decided = answering::correct(desk.store, as_of, (&id, &correction), now());
            json(&decided.map_err(trouble)?)
        })
        .await
        .map(told)
}

fn which(fields: &Fields) -> Result<Which, Trouble> {
    let mut ids = Vec::new();
    let mut is_all = false;
    for (name, value) in fields.pairs() {
        match (name, value) {
            ("ids", id) => ids.push(id.to_owned()),
            ("all", "1") => is_all = true,
            ("all", "0" | "") => {}
            _ => return Err(Trouble::invalid(format!("`{name}` is none of ids, all"))),
        }
    }
    match (is_all, ids.is_empty()) {
        (true, true) => Ok(Which::All),
        (false, false) => Ok(Which::Ids(ids)),
        _ => Err(Trouble::invalid("say which: either `ids`, or `all` as true")),
    }
}

/// What was otherwise, by the names of the fields; empty ones stay as they were read.
pub fn correction<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>) -> Result<Correction, Trouble> {
    let mut put = Correction::default();
    for (name, value) in fields.filter(|(_, value)| !value.is_empty()) {
        let cannot = |options: &str| Trouble::invalid(format!("{name}: `{value}` is not {options}"));
        match name {
            "side" => put.sides = Some(sides(value).ok_or_else(|| cannot("left, right or both"))?),
            "score" => {
                let points = value.parse().ok().and_then(|points: u8| PainScore::new(points).ok());
                put.score = Some(points.ok_or_else(|| cannot("a whole number from 0 to 10"))?);
            }
            "when" => put.moment = Some(moment(value).ok_or_else(|| cannot("a moment of a run"))?),
            "region" => put.region = Some(Region::from_code(value).ok_or_else(|| cannot("a region"))?),
            "date" => put.date = Some(value.parse().map_err(|_| cannot("a day"))?),
            _ => {
                return Err(Trouble::invalid(format!("`{name}` is none of side, score, when, region, date")));
            }
        }
    }
    Ok(put)
}

fn sides(word: &str) -> Option<Vec<Side>> {
    match word {
        "both" => Some(Side::BOTH.to_vec()),
        word => Side::BOTH.into_iter().find(|side| side.word() == word).map(|side| vec![side]),
    }
}

fn moment(word: &str) -> Option<Moment> {
    match word {
        "before" => Some(Moment::Before),
        "during" => Some(Moment::During),
        "after" => Some(Moment::After),
        "morning" => Some(Moment::Morning),
        _ => None,
    }
}

/// Why nothing was decided, for a page or a program.
pub fn trouble(undecided: Undecided) -> Trouble {
    match undecided {
        Undecided::Refused(Refused::Store(error)) => error.into(),
        Undecided::Refused(Refused::Line(line)) => Trouble::invalid(line),
        Undecided::Unknown(id) => Trouble::invalid(format!("`{id}` is no complaint that waits")),
        Undecided::Ambiguous(id) => Trouble::invalid(format!("`{id}` begins more than one, give more of it")),
        Undecided::WithoutSide(id) => {
            Trouble::invalid(format!("the words of `{id}` do not say which knee: say which"))
        }
        Undecided::NeverDecided(id) => Trouble::invalid(format!("`{id}` is none that was decided on")),
    }
}
