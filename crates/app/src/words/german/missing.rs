//! Was fehlt, und was es zeigen würde.

/// One line for one missing thing.
pub fn text(what: &str) -> String {
    match what {
        "activities" => "Läufe fehlen: Lies Dateien der Uhr oder einen Export ein, dann wird die Belastung jeder Woche sichtbar.",
        "diary" => "Ein Schmerztagebuch fehlt: Zehn Sekunden am Tag zeigten Schübe, und welche Läufe ihnen vorausgingen.",
        "flares" => {
            "Weniger als drei Schübe lassen sich mit den Wochen davor vergleichen: Dort beginnt die eigene Statistik."
        }
        "screen" => "Sicherheitsfragen sind offen: eine Minute, und Pläne und Übungen werden frei.",
        "regions" => "Der Ort des Schmerzes fehlt: Ein Tipp auf die Karte ließe Muster vergleichen.",
        "findings" => "Antworten zu Treppen, Hocken und Sitzen fehlen: Sie unterscheiden die Muster.",
        "shoes" => "Schuhe fehlen: Jedes Paar zu nennen zeigte Abnutzung, Wechsel, und ob eines weniger schmerzt.",
        "shoe_details" => "Einzelheiten deiner Schuhe fehlen: Sprengung und Dämpfung ergänzten den Teil über Schuhe.",
        "tests" => "Tests zu Hause fehlen: Zehn Minuten zeigten, ob Kraft oder Beweglichkeit eine Rolle spielen.",
        "strength_log" => "Krafttraining ist unbekannt: Es einzutragen, oder dass es keines gibt, klärt diesen Teil.",
        "wellness" => "Schlaf, Stress und Stimmung fehlen: Eine Woche davon zeigte, wie gut du dich erholst.",
        "sleep" => "Schlaf fehlt: Vier Nächte der letzten sieben genügen, um ihn zu zählen.",
        "profile" => "Das Profil ist leer: Geburtsjahr, Geschlecht und Gewicht schärfen Normen und Muster.",
        "age" => "Dein Geburtsjahr fehlt: Muster und Normen hängen vom Alter ab.",
        "sex" => "Dein Geschlecht fehlt: Belastung nach Puls und einige Normen hängen davon ab.",
        "mass" => "Dein Gewicht fehlt: Die Regel zur Dämpfung und die Kniebelastung hängen davon ab.",
        "running_since" => "Seit wann du läufst, fehlt: Manche Regeln gelten nur für das erste Jahr.",
        "session_rpe" => "Wie hart sich die Läufe anfühlten, fehlt: Es unterschiede harte Tage von leichten.",
        "heart_rate" => "Der Puls fehlt: Er unterschiede harte Tage von leichten.",
        "cadence" => "Die Schrittfrequenz fehlt, darum ist der Bereich der Kniebelastung weiter.",
        "altitude" => "Die Höhe fehlt: Hügel und Gefälle lassen sich nicht zählen.",
        "speed" => "Das Tempo fehlt: Schnelles Laufen lässt sich nicht von lockerem unterscheiden.",
        "surface" => "Der Untergrund deiner Läufe fehlt: Ein Wechsel des Bodens ist nicht zu sehen.",
        "foot_posture" => "Die Fußstellung wurde nie gemessen. Für sich allein sagt sie wenig voraus.",
        other => {
            let name = kneewise_types::TestId::from_word(other).map(crate::words::tests::name);
            let name = name.map_or_else(|| crate::words::numbers::capital(&other.replace('_', " ")), str::to_owned);
            return format!("Nie eingetragen: {name}. Damit wäre die Antwort sicherer.");
        }
    }
    .to_owned()
}
