//! Import: files, folders and archives dropped on the page, and what came of them.

use crate::importing::Summary;
use crate::web::asked::Asked;
use crate::web::form::Signed;
use crate::web::frame::{Frame, Here};
use crate::web::page::{html, see};
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::web::upload;
use crate::words::numbers::decimal;
use crate::words::pages::import::{Import as Texts, kind as kind_said};
use crate::words::told::Told;
use askama::Template;
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Files of one kind that are listed; the rest is counted.
const LISTED: usize = 500;

#[derive(Template)]
#[template(path = "import.html")]
struct ImportPage {
    frame: Frame,
    t: Texts,
    state: Shown,
}

#[derive(Template)]
#[template(path = "import-state.html")]
struct StatePart {
    t: Texts,
    state: Shown,
}

/// The import under way and what came of the ones before.
struct Shown {
    token: String,
    now: Option<Now>,
    results: Vec<Outcome>,
}

struct Now {
    said: String,
    done: u64,
    found: u64,
}

struct Outcome {
    title: String,
    lines: Vec<String>,
    files: Vec<Listed>,
    /// How many more files there are than are listed.
    more: Option<String>,
    has_news: bool,
}

/// One file with its reason.
struct Listed {
    mark: &'static str,
    word: &'static str,
    path: String,
    reason: Told,
}

/// `GET /import`
pub async fn show(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    let page = |desk: &mut Desk<'_>| {
        let frame = Frame::new(desk, Here::Import, Texts.title());
        html(&ImportPage { frame, t: Texts, state: shown(desk) })
    };
    server.page(asked, Here::Import, page).await
}

/// `GET /import/state`: the part that changes.
pub async fn state(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    let part = |desk: &mut Desk<'_>| html(&StatePart { t: Texts, state: shown(desk) });
    server.read(asked, part).await
}

/// `POST /import`: files of one form, or a part of many files.
pub async fn take(State(server): State<Server>, request: Request) -> Result<Response, Trouble> {
    let (parts, body) = request.into_parts();
    let is_script = parts.headers.contains_key("x-kneewise-script");
    upload::fits(&parts)?;
    let form = Multipart::from_request(Request::from_parts(parts.clone(), body), &server)
        .await
        .map_err(|_| Trouble::invalid("send a form with files"))?;
    let folder_of = |batch: &str| {
        server.importer().folder(batch, server.database()).map(|folder| folder.path().to_path_buf())
    };
    let taken = upload::take(form, &parts, server.guard(), folder_of).await?;
    if let (Some(batch), false) = (&taken.batch, taken.has_more) {
        server.importer().begin(batch, server.database());
    }
    Ok(if is_script { StatusCode::NO_CONTENT.into_response() } else { see("/import") })
}

/// `POST /import/stop`
pub async fn stop(State(server): State<Server>, _fields: Signed) -> Response {
    server.importer().stop();
    see("/import")
}

fn shown(desk: &Desk<'_>) -> Shown {
    let standing = desk.server.importer().standing();
    let now = standing.current.map(|running| {
        let (done, found, is_all) = running.counts.read();
        let mut said = if is_all {
            Texts.reading(&done.to_string(), &found.to_string())
        } else {
            Texts.finding(&done.to_string(), &found.to_string())
        };
        if standing.waiting > 0 {
            said.push(' ');
            said.push_str(&Texts.waiting(&standing.waiting.to_string()));
        }
        Now { said, done, found: found.max(1) }
    });
    let results = standing.results.iter().map(|result| match result {
        Ok(summary) => outcome(summary),
        Err(reason) => Outcome {
            title: Texts.failed().to_owned(),
            lines: vec![Told::of_reader(reason).text],
            files: vec![],
            more: None,
            has_news: false,
        },
    });
    Shown { token: desk.asked.token.clone(), now, results: results.collect() }
}

fn outcome(summary: &Summary) -> Outcome {
    let count = |number: u32| number.to_string();
    let title = if summary.is_stopped {
        Texts.stopped().to_owned()
    } else if summary.is_nothing_usable() {
        Texts.nothing_usable().to_owned()
    } else if summary.is_nothing_new() {
        Texts.nothing_new().to_owned()
    } else {
        Texts.read(&count(summary.files), &decimal(summary.seconds, 1))
    };
    let mut lines = Vec::new();
    let mut say = |number: u32, text: String| {
        if number > 0 {
            lines.push(text);
        }
    };
    say(summary.activities_added, Texts.added(&count(summary.activities_added)));
    say(summary.activities_merged, Texts.merged(&count(summary.activities_merged)));
    say(summary.activities_known, Texts.known(&count(summary.activities_known)));
    for (kind, number) in summary.entries_added.by_kind() {
        say(number, Texts.entries(kind_said(kind), &count(number)));
    }
    say(summary.rows_left_out, Texts.left_out(&count(summary.rows_left_out)));
    let unusable = summary.unusable.iter().map(|file| Listed {
        mark: "!",
        word: Texts.unusable(),
        path: file.path.clone(),
        reason: Told::of_reader(&file.reason),
    });
    let notes = summary.notes.iter().map(|note| Listed {
        mark: "~",
        word: Texts.noted(),
        path: note.path.clone(),
        reason: Told::of_reader(
            &(note.at.as_deref().map(|at| format!("{at}: ")).unwrap_or_default() + &note.what),
        ),
    });
    let all = summary.unusable.len() + summary.notes.len();
    let more = (all > LISTED).then(|| Texts.more_files(&(all - LISTED).to_string()));
    let files = unusable.chain(notes).take(LISTED).collect();
    Outcome { title, lines, files, more, has_news: !summary.is_nothing_new() }
}
