//! Merged activities: one outing, however many inputs told of it.

use crate::codec::{day_number, digest_form, pack_digest, unpack_digest};
use crate::columns::{self, Packed, SHARED, shared_columns};
use crate::database::{Row, Value, chunks, places};
use crate::error::StoreError;
use crate::samples::PackedSamples;
use crate::sources::read_source;
use crate::store::{Store, Writing};
use kneewise_types::digest::DIGEST_VERSION;
use kneewise_types::{Activity, ActivityId, ActivitySource, Date, SampleDigest, Samples};
use std::collections::HashMap;

/// Which activities to list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ActivityFilter {
    /// First local day.
    pub from: Option<Date>,
    /// Last local day.
    pub to: Option<Date>,
    /// The newest only.
    pub at_most: Option<u32>,
}

/// One activity with its samples.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub activity: Activity,
    pub samples: Samples,
}

impl Store {
    /// Activities in the order of their start, with digest and sources.
    pub fn list_activities(&self, filter: &ActivityFilter) -> Result<Vec<Activity>, StoreError> {
        let query = concat!(
            "SELECT id, ",
            shared_columns!(),
            ", digest_form, digest FROM activity WHERE runner = $1 AND local_date BETWEEN $2 AND $3"
        );
        let days = [
            self.runner(),
            Value::Int(filter.from.map_or(i64::MIN, day_number)),
            Value::Int(filter.to.map_or(i64::MAX, day_number)),
        ];
        let form = digest_form(DIGEST_VERSION)?;
        let mut found = self.database.query(query, &days, |row| read_activity(row, form))?;
        found.sort_by(|a, b| (a.start, &a.id).cmp(&(b.start, &b.id)));
        if let Some(at_most) = filter.at_most {
            let extra = found.len().saturating_sub(usize::try_from(at_most).unwrap_or(usize::MAX));
            found.drain(..extra);
        }
        self.add_sources(&mut found)?;
        Ok(found)
    }

    /// One activity with its samples, by the id of the activity or of any of its sources, or by enough of
    /// its beginning.
    pub fn get_activity(&self, id: &str) -> Result<Option<Kept>, StoreError> {
        let Some(id) = self.find_id(id)? else { return Ok(None) };
        let query = concat!(
            "SELECT id, ",
            shared_columns!(),
            ", digest_form, digest FROM activity WHERE runner = $1 AND id = $2"
        );
        let keys = [self.runner(), Value::Text(&id.0)];
        let form = digest_form(DIGEST_VERSION)?;
        let found = self.database.query_one(query, &keys, |row| read_activity(row, form))?;
        let Some(mut activity) = found else { return Ok(None) };
        activity.sources = self.sources_of(&id)?;
        Ok(Some(Kept { samples: self.samples_of(&id)?, activity }))
    }

    /// Activities whose digest was made by other formulas than today's, or not at all although they have samples.
    pub fn stale_digests(&self) -> Result<Vec<ActivityId>, StoreError> {
        let query = "SELECT a.id FROM activity a WHERE a.runner = $1 AND COALESCE(a.digest_form, -1) <> $2
             AND (EXISTS (SELECT 1 FROM activity_samples m WHERE m.runner = a.runner AND m.id = a.id)
                  OR EXISTS (SELECT 1 FROM source s JOIN source_samples t ON t.runner = s.runner AND t.id = s.id
                             WHERE s.runner = a.runner AND s.activity = a.id))";
        let keys = [self.runner(), Value::Int(digest_form(DIGEST_VERSION)?)];
        let mut found = self.database.query(query, &keys, |row| row.text(0).map(ActivityId))?;
        found.sort();
        Ok(found)
    }

    fn find_id(&self, beginning: &str) -> Result<Option<ActivityId>, StoreError> {
        // Only what can stand in an id reaches the pattern, so that `%` finds nothing rather than everything.
        if beginning.is_empty() || !beginning.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        {
            return Ok(None);
        }
        let pattern = format!("{}%", beginning.to_ascii_lowercase());
        let query =
            "SELECT id, activity FROM source WHERE runner = $1 AND activity IS NOT NULL AND id LIKE $2";
        let found = self
            .database
            .query(query, &[self.runner(), Value::Text(&pattern)], |row| Ok((row.text(0)?, row.text(1)?)))?;
        if let Some((_, activity)) = found.iter().find(|(id, _)| id == beginning) {
            return Ok(Some(ActivityId(activity.clone())));
        }
        let mut activities: Vec<String> = found.into_iter().map(|(_, activity)| activity).collect();
        activities.sort();
        activities.dedup();
        match activities.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(ActivityId(one.clone()))),
            several => Err(StoreError::AmbiguousId { prefix: beginning.to_owned(), count: several.len() }),
        }
    }

    fn sources_of(&self, id: &ActivityId) -> Result<Vec<ActivitySource>, StoreError> {
        let query =
            "SELECT kind, content, part, path FROM source WHERE runner = $1 AND activity = $2 ORDER BY place";
        self.database.query(query, &[self.runner(), Value::Text(&id.0)], |row| read_source(row, 0))
    }

    fn add_sources(&self, activities: &mut [Activity]) -> Result<(), StoreError> {
        let query = "SELECT kind, content, part, path, activity FROM source
                     WHERE runner = $1 AND activity IS NOT NULL ORDER BY place";
        let found =
            self.database.query(query, &[self.runner()], |row| Ok((read_source(row, 0)?, row.text(4)?)))?;
        let mut sources: HashMap<String, Vec<ActivitySource>> = HashMap::with_capacity(found.len());
        for (source, activity) in found {
            sources.entry(activity).or_default().push(source);
        }
        for activity in activities {
            activity.sources = sources.remove(&activity.id.0).unwrap_or_default();
        }
        Ok(())
    }

    fn samples_of(&self, id: &ActivityId) -> Result<Samples, StoreError> {
        let found = self.packed_samples_of(id)?;
        found.map_or_else(|| Ok(Samples::default()), |bytes| PackedSamples::unpack_bytes(&bytes, id))
    }

    /// Its own samples, else those of the first of its sources that has any.
    pub(crate) fn packed_samples_of(&self, id: &ActivityId) -> Result<Option<Vec<u8>>, StoreError> {
        let keys = [self.runner(), Value::Text(&id.0)];
        let own = "SELECT packed FROM activity_samples WHERE runner = $1 AND id = $2";
        if let Some(bytes) = self.database.query_one(own, &keys, |row| row.bytes(0))? {
            return Ok(Some(bytes));
        }
        let of_source =
            "SELECT t.packed FROM source s JOIN source_samples t ON t.runner = s.runner AND t.id = s.id
                         WHERE s.runner = $1 AND s.activity = $2 ORDER BY s.place";
        self.database.query_one(of_source, &keys, |row| row.bytes(0))
    }
}

fn read_activity(row: &Row<'_>, form: i64) -> Result<Activity, StoreError> {
    let mut activity = columns::read(row)?;
    // A digest of other formulas is not shown: it is made again from the samples.
    if row.maybe_int(SHARED + 1)? == Some(form)
        && let Some(bytes) = row.maybe_bytes(SHARED + 2)?
    {
        activity.digest = Some(unpack_digest(&bytes, &activity.id)?);
    }
    Ok(activity)
}

impl Writing<'_> {
    /// A merged activity with its digest, without its sources.
    pub fn activity(&self, id: &ActivityId) -> Result<Option<Activity>, StoreError> {
        Ok(self.activities_of(&[id])?.into_iter().next())
    }

    /// Merged activities with their digests, without their sources, in no order.
    pub fn activities_of(&self, ids: &[&ActivityId]) -> Result<Vec<Activity>, StoreError> {
        let query = concat!(
            "SELECT id, ",
            shared_columns!(),
            ", digest_form, digest FROM activity WHERE runner = $1 AND id IN"
        );
        let form = digest_form(DIGEST_VERSION)?;
        self.database().query_keys(query, &[self.runner()], &keys(ids), |row| read_activity(row, form))
    }

    /// Keeps or replaces a merged activity and claims its sources, which must have been kept before.
    /// `samples` is `None` when they are those of the first of its sources that has any.
    pub fn put_activity(
        &self,
        activity: &Activity,
        samples: Option<&PackedSamples>,
    ) -> Result<(), StoreError> {
        self.put_activities(&[(activity, samples)])
    }

    /// Keeps or replaces merged activities, as [`Self::put_activity`] does.
    pub fn put_activities(
        &self,
        activities: &[(&Activity, Option<&PackedSamples>)],
    ) -> Result<(), StoreError> {
        if let Some((homeless, _)) = activities.iter().find(|(activity, _)| activity.sources.is_empty()) {
            return Err(StoreError::NoSource { id: homeless.id.clone() });
        }
        self.delete_activities(&activities.iter().map(|(activity, _)| &activity.id).collect::<Vec<_>>())?;
        let packed = activities.iter().map(|(activity, _)| Ok((Packed::new(activity)?, digest(activity)?)));
        let packed = packed.collect::<Result<Vec<_>, StoreError>>()?;
        let mut rows = Vec::with_capacity(activities.len());
        for ((activity, _), (packed, digest)) in activities.iter().zip(&packed) {
            let mut row = vec![self.runner(), Value::Text(&activity.id.0)];
            row.extend(columns::values(activity, packed));
            row.push(Value::int(digest.as_ref().map(|(form, _)| *form)));
            row.push(Value::bytes(digest.as_ref().map(|(_, packed)| packed.as_slice())));
            rows.push(row);
        }
        let into = concat!("activity (runner, id, ", shared_columns!(), ", digest_form, digest)");
        self.database().insert(into, &rows, "")?;
        let mut rows = Vec::new();
        for (activity, samples) in activities {
            if let Some(samples) = samples.filter(|samples| !samples.is_empty()) {
                let bytes = Value::Bytes(samples.as_bytes());
                rows.push(vec![self.runner(), Value::Text(&activity.id.0), bytes]);
            }
        }
        self.database().insert("activity_samples (runner, id, packed)", &rows, "")?;
        let claims: Vec<Claim<'_>> =
            activities.iter().flat_map(|(activity, _)| Claim::of(activity)).collect();
        self.claim_sources(&claims)
    }

    fn claim_sources(&self, claims: &[Claim<'_>]) -> Result<(), StoreError> {
        for chunk in chunks(claims) {
            let place = |place: usize, column: usize| match column {
                // A server takes a value without a column of its own for a text.
                1 | 3 => format!("CAST(${place} AS BIGINT)"),
                _ => format!("${place}"),
            };
            // The contents once more, and `+`, keep SQLite from going through all sources.
            let contents: Vec<String> = (0..chunk.len()).map(|row| format!("${}", 4 + 4 * row)).collect();
            let text = format!(
                "WITH claim (activity, place, content, part) AS (VALUES {})
                 UPDATE source SET activity = claim.activity, place = claim.place FROM claim
                 WHERE source.runner = $1 AND source.content IN ({})
                 AND source.content = claim.content AND source.part = +claim.part",
                places(2, chunk.len(), 4, place),
                contents.join(", ")
            );
            let mut values = vec![self.runner()];
            values.extend(chunk.iter().flat_map(Claim::values));
            let claimed = usize::try_from(self.database().execute(&text, &values)?).unwrap_or(usize::MAX);
            match chunk {
                _ if claimed == chunk.len() => {}
                [only] => return Err(StoreError::NoSource { id: only.activity.clone() }),
                // One source is missing, or claimed twice: one by one says which.
                several => {
                    several.iter().try_for_each(|one| self.claim_sources(std::slice::from_ref(one)))?
                }
            }
        }
        Ok(())
    }

    /// Removes a merged activity; its sources stay, unclaimed.
    pub fn delete_activity(&self, id: &ActivityId) -> Result<(), StoreError> {
        self.delete_activities(&[id])
    }

    /// Removes merged activities, as [`Self::delete_activity`] does.
    pub fn delete_activities(&self, ids: &[&ActivityId]) -> Result<(), StoreError> {
        for statement in [
            "DELETE FROM activity WHERE runner = $1 AND id IN",
            "DELETE FROM activity_samples WHERE runner = $1 AND id IN",
            "DELETE FROM knee_digest WHERE runner = $1 AND id IN",
            "UPDATE source SET activity = NULL, place = 0 WHERE runner = $1 AND activity IN",
        ] {
            self.database().execute_keys(statement, &[self.runner()], &keys(ids))?;
        }
        Ok(())
    }

    /// Replaces what the samples of one activity come to.
    pub fn put_digest(&self, id: &ActivityId, digest: &SampleDigest) -> Result<(), StoreError> {
        let packed = pack_digest(digest)?;
        self.database().execute(
            "UPDATE activity SET digest_form = $3, digest = $4 WHERE runner = $1 AND id = $2",
            &[
                self.runner(),
                Value::Text(&id.0),
                Value::Int(digest_form(digest.version)?),
                Value::Bytes(&packed),
            ],
        )?;
        Ok(())
    }
}

/// A source and the activity that it is part of.
struct Claim<'a> {
    activity: &'a ActivityId,
    place: i64,
    source: &'a ActivitySource,
}

impl<'a> Claim<'a> {
    fn of(activity: &'a Activity) -> impl Iterator<Item = Self> {
        (0..).zip(&activity.sources).map(|(place, source)| Self { activity: &activity.id, place, source })
    }

    fn values(&self) -> [Value<'a>; 4] {
        let Self { activity, place, source } = self;
        let (content, part) = (Value::Text(&source.content), Value::Int(i64::from(source.part)));
        [Value::Text(&activity.0), Value::Int(*place), content, part]
    }
}

/// The form of an activity's digest and its bytes.
fn digest(activity: &Activity) -> Result<Option<(i64, Vec<u8>)>, StoreError> {
    activity
        .digest
        .as_ref()
        .map(|digest| Ok((digest_form(digest.version)?, pack_digest(digest)?)))
        .transpose()
}

fn keys<'a>(ids: &[&'a ActivityId]) -> Vec<Value<'a>> {
    ids.iter().map(|id| Value::Text(&id.0)).collect()
}
