//! Answers that are kept, ready to be sent, for as long as they stay true: pages and documents follow from the content of the database, the
//! day and [`Asked`], and from nothing else.
//!
//! In: what was asked. Out: the bytes that were sent before, when neither content nor day changed since. Never: an answer to a
//! change, an answer for another browser's session (its token is part of what was asked), more than [`BUDGET_BYTES`].

use super::asked::Asked;
use super::server::{Desk, Server};
use super::trouble::{Kind, Trouble};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body::Body as _;
use kneewise_types::Date;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Longer answers are made anew each time.
const LONGEST_BYTES: u64 = 4 << 20;
/// All that is kept together; when it is full, keeping begins again.
const BUDGET_BYTES: usize = 32 << 20;

/// The mark of an answer that stays true: what it was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lasting {
    changes: i64,
    as_of: Date,
}

/// Marks an answer that follows from the desk and what was asked alone.
#[must_use]
pub fn lasting(mut response: Response, desk: &Desk<'_>) -> Response {
    let is_short = response.body().size_hint().exact().is_some_and(|bytes| bytes <= LONGEST_BYTES);
    if is_short && response.status() == StatusCode::OK {
        let mark = Lasting { changes: desk.snapshot.kept.changes, as_of: desk.as_of() };
        response.extensions_mut().insert(mark);
    }
    response
}

/// What tells two answers apart, beside content and day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    asked: Asked,
    encoding: Option<HeaderValue>,
}

impl Key {
    #[must_use]
    pub const fn asked(&self) -> &Asked {
        &self.asked
    }

    /// What whoever asks can make long.
    fn bytes(&self) -> usize {
        self.asked.address.len() + self.encoding.as_ref().map_or(0, HeaderValue::len)
    }
}

#[derive(Debug, Clone)]
struct Kept {
    mark: Lasting,
    headers: HeaderMap,
    bytes: Bytes,
}

/// The answers of one server.
#[derive(Debug, Default)]
pub struct Answers(Mutex<Held>);

#[derive(Debug, Default)]
struct Held {
    answers: HashMap<Key, Kept>,
    bytes: usize,
}

impl Answers {
    /// The answer as it was sent, if it was made from the same.
    #[must_use]
    pub fn get(&self, key: &Key, changes: i64, as_of: Date) -> Option<Response> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = held.answers.get(key).filter(|kept| kept.mark == Lasting { changes, as_of })?.clone();
        drop(held);
        let mut response = Response::new(Body::from(kept.bytes));
        *response.headers_mut() = kept.headers;
        Some(response)
    }

    fn put(&self, key: Key, kept: Kept) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = key.bytes();
        if held.bytes + asked + kept.bytes.len() > BUDGET_BYTES {
            *held = Held::default();
        }
        held.bytes += asked + kept.bytes.len();
        if let Some(before) = held.answers.insert(key, kept) {
            held.bytes -= asked + before.bytes.len();
        }
    }
}

/// The layer between login and compression, so that what is kept is compressed and seen by nobody without a session.
pub async fn layer(State(server): State<Server>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let Some(key) = key(&mut parts, &server).await else {
        return next.run(Request::from_parts(parts, body)).await;
    };
    if let Some(known) = server.answered(&key).await {
        return known;
    }
    let response = next.run(Request::from_parts(parts, body)).await;
    let Some(mark) = response.extensions().get::<Lasting>().copied() else { return response };
    let (parts, body) = response.into_parts();
    // Short before it was compressed.
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return Trouble::new(Kind::Failed, "the answer broke off; ask again").into_response();
    };
    if !parts.headers.contains_key(header::SET_COOKIE) {
        server.answers().put(key, Kept { mark, headers: parts.headers.clone(), bytes: bytes.clone() });
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// `None` for what is never kept; whoever answers says what is wrong with it.
async fn key(parts: &mut Parts, server: &Server) -> Option<Key> {
    if parts.method != Method::GET || parts.uri.path().starts_with("/assets/") {
        return None;
    }
    let asked = Asked::from_request_parts(parts, server).await.ok()?;
    Some(Key { asked, encoding: parts.headers.get(header::ACCEPT_ENCODING).cloned() })
}

#[cfg(test)]
mod test {
    use super::*;

    fn key(address: &str, token: &str) -> Key {
        let asked = Asked {
            address: address.to_owned(),
            as_of: None,
            units: None,
            view: crate::web::asked::View::default(),
            accepted: None,
            is_part: false,
            token: token.to_owned(),
        };
        Key { asked, encoding: None }
    }

    fn kept(bytes: usize) -> Kept {
        let mark = Lasting { changes: 7, as_of: "2026-10-01".parse().unwrap() };
        Kept { mark, headers: HeaderMap::new(), bytes: vec![b'x'; bytes].into() }
    }

    #[test]
    fn an_answer_is_known_while_content_and_day_are_the_same() {
        let (answers, day) = (Answers::default(), "2026-10-01".parse().unwrap());
        answers.put(key("/", "a"), kept(10));
        assert!(answers.get(&key("/", "a"), 7, day).is_some());
        assert!(answers.get(&key("/", "a"), 8, day).is_none(), "something was written");
        assert!(answers.get(&key("/", "a"), 7, "2026-10-02".parse().unwrap()).is_none(), "the next day");
        assert!(answers.get(&key("/", "b"), 7, day).is_none(), "another session");
        assert!(answers.get(&key("/diary", "a"), 7, day).is_none(), "another page");
    }

    #[test]
    fn what_is_kept_stays_within_the_budget() {
        let (answers, day) = (Answers::default(), "2026-10-01".parse().unwrap());
        for n in 0..100 {
            answers.put(key(&format!("/day/{n}"), ""), kept(1 << 20));
            assert!(answers.0.lock().unwrap().bytes <= BUDGET_BYTES);
        }
        assert!(answers.get(&key("/day/99", ""), 7, day).is_some());
        answers.put(key("/day/99", ""), kept(5));
        let held = answers.0.lock().unwrap();
        let all = held.answers.iter().map(|(key, kept)| key.bytes() + kept.bytes.len());
        assert_eq!(held.bytes, all.sum::<usize>());
    }
}
