//! When the usual level of pain changed.
//!
//! Formula: over weekly means y (at least 8, segments of at least 3) the split k with the least RSS of both sides;
//!   kept if `n ln(RSS0/n) - (n ln(RSSk/n) + 2 ln n) > 6` and the permutation p <= 0.05: blocks of two weeks from the
//!   start, all orders up to 7 blocks (p = share of orders with at least this score), else 199 shuffles
//!   (p = (1 + as high) / 200). Then the parts again. RSS is at least 1e-6 n.
//! Units: points of the pain scale, weeks. Source: load text F8 [choice], key `rule`. Grade D.
//! Limits: weeks without an entry are left out. Says nothing: fewer than 8 weeks.

use super::random::Random;
use crate::calendar::real;
use crate::order;

const LEAST_WEEKS: usize = 8;
const LEAST_SEGMENT: usize = 3;
const LEAST_SCORE: f64 = 6.0;
const LARGEST_P: f64 = 0.05;
const BLOCK_WEEKS: usize = 2;
const ALL_ORDERS_BLOCKS: usize = 7;
const SHUFFLES: u32 = 199;
/// Splits that score within so much of the best fit about as well.
const ABOUT_AS_WELL: f64 = 2.0;

/// One split of a series.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Split {
    /// Number of weeks before the change.
    pub at: usize,
    pub rss: f64,
    pub rss_whole: f64,
    pub score: f64,
    /// Largest distance to a split that fits about as well, weeks.
    pub give_or_take: usize,
    pub p: f64,
}

/// Sum of squares about the mean of a prefix difference, never below the floor.
struct Sums {
    sum: Vec<f64>,
    squares: Vec<f64>,
}

impl Sums {
    fn new(weeks: &[f64]) -> Self {
        let mut sums = Self { sum: vec![0.0], squares: vec![0.0] };
        let (mut sum, mut squares) = (0.0, 0.0);
        for week in weeks {
            sum += week;
            squares += week * week;
            sums.sum.push(sum);
            sums.squares.push(squares);
        }
        sums
    }

    fn rss(&self, from: usize, to: usize) -> f64 {
        let between = |sums: &[f64]| match (sums.get(from), sums.get(to)) {
            (Some(a), Some(b)) => b - a,
            _ => 0.0,
        };
        let sum = between(&self.sum);
        (between(&self.squares) - sum * sum / real((to - from).max(1))).max(0.0)
    }
}

/// Scores of all splits: (weeks before, RSS of both sides, score).
fn scores(weeks: &[f64]) -> (f64, Vec<(usize, f64, f64)>) {
    let (n, sums) = (weeks.len(), Sums::new(weeks));
    let floor = 1e-6 * real(n);
    let whole = sums.rss(0, n).max(floor);
    let fit = |rss: f64| real(n) * (rss.max(floor) / real(n)).ln();
    let scored = (LEAST_SEGMENT..=n.saturating_sub(LEAST_SEGMENT)).map(|k| {
        let rss = sums.rss(0, k) + sums.rss(k, n);
        (k, rss, fit(whole) - fit(rss) - 2.0 * real(n).ln())
    });
    (whole, scored.collect())
}

fn best_score(weeks: &[f64]) -> f64 {
    scores(weeks).1.iter().map(|(_, _, score)| *score).fold(f64::NEG_INFINITY, f64::max)
}

/// The best split of a series; `None` when it is too short.
pub(super) fn best_split(weeks: &[f64], random: &mut Random) -> Option<Split> {
    if weeks.len() < LEAST_WEEKS {
        return None;
    }
    let (rss_whole, scored) = scores(weeks);
    let (at, rss, score) = scored.iter().copied().max_by(|a, b| a.2.total_cmp(&b.2).then(b.0.cmp(&a.0)))?;
    let near = scored.iter().filter(|(_, _, other)| score - other <= ABOUT_AS_WELL);
    let give_or_take = near.map(|(k, _, _)| k.abs_diff(at)).max().unwrap_or(0);
    let p = if score > LEAST_SCORE { permutation_p(weeks, score, random) } else { 1.0 };
    Some(Split { at, rss, rss_whole, score, give_or_take, p })
}

/// Share of orders of two-week blocks whose best split scores at least as high.
fn permutation_p(weeks: &[f64], score: f64, random: &mut Random) -> f64 {
    let mut blocks: Vec<&[f64]> = weeks.chunks(BLOCK_WEEKS).collect();
    let is_as_high = |blocks: &[&[f64]]| best_score(&blocks.concat()) >= score - 1e-9;
    if blocks.len() <= ALL_ORDERS_BLOCKS {
        let (mut all, mut high) = (0_u32, 0_u32);
        for_all_orders(&mut blocks, 0, &mut |blocks| {
            all += 1;
            high += u32::from(is_as_high(blocks));
        });
        return f64::from(high) / f64::from(all.max(1));
    }
    let mut high = 1_u32;
    for _ in 0..SHUFFLES {
        random.shuffle(&mut blocks);
        high += u32::from(is_as_high(&blocks));
    }
    f64::from(high) / f64::from(SHUFFLES + 1)
}

fn for_all_orders<T>(items: &mut [T], placed: usize, see: &mut impl FnMut(&[T])) {
    if placed + 1 >= items.len() {
        see(items);
        return;
    }
    for next in placed..items.len() {
        items.swap(placed, next);
        for_all_orders(items, placed + 1, see);
        items.swap(placed, next);
    }
}

/// Every accepted split of a series and of its parts, in order; `at` counts from the start of the whole.
pub(super) fn splits(weeks: &[f64]) -> Vec<Split> {
    let mut found = Vec::new();
    split_part(weeks, 0, &mut Random::new(8), &mut found);
    order::sort_by_key(&mut found, |split| split.at);
    found
}

fn split_part(weeks: &[f64], from: usize, random: &mut Random, found: &mut Vec<Split>) {
    let Some(split) = best_split(weeks, random) else { return };
    if split.score <= LEAST_SCORE || split.p > LARGEST_P {
        return;
    }
    let (before, after) = weeks.split_at(split.at);
    let at = from + split.at;
    found.push(Split { at, ..split });
    split_part(before, from, random, found);
    split_part(after, at, random, found);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::number::agrees;

    #[test]
    fn worked_example_of_f8() {
        let weeks = [1.0, 1.0, 2.0, 1.0, 1.0, 4.0, 5.0, 4.0, 4.0, 5.0];
        let split = best_split(&weeks, &mut Random::new(8)).unwrap();
        assert_eq!(split.at, 5);
        assert!(agrees(split.rss_whole, 27.6, 0.1) && agrees(split.rss, 2.0, 0.1));
        assert!(agrees(split.score, 21.6415, 1e-4), "{split:?}");
        assert!(agrees(10.0 * (split.rss_whole / 10.0).ln(), 10.1523, 1e-4));
        assert!((split.p - 4.0 / 120.0).abs() < 1e-12, "{split:?}");
        assert_eq!(splits(&weeks).len(), 1);
    }

    #[test]
    fn an_even_series_has_no_change() {
        assert!(splits(&[1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0]).is_empty());
        assert!(splits(&[0.0; 40]).is_empty());
        assert!(splits(&[0.0, 0.0, 0.0, 5.0, 5.0, 5.0, 5.0]).is_empty(), "seven weeks are too few");
    }

    #[test]
    fn two_changes_are_both_found() {
        let mut weeks = vec![0.0, 0.3, 0.1, 0.2, 0.0, 0.1, 0.3, 0.2, 0.1, 0.0, 0.2, 0.1];
        weeks.extend([3.0, 3.2, 2.9, 3.1, 3.0, 3.3, 2.8, 3.1, 3.0, 3.2, 2.9, 3.0]);
        weeks.extend([1.0, 1.1, 0.9, 1.2, 1.0, 0.8, 1.1, 1.0, 0.9, 1.1, 1.0, 1.2]);
        let found: Vec<usize> = splits(&weeks).iter().map(|split| split.at).collect();
        assert_eq!(found, [12, 24]);
    }
}
