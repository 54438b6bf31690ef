//! Found in notes: what old notes say of a knee, how it was read, and the runner's word on it.

mod answering;

pub use answering::{all, one, reopen};

use crate::proposals::{Waiting, waiting_in};
use crate::web::asked::Asked;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::query::Query;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::words::language::{Language, language};
use crate::words::numbers::full_day;
use crate::words::pages::diary::region as region_name;
use crate::words::pages::notes::{Notes as Texts, heading, moment_choice, reading};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kneewise_analyse::notes::Moment;
use kneewise_types::{Date, Region, Side};
use serde::Deserialize;
use std::sync::Arc;

/// Notes on one page: few enough to be read before all are taken.
const PAGE: usize = 20;

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    page: Option<usize>,
    /// What was just done: `accepted`, `refused` or `reopened`.
    done: Option<String>,
    /// To which, joined by dots.
    ids: Option<String>,
}

#[derive(Template)]
#[template(path = "notes.html")]
struct NotesPage {
    frame: Frame,
    t: Texts,
    heading: String,
    is_empty: bool,
    done: Option<Done>,
    notes: Vec<Note>,
    /// Ids on this page, and how many of them can be taken as read.
    ids: Vec<String>,
    ready: usize,
    regions: Vec<(&'static str, &'static str)>,
    moments: Vec<(&'static str, String)>,
    pages: Option<String>,
    later: Option<String>,
    earlier: Option<String>,
}

/// What was just done, for Undo.
struct Done {
    said: String,
    ids: Vec<String>,
    has_undo: bool,
}

/// One note that waits.
#[derive(Debug)]
pub struct Note {
    pub id: String,
    pub day: String,
    pub title: Option<String>,
    pub run: String,
    /// The words, those that were read as a complaint marked.
    pub quote: Vec<Piece>,
    pub reading: String,
    /// `left`, `right`, `both`, or empty when the words do not say.
    pub side: &'static str,
    pub date: Date,
    pub score: Option<u8>,
    /// Answers, the one that was read first.
    pub answers: Vec<Answer>,
}

/// Some of the words.
#[derive(Debug)]
pub struct Piece {
    pub text: String,
    pub is_read: bool,
}

/// One button.
#[derive(Debug)]
pub struct Answer {
    pub value: &'static str,
    pub name: &'static str,
    /// As it was read.
    pub is_main: bool,
}

/// `GET /notes`
pub async fn show(
    State(server): State<Server>,
    asked: Asked,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Trouble> {
    server.page(asked, Here::Notes, move |desk| page(desk, &wanted)).await
}

/// What waits now, looked for once.
pub fn waiting(desk: &Desk<'_>) -> Result<Arc<Vec<Waiting>>, Trouble> {
    desk.snapshot.derive("notes that wait", || {
        Ok(waiting_in(desk.history(), &desk.store.note_decisions()?, desk.as_of()))
    })
}

fn page(desk: &Desk<'_>, wanted: &Wanted) -> Result<Response, Trouble> {
    let waiting = waiting(desk)?;
    let pages = waiting.len().div_ceil(PAGE).max(1);
    let at = wanted.page.unwrap_or(1).clamp(1, pages);
    let shown: Vec<Note> =
        waiting.iter().skip((at - 1) * PAGE).take(PAGE).map(|one| note(desk, one)).collect();
    let address = |page: usize| format!("/notes?page={page}");
    html(&NotesPage {
        frame: Frame::new(desk, Here::Notes, Texts.title()),
        t: Texts,
        heading: heading(&waiting.len()),
        is_empty: waiting.is_empty(),
        done: done(wanted),
        ids: shown.iter().map(|note| note.id.clone()).collect(),
        ready: shown.iter().filter(|note| !note.side.is_empty()).count(),
        notes: shown,
        regions: Region::ALL.iter().map(|region| (region.code(), region_said(*region))).collect(),
        moments: moments(),
        pages: (pages > 1).then(|| Texts.pages(at, pages)),
        later: (at > 1).then(|| address(at - 1)),
        earlier: (at < pages).then(|| address(at + 1)),
    })
}

fn region_said(region: Region) -> &'static str {
    let (english, german) = region_name(region);
    match language() {
        Language::English => english,
        Language::German => german,
    }
}

fn moments() -> Vec<(&'static str, String)> {
    let of = [
        ("before", Moment::Before),
        ("during", Moment::During),
        ("after", Moment::After),
        ("morning", Moment::Morning),
    ];
    of.into_iter().map(|(word, moment)| (word, moment_choice(moment))).collect()
}

fn done(wanted: &Wanted) -> Option<Done> {
    let word = wanted.done.as_deref()?;
    let is_id = |id: &&str| !id.is_empty() && id.chars().all(|letter| letter.is_ascii_alphanumeric());
    let ids: Vec<String> =
        wanted.ids.as_deref().unwrap_or_default().split('.').filter(is_id).map(str::to_owned).collect();
    let said = match word {
        "accepted" => Texts.accepted(ids.len()),
        "refused" => Texts.refused(ids.len()),
        "reopened" => Texts.reopened(ids.len()),
        _ => return None,
    };
    Some(Done { said, has_undo: word != "reopened" && !ids.is_empty(), ids })
}

/// One note as it is shown here, in the diary and on home.
pub fn note(desk: &Desk<'_>, waiting: &Waiting) -> Note {
    let onset = waiting.reading.onset_km.map(|km| desk.voice().distance(km * 1000.0));
    let side = match waiting.reading.sides.as_slice() {
        [] => "",
        [Side::Left] => "left",
        [Side::Right] => "right",
        _ => "both",
    };
    let answers = [("right", Texts.was_right()), ("left", Texts.was_left()), ("both", Texts.was_both())];
    Note {
        id: waiting.id.clone(),
        day: full_day(waiting.date),
        title: waiting.title.clone().filter(|title| *title != waiting.quote),
        run: format!("/runs/{}", waiting.activity.0),
        quote: pieces(&waiting.quote, &waiting.words),
        reading: reading(waiting, onset),
        side,
        date: waiting.reading.date,
        score: waiting.reading.score.map(|score| score.points()),
        answers: answers
            .into_iter()
            .map(|(value, name)| Answer { value, name, is_main: value == side })
            .collect(),
    }
}

/// The quote cut at the words that were read, each sought after the one before.
fn pieces(quote: &str, words: &[String]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = quote;
    for word in words {
        let Some((before, after)) = rest.split_once(word.as_str()).filter(|_| !word.is_empty()) else {
            continue;
        };
        pieces.push(Piece { text: before.to_owned(), is_read: false });
        pieces.push(Piece { text: word.clone(), is_read: true });
        rest = after;
    }
    pieces.push(Piece { text: rest.to_owned(), is_read: false });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn the_pieces_make_the_quote_again() {
        let words = ["knee".to_owned(), "sore".to_owned(), "elsewhere".to_owned(), String::new()];
        let pieces = pieces("Left knee sore 4/10", &words);
        let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(whole, "Left knee sore 4/10");
        assert_eq!(pieces.iter().filter(|piece| piece.is_read).count(), 2);
    }

    #[test]
    fn what_was_done_is_said_only_of_ids() {
        let wanted = |done: &str, ids: &str| Wanted {
            done: Some(done.to_owned()),
            ids: Some(ids.to_owned()),
            page: None,
        };
        let told = done(&wanted("accepted", "ab12.<b>.cd")).unwrap();
        assert_eq!((told.ids.len(), told.has_undo), (2, true));
        assert!(!done(&wanted("reopened", "ab12")).unwrap().has_undo);
        assert!(done(&wanted("else", "ab12")).is_none());
    }
}
