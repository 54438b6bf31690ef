//! Settings: units, zone, look; the data as files, a backup, putting one back, erasing everything.

pub mod data;

use crate::noting::{Entry, log};
use crate::web::api::refused;
use crate::web::asked::{Asked, Theme, VIEW_COOKIE, View};
use crate::web::form::Signed;
use crate::web::frame::{Frame, Here};
use crate::web::page::{html, see};
use crate::web::query::Query;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::words::language::Language;
use crate::words::pages::settings::Settings as Texts;
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use kneewise_store::StoreError;
use kneewise_types::UnitSystem;
use serde::Deserialize;

/// The setting that holds the look for browsers that have chosen none.
pub const VIEW_SETTING: &str = "page_view";

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    frame: Frame,
    t: Texts,
    done: &'static str,
    units: Vec<Choice>,
    zone: String,
    themes: Vec<Choice>,
    languages: Vec<Choice>,
    weekdays: Vec<Choice>,
    holds: String,
}

struct Choice {
    value: &'static str,
    name: &'static str,
    is_chosen: bool,
}

/// What was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /settings`
pub async fn show(
    State(server): State<Server>,
    asked: Asked,
    Query(done): Query<Done>,
) -> Result<Response, Trouble> {
    server.page(asked, Here::Settings, move |desk| page(desk, &done.done)).await
}

fn page(desk: &mut Desk<'_>, done: &str) -> Result<Response, Trouble> {
    let view = desk.asked.view;
    let profile = &desk.history().profile;
    let (units, zone) = (profile.units.unwrap_or_default(), profile.time_zone.clone().unwrap_or_default());
    let counts = desk.store.counts()?;
    html(&SettingsPage {
        frame: Frame::new(desk, Here::Settings, Texts.title()),
        t: Texts,
        done: match done {
            "saved" => Texts.saved(),
            "restored" => Texts.restored(),
            "erased" => Texts.erased(),
            _ => "",
        },
        units: [
            ("metric", Texts.kilometres(), UnitSystem::Metric),
            ("imperial", Texts.miles(), UnitSystem::Imperial),
        ]
        .map(|(value, name, system)| Choice { value, name, is_chosen: system == units })
        .into(),
        zone,
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
            .map(|(value, name, is_sunday)| Choice {
                value,
                name,
                is_chosen: view.is_week_from_sunday == is_sunday,
            })
            .into(),
        holds: Texts.holds(&counts.activities.to_string(), &counts.entries.to_string()),
    })
}

fn theme_choice(theme: Theme, chosen: Theme) -> Choice {
    let name = match theme {
        Theme::System => Texts.as_system(),
        Theme::Light => Texts.light(),
        Theme::Dark => Texts.dark(),
    };
    Choice { value: theme.word(), name, is_chosen: theme == chosen }
}

/// `POST /settings`: units and zone, as a line of the profile.
pub async fn save(State(server): State<Server>, asked: Asked, fields: Signed) -> Result<Response, Trouble> {
    let log = log("profile").ok_or_else(|| Trouble::not_found(""))?;
    server
        .change(asked, move |desk| {
            let given = fields.fields().filter(|(name, _)| matches!(*name, "units" | "time_zone"));
            Entry::new(log, given).keep(desk.store, desk.as_of(), crate::cli::now()).map_err(refused)?;
            Ok(see("/settings?done=saved#done"))
        })
        .await
}

/// `POST /view`: how the pages look, in this browser and, kept in the database, in those that have chosen nothing.
pub async fn choose(State(server): State<Server>, asked: Asked, fields: Signed) -> Result<Response, Trouble> {
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
    server
        .change(asked, move |desk| {
            let text = view.cookie();
            desk.store.write::<_, StoreError>(|batch| batch.keep_setting(VIEW_SETTING, Some(&text)))?;
            desk.server.set_usual_view(view);
            Ok(())
        })
        .await?;
    let mut response = see("/settings?done=saved#done");
    let cookie =
        format!("{VIEW_COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly", view.cookie());
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    Ok(response)
}
