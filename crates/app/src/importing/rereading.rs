//! When the profile's time zone changes, the days that were assumed with the old one are read again.
//!
//! So it does not matter whether the profile comes before the activities or after them.

use super::merging::{self, New};
use super::reading::{Outcome, Reader, Told};
use jiff::tz::TimeZone;
use kneewise_analyse::{Digests, digests};
use kneewise_store::{Store, StoreError, StoredSource, Writing};
use kneewise_types::{ActivityId, Date, OffsetOrigin, SourceKind};
use std::collections::{BTreeMap, BTreeSet};

/// Reads again what depends on the zone, if the profile's is another than one that was `used`.
pub fn with_new_zone(store: &mut Store, used: &[Option<TimeZone>]) -> Result<(), StoreError> {
    let mut used = used.to_vec();
    loop {
        let reader = Reader::of_profile(&store.profile()?);
        if used.iter().all(|used| *used == reader.zone) {
            return Ok(());
        }
        read_again(store, &reader)?;
        // Another import may have changed it meanwhile, and be done before all of this was written.
        used = vec![reader.zone];
    }
}

fn read_again(store: &mut Store, reader: &Reader) -> Result<(), StoreError> {
    for (content, sources) in store.write(dependent)? {
        let Some(bytes) = store.get_original(&content)? else { continue };
        let path = sources.first().map(|source| source.activity.sources.clone()).unwrap_or_default();
        let path = path.first().map(|source| source.path.clone()).unwrap_or_default();
        if let Outcome::Prepared(prepared) = reader.read_bytes(&path, &bytes, None) {
            store.write(|writing| replace(writing, &sources, prepared.sources))?;
        }
    }
    Ok(())
}

/// Sources whose day or instant rests on the zone, by content.
fn dependent(writing: &Writing<'_>) -> Result<BTreeMap<String, Vec<StoredSource>>, StoreError> {
    let mut contents: BTreeMap<String, Vec<StoredSource>> = BTreeMap::new();
    for source in writing.sources_between(Date::MIN, Date::MAX)? {
        let activity = &source.activity;
        let is_assumed = matches!(activity.offset_origin, OffsetOrigin::Assumed | OffsetOrigin::Profile);
        if let [told] = activity.sources.as_slice()
            && (is_assumed || told.kind == SourceKind::Log)
        {
            contents.entry(told.content.clone()).or_default().push(source);
        }
    }
    Ok(contents)
}

/// Puts what was read again in the place of what was read before, and makes the activities anew.
fn replace(writing: &Writing<'_>, old: &[StoredSource], new: Vec<Told>) -> Result<(), StoreError> {
    let is_same = old.len() == new.len()
        && old.iter().zip(&new).all(|(old, Told { activity: new, .. })| {
            (old.activity.start, old.activity.local_date, old.activity.utc_offset_s)
                == (new.start, new.local_date, new.utc_offset_s)
        });
    if is_same {
        return Ok(());
    }
    let merged: BTreeSet<&ActivityId> = old.iter().filter_map(|source| source.merged_into.as_ref()).collect();
    let days: Vec<Date> = old.iter().map(|source| source.activity.local_date).collect();
    for id in merged {
        writing.delete_activity(id)?;
    }
    for source in old {
        writing.delete_source(&source.activity.id)?;
    }
    let mut fresh = Vec::new();
    for told in new {
        writing.keep_source(&told.activity, &told.samples)?;
        fresh.push(New::from(told));
    }
    fresh.extend(orphans(writing, &days)?);
    merging::merge(writing, fresh)?;
    Ok(())
}

/// Sources that lost their activity because another source of it was taken away.
fn orphans(writing: &Writing<'_>, days: &[Date]) -> Result<Vec<New>, StoreError> {
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else { return Ok(Vec::new()) };
    let week = jiff::Span::new().days(7);
    let near = writing.sources_between(first.saturating_sub(week), last.saturating_add(week))?;
    let mut orphans = Vec::new();
    for source in near.into_iter().filter(|source| source.merged_into.is_none()) {
        let mut activity = source.activity;
        let samples = writing.source_samples(&activity.id)?;
        let Digests { load, knee } = digests(&activity, &samples);
        activity.digest = load;
        orphans.push(New { activity, knee });
    }
    Ok(orphans)
}
