//! The diary: the morning form, the map of the knee, the calendar.

use crate::words::language::texts;
use kneewise_types::Region;

texts! {
    /// The texts of the diary.
    Diary {
        question_today: "How is the knee this morning?", "Wie geht es dem Knie heute Morgen?";
        question_then(day: &str): "How was the knee on {day}?", "Wie ging es dem Knie am {day}?";
        eyebrow: "Knee diary", "Knietagebuch";
        day: "Day", "Tag";
        day_before: "Day before", "Tag davor";
        day_after: "Next day", "Nächster Tag";
        side: "Knee", "Knie";
        left: "Left", "Links";
        right: "Right", "Rechts";
        both: "Both", "Beide";
        morning: "Pain in the first ten minutes", "Schmerz in den ersten zehn Minuten";
        no_pain: "no pain", "kein Schmerz";
        worst: "worst imaginable", "schlimmster vorstellbarer";
        run: "And around the run", "Und um den Lauf herum";
        run_of(outing: &str): "And around the run: {outing}", "Und um den Lauf herum: {outing}";
        before: "Before it", "Davor";
        during: "Most during it", "Am stärksten dabei";
        after: "An hour after", "Eine Stunde danach";
        signs: "Signs", "Zeichen";
        swelling: "Swelling", "Schwellung";
        none: "none", "keine";
        slight: "slight", "leicht";
        clear: "clear", "deutlich";
        tense: "tense", "prall";
        locking: "Does it lock?", "Blockiert es?";
        no: "no", "nein";
        catches: "catches", "hakt";
        stuck: "stuck", "blockiert";
        giving_way: "Does it give way?", "Gibt es nach?";
        unsure: "unsure", "unsicher";
        buckled: "buckled", "hat nachgegeben";
        night: "Pain at night", "Schmerz in der Nacht";
        turning: "turning", "beim Drehen";
        wakes: "wakes me", "weckt mich";
        stiffness: "Stiff in the morning, minutes", "Morgens steif, Minuten";
        limp: "I limped", "Ich habe gehinkt";
        medicine: "I took a painkiller in the last 8 hours", "Ich habe in den letzten 8 Stunden ein Schmerzmittel genommen";
        yes: "yes", "ja";
        none_of_these: "None of these signs", "Keines dieser Zeichen";
        note: "Note", "Notiz";
        save: "Save", "Speichern";
        open_stays_unknown: "Anything left open stays unknown. It never counts as zero.",
            "Was offen bleibt, bleibt unbekannt. Es zählt nie als null.";
        more: "More about today", "Mehr zu heute";
        where_it_hurts: "Where does it hurt?", "Wo tut es weh?";
        tap: "Tap what hurts; tap again to make it the main place, a third time to clear it.",
            "Tippe an, was schmerzt; noch einmal macht es zum Hauptort, ein drittes Mal löscht es.";
        view: "View", "Ansicht";
        front: "Front", "Vorn";
        outer: "Outer side", "Außen";
        inner: "Inner side", "Innen";
        back: "Back", "Hinten";
        same_as_list: "The same as a list", "Dasselbe als Liste";
        main_place: "main", "Hauptort";
        saved: "Saved.", "Gespeichert.";
        undo: "Undo", "Rückgängig";
        undone: "Taken back.", "Zurückgenommen.";
        calendar: "Both knees, day by day", "Beide Knie, Tag für Tag";
        calendar_note: "The worst pain of each day, mornings and runs together.",
            "Der stärkste Schmerz jedes Tages, Morgen und Läufe zusammen.";
        calendar_label(from: &str, to: &str, days: usize): "Worst pain of both knees from {from} to {to}, {days} days entered",
            "Stärkster Schmerz beider Knie vom {from} bis {to}, {days} Tage eingetragen";
        halves: "left half: left knee, right half: right knee", "linke Hälfte: linkes Knie, rechte Hälfte: rechtes Knie";
        three_to_four: "3 to 4", "3 bis 4";
        five_or_more: "5 or more", "5 oder mehr";
        no_entry: "no entry", "kein Eintrag";
        as_table: "Show as a table", "Als Tabelle zeigen";
        left_right: "Left and right, on the same scale", "Links und rechts, in gleichem Maßstab";
        left_mornings: "Left knee, morning", "Linkes Knie, morgens";
        right_mornings: "Right knee, morning", "Rechtes Knie, morgens";
        year_before: "The year before", "Das Jahr davor";
        year_after: "The year after", "Das Jahr danach";
        said_day(day: &str, left: &str, right: &str): "{day}: left {left}, right {right}", "{day}: links {left}, rechts {right}";
        light_after: "What it means for today", "Was das für heute heißt";
    }
}

/// A region as the list names it.
#[must_use]
pub const fn region(region: Region) -> (&'static str, &'static str) {
    match region {
        Region::DistalThigh => ("Thigh, just above the knee", "Oberschenkel, knapp über dem Knie"),
        Region::AroundPatella => ("Around or behind the kneecap", "Um oder hinter der Kniescheibe"),
        Region::SuperiorPole => ("Upper edge of the kneecap", "Oberer Rand der Kniescheibe"),
        Region::InferiorPole => ("Lower tip of the kneecap", "Untere Spitze der Kniescheibe"),
        Region::BesideTendon => ("Soft pads beside the tendon", "Weiche Polster neben der Sehne"),
        Region::Tubercle => ("Bump below the kneecap", "Höcker unter der Kniescheibe"),
        Region::LateralAboveJointLine => {
            ("Outer side, two fingers above the joint", "Außenseite, zwei Finger über dem Gelenk")
        }
        Region::LateralJointLine => ("Outer joint line", "Äußerer Gelenkspalt"),
        Region::MedialJointLine => ("Inner joint line", "Innerer Gelenkspalt"),
        Region::MedialProximalTibia => {
            ("Inner shin, just below the joint", "Innenseite des Schienbeins, knapp unter dem Gelenk")
        }
        Region::BackOfKnee => ("Back of the knee", "Kniekehle"),
        Region::DeepOrVague => ("Deep inside, or hard to point at", "Tief innen, oder schwer zu zeigen"),
    }
}
