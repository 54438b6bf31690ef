//! L7: a new surface for more than half of the distance.
//!
//! Formula: > 50 % of the km of the 21 days before onset on a surface that made < 20 % of the 56 days before them.
//! Units: share of distance. Source: clinical text G.2, key `rule`. Grade D. Limits: camber is not recorded.
//! Against it: the surfaces stayed what they were. Says nothing: the surface of 80 % of the distance is not known.

use crate::calendar::{Window, add_days};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade, Surface};

pub(crate) const ROW: Row = Row {
    id: CauseRow::L7,
    part: Part::For(0.08),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const WINDOW_DAYS: i64 = 21;
const BEFORE_DAYS: i64 = 56;
const MUCH: f64 = 0.50;
const RARE: f64 = 0.20;

fn read(case: &Case<'_>) -> Answer {
    let window = case.window(WINDOW_DAYS);
    let before = Window::ending(add_days(window.from, -1), BEFORE_DAYS);
    for span in [window, before] {
        let recorded = case.activity_cover(span);
        let known = known(case, span);
        if !recorded.is_enough() || !known.is_enough() || known.whole <= 0.0 {
            return Answer::unknown(if recorded.is_enough() { known.fact() } else { recorded.fact() });
        }
    }
    let shares = case.load.surface_shares(case.history, window.from, window.to);
    let Some((surface, of_known)) = shares.shares.first().copied() else {
        return Answer::never("surface");
    };
    let share = of_known * shares.known_m / shares.total_m;
    let share_before = share_of(case, before, surface);
    if share > MUCH && share_before < RARE {
        Answer::present(Fact::SurfaceChange { surface, share, share_before })
    } else {
        Answer::absent(Fact::SameSurface { surface, share })
    }
}

fn known(case: &Case<'_>, span: Window) -> Cover {
    let shares = case.load.surface_shares(case.history, span.from, span.to);
    Cover { what: "surface", have: shares.known_m / 1000.0, whole: shares.total_m / 1000.0, unit: "km" }
}

fn share_of(case: &Case<'_>, span: Window, surface: Surface) -> f64 {
    let shares = case.load.surface_shares(case.history, span.from, span.to);
    let found = shares.shares.iter().find(|(known, _)| *known == surface);
    found.map_or(0.0, |(_, share)| *share)
}
