//! Open databases, lent for one piece of work. One whose work failed is not taken back: its connection may be gone.
//!
//! Never: more than [`OPEN`] at once. Opening one takes longer than most answers, and more than the processors can use only wait
//! for each other; whoever comes then waits for the next that is given back. So work must not ask for a second while it holds one.

use kneewise_store::{DatabaseUrl, Store, StoreError};
use std::sync::{Condvar, Mutex, PoisonError};

/// Open at once.
const OPEN: usize = 8;

/// Handles of one database.
#[derive(Debug)]
pub struct Pool {
    url: DatabaseUrl,
    handles: Mutex<Handles>,
    given_back: Condvar,
}

#[derive(Debug)]
struct Handles {
    idle: Vec<Store>,
    lent: usize,
}

/// A place among the open ones, free again when dropped, also by a panic.
struct Place<'a>(&'a Pool);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.handles().lent -= 1;
        self.0.given_back.notify_one();
    }
}

impl Pool {
    pub const fn new(url: DatabaseUrl) -> Self {
        Self { url, handles: Mutex::new(Handles { idle: Vec::new(), lent: 0 }), given_back: Condvar::new() }
    }

    /// Works with one handle, opened when none is idle.
    pub fn with<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, E>,
    ) -> Result<T, E> {
        let (place, idle) = self.place();
        let mut store = match idle {
            Some(store) => store,
            None => Store::open(&self.url)?,
        };
        let done = work(&mut store)?;
        self.handles().idle.push(store);
        drop(place);
        Ok(done)
    }

    /// Waits for a place.
    fn place(&self) -> (Place<'_>, Option<Store>) {
        let is_full = |handles: &mut Handles| handles.lent >= OPEN;
        let mut handles =
            self.given_back.wait_while(self.handles(), is_full).unwrap_or_else(PoisonError::into_inner);
        handles.lent += 1;
        let idle = handles.idle.pop();
        drop(handles);
        (Place(self), idle)
    }

    /// Where the database is.
    pub const fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    fn handles(&self) -> std::sync::MutexGuard<'_, Handles> {
        self.handles.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod test {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn no_more_are_open_than_may_and_a_failed_one_is_not_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let pool = Pool::new(DatabaseUrl::file(&folder.path().join("pool.db")));
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..40 {
                scope.spawn(|| {
                    pool.with::<_, StoreError>(|store| {
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        let counted = store.counts();
                        // So long that all who wait come at once.
                        std::thread::sleep(std::time::Duration::from_millis(5));
                        now.fetch_sub(1, Ordering::SeqCst);
                        counted
                    })
                    .unwrap();
                });
            }
        });
        assert!(most.into_inner() <= OPEN);
        let idle = pool.handles().idle.len();
        assert!((1..=OPEN).contains(&idle));
        assert!(pool.with::<(), StoreError>(|_| Err(StoreError::Locked)).is_err());
        let handles = pool.handles();
        assert_eq!((handles.idle.len(), handles.lent), (idle - 1, 0));
    }
}
