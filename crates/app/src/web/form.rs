//! A form as it was sent: fields in their order, taken only with the token of our own page.

use super::server::Server;
use super::trouble::{Kind, Trouble};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use jiff::SignedDuration;
use kneewise_types::Timestamp;
use std::borrow::Cow;

/// The header in which scripts send the token.
pub const TOKEN_HEADER: &str = "x-csrf-token";
/// The hidden field in which forms send it.
pub const TOKEN_FIELD: &str = "csrf";

/// The hidden field that says when an entry was typed. The same entry with the same instant is one content, so that one
/// which was kept in the browser and is sent twice is kept once.
pub const MOMENT_FIELD: &str = "typed_at";

/// An entry waits in a browser no longer than this.
const KEPT_AT_MOST: SignedDuration = SignedDuration::from_hours(24 * 400);
/// How far the clock of a browser may be ahead.
const CLOCK_AHEAD: SignedDuration = SignedDuration::from_hours(24);

/// The fields of a form that came from our own page.
#[derive(Debug, Clone, Default)]
pub struct Signed {
    fields: Vec<(String, String)>,
}

impl Signed {
    /// A field that was filled in, without space around it.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Every value of a field that may be given several times, such as the regions that hurt.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        let fields = self.fields.iter().filter(move |(known, _)| known == name);
        fields.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// When it was typed, as the page says, else now. An instant that no clock of a phone should show counts as now.
    #[must_use]
    pub fn moment(&self) -> Timestamp {
        let now = crate::cli::now();
        let (earliest, latest) = (now - KEPT_AT_MOST, now + CLOCK_AHEAD);
        let told = self.text(MOMENT_FIELD).and_then(|text| text.parse::<Timestamp>().ok());
        told.filter(|told| (earliest..=latest).contains(told)).unwrap_or(now)
    }

    /// All fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl FromRequest<Server> for Signed {
    type Rejection = Trouble;

    async fn from_request(request: Request, server: &Server) -> Result<Self, Trouble> {
        let (parts, body) = request.into_parts();
        let is_form =
            parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(
                |kind| {
                    kind.split(';').next().unwrap_or_default().trim() == "application/x-www-form-urlencoded"
                },
            );
        if !is_form {
            return Err(Trouble::new(Kind::WrongContent, "send a form: application/x-www-form-urlencoded"));
        }
        let bytes =
            Bytes::from_request(Request::from_parts(parts.clone(), body), server).await.map_err(broken)?;
        let fields: Vec<(String, String)> = form_urlencoded::parse(&bytes)
            .map(|(name, value): (Cow<'_, str>, Cow<'_, str>)| (name.into_owned(), value.into_owned()))
            .collect();
        let in_header = parts.headers.get(TOKEN_HEADER).and_then(|value| value.to_str().ok());
        let in_field = fields.iter().find(|(name, _)| name == TOKEN_FIELD).map(|(_, value)| value.as_str());
        let is_ours = in_header.or(in_field).is_some_and(|token| server.guard().is_token(&parts, token));
        if !is_ours {
            return Err(Trouble::new(
                Kind::Refused,
                "the form is older than the program: open the page again",
            ));
        }
        Ok(Self { fields: fields.into_iter().filter(|(name, _)| name != TOKEN_FIELD).collect() })
    }
}

/// The body was longer than it may be, or broke off.
pub fn broken(rejection: BytesRejection) -> Trouble {
    match rejection {
        BytesRejection::FailedToBufferBody(rejection) if rejection.status() == 413 => {
            Trouble::new(Kind::TooLarge, "that is more than an entry holds")
        }
        _ => Trouble::invalid("what was sent broke off"),
    }
}
