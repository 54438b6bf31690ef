//! The words of the main chart: axes, notes, key, and the sentence of a day.

use crate::words::language::texts;

texts! {
    /// The texts of the main chart.
    Chart {
        title(knee: &str): "Your runs and your {knee}", "Deine Läufe und dein {knee}";
        title_runs: "Your runs", "Deine Läufe";
        note: "Above, each run against the length advised that day: up to a tenth longer than any of the 30 days before, or in a flare what the knee last tolerated. Below, on the same days, the pain.",
            "Oben jeder Lauf gegen die Länge, die an dem Tag ratsam war: bis ein Zehntel länger als jeder der 30 Tage davor, oder in einem Schub, was das Knie zuletzt vertrug. Darunter, an denselben Tagen, der Schmerz.";
        note_plain: "Above, what was run. Below, on the same days, the pain.",
            "Oben, was gelaufen wurde. Darunter, an denselben Tagen, der Schmerz.";
        note_weeks: "A bar is a week; the pain is the worst of that week.",
            "Ein Balken ist eine Woche; der Schmerz ist der schlimmste der Woche.";
        run: "a run", "ein Lauf";
        week: "a week", "eine Woche";
        advised: "advised length", "ratsame Länge";
        beyond: "beyond it", "darüber";
        morning: "morning pain", "Schmerz am Morgen";
        in_run: "most pain in a run", "stärkster Schmerz im Lauf";
        distance_axis(unit: &str): "{unit} per run", "{unit} pro Lauf";
        distance_axis_week(unit: &str): "{unit} per week", "{unit} pro Woche";
        time_axis: "minutes running", "Minuten Laufen";
        load_axis: "effort times minutes", "Anstrengung mal Minuten";
        knee_axis: "load on the kneecap joint, body weights times seconds",
            "Belastung auf dem Kniescheibengelenk, Körpergewichte mal Sekunden";
        pain_axis: "pain, 0 to 10", "Schmerz, 0 bis 10";
        flare(peak: u8): "flare, peak {peak}", "Schub, bis {peak}";
        flare_now(day: i64): "flare, day {day}", "Schub, Tag {day}";
        days_off(days: i64): "{days} days off", "{days} Tage Pause";
        no_record(days: i64): "{days} days without a record", "{days} Tage ohne Aufzeichnung";
        advised_to(length: &str): "advised: up to {length}", "ratsam: bis {length}";
        new_pair(name: &str, day: &str): "{name}, new {day}", "{name}, neu {day}";
        today: "today", "heute";
        label(from: &str, to: &str, runs: usize): "Runs and pain from {from} to {to}: {runs} runs.",
            "Läufe und Schmerz vom {from} bis {to}: {runs} Läufe.";
        label_beyond(day: &str, length: &str): " Furthest beyond the advised length: {length} on {day}.",
            " Am weitesten über der ratsamen Länge: {length} am {day}.";
        label_flares(number: usize): " Flares: {number}.", " Schübe: {number}.";
        said_run(length: &str): "ran {length}", "{length} gelaufen";
        said_rest: "no run", "kein Lauf";
        said_unknown: "nothing recorded", "nichts aufgezeichnet";
        said_beyond(length: &str): "advised up to {length}", "ratsam bis {length}";
        said_morning(points: u8): "morning pain {points}", "Schmerz am Morgen {points}";
        said_in_run(points: u8): "{points} in the run", "{points} im Lauf";
        said_week(day: &str): "Week of {day}", "Woche vom {day}";
        show: "Show", "Zeigen";
        range: "Time", "Zeitraum";
        distance: "Distance", "Strecke";
        time: "Minutes", "Minuten";
        load: "Effort", "Anstrengung";
        knee_load: "Knee load", "Kniebelastung";
        six_weeks: "6 weeks", "6 Wochen";
        sixteen_weeks: "16 weeks", "16 Wochen";
        year: "a year", "ein Jahr";
        all: "all", "alles";
        earlier: "Earlier", "Früher";
        later: "Later", "Später";
        as_table: "Show as a table", "Als Tabelle zeigen";
        keys: "Arrow keys move from day to day, Enter opens the day, t shows the table.",
            "Pfeiltasten gehen von Tag zu Tag, Enter öffnet den Tag, t zeigt die Tabelle.";
        day: "Day", "Tag";
        no_entry: "no entry", "kein Eintrag";
    }
}
