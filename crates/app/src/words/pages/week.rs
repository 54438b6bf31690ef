//! The weekly check: four short questions in our own words (clinical text A.4).

use crate::words::language::texts;

texts! {
    /// The texts of the weekly check.
    Week {
        title: "Weekly check", "Wochenfrage";
        ask(knee: &str): "The last seven days: how did the {knee} affect taking part in training or races?",
            "Die letzten sieben Tage: Wie hat das {knee} Training oder Wettkampf beeinflusst?";
        ask_note: "Ten seconds, once a week. It shows whether the trouble is getting less.",
            "Zehn Sekunden, einmal pro Woche. So zeigt sich, ob die Beschwerden weniger werden.";
        answer: "Answer", "Antworten";
        see: "See the weeks that were answered", "Die beantworteten Wochen ansehen";
        about(knee: &str): "Weekly check, {knee}", "Wochenfrage, {knee}";
        heading: "How were the last seven days?", "Wie waren die letzten sieben Tage?";
        other(knee: &str): "It is about the {knee}", "Es geht um das {knee}";
        taking_part: "How did the knee affect taking part in training or races?",
            "Wie hat das Knie Training oder Wettkampf beeinflusst?";
        full: "Not at all", "Gar nicht";
        full_with_problem: "I took part fully, with a knee problem", "Ich war voll dabei, mit Knieproblem";
        reduced: "I did less", "Ich habe weniger gemacht";
        no_part: "I could not take part", "Ich konnte nicht teilnehmen";
        ends: "With the first or the last answer the other questions may stay open.",
            "Bei der ersten oder letzten Antwort dürfen die anderen Fragen offen bleiben.";
        changing: "How much did you change training or races because of the knee?",
            "Wie sehr hast du Training oder Wettkampf wegen des Knies geändert?";
        performance: "How much did the knee affect performance?", "Wie sehr hat das Knie die Leistung beeinflusst?";
        symptoms: "How much knee pain did you have?", "Wie stark waren die Knieschmerzen?";
        none: "not at all", "gar nicht";
        little: "a little", "ein wenig";
        moderate: "moderately", "mäßig";
        lot: "a lot", "sehr";
        no_pain: "none", "keine";
        mild: "mild", "leicht";
        moderate_pain: "moderate", "mäßig";
        severe: "severe", "stark";
        save: "Save", "Speichern";
        again: "Answer it again", "Noch einmal antworten";
        kept: "Saved.", "Gespeichert.";
        week: "Week until", "Woche bis";
        score: "Points of 100", "Punkte von 100";
        what: "What it came to", "Was es ergab";
        earlier: "Weeks that were answered", "Beantwortete Wochen";
        nothing: "No week was answered yet.", "Noch wurde keine Woche beantwortet.";
        not_due(knee: &str): "Nothing is due for the {knee}: the check comes seven days after the last one, while there is trouble.",
            "Für das Knie ({knee}) ist nichts fällig: Die Frage kommt sieben Tage nach der letzten, solange es Beschwerden gibt.";
    }
}
