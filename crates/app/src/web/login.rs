//! The login that a server needs when others than this computer can reach it.
pub const SESSION_COOKIE: &str = "kneewise-session";
