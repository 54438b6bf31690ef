//! The page of one run.

use crate::words::language::texts;

texts! {
    /// The texts of the page of one outing.
    Run {
        from_file: "from the watch file", "aus der Uhrendatei";
        from_table: "from the table of an export", "aus der Tabelle eines Exports";
        from_log: "from the log", "aus dem Protokoll";
        pain(points: u8): "most pain in a run that day: {points}", "stärkster Schmerz im Lauf an diesem Tag: {points}";
        time: "Moving time", "Zeit in Bewegung";
        pace(unit: &str): "Minutes per {unit}", "Minuten pro {unit}";
        climb: "Up, down", "Auf, ab";
        steps: "Steps per minute", "Schritte pro Minute";
        heart: "Heart rate", "Puls";
        force: "Force of a step on the kneecap joint", "Kraft eines Schritts auf das Kniescheibengelenk";
        body_weights(low: &str, high: &str): "body weights, probably {low} to {high}",
            "Körpergewichte, wahrscheinlich {low} bis {high}";
        load: "Load on the kneecap joint", "Belastung auf dem Kniescheibengelenk";
        usual: "times a usual run", "mal ein üblicher Lauf";
        load_unit: "body weights times seconds, one leg", "Körpergewichte mal Sekunden, ein Bein";
        route: "Where the knee worked hardest", "Wo das Knie am meisten trug";
        route_note: "Force on the kneecap joint at each step, estimated from speed, slope and step rate.",
            "Kraft auf das Kniescheibengelenk je Schritt, geschätzt aus Tempo, Steigung und Schrittfrequenz.";
        route_label: "The route, coloured and widened by the force on the kneecap joint.",
            "Die Strecke, gefärbt und verbreitert nach der Kraft auf das Kniescheibengelenk.";
        hidden(length: &str): "The first and last {length} are hidden. No map is loaded from the network.",
            "Die ersten und letzten {length} sind verborgen. Keine Karte wird aus dem Netz geladen.";
        show_ends: "Show them", "Zeigen";
        shown: "The whole way is shown. No map is loaded from the network.",
            "Der ganze Weg ist zu sehen. Keine Karte wird aus dem Netz geladen.";
        hide_ends: "Hide start and end", "Anfang und Ende verbergen";
        north: "N", "N";
        legend: "body weights:", "Körpergewichte:";
        below(value: &str): "below {value}", "unter {value}";
        between(low: &str, high: &str): "{low} to {high}", "{low} bis {high}";
        above(value: &str): "above {value}", "über {value}";
        along: "Along the run", "Den Lauf entlang";
        along_note: "Point at one line, or use the arrow keys, and all of them answer.",
            "Zeig auf eine Linie, oder nimm die Pfeiltasten, und alle antworten.";
        along_label: "Lines along the run, one over the other: force on the kneecap joint, pace, heart rate, height, steps per minute.",
            "Linien den Lauf entlang, übereinander: Kraft auf das Kniescheibengelenk, Tempo, Puls, Höhe, Schritte pro Minute.";
        lane_force: "force on the kneecap joint, body weights", "Kraft auf das Kniescheibengelenk, Körpergewichte";
        lane_pace(unit: &str): "pace, min/{unit}", "Tempo, min/{unit}";
        lane_heart: "heart rate, beats per minute", "Puls, Schläge pro Minute";
        lane_height(unit: &str): "height, {unit}", "Höhe, {unit}";
        lane_steps: "steps per minute", "Schritte pro Minute";
        splits_km: "Kilometre by kilometre", "Kilometer für Kilometer";
        splits_mile: "Mile by mile", "Meile für Meile";
        laps: "Laps as the watch cut them", "Runden, wie die Uhr sie schnitt";
        lap: "lap", "Runde";
        length: "length", "Länge";
        duration: "time", "Zeit";
        split_pace: "pace", "Tempo";
        split_force: "knee force", "Kniekraft";
        up: "up", "auf";
        down: "down", "ab";
        all_splits(number: usize): "All {number}", "Alle {number}";
        stands_out: "What stands out", "Was auffällt";
        downhill(distance: &str, share: &str): "Descents were {distance} of the way and probably {share} of what the front of the knee added up; how much is uncertain.",
            "Bergab waren {distance} des Wegs und wahrscheinlich {share} dessen, was vorn am Knie zusammenkam; wie viel, ist unsicher.";
        slowed(before: &str, later: &str): "Steps slowed towards the end: from {before} to {later} a minute, more than the pace explains. It may be tiredness, or the knee sparing itself.",
            "Die Schritte wurden zum Ende langsamer: von {before} auf {later} pro Minute, mehr als das Tempo erklärt. Es kann Müdigkeit sein, oder das Knie schont sich.";
        nothing_stands_out: "Nothing, by the rules we know.", "Nichts, nach den Regeln, die wir kennen.";
        before: "The same way before", "Derselbe Weg zuvor";
        before_date: "date", "Tag";
        most_pain: "most pain", "stärkster Schmerz";
        this_run: "this one", "dieser";
        first_part(length: &str): "first {length}", "erste {length}";
        notes: "What you wrote", "Was du schriebst";
        doubts: "Doubts about the recording", "Zweifel an der Aufzeichnung";
        no_samples: "Nothing was recorded along the way: the load is that of one even run at its mean speed.",
            "Unterwegs ist nichts aufgezeichnet: Die Belastung ist die eines gleichmäßigen Laufs mit dem mittleren Tempo.";
        no_cadence: "Cadence is missing, so the range is wider.", "Die Schrittfrequenz fehlt, also ist die Spanne weiter.";
        no_grade: "The slope is not known, so the ground counts as level and the range is wider.",
            "Die Steigung ist nicht bekannt, also gilt der Boden als eben und die Spanne ist weiter.";
        day: "This day", "Dieser Tag";
        original: "The file as it was read", "Die Datei, wie sie gelesen wurde";
        as_data: "As data", "Als Daten";
        sources: "Where it is from", "Woher es kommt";
        said_force(value: &str): "{value} body weights", "{value} Körpergewichte";
        said_steps(value: &str): "{value} steps a minute", "{value} Schritte pro Minute";
        said_heart(value: &str): "{value} beats a minute", "{value} Schläge pro Minute";
    }
}
