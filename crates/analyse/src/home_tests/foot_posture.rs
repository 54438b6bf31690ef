//! Foot posture: the sum of the six items of FPI-6 and its class.
//!
//! Formula: sum of six items of -2 to 2; 10 and more highly pronated, 6 to 9 pronated, 0 to 5 neutral, -1 to -4 supinated,
//!   -5 and less highly supinated. Units: points, -12 to 12. Source: clinical text D.1 (`S87`, classes from memory). Grade D.
//! Limits: foot posture alone says little about a knee. Says nothing: fewer than six items.

use serde::Serialize;

/// Items of the index.
pub const ITEMS: usize = 6;
/// Points of one item at most, in either direction.
pub const MOST: i8 = 2;

/// How a foot stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FootPosture {
    HighlySupinated,
    Supinated,
    Neutral,
    Pronated,
    HighlyPronated,
}

/// The sum of the items; `None` when there are not six, or one is out of range.
#[must_use]
pub fn sum(items: &[i8]) -> Option<i8> {
    let is_whole = items.len() == ITEMS && items.iter().all(|item| (-MOST..=MOST).contains(item));
    is_whole.then(|| items.iter().sum())
}

/// The class of a sum.
#[must_use]
pub const fn class(sum: i8) -> FootPosture {
    match sum {
        10.. => FootPosture::HighlyPronated,
        6..=9 => FootPosture::Pronated,
        0..=5 => FootPosture::Neutral,
        -4..=-1 => FootPosture::Supinated,
        _ => FootPosture::HighlySupinated,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d1_7_and_d1_8() {
        let pronated = sum(&[1, 1, 2, 1, 1, 1]).unwrap();
        assert_eq!((pronated, class(pronated)), (7, FootPosture::Pronated));
        let neutral = sum(&[0, 1, 1, 0, 1, 0]).unwrap();
        assert_eq!((neutral, class(neutral)), (3, FootPosture::Neutral));
        assert_eq!(sum(&[1, 1, 1]), None);
        assert_eq!(sum(&[3, 0, 0, 0, 0, 0]), None);
    }

    #[test]
    fn every_class_has_its_ends() {
        let classes: Vec<FootPosture> = [-5, -4, -1, 0, 5, 6, 9, 10].map(class).to_vec();
        use FootPosture::{HighlyPronated, HighlySupinated, Neutral, Pronated, Supinated};
        assert_eq!(
            classes,
            [HighlySupinated, Supinated, Supinated, Neutral, Neutral, Pronated, Pronated, HighlyPronated]
        );
    }
}
