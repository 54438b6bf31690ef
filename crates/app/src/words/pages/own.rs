//! The runner's own statistics on home.

use crate::words::language::texts;

texts! {
    /// The texts of the section.
    Own {
        title(flares: &str, knee: &str): "What came before the {flares} flares of your {knee}", "Was den {flares} Schüben vorausging: {knee}";
        compared(flares: &str): "{flares} could be compared with the same weekdays of the weeks before. These are leads to test, not proof.",
            "{flares} ließen sich mit denselben Wochentagen der Wochen davor vergleichen. Das sind Spuren zum Prüfen, kein Beweis.";
        came_before: "What came before", "Was vorausging";
        rarer: "rarer", "seltener";
        as_usual: "as usual", "wie üblich";
        more_often: "more often", "öfter";
        in_words: "In words", "In Worten";
        times(exposed: &str, flares: &str): "before {exposed} of {flares} flares", "vor {exposed} von {flares} Schüben";
        never(flares: &str): "before none of {flares} flares", "vor keinem von {flares} Schüben";
        no_sign: "No clear sign either way.", "Kein klares Zeichen.";
        anywhere(low: &str, high: &str): "anywhere from {low} to {high}.", "irgendwo zwischen {low} und {high}.";
        figures: "Method and numbers", "Methode und Zahlen";
        method: "Each flare is compared with the runner's own ordinary days (case-crossover). Published findings pull each number towards the middle.",
            "Jeder Schub wird mit den gewöhnlichen Tagen desselben Läufers verglichen (Case-Crossover). Veröffentlichte Befunde ziehen jede Zahl zur Mitte.";
        odds: "Odds ratio", "Chancenverhältnis";
        interval: "95 % of the belief", "95-%-Bereich";
        from_to(low: &str, high: &str): "{low} to {high}", "{low} bis {high}";
        trust: "When not to trust this", "Wann man dem nicht trauen soll";
    }
}
