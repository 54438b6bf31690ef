//! Complaints found in old notes, on the page.

use crate::proposals::Waiting;
use crate::words::language::{Language, language, texts};
use crate::words::numbers::capital;
use crate::words::pages::diary::region as region_name;
use kneewise_analyse::notes::Moment;
use kneewise_types::Side;

texts! {
    /// The texts of the page of notes.
    Notes {
        title: "Found in your notes", "In deinen Notizen gefunden";
        waiting_one: "One old note speaks of a knee.", "Eine alte Notiz spricht von einem Knie.";
        waiting(number: usize): "{number} old notes speak of a knee.", "{number} alte Notizen sprechen von einem Knie.";
        lead: "We read them as written below. Nothing counts before you say so, and what you say can be taken back.",
            "So haben wir sie gelesen. Nichts zählt, bevor du es sagst, und was du sagst, lässt sich zurücknehmen.";
        none: "Nothing in your notes waits for your word.", "In deinen Notizen wartet nichts auf dein Wort.";
        none_lead: "When a title or a note of an outing speaks of a sore knee, it is shown here with its words, and you say whether it was so.",
            "Wenn Titel oder Notiz einer Aktivität von einem schmerzenden Knie sprechen, stehen die Worte hier, und du sagst, ob es so war.";
        note_of(day: &str): "Note of {day}", "Notiz vom {day}";
        we_read(reading: &str): "We read: {reading}.", "Wir lesen: {reading}.";
        unknown_side: "a knee, right or left unknown", "ein Knie, rechts oder links unbekannt";
        left: "left knee", "linkes Knie";
        right: "right knee", "rechtes Knie";
        both: "both knees", "beide Knie";
        of_ten(points: u8): "{points} out of 10", "{points} von 10";
        before: "before the run", "vor dem Lauf";
        during: "in the run", "im Lauf";
        after: "after the run", "nach dem Lauf";
        morning: "in the morning", "am Morgen";
        onset(length: &str): "from {length} on", "ab {length}";
        swollen: "swollen", "geschwollen";
        next_day: "on the day after", "am Tag danach";
        answers: "Your word on this note", "Dein Wort zu dieser Notiz";
        was_right: "Right", "Rechts";
        was_left: "Left", "Links";
        was_both: "Both", "Beide";
        not_knee: "Not the knee", "Nicht das Knie";
        otherwise: "It was otherwise", "Es war anders";
        which_knee: "Which knee", "Welches Knie";
        pain: "Pain, 0 to 10", "Schmerz, 0 bis 10";
        when: "When", "Wann";
        place: "Where", "Wo";
        on_day: "Day", "Tag";
        as_read: "as read", "wie gelesen";
        keep: "Enter it like this", "So eintragen";
        all_here: "All on this page", "Alle auf dieser Seite";
        accept_all(number: &usize): "All {number} as read", "Alle {number} wie gelesen";
        refuse_all: "None is about a knee", "Keine handelt von einem Knie";
        without_side: "Those that do not say which knee wait on.", "Die, die nicht sagen, welches Knie, warten weiter.";
        accepted(number: usize): "Entered in the diary: {number}.", "Ins Tagebuch eingetragen: {number}.";
        refused(number: usize): "Not the knee: {number}. They will not be asked again.", "Nicht das Knie: {number}. Danach wird nicht wieder gefragt.";
        reopened(number: usize): "Taken back: {number}.", "Zurückgenommen: {number}.";
        undo: "Undo", "Rückgängig";
        earlier: "Older notes", "Ältere Notizen";
        later: "Newer notes", "Neuere Notizen";
        pages(page: usize, pages: usize): "Page {page} of {pages}", "Seite {page} von {pages}";
        all(number: &usize): "All {number} notes", "Alle {number} Notizen";
        open_run: "The run", "Der Lauf";
    }
}

/// What the words were read as.
#[must_use]
pub fn reading(waiting: &Waiting, onset: Option<String>) -> String {
    let reading = &waiting.reading;
    let mut said = vec![knees(&reading.sides).to_owned()];
    said.extend(reading.score.map(|score| Notes.of_ten(score.points())));
    said.extend(moment(reading.moment).map(str::to_owned));
    said.extend(onset.map(|length| Notes.onset(&length)));
    said.extend(reading.region.map(|region| {
        let (english, german) = region_name(region);
        match language() {
            // A place goes on in the sentence, a noun in German keeps its capital.
            Language::English => uncapital(english),
            Language::German => german.to_owned(),
        }
    }));
    said.extend(reading.is_swollen.then(|| Notes.swollen().to_owned()));
    said.extend((reading.date != waiting.date).then(|| Notes.next_day().to_owned()));
    Notes.we_read(&said.join(", "))
}

fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_lowercase(), letters.as_str()))
}

fn knees(sides: &[Side]) -> &'static str {
    match sides {
        [] => Notes.unknown_side(),
        [Side::Left] => Notes.left(),
        [Side::Right] => Notes.right(),
        _ => Notes.both(),
    }
}

/// When it was felt, if the words say it.
#[must_use]
pub fn moment(moment: Moment) -> Option<&'static str> {
    match moment {
        Moment::Before => Some(Notes.before()),
        Moment::During => Some(Notes.during()),
        Moment::After => Some(Notes.after()),
        Moment::Morning => Some(Notes.morning()),
        Moment::Unknown => None,
    }
}

/// The moment as a choice of a list.
#[must_use]
pub fn moment_choice(of: Moment) -> String {
    capital(moment(of).unwrap_or(Notes.as_read()))
}

/// How many wait, as a heading.
#[must_use]
pub fn heading(number: &usize) -> String {
    match *number {
        0 => Notes.none().to_owned(),
        1 => Notes.waiting_one().to_owned(),
        number => Notes.waiting(number),
    }
}
