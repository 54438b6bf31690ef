//! Who is logged in: hashes of session numbers with the second they end, kept in a setting so that a restart logs
//! nobody out.

use super::{SESSION_COOKIE, digest};
use crate::web::guard::{hex, unhex};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The setting that keeps them.
pub const SESSIONS: &str = "sessions";
/// Thirty days.
const LASTS_S: i64 = 30 * 86_400;
/// More are not kept; the oldest goes first.
const MOST: usize = 64;

/// The sessions of one server.
#[derive(Debug, Default)]
pub struct Sessions {
    /// Hash of the number, and the Unix second it ends.
    open: Mutex<HashMap<[u8; 32], i64>>,
}

impl Sessions {
    /// As they were kept; what cannot be read is forgotten.
    #[must_use]
    pub fn kept(text: &str) -> Self {
        let line = |line: &str| {
            let (hash, ends) = line.split_once(' ')?;
            Some((unhex(hash)?.try_into().ok()?, ends.parse().ok()?))
        };
        Self { open: Mutex::new(text.lines().filter_map(line).collect()) }
    }

    /// As they are to be kept.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines: Vec<String> =
            self.open().iter().map(|(hash, ends)| format!("{} {ends}", hex(hash))).collect();
        lines.sort();
        lines.join("\n")
    }

    /// Begins a session with this number.
    pub fn begin(&self, number: &str) {
        let now = now_s();
        let mut open = self.open();
        open.retain(|_, ends| *ends > now);
        while open.len() >= MOST {
            let Some(oldest) = open.iter().min_by_key(|(_, ends)| **ends).map(|(hash, _)| *hash) else {
                break;
            };
            open.remove(&oldest);
        }
        open.insert(digest(number), now + LASTS_S);
    }

    /// Whether a session is going on.
    #[must_use]
    pub fn is_known(&self, number: &str) -> bool {
        self.open().get(&digest(number)).is_some_and(|ends| *ends > now_s())
    }

    /// Ends one.
    pub fn end(&self, number: &str) {
        self.open().remove(&digest(number));
    }

    /// Ends all, as a new password does.
    pub fn end_all(&self) {
        self.open().clear();
    }

    fn open(&self) -> MutexGuard<'_, HashMap<[u8; 32], i64>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn now_s() -> i64 {
    crate::cli::now().as_second()
}

/// The cookie of a session that begins.
#[must_use]
pub fn cookie_of(number: &str, is_secure: bool) -> String {
    let secure = if is_secure { "; Secure" } else { "" };
    format!("{SESSION_COOKIE}={number}; Path=/; Max-Age={LASTS_S}; HttpOnly; SameSite=Strict{secure}")
}

/// The cookie that makes a browser forget its session.
#[must_use]
pub fn no_cookie() -> String {
    format!("{SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict")
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn sessions_survive_being_kept_and_end_when_told() {
        let sessions = Sessions::default();
        sessions.begin("one");
        sessions.begin("two");
        assert!(!sessions.text().contains("one"), "the number itself is not kept");
        let sessions = Sessions::kept(&sessions.text());
        assert!(sessions.is_known("one") && sessions.is_known("two") && !sessions.is_known("three"));
        sessions.end("one");
        assert!(!sessions.is_known("one") && sessions.is_known("two"));
        sessions.end_all();
        assert!(!sessions.is_known("two"));
        assert!(!Sessions::kept(&format!("{} 1", hex(&digest("old")))).is_known("old"), "it ended long ago");
    }

    #[test]
    fn the_oldest_sessions_give_way() {
        let sessions = Sessions::default();
        for number in 0..100 {
            sessions.begin(&number.to_string());
        }
        assert!(sessions.text().lines().count() <= MOST);
    }
}
