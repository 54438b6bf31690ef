//! Whole columns at once: the same as one record after another, without a look at what a device never records.

use super::{Columns, Kept, Source, time};
use crate::fit::quantity::{Quantity, Verdict};
use kneewise_types::Column;

/// One quantity over all records, in our unit.
type Readings = Option<Vec<Option<f64>>>;

impl Columns {
    /// Fills columns that hold nothing yet with what `read` says of each quantity, `None` where it was never recorded.
    /// False when the first record has no time.
    pub fn fill(&mut self, read: impl Fn(Quantity) -> Readings) -> bool {
        let mut last = None;
        for reading in read(Quantity::Time).unwrap_or_default() {
            last = reading.and_then(time).or(last);
            let Some(timestamp) = last else { return false };
            self.timestamp.push(timestamp);
        }
        self.last_timestamp = last;
        let mut whole = Whole { read, out_of_range: Vec::new() };
        self.keep(&mut whole);
        // As they would be met from record to record.
        whole.out_of_range.sort_by_key(|(first, ..)| *first);
        self.out_of_range = whole.out_of_range.into_iter().map(|(_, what, count)| (what, count)).collect();
        !self.timestamp.is_empty()
    }
}

/// All records of a part.
struct Whole<R> {
    read: R,
    /// Values that were left out: where the first one was, of what, how many.
    out_of_range: Vec<(usize, &'static str, u32)>,
}

impl<R: Fn(Quantity) -> Readings> Source for Whole<R> {
    type Readings = Readings;

    fn read(&self, quantity: Quantity) -> Readings {
        (self.read)(quantity)
    }

    fn both(
        &self,
        (first, second): (Quantity, Quantity),
        of: impl Fn(Option<f64>, Option<f64>) -> (Option<f64>, Option<f64>),
    ) -> (Readings, Readings) {
        let Some(mut firsts) = self.read(first) else { return (None, None) };
        let mut seconds = self.read(second).unwrap_or_else(|| vec![None; firsts.len()]);
        for (first, second) in firsts.iter_mut().zip(&mut seconds) {
            (*first, *second) = of(*first, *second);
        }
        (Some(firsts), Some(seconds))
    }

    /// The column stays empty when there is nothing to keep.
    fn keep<T: Kept>(&mut self, quantity: Quantity, readings: Readings, column: &mut Column<T>) {
        let Some(mut readings) = readings else { return };
        self.check(quantity, &mut readings);
        let mut kept = Column::with_capacity(readings.len());
        readings.into_iter().for_each(|reading| kept.push(reading.map(T::of)));
        if !kept.is_all_missing() {
            *column = kept;
        }
    }
}

impl<R> Whole<R> {
    /// Leaves out what the quantity cannot be.
    fn check(&mut self, quantity: Quantity, readings: &mut [Option<f64>]) {
        let Some(bounds) = quantity.bounds() else { return };
        let (mut first, mut count) = (None, 0_u32);
        for (at, reading) in readings.iter_mut().enumerate() {
            let Some(verdict) = reading.map(|reading| bounds.verdict(reading)) else { continue };
            if verdict == Verdict::OutOfRange {
                first = first.or(Some(at));
                count = count.saturating_add(1);
            }
            if verdict != Verdict::Kept {
                *reading = None;
            }
        }
        self.out_of_range.extend(first.map(|first| (first, bounds.what, count)));
    }
}
