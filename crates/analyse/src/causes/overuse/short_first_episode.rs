//! O8, against overuse: a first episode, short and settled.
//!
//! Formula: no earlier flare of that knee (nor an earlier episode in the profile), the flare lasted fewer than 7 days
//! and has ended, and pain was 0 on the last 3 entered days. Unit: days. Source: clinical text G.2, key `rule`.
//! Grade D. Says nothing: no flare is known.

use crate::calendar::{Window, count, count_days, days_between};
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::O8,
    part: Part::Against(0.6),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const SHORT_DAYS: i64 = 7;
const QUIET_ENTRIES: usize = 3;

fn read(case: &Case<'_>) -> Answer {
    let (Some(diary), Some(flare)) = (case.diary, case.flares.last()) else { return Answer::never("diary") };
    let pains = diary.pains(Window { from: flare.start, to: case.as_of });
    let last = pains.get(pains.len().saturating_sub(QUIET_ENTRIES)..).unwrap_or(&[]);
    let is_quiet = last.len() == QUIET_ENTRIES && last.iter().all(|(_, pain)| *pain == 0);
    let days = days_between(flare.start, flare.end.unwrap_or(case.as_of)) + 1;
    let of_profile = case.history.profile.previous_knee_injury.iter();
    let earlier = case.flares.len() - 1 + of_profile.filter(|episode| episode.side == flare.side).count();
    let days_long = count_days(days);
    if earlier == 0 && flare.end.is_some() && days < SHORT_DAYS && is_quiet {
        Answer::present(Fact::ShortFirstEpisode { start: flare.start, days: days_long })
    } else {
        Answer::absent(Fact::NotShortFirstEpisode { earlier: count(earlier), days: days_long })
    }
}
