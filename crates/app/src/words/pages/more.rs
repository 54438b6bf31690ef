//! More: every page, and how this browser shows them.

use crate::words::language::texts;

texts! {
    /// The texts of More.
    More {
        title: "More", "Mehr";
        look: "How this browser shows the pages", "Wie dieser Browser die Seiten zeigt";
        theme: "Light or dark", "Hell oder dunkel";
        as_system: "As the system", "Wie das System";
        light: "Light", "Hell";
        dark: "Dark", "Dunkel";
        language: "Language", "Sprache";
        week: "The week begins on", "Die Woche beginnt am";
        monday: "Monday", "Montag";
        sunday: "Sunday", "Sonntag";
        save: "Save", "Speichern";
        pages: "Pages", "Seiten";
        api: "For programs: the API", "Für Programme: die Schnittstelle";
    }
}
