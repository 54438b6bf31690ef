//! `knee --json` and `knee what-if --json`: what the activities of some days asked of the knee, and what another way of
//! running would have changed.

use super::SCHEMA;
use crate::knees::Gathered;
use crate::words;
use jiff::ToSpan;
use kneewise_analyse::knee::{
    KNEE_MODEL_VERSION, KneeDay, KneeLoad, NoKneeLoad, PreferredCadence, WhatIf, days,
};
use kneewise_types::{ActivityId, Date};
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// Days shown unless said otherwise, the day of the answer included.
const DAYS: i64 = 56;

/// First day shown unless said otherwise: eight weeks.
#[must_use]
pub fn since(as_of: Date) -> Date {
    as_of.saturating_sub((DAYS - 1).days())
}

/// The activities of some days, oldest first as they were recorded, and the days themselves.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Knee)]
pub struct Document<'a> {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    #[schema(value_type = String, format = Date)]
    pub since: Date,
    pub model_version: u32,
    /// Step rate that counts as the habit, and whose it is.
    #[schema(value_type = Object)]
    pub preferred_cadence: PreferredCadence,
    /// Loads of one leg with their 10th to 90th percentile.
    #[schema(value_type = Vec<Object>)]
    pub activities: Vec<&'a KneeLoad>,
    /// Every day since the first load; a day of rest is 0, and not known is said.
    #[schema(value_type = Vec<Object>)]
    pub days: Vec<KneeDay>,
    pub without_knee_load: Vec<Without<'a>>,
}

/// An activity that nobody can tell a knee load of.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WithoutKneeLoad)]
pub struct Without<'a> {
    #[schema(value_type = String)]
    pub id: &'a ActivityId,
    #[schema(value_type = String, format = Date)]
    pub local_date: Date,
    /// `not_on_foot`, `no_speed`, `no_steps`.
    #[schema(value_type = String)]
    pub reason: NoKneeLoad,
}

/// The document of what was gathered.
#[must_use]
pub fn document<'a>(gathered: &'a Gathered<'_>, since: Date, as_of: Date) -> Document<'a> {
    let loads: Vec<&KneeLoad> = gathered.knees.iter().map(|knee| &knee.load).collect();
    let unknown: BTreeSet<Date> = gathered.without.iter().map(|(activity, _)| activity.local_date).collect();
    let without = gathered.without.iter().map(|(activity, reason)| Without {
        id: &activity.id,
        local_date: activity.local_date,
        reason: *reason,
    });
    Document {
        schema: SCHEMA,
        as_of,
        since,
        model_version: KNEE_MODEL_VERSION,
        preferred_cadence: gathered.preferred,
        days: days(&loads, &unknown, as_of),
        activities: loads,
        without_knee_load: without.collect(),
    }
}

/// What another way of running would have changed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KneeWhatIf)]
pub struct WhatIfDocument {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    #[schema(value_type = String, format = Date)]
    pub since: Date,
    /// Ratios after over before with their 10th to 90th percentile; null without running in these days.
    #[schema(value_type = Option<Object>)]
    pub what_if: Option<WhatIf>,
    /// The same in sentences; empty without running.
    pub sentences: Vec<String>,
}

/// The document of an answer.
#[must_use]
pub fn what_if(answer: Option<WhatIf>, since: Date, as_of: Date) -> WhatIfDocument {
    let said = answer.as_ref().map(words::knee_load::what_if).unwrap_or_default();
    let sentences = said.iter().map(|line| words::plain(line)).collect();
    WhatIfDocument { schema: SCHEMA, as_of, since, what_if: answer, sentences }
}
