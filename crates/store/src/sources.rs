//! One outing as each input tells it: what a merge is made from, in any order, again and again.

use crate::codec::day_number;
use crate::columns::{self, Packed, shared_columns};
use crate::database::{Row, Value};
use crate::error::StoreError;
use crate::samples::PackedSamples;
use crate::store::Writing;
use kneewise_types::{Activity, ActivityId, ActivitySource, Date, Samples, SourceKind};
use std::collections::HashSet;

/// A kept source and the activity it was merged into.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredSource {
    /// Its own extract, without samples; `sources` holds itself.
    pub activity: Activity,
    /// `None` while no merge has claimed it.
    pub merged_into: Option<ActivityId>,
}

impl Writing<'_> {
    /// Keeps one outing as one input tells it. `activity.sources` must hold that input. Known ones stay as
    /// they are.
    pub fn keep_source(&self, activity: &Activity, samples: &PackedSamples) -> Result<(), StoreError> {
        self.keep_sources(&[(activity, samples)])
    }

    /// Keeps outings, as [`Self::keep_source`] does.
    pub fn keep_sources(&self, told: &[(&Activity, &PackedSamples)]) -> Result<(), StoreError> {
        let packed = told.iter().map(|(activity, _)| Packed::new(activity)).collect::<Result<Vec<_>, _>>()?;
        let mut rows = Vec::with_capacity(told.len());
        for ((activity, _), packed) in told.iter().zip(&packed) {
            let [source] = activity.sources.as_slice() else {
                return Err(StoreError::NoSource { id: activity.id.clone() });
            };
            let mut row = vec![
                self.runner(),
                Value::Text(&activity.id.0),
                Value::Text(kind_word(source.kind)),
                Value::Text(&source.content),
                Value::Int(i64::from(source.part)),
                Value::Text(&source.path),
                Value::Int(0),
            ];
            row.extend(columns::values(activity, packed));
            rows.push(row);
        }
        let into = concat!("source (runner, id, kind, content, part, path, place, ", shared_columns!(), ")");
        self.database().insert(into, &rows, "ON CONFLICT (runner, id) DO NOTHING")?;
        let sampled = told.iter().filter(|(_, samples)| !samples.is_empty());
        let rows: Vec<Vec<Value<'_>>> = sampled
            .map(|(activity, samples)| {
                vec![self.runner(), Value::Text(&activity.id.0), Value::Bytes(samples.as_bytes())]
            })
            .collect();
        let conflict = "ON CONFLICT (runner, id) DO NOTHING";
        self.database().insert("source_samples (runner, id, packed)", &rows, conflict)
    }

    /// Which of these sources have samples.
    pub fn sampled_of(&self, ids: &[&ActivityId]) -> Result<HashSet<ActivityId>, StoreError> {
        let query = "SELECT id FROM source_samples WHERE runner = $1 AND id IN";
        let keys: Vec<Value<'_>> = ids.iter().map(|id| Value::Text(&id.0)).collect();
        let found = self.database().query_keys(query, &[self.runner()], &keys, |row| row.text(0))?;
        Ok(found.into_iter().map(ActivityId).collect())
    }

    /// Every source whose local day lies in `from..=to`, by day and id: where duplicates are looked for.
    pub fn sources_between(&self, from: Date, to: Date) -> Result<Vec<StoredSource>, StoreError> {
        let query = concat!(
            "SELECT id, ",
            shared_columns!(),
            ", kind, content, part, path, activity FROM source WHERE runner = $1 AND local_date BETWEEN $2 AND $3"
        );
        let days = [self.runner(), Value::Int(day_number(from)), Value::Int(day_number(to))];
        let mut found = self.database().query(query, &days, |row| {
            let mut activity = columns::read(row)?;
            activity.sources = vec![read_source(row, columns::SHARED + 1)?];
            let merged_into = row.maybe_text(columns::SHARED + 5)?.map(ActivityId);
            Ok(StoredSource { activity, merged_into })
        })?;
        found.sort_by(|a, b| {
            let key = |source: &StoredSource| (source.activity.local_date, source.activity.id.clone());
            key(a).cmp(&key(b))
        });
        Ok(found)
    }

    /// Forgets what one input told, so that it can be told again. Its activity must be made anew.
    pub fn delete_source(&self, id: &ActivityId) -> Result<(), StoreError> {
        let keys = [self.runner(), Value::Text(&id.0)];
        self.database().execute("DELETE FROM source_samples WHERE runner = $1 AND id = $2", &keys)?;
        self.database().execute("DELETE FROM source WHERE runner = $1 AND id = $2", &keys)?;
        Ok(())
    }

    /// The samples of one source as they are kept; empty when it has none.
    pub fn packed_source_samples(&self, id: &ActivityId) -> Result<PackedSamples, StoreError> {
        let query = "SELECT packed FROM source_samples WHERE runner = $1 AND id = $2";
        let found =
            self.database().query_one(query, &[self.runner(), Value::Text(&id.0)], |row| row.bytes(0))?;
        Ok(found.map_or_else(PackedSamples::default, PackedSamples::kept))
    }

    /// The samples of one source; empty when it has none.
    pub fn source_samples(&self, id: &ActivityId) -> Result<Samples, StoreError> {
        let query = "SELECT packed FROM source_samples WHERE runner = $1 AND id = $2";
        let found =
            self.database().query_one(query, &[self.runner(), Value::Text(&id.0)], |row| row.bytes(0))?;
        found.map_or_else(|| Ok(Samples::default()), |bytes| PackedSamples::unpack_bytes(&bytes, id))
    }
}

/// One input, from four columns that begin at `first`.
pub(crate) fn read_source(row: &Row<'_>, first: usize) -> Result<ActivitySource, StoreError> {
    let content = row.text(first + 1)?;
    let damaged = || StoreError::Damaged { what: "source", id: content.clone() };
    Ok(ActivitySource {
        kind: kind_of(&row.text(first)?).ok_or_else(damaged)?,
        part: u32::try_from(row.int(first + 2)?).map_err(|_| damaged())?,
        path: row.text(first + 3)?,
        content,
    })
}

const fn kind_word(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Fit => "fit",
        SourceKind::Tcx => "tcx",
        SourceKind::Gpx => "gpx",
        SourceKind::ExportTable => "export_table",
        SourceKind::Log => "log",
    }
}

fn kind_of(word: &str) -> Option<SourceKind> {
    use SourceKind::{ExportTable, Fit, Gpx, Log, Tcx};
    [Fit, Tcx, Gpx, ExportTable, Log].into_iter().find(|kind| kind_word(*kind) == word)
}
