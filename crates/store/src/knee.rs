//! What is kept of activities on foot for questions about the knee: derived, made again when the model changes.

use crate::codec::{knee_form, pack, unpack};
use crate::database::Value;
use crate::error::StoreError;
use crate::samples::PackedSamples;
use crate::store::{Store, Writing};
use kneewise_types::{ActivityId, KneeDigest, NoKneeLoad};
use std::collections::HashMap;

/// What is kept of one activity, or why it has no knee load.
pub type KneeOutcome = Result<KneeDigest, NoKneeLoad>;

impl Store {
    /// Everything kept that today's model made; an activity that is not among them was never asked, or by another model.
    pub fn knee_digests(&self) -> Result<HashMap<ActivityId, KneeOutcome>, StoreError> {
        let query = "SELECT id, packed FROM knee_digest WHERE runner = $1 AND form = $2";
        let keys = [self.runner(), Value::Int(knee_form()?)];
        let found = self.database.query(query, &keys, |row| Ok((row.text(0)?, row.bytes(1)?)))?;
        // One that cannot be read is made again.
        Ok(found.into_iter().filter_map(|(id, bytes)| Some((ActivityId(id), unpack(&bytes)?))).collect())
    }

    /// The samples of a merged activity as they are kept; empty when it has none.
    pub fn packed_samples(&self, id: &ActivityId) -> Result<PackedSamples, StoreError> {
        let found = self.packed_samples_of(id)?;
        Ok(found.map_or_else(PackedSamples::default, PackedSamples::kept))
    }
}

impl Writing<'_> {
    /// Keeps or replaces what one activity came to.
    pub fn put_knee_digest(&self, id: &ActivityId, outcome: &KneeOutcome) -> Result<(), StoreError> {
        self.put_knee_digests(&[(id, outcome)])
    }

    /// Keeps or replaces what activities came to, each once.
    pub fn put_knee_digests(&self, outcomes: &[(&ActivityId, &KneeOutcome)]) -> Result<(), StoreError> {
        let form = Value::Int(knee_form()?);
        let packed = outcomes.iter().map(|(_, outcome)| pack(outcome)).collect::<Result<Vec<_>, _>>()?;
        let rows: Vec<Vec<Value<'_>>> = outcomes
            .iter()
            .zip(&packed)
            .map(|((id, _), packed)| vec![self.runner(), Value::Text(&id.0), form, Value::Bytes(packed)])
            .collect();
        let conflict =
            "ON CONFLICT (runner, id) DO UPDATE SET form = excluded.form, packed = excluded.packed";
        self.database().insert("knee_digest (runner, id, form, packed)", &rows, conflict)
    }

    /// Forgets all of it: it is made again when it is asked for.
    pub fn forget_knee_digests(&self) -> Result<(), StoreError> {
        self.database().execute("DELETE FROM knee_digest WHERE runner = $1", &[self.runner()])?;
        Ok(())
    }

    /// The samples of a merged activity as they are kept; empty when it has none.
    pub fn packed_samples(&self, id: &ActivityId) -> Result<PackedSamples, StoreError> {
        self.store().packed_samples(id)
    }
}
