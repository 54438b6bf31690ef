//! Import: bringing in what the watch and the logs have kept.

use crate::words::language::{either, texts};

texts! {
    /// The texts of the import page.
    Import {
        title: "Bring in your runs", "Läufe einlesen";
        lead: "Watch files, a whole export, logs: whatever you have, as often as you like. What is known already is not added twice.",
            "Dateien der Uhr, ein ganzer Export, Listen: was du hast, so oft du willst. Was schon bekannt ist, kommt nicht doppelt hinein.";
        drop: "Drop files, folders or archives here", "Zieh Dateien, Ordner oder Archive hierher";
        drop_note: "FIT, TCX, GPX, ZIP archives of these, and the CSV logs. They are recognised by what is in them. Nothing leaves this computer.",
            "FIT, TCX, GPX, ZIP-Archive davon und die CSV-Listen. Erkannt wird, was darin steht. Nichts verlässt diesen Computer.";
        choose: "Choose files", "Dateien wählen";
        send: "Bring in", "Einlesen";
        sending: "Sending {sent} of {all}", "Sende {sent} von {all}";
        not_sent: "The sending broke off. What arrived before is kept; send the rest again.",
            "Das Senden ist abgebrochen. Was vorher ankam, bleibt; schick den Rest noch einmal.";
        too_large: "{name} has more than 4 GB: import it with the command `kneewise import FILE`.",
            "{name} hat mehr als 4 GB: lies es mit dem Befehl `kneewise import DATEI` ein.";
        results: "What came of it", "Was daraus wurde";
        now: "Being read", "Wird gelesen";
        reading(done: &str, found: &str): "{done} of {found} files read. You can go on using the pages meanwhile.",
            "{done} von {found} Dateien gelesen. Die Seiten lassen sich inzwischen weiter benutzen.";
        finding(done: &str, found: &str): "{done} files read, {found} found so far.", "{done} Dateien gelesen, {found} bisher gefunden.";
        waiting(number: &str): "{number} more waiting.", "{number} weitere warten.";
        stop: "Stop", "Anhalten";
        look_again: "Look again", "Noch einmal nachsehen";
        stopped: "Stopped; what was read before is kept.", "Angehalten; was vorher gelesen wurde, bleibt.";
        failed: "This did not work.", "Das ging nicht.";
        nothing_usable: "Nothing in it could be used.", "Nichts davon ließ sich verwenden.";
        nothing_new: "Nothing new: all of it is known already.", "Nichts Neues: alles ist schon bekannt.";
        read(files: &str, seconds: &str): "Files read: {files}, in {seconds} s.", "Gelesene Dateien: {files}, in {seconds} s.";
        added(number: &str): "+ {number} outings added", "+ {number} Aktivitäten hinzugefügt";
        merged(number: &str): "+ {number} joined with another file of the same outing", "+ {number} mit einer anderen Datei derselben Aktivität verbunden";
        known(number: &str): "= {number} known already", "= {number} schon bekannt";
        entries(kind: &str, number: &str): "+ entries in {kind}: {number}", "+ Einträge in {kind}: {number}";
        left_out(number: &str): "! rows left out for a value that cannot be: {number}", "! Zeilen ausgelassen wegen eines unmöglichen Werts: {number}";
        unusable: "not usable", "nicht verwendbar";
        noted: "read in part, or with a note", "teilweise gelesen oder mit Hinweis";
        files: "Files with something to say", "Dateien, zu denen etwas zu sagen ist";
        more_files(number: &str): "And {number} more; the command `kneewise import --json` lists all.",
            "Und {number} weitere; der Befehl `kneewise import --json` nennt alle.";
        to_answer: "See the answer", "Zur Antwort";
    }
}

/// A kind of entries as the result of an import names it.
#[must_use]
pub fn kind(name: &'static str) -> &'static str {
    let german = match name {
        "diary" => "Tagebuch",
        "screen" => "Sicherheitsfragen",
        "wellness" => "Schlaf und Befinden",
        "shoes" => "Schuhe",
        "tests" => "Tests",
        "strength" => "Krafttraining",
        "decisions" => "Antworten zu Notizen",
        "experiments" => "Versuche",
        "weekly" => "Wochenfrage",
        "questionnaires" => "Fragebögen",
        "profile" => "Profil",
        _ => name,
    };
    either(name, german)
}

#[cfg(test)]
mod test {
    use super::kind;
    use crate::importing::EntriesAdded;
    use crate::words::language::{Language, speak};

    #[test]
    fn every_kind_of_entry_has_a_german_name() {
        for (name, _) in EntriesAdded::default().by_kind() {
            assert_eq!(kind(name), name);
            assert_ne!(speak(Language::German, || kind(name)), name);
        }
    }
}
