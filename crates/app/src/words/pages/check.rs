//! The check after a run: one question a screen, for one thumb; and the palette.

use crate::words::language::texts;

texts! {
    /// The texts of the check.
    Check {
        title: "After the run", "Nach dem Lauf";
        about(distance: &str, day: &str, knee: &str): "{distance}, {day}, {knee}", "{distance}, {day}, {knee}";
        step(number: &str, of: &str): "{number} of {of}", "{number} von {of}";
        during: "Most pain during the run?", "Stärkster Schmerz beim Lauf?";
        during_note: "Then: pain an hour after. The next morning is asked tomorrow.",
            "Dann: Schmerz eine Stunde danach. Nach dem Morgen wird morgen gefragt.";
        after: "Pain an hour after it, or now?", "Schmerz eine Stunde danach, oder jetzt?";
        after_note: "Pain that is gone within an hour is a good sign.", "Schmerz, der binnen einer Stunde weg ist, ist ein gutes Zeichen.";
        rpe: "How hard was the whole run?", "Wie hart war der ganze Lauf?";
        rpe_note: "From 0, rest, to 10, all you had. It makes the load of the run yours.",
            "Von 0, Ruhe, bis 10, alles gegeben. So zählt die Belastung, wie du sie gespürt hast.";
        zero_pain: "0, no pain", "0, kein Schmerz";
        zero_hard: "0, rest", "0, Ruhe";
        back: "Back", "Zurück";
        next: "Next", "Weiter";
        save: "Save", "Speichern";
        other_knee(knee: &str): "It is about the {knee}", "Es geht um das {knee}";
        open_stays_unknown: "Anything left open stays unknown.", "Was offen bleibt, bleibt unbekannt.";
        ask_run(distance: &str, day: &str): "{distance}, {day}: how was the knee?", "{distance}, {day}: wie war das Knie?";
        ask_run_note: "A few taps, ten seconds. They set today's light.", "Wenige Fragen, zehn Sekunden. Sie stellen die Ampel.";
        begin: "Answer", "Antworten";
        which_shoes(distance: &str, day: &str): "Which shoes for {distance}, {day}?", "Welche Schuhe für {distance}, {day}?";
        which_note: "Answering it can tell whether one pair hurts less.", "Die Antwort kann zeigen, ob ein Paar weniger schmerzt.";
        keys: "Keys", "Tasten";
        find: "Go to a page, a day or a run", "Gehe zu einer Seite, einem Tag oder Lauf";
        find_note: "A page, or a day such as 2026-09-20", "Eine Seite oder ein Tag wie 2026-09-20";
        nothing: "Nothing fits.", "Nichts passt.";
        log_pain: "Log pain now", "Schmerz eintragen";
        print: "Print this page", "Diese Seite drucken";
        close: "Close", "Schließen";
        single_keys: "Single keys do something", "Einzelne Tasten wirken";
        key_palette: "this palette", "diese Auswahl";
        key_log: "log pain now", "Schmerz eintragen";
        key_go: "then k d r h p w s: Knee, Diary, Runs, sHoes, rePort, What if, Settings",
            "dann k d r h p w s: Knie, Tagebuch, Läufe, Schuhe, Bericht, Was wäre wenn, Einstellungen";
        key_scale: "set the focused scale", "die fokussierte Skala stellen";
        key_page: "day before, day after", "Tag davor, Tag danach";
        key_table: "chart as table", "Diagramm als Tabelle";
        key_list: "this list", "diese Liste";
    }
}
