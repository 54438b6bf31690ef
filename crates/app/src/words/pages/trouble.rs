//! Pages for what did not work: what, and the next step.

use crate::words::language::texts;

texts! {
    /// The texts of the error pages.
    Trouble {
        not_here: "There is no such page.", "Diese Seite gibt es nicht.";
        not_here_next: "The address may be mistyped, or what it showed was removed.",
            "Die Adresse ist vielleicht vertippt, oder was sie zeigte, wurde entfernt.";
        to_knee: "To your knee", "Zu deinem Knie";
        not_allowed: "This request was not taken.", "Diese Anfrage wurde nicht angenommen.";
        wrong_host: "The page must be opened under the address that the program printed.",
            "Die Seite muss unter der Adresse geöffnet werden, die das Programm genannt hat.";
        wrong_origin: "It came from another page. Open the page of kneewise itself and try again.",
            "Sie kam von einer anderen Seite. Öffne die Seite von kneewise selbst und versuche es noch einmal.";
        no_token: "The form is older than the program. Open the page again; then what you enter is taken.",
            "Das Formular ist älter als das Programm. Öffne die Seite neu; dann wird deine Eingabe angenommen.";
        not_understood: "Something in it could not be read.", "Etwas darin war nicht zu lesen.";
        too_large: "That is more than this page takes.", "Das ist mehr, als diese Seite annimmt.";
        busy: "Too many tries. Wait a little.", "Zu viele Versuche. Warte ein wenig.";
        failed: "That could not be done.", "Das ging nicht.";
        again: "Try again", "Noch einmal versuchen";
    }
}
