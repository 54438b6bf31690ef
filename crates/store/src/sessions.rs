//! Which contents told outings in a log, and which of them came later.

use crate::codec::day_number;
use crate::database::Value;
use crate::entries::{EntryOrigin, Extent};
use crate::error::StoreError;
use crate::resolve::places;
use crate::store::Writing;
use kneewise_types::Date;

/// The word of sessions among the kinds of entries.
const KIND: &str = "session";

/// One content that told outings in a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionFile {
    pub content: String,
    /// The name it was first seen under.
    pub path: String,
    /// Its place in the order in which contents were told, which does not depend on when they were imported.
    pub place: usize,
    /// Whether it is one line logged by hand.
    pub is_logged: bool,
}

impl Writing<'_> {
    /// Remembers how a content told its outings, whose local days are given.
    pub fn keep_session_origin(
        &self,
        content: &str,
        origin: EntryOrigin,
        days: &[Date],
    ) -> Result<(), StoreError> {
        let last_day = days.iter().copied().max().map_or(0, day_number);
        self.keep_origin(content, KIND, origin, Extent { last_day, rows: days.len() })?;
        Ok(())
    }

    /// Every content that told outings in a log, in the order in which they were told.
    pub fn session_files(&self) -> Result<Vec<SessionFile>, StoreError> {
        let places = places(self.database(), self.runner(), KIND)?;
        let query = "SELECT e.content, o.path FROM entry_origin e
                     JOIN original o ON o.runner = e.runner AND o.content = e.content
                     WHERE e.runner = $1 AND e.kind = $2";
        let keys = [self.runner(), Value::Text(KIND)];
        let mut files = self.database().query(query, &keys, |row| {
            let content = row.text(0)?;
            let (place, is_logged) = places.get(&content).copied().unwrap_or_default();
            Ok(SessionFile { path: row.text(1)?, place, is_logged, content })
        })?;
        files.sort_by_key(|file| file.place);
        Ok(files)
    }

    /// Whether two contents have a row in common: same day, start, sport, duration and distance.
    pub fn shares_session(&self, a: &str, b: &str) -> Result<bool, StoreError> {
        let query = "SELECT COUNT(*) FROM source a JOIN source b ON b.runner = a.runner
                     AND b.local_date = a.local_date AND b.start_s = a.start_s AND b.sport = a.sport
                     AND b.elapsed_s = a.elapsed_s
                     AND COALESCE(b.distance_m, -1.0) = COALESCE(a.distance_m, -1.0)
                     WHERE a.runner = $1 AND a.content = $2 AND b.content = $3";
        let keys = [self.runner(), Value::Text(a), Value::Text(b)];
        Ok(self.database().query_one(query, &keys, |row| row.int(0))?.unwrap_or(0) > 0)
    }
}
