//! What is known at one moment, computed once: the history, the assessment of a day, and whatever pages derive from
//! them. A change in the database, by whomever, makes the next request compute anew.

use crate::knees::{Knees, Telling};
use kneewise_store::{Store, StoreError};
use kneewise_types::advice::Advice;
use kneewise_types::assessment::Assessment;
use kneewise_types::{Date, History};
use std::any::{Any, TypeId};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// The content of the database at one count of changes.
#[derive(Debug)]
pub struct Kept {
    pub changes: i64,
    pub history: History,
    pub settings: BTreeMap<String, String>,
    /// What each activity asked of the knee, whatever the day.
    pub knees: Knees,
    days: Mutex<HashMap<Date, Slot<Snapshot>>>,
}

/// Days assessed at once, such as today and a day somebody looks back to.
const DAYS: usize = 16;
/// Things derived from one day at once.
const DERIVED: usize = 256;

/// The answer for one day.
#[derive(Debug)]
pub struct Snapshot {
    pub kept: Arc<Kept>,
    pub as_of: Date,
    /// With what the knee carried, as known on that day.
    pub history: History,
    pub assessment: Assessment,
    pub advice: Advice,
    derived: Mutex<HashMap<(TypeId, String), Slot<dyn Any + Send + Sync>>>,
}

/// A place that is filled once; others wait for it.
type Slot<T> = Arc<Mutex<Option<Arc<T>>>>;

/// The content as it is now; only the latest is held.
#[derive(Debug, Default)]
pub struct Cache {
    kept: Mutex<Option<Arc<Kept>>>,
}

impl Cache {
    /// The content of the database now: as it was when nothing changed since.
    pub fn kept(&self, store: &mut Store) -> Result<Arc<Kept>, StoreError> {
        let changes = store.changes()?.unwrap_or(-1);
        let mut held = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = held.as_ref().filter(|kept| kept.changes == changes) {
            return Ok(Arc::clone(kept));
        }
        // Read after the count: what came between is read again next time, never missed.
        let history = store.history()?;
        let settings = store.settings()?;
        let knees = Knees::read(store, &history, &Telling::SILENT)?;
        let kept = Arc::new(Kept { changes, history, settings, knees, days: Mutex::default() });
        *held = Some(Arc::clone(&kept));
        Ok(kept)
    }
}

impl Kept {
    /// The answer for a day.
    pub fn on(self: &Arc<Self>, as_of: Date) -> Arc<Snapshot> {
        let slot = {
            let mut days = self.days.lock().unwrap_or_else(PoisonError::into_inner);
            if days.len() >= DAYS && !days.contains_key(&as_of) {
                days.clear();
            }
            Arc::clone(days.entry(as_of).or_default())
        };
        let mut filled = slot.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(filled.get_or_insert_with(|| {
            let mut history = self.history.clone();
            self.knees.fill(&mut history, as_of);
            let assessment = kneewise_analyse::assess(&history, as_of);
            let advice = kneewise_advise::advise(&assessment);
            Arc::new(Snapshot {
                kept: Arc::clone(self),
                as_of,
                history,
                assessment,
                advice,
                derived: Mutex::default(),
            })
        }))
    }
}

impl Snapshot {
    /// Something that follows from this answer and is dear to make, such as the series of a chart: made once for each
    /// key. The key must name everything else it depends on (units, language, a range).
    pub fn derive<T: Send + Sync + 'static, E>(
        &self,
        key: &str,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let slot = {
            let mut derived = self.derived.lock().unwrap_or_else(PoisonError::into_inner);
            let key = (TypeId::of::<T>(), key.to_owned());
            if derived.len() >= DERIVED && !derived.contains_key(&key) {
                derived.clear();
            }
            Arc::clone(derived.entry(key).or_insert_with(|| Arc::new(Mutex::new(None))))
        };
        let mut filled = slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = filled.as_ref().and_then(|made| Arc::clone(made).downcast::<T>().ok()) {
            return Ok(made);
        }
        let made = Arc::new(make()?);
        *filled = Some(Arc::clone(&made) as Arc<dyn Any + Send + Sync>);
        Ok(made)
    }
}

#[cfg(test)]
mod test {
    use super::*;
    use kneewise_store::DatabaseUrl;

    #[test]
    fn the_same_content_is_computed_once_and_other_content_anew() {
        let mut store = Store::open(&DatabaseUrl::memory()).unwrap();
        let cache = Cache::default();
        let day: Date = "2026-10-01".parse().unwrap();
        let first = cache.kept(&mut store).unwrap().on(day);
        let again = cache.kept(&mut store).unwrap().on(day);
        assert!(Arc::ptr_eq(&first, &again));
        let made = |n: u32| first.derive("n", || Ok::<_, StoreError>(n));
        assert_eq!((*made(1).unwrap(), *made(2).unwrap()), (1, 1));
        store.write::<_, StoreError>(|batch| batch.keep_setting("x", Some("y"))).unwrap();
        let later = cache.kept(&mut store).unwrap().on(day);
        assert!(!Arc::ptr_eq(&first, &later));
        assert_eq!(later.kept.settings.get("x").map(String::as_str), Some("y"));
    }

    #[test]
    fn what_could_not_be_made_is_tried_again() {
        let mut store = Store::open(&DatabaseUrl::memory()).unwrap();
        let cache = Cache::default();
        let snapshot = cache.kept(&mut store).unwrap().on("2026-10-01".parse().unwrap());
        assert_eq!(snapshot.derive::<u32, _>("n", || Err("no")), Err("no"));
        assert_eq!(snapshot.derive::<u32, &str>("n", || Ok(5)).map(|n| *n), Ok(5));
    }
}
