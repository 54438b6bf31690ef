//! The forms that set one up, one a kind; the one that was proposed, or not taken, is open and filled in.

use super::Proposed;
use crate::experiments::{Wish, one_more_rest_day, pairs};
use crate::web::form::Signed;
use crate::web::server::Desk;
use crate::words::experiment as said;
use crate::words::numbers::short;
use crate::words::pages::experiments::{Experiments as Texts, kind_of_shoe_unknown};
use crate::words::told;
use kneewise_analyse::experiment::obstacle;
use kneewise_types::shoe::ShoeCategory;
use kneewise_types::{Date, ExperimentKind, ExperimentOutcome, Side};

/// What a form is filled in with.
pub enum Filled<'a> {
    /// By a link.
    Proposed(&'a Proposed),
    /// By hand: a value of a field cannot be, or, where no field is named, all of it together.
    Typed { typed: &'a Signed, field: &'static str, what: &'a str },
}

impl Filled<'_> {
    fn kind(&self) -> &str {
        match self {
            Self::Proposed(proposed) => &proposed.kind,
            Self::Typed { typed, .. } => typed.text("kind").unwrap_or_default(),
        }
    }

    /// What was typed in a field.
    fn typed(&self, field: &str) -> Option<&str> {
        match self {
            Self::Proposed(_) => None,
            Self::Typed { typed, .. } => typed.text(field),
        }
    }

    fn refusal(&self) -> Option<NotTaken> {
        match self {
            Self::Proposed(_) => None,
            Self::Typed { field, what, .. } => Some(NotTaken { field, what: told::trouble(what) }),
        }
    }
}

/// Why what was typed was not taken.
pub struct NotTaken {
    field: &'static str,
    what: String,
}

/// Fields that a form shows beside those of its kind; the last three are folded away.
const SHARED: [&str; 5] = ["side", "start", "pairs", "block_days", "outcome"];
const FOLDED: &[&str] = &["pairs", "block_days", "outcome"];

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
    pub start: String,
    not_taken: Option<NotTaken>,
}

impl Form {
    /// Whether something typed in it was not taken.
    pub fn is_refused(&self) -> bool {
        self.not_taken.is_some()
    }

    /// What is wrong with a field, or with what stands in none.
    pub fn wrong(&self, field: &str) -> Option<&str> {
        let own: &[&str] = match self.fields {
            Fields::Steps { .. } => &["percent"],
            Fields::Shoes { .. } => &["usual", "other"],
            Fields::Rest { .. } => &["rest_days"],
        };
        let not_taken = self.not_taken.as_ref()?;
        let is_shown = SHARED.contains(&not_taken.field) || own.contains(&not_taken.field);
        let place = if is_shown { not_taken.field } else { "" };
        (place == field).then_some(not_taken.what.as_str())
    }

    /// Whether what is wrong is in what is folded away.
    pub fn is_unfolded(&self) -> bool {
        FOLDED.iter().any(|field| self.wrong(field).is_some())
    }
}

/// What is asked of one kind alone.
pub enum Fields {
    Steps { least: f64, most: f64, percent: String, note: Option<String> },
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
pub fn forms(desk: &Desk<'_>, filled: &Filled<'_>) -> Vec<Form> {
    ExperimentKind::ALL.iter().map(|kind| form(desk, filled, *kind)).collect()
}

fn form(desk: &Desk<'_>, filled: &Filled<'_>, kind: ExperimentKind) -> Form {
    let (history, as_of) = (desk.history(), desk.as_of());
    let (title, about) = match kind {
        ExperimentKind::StepRate => (Texts.step_rate(), Texts.step_rate_about()),
        ExperimentKind::Shoes => (Texts.shoes(), Texts.shoes_about()),
        ExperimentKind::RestDays => (Texts.rest_days(), Texts.rest_days_about()),
    };
    let is_open = filled.kind().replace('-', "_") == kind.code();
    let names = pairs(history);
    let refusal = obstacle(history, kind, as_of).map(|stop| said::stop(&stop, &desk.voice())).or_else(|| {
        let too_few = kind == ExperimentKind::Shoes && names.len() < 2;
        too_few.then(|| Texts.two_pairs_needed().to_owned())
    });
    // What was typed is said in the form it was typed in.
    let typed = |field: &str| filled.typed(field).filter(|_| is_open);
    let usual = desk.snapshot.assessment.side.unwrap_or(Side::Right);
    let proposed = Wish::new(kind, usual, 0);
    let (sides, outcomes) = (Side::BOTH, ExperimentOutcome::ALL);
    Form {
        kind: kind.code(),
        title,
        about,
        is_open,
        not_taken: filled.refusal().filter(|_| is_open && refusal.is_none()),
        refusal,
        fields: match kind {
            ExperimentKind::StepRate => steps(filled),
            ExperimentKind::Shoes => shoes(desk, &names, filled),
            ExperimentKind::RestDays => {
                let more = one_more_rest_day(history, as_of).unwrap_or(1);
                let days = Wish::REST_DAYS.map(|days| (days.to_string(), days.to_string()));
                Fields::Rest { days: choices(days, &chosen(typed("rest_days"), more)) }
            }
        },
        sides: sides.map(|side| choice(side.word(), side_name(side), typed("side").unwrap_or(usual.word()))),
        pairs: choices(Wish::PAIRS.map(number_of_pairs), &chosen(typed("pairs"), proposed.pairs)),
        lengths: choices(LENGTHS.map(length), &chosen(typed("block_days"), proposed.block_days)),
        outcomes: choices(
            outcomes.iter().map(|one| (one.code().to_owned(), said::outcome(*one).to_owned())),
            typed("outcome").unwrap_or(proposed.outcome.code()),
        ),
        first_day: as_of,
        start: chosen(typed("start"), as_of.tomorrow().unwrap_or(as_of)),
    }
}

/// Days of a block that are offered.
const LENGTHS: [u8; 3] = [14, 21, 28];

fn side_name(side: Side) -> &'static str {
    if side == Side::Left { Texts.left() } else { Texts.right() }
}

fn number_of_pairs(pairs: u8) -> (String, String) {
    (pairs.to_string(), Texts.pairs_of(pairs, &(1_u32 << pairs).to_string()))
}

fn length(days: u8) -> (String, String) {
    (days.to_string(), Texts.length_of(days, days / 7))
}

/// What was typed, else what is proposed.
fn chosen(typed: Option<&str>, proposed: impl ToString) -> String {
    typed.map_or_else(|| proposed.to_string(), str::to_owned)
}

fn choices(options: impl IntoIterator<Item = (String, String)>, chosen: &str) -> Vec<Choice> {
    options.into_iter().map(|(value, name)| choice(&value, &name, chosen)).collect()
}

fn choice(value: &str, name: &str, chosen: &str) -> Choice {
    Choice { value: value.to_owned(), name: name.to_owned(), is_chosen: value == chosen }
}

/// More steps: what What if had, within what may be tried, or what was typed.
fn steps(filled: &Filled<'_>) -> Fields {
    let (least, most) = (*Wish::PERCENTS.start(), *Wish::PERCENTS.end());
    let asked = match filled {
        Filled::Proposed(proposed) => proposed.percent.parse().ok().filter(|asked: &f64| asked.is_finite()),
        Filled::Typed { .. } => None,
    };
    let percent = asked.unwrap_or(Wish::PERCENT);
    let within = percent.clamp(least, most);
    let is_other = (within - percent).abs() > f64::EPSILON;
    let note = is_other.then(|| Texts.steps_within(&short(percent)));
    // Browsers read numbers with a point, in every language.
    Fields::Steps { least, most, percent: chosen(filled.typed("percent"), within), note }
}

/// The pair worn most of late is the usual one; the other is of the kind that What if had, or the next.
fn shoes(desk: &Desk<'_>, names: &[&str], filled: &Filled<'_>) -> Fields {
    let history = desk.history();
    let wanted = match filled {
        Filled::Proposed(proposed) => ShoeCategory::from_word(&proposed.shoe),
        Filled::Typed { .. } => None,
    };
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
    let options =
        |chosen: &str| choices(names.iter().map(|name| ((*name).to_owned(), (*name).to_owned())), chosen);
    let note = wanted.filter(|_| fitting.is_none()).map(kind_of_shoe_unknown);
    let (usual, other) = (filled.typed("usual").unwrap_or(usual), filled.typed("other").unwrap_or(other));
    Fields::Shoes { usual: options(usual), other: options(other), note }
}
