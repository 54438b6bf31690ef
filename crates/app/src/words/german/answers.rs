//! Was beantwortet wurde, und was nie eingetragen war.

use super::sided;
use crate::words::numbers::{capital, short};
use crate::words::{Voice, questions};
use kneewise_types::reason::Fact;

pub fn say(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::Answered { code, is_present, date } => format!(
            "Am {} hast du mit {} geantwortet: {}",
            voice.day(*date),
            if *is_present { "Ja" } else { "Nein" },
            questions::finding(*code)
        ),
        Fact::RedFlagAnswer { question, date, side } => format!(
            "Am {} hast du für das {} Knie mit Ja geantwortet: {}.",
            voice.day(*date),
            sided(*side),
            questions::flag_label(*question)
        ),
        Fact::NotCovered { what, have, need, unit } => format!(
            "Zu wenig bekannt: {}. Es braucht {}\u{a0}{}, da sind {}.",
            thing(what),
            short(*need),
            measure(unit),
            short(*have)
        ),
        Fact::NeverEntered { what } => format!("Nie eingetragen: {}.", thing(what)),
        _ => return None,
    })
}

fn measure(unit: &str) -> &str {
    match unit {
        "days" => "Tage",
        "weeks" => "Wochen",
        "runs" => "Läufe",
        "nights" => "Nächte",
        "minutes" | "min" => "Minuten",
        "sessions" => "Einheiten",
        "flares" => "Schübe",
        "rises" => "Anstiege",
        "pairs" => "Paare",
        "tests" => "Tests",
        "steady minutes" => "gleichmäßige Minuten",
        "% of the km" => "% des Wegs",
        "% of the time run" => "% der Laufzeit",
        "(a fraction)" => "(ein Anteil)",
        "(1 is as it was)" => "(1 ist wie zuvor)",
        other => other,
    }
}

/// What a row needs, by the words of `analyse`.
fn thing(what: &str) -> String {
    match what {
        "activities" => "deine Läufe".into(),
        "runs_compared" => "Läufe zum Vergleichen".into(),
        "hard_sessions" => "wie hart die Einheiten waren".into(),
        "surface" => "der Untergrund deiner Läufe".into(),
        "cadence" => "deine Schrittfrequenz bei gleichmäßigem Laufen".into(),
        "knee_load" => "Läufe mit bekannter Kniebelastung".into(),
        "findings" => "eine Antwort auf diese Frage".into(),
        "running_since" => "seit wann du läufst".into(),
        "diary" => "dein Tagebuch".into(),
        "mornings" => "der Schmerz am Morgen".into(),
        "rises_of_fitness" => "ein Jahr Läufe mit einem Anstieg der Form".into(),
        "shoes" => "deine Schuhe".into(),
        "sleep" => "dein Schlaf".into(),
        "sleep_quality" => "wie gut du schläfst".into(),
        "stress" | "stress_and_mood" | "wellness" => "Stress und Stimmung".into(),
        "tests" => "Tests zu Hause".into(),
        "strength_tests" => "Krafttests".into(),
        "strength_log" | "strength" => "dein Krafttraining".into(),
        "foot_posture" => "die Fußstellung".into(),
        "age" => "dein Alter".into(),
        "sex" => "dein Geschlecht".into(),
        "mass" => "dein Gewicht".into(),
        other => match kneewise_types::TestId::from_word(other) {
            Some(test) => crate::words::tests::name(test).to_owned(),
            None => capital(&other.replace('_', " ")),
        },
    }
}
