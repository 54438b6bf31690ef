//! `wellness.csv`: sleep, mood and the body at rest.

use super::Kind;
use super::row::{Fault, Row, required};
use kneewise_types::WellnessEntry;

pub(super) const KIND: Kind = Kind {
    name: "wellness.csv",
    required: &["date"],
    optional: &["sleep_h", "resting_heart_rate_bpm", "hrv_rmssd_ms", "stress", "mood", "soreness", "mass_kg"],
};

/// Largest heart-rate variability ever plausible at rest, ms.
const MAX_HRV_MS: f64 = 500.0;

pub(super) fn read(row: Row<'_>) -> Result<WellnessEntry, Fault> {
    Ok(WellnessEntry {
        date: required(row.date("date")?, "date")?,
        sleep_h: row.number("sleep_h", 0.0, 24.0)?,
        resting_heart_rate: row.quantity("resting_heart_rate_bpm", 20.0, 200.0)?,
        hrv_rmssd_ms: row.number("hrv_rmssd_ms", 0.0, MAX_HRV_MS)?,
        stress: row.number("stress", 0.0, 10.0)?,
        mood: row.number("mood", 0.0, 10.0)?,
        soreness: row.number("soreness", 0.0, 10.0)?,
        mass: row.quantity("mass_kg", 25.0, 250.0)?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn empty_is_missing_and_zero_is_zero() {
        let imported = read("date,sleep_h,stress,mass_kg\n2026-03-01,,0,70.5\n2026-03-02,7,3,300\n").unwrap();
        let [entry] = imported.entries.wellness.as_slice() else { panic!("one row") };
        assert_eq!(entry.sleep_h, None);
        assert_eq!(entry.stress, Some(0.0));
        assert!((entry.mass.unwrap().as_kg() - 70.5).abs() < 1e-9);
        assert_eq!(imported.notes[0].at.as_deref(), Some("line 3, column mass_kg"));
        assert_eq!(imported.notes[0].what, "`300` is not a number between 25 and 250, the row was left out");
    }
}
