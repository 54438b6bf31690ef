//! The question, the answer's first sentence, and what frames it.

use super::Voice;
use super::knee;
use super::language::{either, is_german};
use kneewise_types::Side;
use kneewise_types::assessment::Flare;

/// What is asked: of the knee that hurts or hurt, else of both.
#[must_use]
pub fn question(side: Option<Side>, is_over: bool) -> String {
    match side {
        Some(side) if is_over => {
            format!(
                "{} {}{}",
                either("Why did my", "Warum schmerzte mein"),
                knee::knee(side),
                either(" hurt?", "?")
            )
        }
        Some(side) => {
            format!(
                "{} {}{}",
                either("Why does my", "Warum schmerzt mein"),
                knee::knee(side),
                either(" hurt?", "?")
            )
        }
        None => {
            either("What do my runs say about my knees?", "Was sagen meine Läufe über meine Knie?").to_owned()
        }
    }
}

/// Said of a sore knee when no family stands out.
#[must_use]
pub fn unclear(is_something_open: bool) -> &'static str {
    if is_something_open {
        either("Not enough is known yet to say why.", "Noch ist zu wenig bekannt, um zu sagen, warum.")
    } else {
        either("Nothing that was entered stands out.", "Nichts, was eingetragen ist, sticht heraus.")
    }
}

/// The answer when no knee hurts.
#[must_use]
pub fn painless(has_diary: bool, clue: Option<&str>) -> String {
    if is_german() {
        let shown =
            if has_diary { "Dein Tagebuch zeigt keinen Schub" } else { "Kein Knieschmerz ist eingetragen" };
        return match clue {
            Some(clue) => format!("{shown}. Was heraussticht: {clue}."),
            None => format!("{shown}, und nichts sticht heraus."),
        };
    }
    match (has_diary, clue) {
        (true, Some(clue)) => format!("Your diary shows no flare. What stands out: {clue}."),
        (true, None) => "Your diary shows no flare, and nothing else stands out.".to_owned(),
        (false, Some(clue)) => format!("No knee pain was entered. What stands out: {clue}."),
        (false, None) => "No knee pain was entered, and nothing stands out.".to_owned(),
    }
}

/// What a diary would add.
#[must_use]
pub fn without_diary() -> &'static str {
    either(
        "Without a diary this is about load alone. Ten seconds a day (kneewise log pain) would show flares and which runs \
         came before them.",
        "Ohne Tagebuch geht es hier nur um die Belastung. Zehn Sekunden am Tag zeigten Schübe, und welche Läufe ihnen vorausgingen.",
    )
}

/// The flare the answer is about.
#[must_use]
pub fn flare(flare: &Flare, voice: &Voice) -> String {
    let place = flare.main_region.map(|region| format!(" {}", knee::region(region))).unwrap_or_default();
    let peak = flare.peak_pain;
    match flare.end {
        None if is_german() => {
            let day = (voice.as_of - flare.start).get_days() + 1;
            format!(
                "Schmerz{place} seit dem {} (Tag {day}), höchstens {peak} von 10.",
                voice.day(flare.start)
            )
        }
        Some(end) if is_german() => {
            format!("Schmerz{place} vom {}, höchstens {peak} von 10.", voice.span(flare.start, end))
        }
        None => {
            let day = (voice.as_of - flare.start).get_days() + 1;
            format!("Pain{place} since {} (day {day}), at most {peak} of 10.", voice.day(flare.start))
        }
        Some(end) => format!("Pain{place} from {}, at most {peak} of 10.", voice.span(flare.start, end)),
    }
}

/// Said under "against" when nothing is.
#[must_use]
pub fn nothing_against() -> &'static str {
    either("Nothing entered speaks against it so far.", "Nichts Eingetragenes spricht bisher dagegen.")
}

/// What to change when nothing has to, while it hurts and when not.
#[must_use]
pub fn nothing_to_change(is_sore: bool) -> &'static str {
    if is_sore {
        either(
            "Nothing to change on what is known. While it hurts, keep to runs in which pain stays at 2 of 10 or less.",
            "Nach dem, was bekannt ist, gibt es nichts zu ändern. Solange es schmerzt, bleib bei Läufen mit höchstens 2 von 10.",
        )
    } else {
        either("Nothing needs to change today.", "Heute muss sich nichts ändern.")
    }
}
