//! Takes packed samples off the front of some bytes; nothing it is given makes it panic or reserve more than the limit.

use super::{ALL_MISSING, COMPLETE, GAPS, LIMIT, NEVER};
use kneewise_types::Column;

pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    pub(super) const fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    pub(super) fn word(&mut self) -> Option<u32> {
        self.take(4)?.first_chunk().copied().map(u32::from_le_bytes)
    }

    /// A length of at most four groups of seven bits.
    pub(super) fn length(&mut self) -> Option<usize> {
        let mut length = 0_usize;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            length |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(length);
            }
        }
        None
    }

    /// A column of `n` samples whose values `values` takes.
    pub(super) fn column<T: Copy + Default>(
        &mut self,
        n: usize,
        values: impl Fn(&mut Self, usize) -> Option<Vec<T>>,
    ) -> Option<Column<T>> {
        match self.byte()? {
            NEVER => Some(Column::default()),
            COMPLETE => values(self, n).map(Column::all_present),
            ALL_MISSING if n <= LIMIT => Some(Column::all_missing(n)),
            GAPS => {
                let bits = self.take(n.div_ceil(8))?;
                let is_present = |at: usize| bits.get(at / 8).is_some_and(|byte| byte & (1 << (at % 8)) != 0);
                let present = (0..n).filter(|at| is_present(*at)).count();
                let mut values = values(self, present)?.into_iter();
                Some((0..n).map(|at| if is_present(at) { values.next() } else { None }).collect())
            }
            _ => None,
        }
    }
}
