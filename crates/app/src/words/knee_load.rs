//! What is said of the load on the knee: by our model, both truths together, no word of risk.

use super::language::{Language, language, texts};
use super::numbers::{Voice, capital, per_cent};
use kneewise_analyse::knee::what_if::{Ratio, StructureChange};
use kneewise_analyse::knee::{GroundShares, Robust, Structure, WhatIf};
use kneewise_types::Date;

texts! {
    /// Sentences with a number or two.
    Texts {
        heaviest(day: &str, steps: &str): "The day that asked most of the kneecap joint was {day}: as much as {steps} steps of easy running on the level.",
            "Am meisten verlangte der {day} vom Kniescheibengelenk: so viel wie {steps} Schritte lockeren Laufens in der Ebene.";
        descents(way: &str, damage: &str): "Descents were {way} of its distance and probably {damage} of that: how much hills matter is uncertain.",
            "Bergab waren {way} seines Wegs und wahrscheinlich {damage} davon: Wie viel Hügel zählen, ist unsicher.";
        load_and(structure: &str, load: &str): "{structure}: {load} load", "{structure}: {load} Belastung";
        not_shown: "which way damage goes hangs on an assumption, so it is not shown.",
            "ob der Schaden steigt oder sinkt, hängt an einer Annahme, darum steht er nicht hier.";
        as_before: "damage as before.", "Schaden wie zuvor.";
        damage(damage: &str): "{damage} damage by our assumption", "{damage} Schaden nach unserer Annahme";
        the_same: "the same", "gleich viel";
        less(share: &str): "{share} less", "{share} weniger";
        more(share: &str): "{share} more", "{share} mehr";
        between(low: &str, high: &str): "between {low} and {high}", "zwischen {low} und {high}";
        range_less(low: &str, high: &str): "{low} to {high}\u{a0}% less", "{low} bis {high}\u{a0}% weniger";
        range_more(low: &str, high: &str): "{low} to {high}\u{a0}% more", "{low} bis {high}\u{a0}% mehr";
        range(low: &str, high: &str): "{low} to {high}\u{a0}%", "{low} bis {high}\u{a0}%";
        no_grade: "The slope is not known on any of these runs, so a limit on descents changes nothing.",
            "Von keinem dieser Läufe ist die Steigung bekannt, also ändert eine Grenze für Gefälle nichts.";
        grade_known(share: &str): "Only {share} of the distance has a known grade; the rest was left as it is.",
            "Nur von {share} des Wegs ist die Steigung bekannt; der Rest blieb, wie er ist.";
    }
}

/// Said wherever forces are shown.
#[must_use]
pub fn model_note() -> &'static str {
    match language() {
        Language::English => {
            "By our model, for one leg. Between people such forces differ by about a quarter either way; changes of \
             your own running are more trustworthy. BW is your body weight; damage counts steps of easy running on the \
             level that would do the same by an assumption about fatigue."
        }
        Language::German => {
            "Nach unserem Modell, für ein Bein. Zwischen Menschen unterscheiden sich solche Kräfte um etwa ein Viertel; \
             Änderungen deines eigenen Laufens sind verlässlicher. BW ist dein Körpergewicht; Schaden zählt Schritte \
             lockeren Laufens in der Ebene, die nach einer Annahme über Ermüdung dasselbe täten."
        }
    }
}

/// Said with every change of step rate, strike or shoe.
#[must_use]
pub fn calf_note() -> &'static str {
    match language() {
        Language::English => "What the knee is spared, calf and Achilles tendon carry.",
        Language::German => "Was dem Knie erspart bleibt, tragen Wade und Achillessehne.",
    }
}

/// A structure as people know it.
#[must_use]
pub fn structure(structure: Structure) -> &'static str {
    match (language(), structure) {
        (Language::English, Structure::Patellofemoral) => "kneecap joint",
        (Language::English, Structure::PatellarTendon) => "kneecap tendon",
        (Language::English, Structure::Tibiofemoral) => "main knee joint",
        (Language::German, Structure::Patellofemoral) => "Kniescheibengelenk",
        (Language::German, Structure::PatellarTendon) => "Kniescheibensehne",
        (Language::German, Structure::Tibiofemoral) => "eigentliches Kniegelenk",
    }
}

/// The day on which the kneecap joint did most.
#[must_use]
pub fn heaviest(voice: &Voice, date: Date, damage_steps: f64, ground: Option<&GroundShares>) -> String {
    let mut sentence = Texts.heaviest(&voice.day(date), &format!("{damage_steps:.0}"));
    if let Some(descent) = ground.map(|ground| ground.descent).filter(|descent| descent.is_heavier()) {
        sentence.push(' ');
        sentence
            .push_str(&Texts.descents(&per_cent(descent.distance_share), &per_cent(descent.damage_share.m6)));
    }
    sentence
}

/// The whole answer of a what-if, a sentence each.
#[must_use]
pub fn what_if(answer: &WhatIf) -> Vec<String> {
    let mut lines = vec![
        change(Structure::Patellofemoral, &answer.patellofemoral),
        change(Structure::PatellarTendon, &answer.patellar_tendon),
        change(Structure::Tibiofemoral, &answer.tibiofemoral),
    ];
    lines.extend(grade_known(answer));
    lines
}

/// What a limit on descents could not change.
#[must_use]
pub fn grade_known(answer: &WhatIf) -> Option<String> {
    let is_needed = answer.change.steepest_descent.is_some() && answer.grade_known_share < 0.995;
    let share = answer.grade_known_share;
    is_needed.then(|| {
        if share < 0.005 { Texts.no_grade().to_owned() } else { Texts.grade_known(&per_cent(share)) }
    })
}

/// What a change does to one structure: load first, then damage when its sign is safe to show.
#[must_use]
pub fn change(which: Structure, change: &StructureChange) -> String {
    let load = more_or_less(change.impulse.ratio);
    let mut sentence = Texts.load_and(&capital(structure(which)), &load);
    if change.impulse.interval.low < change.impulse.interval.high {
        sentence.push_str(&format!(" ({})", interval(&change.impulse)));
    }
    match change.damage_sign {
        Robust::NotRobust => sentence.push_str(&format!("; {}", Texts.not_shown())),
        Robust::Equal => sentence.push_str(&format!(", {}", Texts.as_before())),
        Robust::Higher | Robust::Lower => {
            let damage = Texts.damage(&more_or_less(change.damage.ratio));
            sentence.push_str(&format!(", {damage} ({}).", interval(&change.damage)));
        }
    }
    sentence
}

/// `6 % less`, `the same`.
#[must_use]
pub fn more_or_less(ratio: f64) -> String {
    match ratio - 1.0 {
        change if change.abs() < 0.005 => Texts.the_same().to_owned(),
        change if change < 0.0 => Texts.less(&per_cent(-change)),
        change => Texts.more(&per_cent(change)),
    }
}

/// `-10 to -3 %`.
#[must_use]
pub fn interval(ratio: &Ratio) -> String {
    let signed = |ratio: f64| format!("{:+.0}", (ratio - 1.0) * 100.0).replace("-0", "0").replace("+0", "0");
    Texts.range(&signed(ratio.interval.low), &signed(ratio.interval.high))
}

/// `3 to 10 % less`, `between 2 % less and 5 % more`.
#[must_use]
pub fn likely(ratio: &Ratio) -> String {
    let (low, high) = (ratio.interval.low, ratio.interval.high);
    let percent = |ratio: f64| format!("{:.0}", (ratio - 1.0).abs() * 100.0);
    if high <= 1.0 {
        Texts.range_less(&percent(high), &percent(low))
    } else if low >= 1.0 {
        Texts.range_more(&percent(low), &percent(high))
    } else {
        Texts.between(&more_or_less(low), &more_or_less(high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_analyse::knee::what_if::Ratio;
    use kneewise_analyse::knee::{Damage, Interval};

    fn ratio(ratio: f64, low: f64, high: f64) -> Ratio {
        Ratio { ratio, interval: Interval { low, high } }
    }

    #[test]
    fn load_and_damage_are_said_together() {
        let quick = StructureChange {
            impulse: ratio(0.94, 0.90, 0.97),
            damage: ratio(0.56, 0.37, 0.75),
            damage_by_exponent: Damage { m4: 0.70, m6: 0.56, m9: 0.41 },
            damage_sign: Robust::Lower,
            is_sign_robust: true,
        };
        assert_eq!(
            change(Structure::Patellofemoral, &quick).replace('\u{a0}', " "),
            "Kneecap joint: 6 % less load (-10 to -3 %), 44 % less damage by our assumption (-63 to -25 %)."
        );
        assert_eq!(likely(&quick.impulse).replace('\u{a0}', " "), "3 to 10 % less");
        assert_eq!(likely(&ratio(1.0, 0.9, 1.1)).replace('\u{a0}', " "), "between 10 % less and 10 % more");
        assert_eq!(likely(&ratio(1.1, 1.05, 1.2)).replace('\u{a0}', " "), "5 to 20 % more");
        let unsure = StructureChange { damage_sign: Robust::NotRobust, ..quick };
        assert!(change(Structure::Tibiofemoral, &unsure).ends_with("so it is not shown."));
    }
}
