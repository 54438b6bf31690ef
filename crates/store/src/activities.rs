//! Merged activities: one outing, however many inputs told of it.

use crate::codec::{day_number, digest_form, pack_digest, unpack_digest};
use crate::columns::{self, Packed, SHARED, shared_columns};
use crate::database::{Row, Value};
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
        let query = concat!(
            "SELECT id, ",
            shared_columns!(),
            ", digest_form, digest FROM activity WHERE runner = $1 AND id = $2"
        );
        let form = digest_form(DIGEST_VERSION)?;
        let key = [self.runner(), Value::Text(&id.0)];
        self.database().query_one(query, &key, |row| read_activity(row, form))
    }

    /// Keeps or replaces a merged activity and claims its sources, which must have been kept before.
    /// `samples` is `None` when they are those of the first of its sources that has any.
    pub fn put_activity(
        &self,
        activity: &Activity,
        samples: Option<&PackedSamples>,
    ) -> Result<(), StoreError> {
        if activity.sources.is_empty() {
            return Err(StoreError::NoSource { id: activity.id.clone() });
        }
        self.delete_activity(&activity.id)?;
        let packed = Packed::new(activity)?;
        let digest = activity.digest.as_ref().map(pack_digest).transpose()?;
        let mut row = vec![self.runner(), Value::Text(&activity.id.0)];
        row.extend(columns::values(activity, &packed));
        row.push(Value::int(activity.digest.as_ref().map(|digest| digest_form(digest.version)).transpose()?));
        row.push(Value::bytes(digest.as_deref()));
        self.database().execute(
            concat!(
                "INSERT INTO activity (runner, id, ",
                shared_columns!(),
                ", digest_form, digest) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, \
                 $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)"
            ),
            &row,
        )?;
        if let Some(samples) = samples.filter(|samples| !samples.is_empty()) {
            self.database().execute(
                "INSERT INTO activity_samples (runner, id, packed) VALUES ($1, $2, $3)",
                &[self.runner(), Value::Text(&activity.id.0), Value::Bytes(samples.as_bytes())],
            )?;
        }
        self.claim_sources(activity)
    }

    fn claim_sources(&self, activity: &Activity) -> Result<(), StoreError> {
        for (place, source) in (0_i64..).zip(&activity.sources) {
            let claimed = self.database().execute(
                "UPDATE source SET activity = $2, place = $3 WHERE runner = $1 AND content = $4 AND part = $5",
                &[
                    self.runner(),
                    Value::Text(&activity.id.0),
                    Value::Int(place),
                    Value::Text(&source.content),
                    Value::Int(i64::from(source.part)),
                ],
            )?;
            if claimed == 0 {
                return Err(StoreError::NoSource { id: activity.id.clone() });
            }
        }
        Ok(())
    }

    /// Removes a merged activity; its sources stay, unclaimed.
    pub fn delete_activity(&self, id: &ActivityId) -> Result<(), StoreError> {
        let keys = [self.runner(), Value::Text(&id.0)];
        for statement in [
            "DELETE FROM activity WHERE runner = $1 AND id = $2",
            "DELETE FROM activity_samples WHERE runner = $1 AND id = $2",
            "DELETE FROM knee_digest WHERE runner = $1 AND id = $2",
            "UPDATE source SET activity = NULL, place = 0 WHERE runner = $1 AND activity = $2",
        ] {
            self.database().execute(statement, &keys)?;
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
