//! Sorting, compiled once for lists of every kind.
//!
//! What: stable orders of short lists: findings, days, runs, pairs.
//! Limits: a comparison goes through a pointer. The library's sort is a copy of its own for each kind of list and each
//!   comparison; forty of them were a third of this crate's machine code and of the time to build it. Columns of plain numbers,
//!   which are long, still use that.

use std::cmp::Ordering;

/// Sorts as `slice::sort_by` does.
pub(crate) fn sort_by<T>(list: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let places = places(list.len(), &mut |a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    put(places, &mut |a, b| list.swap(a, b));
}

/// Sorts as `slice::sort_by_key` does.
pub(crate) fn sort_by_key<T, K: Ord>(list: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

/// Sorts as `slice::sort` does.
pub(crate) fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, T::cmp);
}

/// Which of the list comes at each place.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    if places.is_sorted_by(|a, b| compare(*a, *b).is_le()) {
        return Vec::new();
    }
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Moves everything to its place, one swap each.
fn put(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for place in 0..places.len() {
        let mut from = places.get(place).copied().unwrap_or(place);
        // What belonged here was swapped away before: it is where its place took it from.
        while from < place {
            from = places.get(from).copied().unwrap_or(place);
        }
        if let Some(known) = places.get_mut(place) {
            *known = from;
        }
        if from != place {
            swap(place, from);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_the_library(list in proptest::collection::vec((0..9_u8, any::<u8>()), 0..60)) {
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_by_key(&mut ours, |pair| pair.0);
            theirs.sort_by_key(|pair| pair.0);
            prop_assert_eq!(&ours, &theirs);
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(&ours, &theirs);
            sort_by(&mut ours, |a, b| b.1.cmp(&a.1).then(a.cmp(b)));
            theirs.sort_by(|a, b| b.1.cmp(&a.1).then(a.cmp(b)));
            prop_assert_eq!(ours, theirs);
        }
    }
}
