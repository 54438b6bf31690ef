//! The page of a red flag: the act, why, what was told, whom to call, when not to wait.

use crate::words::language::texts;

texts! {
    /// The texts of the red flag page and of the safety questions.
    Lock {
        about_knee(knee: &str): "It is about the {knee}.", "Es geht um das {knee}.";
        also: "Also", "Außerdem";
        told: "What you told us", "Was du gesagt hast";
        wrong: "Something here is wrong: correct it", "Hier stimmt etwas nicht: berichtigen";
        print: "Print this for the appointment", "Für den Termin ausdrucken";
        report: "One page for the appointment", "Eine Seite für den Termin";
        seen: "I have been seen", "Ich war bei einer Fachperson";
        whom: "Whom to call", "Wen du anrufst";
        today_if: "Go today instead, to emergency care, if", "Geh noch heute in die Notaufnahme, wenn";
        put_away: "Plans, exercises and results are put away until this knee has been seen. Your diary stays open.",
            "Pläne, Übungen und Ergebnisse sind weggelegt, bis dieses Knie untersucht ist. Dein Tagebuch bleibt offen.";
        rule(code: &str): "Rule {code}, decided before anything else; it does not diagnose.",
            "Regel {code}, vor allem anderen entschieden; sie stellt keine Diagnose.";
        first(number: &str): "{number} first, one minute.", "Zuerst {number}, eine Minute.";
        first_why(knee: &str, since: &str): "The {knee} hurt since {since}. Before any plan, these signs must be ruled out. Is any of them so?",
            "Das {knee} schmerzt seit dem {since}. Vor jedem Plan müssen diese Zeichen ausgeschlossen sein. Trifft eines zu?";
        none: "None of these", "Nichts davon";
        answer: "Save the answers", "Antworten speichern";
    }
}
