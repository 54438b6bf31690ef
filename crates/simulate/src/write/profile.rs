//! `profile.toml` of the contract.

use kneewise_types::{FootStrike, Profile, Sex, UnitSystem};
use std::fmt::Write;

/// The profile; what is not known is left out.
#[must_use]
pub fn profile(profile: &Profile) -> String {
    let mut text = String::new();
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(text, "{key} = {value}");
        }
    };
    let quoted = |value: &str| format!("\"{value}\"");
    line("sex", profile.sex.map(|sex| quoted(if sex == Sex::Female { "female" } else { "male" })));
    line("birth_year", profile.birth_year.map(|year| year.to_string()));
    line("height_m", profile.height_m.map(|height| format!("{height:.2}")));
    line("mass_kg", profile.mass.map(|mass| format!("{:.1}", mass.as_kg())));
    line("running_since", profile.running_since.map(|date| date.to_string()));
    let bpm = |rate: kneewise_types::BeatsPerMinute| format!("{:.0}", rate.as_bpm());
    line("max_heart_rate_bpm", profile.max_heart_rate.map(bpm));
    line("resting_heart_rate_bpm", profile.resting_heart_rate.map(bpm));
    line("threshold_heart_rate_bpm", profile.threshold_heart_rate.map(bpm));
    line("threshold_speed_mps", profile.threshold_speed.map(|speed| format!("{:.1}", speed.as_mps())));
    let strike = |strike| match strike {
        FootStrike::Rearfoot => "rearfoot",
        FootStrike::Midfoot => "midfoot",
        FootStrike::Forefoot => "forefoot",
    };
    line("foot_strike", profile.foot_strike.map(|value| quoted(strike(value))));
    let equipment: Vec<String> = profile.equipment.iter().map(|item| quoted(item)).collect();
    line("equipment", (!equipment.is_empty()).then(|| format!("[{}]", equipment.join(", "))));
    let units = |units| if units == UnitSystem::Imperial { "imperial" } else { "metric" };
    line("units", profile.units.map(|value| quoted(units(value))));
    line("time_zone", profile.time_zone.as_deref().map(quoted));
    text
}
