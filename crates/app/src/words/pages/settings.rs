//! The settings: how things are shown, and what belongs to the runner.

use crate::words::language::texts;

texts! {
    /// The texts of the settings.
    Settings {
        title: "Settings", "Einstellungen";
        saved: "Saved.", "Gespeichert.";
        place: "Units and home", "Einheiten und Zuhause";
        units: "Distances", "Entfernungen";
        kilometres: "Kilometres", "Kilometer";
        miles: "Miles", "Meilen";
        zone: "Home time zone", "Zeitzone zu Hause";
        zone_note: "Days and weeks follow it, such as Europe/Berlin. Left open, those of this computer.",
            "Tage und Wochen folgen ihr, etwa Europe/Berlin. Bleibt sie offen, gilt die dieses Computers.";
        look: "How the pages look", "Wie die Seiten aussehen";
        look_note: "Kept in the database for new browsers; each browser may differ.",
            "In der Datenbank für neue Browser; jeder Browser darf abweichen.";
        theme: "Light or dark", "Hell oder dunkel";
        as_system: "As the system", "Wie das System";
        light: "Light", "Hell";
        dark: "Dark", "Dunkel";
        language: "Language", "Sprache";
        week: "The week begins on", "Die Woche beginnt am";
        monday: "Monday", "Montag";
        sunday: "Sunday", "Sonntag";
        save: "Save", "Speichern";
        yours: "What is yours", "Was dir gehört";
        holds(activities: &str, entries: &str): "{activities} activities and {entries} entries are kept here.", "Hier liegen {activities} Aktivitäten und {entries} Einträge.";
        export: "Everything as files", "Alles als Dateien";
        export_note: "The original files as they came, tables and one document, in one archive. kneewise reads it back without loss.",
            "Die Originaldateien, Tabellen und ein Dokument in einem Archiv. kneewise liest es ohne Verlust wieder ein.";
        export_button: "Download the archive", "Archiv herunterladen";
        backup: "Backup", "Sicherung";
        backup_note: "A copy of the database in one file.", "Eine Kopie der Datenbank in einer Datei.";
        backup_button: "Download a backup", "Sicherung herunterladen";
        restore: "Put a backup back", "Sicherung zurückspielen";
        restore_note: "It replaces everything that is kept here now.", "Sie ersetzt alles, was jetzt hier liegt.";
        restore_file: "Backup file", "Sicherungsdatei";
        restore_type(word: &str): "Type {word} to go on", "Tippe {word}, um fortzufahren";
        restore_word: "restore", "zurückspielen";
        restore_button: "Put it back", "Zurückspielen";
        restored: "The backup is back in its place.", "Die Sicherung ist zurückgespielt.";
        erase: "Erase", "Löschen";
        erase_note: "Removes everything kneewise keeps about you, for good. Your own files elsewhere are never touched. Download a backup first.",
            "Entfernt alles, was kneewise über dich aufbewahrt, für immer. Deine Dateien anderswo bleiben. Lade vorher eine Sicherung herunter.";
        erase_type(word: &str): "Type {word} to go on", "Tippe {word}, um fortzufahren";
        erase_word: "erase", "löschen";
        erase_button: "Erase everything", "Alles löschen";
        erased: "Everything was erased.", "Alles wurde gelöscht.";
        not_typed(word: &str): "nothing was changed: type `{word}` to go on", "nichts wurde geändert: tippe `{word}`, um fortzufahren";
        no_file: "choose a backup file first", "wähle zuerst eine Sicherungsdatei";
    }
}
