//! The diary while the program does not answer: what can be typed, and what is said of it.

use crate::words::language::texts;

texts! {
    /// The texts of the page that opens without the program.
    Offline {
        title: "The program is not answering.", "Das Programm antwortet nicht.";
        lead: "The diary takes your entry all the same. It is kept in this browser and sent once the program answers again.",
            "Das Tagebuch nimmt deinen Eintrag trotzdem. Er bleibt in diesem Browser und wird gesendet, sobald das Programm wieder antwortet.";
        day: "Day", "Tag";
        side: "Knee", "Knie";
        left: "Left", "Links";
        right: "Right", "Rechts";
        morning: "Pain in the first ten minutes of the morning", "Schmerz in den ersten zehn Minuten am Morgen";
        during: "Most during a run", "Am stärksten bei einem Lauf";
        no_pain: "no pain", "kein Schmerz";
        worst: "worst imaginable", "schlimmster vorstellbarer";
        places: "Where", "Wo";
        note: "Note", "Notiz";
        keep: "Keep here", "Hier behalten";
        open_stays_unknown: "Anything left open stays unknown.", "Was offen bleibt, bleibt unbekannt.";
        waiting: "Kept here, not sent yet", "Hier behalten, noch nicht gesendet";
        try_again: "Try again", "Noch einmal versuchen";
    }
}
