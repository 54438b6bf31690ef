//! What if: the same runs, run in another way. One form, and an answer that follows it with or without script.

mod effects;
mod run_by_run;
mod sliders;

use crate::documents::knee::since as eight_weeks;
use crate::web::asked::Asked;
use crate::web::frame::{Frame, Here};
use crate::web::other_way::{OtherWay, Runs};
use crate::web::page::html;
use crate::web::query::Query;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::words::pages::what_if::WhatIf as Texts;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use effects::Effects;
use jiff::ToSpan;
use kneewise_types::Date;
use serde::Deserialize;
use sliders::{Choice, Slider};

/// Where the slider of descents stands for "as it was".
const ANY_DESCENT: f64 = 20.0;
/// The example that the page opens with, percent more steps.
const EXAMPLE: f64 = 7.0;

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    runs: Option<String>,
    cadence_percent: Option<f64>,
    steepest_descent_percent: Option<f64>,
    speed_percent: Option<f64>,
    mass_percent: Option<f64>,
    shoe: Option<String>,
}

/// Which runs are counted again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Period {
    Weeks,
    HalfYear,
    Year,
    All,
}

impl Period {
    const ALL: [Self; 4] = [Self::Weeks, Self::HalfYear, Self::Year, Self::All];

    const fn word(self) -> &'static str {
        match self {
            Self::Weeks => "8-weeks",
            Self::HalfYear => "half-year",
            Self::Year => "year",
            Self::All => "all",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Weeks => Texts.weeks(),
            Self::HalfYear => Texts.half_year(),
            Self::Year => Texts.year(),
            Self::All => Texts.all(),
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Weeks => Texts.h1_weeks(),
            Self::HalfYear => Texts.h1_half_year(),
            Self::Year => Texts.h1_year(),
            Self::All => Texts.h1_all(),
        }
    }

    /// First day; `None` is all there is.
    fn since(self, as_of: Date) -> Option<Date> {
        match self {
            Self::Weeks => Some(eight_weeks(as_of)),
            Self::HalfYear => Some(as_of.saturating_sub(6.months())),
            Self::Year => Some(as_of.saturating_sub(1.year())),
            Self::All => None,
        }
    }
}

impl Wanted {
    /// The way that is asked for: what was never chosen is as it was, and without any choice the example.
    fn way(&self) -> Result<OtherWay, Trouble> {
        let is_untouched = self.cadence_percent.is_none()
            && self.steepest_descent_percent.is_none()
            && self.speed_percent.is_none()
            && self.mass_percent.is_none()
            && self.shoe.is_none();
        let shoe = self.shoe.as_deref().filter(|word| *word != "as-worn");
        let unknown = |word: &str| Trouble::invalid(format!("`{word}` is not a kind of shoe"));
        Ok(OtherWay {
            since: None,
            cadence_percent: self.cadence_percent.or(is_untouched.then_some(EXAMPLE)),
            speed_percent: self.speed_percent,
            steepest_descent_percent: self.steepest_descent_percent.filter(|percent| *percent < ANY_DESCENT),
            mass_percent: self.mass_percent,
            shoe: shoe
                .map(|word| kneewise_types::shoe::ShoeCategory::from_word(word).ok_or_else(|| unknown(word)))
                .transpose()?,
        })
    }

    fn period(&self) -> Period {
        let word = self.runs.as_deref().unwrap_or_default();
        Period::ALL.into_iter().find(|period| period.word() == word).unwrap_or(Period::Weeks)
    }
}

#[derive(Template)]
#[template(path = "what-if.html")]
struct WhatIfPage {
    frame: Frame,
    t: Texts,
    heading: &'static str,
    lead: String,
    periods: Vec<Choice>,
    sliders: Vec<Slider>,
    shoes: Vec<Choice>,
    effects: Effects,
}

/// What a change in the form swaps.
#[derive(Template)]
#[template(path = "what-if-effects.html")]
struct EffectsPart {
    t: Texts,
    effects: Effects,
}

/// `GET /what-if`
pub async fn show(
    State(server): State<Server>,
    asked: Asked,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Trouble> {
    let way = wanted.way()?;
    way.change()?;
    let period = wanted.period();
    server.page(asked, Here::WhatIf, move |desk| page(desk, period, &way)).await
}

fn page(desk: &Desk<'_>, period: Period, way: &OtherWay) -> Result<Response, Trouble> {
    let runs = Runs::of(desk)?;
    let since = period.since(desk.as_of());
    let first = since.unwrap_or(Date::MIN);
    let effects = Effects::of(desk, &runs, (first, way))?;
    if desk.asked.is_part {
        return html(&EffectsPart { t: Texts, effects });
    }
    html(&WhatIfPage {
        frame: Frame::new(desk, Here::WhatIf, Texts.title()),
        t: Texts,
        heading: period.heading(),
        lead: since.map_or_else(|| Texts.lead_all().to_owned(), |day| Texts.lead(&desk.voice().day(day))),
        periods: Period::ALL
            .into_iter()
            .map(|one| Choice { value: one.word(), name: one.name(), is_chosen: one == period })
            .collect(),
        sliders: sliders::sliders(way),
        shoes: sliders::shoes(way.shoe),
        effects,
    })
}
