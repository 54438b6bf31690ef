//! Wie viel, wie weit, wie schnell, mit welchen Pausen.

use super::{from, number};
use crate::words::numbers::{decimal, per_cent};
use crate::words::{Voice, outings};
use kneewise_types::reason::Fact;
use kneewise_types::{Date, Surface};

/// From this ratio on "times as long" reads better than a percentage.
const TIMES_FROM: f64 = 2.0;

pub fn say(fact: &Fact, voice: &Voice) -> Option<String> {
    progression(fact, voice).or_else(|| rhythm(fact, voice)).or_else(|| habit(fact))
}

fn progression(fact: &Fact, voice: &Voice) -> Option<String> {
    let (day, span, distance) =
        (|date: Date| voice.day(date), |a: Date, b: Date| from(voice, a, b), |m: f64| voice.distance(m));
    Some(match fact {
        Fact::LongRun { date, distance_m, best_30_days_m, best_date, ratio } => format!(
            "{} am {}, {} ({} am {}). Die meisten solchen Läufe gehen gut aus.",
            distance(*distance_m),
            day(*date),
            beyond(*ratio),
            distance(*best_30_days_m),
            day(*best_date)
        ),
        Fact::NoLongRun { from: a, to, largest_ratio, largest_date } if *largest_ratio > 1.0 => format!(
            "Kein Lauf {} ging weit über den längsten der 30 Tage davor hinaus; der größte Schritt waren {}, am {}.",
            span(*a, *to),
            per_cent(largest_ratio - 1.0),
            day(*largest_date)
        ),
        Fact::NoLongRun { from: a, to, .. } => {
            format!("Kein Lauf {} war länger als der längste der 30 Tage davor.", span(*a, *to))
        }
        Fact::WeekRise { from: a, to, distance_m, before_m, ratio } => format!(
            "{} {}, {} {} der sieben Tage davor.",
            distance(*distance_m),
            span(*a, *to),
            more_than(*ratio),
            distance(*before_m)
        ),
        Fact::NoWeekRise { from: a, to, largest_ratio } if *largest_ratio > 1.0 => format!(
            "Der größte Anstieg von Woche zu Woche {} waren {}.",
            span(*a, *to),
            per_cent(largest_ratio - 1.0)
        ),
        Fact::NoWeekRise { from: a, to, .. } => {
            format!("Keine Woche {} lag über der davor.", span(*a, *to))
        }
        Fact::NotNovice { running_since } => format!(
            "Du läufst seit {}; die Regel gilt für das erste Jahr.",
            month_year(*running_since, voice)
        ),
        Fact::NewSpeed { from: a, to, hard_min, highest_before_min } => format!(
            "{hard_min:.0}\u{a0}Minuten schnelles Laufen {}; davor waren es in einer Woche höchstens \
             {highest_before_min:.0}\u{a0}Minuten.",
            span(*a, *to)
        ),
        Fact::NewDescent { from: a, to, descent_m, highest_before_m } => format!(
            "{} bergab {}; davor waren es in einer Woche höchstens {}.",
            voice.height(*descent_m),
            span(*a, *to),
            voice.height(*highest_before_m)
        ),
        Fact::NoNewTerrainOrSpeed { from: a, to } => {
            format!("Schnelles Laufen und Bergabläufe blieben {} im üblichen Rahmen.", span(*a, *to))
        }
        _ => return None,
    })
}

fn rhythm(fact: &Fact, voice: &Voice) -> Option<String> {
    let distance = |m: f64| voice.distance(m);
    Some(match fact {
        Fact::RapidReturn { break_from, break_to, break_days, week_m, old_week_m } => format!(
            "Nach {break_days}\u{a0}Tagen Pause ({}) waren es bald {} in einer Woche; vor der Pause waren {} üblich.",
            voice.span(*break_from, *break_to),
            distance(*week_m),
            distance(*old_week_m)
        ),
        Fact::GentleReturn { break_from, break_to, break_days, week_m, old_week_m } => format!(
            "Nach {break_days}\u{a0}Tagen Pause ({}) kamst du sanft zurück: höchstens {} in einer Woche, davor {}.",
            voice.span(*break_from, *break_to),
            distance(*week_m),
            distance(*old_week_m)
        ),
        Fact::NoBreak { from: a, to, longest_days } => format!(
            "Keine Pause von 14\u{a0}Tagen {}; die längste dauerte {}.",
            from(voice, *a, *to),
            number(*longest_days, "Tag", "Tage")
        ),
        Fact::HardDaysClose { pairs } => {
            let listed: Vec<_> = pairs.iter().map(|(a, b)| pair(*a, *b, voice)).collect();
            format!("Harte Einheiten weniger als 48\u{a0}Stunden auseinander: {}.", listed.join("; "))
        }
        Fact::HardDaysApart { from: a, to, hard_days: 0, .. } => {
            format!("Kein harter Tag {}.", from(voice, *a, *to))
        }
        Fact::HardDaysApart { from: a, to, hard_days, close_pairs: 0 } => format!(
            "{} {}, keiner weniger als 48\u{a0}Stunden nach einem anderen.",
            number(*hard_days, "harter Tag", "harte Tage"),
            from(voice, *a, *to)
        ),
        Fact::HardDaysApart { from: a, to, hard_days, close_pairs } => format!(
            "{} {}, davon {} weniger als 48\u{a0}Stunden auseinander.",
            number(*hard_days, "harter Tag", "harte Tage"),
            from(voice, *a, *to),
            number(*close_pairs, "Paar", "Paare")
        ),
        _ => return None,
    })
}

fn habit(fact: &Fact) -> Option<String> {
    Some(match fact {
        Fact::SurfaceChange { surface, share, share_before } => format!(
            "In den letzten drei Wochen waren {} des Wegs {}, davor {}.",
            per_cent(*share),
            ground(*surface),
            per_cent(*share_before)
        ),
        Fact::SameSurface { surface, share } => {
            format!("Der Untergrund blieb gleich: {} des Wegs {}.", per_cent(*share), ground(*surface))
        }
        Fact::SteadyLoad { weeks, coefficient_of_variation, .. } => format!(
            "{weeks} gleichmäßige Wochen: Die Strecke schwankte um {} von Woche zu Woche, und kein Lauf ging weit über die \
             anderen hinaus.",
            per_cent(*coefficient_of_variation)
        ),
        Fact::UnsteadyLoad { weeks, coefficient_of_variation, .. } => format!(
            "Die Strecke je Woche schwankte um {} über {weeks}\u{a0}Wochen.",
            per_cent(*coefficient_of_variation)
        ),
        _ => return None,
    })
}

pub fn clue(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::LongRun { date, .. } => format!("ein langer Lauf am {}", voice.day(*date)),
        Fact::WeekRise { from, to, .. } => format!("eine steile Woche, {}", voice.span(*from, *to)),
        Fact::NewSpeed { from, to, .. } => {
            format!("mehr schnelles Laufen als zuvor, {}", voice.span(*from, *to))
        }
        Fact::NewDescent { from, to, .. } => format!("mehr bergab als zuvor, {}", voice.span(*from, *to)),
        Fact::RapidReturn { break_days, .. } => {
            format!("eine rasche Rückkehr nach {break_days}\u{a0}Tagen Pause")
        }
        Fact::HardDaysClose { .. } => "harte Tage dicht beieinander".to_owned(),
        Fact::SurfaceChange { surface, .. } => format!("neuer Untergrund: {}", outings::surface(*surface)),
        _ => return None,
    })
}

fn beyond(ratio: f64) -> String {
    if ratio > TIMES_FROM {
        format!("das {}-Fache des längsten Laufs der 30\u{a0}Tage davor", decimal(ratio, 1))
    } else {
        format!("{} länger als jeder Lauf der 30\u{a0}Tage davor", per_cent(ratio - 1.0))
    }
}

fn more_than(ratio: f64) -> String {
    if ratio > TIMES_FROM {
        format!("das {}-Fache der", decimal(ratio, 1))
    } else {
        format!("{} mehr als die", per_cent(ratio - 1.0))
    }
}

/// `8. und 9. September`.
fn pair(first: Date, second: Date, voice: &Voice) -> String {
    if first.month() == second.month() && first.year() == second.year() {
        format!("{}.\u{a0}und\u{a0}{}", first.day(), voice.day(second))
    } else {
        format!("{} und {}", voice.day(first), voice.day(second))
    }
}

fn month_year(date: Date, voice: &Voice) -> String {
    let named = voice.day(date.first_of_month());
    named.split_once('\u{a0}').map_or(named.clone(), |(_, month)| month.to_owned())
}

const fn ground(surface: Surface) -> &'static str {
    match surface {
        Surface::Road => "auf der Straße",
        Surface::Trail => "im Gelände",
        Surface::Track => "auf der Bahn",
        Surface::Treadmill => "auf dem Laufband",
        Surface::Mixed => "auf gemischtem Untergrund",
    }
}
