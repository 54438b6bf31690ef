//! One outing from all its sources: which of them, what they come to together, and as little reading as that takes.

use super::{Near, New};
use crate::knees;
use kneewise_analyse::{Digests, digests};
use kneewise_import::{Recorded, duplicates};
use kneewise_store::{KneeOutcome, PackedSamples, StoreError, StoredSource};
use kneewise_types::{Activity, ActivityId, Samples};
use std::collections::{BTreeMap, HashMap};

/// An activity as it is put into the database.
pub(super) struct Made {
    pub(super) activity: Activity,
    /// `None` where they are those of the first source that has any.
    pub(super) samples: Option<PackedSamples>,
    /// What it asked of the knee; `None` where nobody can without another look at the samples, or off feet.
    pub(super) knee: Option<KneeOutcome>,
}

impl Made {
    /// With all that the samples come to.
    fn of(mut activity: Activity, samples: &Samples) -> Self {
        let Digests { load, knee } = digests(&activity, samples);
        activity.digest = load;
        Self { activity, samples: None, knee }
    }
}

impl From<New> for Made {
    fn from(new: New) -> Self {
        Self { activity: new.activity, samples: None, knee: new.knee }
    }
}

/// Sources of one outing.
pub(super) struct Group {
    pub(super) sources: Vec<Member>,
    /// Rows that a later edition replaced.
    older: Vec<Activity>,
    /// Activities that were made of these sources alone.
    pub(super) before: Vec<ActivityId>,
    /// Activities whose digest is known already: what was just read, and what was merged before.
    digested: Vec<New>,
}

pub(super) struct Member {
    pub(super) activity: Activity,
    pub(super) is_sampled: bool,
    /// Read only where they are needed.
    pub(super) packed: PackedSamples,
}

impl Group {
    pub(super) fn new(
        members: &[&StoredSource],
        near: &Near<'_>,
        fresh: &mut BTreeMap<ActivityId, New>,
    ) -> Self {
        let mut group =
            Self { sources: Vec::new(), older: Vec::new(), before: Vec::new(), digested: Vec::new() };
        for member in members {
            let activity = member.activity.clone();
            group.digested.extend(fresh.remove(&activity.id));
            // What another one's samples came to says nothing about these.
            group.before.extend(member.merged_into.iter().filter(|old| near.is_of(old, members)).cloned());
            if near.older.contains(&activity.id) {
                group.older.push(activity);
            } else {
                group.sources.push(Member { activity, is_sampled: false, packed: PackedSamples::default() });
            }
        }
        group
    }

    /// Whether what the samples come to must be made again.
    pub(super) fn needs_samples(&self) -> bool {
        match self.sources.iter().filter(|source| source.is_sampled).count() {
            0 => false,
            1 => self.known_digest(&self.merged_bare()).is_none(),
            _ => true,
        }
    }

    /// Takes the activities that were made of these sources before, where their digest is known.
    pub(super) fn remember(&mut self, before: &mut HashMap<ActivityId, Activity>) {
        let before = self.before.iter().filter_map(|old| before.remove(old));
        self.digested.extend(before.map(|activity| New { activity, knee: None }));
        self.digested.retain(|known| known.activity.digest.is_some());
    }

    /// The merged activity; its samples only where they are not those of the first source that has any.
    pub(super) fn merged(&self) -> Result<Made, StoreError> {
        let mut made = self.merged_from_believed()?;
        for older in &self.older {
            made.activity.sources.extend(older.sources.iter().cloned());
            made.activity.id = made.activity.id.min(older.id.clone());
        }
        if let Some(Ok(digest)) = &mut made.knee
            && let Some(gait) = &mut digest.gait
        {
            gait.id = made.activity.id.clone();
            gait.local_date = made.activity.local_date;
        }
        Ok(made)
    }

    fn merged_from_believed(&self) -> Result<Made, StoreError> {
        let mut sampled = self.sources.iter().filter(|source| source.is_sampled);
        match (sampled.next(), sampled.next()) {
            (Some(_), Some(_)) => self.merged_from_several(),
            (Some(source), None) => self.merged_around(source),
            (None, _) => Ok(Made::of(self.merged_bare(), &Samples::default())),
        }
    }

    /// Merged without a look at the samples: with those of one source at most there is nothing to choose between.
    fn merged_bare(&self) -> Activity {
        let stand_in = Samples { time_ms: vec![0], ..Samples::default() };
        let bare = |source: &Member| Recorded {
            activity: source.activity.clone(),
            samples: if source.is_sampled { stand_in.clone() } else { Samples::default() },
        };
        duplicates::merge(self.sources.iter().map(bare).collect()).activity
    }

    /// The samples are not even unpacked, unless what they come to has changed with the sport, the ground or the pauses.
    fn merged_around(&self, source: &Member) -> Result<Made, StoreError> {
        let mut activity = self.merged_bare();
        if let Some(known) = self.known_digest(&activity) {
            activity.digest.clone_from(&known.activity.digest);
            let knee = knees::is_same(&activity, &known.activity).then(|| known.knee.clone()).flatten();
            return Ok(Made { activity, samples: None, knee });
        }
        let samples = source.packed.unpack(&source.activity.id)?;
        Ok(Made::of(activity, &samples))
    }

    /// What was made of the same samples, read in the same way.
    fn known_digest(&self, activity: &Activity) -> Option<&New> {
        let basis = |of: &Activity| (of.sport, of.surface, of.pauses.clone());
        self.digested.iter().find(|known| basis(&known.activity) == basis(activity))
    }

    fn merged_from_several(&self) -> Result<Made, StoreError> {
        let recorded = self
            .sources
            .iter()
            .map(|Member { activity, packed, .. }| {
                Ok(Recorded { activity: activity.clone(), samples: packed.unpack(&activity.id)? })
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        let Recorded { activity, samples } = duplicates::merge(recorded);
        Ok(Made { samples: Some(PackedSamples::new(&samples)?), ..Made::of(activity, &samples) })
    }
}
