//! The forms that set one up, one a kind; the one that was proposed is open and filled in.

use super::Proposed;
use crate::experiments::{Wish, one_more_rest_day, pairs};
use crate::web::server::Desk;
use crate::words::experiment as said;
use crate::words::numbers::short;
use crate::words::pages::experiments::{Experiments as Texts, kind_of_shoe_unknown};
use kneewise_analyse::experiment::obstacle;
use kneewise_types::shoe::ShoeCategory;
use kneewise_types::{Date, ExperimentKind, ExperimentOutcome, Side};

/// One form.
pub struct Form {
    pub kind: &'static str,
    pub title: &'static str,
    pub about: &'static str,
    pub is_open: bool,
    /// Why this kind cannot be set up now.
    pub refusal: Option<String>,
    pub fields: Fields,
    pub sides: [Choice; 2],
    pub pairs: Vec<Choice>,
    pub lengths: Vec<Choice>,
    pub outcomes: Vec<Choice>,
    pub first_day: Date,
    pub proposed_day: Date,
}

/// What is asked of one kind alone.
pub enum Fields {
    Steps { least: f64, most: f64, percent: f64, note: Option<String> },
    Shoes { usual: Vec<Choice>, other: Vec<Choice>, note: Option<String> },
    Rest { days: Vec<Choice> },
}

/// One option.
pub struct Choice {
    pub value: String,
    pub name: String,
    pub is_chosen: bool,
}

/// The three of them.
pub fn forms(desk: &Desk<'_>, proposed: &Proposed) -> Vec<Form> {
    ExperimentKind::ALL.iter().map(|kind| form(desk, proposed, *kind)).collect()
}

fn form(desk: &Desk<'_>, proposed: &Proposed, kind: ExperimentKind) -> Form {
    let (history, as_of) = (desk.history(), desk.as_of());
    let usual = desk.snapshot.assessment.side.unwrap_or(Side::Right);
    let (title, about) = match kind {
        ExperimentKind::StepRate => (Texts.step_rate(), Texts.step_rate_about()),
        ExperimentKind::Shoes => (Texts.shoes(), Texts.shoes_about()),
        ExperimentKind::RestDays => (Texts.rest_days(), Texts.rest_days_about()),
    };
    let is_open = proposed.kind.replace('-', "_") == kind.code();
    let names = pairs(history);
    let bare = Wish::new(kind, usual, 0);
    let refusal = obstacle(history, kind, as_of).map(|stop| said::stop(&stop, &desk.voice())).or_else(|| {
        let too_few = kind == ExperimentKind::Shoes && names.len() < 2;
        too_few.then(|| Texts.two_pairs_needed().to_owned())
    });
    Form {
        kind: kind.code(),
        title,
        about,
        is_open,
        refusal,
        fields: match kind {
            ExperimentKind::StepRate => steps(proposed.percent.parse().ok()),
            ExperimentKind::Shoes => shoes(desk, &names, &proposed.shoe),
            ExperimentKind::RestDays => {
                let more = one_more_rest_day(history, as_of).unwrap_or(1);
                let days =
                    Wish::REST_DAYS.map(|days| choice(days.to_string(), days.to_string(), days == more));
                Fields::Rest { days: days.collect() }
            }
        },
        sides: Side::BOTH.map(|side| {
            let name = if side == Side::Left { Texts.left() } else { Texts.right() };
            choice(side.word().to_owned(), name.to_owned(), side == usual)
        }),
        pairs: Wish::PAIRS.map(number_of_pairs).collect(),
        lengths: [14, 21, 28].map(length).into(),
        outcomes: ExperimentOutcome::ALL
            .iter()
            .map(|one| choice(one.code().to_owned(), said::outcome(*one).to_owned(), *one == bare.outcome))
            .collect(),
        first_day: as_of,
        proposed_day: as_of.tomorrow().unwrap_or(as_of),
    }
}

fn number_of_pairs(pairs: u8) -> Choice {
    let ways = (1_u32 << pairs).to_string();
    choice(pairs.to_string(), Texts.pairs_of(pairs, &ways), pairs == Wish::PROPOSED_PAIRS)
}

fn length(days: u8) -> Choice {
    choice(days.to_string(), Texts.length_of(days, days / 7), days == *Wish::BLOCK_DAYS.start())
}

fn choice(value: String, name: String, is_chosen: bool) -> Choice {
    Choice { value, name, is_chosen }
}

/// More steps: what What if had, within what may be tried.
fn steps(asked: Option<f64>) -> Fields {
    let (least, most) = (*Wish::PERCENTS.start(), *Wish::PERCENTS.end());
    let percent = asked.filter(|asked| asked.is_finite()).unwrap_or(Wish::PERCENT);
    let within = percent.clamp(least, most);
    let is_other = (within - percent).abs() > f64::EPSILON;
    let note = is_other.then(|| Texts.steps_within(&short(percent)));
    // Browsers read numbers with a point, in every language.
    Fields::Steps { least, most, percent: within, note }
}

/// The pair worn most of late is the usual one; the other is of the kind that What if had, or the next.
fn shoes(desk: &Desk<'_>, names: &[&str], kind: &str) -> Fields {
    let history = desk.history();
    let wanted = ShoeCategory::from_word(kind);
    let runs = history.activities.iter().filter(|one| one.local_date <= desk.as_of());
    let latest = runs.filter(|one| one.shoe.is_some()).max_by_key(|one| one.start);
    let worn = latest.and_then(|one| one.shoe.as_deref()).map(str::trim);
    let usual = worn.or(names.first().copied()).unwrap_or_default();
    let is_wanted = |name: &str| {
        let pair = history.shoes.iter().find(|shoe| shoe.name.trim() == name);
        wanted.is_some() && pair.is_some_and(|shoe| shoe.category == wanted)
    };
    let others = || names.iter().copied().filter(|name| *name != usual);
    let fitting = others().find(|name| is_wanted(name));
    let other = fitting.or_else(|| others().next()).unwrap_or_default();
    let options = |chosen: &str| {
        let named = |name: &&str| choice((*name).to_owned(), (*name).to_owned(), *name == chosen);
        names.iter().map(named).collect()
    };
    let note = wanted.filter(|_| fitting.is_none()).map(kind_of_shoe_unknown);
    Fields::Shoes { usual: options(usual), other: options(other), note }
}
