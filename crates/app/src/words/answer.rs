//! The question, the answer's first sentence, and what frames it.

use super::Voice;
use super::knee;
use kneewise_types::Side;
use kneewise_types::assessment::Flare;

/// What is asked: of the knee that hurts or hurt, else of both.
#[must_use]
pub fn question(side: Option<Side>, is_over: bool) -> String {
    match side {
        Some(side) if is_over => format!("Why did my {} hurt?", knee::knee(side)),
        Some(side) => format!("Why does my {} hurt?", knee::knee(side)),
        None => "What do my runs say about my knees?".to_owned(),
    }
}

/// Said of a sore knee when no family stands out.
#[must_use]
pub const fn unclear(is_something_open: bool) -> &'static str {
    if is_something_open {
        "Not enough is known yet to say why."
    } else {
        "Nothing that was entered stands out."
    }
}

/// The answer when no knee hurts.
#[must_use]
pub fn painless(has_diary: bool, clue: Option<&str>) -> String {
    match (has_diary, clue) {
        (true, Some(clue)) => format!("Your diary shows no flare. What stands out: {clue}."),
        (true, None) => "Your diary shows no flare, and nothing else stands out.".to_owned(),
        (false, Some(clue)) => format!("No knee pain was entered. What stands out: {clue}."),
        (false, None) => "No knee pain was entered, and nothing stands out.".to_owned(),
    }
}

/// What a diary would add.
#[must_use]
pub const fn without_diary() -> &'static str {
    "Without a diary this is about load alone. Ten seconds a day (kneewise log pain) would show flares and which runs \
     came before them."
}

/// The flare the answer is about.
#[must_use]
pub fn flare(flare: &Flare, voice: &Voice) -> String {
    let place = flare.main_region.map(|region| format!(" {}", knee::region(region))).unwrap_or_default();
    let peak = flare.peak_pain;
    match flare.end {
        None => {
            let day = (voice.as_of - flare.start).get_days() + 1;
            format!("Pain{place} since {} (day {day}), at most {peak} of 10.", voice.day(flare.start))
        }
        Some(end) => format!("Pain{place} from {}, at most {peak} of 10.", voice.span(flare.start, end)),
    }
}

/// Said under "against" when nothing is.
#[must_use]
pub const fn nothing_against() -> &'static str {
    "Nothing entered speaks against it so far."
}

/// What to change when nothing has to, while it hurts and when not.
#[must_use]
pub const fn nothing_to_change(is_sore: bool) -> &'static str {
    if is_sore {
        "Nothing to change on what is known. While it hurts, keep to runs in which pain stays at 2 of 10 or less."
    } else {
        "Nothing needs to change today."
    }
}
