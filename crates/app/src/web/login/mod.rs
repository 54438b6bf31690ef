//! The login that a server needs when others than this computer can reach it: one password, set through a link that the
//! program prints once; sessions in cookies that scripts cannot read; tries that become slower.
//!
//! On this computer alone there is no login: whoever can open the page can open the database.

mod limit;
mod password;
mod sessions;

pub use limit::Limit;
pub use password::{LEAST, hash, is_right};
pub use sessions::{SESSIONS, Sessions, cookie_of, no_cookie};

use super::asked::cookie;
use super::server::Server;
use super::trouble::{Kind, Trouble};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::sync::{Mutex, PoisonError};

/// The cookie of a session.
pub const SESSION_COOKIE: &str = "kneewise-session";
/// The setting that holds the hash of the password.
pub const PASSWORD: &str = "password";

/// The login of one server.
#[derive(Debug)]
pub struct Login {
    pub sessions: Sessions,
    pub limit: Limit,
    /// Whether cookies may travel over encrypted connections alone.
    pub is_secure: bool,
    /// SHA-256 of the key in the link that was printed, until it is used.
    setup: Mutex<Option<[u8; 32]>>,
}

impl Login {
    #[must_use]
    pub fn new(sessions: Sessions, is_secure: bool) -> Self {
        Self { sessions, limit: Limit::default(), is_secure, setup: Mutex::default() }
    }

    /// From now on a link with this key sets the password, once.
    pub fn await_setup(&self, key: &str) {
        *self.setup.lock().unwrap_or_else(PoisonError::into_inner) = Some(digest(key));
    }

    /// Whether a key is the one that was printed and not used yet.
    #[must_use]
    pub fn is_setup(&self, key: &str) -> bool {
        *self.setup.lock().unwrap_or_else(PoisonError::into_inner) == Some(digest(key))
    }

    /// Uses the key up; false when it is not the one, or was used before.
    #[must_use]
    pub fn take_setup(&self, key: &str) -> bool {
        let mut setup = self.setup.lock().unwrap_or_else(PoisonError::into_inner);
        let is_it = *setup == Some(digest(key));
        if is_it {
            *setup = None;
        }
        is_it
    }
}

/// Digests are compared, not keys: how long it takes says nothing about the key.
fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// Pages that must be seen before a login.
fn is_open(path: &str) -> bool {
    matches!(path, "/login" | "/setup")
        || crate::web::pages::offline::OPEN.contains(&path)
        || path.starts_with("/assets/")
}

/// Nobody without a session passes, where a login is needed.
pub async fn layer(State(server): State<Server>, request: Request, next: Next) -> Response {
    let Some(login) = server.login() else { return next.run(request).await };
    let path = request.uri().path();
    if is_open(path) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let is_known = cookie(&parts, SESSION_COOKIE).is_some_and(|id| login.sessions.is_known(id));
    if is_known {
        return next.run(Request::from_parts(parts, body)).await;
    }
    if parts.uri.path().starts_with("/api") || parts.headers.contains_key("hx-request") {
        return Trouble::new(Kind::LoginFirst, "log in at /login first").into_response();
    }
    super::page::see("/login")
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn a_link_works_once() {
        let login = Login::new(Sessions::default(), false);
        assert!(!login.is_setup(""));
        login.await_setup("abc");
        assert!(login.is_setup("abc") && !login.take_setup("abd"));
        assert!(login.take_setup("abc") && !login.take_setup("abc"));
    }
}
