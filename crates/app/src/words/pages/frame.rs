//! What stands around every page.

use crate::words::language::texts;

texts! {
    /// The texts around every page.
    Frame {
        skip: "Skip to the answer", "Zur Antwort springen";
        main_navigation: "Main", "Hauptmenü";
        phone_navigation: "Main, phone", "Hauptmenü, Telefon";
        knee: "Knee", "Knie";
        diary: "Diary", "Tagebuch";
        runs: "Runs", "Läufe";
        what_if: "What if", "Was wäre wenn";
        report: "Report", "Bericht";
        import: "Import", "Einlesen";
        settings: "Settings", "Einstellungen";
        notes: "Found in your notes", "In deinen Notizen gefunden";
        knee_load: "Knee load", "Kniebelastung";
        experiments: "Experiments", "Versuche";
        week: "Weekly check", "Wochenfrage";
        evidence: "Evidence", "Belege";
        trust: "When not to trust this", "Wann man dem nicht trauen soll";
        log: "Log", "Eintragen";
        more: "More", "Mehr";
        go_to: "Go to", "Gehe zu";
        log_out: "Log out", "Abmelden";
        right_knee: "right knee", "rechtes Knie";
        left_knee: "left knee", "linkes Knie";
        disclaimer: "kneewise gives education and decision support. It does not diagnose. Everything on this page stays on this computer.",
            "kneewise erklärt und hilft entscheiden. Es stellt keine Diagnose. Alles auf dieser Seite bleibt auf diesem Computer.";
        as_of(day: &str): "As of {day}", "Stand {day}";
        as_of_note(day: &str): "You are looking at the answer of {day}.", "Du siehst die Antwort vom {day}.";
        back_to_today: "Back to today", "Zurück zu heute";
        gone: "The program is not answering. What you typed is kept here.",
            "Das Programm antwortet nicht. Was du getippt hast, bleibt hier.";
        refused: "An entry that was kept here was not taken:", "Ein hier behaltener Eintrag wurde nicht angenommen:";
        discard: "Discard it", "Verwerfen";
        close: "Close", "Schließen";
        find_page: "Go to a page or a day", "Gehe zu einer Seite oder einem Tag";
        keys: "Keys", "Tasten";
        skip_nothing_found: "Nothing fits.", "Nichts passt.";
        grade_title(meaning: &str): "Grade of evidence: {meaning}", "Güte der Belege: {meaning}";
    }
}
