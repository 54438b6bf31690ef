//! The page of the knee: why it hurts, and whether to run today.

use crate::words::language::texts;

texts! {
    /// The texts of home.
    Home {
        today: "Today", "Heute";
        today_strip(light: &str): "Today, {light}", "Heute, {light}";
        no_light: "No light yet", "Noch keine Ampel";
        no_light_why: "Enter the morning's pain of one knee, and this says what today's run may be.",
            "Trag den Morgenschmerz eines Knies ein, dann steht hier, was heute möglich ist.";
        glance: "What may contribute, in order", "Was beitragen kann, der Reihe nach";
        where_marked(place: &str): "Where you marked it: {place}.", "Wo du es markiert hast: {place}.";
        figure(knee: &str, place: &str): "Your {knee}; pain marked {place}", "Dein {knee}; Schmerz markiert {place}";
        causes: "What may contribute, and why we think so", "Was beitragen kann, und warum wir das meinen";
        causes_note: "Several can be true at once. Each has reasons for and against, graded A (strong) to D (expert opinion).",
            "Mehreres kann zugleich stimmen. Jedes hat Gründe dafür und dagegen, mit Belegen von A (stark) bis D (Meinung von Fachleuten).";
        reasons_for: "For", "Dafür";
        reasons_against: "Against", "Dagegen";
        unknown: "Unknown", "Unbekannt";
        nothing_for: "Nothing that was entered points here.", "Nichts, was eingetragen ist, weist darauf hin.";
        how_known: "How this came about", "Wie das zustande kommt";
        answered(answered: &str, all: &str): "{answered} of {all} signs looked at could be answered.",
            "{answered} von {all} betrachteten Zeichen ließen sich beantworten.";
        all_signs: "Every sign that was looked at", "Jedes betrachtete Zeichen";
        sign: "Sign", "Zeichen";
        standing: "Answer", "Antwort";
        present: "present", "vorhanden";
        absent: "not found", "nicht gefunden";
        not_known: "not known", "nicht bekannt";
        method: "Method and sources", "Methode und Quellen";
        change: "What to change now", "Was du jetzt änderst";
        settle: "What would settle the doubt", "Was den Zweifel klärt";
        pattern: "Pattern", "Muster";
        no_pattern: "Where it hurts and what provokes it would let patterns be compared.",
            "Wo es schmerzt und was es auslöst, ließe Muster vergleichen.";
        missing: "What is missing", "Was fehlt";
        more_missing(number: &str): "And {number} more", "Und {number} weitere";
        morning(knee: &str): "How is the {knee} this morning?", "Wie geht es dem {knee} heute Morgen?";
        scale: "Pain from 0 to 10", "Schmerz von 0 bis 10";
        no_pain: "no pain", "kein Schmerz";
        keep: "Save", "Speichern";
        worst: "worst imaginable", "schlimmster vorstellbarer";
        empty_title: "Nothing is here yet.", "Noch ist nichts da.";
        empty_lead: "kneewise reads what your watch has kept for years and says what may contribute to the pain of your knee, with the reasons for and against.",
            "kneewise liest, was deine Uhr seit Jahren aufbewahrt, und sagt, was zum Schmerz deines Knies beitragen kann, mit den Gründen dafür und dagegen.";
        empty_import: "Drop a watch file or a whole export", "Zieh eine Datei der Uhr oder einen ganzen Export herein";
        empty_import_note: "The first answer takes about a minute. Nothing leaves this computer.",
            "Die erste Antwort dauert etwa eine Minute. Nichts verlässt diesen Computer.";
        empty_import_button: "Choose files", "Dateien wählen";
        empty_demo: "Or look at a runner who does not exist", "Oder sieh dir eine erfundene Läuferin an";
        empty_demo_note: "In a terminal: kneewise demo --serve", "In einem Terminal: kneewise demo --serve";
        tells(families: &str): "Tells more about {families}.", "Sagt mehr über {families}.";
        reasons_hint: "Reasons for and against", "Gründe dafür und dagegen";
        minutes(number: &str): "{number} min", "{number} min";
    }
}
