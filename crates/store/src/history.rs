//! Everything known of the runner: the one input of the analysis.

use crate::activities::ActivityFilter;
use crate::error::StoreError;
use crate::store::Store;
use kneewise_types::History;

impl Store {
    /// All that is kept, contradicting log rows resolved, without samples.
    pub fn history(&self) -> Result<History, StoreError> {
        let turn = self.database.begin_read()?;
        let mut history = self.entries()?;
        history.activities = self.list_activities(&ActivityFilter::default())?;
        turn.commit()?;
        Ok(history)
    }
}
