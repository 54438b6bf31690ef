//! Setting the password and logging in.

use crate::words::language::texts;

texts! {
    /// The texts of login and setup.
    Login {
        title: "Log in", "Anmelden";
        password: "Password", "Passwort";
        button: "Log in", "Anmelden";
        wrong: "That is not the password.", "Das ist nicht das Passwort.";
        wait(seconds: u64): "Too many tries. Wait {seconds} seconds.", "Zu viele Versuche. Warte {seconds} Sekunden.";
        not_set: "No password is set yet. Open the link that the program printed when it began.",
            "Es ist noch kein Passwort gesetzt. Öffne den Link, den das Programm beim Start gezeigt hat.";
        setup_title: "Choose a password", "Wähle ein Passwort";
        setup_lead(least: usize): "Others on your network can reach this page, so it asks for a password: at least {least} characters, such as four words.",
            "Andere in deinem Netz können diese Seite erreichen, darum fragt sie nach einem Passwort: mindestens {least} Zeichen, zum Beispiel vier Wörter.";
        repeat: "The same again", "Noch einmal dasselbe";
        different: "The two are not the same.", "Die beiden sind nicht gleich.";
        too_short(least: usize): "Use at least {least} characters.", "Nimm mindestens {least} Zeichen.";
        set: "Set the password", "Passwort setzen";
        used: "This link was used already, or is not the one that the program printed. Start it again with --new-login for another.",
            "Dieser Link wurde schon benutzt, oder er ist nicht der, den das Programm gezeigt hat. Starte es mit --new-login neu für einen anderen.";
    }
}
