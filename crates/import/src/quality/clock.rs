//! Doubts about time: an hour without a sample that no pause explains, and instants written twice.
//!
//! Source: product rule (key `rule`), grade D. Units: s. Steps backwards are found while reading, since columns
//! never fall. Says nothing with fewer than two samples.

use super::seconds;
use kneewise_types::{Pause, Quality, Samples};

/// Devices that save room write at least this often, s.
const MAX_GAP_S: f64 = 3600.0;

/// A pause begins and ends within this time of the samples around it, s.
const SLACK_S: f64 = 60.0;

pub(super) fn jump(pauses: &[Pause], samples: &Samples) -> Option<Quality> {
    let (mut count, mut first, mut longest_s) = (0_u32, None, 0.0_f64);
    for pair in samples.time_ms.windows(2) {
        let &[from_ms, to_ms] = pair else { continue };
        let (from_s, to_s) = (seconds(from_ms), seconds(to_ms));
        if to_s - from_s <= MAX_GAP_S || is_paused(pauses, from_s, to_s) {
            continue;
        }
        count += 1;
        first = first.or(Some(from_s));
        longest_s = longest_s.max(to_s - from_s);
    }
    first.map(|first_s| Quality::TimeJump { count, first_s, longest_s })
}

fn is_paused(pauses: &[Pause], from_s: f64, to_s: f64) -> bool {
    pauses.iter().any(|pause| pause.from.as_s() <= from_s + SLACK_S && pause.to.as_s() >= to_s - SLACK_S)
}

pub(super) fn duplicates(samples: &Samples) -> Option<Quality> {
    let same = samples.time_ms.windows(2).filter(|pair| matches!(pair, [from, to] if from == to)).count();
    let count = u32::try_from(same).unwrap_or(u32::MAX);
    (count > 0).then_some(Quality::DuplicatedSamples { count })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_types::Seconds;

    fn at(times_s: &[u32]) -> Samples {
        Samples { time_ms: times_s.iter().map(|s| s * 1000).collect(), ..Samples::default() }
    }

    #[test]
    fn hours_without_a_sample_are_a_jump_unless_paused() {
        let samples = at(&[0, 1, 2, 7202, 7203]);
        let jumped = Quality::TimeJump { count: 1, first_s: 2.0, longest_s: 7200.0 };
        assert_eq!(jump(&[], &samples), Some(jumped));
        let lunch = Pause { from: Seconds::new(3.0).unwrap(), to: Seconds::new(7201.0).unwrap() };
        assert_eq!(jump(&[lunch], &samples), None);
        assert_eq!(jump(&[], &at(&[0, 1, 2])), None);
    }

    #[test]
    fn an_instant_written_three_times_is_two_too_many() {
        assert_eq!(duplicates(&at(&[0, 1, 1, 1, 2])), Some(Quality::DuplicatedSamples { count: 2 }));
        assert_eq!(duplicates(&at(&[0, 1, 2])), None);
    }
}
