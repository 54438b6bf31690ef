//! What a request asks besides its address: the day, the units, the language and look of the page.

use super::query::is_strict;
use super::server::Server;
use super::trouble::Trouble;
use crate::cli::day;
use crate::words::language::Language;
use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use kneewise_types::{Date, UnitSystem};

/// The cookie that remembers how a browser shows the page: `theme=dark&language=de&week=sunday`.
pub const VIEW_COOKIE: &str = "kneewise-view";

/// Light, dark, or as the system is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word in cookie, form and page.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How a browser shows the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct View {
    pub theme: Theme,
    /// Chosen by the runner; else what the browser prefers.
    pub language: Option<Language>,
    pub is_week_from_sunday: bool,
}

impl View {
    /// As the cookie says; what it does not say, or says wrongly, is as usual.
    #[must_use]
    pub fn of_cookie(value: &str) -> Self {
        let mut view = Self::default();
        for (name, value) in value.split('&').filter_map(|pair| pair.split_once('=')) {
            match name {
                "theme" => {
                    view.theme =
                        Theme::ALL.into_iter().find(|theme| theme.word() == value).unwrap_or_default();
                }
                "language" => view.language = Language::from_tag(value),
                "week" => view.is_week_from_sunday = value == "sunday",
                _ => {}
            }
        }
        view
    }

    /// The value of the cookie.
    #[must_use]
    pub fn cookie(&self) -> String {
        let language = self.language.map(|language| format!("&language={}", language.tag()));
        let week = if self.is_week_from_sunday { "&week=sunday" } else { "" };
        format!("theme={}{}{week}", self.theme.word(), language.unwrap_or_default())
    }
}

/// Everything of a request that pages and documents may depend on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Asked {
    /// Path and query.
    pub address: String,
    pub as_of: Option<Date>,
    pub units: Option<UnitSystem>,
    pub view: View,
    /// What the browser prefers, when it says something that is spoken.
    pub accepted: Option<Language>,
    /// Whether htmx asks for a part of the page.
    pub is_part: bool,
    /// The token that changes from this browser must carry.
    pub token: String,
}

impl Asked {
    /// The language of the answer.
    #[must_use]
    pub fn language(&self) -> Language {
        self.view.language.or(self.accepted).unwrap_or_default()
    }
}

/// One cookie of a request.
#[must_use]
pub fn cookie<'a>(parts: &'a Parts, name: &str) -> Option<&'a str> {
    let all = parts.headers.get_all(COOKIE).into_iter().filter_map(|header| header.to_str().ok());
    all.flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

/// One value of the query, still encoded; days and words need no decoding.
fn queried<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').filter_map(|pair| pair.split_once('=')).find(|(known, _)| *known == name).map(|(_, v)| v)
}

impl FromRequestParts<Server> for Asked {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Self, Trouble> {
        let query = parts.uri.query().unwrap_or_default();
        let is_said = |text: &&str| !text.is_empty() || is_strict(parts);
        let as_of = match queried(query, "as_of").filter(is_said) {
            Some(text) => Some(day(text).map_err(|error| Trouble::invalid(format!("as_of: {error}")))?),
            None => None,
        };
        let units = match queried(query, "units").filter(is_said) {
            None => None,
            Some("metric") => Some(UnitSystem::Metric),
            Some("imperial") => Some(UnitSystem::Imperial),
            Some(text) => {
                return Err(Trouble::invalid(format!("units: `{text}` is neither `metric` nor `imperial`")));
            }
        };
        let accepted = parts.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Ok(Self {
            address: parts.uri.path_and_query().map(ToString::to_string).unwrap_or_default(),
            as_of: as_of.or(server.as_of()),
            units: units.or(server.units()),
            view: cookie(parts, VIEW_COOKIE).map_or_else(|| server.usual_view(), View::of_cookie),
            accepted: accepted.and_then(Language::accepted),
            is_part: parts.headers.contains_key("hx-request"),
            token: server.guard().token(parts),
        })
    }
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn the_view_survives_its_cookie() {
        let view = View { theme: Theme::Dark, language: Some(Language::German), is_week_from_sunday: true };
        assert_eq!(View::of_cookie(&view.cookie()), view);
        assert_eq!(View::of_cookie(&View::default().cookie()), View::default());
        assert_eq!(View::of_cookie("theme=<script>&language=xx&x"), View::default());
    }
}
