//! Small structures as compact bytes.

use crate::error::StoreError;
use kneewise_types::{ActivityId, Date};
use kneewise_types::{SampleDigest, Timestamp};
use serde::{Serialize, de::DeserializeOwned};

/// A day as a number that reads and sorts as one: 20260301.
pub(crate) fn day_number(date: Date) -> i64 {
    i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
}

/// The day of a number made by [`day_number`].
pub(crate) fn day_of(number: i64) -> Option<Date> {
    let year = i16::try_from(number.div_euclid(10_000)).ok()?;
    let month = i8::try_from(number.rem_euclid(10_000) / 100).ok()?;
    let day = i8::try_from(number.rem_euclid(100)).ok()?;
    Date::new(year, month, day).ok()
}

/// An instant from its two columns.
pub(crate) fn instant_of(seconds: i64, nanoseconds: i64) -> Option<Timestamp> {
    Timestamp::new(seconds, i32::try_from(nanoseconds).ok()?).ok()
}

/// A list as bytes; nothing for an empty one.
pub(crate) fn pack_list<T: Serialize>(list: &[T]) -> Result<Option<Vec<u8>>, StoreError> {
    if list.is_empty() { Ok(None) } else { pack(list).map(Some) }
}

/// The list of [`pack_list`].
pub(crate) fn unpack_list<T: DeserializeOwned>(bytes: Option<Vec<u8>>) -> Option<Vec<T>> {
    bytes.map_or_else(|| Some(Vec::new()), |bytes| postcard::from_bytes(&bytes).ok())
}

pub(crate) fn pack_digest(digest: &SampleDigest) -> Result<Vec<u8>, StoreError> {
    pack(digest)
}

pub(crate) fn unpack_digest(bytes: &[u8], id: &ActivityId) -> Result<SampleDigest, StoreError> {
    postcard::from_bytes(bytes)
        .map_err(|_| StoreError::Damaged { what: "the digest of activity", id: id.0.clone() })
}

fn pack<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, StoreError> {
    postcard::to_stdvec(value).map_err(|error| StoreError::Database(error.to_string()))
}
