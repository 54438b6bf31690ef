//! The traffic light in words: shape and colour stand beside them, never alone.

use super::language::texts;
use kneewise_types::assessment::Light;

texts! {
    /// The words of the light.
    Lights {
        green: "Green: go on", "Grün: weiter so";
        amber: "Amber: hold", "Gelb: halten";
        red: "Red: rest", "Rot: Pause";
        provisional: "Amber until tomorrow morning", "Gelb bis morgen früh";
        go_on: "Go on as you are, and enter the next morning.", "Mach weiter wie bisher und trag den nächsten Morgen ein.";
    }
}

/// The light with what it asks for.
#[must_use]
pub fn light(light: Light) -> &'static str {
    match light {
        Light::Green => Lights.green(),
        Light::Amber => Lights.amber(),
        Light::Red => Lights.red(),
        Light::Provisional => Lights.provisional(),
    }
}
