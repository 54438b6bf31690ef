//! O3: red lights in numbers, or mornings that get worse from week to week.
//!
//! Formula: at least 2 RED in the 14 days before onset, or mean `pain_morning` of the last 7 days more than 1 point above
//! the 7 before (clinical text A.3). Units: lights, points. Source: clinical text A.3, G.2, key `rule`. Grade D.
//! Against it: neither. Says nothing: fewer than 80 % of the days have an entry and nothing was seen.

use crate::calendar::{Window, count, real, real_days};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use crate::symptoms::morning_weeks::morning_weeks;
use kneewise_types::Date;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::O3,
    part: Part::For(0.20),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const WINDOW_DAYS: i64 = 14;
const REDS: usize = 2;

fn read(case: &Case<'_>) -> Answer {
    let (Some(diary), Some(lights)) = (case.diary, case.lights) else { return Answer::never("diary") };
    let window = case.window(WINDOW_DAYS);
    let dates: Vec<Date> = lights.reds.iter().copied().filter(|date| window.contains(*date)).collect();
    let red_lights = count(dates.len());
    if dates.len() >= REDS {
        return Answer::present(Fact::RedLights { from: window.from, to: window.to, dates });
    }
    let weeks = morning_weeks(diary, window.to);
    if let Some(weeks) = weeks.filter(|weeks| weeks.is_rising()) {
        let (this_week, last_week) = (weeks.this_week, weeks.last_week);
        return Answer::present(Fact::MorningPainRises { this_week, last_week });
    }
    let cover = cover(case, window);
    match weeks {
        Some(weeks) if cover.is_enough() => Answer::absent(Fact::PainSteady {
            red_lights,
            this_week: weeks.this_week,
            last_week: weeks.last_week,
        }),
        _ => Answer::unknown(cover.fact()),
    }
}

/// Mornings that were entered.
fn cover(case: &Case<'_>, window: Window) -> Cover {
    let entries = case.diary.map_or(&[][..], |diary| diary.within(window));
    let mornings = entries.iter().filter(|entry| entry.pain_morning.is_some()).count();
    Cover { what: "mornings", have: real(mornings), whole: real_days(window.days()), unit: "days" }
}
