//! Experiments on oneself: what today's block asks, how it was kept, what the blocks say, why to stop.

#[cfg(test)]
pub(super) mod examples;
mod refused;

pub use refused::*;

use super::language::{Language, language, texts};
use super::numbers::{capital, count, few, per_cent, short};
use super::{Voice, knee};
use kneewise_types::{
    Arm, Block, Experiment, ExperimentKind, ExperimentOutcome, ExperimentState, ExperimentStatus,
    ExperimentStop, ExperimentVerdict, History,
};

texts! {
    /// The sentences about experiments.
    Texts {
        more_steps: "more steps a minute", "mehr Schritte pro Minute";
        with_more_steps: "more steps a minute", "mehr Schritten pro Minute";
        instead_of(changed: &str, usual: &str): "{changed} instead of {usual}", "{changed} statt {usual}";
        more_rest: "more rest days", "mehr Ruhetage";
        with_more_rest: "more rest days", "mehr Ruhetagen";
        usual_steps_task: "Run with your usual step rate, without counting steps.",
            "Lauf mit deiner üblichen Schrittfrequenz, ohne Schritte zu zählen.";
        more_steps_task(more: &str): "Run at the same speed with about {more} more steps a minute.",
            "Lauf im gleichen Tempo mit etwa {more} mehr Schritten pro Minute.";
        shoes_task(pair: &str): "Run in {pair}, and name the pair of each run.",
            "Lauf in {pair}, und nenn zu jedem Lauf das Paar.";
        that_pair: "that pair", "diesem Paar";
        usual_days_task: "Train on your usual days.", "Trainier an deinen üblichen Tagen.";
        more_rest_task(days: &str): "Leave {days} a week without a run or strength training.",
            "Lass pro Woche {days} ohne Lauf und Krafttraining.";
        as_usual: "as usual", "wie üblich";
        with_the_change: "with the change", "mit der Änderung";
        changed: "changed", "geändert";
        today(place: &str, how: &str, task: &str): "{place}, {how}. {task}", "{place}, {how}. {task}";
        place(block: &str, of: usize, day: u32, days: u8): "Block {block} of {of}, day {day} of {days}",
            "Block {block} von {of}, Tag {day} von {days}";
        red_flag: "A sign of the knee must be seen by a professional first.",
            "Ein Zeichen des Knies muss zuerst von einer Fachperson angesehen werden.";
        open_questions: "The safety questions of the knee wait for an answer.",
            "Die Sicherheitsfragen zum Knie warten auf eine Antwort.";
        red_light(day: &str): "The knee has a red light since {day}; first it must settle.",
            "Das Knie hat seit dem {day} eine rote Ampel; zuerst muss es sich beruhigen.";
        calf(points: u8, day: &str): "Calf or Achilles tendon hurt {points} of 10 on {day}; above 2, more steps a minute must wait.",
            "Wade oder Achillessehne schmerzte {points} von 10 am {day}; über 2 müssen mehr Schritte pro Minute warten.";
        pain_rule(first: &str, second: &str): "The knee did not take the runs of {first} and {second} well; twice in one block is the limit.",
            "Das Knie hat die Läufe vom {first} und {second} nicht gut vertragen; zweimal in einem Block ist die Grenze.";
        low_drop(day: &str): "A pair with a low heel is new since {day}; together with more steps a minute that asks too much of calf and Achilles tendon.",
            "Ein Paar mit flacher Ferse ist neu seit dem {day}; zusammen mit mehr Schritten pro Minute verlangt das zu viel von Wade und Achillessehne.";
        too_early(pairs: &str): "Too early to say: {pairs} can be compared, and two are needed. A block counts once it is over and has five diary days.",
            "Zu früh: {pairs} vergleichbar, nötig sind zwei. Ein Block zählt, wenn er vorbei ist und fünf Tagebuchtage hat.";
        fits(what: &str, by: &str, pairs: &str, chance: &str): "It fits: with {what}, {by}, over {pairs}. {chance}",
            "Es passt: Mit {what} {by}, über {pairs}. {chance}";
        does_not_fit(pairs: &str, what: &str): "It does not fit: over {pairs} the knee was no better with {what}.",
            "Es passt nicht: Über {pairs} ging es dem Knie mit {what} nicht besser.";
        unclear(pairs: &str, by: &str, what: &str, chance: &str): "Not clear: over {pairs}, {by} with {what}, but not steadily. {chance}",
            "Nicht klar: Über {pairs} {by} mit {what}, aber nicht stetig. {chance}";
        less_pain(by: &str): "the knee hurt {by} of 10 less on average", "schmerzte das Knie im Mittel um {by} von 10 weniger";
        more_free_days(by: &str): "{by} more of the days were without a flare", "blieben {by} mehr der Tage ohne Schub";
        chance(swaps: &str, good: &str): "Of {swaps} ways to swap the labels {good} would look as good.",
            "Von {swaps} Arten, die Namen der Blöcke zu tauschen, sähe es bei {good} ebenso gut aus.";
        doubt: "The blocks were not kept well enough, or it was not recorded, so this says little about the change.",
            "Die Blöcke wurden nicht gut genug eingehalten, oder es ist nicht aufgezeichnet, darum sagt das wenig über die Änderung.";
        caveat: "You know which block it is, and what you expect can change what you feel and enter.",
            "Du weißt, welcher Block es ist, und was du erwartest, kann ändern, was du spürst und einträgst.";
        begins(day: &str): "It begins on {day}.", "Beginnt am {day}.";
        runs_until(day: &str): "It runs until {day}.", "Läuft bis {day}.";
        ended(day: &str): "It ended on {day}.", "Endete am {day}.";
        stopped(day: &str): "It was stopped on {day}.", "Am {day} beendet.";
        by_pain: "by the pain of each day", "nach dem Schmerz jedes Tages";
        by_free_days: "by days without a flare", "nach Tagen ohne Schub";
        title(what: &str, knee: &str, outcome: &str): "{what}, {knee}, {outcome}", "{what}, {knee}, {outcome}";
        not_recorded: "not recorded", "nicht aufgezeichnet";
        no_run: "no run yet", "noch kein Lauf";
        no_week: "no week yet", "noch keine Woche";
        kept_run(kept: u32, of: u32): "{kept} of {of} run as asked", "{kept} von {of} Lauf wie geplant";
        kept_runs(kept: u32, of: u32): "{kept} of {of} runs as asked", "{kept} von {of} Läufen wie geplant";
        kept_week(kept: u32, of: u32): "{kept} of {of} week as asked", "{kept} von {of} Woche wie geplant";
        kept_weeks(kept: u32, of: u32): "{kept} of {of} weeks as asked", "{kept} von {of} Wochen wie geplant";
        unseen(what: &str): "{what}; without it nobody can see how well the blocks are kept",
            "{what}; ohne das kann niemand sehen, wie gut die Blöcke eingehalten sind";
        no_step_rate: "no run tells a step rate yet", "noch kein Lauf nennt eine Schrittfrequenz";
        no_pair: "no run names its pair yet", "noch kein Lauf nennt sein Paar";
        no_runs: "no run is recorded yet", "noch ist kein Lauf aufgezeichnet";
        which_pair: "say which pair", "sag, welches Paar";
        no_pair_known(name: &str): "no pair is known yet: kneewise log shoe --name '{name}' --category daily",
            "noch ist kein Paar bekannt: kneewise log shoe --name '{name}' --category daily";
        unknown_pair(name: &str, known: &str): "`{name}` is no pair of yours, only {known}",
            "`{name}` ist keines deiner Paare, nur {known}";
        same_pair: "it is the same pair as the usual one", "es ist dasselbe Paar wie das übliche";
        ask_for_more_rest(usual: &str): "you rest {usual} days a week as it is; ask for more",
            "du ruhst schon {usual} Tage pro Woche; verlang mehr";
        no_more_rest_left(usual: &str): "you rest {usual} days a week as it is, no more is left to try",
            "du ruhst schon {usual} Tage pro Woche, mehr bleibt nicht zu versuchen";
        usual_rest_unknown: "your usual rest days are not known yet; say how many to try",
            "deine üblichen Ruhetage sind noch nicht bekannt; sag, wie viele es sein sollen";
        start_has_passed(day: &str): "`{day}` has passed; the order must be drawn before the first block",
            "`{day}` ist vorbei; die Reihenfolge muss vor dem ersten Block gezogen werden";
        began_that_day: "an experiment of this kind began on that day",
            "an diesem Tag begann schon ein Versuch dieser Art";
        not_over(id: &str): "one experiment at a time: `{id}` is not over",
            "ein Versuch zur Zeit: `{id}` ist nicht vorbei";
        empty_diary(knee: &str): "the diary of the {knee} is empty; a block counts with five days entered",
            "das Tagebuch ist leer ({knee}); ein Block zählt mit fünf eingetragenen Tagen";
    }
}

/// What is changed, in the middle of a sentence.
#[must_use]
pub fn change(experiment: &Experiment) -> String {
    match experiment.kind {
        ExperimentKind::StepRate => Texts.more_steps().to_owned(),
        ExperimentKind::Shoes => pairs_named(experiment),
        ExperimentKind::RestDays => Texts.more_rest().to_owned(),
    }
}

/// The same after "with".
fn with_change(experiment: &Experiment) -> String {
    match experiment.kind {
        ExperimentKind::StepRate => Texts.with_more_steps().to_owned(),
        ExperimentKind::Shoes => pairs_named(experiment),
        ExperimentKind::RestDays => Texts.with_more_rest().to_owned(),
    }
}

fn pairs_named(experiment: &Experiment) -> String {
    let pair = |name: &Option<String>| name.clone().unwrap_or_default();
    Texts.instead_of(&pair(&experiment.changed_pair), &pair(&experiment.usual_pair))
}

/// How a block is run: "as usual", "with the change".
#[must_use]
pub fn how(arm: Arm) -> &'static str {
    match arm {
        Arm::Usual => Texts.as_usual(),
        Arm::Changed => Texts.with_the_change(),
    }
}

/// The same in a table.
#[must_use]
pub fn how_short(arm: Arm) -> &'static str {
    match arm {
        Arm::Usual => Texts.as_usual(),
        Arm::Changed => Texts.changed(),
    }
}

/// What a block asks.
#[must_use]
pub fn task(experiment: &Experiment, arm: Arm) -> String {
    let usual = arm == Arm::Usual;
    match experiment.kind {
        ExperimentKind::StepRate if usual => Texts.usual_steps_task().to_owned(),
        ExperimentKind::StepRate => {
            Texts.more_steps_task(&per_cent(experiment.step_rate_factor.unwrap_or(1.0) - 1.0))
        }
        ExperimentKind::Shoes => {
            let pair = if usual { &experiment.usual_pair } else { &experiment.changed_pair };
            Texts.shoes_task(pair.as_deref().unwrap_or(Texts.that_pair()))
        }
        ExperimentKind::RestDays if usual => Texts.usual_days_task().to_owned(),
        ExperimentKind::RestDays => {
            let days = u32::from(experiment.rest_days_a_week.unwrap_or(1));
            Texts.more_rest_task(&counted(days, ("day", "days"), ("Tag", "Tage")))
        }
    }
}

/// A number with its noun; in German as a figure.
fn counted(number: u32, english: (&str, &str), german: (&str, &str)) -> String {
    match language() {
        Language::English => count(number, english.0, english.1),
        Language::German => format!("{number}\u{a0}{}", if number == 1 { german.0 } else { german.1 }),
    }
}

/// "Block 2 of 6, day 5 of 14"; `None` unless the experiment runs.
#[must_use]
pub fn place(state: &ExperimentState) -> Option<String> {
    let today = state.today?;
    let (of, days) = (state.blocks.len(), state.experiment.block_days);
    Some(Texts.place(&(today.block + 1).to_string(), of, today.day + 1, days))
}

/// Today's block for `why` and the diary; `None` unless the experiment runs.
#[must_use]
pub fn today(state: &ExperimentState) -> Option<String> {
    let block = state.block_today()?;
    Some(Texts.today(&place(state)?, how(block.arm), &task(&state.experiment, block.arm)))
}

/// Why it must not go on.
#[must_use]
pub fn stop(stop: &ExperimentStop, voice: &Voice) -> String {
    match stop {
        ExperimentStop::RedFlag { .. } => Texts.red_flag().to_owned(),
        ExperimentStop::OpenQuestions => Texts.open_questions().to_owned(),
        ExperimentStop::RedLight { since } => Texts.red_light(&voice.day(*since)),
        ExperimentStop::CalfPain { date, points } => Texts.calf(*points, &voice.day(*date)),
        ExperimentStop::PainRuleTwice { first, second } => {
            Texts.pain_rule(&voice.day(*first), &voice.day(*second))
        }
        ExperimentStop::NewLowDropPair { since } => Texts.low_drop(&voice.day(*since)),
    }
}

/// What the blocks say so far.
#[must_use]
pub fn verdict(state: &ExperimentState) -> String {
    let pairs = u32::try_from(state.result.differences.len()).unwrap_or(u32::MAX);
    let of_pairs = counted(pairs, ("pair of blocks", "pairs of blocks"), ("Blockpaar", "Blockpaare"));
    let what = with_change(&state.experiment);
    let by = state.result.mean_difference.map(|by| size(by, state.experiment.outcome)).unwrap_or_default();
    match state.result.verdict {
        ExperimentVerdict::TooEarly => Texts.too_early(&of_pairs),
        ExperimentVerdict::Fits => Texts.fits(&what, &by, &of_pairs, &chance(state)),
        ExperimentVerdict::DoesNotFit => Texts.does_not_fit(&of_pairs, &what),
        ExperimentVerdict::Unclear => Texts.unclear(&of_pairs, &by, &what, &chance(state)),
    }
}

fn size(by: f64, outcome: ExperimentOutcome) -> String {
    match outcome {
        ExperimentOutcome::DailyPain => Texts.less_pain(&short(by)),
        ExperimentOutcome::FlareFreeDays => Texts.more_free_days(&per_cent(by)),
    }
}

/// How many of the label swaps look as good.
fn chance(state: &ExperimentState) -> String {
    let swaps = 1_u32 << u32::try_from(state.result.differences.len()).unwrap_or(0).min(20);
    let whole = (state.result.p.unwrap_or(1.0) * f64::from(swaps)).round();
    let as_good = (1..=swaps).find(|n| f64::from(*n) >= whole - 0.5).unwrap_or(swaps);
    match language() {
        Language::English => Texts.chance(&few(swaps), &few(as_good)),
        Language::German => Texts.chance(&swaps.to_string(), &as_good.to_string()),
    }
}

/// What weakens the comparison.
#[must_use]
pub fn doubt(state: &ExperimentState) -> Option<&'static str> {
    let is_told = !matches!(state.result.verdict, ExperimentVerdict::TooEarly);
    (is_told && !state.result.is_kept).then_some(Texts.doubt())
}

/// What must be kept in mind, every time.
#[must_use]
pub fn caveat() -> &'static str {
    Texts.caveat()
}

/// Where it stands.
#[must_use]
pub fn status(state: &ExperimentState, voice: &Voice) -> String {
    let end = state.blocks.last().map_or(state.experiment.start, |block| block.to);
    match state.status {
        ExperimentStatus::Planned => Texts.begins(&voice.day(state.experiment.start)),
        ExperimentStatus::Running => Texts.runs_until(&voice.day(end)),
        ExperimentStatus::Finished => Texts.ended(&voice.day(end)),
        ExperimentStatus::Stopped => Texts.stopped(&voice.day(state.experiment.stopped_on.unwrap_or(end))),
    }
}

/// What is compared.
#[must_use]
pub fn outcome(outcome: ExperimentOutcome) -> &'static str {
    match outcome {
        ExperimentOutcome::DailyPain => Texts.by_pain(),
        ExperimentOutcome::FlareFreeDays => Texts.by_free_days(),
    }
}

/// One line for a list: what, which knee, what is compared.
#[must_use]
pub fn title(experiment: &Experiment) -> String {
    Texts.title(&capital(&change(experiment)), knee::knee(experiment.side), outcome(experiment.outcome))
}

/// How a block was kept.
#[must_use]
pub fn kept(experiment: &Experiment, block: &Block) -> String {
    let (kept, of) = (block.adherence.kept, block.adherence.of);
    let is_weeks = experiment.kind == ExperimentKind::RestDays;
    match (block.adherence.share(), is_weeks) {
        (None, _) if block.adherence.unknown > 0 => Texts.not_recorded().to_owned(),
        (None, true) => Texts.no_week().to_owned(),
        (None, false) => Texts.no_run().to_owned(),
        (Some(_), true) if of == 1 => Texts.kept_week(kept, of),
        (Some(_), true) => Texts.kept_weeks(kept, of),
        (Some(_), false) if of == 1 => Texts.kept_run(kept, of),
        (Some(_), false) => Texts.kept_runs(kept, of),
    }
}

/// What would not be seen of the blocks with what is recorded so far; one line, as notes are.
#[must_use]
pub fn unseen(experiment: &Experiment, history: &History) -> Option<String> {
    let is_named = || history.activities.iter().any(|activity| activity.shoe.is_some());
    let what = match experiment.kind {
        ExperimentKind::StepRate if history.gait.is_empty() => Texts.no_step_rate(),
        ExperimentKind::Shoes if !is_named() => Texts.no_pair(),
        ExperimentKind::RestDays if history.activities.is_empty() => Texts.no_runs(),
        _ if !history.symptoms.iter().any(|entry| entry.side == experiment.side) => {
            return Some(Texts.empty_diary(knee::knee(experiment.side)));
        }
        _ => return None,
    };
    Some(Texts.unseen(what))
}

/// Why nothing was set up: another one is not over.
#[must_use]
pub fn not_over(id: &str) -> String {
    Texts.not_over(id)
}

/// The same at the command line, with what ends it.
#[must_use]
pub fn one_at_a_time(id: &str) -> String {
    format!("{}; end it with kneewise experiment stop {id}", not_over(id))
}

/// Why nothing was set up: the knee comes first.
#[must_use]
pub fn not_now(reason: &ExperimentStop, voice: &Voice) -> String {
    let why = super::plain(&stop(reason, voice));
    let mut letters = why.trim_end_matches('.').chars();
    let why: String =
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect());
    format!("not now: {why}; kneewise why")
}

#[cfg(test)]
mod test {
    use super::examples::sentences;
    use crate::words::Voice;
    use crate::words::examples::day;
    use crate::words::language::{Language, speak};
    use kneewise_types::UnitSystem;

    #[test]
    fn in_german_no_sentence_stays_english() {
        let voice = Voice { as_of: day("2026-10-01"), units: UnitSystem::Metric };
        let (english, german) = (sentences(&voice), speak(Language::German, || sentences(&voice)));
        assert_eq!(english.len(), german.len());
        let same: Vec<_> = english.iter().zip(&german).filter(|(a, b)| a == b).collect();
        assert!(same.is_empty(), "{same:?}");
    }
}
