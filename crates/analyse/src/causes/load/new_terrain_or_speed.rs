//! L4: new speed, hills, downhill or stairs in the 6 weeks before onset.
//!
//! Formula: in 42 days a week with time above threshold (at least 10 min) or descent (at least 100 m) at least twice
//! the highest week of the 56 days before them. Units: s, m, local days. Source: S46 (common history). Grade D.
//! Limits: needs a threshold and a trusted height. Of L4 and L11 only the larger counts.
//! Against it: both stayed within what was usual.
//! Says nothing: fewer than 80 % of the weeks could be told, in the window or before it.

use crate::calendar::{Window, add_days, real};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Date, Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::L4,
    part: Part::For(0.25),
    is_max: true,
    evidence: Evidence::new(Grade::D, "S46"),
    read,
};

const WINDOW_DAYS: i64 = 42;
const BEFORE_DAYS: i64 = 56;
const LEAST_HARD_S: f64 = 600.0;
const LEAST_DESCENT_M: f64 = 100.0;
const TIMES: f64 = 2.0;

enum Outcome {
    New { week: Window, value: f64, highest_before: f64 },
    Usual,
    Unknown(Cover),
}

fn read(case: &Case<'_>) -> Answer {
    let window = case.window(WINDOW_DAYS);
    let days = &case.load.days;
    let hard = outcome(case, "time_above_threshold", LEAST_HARD_S, |from, to| days.hard_s(from, to));
    let descent = outcome(case, "descent", LEAST_DESCENT_M, |from, to| days.descent_m(from, to));
    match (hard, descent) {
        (Outcome::New { week, value, highest_before }, _) => Answer::present(Fact::NewSpeed {
            from: week.from,
            to: week.to,
            hard_min: value / 60.0,
            highest_before_min: highest_before / 60.0,
        }),
        (_, Outcome::New { week, value, highest_before }) => Answer::present(Fact::NewDescent {
            from: week.from,
            to: week.to,
            descent_m: value,
            highest_before_m: highest_before,
        }),
        (Outcome::Usual, Outcome::Usual) => {
            Answer::absent(Fact::NoNewTerrainOrSpeed { from: window.from, to: window.to })
        }
        (Outcome::Unknown(cover), _) | (_, Outcome::Unknown(cover)) => Answer::unknown(cover.fact()),
    }
}

fn outcome(
    case: &Case<'_>,
    what: &'static str,
    least: f64,
    week_sum: impl Fn(Date, Date) -> Option<f64>,
) -> Outcome {
    let window = case.window(WINDOW_DAYS);
    let before = Window::ending(add_days(window.from, -1), BEFORE_DAYS);
    let told = |span: Window| -> (Vec<(Window, f64)>, Cover) {
        let recorded = case.activity_cover(span).is_enough();
        let weeks: Vec<Window> =
            (6..span.days()).map(|at| Window::ending(add_days(span.from, at), 7)).collect();
        let values: Vec<(Window, f64)> = weeks
            .iter()
            .filter(|_| recorded)
            .filter_map(|week| Some((*week, week_sum(week.from, week.to)?)))
            .collect();
        let cover = Cover { what, have: real(values.len()), whole: real(weeks.len()), unit: "weeks" };
        (values, cover)
    };
    let (usual, usual_cover) = told(before);
    if !usual_cover.is_enough() {
        return Outcome::Unknown(usual_cover);
    }
    let highest_before = usual.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    let (weeks, cover) = told(window);
    let highest = weeks.into_iter().max_by(|a, b| a.1.total_cmp(&b.1));
    match highest {
        Some((week, value)) if value >= least && value >= TIMES * highest_before => {
            Outcome::New { week, value, highest_before }
        }
        _ if cover.is_enough() => Outcome::Usual,
        _ => Outcome::Unknown(cover),
    }
}
