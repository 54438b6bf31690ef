//! Where on a run, and in which run of a day, the knee worked hardest.

use super::language::{Language, is_german, language};
use super::numbers::{Voice, per_cent};
use kneewise_analyse::knee::NoKneeLoad;
use kneewise_analyse::knee::picture::{HardBy, Hardest};
use kneewise_types::Date;

/// Where on the run the kneecap joint worked hardest.
#[must_use]
pub fn hardest(voice: &Voice, hardest: Option<&Hardest>) -> String {
    let Some(part) = hardest else {
        return match language() {
            Language::English => "By our model no part of the way stands out.".to_owned(),
            Language::German => "Nach unserem Modell fällt kein Teil des Wegs auf.".to_owned(),
        };
    };
    let (from, to) = (voice.distance(part.from_m), voice.distance(part.from_m + part.distance_m));
    let (way, damage) = (per_cent(part.distance_share), per_cent(part.damage_share));
    let why = part.by.map(|by| because(by, part.grade)).unwrap_or_default();
    match language() {
        Language::English => format!(
            "By our model the knee worked hardest from {from} to {to}: {way} of the way, {damage} of what it asked of the kneecap \
             joint when hard steps count most.{why}"
        ),
        Language::German => format!(
            "Nach unserem Modell trug das Knie am meisten von {from} bis {to}: {way} des Wegs, {damage} dessen, was es vom \
             Kniescheibengelenk verlangte, wenn harte Schritte am meisten zählen.{why}"
        ),
    }
}

fn because(by: HardBy, grade: Option<f64>) -> String {
    let mean = grade.map(|grade| per_cent(grade.abs()));
    let slope = |around: &str| mean.as_ref().map(|mean| format!(" ({mean} {around})")).unwrap_or_default();
    match (language(), by) {
        (Language::English, HardBy::Downhill) => {
            format!(" It went downhill there{}; how much hills matter is uncertain.", slope("on average"))
        }
        (Language::English, HardBy::Uphill) => {
            format!(" It went uphill there{}; how much hills matter is uncertain.", slope("on average"))
        }
        (Language::English, HardBy::Speed) => " You ran faster there.".to_owned(),
        (Language::English, HardBy::FewerSteps) => " You took fewer steps for your speed there.".to_owned(),
        (Language::German, HardBy::Downhill) => {
            format!(" Dort ging es bergab{}; wie viel Hügel zählen, ist unsicher.", slope("im Mittel"))
        }
        (Language::German, HardBy::Uphill) => {
            format!(" Dort ging es bergauf{}; wie viel Hügel zählen, ist unsicher.", slope("im Mittel"))
        }
        (Language::German, HardBy::Speed) => " Dort liefst du schneller.".to_owned(),
        (Language::German, HardBy::FewerSteps) => {
            " Dort machtest du für dein Tempo weniger Schritte.".to_owned()
        }
    }
}

/// Why an activity has no knee load.
#[must_use]
pub fn without(reason: NoKneeLoad) -> &'static str {
    match (language(), reason) {
        (Language::English, NoKneeLoad::NotOnFoot) => {
            "There is no knee load: this was neither run nor walked."
        }
        (Language::English, NoKneeLoad::NoSpeed) => "There is no knee load: nothing tells how fast it was.",
        (Language::English, NoKneeLoad::NoSteps) => {
            "There is no knee load: nothing in it was running or walking."
        }
        (Language::German, NoKneeLoad::NotOnFoot) => "Keine Kniebelastung: weder gelaufen noch gegangen.",
        (Language::German, NoKneeLoad::NoSpeed) => "Keine Kniebelastung: Nichts sagt, wie schnell es war.",
        (Language::German, NoKneeLoad::NoSteps) => "Keine Kniebelastung: Nichts darin war Laufen oder Gehen.",
    }
}

/// What made a day: how many outings with the share of the hardest, and that one's distance and hardest part.
#[must_use]
pub fn day(
    voice: &Voice,
    date: Date,
    (outings, share): (usize, f64),
    (distance_m, part): (f64, Option<&Hardest>),
) -> String {
    let is_one = outings <= 1;
    let most = if is_german() && is_one {
        format!("Am {} war es eine Aktivität von {}.", voice.day(date), voice.distance(distance_m))
    } else if is_german() {
        format!(
            "Am {} machte die Aktivität von {} {} dessen aus, was der Tag vom Kniescheibengelenk verlangte.",
            voice.day(date),
            voice.distance(distance_m),
            per_cent(share)
        )
    } else if !is_one {
        format!(
            "Of {}, the outing of {} made {} of what the day asked of the kneecap joint.",
            voice.day(date),
            voice.distance(distance_m),
            per_cent(share)
        )
    } else {
        format!("On {} it was one outing of {}.", voice.day(date), voice.distance(distance_m))
    };
    format!("{most} {}", hardest(voice, part))
}

/// A day without a knee load.
#[must_use]
pub fn empty_day(voice: &Voice, date: Date) -> String {
    let day = voice.day(date);
    match language() {
        Language::English => {
            format!("Nothing that loads the knee in a way we can tell was recorded on {day}.")
        }
        Language::German => {
            format!(
                "Am {day} wurde nichts aufgezeichnet, was das Knie auf eine Weise belastet, die wir angeben können."
            )
        }
    }
}
