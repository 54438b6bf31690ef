//! The early signs of a knee in words: what was seen, what to do within two days, how often it comes without a flare.

use super::knee;
use super::language::{either, is_german};
use super::numbers::{capital, short};
use super::{Voice, german};
use kneewise_advise::false_alarms::FalseAlarms;
use kneewise_types::{ReturnBand, ReturnPoint, ReturnWatch, Side, Swelling, WarningFact, WarningKind};

/// What to do while the sign is fresh.
pub const NEXT: &str = "For the next two days run no more than last time, leave out one of downhill, speed and stairs, and enter \
                        the next morning.";

/// The same in the language of this answer.
#[must_use]
pub fn next() -> &'static str {
    either(NEXT, german::warnings::NEXT)
}

/// What was seen.
#[must_use]
pub fn sentence(fact: &WarningFact, side: Side, voice: &Voice) -> String {
    if is_german() {
        return german::warnings::sentence(fact, side, voice);
    }
    let knee = knee::knee(side);
    match fact {
        WarningFact::MorningsAboveUsual { first, first_points, second, second_points, baseline } => format!(
            "The {knee} hurt {first_points} of 10 on getting up on {}, {second_points} on {}; its usual is {}.",
            voice.day(*first),
            voice.day(*second),
            short(*baseline)
        ),
        WarningFact::StartsEarlier { before, before_m, first, first_m, second, second_m } => {
            let was = before_m.map_or_else(
                || format!("no pain on {}", voice.day(*before)),
                |at| format!("{} into the run of {}", voice.distance(at), voice.day(*before)),
            );
            format!(
                "Pain in the {knee} began earlier in two runs: {was}, then {} on {} and {} on {}.",
                voice.distance(*first_m),
                voice.day(*first),
                voice.distance(*second_m),
                voice.day(*second)
            )
        }
        WarningFact::SaidEarlier { date } => {
            format!("On {} pain in the {knee} started earlier from run to run.", voice.day(*date))
        }
        WarningFact::Swollen { date, swelling } => {
            let how = match swelling {
                Swelling::Slight => "slightly swollen",
                Swelling::Clear => "visibly swollen",
                _ => "swollen and tense",
            };
            format!("The {knee} was {how} on {}.", voice.day(*date))
        }
        WarningFact::StairsBack { date, free_on } => format!(
            "Going down stairs hurt the {knee} on {}; on {} it did not.",
            voice.day(*date),
            voice.day(*free_on)
        ),
    }
}

/// How often the sign comes up without a flare after it.
#[must_use]
pub fn rate(kind: WarningKind, figures: &FalseAlarms) -> String {
    if is_german() {
        return german::warnings::rate(figures.all.false_alarms_a_year(kind));
    }
    let known = "In simulated healthy runners it came up without a flare";
    match figures.all.false_alarms_a_year(kind) {
        Some(rate) if rate < 0.05 => format!("{known} less than once in twenty years."),
        Some(rate) if rate < 0.75 => format!("{known} about once in {:.0} years.", 1.0 / rate),
        Some(rate) => format!("{known} about {rate:.0} times a year.").replace(" 1 times", " once"),
        None => "How often it comes up without a flare is not measured yet.".to_owned(),
    }
}

/// How carefully to return, with what counted.
#[must_use]
pub fn return_watch(watch: &ReturnWatch) -> String {
    let knee = match is_german() {
        false => capital(knee::knee(watch.side)),
        true => format!("Das {}", knee::the(watch.side)),
    };
    let how = match watch.band {
        band if is_german() => german::warnings::band(band),
        ReturnBand::Normal => "returns by the normal steps",
        ReturnBand::Watch => {
            "returns with care: three green runs a step, strength twice a week, a weekly check"
        }
        ReturnBand::Guarded => {
            "returns with great care: three green runs a step, no speed for six weeks, and a therapist's look helps"
        }
    };
    let counted: Vec<&str> = watch.counted.iter().map(|(point, _)| point_word(*point)).collect();
    if counted.is_empty() {
        format!("{knee} {how}.")
    } else {
        format!("{knee} {how}. {}: {}.", either("What counts", "Was zählt"), counted.join(", "))
    }
}

fn point_word(point: ReturnPoint) -> &'static str {
    if is_german() {
        return german::warnings::point(point);
    }
    match point {
        ReturnPoint::RecentEpisode => "an episode within 12 months",
        ReturnPoint::LongPain => "pain that lasted for months",
        ReturnPoint::LowKneeScore => "a low knee score",
        ReturnPoint::LongBreak => "a break of four weeks or more",
        ReturnPoint::NewRunner => "running for less than two years",
        ReturnPoint::WeakerSide => "this leg weaker than the other",
        ReturnPoint::StrengthStopped => "strength training that stopped",
        ReturnPoint::LongRunPlanned => "a planned run much longer than lately",
        ReturnPoint::ShortSleep => "less than seven hours of sleep",
    }
}

#[cfg(test)]
pub(super) mod examples {
    use super::super::examples::day;
    use super::*;
    use kneewise_types::{Evidence, Grade};

    pub fn facts() -> Vec<WarningFact> {
        let (a, b, c) = (day("2026-09-20"), day("2026-09-22"), day("2026-09-24"));
        vec![
            WarningFact::MorningsAboveUsual {
                first: a,
                first_points: 2,
                second: b,
                second_points: 3,
                baseline: 1.0,
            },
            WarningFact::StartsEarlier {
                before: a,
                before_m: Some(8_000.0),
                first: b,
                first_m: 6_000.0,
                second: c,
                second_m: 4_000.0,
            },
            WarningFact::StartsEarlier {
                before: a,
                before_m: None,
                first: b,
                first_m: 6_000.0,
                second: c,
                second_m: 4_000.0,
            },
            WarningFact::SaidEarlier { date: a },
            WarningFact::Swollen { date: a, swelling: Swelling::Slight },
            WarningFact::Swollen { date: a, swelling: Swelling::Clear },
            WarningFact::Swollen { date: a, swelling: Swelling::Tense },
            WarningFact::StairsBack { date: b, free_on: a },
        ]
    }

    /// Every sentence, for the gallery.
    pub fn sentences(voice: &Voice) -> Vec<String> {
        let figures = kneewise_advise::false_alarms::false_alarms();
        let mut said: Vec<String> =
            facts().iter().map(|fact| sentence(fact, Side::Left, voice)).chain([next().to_owned()]).collect();
        said.extend(WarningKind::ALL.map(|kind| rate(kind, &figures)));
        let all = [
            ReturnPoint::RecentEpisode,
            ReturnPoint::LongPain,
            ReturnPoint::LowKneeScore,
            ReturnPoint::LongBreak,
            ReturnPoint::NewRunner,
            ReturnPoint::WeakerSide,
            ReturnPoint::StrengthStopped,
            ReturnPoint::LongRunPlanned,
            ReturnPoint::ShortSleep,
        ];
        for band in [ReturnBand::Normal, ReturnBand::Watch, ReturnBand::Guarded] {
            let watch = |counted| ReturnWatch {
                side: Side::Left,
                points: 0,
                band,
                counted,
                not_known: vec![],
                evidence: Evidence::new(Grade::D, "rule"),
            };
            said.push(return_watch(&watch(all.map(|point| (point, 1)).to_vec())));
            said.push(return_watch(&watch(vec![])));
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::super::examples::day;
    use super::examples::facts;
    use super::*;
    use kneewise_types::UnitSystem;

    #[test]
    fn mornings_are_told_with_their_days() {
        let voice = Voice { as_of: day("2026-10-01"), units: UnitSystem::Metric };
        assert_eq!(
            sentence(&facts()[0], Side::Left, &voice).replace('\u{a0}', " "),
            "The left knee hurt 2 of 10 on getting up on 20 September, 3 on 22 September; its usual is 1."
        );
    }
}
