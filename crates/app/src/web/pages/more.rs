//! More: every page by name, and how this browser shows them.

use crate::web::asked::{Asked, Theme, VIEW_COOKIE, View};
use crate::web::form::Signed;
use crate::web::frame::{Frame, Here};
use crate::web::page::{html, see};
use crate::web::server::Server;
use crate::web::trouble::Trouble;
use crate::words::language::Language;
use crate::words::pages::more::More as Texts;
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;

#[derive(Template)]
#[template(path = "more.html")]
struct MorePage {
    frame: Frame,
    t: Texts,
    themes: Vec<Choice>,
    languages: Vec<Choice>,
    weekdays: Vec<Choice>,
}

struct Choice {
    value: &'static str,
    name: &'static str,
    is_chosen: bool,
}

/// `GET /more`
pub async fn show(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    server
        .page(asked, Here::More, |desk| {
            let view = desk.asked.view;
            html(&MorePage {
                frame: Frame::new(desk, Here::More, Texts.title()),
                t: Texts,
                themes: Theme::ALL.into_iter().map(|theme| theme_choice(theme, view.theme)).collect(),
                languages: Language::ALL
                    .into_iter()
                    .map(|language| Choice {
                        value: language.tag(),
                        name: language.name(),
                        is_chosen: language == desk.language(),
                    })
                    .collect(),
                weekdays: [("monday", Texts.monday(), false), ("sunday", Texts.sunday(), true)]
                    .into_iter()
                    .map(|(value, name, is_sunday)| Choice {
                        value,
                        name,
                        is_chosen: view.is_week_from_sunday == is_sunday,
                    })
                    .collect(),
            })
        })
        .await
}

fn theme_choice(theme: Theme, chosen: Theme) -> Choice {
    let name = match theme {
        Theme::System => Texts.as_system(),
        Theme::Light => Texts.light(),
        Theme::Dark => Texts.dark(),
    };
    Choice { value: theme.word(), name, is_chosen: theme == chosen }
}

/// `POST /view`: remembers in this browser how the page looks. It is no part of the runner's data.
pub async fn choose(asked: Asked, fields: Signed) -> Response {
    let mut view = asked.view;
    if let Some(theme) = fields.text("theme") {
        view.theme = View::of_cookie(&format!("theme={theme}")).theme;
    }
    if let Some(tag) = fields.text("language") {
        view.language = Language::from_tag(tag);
    }
    if let Some(day) = fields.text("week") {
        view.is_week_from_sunday = day == "sunday";
    }
    let mut response = see("/more");
    let cookie =
        format!("{VIEW_COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly", view.cookie());
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
