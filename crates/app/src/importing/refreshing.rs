//! After an update with other formulas, what the samples come to is made again, once.

use kneewise_store::{Store, StoreError};
use kneewise_types::{ActivityId, SampleDigest};
use rayon::prelude::*;

/// Activities a batch.
const BATCH: usize = 64;

/// Makes again every digest of older formulas; quick when there is none.
pub fn refresh_digests(store: &mut Store) -> Result<(), StoreError> {
    for ids in store.stale_digests()?.chunks(BATCH) {
        let kept = ids
            .iter()
            .filter_map(|id| store.get_activity(&id.0).transpose())
            .collect::<Result<Vec<_>, StoreError>>()?;
        let digests: Vec<(ActivityId, SampleDigest)> = kept
            .par_iter()
            .map(|kept| {
                let digest = kneewise_analyse::load::digest(&kept.activity, &kept.samples);
                (kept.activity.id.clone(), digest)
            })
            .collect();
        store.write(|writing| digests.iter().try_for_each(|(id, digest)| writing.put_digest(id, digest)))?;
    }
    Ok(())
}
