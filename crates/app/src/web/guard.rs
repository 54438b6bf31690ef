//! Who may ask: known hosts, our own page as the origin of changes, and the token that every change carries.
//!
//! - A page of another site that makes its own name point at this computer (DNS rebinding) is refused: an address in
//!   digits is ours, a name must be one that was given.
//! - A change must come from our own page (`Origin`, `Sec-Fetch-Site`) and carry a token that only our page can read.
//! - Other sites cannot embed, fetch or time what is here.

use super::asked::cookie;
use super::login::SESSION_COOKIE;
use super::server::Server;
use super::trouble::{Kind, Trouble};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::net::IpAddr;

/// The hosts under which the page may be opened.
#[derive(Debug, Clone, Default)]
pub struct Hosts {
    /// Names besides `localhost`, in small letters.
    pub names: Vec<String>,
    /// Whether addresses that are not of this computer itself are ours too.
    pub has_network: bool,
}

impl Hosts {
    /// Whether a `Host` names this server. The port is no secret and may be forwarded, so it does not count.
    #[must_use]
    pub fn is_ours(&self, host: &str) -> bool {
        let name = without_port(host);
        match name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() {
            Ok(address) => address.is_loopback() || self.has_network,
            Err(_) => {
                let name = name.to_ascii_lowercase();
                name == "localhost" || name.ends_with(".localhost") || self.names.contains(&name)
            }
        }
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) && !name.ends_with(':') => name,
        _ => host,
    }
}

/// What tokens are made with.
pub type Secret = [u8; 64];

/// The checks of one server.
#[derive(Debug)]
pub struct Guard {
    hosts: Hosts,
    secret: Secret,
}

impl Guard {
    #[must_use]
    pub const fn new(hosts: Hosts, secret: Secret) -> Self {
        Self { hosts, secret }
    }

    /// The token for changes from this browser: it belongs to the session, so no other session's fits.
    #[must_use]
    pub fn token(&self, parts: &Parts) -> String {
        hex(&self.mac(parts).finalize().into_bytes())
    }

    /// Whether a token is the one of this browser, compared in constant time.
    #[must_use]
    pub fn is_token(&self, parts: &Parts, token: &str) -> bool {
        unhex(token).is_some_and(|token| self.mac(parts).verify_slice(&token).is_ok())
    }

    fn mac(&self, parts: &Parts) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new(&self.secret.into());
        mac.update(b"change:");
        mac.update(cookie(parts, SESSION_COOKIE).unwrap_or("local").as_bytes());
        mac
    }

    fn check(&self, method: &Method, headers: &HeaderMap) -> Result<(), Trouble> {
        let refused = |detail: &str| Err(Trouble::new(Kind::Refused, detail));
        let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
        let Some(host) = text(header::HOST).filter(|host| self.hosts.is_ours(host)) else {
            return refused("open the page under the address that the program printed");
        };
        let site = text(HeaderName::from_static("sec-fetch-site"));
        let is_foreign = matches!(site, Some("cross-site" | "same-site"));
        let is_reading = matches!(*method, Method::GET | Method::HEAD);
        if is_reading {
            let is_visit = text(HeaderName::from_static("sec-fetch-mode")) == Some("navigate");
            return if is_foreign && !is_visit {
                refused("another page may not read this one")
            } else {
                Ok(())
            };
        }
        let is_own_origin = match headers.get(header::ORIGIN) {
            None => true,
            Some(origin) => origin.to_str().ok().and_then(|origin| origin.split_once("://")).is_some_and(
                |(scheme, authority)| {
                    matches!(scheme, "http" | "https") && authority.eq_ignore_ascii_case(host)
                },
            ),
        };
        if is_foreign || !is_own_origin { refused("another page may not change this one") } else { Ok(()) }
    }
}

/// Every answer says what browsers may do with it.
const HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
         form-action 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ),
];

/// The outermost layer: checks the request, marks the answer.
pub async fn layer(State(server): State<Server>, request: Request, next: Next) -> Response {
    let checked = server.guard().check(request.method(), request.headers());
    let mut response = match checked {
        Ok(()) => next.run(request).await,
        Err(trouble) => trouble.into_response(),
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    // What is about a person is kept nowhere but here.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Bytes as hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Hexadecimal digits as bytes.
#[must_use]
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn names_that_were_not_given_are_not_ours() {
        let own = Hosts::default();
        for host in ["localhost:7477", "127.0.0.1:7477", "[::1]:7477", "127.0.0.1", "LOCALHOST", "[::1]"] {
            assert!(own.is_ours(host), "{host}");
        }
        for host in
            ["evil.example", "evil.example:7477", "192.168.1.5:7477", "localhost.evil.example", "", "::1:x"]
        {
            assert!(!own.is_ours(host), "{host}");
        }
        let network = Hosts { names: vec!["knee.home".to_owned()], has_network: true };
        assert!(network.is_ours("192.168.1.5:7477") && network.is_ours("Knee.home:80"));
        assert!(!network.is_ours("evil.example:7477"));
    }

    fn asked(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn only_our_own_page_changes_something() {
        let guard = Guard::new(Hosts::default(), [7; 64]);
        let host = ("host", "127.0.0.1:7477");
        let may = |method: Method, more: &[(&'static str, &'static str)]| {
            guard.check(&method, &asked(&[&[host], more].concat())).is_ok()
        };
        assert!(may(Method::POST, &[("origin", "http://127.0.0.1:7477")]));
        assert!(may(Method::POST, &[("origin", "http://127.0.0.1:7477"), ("sec-fetch-site", "same-origin")]));
        assert!(
            may(Method::POST, &[]),
            "a program without origin; the token is checked where forms are read"
        );
        for origin in
            ["http://evil.example", "null", "http://127.0.0.1:8000", "http://127.0.0.1:7477.evil.example"]
        {
            assert!(!may(Method::POST, &[("origin", origin)]), "{origin}");
        }
        assert!(!may(Method::POST, &[("sec-fetch-site", "cross-site")]));
        assert!(!may(Method::DELETE, &[("sec-fetch-site", "same-site")]));
        assert!(may(Method::GET, &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")]));
        assert!(!may(Method::GET, &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")]));
        assert!(guard.check(&Method::GET, &asked(&[("host", "evil.example")])).is_err());
        assert!(guard.check(&Method::GET, &HeaderMap::new()).is_err());
    }

    #[test]
    fn hexadecimal_digits_read_back() {
        assert_eq!(unhex(&hex(&[0, 171, 255])), Some(vec![0, 171, 255]));
        assert_eq!((unhex("abc"), unhex("zz"), unhex("ää")), (None, None, None));
    }
}
