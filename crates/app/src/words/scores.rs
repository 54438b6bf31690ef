//! The weekly check, questionnaires and foot posture in words.

use super::language::{either, is_german};
use super::numbers::short;
use super::{Voice, knee};
use kneewise_analyse::foot_posture::FootPosture;
use kneewise_analyse::scores::weekly_check::WeekScore;
use kneewise_analyse::scores::{ChangeMeaning, NoScore};
use kneewise_types::{Instrument, WeeklyDue};

/// The weekly check of a knee is due.
#[must_use]
pub fn week_due(due: &WeeklyDue, voice: &Voice) -> String {
    let last =
        |before: &str| due.last.map_or_else(String::new, |day| format!(" ({before}: {})", voice.day(day)));
    match is_german() {
        false => {
            format!(
                "The check of your {}'s week is due{}, ten seconds.",
                knee::knee(due.side),
                last("the last one")
            )
        }
        true => {
            let knee = knee::knee(due.side);
            format!("Die Wochenfrage ist fällig: {knee}{}, zehn Sekunden.", last("zuletzt"))
        }
    }
}

/// The command that answers it.
#[must_use]
pub fn week_line(due: &WeeklyDue) -> String {
    format!("kneewise log week --side {} --taking-part full|full_with_problem|reduced|none", due.side.word())
}

/// What a week came to, and the weeks of this trouble together.
#[must_use]
pub fn week(score: WeekScore) -> String {
    match (score.score, score.is_substantial) {
        (0, _) => either(
            "The knee did not get in the way this week: 0 of 100.",
            "Das Knie hat diese Woche nicht gestört: 0 von 100.",
        )
        .to_owned(),
        (points, true) if is_german() => {
            format!(
                "Diese Woche deutliche Beschwerden: {points} von 100. Training oder Leistung litten merklich."
            )
        }
        (points, false) if is_german() => {
            format!("Diese Woche Beschwerden, aber keine deutlichen: {points} von 100.")
        }
        (points, true) => {
            format!(
                "A substantial problem this week: {points} of 100. Training or performance was clearly less."
            )
        }
        (points, false) => format!("A problem this week, not a substantial one: {points} of 100."),
    }
}

/// A questionnaire by its short name.
#[must_use]
pub const fn instrument(instrument: Instrument) -> &'static str {
    match instrument {
        Instrument::KoosPf => "KOOS-PF",
        Instrument::Akps => "AKPS",
        Instrument::VisaP => "VISA-P",
        Instrument::Uwri => "UWRI",
        Instrument::Lefs => "LEFS",
    }
}

/// A score on its scale.
#[must_use]
pub fn score(of: Instrument, score: f64, highest: f64) -> String {
    let (of, score, highest) = (instrument(of), short(score), short(highest));
    match is_german() {
        false => format!("{of}: {score} of {highest}; more is better."),
        true => format!("{of}: {score} von {highest}; mehr ist besser."),
    }
}

/// What became of it since last time.
#[must_use]
pub fn change(before: f64, after: f64, meaning: ChangeMeaning) -> String {
    let by = short((after - before).abs());
    let is_better = after >= before;
    if meaning == ChangeMeaning::WithinError && (after - before).abs() < 1e-9 {
        return either("As last time.", "Wie beim letzten Mal.").to_owned();
    }
    if is_german() {
        let way = if is_better { "besser" } else { "schlechter" };
        let said =
            format!("{by}\u{a0}{} {way} als beim letzten Mal", if by == "1" { "Punkt" } else { "Punkte" });
        return match meaning {
            ChangeMeaning::WithinError => {
                format!("{said}; so viel schwankt es auch, wenn man zweimal misst.")
            }
            ChangeMeaning::Noticeable => {
                format!("{said}: mehr als der Messfehler, weniger als das, was Betroffene wichtig nennen.")
            }
            ChangeMeaning::Important => {
                format!("{said}; einen solchen Unterschied nennen Betroffene wichtig.")
            }
        };
    }
    let way = if is_better { "better" } else { "worse" };
    match meaning {
        ChangeMeaning::WithinError => {
            format!("{by}\u{a0}points {way} than last time, within what measuring twice gives.")
        }
        ChangeMeaning::Noticeable => {
            format!(
                "{by}\u{a0}points {way} than last time: beyond measurement error, less than what people call important."
            )
        }
        ChangeMeaning::Important => {
            format!("{by}\u{a0}points {way} than last time, which people call important.")
        }
    }
}

/// Why there is no score; one line of an error.
#[must_use]
pub fn no_score(of: Instrument, why: NoScore, allowed: &[u8]) -> String {
    let name = instrument(of);
    let allowed = || allowed.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
    match (why, is_german()) {
        (NoScore::Items { need, got }, false) => {
            format!("{name} has {need} items, {got} answers were given")
        }
        (NoScore::Items { need, got }, true) => {
            format!("{name} hat {need} Fragen, gegeben sind {got} Antworten")
        }
        (NoScore::TooFew { need, got }, false) => {
            format!("{name} needs {need} answers for a score, {got} were given; it is kept without one")
        }
        (NoScore::TooFew { need, got }, true) => {
            format!("{name} braucht {need} Antworten für eine Punktzahl, gegeben sind {got}; es bleibt ohne")
        }
        (NoScore::Points { item, got }, false) => {
            format!("item {item} of {name} cannot give `{got}` points, only {}", allowed())
        }
        (NoScore::Points { item, got }, true) => {
            format!("Frage {item} von {name} kann nicht `{got}` Punkte geben, nur {}", allowed())
        }
        (NoScore::Branch, false) => format!("{name} needs the branch of item 8: --branch A, B or C"),
        (NoScore::Branch, true) => format!("{name} braucht den Zweig der Frage 8: --branch A, B oder C"),
    }
}

/// A sum of foot posture.
#[must_use]
pub fn foot_posture(sum: i8, class: FootPosture) -> String {
    let class = match class {
        FootPosture::HighlySupinated => either("highly supinated", "stark nach außen gekippt (supiniert)"),
        FootPosture::Supinated => either("supinated", "nach außen gekippt (supiniert)"),
        FootPosture::Neutral => either("neutral", "neutral"),
        FootPosture::Pronated => either("pronated", "nach innen gekippt (proniert)"),
        FootPosture::HighlyPronated => either("highly pronated", "stark nach innen gekippt (proniert)"),
    };
    match is_german() {
        false => format!("Foot posture {sum} of -12 to 12: {class}. Alone it says little about a knee."),
        true => format!(
            "Fußstellung {sum} auf der Skala von -12 bis 12: {class}. Allein sagt sie wenig über ein Knie."
        ),
    }
}

#[cfg(test)]
pub(super) mod examples {
    use super::super::examples::day;
    use super::*;
    use kneewise_types::Side;

    /// Every sentence, for the gallery.
    pub fn sentences(voice: &Voice) -> Vec<String> {
        let due = |last| WeeklyDue { side: Side::Left, last };
        let week_score = |score, is_substantial| WeekScore { score, is_substantial };
        let mut all = vec![
            week_due(&due(None), voice),
            week_due(&due(Some(day("2026-09-20"))), voice),
            week(week_score(0, false)),
            week(week_score(32, false)),
            week(week_score(50, true)),
        ];
        all.extend(Instrument::ALL.iter().map(|of| score(*of, 61.4, 100.0)));
        for (after, meaning) in [
            (60.0, ChangeMeaning::WithinError),
            (63.5, ChangeMeaning::WithinError),
            (55.0, ChangeMeaning::Noticeable),
            (80.0, ChangeMeaning::Important),
        ] {
            all.push(change(60.0, after, meaning));
        }
        all.extend(
            [
                (-6, FootPosture::HighlySupinated),
                (-2, FootPosture::Supinated),
                (3, FootPosture::Neutral),
                (7, FootPosture::Pronated),
                (11, FootPosture::HighlyPronated),
            ]
            .map(|(sum, class)| foot_posture(sum, class)),
        );
        all
    }
}
