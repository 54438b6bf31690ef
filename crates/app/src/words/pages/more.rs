//! More: every page.

use crate::words::language::texts;

texts! {
    /// The texts of More.
    More {
        title: "More", "Mehr";
        pages: "Pages", "Seiten";
        api: "For programs: the API", "Für Programme: die Schnittstelle";
    }
}
