//! What the runner's own flares and days say, always with its doubt (load text F5, F8, F9, F10).

use super::language::{either, is_german};
use super::numbers::{capital, count, short};
use super::{Voice, german};
use kneewise_types::ExperimentOutcome;
use kneewise_types::own_data::{
    BoomAndBust, ChangePoint, Exposure, FlareBefore, NoFinding, OwnFinding, Tier,
};

/// An exposure as it is named, and whether it is many.
const fn phrase(exposure: Exposure) -> (&'static str, bool) {
    match exposure {
        Exposure::SessionSpike => ("runs longer than you were used to", true),
        Exposure::WeekChange => ("weeks with a rise in distance", true),
        Exposure::KneeDamage => ("days of high forces on the kneecap", true),
        Exposure::KneeImpulse => ("days of much load on the kneecap", true),
        Exposure::Descent => ("downhill running", false),
        Exposure::HardShare => ("fast running", false),
        Exposure::SlowStepRate => ("runs with fewer steps a minute", true),
        Exposure::SessionRpeLoad => ("days that felt hard", true),
        Exposure::Monotony => ("weeks without variety", true),
        Exposure::KneeRatio => ("more knee load than the weeks before", false),
        Exposure::NewTerrainOrSpeed => ("weeks with new hills or new speed", true),
        Exposure::RapidReturn => ("quick returns after a break", true),
        Exposure::HardDaysClose => ("hard runs close together", true),
        Exposure::UnusualSurface => ("runs on unusual ground", true),
        Exposure::ShortSleep => ("short nights", true),
        Exposure::Stress => ("stressful weeks", true),
        Exposure::FewRestDays => ("weeks with few rest days", true),
        Exposure::LittleStrength => ("weeks with little strength training", true),
        Exposure::NewPair => ("the first two weeks of a new pair", true),
        Exposure::WornPair => ("runs in worn shoes", true),
        Exposure::CertainPair => ("runs in one of your pairs", true),
    }
}

/// "runs in Pegasus 40", "short nights".
#[must_use]
pub fn name(exposure: Exposure, pair: Option<&str>) -> String {
    match (pair, is_german()) {
        (Some(pair), false) => format!("runs in {pair}"),
        (Some(pair), true) => format!("Läufe in {pair}"),
        (None, false) => phrase(exposure).0.to_owned(),
        (None, true) => german::own::phrase(exposure).to_owned(),
    }
}

/// What is said of one finding; `None` while nothing may be.
#[must_use]
pub fn claim(finding: &OwnFinding) -> Option<String> {
    let named = name(finding.exposure, finding.pair.as_deref());
    if is_german() {
        return german::own::claim(finding, &named);
    }
    let is_many = phrase(finding.exposure).1;
    let times = if finding.exposed == 1 { "time" } else { "times" };
    let times = format!("{}\u{a0}{times} in {}", finding.exposed, finding.flares);
    let (were, have, them) = if is_many { ("were", "have", "them") } else { ("was", "has", "it") };
    match finding.tier {
        Tier::None => None,
        Tier::Hint => Some(format!(
            "Before your few flares, {named} {were} more common than usual. This may be chance."
        )),
        Tier::Suggestive => {
            Some(format!("{} tended to come before your flares, {times}. Worth testing.", capital(&named)))
        }
        Tier::Consistent => Some(format!(
            "{} {have} repeatedly come before your flares, {times}. Changing {them} is a reasonable experiment.",
            capital(&named)
        )),
        Tier::Tested => {
            let better = match finding.tested {
                Some(ExperimentOutcome::DailyPain) => "the knee hurt less",
                Some(ExperimentOutcome::FlareFreeDays) | None => "flares became less frequent",
            };
            Some(format!("When you changed {named}, {better}. That fits {named} being part of the cause."))
        }
    }
}

/// Doubts that belong to one finding, if any.
#[must_use]
pub fn doubt(finding: &OwnFinding) -> Option<&'static str> {
    if finding.tier == Tier::None {
        None
    } else if finding.robustness.is_time_trend_suspected {
        Some(either(
            "It was as common weeks earlier, so it may have been that time of your running and nothing more.",
            "Es war Wochen vorher ebenso häufig, also war es vielleicht nur jene Zeit deines Laufens.",
        ))
    } else if !finding.robustness.without_any_flare {
        Some(either("It hangs on a single flare.", "Es hängt an einem einzigen Schub."))
    } else {
        None
    }
}

/// Where an odds ratio stands, in words.
#[must_use]
pub fn standing(odds_ratio: f64) -> &'static str {
    if odds_ratio < 0.5 {
        either("much rarer", "viel seltener")
    } else if odds_ratio < 0.8 {
        either("rarer", "seltener")
    } else if odds_ratio <= 1.25 {
        either("as usual", "wie sonst")
    } else if odds_ratio <= 2.0 {
        either("more often", "öfter")
    } else {
        either("much more often", "viel öfter")
    }
}

/// What happened before one flare.
#[must_use]
pub fn before(flare: &FlareBefore, voice: &Voice) -> String {
    let start = match is_german() {
        false => format!("{} (at most {} of 10)", voice.day(flare.start), flare.peak_pain),
        true => format!("{} (höchstens {} von 10)", voice.day(flare.start), flare.peak_pain),
    };
    let mut named: Vec<String> =
        flare.unusual.iter().map(|(exposure, pair)| name(*exposure, pair.as_deref())).collect();
    named.dedup();
    if named.is_empty() {
        format!(
            "{start}: {}",
            either("nothing out of the ordinary was recorded.", "nichts Ungewöhnliches war aufgezeichnet.")
        )
    } else {
        format!("{start}: {}.", named.join("; "))
    }
}

/// Said with up to two flares.
#[must_use]
pub fn too_few() -> &'static str {
    either(
        "Not enough flares to compare. Here is what happened before each one.",
        "Zu wenige Schübe zum Vergleichen. Hier steht, was jedem vorausging.",
    )
}

/// Said when nothing may be claimed.
#[must_use]
pub fn nothing_stood_out(flares: u32) -> String {
    if is_german() {
        return german::own::nothing_stood_out(flares);
    }
    let few = if flares < 10 {
        " With fewer than ten flares that does not show that nothing is there."
    } else {
        ""
    };
    format!("Nothing stood out before your {}.{few}", count(flares, "flare", "flares"))
}

/// The change of the usual level.
#[must_use]
pub fn change(change: &ChangePoint, voice: &Voice) -> String {
    if is_german() {
        return german::own::change(change, voice);
    }
    let weeks = match change.give_or_take {
        0 => String::new(),
        weeks => format!(", give or take {}", count(weeks, "week", "weeks")),
    };
    format!(
        "Your usual pain level changed around week {} of your diary ({}{weeks}): from {} to {} of 10 on average.",
        change.week,
        voice.day(change.from),
        short(change.before),
        short(change.after)
    )
}

/// Rises with and without a flare; `None` below three cycles.
#[must_use]
pub fn boom_and_bust(told: &BoomAndBust) -> Option<String> {
    let clean = u32::try_from(told.rises.len()).unwrap_or(u32::MAX).saturating_sub(told.cycles);
    if told.tier == Tier::None {
        return None;
    }
    let days = f64::from((told.to - told.from).get_days());
    let years = (1..100).find(|years| f64::from(*years) + 0.5 > days / 365.25).unwrap_or(100);
    if is_german() {
        return Some(german::own::boom_and_bust(told, years, clean));
    }
    let span = if years < 2 { "a year".to_owned() } else { count(years, "year", "years") };
    let without = match clean {
        0 => "it never rose as much without one".to_owned(),
        1 => "once it rose as much without one".to_owned(),
        2 => "twice it rose as much without one".to_owned(),
        clean => format!("{} it rose as much without one", count(clean, "time", "times")),
    };
    Some(format!(
        "{} in {span} your fitness rose by a fifth or more within weeks and a flare followed; {without}.",
        capital(&count(told.cycles, "time", "times"))
    ))
}

/// Why a family, or the whole, has nothing of its own.
#[must_use]
pub fn no_finding(why: NoFinding) -> &'static str {
    if is_german() {
        return german::own::no_finding(why);
    }
    match why {
        NoFinding::NoDiary => "There is no diary of this knee, so there are no flares to compare.",
        NoFinding::FewFlares => "Fewer than three flares can be compared with the weeks before them.",
        NoFinding::NotRecorded => "What belongs to it is not recorded day by day.",
        NoFinding::NeverVaried => "It was the same on all days, so flares cannot be compared over it.",
        NoFinding::NotDaily => "It is tested now and then, not day by day.",
    }
}

/// What must be kept in mind, every time (load text F10).
#[must_use]
pub fn caveats() -> [&'static str; 6] {
    either(CAVEATS, german::own::CAVEATS)
}

const CAVEATS: [&str; 6] = [
    "Pain can change training first, and not the other way round.",
    "Worry fills a diary: days you expected to hurt may be entered more often.",
    "Things change together, such as new shoes in a build-up.",
    "Painful days may be missing from the diary.",
    "After a flare things go back to usual by themselves.",
    "With fewer than ten flares, finding nothing does not show that nothing is there.",
];

/// The same in one line, where the whole list has no room.
#[must_use]
pub fn caveat() -> &'static str {
    either(
        "It may be chance, or something that changed at the same time.",
        "Es kann Zufall sein, oder etwas, das sich zur selben Zeit änderte.",
    )
}
