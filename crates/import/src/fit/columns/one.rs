//! One record after another, as the decoder hands them on.

use super::{Columns, Kept, Source, time};
use crate::fit::developer::DeveloperFields;
use crate::fit::number::number;
use crate::fit::quantity::{QUANTITIES, Quantity, Verdict, native};
use kneewise_types::Column;
use rustyfit::proto::{Message, Value};

/// The field of speed and distance in three bytes.
const COMPRESSED: u8 = 8;

/// One record while its fields are read: a reading a quantity, in the order of [`Quantity`].
#[derive(Default)]
struct Row([Option<f64>; QUANTITIES]);

impl Columns {
    /// Appends one record. Without any time, known before or given, it cannot be placed and is left out.
    pub fn push(&mut self, message: &Message, developer: &mut DeveloperFields) {
        let mut row = Row::default();
        for field in &message.fields {
            if field.num == COMPRESSED {
                self.compressed(&field.value, &mut row);
            } else if let Some(raw) = number(&field.value, field.base_type) {
                row.take(field.num, raw);
            }
        }
        if !developer.is_empty() {
            let values = message.developer_fields.iter().filter_map(|field| developer.value(field));
            values.for_each(|(quantity, value)| row.fill(quantity, value));
        }
        let Some(timestamp) = row.get(Quantity::Time).and_then(time).or(self.last_timestamp) else {
            self.untimed = self.untimed.saturating_add(1);
            return;
        };
        self.last_timestamp = Some(timestamp);
        self.timestamp.push(timestamp);
        let before = self.timestamp.len().saturating_sub(1);
        let mut one = One { row: &row, before, out_of_range: std::mem::take(&mut self.out_of_range) };
        self.keep(&mut one);
        self.out_of_range = one.out_of_range;
    }

    /// Speed and distance in three bytes: 12 bits of 1/100 m/s, 12 bits of a rolling 1/16 m counter.
    fn compressed(&mut self, value: &Value, row: &mut Row) {
        let Value::ArrayUint8(bytes) = value else { return };
        let [low, middle, high] = **bytes else { return };
        if [low, middle, high] == [u8::MAX; 3] {
            return;
        }
        let speed = f64::from(u32::from(low) | u32::from(middle & 0x0F) << 8) / 100.0;
        row.set(Quantity::Speed, Some(speed));
        let counter = u32::from(middle >> 4) | u32::from(high) << 4;
        let total = match self.compressed {
            None => u64::from(counter),
            Some((last, total)) => total + u64::from(counter.wrapping_sub(last) & 0x0FFF),
        };
        self.compressed = Some((counter, total));
        row.set(Quantity::Distance, u32::try_from(total).ok().map(|sixteenths| f64::from(sixteenths) / 16.0));
    }
}

impl Row {
    #[inline]
    fn get(&self, quantity: Quantity) -> Option<f64> {
        self.0.get(quantity as usize).copied().flatten()
    }

    #[inline]
    fn set(&mut self, quantity: Quantity, reading: Option<f64>) {
        if let Some(place) = self.0.get_mut(quantity as usize) {
            *place = reading;
        }
    }

    /// Takes one native field; an enhanced value wins over the short one.
    fn take(&mut self, field: u8, raw: f64) {
        let Some(native) = native(field) else { return };
        let Some(reading) = native.unit.of(raw) else { return };
        if native.is_short {
            self.fill(native.quantity, reading);
        } else {
            self.set(native.quantity, Some(reading));
        }
    }

    /// Fills a quantity that is still empty.
    fn fill(&mut self, quantity: Quantity, reading: f64) {
        self.set(quantity, self.get(quantity).or(Some(reading)));
    }
}

/// Appends one record to columns that stay empty until their first value: what a device never records costs nothing.
struct One<'a> {
    row: &'a Row,
    /// How many samples there were before.
    before: usize,
    out_of_range: Vec<(&'static str, u32)>,
}

impl Source for One<'_> {
    type Readings = Option<f64>;

    #[inline]
    fn read(&self, quantity: Quantity) -> Option<f64> {
        self.row.get(quantity)
    }

    #[inline]
    fn both(
        &self,
        (first, second): (Quantity, Quantity),
        of: impl Fn(Option<f64>, Option<f64>) -> (Option<f64>, Option<f64>),
    ) -> (Option<f64>, Option<f64>) {
        of(self.read(first), self.read(second))
    }

    #[inline]
    fn keep<T: Kept>(&mut self, quantity: Quantity, reading: Option<f64>, column: &mut Column<T>) {
        let kept = reading.filter(|reading| {
            let Some(bounds) = quantity.bounds() else { return true };
            let verdict = bounds.verdict(*reading);
            if verdict == Verdict::OutOfRange {
                self.count(bounds.what);
            }
            verdict == Verdict::Kept
        });
        if kept.is_none() && column.is_empty() {
            return;
        }
        if column.is_empty() && self.before > 0 {
            *column = Column::all_missing(self.before);
        }
        column.push(kept.map(T::of));
    }
}

impl One<'_> {
    #[cold]
    fn count(&mut self, what: &'static str) {
        match self.out_of_range.iter_mut().find(|(known, _)| *known == what) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => self.out_of_range.push((what, 1)),
        }
    }
}
