//! What is said beside the day series of training software: descriptions, no zones, no prediction (load text B7).

use kneewise_analyse::load::series::DailyLoad;

/// What must be said wherever this week is compared with the last weeks.
pub const RATIO_NOTE: &str = "Describes change. It did not predict injury in runners, and one large study even found the opposite direction.";

/// What the columns are.
pub const NOTES: [&str; 7] = [
    RATIO_NOTE,
    "vs weeks: this week compared with your last weeks, the last seven days over the mean of the three before.",
    "smoothed: the same from moving averages of 7 and 28 days.",
    "long, short: daily load smoothed over 42 and 7 days; balance: their difference that morning. From nothing at",
    "the first day, so the first six weeks say little.",
    "vs week: kilometres of the last seven days against the seven before; needs 3 km in those.",
    "monotony, strain: how alike the days were, and that times the week's load; needs a rating of every session.",
];

/// The line above the table.
pub fn heading(load: DailyLoad) -> String {
    let of = match load {
        DailyLoad::Distance => "running distance",
        DailyLoad::Duration => "running time",
        DailyLoad::SessionRpe => "ratings times minutes",
        DailyLoad::Trimp => "heart rate over time (TRIMP)",
        DailyLoad::RunStress => "speed over time, 100 for an hour at threshold speed",
    };
    format!("Week by week: {of}.")
}
