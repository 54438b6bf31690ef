//! The list of outings: search, filters, order, pages of fifty; quick with ten years.

use crate::web::asked::Asked;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::words::numbers::{METRES_PER_MILE, capital, count, day};
use crate::words::outings;
use crate::words::pages::runs::Runs as Texts;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kneewise_types::{Activity, Date, History, Sport, UnitSystem};
use serde::Deserialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

const A_PAGE: usize = 50;

/// What the address asks for; what cannot be read is left out.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RunsQuery {
    q: String,
    sport: String,
    from: String,
    to: String,
    shoe: String,
    least: String,
    pain: String,
    sort: String,
    page: String,
}

#[derive(Template)]
#[template(path = "runs.html")]
struct RunsPage {
    frame: Frame,
    t: Texts,
    said: String,
    q: RunsQuery,
    sports: Vec<Choice>,
    shoes: Vec<Choice>,
    orders: Vec<Choice>,
    unit: &'static str,
    rows: Vec<Row>,
    page: usize,
    pages: usize,
    earlier: Option<String>,
    later: Option<String>,
}

struct Choice {
    value: String,
    name: String,
    is_chosen: bool,
}

struct Row {
    address: String,
    day: String,
    day_address: String,
    name: String,
    sport: String,
    length: String,
    time: String,
    pace: String,
    heart: String,
    knee: String,
    pain: Option<u8>,
    shoe: String,
}

/// What the list needs of a history that takes a pass over all of it.
#[derive(Debug, Default)]
struct Facts {
    /// Load on the kneecap joint of one leg by activity, BW s.
    impulse_bw_s: HashMap<String, f64>,
    /// Most pain in a run by day, both knees.
    pain: BTreeMap<Date, u8>,
}

/// `GET /runs`
pub async fn show(
    State(server): State<Server>,
    asked: Asked,
    Query(query): Query<RunsQuery>,
) -> Result<Response, Trouble> {
    server.page(asked, Here::Runs, move |desk| page(desk, query)).await
}

fn page(desk: &Desk<'_>, query: RunsQuery) -> Result<Response, Trouble> {
    let facts = facts(desk)?;
    let mut found: Vec<&Activity> =
        desk.history().activities.iter().filter(|activity| fits(desk, activity, &query, &facts)).collect();
    order(&mut found, &query.sort, &facts);
    let pages = found.len().div_ceil(A_PAGE).max(1);
    let page = query.page.parse::<usize>().unwrap_or(1).clamp(1, pages);
    let shown = found.iter().skip((page - 1) * A_PAGE).take(A_PAGE);
    html(&RunsPage {
        frame: Frame::new(desk, Here::Runs, Texts.title()),
        t: Texts,
        said: said(desk, &found),
        sports: sports(desk.history(), &query.sport),
        shoes: shoes(desk.history(), &query.shoe),
        orders: orders(&query.sort),
        unit: unit(desk.units()),
        rows: shown.map(|activity| row(desk, activity, &facts)).collect(),
        earlier: (page < pages).then(|| address(&query, page + 1)),
        later: (page > 1).then(|| address(&query, page - 1)),
        q: query,
        page,
        pages,
    })
}

fn facts(desk: &Desk<'_>) -> Result<Arc<Facts>, Trouble> {
    desk.snapshot.derive("facts of the runs", || {
        let mut facts = Facts::default();
        for summary in &desk.history().knee {
            facts.impulse_bw_s.insert(summary.activity.0.clone(), summary.dose.patellofemoral.impulse_bw_s);
        }
        for entry in &desk.history().symptoms {
            if let Some(pain) = entry.pain_during_max {
                let most = facts.pain.entry(entry.date).or_default();
                *most = (*most).max(pain.points());
            }
        }
        Ok(facts)
    })
}

fn fits(desk: &Desk<'_>, activity: &Activity, query: &RunsQuery, facts: &Facts) -> bool {
    let day = |text: &str| text.parse::<Date>().ok();
    let words = query.q.trim().to_lowercase();
    let has_words = || {
        let texts = [&activity.title, &activity.description, &activity.private_note, &activity.shoe];
        texts.into_iter().flatten().any(|text| text.to_lowercase().contains(&words))
    };
    let least_m =
        query.least.trim().replace(',', ".").parse::<f64>().ok().map(|least| least * unit_m(desk.units()));
    let is_sport = match query.sport.as_str() {
        "" => true,
        "running" => activity.sport.is_running(),
        word => activity.sport.word() == word,
    };
    activity.local_date <= desk.as_of()
        && is_sport
        && (words.is_empty() || has_words())
        && (query.shoe.is_empty() || activity.shoe.as_deref() == Some(query.shoe.as_str()))
        && day(&query.from).is_none_or(|from| activity.local_date >= from)
        && day(&query.to).is_none_or(|to| activity.local_date <= to)
        && least_m.is_none_or(|least| activity.distance.is_some_and(|distance| distance.as_m() >= least))
        && (query.pain.is_empty()
            || (activity.sport.is_running()
                && facts.pain.get(&activity.local_date).is_some_and(|pain| *pain > 0)))
}

fn order(found: &mut [&Activity], sort: &str, facts: &Facts) {
    let newest = |activity: &&Activity| (Reverse(activity.start), activity.id.0.clone());
    let length = |activity: &Activity| activity.distance.map_or(0.0, |distance| distance.as_m());
    let knee = |activity: &Activity| facts.impulse_bw_s.get(&activity.id.0).copied().unwrap_or(0.0);
    found.sort_by_cached_key(newest);
    match sort {
        "length" => found.sort_by(|a, b| length(b).total_cmp(&length(a))),
        "knee" => found.sort_by(|a, b| knee(b).total_cmp(&knee(a))),
        "pain" => found.sort_by_key(|activity| {
            Reverse(facts.pain.get(&activity.local_date).copied().filter(|_| activity.sport.is_running()))
        }),
        _ => {}
    }
}

fn said(desk: &Desk<'_>, found: &[&Activity]) -> String {
    let number = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let counted = count(number, "outing", "outings");
    let metres: f64 =
        found.iter().filter_map(|activity| activity.distance).map(|distance| distance.as_m()).sum();
    let text = if metres > 0.0 {
        Texts.shown(&counted, &desk.voice().distance(metres))
    } else {
        Texts.shown_bare(&counted)
    };
    format!("{}.", capital(&text))
}

fn row(desk: &Desk<'_>, activity: &Activity, facts: &Facts) -> Row {
    let sport = capital(&outings::sport(activity.sport));
    Row {
        address: format!("/runs/{}", activity.id.0),
        day: day(activity.local_date, desk.as_of()),
        day_address: format!("/day/{}", activity.local_date),
        name: activity
            .title
            .clone()
            .filter(|title| !title.trim().is_empty())
            .unwrap_or_else(|| sport.clone()),
        length: activity.distance.map_or_else(String::new, |distance| desk.voice().distance(distance.as_m())),
        time: outings::clock(activity.duration()),
        pace: if activity.sport.is_running() {
            outings::pace(activity, desk.units()).unwrap_or_default()
        } else {
            String::new()
        },
        heart: activity.mean_heart_rate.map_or_else(String::new, |rate| format!("{:.0}", rate.as_bpm())),
        knee: facts.impulse_bw_s.get(&activity.id.0).map_or_else(String::new, |load| format!("{load:.0}")),
        pain: facts.pain.get(&activity.local_date).copied().filter(|_| activity.sport.is_running()),
        shoe: activity.shoe.clone().unwrap_or_default(),
        sport,
    }
}

/// Sports that there are, running first.
fn sports(history: &History, chosen: &str) -> Vec<Choice> {
    let there: BTreeSet<Sport> = history.activities.iter().map(|activity| activity.sport).collect();
    let choice =
        |value: &str, name: String| Choice { value: value.to_owned(), name, is_chosen: value == chosen };
    let mut choices = vec![choice("", Texts.any().to_owned()), choice("running", Texts.running().to_owned())];
    choices.extend(there.into_iter().map(|sport| choice(sport.word(), outings::sport(sport))));
    choices
}

fn shoes(history: &History, chosen: &str) -> Vec<Choice> {
    let there: BTreeSet<&str> =
        history.activities.iter().filter_map(|activity| activity.shoe.as_deref()).collect();
    let any = Choice { value: String::new(), name: Texts.any().to_owned(), is_chosen: chosen.is_empty() };
    let rest = there.into_iter().map(|name| Choice {
        value: name.to_owned(),
        name: name.to_owned(),
        is_chosen: name == chosen,
    });
    std::iter::once(any).chain(rest).collect()
}

fn orders(chosen: &str) -> Vec<Choice> {
    let orders = [
        ("", Texts.by_date()),
        ("length", Texts.by_length()),
        ("knee", Texts.by_knee()),
        ("pain", Texts.by_pain()),
    ];
    orders
        .into_iter()
        .map(|(value, name)| Choice {
            value: value.to_owned(),
            name: name.to_owned(),
            is_chosen: value == chosen,
        })
        .collect()
}

const fn unit(units: UnitSystem) -> &'static str {
    match units {
        UnitSystem::Metric => "km",
        UnitSystem::Imperial => "miles",
    }
}

const fn unit_m(units: UnitSystem) -> f64 {
    match units {
        UnitSystem::Metric => 1000.0,
        UnitSystem::Imperial => METRES_PER_MILE,
    }
}

/// The same search, another page.
fn address(query: &RunsQuery, page: usize) -> String {
    let page = page.to_string();
    let fields = [
        ("q", &query.q),
        ("sport", &query.sport),
        ("from", &query.from),
        ("to", &query.to),
        ("shoe", &query.shoe),
        ("least", &query.least),
        ("pain", &query.pain),
        ("sort", &query.sort),
        ("page", &page),
    ];
    let told = fields.into_iter().filter(|(_, value)| !value.is_empty());
    let pairs: Vec<String> = told.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    format!("/runs?{}", pairs.join("&"))
}

/// Text as a value of an address.
fn encoded(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            safe.push(char::from(byte));
        } else {
            safe.push_str(&format!("%{byte:02X}"));
        }
    }
    safe
}

impl RunsPage {
    /// Whether anything was asked for but a page.
    fn is_narrowed(&self) -> bool {
        let q = &self.q;
        [&q.q, &q.sport, &q.from, &q.to, &q.shoe, &q.least, &q.pain, &q.sort]
            .iter()
            .any(|text| !text.is_empty())
    }

    /// The name of the unit, in the label of a field.
    fn least_label(&self) -> String {
        Texts.longer(self.unit)
    }

    fn pace_label(&self) -> String {
        Texts.pace(match self.unit {
            "miles" => "mile",
            unit => unit,
        })
    }

    fn place(&self) -> String {
        Texts.pages(self.page, self.pages)
    }
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn an_address_keeps_the_search() {
        let query =
            RunsQuery { q: "hügel & dale".to_owned(), sort: "pain".to_owned(), ..RunsQuery::default() };
        assert_eq!(address(&query, 3), "/runs?q=h%C3%BCgel%20%26%20dale&sort=pain&page=3");
    }
}
