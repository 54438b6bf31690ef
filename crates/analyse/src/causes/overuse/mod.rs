//! Overuse and recovery: symptoms that stay, rest that is missing.

pub(crate) mod boom_and_bust;
pub(crate) mod no_rest_day;
pub(crate) mod persistent_symptoms;
pub(crate) mod poor_sleep;
pub(crate) mod recurrence;
pub(crate) mod rising_pain;
pub(crate) mod short_first_episode;
pub(crate) mod short_sleep;
pub(crate) mod stress;
