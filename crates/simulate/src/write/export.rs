//! The table of the big platform's bulk export: repeated column names with other units, dates in UTC in words,
//! cadence of one leg, gear and perceived exertion. Heart rate and climb are left to the files.

use super::csv::{Table, text};
use crate::life::Life;
use crate::outing::Outing;
use jiff::tz::Offset;
use kneewise_types::Sport;

const HEADER: &str = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,\
                      Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,\
                      Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Heart Rate,\
                      Average Cadence,Perceived Exertion,Relative Effort,Commute";

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `activities.csv`: every recorded outing with the name of its file.
#[must_use]
pub fn table(life: &Life) -> Vec<u8> {
    let mut table = Table::new(HEADER);
    for outing in life.outings.iter().filter(|outing| outing.is_recorded) {
        table.row(&row(life, outing));
    }
    table.bytes()
}

fn row(life: &Life, outing: &Outing) -> [String; 23] {
    let distance_m = outing.distance_m.unwrap_or(0.0);
    let speed = distance_m / f64::from(outing.timer_s.max(1));
    let cadence = outing.form.cadence_at_3_spm * (speed / 3.0).sqrt().sqrt() / 2.0;
    let has_cadence = outing.sport.is_running() && !outing.dropout.has_no_cadence;
    let filename = if outing.distance_m.is_some() { life.activity_path(outing) } else { String::new() };
    [
        (4_000_000_000_u64 + outing.index as u64).to_string(),
        date_in_words(outing),
        outing.title.to_owned(),
        type_in_words(outing.sport).to_owned(),
        text(outing.note),
        outing.elapsed_s().to_string(),
        format!("{:.2}", distance_m / 1000.0),
        String::new(),
        String::new(),
        "false".to_owned(),
        String::new(),
        text(life.shoe_of(outing)),
        filename,
        format!("{:.1}", outing.form.mass_kg),
        String::new(),
        format!("{:.1}", f64::from(outing.elapsed_s())),
        format!("{:.1}", f64::from(outing.timer_s)),
        format!("{distance_m:.1}"),
        String::new(),
        if has_cadence { format!("{cadence:.1}") } else { String::new() },
        text(outing.session_rpe.map(f64::round)),
        String::new(),
        "0".to_owned(),
    ]
}

const fn type_in_words(sport: Sport) -> &'static str {
    match sport {
        Sport::Run | Sport::TrailRun | Sport::TreadmillRun => "Run",
        Sport::Walk => "Walk",
        Sport::Hike => "Hike",
        Sport::Ride => "Ride",
        Sport::Swim => "Swim",
        Sport::Yoga => "Yoga",
        _ => "Workout",
    }
}

/// `Apr 28, 2018, 2:15:35 PM`, in UTC.
fn date_in_words(outing: &Outing) -> String {
    let at = Offset::UTC.to_datetime(outing.start);
    let month = usize::try_from(at.month() - 1).ok().and_then(|index| MONTHS.get(index)).unwrap_or(&"Jan");
    let (hour, half) = match at.hour() {
        0 => (12, "AM"),
        hour @ 1..=11 => (hour, "AM"),
        12 => (12, "PM"),
        hour => (hour - 12, "PM"),
    };
    format!("{month} {}, {}, {hour}:{:02}:{:02} {half}", at.day(), at.year(), at.minute(), at.second())
}
