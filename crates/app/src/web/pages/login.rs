//! Setting the password through the printed link, logging in, logging out.

use crate::web::asked::{Asked, cookie};
use crate::web::form::Signed;
use crate::web::frame::{Frame, Here};
use crate::web::guard::hex;
use crate::web::login::{self, LEAST, Login, PASSWORD, SESSION_COOKIE, SESSIONS, cookie_of, no_cookie};
use crate::web::page::{html, see};
use crate::web::query::Query;
use crate::web::server::{Server, random};
use crate::web::trouble::{Kind, Trouble};
use crate::words::language::speak;
use crate::words::pages::login::Login as Texts;
use askama::Template;
use axum::extract::{ConnectInfo, FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use kneewise_store::StoreError;
use serde::Deserialize;
use std::net::SocketAddr;
use std::time::Instant;

#[derive(Template)]
#[template(path = "login.html")]
struct LoginPage {
    frame: Frame,
    t: Texts,
    trouble: String,
}

#[derive(Template)]
#[template(path = "setup.html")]
struct SetupPage {
    frame: Frame,
    t: Texts,
    key: String,
    lead: String,
    trouble: String,
}

/// The session number a request brings, if any.
#[derive(Debug)]
pub struct Session(Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for Session {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Trouble> {
        Ok(Self(cookie(parts, SESSION_COOKIE).map(str::to_owned)))
    }
}

/// The key of the printed link.
#[derive(Debug, Deserialize)]
pub struct Key {
    #[serde(default)]
    key: String,
}

/// `GET /login`
pub async fn show(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    needed(&server)?;
    form(&asked, "")
}

/// `POST /login`
pub async fn enter(
    State(server): State<Server>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    asked: Asked,
    fields: Signed,
) -> Result<Response, Trouble> {
    let login = needed(&server)?;
    let now = now();
    if let Some(wait) = login.limit.wait(from.ip(), now) {
        let told = speak(asked.language(), || Texts.wait(wait.as_secs().max(1)));
        return refused(&asked, &told, StatusCode::TOO_MANY_REQUESTS);
    }
    let password = fields.text("password").unwrap_or_default().to_owned();
    let known = server.clone();
    let is_right = server
        .read(asked.clone(), move |desk| {
            let hash = desk.store.setting(PASSWORD)?;
            let is_right = hash.is_some_and(|hash| login::is_right(&password, &hash));
            // Counted before the next try is let in, however many come at once.
            if let (false, Some(login)) = (is_right, known.login()) {
                login.limit.wrong(from.ip(), now);
            }
            Ok(is_right)
        })
        .await?;
    if !is_right {
        return refused(&asked, speak(asked.language(), || Texts.wrong()), StatusCode::FORBIDDEN);
    }
    login.limit.right(from.ip());
    begin(&server, asked).await
}

/// `GET /setup?key=…`: shows the form and changes nothing, so that a preview of the link does not use it up.
pub async fn setup(
    State(server): State<Server>,
    asked: Asked,
    Query(key): Query<Key>,
) -> Result<Response, Trouble> {
    let login = needed(&server)?;
    if !login.is_setup(&key.key) {
        return Err(speak(asked.language(), || Trouble::new(Kind::Refused, Texts.used())));
    }
    setup_form(&asked, key.key, "")
}

/// `POST /setup`
pub async fn set(State(server): State<Server>, asked: Asked, fields: Signed) -> Result<Response, Trouble> {
    let login = needed(&server)?;
    let field = |name| fields.text(name).unwrap_or_default().to_owned();
    let (key, password) = (field("key"), field("password"));
    let said = speak(asked.language(), || {
        if password.chars().count() < LEAST {
            Texts.too_short(LEAST)
        } else if password != field("repeat") {
            Texts.different().to_owned()
        } else {
            String::new()
        }
    });
    if !said.is_empty() {
        let mut page = setup_form(&asked, key, &said)?;
        *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(page);
    }
    let hash = {
        let asked = asked.clone();
        server.read(asked, move |_| login::hash(&password)).await?
    };
    if !login.take_setup(&key) {
        return Err(speak(asked.language(), || Trouble::new(Kind::Refused, Texts.used())));
    }
    login.sessions.end_all();
    server
        .change(asked.clone(), move |desk| {
            desk.store.write::<_, StoreError>(|batch| batch.keep_setting(PASSWORD, Some(&hash)))?;
            Ok(())
        })
        .await?;
    begin(&server, asked).await
}

/// `POST /logout`
pub async fn leave(
    State(server): State<Server>,
    asked: Asked,
    session: Session,
    _fields: Signed,
) -> Result<Response, Trouble> {
    let login = needed(&server)?;
    if let Some(number) = session.0 {
        login.sessions.end(&number);
    }
    keep_sessions(&server, asked).await?;
    let mut response = see("/login");
    add_cookie(&mut response, &no_cookie());
    // Whatever the browser still holds of this page goes with the session.
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(response)
}

/// A new session for this browser; the number it had before is worth nothing.
async fn begin(server: &Server, asked: Asked) -> Result<Response, Trouble> {
    let login = needed(server)?;
    let number = hex(&random::<32>()?);
    login.sessions.begin(&number);
    keep_sessions(server, asked).await?;
    let mut response = see("/");
    add_cookie(&mut response, &cookie_of(&number, login.is_secure));
    Ok(response)
}

async fn keep_sessions(server: &Server, asked: Asked) -> Result<(), Trouble> {
    let text = needed(server)?.sessions.text();
    server
        .change(asked, move |desk| {
            let keep = |batch: &kneewise_store::Writing<'_>| batch.keep_setting(SESSIONS, Some(&text));
            desk.store.write::<_, StoreError>(keep)?;
            Ok(())
        })
        .await
}

/// Where no login is needed these pages do not exist.
fn needed(server: &Server) -> Result<&Login, Trouble> {
    server.login().ok_or_else(|| Trouble::not_found(""))
}

fn form(asked: &Asked, trouble: &str) -> Result<Response, Trouble> {
    speak(asked.language(), || {
        let frame = Frame::bare(asked, Here::Elsewhere, Texts.title()).without_menu();
        html(&LoginPage { frame, t: Texts, trouble: trouble.to_owned() })
    })
}

fn refused(asked: &Asked, trouble: &str, status: StatusCode) -> Result<Response, Trouble> {
    let mut page = form(asked, trouble)?;
    *page.status_mut() = status;
    Ok(page)
}

fn setup_form(asked: &Asked, key: String, trouble: &str) -> Result<Response, Trouble> {
    speak(asked.language(), || {
        html(&SetupPage {
            frame: Frame::bare(asked, Here::Elsewhere, Texts.setup_title()).without_menu(),
            t: Texts,
            key,
            lead: Texts.setup_lead(LEAST),
            trouble: trouble.to_owned(),
        })
    })
}

fn add_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

#[expect(clippy::disallowed_methods, reason = "the app has a clock")]
fn now() -> Instant {
    Instant::now()
}
