//! Bytes in memory for the decoder, which asks for one field at a time: one, two or four bytes, copied in place.

use embedded_io::{ErrorType, Read, ReadExactError};
use std::convert::Infallible;

/// What the decoder has not read yet.
pub(super) struct Bytes<'a>(pub &'a [u8]);

impl Bytes<'_> {
    /// Moves `N` bytes, if that is how many are asked for and there are so many.
    #[inline]
    fn fixed<const N: usize>(&mut self, buffer: &mut [u8]) -> Option<()> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        *<&mut [u8; N]>::try_from(buffer).ok()? = *taken;
        self.0 = rest;
        Some(())
    }
}

impl ErrorType for Bytes<'_> {
    type Error = Infallible;
}

impl Read for Bytes<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Infallible> {
        self.0.read(buffer)
    }

    #[inline]
    fn read_exact(&mut self, buffer: &mut [u8]) -> Result<(), ReadExactError<Infallible>> {
        let done = match buffer.len() {
            1 => self.fixed::<1>(buffer),
            2 => self.fixed::<2>(buffer),
            4 => self.fixed::<4>(buffer),
            _ => None,
        };
        done.map_or_else(|| self.0.read_exact(buffer), Ok)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_is_read_and_none_beyond_the_end() {
        for length in 0..10 {
            let source: Vec<u8> = (0..9).collect();
            let mut bytes = Bytes(&source);
            let mut buffer = vec![0xFF; length];
            let is_enough = length <= source.len();
            assert_eq!(bytes.read_exact(&mut buffer).is_ok(), is_enough, "{length}");
            if is_enough {
                assert_eq!(buffer, source[..length]);
                assert_eq!(bytes.0, &source[length..]);
            } else {
                assert_eq!(bytes.0, source, "nothing is lost when there is too little");
            }
        }
    }
}
