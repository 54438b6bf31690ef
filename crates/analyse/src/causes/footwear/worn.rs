//! F6: a worn pair.
//!
//! Formula: a pair with at least 30 % of the km of the 28 days before onset and wear >= 1.0 (clinical text E.3).
//! Units: share, fraction of the expected life. Source: S67, S69, S77 (weak). Grade D. Limits: wear alone is a weak
//! explanation for knee pain. Against it: no pair in use is worn. Says nothing: pairs not named for 80 % of the km.

use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::F6,
    part: Part::For(0.10),
    is_max: false,
    evidence: Evidence::new(Grade::D, "S77"),
    read,
};

const WINDOW_DAYS: i64 = 28;
const IN_USE: f64 = 0.30;
const WORN: f64 = 1.0;

fn read(case: &Case<'_>) -> Answer {
    let window = case.window(WINDOW_DAYS);
    let shares = case.rack.shares(window);
    let in_use = (0..case.rack.pairs.len()).filter(|at| shares.share(*at) >= IN_USE);
    let worn = in_use.filter_map(|at| {
        let (distance_km, wear) = case.rack.wear(at, window.to, case.mass_kg())?;
        let name = case.rack.pairs.get(at)?.name.to_owned();
        Some((wear, Fact::ShoeWear { name, distance_m: distance_km * 1000.0, wear, share: shares.share(at) }))
    });
    let cover = Cover {
        what: "shoes",
        have: shares.named_m / 1000.0,
        whole: (shares.total_m / 1000.0).max(f64::MIN_POSITIVE),
        unit: "km",
    };
    match worn.max_by(|a, b| a.0.total_cmp(&b.0)) {
        Some((wear, fact)) => Answer::within(wear >= WORN, fact, cover),
        None => Answer::never("shoes"),
    }
}
