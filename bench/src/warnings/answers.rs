//! What a healthy runner's diary would hold beside the simulated one: where pain began, swelling that is none, stairs.
//!
//! Simulated diaries have no such answers, so no sign that reads them could ever come up. These are plain choices, made
//! before anything was counted and without any trend: pain began anywhere from a fifth to nine tenths of the way; of days on
//! which signs are answered one in 200 says "slightly swollen"; stairs are answered one day in four and hurt on 2 % of days
//! without pain, 25 % with a pain of 1 or 2, 70 % with more.

use kneewise_simulate::Life;
use kneewise_types::symptom::FindingCode;
use kneewise_types::{Date, FindingAnswer, Metres, PainScore, Swelling, SymptomEntry};
use std::collections::BTreeMap;

const EARLIEST: f64 = 0.2;
const LATEST: f64 = 0.9;
const SWOLLEN: f64 = 1.0 / 200.0;
const ASKED: f64 = 0.25;

/// Adds the answers to a diary; the same life gives the same ones.
pub fn add(diary: &mut [SymptomEntry], life: &Life, seed: u64) {
    let mut draw = Draw(seed);
    let mut metres: BTreeMap<Date, f64> = BTreeMap::new();
    for outing in life.outings().iter().filter(|outing| outing.sport.is_running()) {
        if let Some(distance_m) = outing.distance_m {
            *metres.entry(outing.date).or_default() += distance_m;
        }
    }
    diary.sort_by_key(|entry| (entry.date, entry.side));
    for entry in diary {
        let [at, swollen, asked, stairs] = [draw.unit(), draw.unit(), draw.unit(), draw.unit()];
        let hurt = entry.pain_during_max.is_some_and(|pain| pain > PainScore::NONE);
        if let (true, Some(way_m)) = (hurt, metres.get(&entry.date)) {
            entry.pain_onset = Metres::new(way_m * (EARLIEST + (LATEST - EARLIEST) * at)).ok();
        }
        if entry.swelling == Some(Swelling::None) && swollen < SWOLLEN {
            entry.swelling = Some(Swelling::Slight);
        }
        if asked < ASKED {
            let share = match entry.day_pain().map_or(0, PainScore::points) {
                0 => 0.02,
                1 | 2 => 0.25,
                _ => 0.70,
            };
            entry.findings.retain(|answer| answer.code != FindingCode::PainStairsDown);
            entry
                .findings
                .push(FindingAnswer { code: FindingCode::PainStairsDown, is_present: stairs < share });
        }
    }
}

/// SplitMix64: numbers that outlive libraries.
struct Draw(u64);

impl Draw {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        // 32 of the bits are enough and exact.
        f64::from(u32::try_from((z ^ (z >> 31)) >> 32).unwrap_or(0)) / 4_294_967_296.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_fill_the_unit() {
        let mut draw = Draw(1);
        let all: Vec<f64> = (0..10_000).map(|_| draw.unit()).collect();
        assert!(all.iter().all(|value| (0.0..1.0).contains(value)));
        assert!((all.iter().sum::<f64>() / 10_000.0 - 0.5).abs() < 0.02);
    }
}
