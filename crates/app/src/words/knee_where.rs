//! Where on a run, and in which run of a day, the knee worked hardest.

use super::numbers::{Voice, per_cent};
use kneewise_analyse::knee::NoKneeLoad;
use kneewise_analyse::knee::picture::{HardBy, Hardest};
use kneewise_types::Date;

/// Where on the run the kneecap joint worked hardest.
#[must_use]
pub fn hardest(voice: &Voice, hardest: Option<&Hardest>) -> String {
    let Some(part) = hardest else {
        return "By our model no part of the way stands out.".to_owned();
    };
    format!(
        "By our model the knee worked hardest from {} to {}: {} of the way, {} of what it asked of the kneecap joint when hard \
         steps count most.{}",
        voice.distance(part.from_m),
        voice.distance(part.from_m + part.distance_m),
        per_cent(part.distance_share),
        per_cent(part.damage_share),
        part.by.map(|by| because(by, part.grade)).unwrap_or_default()
    )
}

fn because(by: HardBy, grade: Option<f64>) -> String {
    let slope = grade.map(|grade| format!(" ({} on average)", per_cent(grade.abs()))).unwrap_or_default();
    match by {
        HardBy::Downhill => format!(" It went downhill there{slope}; how much hills matter is uncertain."),
        HardBy::Uphill => format!(" It went uphill there{slope}; how much hills matter is uncertain."),
        HardBy::Speed => " You ran faster there.".to_owned(),
        HardBy::FewerSteps => " You took fewer steps for your speed there.".to_owned(),
    }
}

/// Why an activity has no knee load.
#[must_use]
pub const fn without(reason: NoKneeLoad) -> &'static str {
    match reason {
        NoKneeLoad::NotOnFoot => "There is no knee load: this was neither run nor walked.",
        NoKneeLoad::NoSpeed => "There is no knee load: nothing tells how fast it was.",
        NoKneeLoad::NoSteps => "There is no knee load: nothing in it was running or walking.",
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
    let most = if outings > 1 {
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
    format!("Nothing that loads the knee in a way we can tell was recorded on {}.", voice.day(date))
}
