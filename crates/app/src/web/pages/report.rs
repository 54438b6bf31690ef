//! The report: one page that a runner hands to a clinician, with switches for what to leave out.

use crate::report::{Case, File, ReportPart, Sheet, name};
use crate::web::asked::Asked;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::words::pages::report::Report as Texts;
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use kneewise_types::Date;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage {
    frame: Frame,
    t: Texts,
    choices: Vec<Choice>,
    /// The day, when another than today is asked for.
    as_of: Option<Date>,
    /// Where the same is as one file.
    file: String,
    sheet: Sheet,
}

struct Choice {
    value: &'static str,
    name: &'static str,
    is_chosen: bool,
}

/// What an address leaves out: `leave=body&leave=shoes`. A word that is no part is refused: whoever wrote it would show
/// what should not be shown.
pub fn left_out(asked: &Asked) -> Result<BTreeSet<ReportPart>, Trouble> {
    let query = asked.address.split_once('?').map_or("", |(_, query)| query);
    form_urlencoded::parse(query.as_bytes())
        .filter(|(key, _)| key == "leave")
        .flat_map(|(_, value)| value.split(',').filter(|word| !word.is_empty()).map(part).collect::<Vec<_>>())
        .collect()
}

fn part(word: &str) -> Result<ReportPart, Trouble> {
    ReportPart::from_word(word).ok_or_else(|| {
        let parts = ReportPart::ALL.map(ReportPart::word).join(", ");
        Trouble::invalid(format!("leave: `{word}` is none of {parts}"))
    })
}

/// The case on a desk.
pub fn case<'a>(desk: &'a Desk<'_>, left_out: &'a BTreeSet<ReportPart>) -> Case<'a> {
    let snapshot = &desk.snapshot;
    Case {
        history: &snapshot.history,
        assessment: &snapshot.assessment,
        advice: &snapshot.advice,
        voice: desk.voice(),
        left_out,
    }
}

/// `GET /report`
pub async fn show(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    server
        .page(asked, Here::Report, |desk| {
            let left_out = left_out(desk.asked)?;
            let sheet = Sheet::of(&case(desk, &left_out));
            let query = desk.asked.address.split_once('?').map_or("", |(_, query)| query);
            html(&ReportPage {
                frame: Frame::new(desk, Here::Report, Texts.page()),
                t: Texts,
                choices: ReportPart::ALL
                    .into_iter()
                    .map(|part| Choice {
                        value: part.word(),
                        name: name(part),
                        is_chosen: left_out.contains(&part),
                    })
                    .collect(),
                as_of: desk.asked.as_of.filter(|_| desk.asked.as_of != desk.server.as_of()),
                file: format!("/report/file?{query}"),
                sheet,
            })
        })
        .await
}

/// `GET /report/file`: the sheet as one file that needs nothing else. Its style is inside, which this answer alone may.
pub async fn file(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
                          frame-ancestors 'none'; sandbox";
    server
        .page(asked, Here::Report, |desk| {
            let left_out = left_out(desk.asked)?;
            let mut response = html(&File::of(&case(desk, &left_out)))?;
            let headers = response.headers_mut();
            headers.insert(
                header::CONTENT_DISPOSITION,
                HeaderValue::from_static("attachment; filename=\"knee-report.html\""),
            );
            headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
            Ok(response)
        })
        .await
}
