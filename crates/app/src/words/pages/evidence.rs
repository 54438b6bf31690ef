//! Evidence: every source and every rule.

use crate::words::language::texts;

texts! {
    /// The texts of the page of evidence.
    Evidence {
        title: "What this rests on", "Worauf das beruht";
        lead(sources: &str, rules: &str): "{sources} sources and {rules} rules, each with its grade and its limits. The same lists stand in the program's code, which is checked against them.",
            "{sources} Quellen und {rules} Regeln, jede mit ihrer Güte und ihren Grenzen. Dieselben Listen stehen im Code des Programms, der gegen sie geprüft wird. Sie sind in englischer Sprache.";
        sources: "Sources", "Quellen";
        sources_note: "Studies and texts, and what we take from each. A link leads to the publisher, outside this computer.",
            "Studien und Texte, und was wir aus ihnen nehmen. Ein Verweis führt zum Verlag, weg von diesem Computer.";
        rules: "Rules", "Regeln";
        rules_note: "What each file of the program computes, in its own words.",
            "Was jede Datei des Programms rechnet, in ihren eigenen Worten.";
        signs: "Signs of the five families", "Zeichen der fünf Bereiche";
        knee_load: "Load on the knee", "Belastung auf dem Knie";
        gait: "Way of running", "Laufstil";
        load: "Distance, effort, heart rate", "Strecke, Anstrengung, Puls";
        symptoms: "Symptoms, lights, early signs, red flags, patterns", "Beschwerden, Ampeln, frühe Zeichen, Warnzeichen, Muster";
        own: "The runner's own statistics", "Die eigene Statistik";
        others: "The rest", "Alles Übrige";
        used_for: "We use", "Wir nutzen";
        place: "Read", "Gelesen";
        in_rules: "In", "In";
        read_abstract: "abstract", "Kurzfassung";
        read_page: "a summary", "Zusammenfassung";
        read_memory: "known, not looked up again", "bekannt, nicht nachgeschlagen";
        read_ours: "ours", "von uns";
        file: "File", "Datei";
        grade(grade: &str): "grade {grade}", "Güte {grade}";
        trust: "When not to trust this", "Wann man dem nicht trauen soll";
    }
}

/// A rule in a list: its code, or its file in words.
#[must_use]
pub fn rule(id: &str) -> String {
    let of_file = id.strip_prefix("analyse-").or_else(|| id.strip_prefix("advise-"));
    of_file.map_or_else(|| id.to_owned(), |file| file.replace('-', " "))
}

/// How far a source was read.
#[must_use]
pub fn read(word: &str) -> String {
    match word {
        "abstract" => Evidence.read_abstract().to_owned(),
        "page" => Evidence.read_page().to_owned(),
        "memory" => Evidence.read_memory().to_owned(),
        "ours" => Evidence.read_ours().to_owned(),
        other => other.to_owned(),
    }
}
