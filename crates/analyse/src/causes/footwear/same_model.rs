//! F10, against footwear: the same model for more than 6 months, not worn out.
//!
//! Formula: the pair with most of the km of the 28 days before onset, or an earlier pair of its brand and model, was first
//! used more than 183 days before onset, and its wear is below 1. Units: days, fraction of the expected life.
//! Source: clinical text G.2, key `rule`. Grade D. Says nothing: pairs not named for 80 % of the km.

use crate::calendar::{days_between, real_days};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use crate::shoes::rack::Pair;
use kneewise_types::Date;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::F10,
    part: Part::Against(0.7),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const WINDOW_DAYS: i64 = 28;
const LONG_DAYS: i64 = 183;
const WORN: f64 = 1.0;
const DAYS_A_MONTH: f64 = 30.4;

fn read(case: &Case<'_>) -> Answer {
    let window = case.window(WINDOW_DAYS);
    let shares = case.rack.shares(window);
    let Some(main) = shares.main_pair() else { return Answer::never("shoes") };
    let cover =
        Cover { what: "shoes", have: shares.named_share() * 100.0, whole: 100.0, unit: "% of the km" };
    let told = case.rack.pairs.get(main).and_then(|pair| Some((pair, since(case, pair)?)));
    let Some((pair, since)) = told.filter(|_| cover.is_enough()) else {
        return Answer::unknown(cover.fact());
    };
    let wear = case.rack.wear(main, window.to, case.mass_kg()).map(|(_, wear)| wear);
    let days = days_between(since, case.onset);
    let months = real_days(days) / DAYS_A_MONTH;
    let fact = Fact::SameModel { name: pair.name.to_owned(), since, months, wear };
    Answer::is(days > LONG_DAYS && wear.is_some_and(|wear| wear < WORN), fact)
}

/// First use of the pair, or of an earlier pair of the same brand and model.
fn since(case: &Case<'_>, pair: &Pair<'_>) -> Option<Date> {
    let model = |pair: &Pair<'_>| {
        let shoe = pair.shoe?;
        Some((shoe.brand.clone()?.to_lowercase(), shoe.model.clone()?.to_lowercase()))
    };
    let own = model(pair);
    let alike = case.rack.pairs.iter().filter(|other| own.is_some() && model(other) == own);
    alike.filter_map(|other| other.first_used).chain(pair.first_used).min()
}
