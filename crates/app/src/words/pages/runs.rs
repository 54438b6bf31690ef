//! The list of outings and the page of a day.

use crate::words::language::texts;

texts! {
    /// The texts of the list of runs.
    Runs {
        title: "Your runs", "Deine Läufe";
        shown(number: &str, length: &str): "{number}, {length} in all", "{number}, zusammen {length}";
        shown_bare(number: &str): "{number}", "{number}";
        nothing: "Nothing fits. Widen the search, or bring in more files.",
            "Nichts passt. Such weiter gefasst, oder lies mehr Dateien ein.";
        search: "Search", "Suchen";
        filters: "Search, filter, order", "Suchen, filtern, ordnen";
        words: "Words in title or note", "Wörter in Titel oder Notiz";
        sport: "Sport", "Sportart";
        any: "any", "alle";
        running: "running", "Laufen";
        from: "From", "Von";
        to: "To", "Bis";
        shoe: "Shoes", "Schuhe";
        longer(unit: &str): "At least, {unit}", "Mindestens, {unit}";
        with_pain: "With pain in the run", "Mit Schmerz im Lauf";
        sort: "Order", "Reihenfolge";
        by_date: "newest first", "neueste zuerst";
        by_length: "longest first", "längste zuerst";
        by_knee: "most knee load first", "meiste Kniebelastung zuerst";
        by_pain: "most pain first", "stärkster Schmerz zuerst";
        clear: "Clear", "Leeren";
        day: "Day", "Tag";
        outing: "Outing", "Aktivität";
        length: "Length", "Länge";
        duration: "Time", "Dauer";
        pace(unit: &str): "Min per {unit}", "Min pro {unit}";
        heart: "Heart rate", "Puls";
        knee: "Knee load", "Kniebelastung";
        knee_title: "Load on the kneecap joint of one leg, body weights times seconds, by our model",
            "Belastung auf dem Kniescheibengelenk eines Beins, Körpergewichte mal Sekunden, nach unserem Modell";
        pain: "Most pain", "Stärkster Schmerz";
        earlier: "Earlier", "Ältere";
        later: "Later", "Neuere";
        pages(page: usize, pages: usize): "Page {page} of {pages}", "Seite {page} von {pages}";
        import: "Bring in files", "Dateien einlesen";
    }
}

texts! {
    /// The texts of the page of one day.
    Day {
        ran(length: &str): "{length}.", "{length}.";
        ran_beyond(length: &str, share: &str): "{length}, {share} longer than any run of the 30 days before.",
            "{length}, {share} länger als jeder Lauf der 30 Tage davor.";
        ran_twice(length: &str, times: &str): "{length}, {times} times the longest run of the 30 days before.",
            "{length}, das {times}-Fache des längsten Laufs der 30 Tage davor.";
        rest: "No run.", "Kein Lauf.";
        unknown: "Nothing was recorded.", "Nichts ist aufgezeichnet.";
        longest_before(length: &str, day: &str): "The longest run of the 30 days before was {length}, on {day}.",
            "Der längste Lauf der 30 Tage davor waren {length}, am {day}.";
        no_longest: "There was no run in the 30 days before, so there is nothing to compare it with.",
            "In den 30 Tagen davor gab es keinen Lauf, also ist nichts zu vergleichen.";
        advised(length: &str): "The advised length that day: up to {length}.", "Ratsam an diesem Tag: bis {length}.";
        most_end_well: "Most runs beyond it still end well.", "Die meisten Läufe darüber gehen trotzdem gut aus.";
        hard: "A hard day: much of it above threshold, or rated hard.",
            "Ein harter Tag: vieles über der Schwelle, oder als hart bewertet.";
        in_flare(day: i64, knee: &str): "Day {day} of a flare of the {knee}.", "Tag {day} eines Schubs: {knee}.";
        outings: "Outings", "Aktivitäten";
        none: "None.", "Keine.";
        knee_load: "What it asked of the knee", "Was es vom Knie verlangte";
        knee_ratio(times: &str): "{times} times a usual day with a run, by the load on the kneecap joint.",
            "{times}-mal so viel wie ein üblicher Lauftag, nach der Belastung auf dem Kniescheibengelenk.";
        knee_descent(share: &str): "Downhill made about {share} of the damage-weighted load; how much hills matter is uncertain.",
            "Bergab machte etwa {share} der schadensgewichteten Belastung aus; wie viel Hügel zählen, ist unsicher.";
        model: "By our model, for one leg; changes of your own running are more trustworthy than the figures themselves.",
            "Nach unserem Modell, für ein Bein; Änderungen deines eigenen Laufens sind verlässlicher als die Zahlen selbst.";
        rules: "Why this day", "Warum dieser Tag";
        body: "How the knees were", "Wie es den Knien ging";
        no_entry: "Nothing was entered. Anything left open stays unknown.",
            "Nichts ist eingetragen. Was offen bleibt, bleibt unbekannt.";
        open_diary: "Open this day in the diary", "Diesen Tag im Tagebuch öffnen";
        morning: "in the morning", "am Morgen";
        before: "before the run", "vor dem Lauf";
        during: "at most in the run", "höchstens im Lauf";
        after: "an hour after", "eine Stunde danach";
        previous: "The day before", "Der Tag davor";
        next: "The day after", "Der Tag danach";
        chart: "Around this day", "Um diesen Tag";
    }
}
