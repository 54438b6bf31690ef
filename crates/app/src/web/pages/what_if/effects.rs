//! What a change would have done, in words and dots: load and damage always together.

use super::run_by_run::RunByRun;
use crate::experiments::Wish;
use crate::web::other_way::{OtherWay, Runs};
use crate::web::pages::experiments::ADDRESS as EXPERIMENTS;
use crate::web::pages::parts::{From, Said};
use crate::web::pages::ratios::Ratios;
use crate::web::server::Desk;
use crate::web::trouble::Trouble;
use crate::words::knee_load::{grade_known, more_or_less};
use crate::words::language::either;
use crate::words::numbers::{capital, count, per_cent, short};
use crate::words::pages::experiments::Experiments as Trying;
use crate::words::pages::what_if::{WhatIf as Texts, shoe as shoe_name};
use kneewise_analyse::knee::what_if::StructureChange;
use kneewise_analyse::knee::{Change, Robust, Structure, WhatIf, modifiers};
use kneewise_types::shoe::ShoeCategory;
use kneewise_types::{Date, Evidence, Grade};

const TRIAL: Evidence = Evidence::new(Grade::B, "S45");
const MASS: Evidence = modifiers::CARRIED_MASS_EVIDENCE;
const RULE: Evidence = Evidence::new(Grade::D, "rule");

/// The answer beside the sliders.
pub struct Effects {
    pub heading: String,
    /// What was changed, and of how much running.
    pub with: Vec<String>,
    pub ratios: Ratios,
    pub runs: Option<RunByRun>,
    pub doubts: Vec<Said>,
    /// What of it can be tried on oneself.
    pub trials: Vec<Trial>,
    /// What to do when there is nothing to count.
    pub hint: Option<&'static str>,
}

impl Effects {
    /// The answer for the runs from a day on.
    pub fn of(desk: &Desk<'_>, runs: &Runs, (since, way): (Date, &OtherWay)) -> Result<Self, Trouble> {
        let change = way.change()?;
        let bare = |heading: &str, hint| Self {
            heading: heading.to_owned(),
            with: Vec::new(),
            ratios: Ratios::default(),
            runs: None,
            doubts: Vec::new(),
            trials: Vec::new(),
            hint,
        };
        if runs.since(since).iter().all(|run| run.bins.running.is_empty()) {
            return Ok(bare(Texts.no_runs(), Some(Texts.no_runs_hint())));
        }
        if change == Change::default() {
            return Ok(bare(Texts.nothing_changed(), None));
        }
        let answer = desk
            .snapshot
            .derive(&format!("what-if {since} {change:?}"), || Ok::<_, Trouble>(runs.ask(since, &change)))?;
        let Some(answer) = answer.as_ref() else {
            return Ok(bare(Texts.no_runs(), Some(Texts.no_runs_hint())));
        };
        Ok(Self {
            heading: heading(&answer.patellofemoral),
            with: with(desk, answer, runs.usual_cadence(since)),
            ratios: Ratios::of(&answer.patellofemoral, &answer.patellar_tendon, &answer.tibiofemoral),
            runs: RunByRun::of(desk, runs, (since, &change), answer.patellofemoral.damage_sign),
            doubts: doubts(answer),
            trials: trials(&change),
            hint: None,
        })
    }
}

/// A link to the experiment that tries it.
pub struct Trial {
    pub address: String,
    pub name: String,
}

/// More steps and another pair can be tried in blocks.
fn trials(change: &Change) -> Vec<Trial> {
    let more = change.cadence_factor.map(|factor| (factor - 1.0) * 100.0).filter(|percent| *percent > 0.0);
    let steps = more.map(|percent| {
        let within = percent.clamp(*Wish::PERCENTS.start(), *Wish::PERCENTS.end());
        Trial {
            address: format!("{EXPERIMENTS}?kind=step_rate&percent={}#new", (within * 10.0).round() / 10.0),
            name: Trying.try_steps(&short(within)),
        }
    });
    let shoes = change.shoe.map(|category| Trial {
        address: format!("{EXPERIMENTS}?kind=shoes&shoe={}#new", category.word()),
        name: Trying.try_shoes().to_owned(),
    });
    steps.into_iter().chain(shoes).collect()
}

/// Load, and damage unless its sign hangs on an assumption.
fn heading(front: &StructureChange) -> String {
    let load = more_or_less(front.impulse.ratio);
    match front.damage_sign {
        Robust::NotRobust => Texts.answer_unsure(&load),
        Robust::Equal => Texts.answer_equal(&load),
        Robust::Higher | Robust::Lower => Texts.answer_both(&load, &more_or_less(front.damage.ratio)),
    }
}

fn with(desk: &Desk<'_>, answer: &WhatIf, usual_spm: Option<f64>) -> Vec<String> {
    let change = &answer.change;
    let mut said = Vec::new();
    said.extend(change.cadence_factor.map(|factor| {
        let changed = more_or_less(factor);
        usual_spm.map_or_else(
            || Texts.steps_changed_bare(&changed),
            |spm| Texts.steps_changed(&changed, &format!("{spm:.0}"), &format!("{:.0}", spm * factor)),
        )
    }));
    let steepest = change.steepest_descent;
    said.extend(steepest.map(|grade| Texts.descents_changed(&format!("{:.0}", 100.0 * grade))));
    said.extend(change.speed_factor.map(|factor| Texts.speed_changed(&more_or_less(factor))));
    said.extend(change.mass_factor.map(|factor| Texts.mass_changed(&more_or_less(factor))));
    said.extend(change.shoe.map(|category| Texts.shoe_changed(shoe_name(category))));
    let last = said.pop().unwrap_or_default();
    let listed = if said.is_empty() { last } else { format!("{}{}{last}", said.join(", "), Texts.and()) };
    let number = count(
        u32::try_from(answer.activities).unwrap_or(u32::MAX),
        either("run", "Lauf"),
        either("runs", "Läufe"),
    );
    let length = desk.voice().distance(answer.running_m);
    let mut lines = vec![Texts.with(&listed), capital(&Texts.of_runs(&number, &length))];
    lines.extend(grade_known(answer));
    lines
}

/// What is weak in this answer: only what it rests on.
fn doubts(answer: &WhatIf) -> Vec<Said> {
    let change = &answer.change;
    let front = Structure::Patellofemoral.parameters();
    let said = |text: &str, evidence: &Evidence| Said { text: text.to_owned(), from: From::new(evidence) };
    let mut doubts = Vec::new();
    if change.cadence_factor.is_some() {
        doubts.push(said(Texts.by_steps(), &front.cadence_exponent.evidence));
        doubts.push(said(Texts.trial(), &TRIAL));
    }
    if change.cadence_factor.is_some() || change.shoe.is_some() {
        doubts.push(said(Texts.calf(), &RULE));
    }
    if change.cadence_factor.is_some() && answer.cadence_known_share < 0.95 {
        doubts.push(said(&Texts.no_cadence(&per_cent(answer.cadence_known_share)), &RULE));
    }
    if change.steepest_descent.is_some() {
        doubts.push(said(Texts.by_descents(), &front.downhill.evidence));
    }
    if change.speed_factor.is_some() {
        doubts.push(said(Texts.by_speed(), &front.speed_exponent.evidence));
    }
    if change.mass_factor.is_some() {
        doubts.push(said(Texts.by_mass(), &MASS));
    }
    doubts.extend(change.shoe.map(|category| {
        let text = match category {
            ShoeCategory::Minimal => Texts.by_minimal(),
            ShoeCategory::MaxCushion | ShoeCategory::Stability | ShoeCategory::RacePlated => {
                Texts.by_other_shoe()
            }
            ShoeCategory::Daily | ShoeCategory::Lightweight | ShoeCategory::Trail => Texts.by_usual_shoe(),
        };
        said(text, &modifiers::of_shoe(category).evidence)
    }));
    doubts.push(said(Texts.damage_assumption(), &RULE));
    doubts
}
