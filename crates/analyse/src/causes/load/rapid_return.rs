//! L5: a break of 14 days or more, then more than half of the old volume within two weeks.
//!
//! Formula: the break ended within 42 days before onset; old volume = mean week of the 56 days before it; any 7-day
//! sum in the first 14 days back counts. Units: m, local days. Source: S77 (restarting is a risk factor). Grade D.
//! Against it: a gentle return, or no break. Says nothing: the time before the break was not recorded.

use crate::calendar::{Window, add_days, real_days};
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use crate::load::Break;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::L5,
    part: Part::For(0.25),
    is_max: false,
    evidence: Evidence::new(Grade::D, "S77"),
    read,
};

const WINDOW_DAYS: i64 = 42;
const BREAK_DAYS: u32 = 14;
const OLD_DAYS: i64 = 56;
const RETURN_DAYS: i64 = 14;
const SHARE: f64 = 0.5;

fn read(case: &Case<'_>) -> Answer {
    let window = case.window(WINDOW_DAYS);
    let cover = case.activity_cover(window);
    let breaks = case.load.breaks(window.from, window.to, BREAK_DAYS);
    let judged: Vec<(Break, f64, f64)> =
        breaks.iter().filter_map(|pause| judge(case, *pause, window)).collect();
    let steepest = judged.iter().max_by(|a, b| (a.1 * b.2).total_cmp(&(b.1 * a.2)));
    match steepest {
        Some((pause, week_m, old_week_m)) if *week_m > SHARE * old_week_m => {
            Answer::present(Fact::RapidReturn {
                break_from: pause.from,
                break_to: pause.to,
                break_days: pause.days,
                week_m: *week_m,
                old_week_m: *old_week_m,
            })
        }
        Some((pause, week_m, old_week_m)) => Answer::absent(Fact::GentleReturn {
            break_from: pause.from,
            break_to: pause.to,
            break_days: pause.days,
            week_m: *week_m,
            old_week_m: *old_week_m,
        }),
        None if breaks.is_empty() && cover.is_enough() => {
            let shorter = case.load.breaks(window.from, window.to, 1);
            let longest_days = shorter.iter().map(|pause| pause.days).max().unwrap_or(0);
            Answer::absent(Fact::NoBreak { from: window.from, to: window.to, longest_days })
        }
        None => Answer::unknown(cover.fact()),
    }
}

/// The largest week of the return and the old week; `None` when the old volume was not recorded.
fn judge(case: &Case<'_>, pause: Break, window: Window) -> Option<(Break, f64, f64)> {
    let old = Window::ending(add_days(pause.from, -1), OLD_DAYS);
    if !case.activity_cover(old).is_enough() {
        return None;
    }
    let old_week_m = case.load.days.distance_m(old.from, old.to) * 7.0 / real_days(OLD_DAYS);
    let back = add_days(pause.to, 1);
    let last = window.to.min(add_days(back, RETURN_DAYS - 1));
    let sums = (0..RETURN_DAYS).map(|at| add_days(back, at)).filter(|end| *end <= last).map(|end| {
        let from = back.max(add_days(end, -6));
        case.load.days.distance_m(from, end)
    });
    let week_m = sums.fold(0.0, f64::max);
    (old_week_m > 0.0).then_some((pause, week_m, old_week_m))
}
