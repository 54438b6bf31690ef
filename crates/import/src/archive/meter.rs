//! A reader that counts what comes out and stops when it is too much.

use super::Limits;
use std::io::{self, Read};

/// Bytes that may still be unpacked over the whole walk.
#[derive(Debug)]
pub(super) struct Budget {
    total: u64,
    left: u64,
}

/// A small archive may still unpack to this much.
const SMALLEST_TOTAL: u64 = 1 << 30;

impl Budget {
    /// The limit, or what the ratio allows for an archive of this length.
    pub(super) fn new(limits: &Limits, archive_bytes: u64) -> Self {
        let by_ratio = archive_bytes.saturating_mul(limits.ratio).max(SMALLEST_TOTAL);
        let total = by_ratio.min(limits.total_bytes);
        Self { total, left: total }
    }
}

/// Which bound was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Exceeded {
    #[error("the member unpacks to more than {limit} bytes")]
    Member { limit: u64 },
    #[error("the member unpacks to more than {limit} times its size")]
    Ratio { limit: u64 },
    #[error("the archive unpacks to more than {limit} bytes, the rest of it was left out")]
    Total { limit: u64 },
}

impl Exceeded {
    /// The bound behind an error of a metered reader, if that is what it was.
    pub(super) fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref::<Self>().copied()
    }

    pub(super) const fn is_total(self) -> bool {
        matches!(self, Self::Total { .. })
    }
}

/// Counts the bytes of one member.
#[derive(Debug)]
pub(super) struct Metered<'a, R> {
    inner: R,
    packed: u64,
    unpacked: u64,
    /// Bytes this member may come to.
    most: u64,
    limits: &'a Limits,
    budget: &'a mut Budget,
}

impl<'a, R: Read> Metered<'a, R> {
    pub(super) fn new(inner: R, packed: u64, limits: &'a Limits, budget: &'a mut Budget) -> Self {
        Self { inner, packed, unpacked: 0, most: limits.member_bytes, limits, budget }
    }

    /// Lets an inner archive be as long as those may be.
    pub(super) fn allow_inner(&mut self) {
        self.most = self.limits.inner_bytes;
    }

    fn check(&mut self, read: u64) -> Result<(), Exceeded> {
        self.unpacked += read;
        let limits = self.limits;
        self.budget.left =
            self.budget.left.checked_sub(read).ok_or(Exceeded::Total { limit: self.budget.total })?;
        if self.unpacked > self.most {
            return Err(Exceeded::Member { limit: self.most });
        }
        let most = self.packed.max(1).saturating_mul(limits.ratio);
        if self.unpacked > limits.ratio_from_bytes && self.unpacked > most {
            return Err(Exceeded::Ratio { limit: limits.ratio });
        }
        Ok(())
    }
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.check(u64::try_from(read).unwrap_or(u64::MAX)).map_err(io::Error::other)?;
        Ok(read)
    }
}
