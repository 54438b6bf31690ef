//! L12: the step rate fell below the runner's own habit at the same speed.
//!
//! What: longer steps at the same speed load the knee more (`lenhart2014`: 10 % fewer steps, about 18 % more at its peak).
//! Formula: lower cumulative sum of load text E2 alarms in the weeks after the baseline, and their median step rate is at
//! least 2 % below the habit [choice]. Units: ratio to the habit. Source: load text E2, key `rule`; `lenhart2014` for why.
//! Grade D. Limits: fatigue, new shoes and the pain itself change steps too. Of L12 and L13 only the larger counts.
//! Against it: the step rate kept to its habit. Says nothing: without a habit from 4 weeks of steady running before, or
//! without steady running after it.

use crate::calendar::{Window, add_days, count, real};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use crate::gait::{CadenceShift, cadence_alarm_of, gait_baseline, gait_weeks};
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::L12,
    part: Part::For(0.08),
    is_max: true,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const NOTABLE: f64 = 0.98;
const HABIT_WEEKS: f64 = 4.0;

fn read(case: &Case<'_>) -> Answer {
    let last = case.last_days(1).to;
    let runs = &case.history.gait;
    let lack = |have: f64| {
        let cover = Cover { what: "cadence", have, whole: HABIT_WEEKS / 0.8, unit: "weeks" };
        Answer::unknown(cover.fact())
    };
    let Some(baseline) = gait_baseline(runs, last, None) else { return lack(0.0) };
    let weeks = gait_weeks(runs, &baseline, last);
    let at = weeks.partition_point(|week| week.monday <= baseline.to);
    let (habit, after) = weeks.split_at_checked(at).unwrap_or((&[], &[]));
    let rhos: Vec<f64> = after.iter().map(|week| week.rho).collect();
    let known = real(habit.iter().filter(|week| add_days(week.monday, 6) >= baseline.from).count());
    let (Some(rho), Some(first)) = (crate::calendar::median(&rhos), after.first()) else {
        return lack(known);
    };
    if known < HABIT_WEEKS {
        return lack(known);
    }
    let window = Window { from: first.monday, to: last };
    match cadence_alarm_of(CadenceShift::Lower, &weeks, &baseline).filter(|_| rho <= NOTABLE) {
        Some(alarm) => Answer::present(Fact::CadenceDrop {
            from: window.from,
            to: window.to,
            rho,
            noticed: alarm.week,
            weeks: count(rhos.len()),
        }),
        None => Answer::absent(Fact::SteadyCadence {
            from: window.from,
            to: window.to,
            rho,
            weeks: count(rhos.len()),
        }),
    }
}
