//! The one page for a clinician: headings, labels, and the sentences that are on no other page.

use crate::words::language::texts;

texts! {
    /// The texts of the report.
    Report {
        page: "Report", "Bericht";
        title(knee: &str): "{knee} pain when running: one-page summary", "{knee}: Schmerz beim Laufen, eine Seite";
        title_plain: "Running and knees: one-page summary", "Laufen und Knie: eine Seite";
        lead: "One page for a clinician. Choose what to leave out, then print it or save it as PDF.",
            "Eine Seite für Ärztin oder Therapeut. Wähle, was fehlen soll, dann drucke sie oder speichere sie als PDF.";
        print: "Print", "Drucken";
        file: "Save as a file", "Als Datei speichern";
        leave_out: "Leave out", "Weglassen";
        apply: "Apply", "Übernehmen";
        body: "Sex, year of birth, height, mass", "Geschlecht, Geburtsjahr, Größe, Gewicht";
        past: "Earlier episodes", "Frühere Beschwerden";
        chart: "Runs and pain", "Läufe und Schmerz";
        shoes: "Shoes", "Schuhe";
        own: "Own statistics", "Eigene Statistik";
        tests: "Home tests", "Heimtests";
        done: "What is being done", "Was getan wird";
        female: "woman", "Frau";
        male: "man", "Mann";
        born(year: &str): "born {year}", "geboren {year}";
        runs_since(year: &str): "runs since {year}", "läuft seit {year}";
        nothing_known: "No details were entered.", "Keine Angaben.";
        known_days(years: &str, runs: &str, diary: &str): "{years}, {runs} runs, {diary} diary days", "{years}, {runs} Läufe, {diary} Tage Tagebuch";
        one_year: "1 year", "1 Jahr";
        years(number: &str): "{number} years", "{number} Jahre";
        months(number: &str): "{number} months", "{number} Monate";
        one_month: "1 month", "1 Monat";
        earlier(list: &str): "Earlier: {list}.", "Früher: {list}.";
        flares_so_far(number: &str, list: &str): "{number} flares of this knee in the diary; the last before this: {list}.",
            "{number} Schübe dieses Knies im Tagebuch; zuletzt vor diesem: {list}.";
        red_first: "Needs to be seen first", "Muss zuerst angesehen werden";
        told: "Told", "Angegeben";
        short: "In short", "In Kürze";
        latest(day: &str, list: &str): "On {day}: {list}.", "Am {day}: {list}.";
        points(points: &str, when: &str): "{points} of 10 {when}", "{points} von 10 {when}";
        morning: "on getting up", "beim Aufstehen";
        in_run: "in the run", "beim Lauf";
        answers(list: &str): "Answered: {list}.", "Beantwortet: {list}.";
        chart_heading: "Runs and pain, last 16 weeks", "Läufe und Schmerz, letzte 16 Wochen";
        chart_note: "Bars: longest run of a day. Field: advised length. Hatched: beyond it. Line: morning pain. Dots: most in a run.",
            "Balken: längster Lauf des Tages. Feld: ratsame Länge. Schraffiert: darüber. Linie: Morgenschmerz. Punkte: Schmerz im Lauf.";
        chart_shoes(list: &str): "Shoes: {list}.", "Schuhe: {list}.";
        causes: "What may contribute", "Was beitragen kann";
        family: "Family, how strongly", "Bereich, wie stark";
        reasons_for: "For", "Dafür";
        reasons_against: "Against or unknown", "Dagegen oder unbekannt";
        nothing: "nothing so far", "bisher nichts";
        patterns: "Patterns and red flags", "Muster und Warnzeichen";
        no_pattern: "Too little was answered to compare patterns.", "Zu wenig beantwortet, um Muster zu vergleichen.";
        not_asked: "No safety question is due.", "Keine Sicherheitsfrage steht an.";
        unanswered(number: &str): "Safety questions without an answer: {number}.", "Sicherheitsfragen ohne Antwort: {number}.";
        none_present(day: &str): "Safety questions answered on {day}: no red flag is open.",
            "Sicherheitsfragen am {day} beantwortet: kein Warnzeichen offen.";
        own_heading(number: &str): "Own statistics ({number} flares)", "Eigene Statistik ({number} Schübe)";
        tests_until(day: &str): "Home tests, latest {day}", "Heimtests, zuletzt {day}";
        no_tests: "None was done.", "Keine gemacht.";
        more_tests(number: &str): "And {number} more.", "Und {number} weitere.";
        test: "Test", "Test";
        left: "left", "links";
        right: "right", "rechts";
        ratio: "right / left", "rechts / links";
        last_weeks(running: &str): "Last four weeks: {running}.", "Letzte vier Wochen: {running}.";
        runs(number: &str, distance: &str): "{number} runs, {distance}", "{number} Läufe, {distance}";
        no_run: "no run", "kein Lauf";
        others(list: &str): "also {list}", "dazu {list}";
        strength(days: &str, list: &str): "Strength on {days} days: {list}.", "Kraft an {days} Tagen: {list}.";
        no_strength: "No strength training was entered.", "Kein Krafttraining eingetragen.";
        advised(text: &str): "Advised now: {text}", "Jetzt empfohlen: {text}";
        questions: "Questions", "Fragen";
        ask_pattern: "Does an examination fit this pattern?", "Passt eine Untersuchung zu diesem Muster?";
        ask_open: "What does an examination of the knee show?", "Was zeigt eine Untersuchung des Knies?";
        ask_measure(list: &str): "Not measured at home, and it would tell most: {list}.", "Zu Hause nicht gemessen, und es sagte am meisten: {list}.";
        ask_load: "How much running is sensible for now, and what may be trained?", "Wie viel Laufen ist zurzeit sinnvoll, und was darf trainiert werden?";
        grades: "Grades: A consistent trials, B one good trial or large cohort, C small or conflicting, D expert opinion. Associations in one runner's own records, not a diagnosis. Made by kneewise; no route, place or note is included.",
            "Güte: A übereinstimmende Studien, B eine gute Studie oder große Kohorte, C klein oder widersprüchlich, D Meinung von Fachleuten. Zusammenhänge in eigenen Aufzeichnungen, keine Diagnose. Von kneewise; keine Route, kein Ort, keine Notiz.";
        left_out(list: &str): "Left out on request: {list}.", "Auf Wunsch weggelassen: {list}.";
    }
}
