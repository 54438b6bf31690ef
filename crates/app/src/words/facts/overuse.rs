//! How long it lasts, how often it came back, and what recovery there was.

use crate::words::Voice;
use crate::words::knee::knee;
use crate::words::numbers::{capital, count, few, short};
use kneewise_types::reason::Fact;

pub fn episodes(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::EarlierEpisode { side, ended, days_before, is_from_profile } => {
            let origin = if *is_from_profile { ", as your profile says" } else { "" };
            format!(
                "The {} hurt before, until {} ({} earlier){origin}.",
                knee(*side),
                voice.day(*ended),
                days(*days_before)
            )
        }
        Fact::NoEarlierEpisode { side, days_known } => format!(
            "No earlier flare of the {} in the 12\u{a0}months before, with entries on {}.",
            knee(*side),
            days(*days_known)
        ),
        Fact::PersistentPain { from, to, days_with_pain, entered_days, runs } => format!(
            "Pain on {days_with_pain} of {} from {}, and {} in them.",
            count(*entered_days, "entered day", "entered days"),
            voice.span(*from, *to),
            count(*runs, "run", "runs")
        ),
        Fact::PersistentSwelling { from, to, days, entered_days } => format!(
            "Swelling on {} of {} from {}.",
            few(*days),
            count(*entered_days, "entered day", "entered days"),
            voice.span(*from, *to)
        ),
        Fact::NotPersistent { from, to, days_with_pain, entered_days } => format!(
            "Pain on {} of {} from {}, and no swelling that stayed.",
            few(*days_with_pain),
            count(*entered_days, "entered day", "entered days"),
            voice.span(*from, *to)
        ),
        Fact::ShortFirstEpisode { start, days } => format!(
            "The first episode of this knee, {} from {}, and settled.",
            count(*days, "day", "days"),
            voice.day(*start)
        ),
        Fact::BoomAndBust { from, to, rises, cycles } => format!(
            "From {} your fitness rose by a fifth or more {}; a flare and a collapse of training followed {}.",
            voice.span(*from, *to),
            count(*rises, "time", "times"),
            if *cycles == 0 { "none of them".to_owned() } else { format!("{} of them", few(*cycles)) }
        ),
        Fact::NotShortFirstEpisode { earlier: 0, days } => {
            format!("The first episode of this knee, not settled after {}.", count(*days, "day", "days"))
        }
        Fact::NotShortFirstEpisode { earlier, .. } => {
            format!("{} of this knee came before.", capital(&count(*earlier, "episode", "episodes")))
        }
        _ => return None,
    })
}

pub fn recovery(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::RedLights { from, to, dates } => {
            let listed: Vec<_> = dates.iter().map(|date| voice.day(*date)).collect();
            format!(
                "{} from {}: {}.",
                capital(&count(u32::try_from(dates.len()).unwrap_or(u32::MAX), "red light", "red lights")),
                voice.span(*from, *to),
                listed.join(", ")
            )
        }
        Fact::MorningPainRises { this_week, last_week } => {
            format!("Morning pain rose from {last_week:.1} to {this_week:.1} of 10, week on week.")
        }
        Fact::PainSteady { red_lights, this_week, last_week } => format!(
            "Morning pain went from {last_week:.1} to {this_week:.1} of 10 in a week, with {}.",
            count(*red_lights, "red light", "red lights")
        ),
        Fact::Sleep { from, to, mean_h, nights } => format!(
            "{mean_h:.1}\u{a0}hours of sleep on average over {} from {}.",
            count(*nights, "night", "nights"),
            voice.span(*from, *to)
        ),
        Fact::BoomAndBust { cycles, .. } if *cycles > 0 => {
            format!("a rise of fitness ended in a flare {}", count(*cycles, "time", "times"))
        }
        Fact::SleepAnswer { is_poor: true } => "You call your sleep short or troubled.".to_owned(),
        Fact::SleepAnswer { is_poor: false } => "You call your sleep good.".to_owned(),
        Fact::StressAndMood { from, to, mean_stress, mean_mood, days } => {
            let felt = match (mean_stress, mean_mood) {
                (Some(stress), Some(mood)) => {
                    format!("Stress {} of 10 and mood {} of 10", short(*stress), short(*mood))
                }
                (Some(stress), None) => format!("Stress {} of 10", short(*stress)),
                (None, Some(mood)) => format!("Mood {} of 10", short(*mood)),
                (None, None) => return None,
            };
            format!("{felt} on average over {} from {}.", count(*days, "day", "days"), voice.span(*from, *to))
        }
        Fact::NoRestDay { from, to } => format!("No day without training from {}.", voice.span(*from, *to)),
        Fact::RestDays { from, to, days } => {
            format!("{} from {}.", capital(&count(*days, "rest day", "rest days")), voice.span(*from, *to))
        }
        _ => return None,
    })
}

pub fn clue(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::EarlierEpisode { ended, .. } => format!("the same knee hurt until {}", voice.day(*ended)),
        Fact::PersistentPain { days_with_pain, entered_days, .. } => {
            format!("pain on {days_with_pain} of {entered_days}\u{a0}days while training went on")
        }
        Fact::PersistentSwelling { .. } => "swelling that stayed".to_owned(),
        Fact::RedLights { dates, .. } => {
            count(u32::try_from(dates.len()).unwrap_or(u32::MAX), "red light", "red lights")
        }
        Fact::MorningPainRises { .. } => "mornings that got worse".to_owned(),
        Fact::Sleep { mean_h, .. } => format!("{mean_h:.1}\u{a0}hours of sleep"),
        Fact::SleepAnswer { is_poor: true } => "troubled sleep".to_owned(),
        Fact::StressAndMood { .. } => "a week of strain".to_owned(),
        Fact::NoRestDay { from, to } => format!("no rest day, {}", voice.span(*from, *to)),
        _ => return None,
    })
}

fn days(number: u32) -> String {
    count(number, "day", "days")
}
