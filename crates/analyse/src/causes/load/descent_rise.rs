//! L11: much more downhill a week than before.
//!
//! What: metres of descent on runs, a week, against the runner's own usual week.
//! Formula: mean week of the 21 days before onset >= 1.5 x the mean week of the 56 days before them, and >= 100 m more.
//! Units: m, local days. Source: load text D4 (descent as an exposure of its own; direction `vanhooren2024`); the
//! thresholds are ours, key `rule`. Grade D. Limits: how much hills matter is uncertain. Of L4 and L11 only the larger
//! counts. Against it: downhill stayed near what was usual. Says nothing: fewer than 80 % of the weeks could be told.

use crate::calendar::{Window, add_days, mean, real};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use crate::order;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::L11,
    part: Part::For(0.08),
    is_max: true,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const WINDOW_DAYS: i64 = 21;
const BEFORE_DAYS: i64 = 56;
const TIMES: f64 = 1.5;
const LEAST_MORE_M: f64 = 100.0;

fn read(case: &Case<'_>) -> Answer {
    let window = case.last_days(WINDOW_DAYS);
    let before = Window::ending(add_days(window.from, -1), BEFORE_DAYS);
    let (Ok(week_m), Ok(usual_week_m)) = (mean_week_m(case, window), mean_week_m(case, before)) else {
        let lack = [window, before].into_iter().find_map(|span| mean_week_m(case, span).err());
        return lack.map_or_else(|| Answer::never("descent"), |cover| Answer::unknown(cover.fact()));
    };
    if week_m >= TIMES * usual_week_m && week_m - usual_week_m >= LEAST_MORE_M {
        let damage_share = damage_share(case, window);
        Answer::present(Fact::DescentRise {
            from: window.from,
            to: window.to,
            week_m,
            usual_week_m,
            damage_share,
        })
    } else {
        Answer::absent(Fact::NoDescentRise { from: window.from, to: window.to, week_m, usual_week_m })
    }
}

/// Mean of the weeks of a span that could be told, or how many could not.
fn mean_week_m(case: &Case<'_>, span: Window) -> Result<f64, Cover> {
    let recorded = case.activity_cover(span);
    if !recorded.is_enough() {
        return Err(recorded);
    }
    let weeks: Vec<Option<f64>> = (0..span.days() / 7)
        .map(|week| Window::ending(add_days(span.to, -7 * week), 7))
        .map(|week| case.load.days.descent_m(week.from, week.to))
        .collect();
    let told: Vec<f64> = weeks.iter().copied().flatten().collect();
    let cover = Cover { what: "descent", have: real(told.len()), whole: real(weeks.len()), unit: "weeks" };
    mean(&told).filter(|_| cover.is_enough()).ok_or(cover)
}

/// What descents made of the modelled damage of the window, where the grade is known for all of it.
fn damage_share(case: &Case<'_>, window: Window) -> Option<f64> {
    let mut knees: Vec<_> =
        case.history.knee.iter().filter(|knee| window.contains(knee.local_date)).collect();
    order::sort_by(&mut knees, |a, b| a.activity.cmp(&b.activity));
    let (mut downhill, mut whole) = (0.0, 0.0);
    for knee in knees {
        let damage = knee.dose.patellofemoral.damage_steps.m6;
        downhill += knee.descent_damage_share? * damage;
        whole += damage;
    }
    (whole > 0.0).then(|| downhill / whole)
}
