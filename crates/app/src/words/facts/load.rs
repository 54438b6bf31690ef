//! How much was run, how far, how fast, with which pauses.

use crate::words::Voice;
use crate::words::numbers::{capital, count, few, per_cent};
use kneewise_types::reason::Fact;
use kneewise_types::{Date, Surface};

/// From this ratio on "times as long" reads better than a percentage.
const TIMES_FROM: f64 = 2.0;

pub fn progression(fact: &Fact, voice: &Voice) -> Option<String> {
    let (day, span) = (|date: Date| voice.day(date), |from: Date, to: Date| voice.span(from, to));
    Some(match fact {
        Fact::LongRun { date, distance_m, best_30_days_m, best_date, ratio } => format!(
            "{} on {}, {} ({} on {}). Most such runs end well.",
            voice.distance(*distance_m),
            day(*date),
            beyond(*ratio),
            voice.distance(*best_30_days_m),
            day(*best_date)
        ),
        Fact::NoLongRun { from, to, largest_ratio, largest_date } if *largest_ratio > 1.0 => format!(
            "No run from {} went far beyond the longest of the 30 days before it; the largest step was {}, on {}.",
            span(*from, *to),
            per_cent(largest_ratio - 1.0),
            day(*largest_date)
        ),
        Fact::NoLongRun { from, to, .. } => {
            format!("No run from {} was longer than the longest of the 30 days before it.", span(*from, *to))
        }
        Fact::WeekRise { from, to, distance_m, before_m, ratio } => format!(
            "{} from {}, {} the {} of the seven days before.",
            voice.distance(*distance_m),
            span(*from, *to),
            more_than(*ratio),
            voice.distance(*before_m)
        ),
        Fact::NoWeekRise { from, to, largest_ratio } if *largest_ratio > 1.0 => {
            format!(
                "The largest weekly rise from {} was {}.",
                span(*from, *to),
                per_cent(largest_ratio - 1.0)
            )
        }
        Fact::NoWeekRise { from, to, .. } => {
            format!("No week from {} rose above the one before.", span(*from, *to))
        }
        Fact::NotNovice { running_since } => {
            format!(
                "You began to run in {}; the rule holds for the first year.",
                month_year(*running_since, voice)
            )
        }
        Fact::NewSpeed { from, to, hard_min, highest_before_min } => format!(
            "{hard_min:.0}\u{a0}minutes of fast running from {}; the most in a week before was {highest_before_min:.0}\u{a0}minutes.",
            span(*from, *to)
        ),
        Fact::NewDescent { from, to, descent_m, highest_before_m } => format!(
            "{} downhill from {}; the most in a week before was {}.",
            voice.height(*descent_m),
            span(*from, *to),
            voice.height(*highest_before_m)
        ),
        Fact::NoNewTerrainOrSpeed { from, to } => {
            format!("Fast running and downhill from {} stayed within what was usual.", span(*from, *to))
        }
        _ => return None,
    })
}

pub fn rhythm(fact: &Fact, voice: &Voice) -> Option<String> {
    let (distance, span) = (|m: f64| voice.distance(m), |from: Date, to: Date| voice.span(from, to));
    Some(match fact {
        Fact::RapidReturn { break_from, break_to, break_days, week_m, old_week_m } => format!(
            "After {break_days}\u{a0}days off ({}) a week soon reached {}; your old week was {}.",
            span(*break_from, *break_to),
            distance(*week_m),
            distance(*old_week_m)
        ),
        Fact::GentleReturn { break_from, break_to, break_days, week_m, old_week_m } => format!(
            "After {break_days}\u{a0}days off ({}) you came back gently: {} a week at most, against {} before.",
            span(*break_from, *break_to),
            distance(*week_m),
            distance(*old_week_m)
        ),
        Fact::NoBreak { from, to, longest_days } => {
            format!(
                "No break of 14\u{a0}days from {}; the longest pause was {}.",
                span(*from, *to),
                days(*longest_days)
            )
        }
        Fact::HardDaysClose { pairs } => {
            let listed: Vec<_> = pairs.iter().map(|(a, b)| pair(*a, *b, voice)).collect();
            format!("Hard sessions less than 48\u{a0}hours apart: {}.", listed.join("; "))
        }
        Fact::HardDaysApart { from, to, hard_days: 0, .. } => {
            format!("No hard day from {}.", span(*from, *to))
        }
        Fact::HardDaysApart { from, to, hard_days, close_pairs: 0 } => format!(
            "{} from {}, none within 48\u{a0}hours of another.",
            capital(&count(*hard_days, "hard day", "hard days")),
            span(*from, *to)
        ),
        Fact::HardDaysApart { from, to, hard_days, close_pairs } => format!(
            "{} from {}, and {} less than 48\u{a0}hours apart.",
            capital(&count(*hard_days, "hard day", "hard days")),
            span(*from, *to),
            count(*close_pairs, "pair", "pairs")
        ),
        _ => return None,
    })
}

pub fn habit(fact: &Fact) -> Option<String> {
    Some(match fact {
        Fact::SurfaceChange { surface, share, share_before } => format!(
            "{} of the last three weeks was run on {}, against {} before.",
            per_cent(*share),
            ground(*surface),
            per_cent(*share_before)
        ),
        Fact::SameSurface { surface, share } => {
            format!(
                "The ground stayed the same: {} of the distance on {}.",
                per_cent(*share),
                ground(*surface)
            )
        }
        Fact::SteadyLoad { weeks, coefficient_of_variation, .. } => format!(
            "{} steady weeks: distance varied by {} from week to week and no run went far beyond the others.",
            capital(&few(*weeks)),
            per_cent(*coefficient_of_variation)
        ),
        Fact::UnsteadyLoad { weeks, coefficient_of_variation, .. } => format!(
            "Weekly distance varied by {} over {}.",
            per_cent(*coefficient_of_variation),
            count(*weeks, "week", "weeks")
        ),
        _ => return None,
    })
}

pub fn clue(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::LongRun { date, .. } => format!("one long run on {}", voice.day(*date)),
        Fact::WeekRise { from, to, .. } => format!("a steep week, {}", voice.span(*from, *to)),
        Fact::NewSpeed { from, to, .. } => {
            format!("more fast running than before, {}", voice.span(*from, *to))
        }
        Fact::NewDescent { from, to, .. } => format!("more downhill than before, {}", voice.span(*from, *to)),
        Fact::RapidReturn { break_days, .. } => format!("a quick return after {break_days}\u{a0}days off"),
        Fact::HardDaysClose { .. } => "hard days close together".to_owned(),
        Fact::SurfaceChange { surface, .. } => format!("new ground, {}", ground(*surface)),
        _ => return None,
    })
}

fn beyond(ratio: f64) -> String {
    if ratio > TIMES_FROM {
        format!("{ratio:.1}\u{a0}times the longest run of the 30\u{a0}days before")
    } else {
        format!("{} longer than any run of the 30\u{a0}days before", per_cent(ratio - 1.0))
    }
}

fn more_than(ratio: f64) -> String {
    if ratio > TIMES_FROM {
        format!("{ratio:.1}\u{a0}times")
    } else {
        format!("{} more than", per_cent(ratio - 1.0))
    }
}

fn days(number: u32) -> String {
    count(number, "day", "days")
}

/// `8 and 9 September`.
fn pair(first: Date, second: Date, voice: &Voice) -> String {
    if first.month() == second.month() && first.year() == second.year() {
        format!("{}\u{a0}and\u{a0}{}", first.day(), voice.day(second))
    } else {
        format!("{} and {}", voice.day(first), voice.day(second))
    }
}

fn month_year(date: Date, voice: &Voice) -> String {
    let first = date.first_of_month();
    let named = voice.day(first);
    named.split_once('\u{a0}').map_or(named.clone(), |(_, month)| month.to_owned())
}

const fn ground(surface: Surface) -> &'static str {
    match surface {
        Surface::Road => "road",
        Surface::Trail => "trail",
        Surface::Track => "track",
        Surface::Treadmill => "treadmill",
        Surface::Mixed => "mixed ground",
    }
}
