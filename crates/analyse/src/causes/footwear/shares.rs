//! Which part of the distance was run in shoes of a kind, and how much of it is known.

use crate::causes::answer::Cover;
use crate::causes::case::Case;
use kneewise_types::Shoe;

/// Shares are read over this many days before onset.
const WINDOW_DAYS: i64 = 56;

/// Share of the whole distance, and how much of the distance could be told.
#[derive(Debug, Clone, Copy)]
pub(super) struct KindShare {
    pub share: f64,
    pub cover: Cover,
}

/// The share of shoes for which `is_kind` says yes; it says `None` where the shoe is not described.
pub(super) fn kind_share(
    case: &Case<'_>,
    what: &'static str,
    is_kind: impl Fn(&Shoe) -> Option<bool>,
) -> KindShare {
    let shares = case.rack.shares(case.window(WINDOW_DAYS));
    let (mut of_kind_m, mut told_m) = (0.0, 0.0);
    for (pair, metres) in case.rack.pairs.iter().zip(&shares.by_pair_m) {
        match pair.shoe.and_then(&is_kind) {
            Some(true) => {
                of_kind_m += metres;
                told_m += metres;
            }
            Some(false) => told_m += metres,
            None => {}
        }
    }
    let share = if shares.total_m > 0.0 { of_kind_m / shares.total_m } else { 0.0 };
    // Without any distance nothing is covered.
    let whole = if shares.total_m > 0.0 { shares.total_m / 1000.0 } else { 1.0 };
    KindShare { share, cover: Cover { what, have: told_m / 1000.0, whole, unit: "km" } }
}
