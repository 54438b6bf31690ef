//! What the runs asked of the knee, and the step rate.

use crate::words::Voice;
use crate::words::numbers::{capital, count, per_cent};
use kneewise_types::reason::Fact;

/// From this ratio on "times as much" reads better than a percentage.
const TIMES_FROM: f64 = 2.0;

pub fn dose(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::KneeDoseRise {
            date,
            damage_ratio,
            impulse_ratio,
            highest_date,
            distance_ratio,
            descent_damage_share,
            ..
        } => {
            let downhill = descent_damage_share.filter(|share| *share >= 0.25).map(|share| {
                format!(" About {} of it came downhill, as far as hills can be judged.", per_cent(share))
            });
            format!(
                "By our model, {} asked {} of the kneecap joint as {}, the hardest of the 30\u{a0}days before, when hard steps \
                 count far more than easy ones. Counted alike it was {}, over {} the longest distance.{} This rule is an \
                 experiment: nobody has tested it.",
                voice.day(*date),
                times(*damage_ratio),
                voice.day(*highest_date),
                compared(*impulse_ratio),
                share_of(*distance_ratio),
                downhill.unwrap_or_default()
            )
        }
        Fact::NoKneeDoseRise { from, to, largest_ratio, largest_date } => format!(
            "By our model, no day from {} asked much more of the kneecap joint than the hardest of the 30\u{a0}days before it; \
             the most was {} of that, on {}.",
            voice.span(*from, *to),
            per_cent(*largest_ratio),
            voice.day(*largest_date)
        ),
        Fact::DescentRise { from, to, week_m, usual_week_m, damage_share } => {
            let share = damage_share.filter(|share| *share >= 0.10).map(|share| {
                format!(
                    " By our model about {} of what the kneecap joint did came downhill; how much hills matter is uncertain.",
                    per_cent(share)
                )
            });
            format!(
                "{} downhill a week from {}; your usual was {}.{}",
                capital(&voice.height(*week_m)),
                voice.span(*from, *to),
                voice.height(*usual_week_m),
                share.unwrap_or_default()
            )
        }
        Fact::NoDescentRise { from, to, week_m, usual_week_m } => format!(
            "Downhill stayed near what was usual: {} a week from {}, against {} before.",
            voice.height(*week_m),
            voice.span(*from, *to),
            voice.height(*usual_week_m)
        ),
        _ => return None,
    })
}

pub fn cadence(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::CadenceDrop { from, to, rho, noticed, .. } => format!(
            "From {} you took {} fewer steps a minute than your habit at the same speed; it showed from {} on. Longer steps ask \
             more of the knee; tiredness, other shoes or the pain itself may lie behind it.",
            voice.span(*from, *to),
            per_cent(1.0 - rho),
            voice.day(*noticed)
        ),
        Fact::SteadyCadence { from, to, rho, weeks } => format!(
            "Your step rate kept to its habit from {} ({}, {}).",
            voice.span(*from, *to),
            against_habit(*rho),
            count(*weeks, "week", "weeks")
        ),
        Fact::CadenceForSpeed { cadence_spm, everybody_spm, rho, is_low: true, .. } => format!(
            "{cadence_spm:.0}\u{a0}steps a minute in steady running, {} below the middle of runners at your speed \
             ({everybody_spm:.0}). In one study the lower third carried the most; half of all healthy runners are below the middle.",
            per_cent(1.0 - rho)
        ),
        Fact::CadenceForSpeed { cadence_spm, everybody_spm, .. } => format!(
            "{cadence_spm:.0}\u{a0}steps a minute in steady running; the middle of runners at your speed is {everybody_spm:.0}."
        ),
        _ => return None,
    })
}

pub fn clue(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::KneeDoseRise { date, .. } => format!("a day that asked much of the knee, {}", voice.day(*date)),
        Fact::DescentRise { from, to, .. } => format!("more downhill than usual, {}", voice.span(*from, *to)),
        Fact::CadenceDrop { .. } => "fewer steps a minute than your habit".to_owned(),
        Fact::CadenceForSpeed { is_low: true, .. } => "few steps a minute for your speed".to_owned(),
        _ => return None,
    })
}

fn times(ratio: f64) -> String {
    format!("{ratio:.1}\u{a0}times as much")
}

fn compared(ratio: f64) -> String {
    match ratio - 1.0 {
        change if change.abs() < 0.005 => "the same".to_owned(),
        change if change < 0.0 => format!("{} less", per_cent(-change)),
        change => format!("{} more", per_cent(change)),
    }
}

fn share_of(ratio: f64) -> String {
    if ratio >= TIMES_FROM { format!("{ratio:.1}\u{a0}times") } else { format!("{} of", per_cent(ratio)) }
}

fn against_habit(rho: f64) -> String {
    match rho - 1.0 {
        change if change.abs() < 0.005 => "just as usual".to_owned(),
        change if change < 0.0 => format!("{} below", per_cent(-change)),
        change => format!("{} above", per_cent(change)),
    }
}
