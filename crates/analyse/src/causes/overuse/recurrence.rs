//! O1: the same knee hurt in the last 12 months.
//!
//! Formula: an episode of the profile that ended within 365 days before onset, or a flare of that knee that ended 28 to
//! 365 days before onset. Unit: days. Source: S60 (HR 1.722, AF 0.42, q 0.7). Grade C.
//! Against it: a diary without such a flare. Says nothing: fewer than 80 % of those days have an entry.

use crate::calendar::{Window, add_days, count_days, days_between, real, real_days};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use kneewise_types::Date;
use kneewise_types::Side;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::O1,
    part: Part::For(0.29),
    is_max: false,
    evidence: Evidence::new(Grade::C, "S60"),
    read,
};

const GAP_DAYS: i64 = 28;
const YEAR_DAYS: i64 = 365;

fn read(case: &Case<'_>) -> Answer {
    let Some(side) = case.side else { return Answer::never("diary") };
    let window = Window { from: add_days(case.onset, -YEAR_DAYS), to: add_days(case.onset, -GAP_DAYS) };
    let of_diary = case.flares.iter().filter_map(|flare| flare.end).filter(|end| window.contains(*end)).max();
    let of_profile = profile_end(case, side);
    if let Some(ended) = of_diary.max(of_profile) {
        return Answer::present(Fact::EarlierEpisode {
            side,
            ended,
            days_before: count_days(days_between(ended, case.onset)),
            is_from_profile: of_profile >= of_diary,
        });
    }
    let entered = case.diary.map_or(0, |diary| diary.pains(window).len());
    let cover = Cover { what: "diary", have: real(entered), whole: real_days(window.days()), unit: "days" };
    let days_known = crate::calendar::count(entered);
    Answer::within(false, Fact::NoEarlierEpisode { side, days_known }, cover)
}

/// The latest end of an episode of the profile; an episode without an end is taken by its start.
fn profile_end(case: &Case<'_>, side: Side) -> Option<Date> {
    let year = Window { from: add_days(case.onset, -YEAR_DAYS), to: add_days(case.onset, -1) };
    let episodes = case.history.profile.previous_knee_injury.iter().filter(|episode| episode.side == side);
    episodes.filter_map(|episode| episode.to.or(episode.from)).filter(|ended| year.contains(*ended)).max()
}
