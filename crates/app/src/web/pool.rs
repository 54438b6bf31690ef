//! Open databases, lent for one piece of work. One whose work failed is not taken back: its connection may be gone.

use kneewise_store::{DatabaseUrl, Store, StoreError};
use std::sync::{Mutex, PoisonError};

/// Kept open between requests.
const KEPT: usize = 8;

/// Handles of one database.
#[derive(Debug)]
pub struct Pool {
    url: DatabaseUrl,
    idle: Mutex<Vec<Store>>,
}

impl Pool {
    pub const fn new(url: DatabaseUrl) -> Self {
        Self { url, idle: Mutex::new(Vec::new()) }
    }

    /// Works with one handle, opened when none is idle.
    pub fn with<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, E>,
    ) -> Result<T, E> {
        let idle = self.idle().pop();
        let mut store = match idle {
            Some(store) => store,
            None => Store::open(&self.url)?,
        };
        let done = work(&mut store)?;
        let mut idle = self.idle();
        if idle.len() < KEPT {
            idle.push(store);
        }
        Ok(done)
    }

    /// Where the database is.
    pub const fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Store>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
