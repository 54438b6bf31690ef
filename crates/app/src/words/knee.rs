//! Places on the knee and the patterns they make with the runner's answers.

use super::language::{either, is_german};
use kneewise_types::assessment::{Condition, Pattern, PatternLabel};
use kneewise_types::{Region, Side};

/// Where it hurts, after "pain".
#[must_use]
pub fn region(region: Region) -> &'static str {
    match region {
        Region::AroundPatella => either("around the kneecap", "um die Kniescheibe"),
        Region::InferiorPole => {
            either("at the lower tip of the kneecap", "an der unteren Spitze der Kniescheibe")
        }
        Region::SuperiorPole => either("at the upper edge of the kneecap", "am oberen Rand der Kniescheibe"),
        Region::BesideTendon => {
            either("beside the tendon below the kneecap", "neben der Sehne unter der Kniescheibe")
        }
        Region::Tubercle => either("on the bump below the kneecap", "am Höcker unter der Kniescheibe"),
        Region::LateralAboveJointLine => {
            either("on the outer side, two fingers above the joint", "außen, zwei Finger über dem Gelenk")
        }
        Region::LateralJointLine => either("on the outer side, at the joint", "außen, am Gelenk"),
        Region::MedialJointLine => either("on the inner side, at the joint", "innen, am Gelenk"),
        Region::MedialProximalTibia => {
            either("on the inner shin, just below the joint", "innen am Schienbein, knapp unter dem Gelenk")
        }
        Region::BackOfKnee => either("at the back of the knee", "in der Kniekehle"),
        Region::DistalThigh => {
            either("in the thigh, just above the knee", "im Oberschenkel, knapp über dem Knie")
        }
        Region::DeepOrVague => either("deep inside or hard to point at", "tief innen oder schwer zu zeigen"),
    }
}

/// "right knee".
#[must_use]
pub fn knee(side: Side) -> &'static str {
    match side {
        Side::Left => either("left knee", "linkes Knie"),
        Side::Right => either("right knee", "rechtes Knie"),
    }
}

/// "right knee" after "the".
#[must_use]
pub fn the(side: Side) -> &'static str {
    match side {
        Side::Left => either("left knee", "linke Knie"),
        Side::Right => either("right knee", "rechte Knie"),
    }
}

/// "right knee" after "the", where German declines it: how it goes for the knee.
#[must_use]
pub fn for_the(side: Side) -> &'static str {
    match side {
        Side::Left => either("left knee", "linken Knie"),
        Side::Right => either("right knee", "rechten Knie"),
    }
}

/// A pattern by its everyday name.
#[must_use]
pub fn condition(condition: Condition) -> &'static str {
    match condition {
        Condition::Pfp => either("kneecap pain", "Kniescheibenschmerz"),
        Condition::Itbs => {
            either("outer-side pain (iliotibial band)", "Schmerz außen (Tractus iliotibialis)")
        }
        Condition::Pt => either("tendon pain below the kneecap", "Sehnenschmerz unter der Kniescheibe"),
        Condition::Qt => either("tendon pain above the kneecap", "Sehnenschmerz über der Kniescheibe"),
        Condition::Fp => either("fat-pad pain beside the tendon", "Schmerz am Fettpolster neben der Sehne"),
        Condition::Pa => either("tendon-pad pain on the inner shin", "Sehnenschmerz innen am Schienbein"),
        Condition::Men => either("meniscus pain", "Meniskusschmerz"),
        Condition::Oa => either("joint-wear pain", "Schmerz bei Gelenkverschleiß"),
        Condition::Apo => {
            either("growth-zone pain below the kneecap", "Schmerz an der Wachstumszone unter der Kniescheibe")
        }
        Condition::Bsi => either("an overloaded bone", "überlasteter Knochen"),
        Condition::Hip => either("pain from the hip", "Schmerz von der Hüfte"),
        Condition::Oth => either("some other pain", "anderer Schmerz"),
    }
}

/// What the pattern screen says of the knee just named; `None` when too little was answered.
#[must_use]
pub fn pattern(pattern: &Pattern) -> Option<String> {
    let mut fits = pattern.posterior.iter().map(|(fit, _)| condition(*fit));
    let first = fits.next()?;
    match pattern.label {
        PatternLabel::NotEnough => None,
        PatternLabel::FitsBest | PatternLabel::Leans if pattern.posterior.first()?.0 == Condition::Oth => {
            Some(
                either("It fits none of the common patterns.", "Es passt zu keinem der häufigen Muster.")
                    .to_owned(),
            )
        }
        PatternLabel::FitsBest if is_german() => Some(format!("Am besten passt das Muster „{first}“.")),
        PatternLabel::FitsBest => Some(format!("It fits the pattern of {first} best.")),
        PatternLabel::TwoPossible if is_german() => {
            Some(format!("Zwei Muster passen: „{first}“ oder „{}“.", fits.next().unwrap_or(first)))
        }
        PatternLabel::TwoPossible => {
            Some(format!("It fits two patterns: {first}, or {}.", fits.next().unwrap_or(first)))
        }
        PatternLabel::Leans if is_german() => Some(format!("Am ehesten passt das Muster „{first}“.")),
        PatternLabel::Leans => Some(format!("It leans towards the pattern of {first}.")),
        PatternLabel::Unclear => {
            Some(either("It fits no pattern clearly.", "Es passt zu keinem Muster klar.").to_owned())
        }
    }
}

/// Said once beside any pattern.
#[must_use]
pub fn pattern_caveat() -> &'static str {
    either("A pattern is not a diagnosis.", "Ein Muster ist keine Diagnose.")
}
