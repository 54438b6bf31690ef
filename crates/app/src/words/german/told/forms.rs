//! Was von Werten, Formularen, Adressen und der Datenbank gesagt wird.

/// English with holes, and German with their numbers; the first that fits is taken.
pub const LINES: &[(&str, &str)] = &[
    // Werte eines Protokolls, eines Profils, eines Versuchs.
    ("`{}` is missing", "`{1}` fehlt"),
    ("is needed", "wird gebraucht"),
    (
        "`{}` is not a whole number of points between 0 and {}, or `-`",
        "`{1}` ist keine ganze Punktzahl von 0 bis {2}, oder `-`",
    ),
    ("`{}` is not a whole number between {} and {}", "`{1}` ist keine ganze Zahl von {2} bis {3}"),
    ("`{}` is not a whole number from {} to {}", "`{1}` ist keine ganze Zahl von {2} bis {3}"),
    ("`{}` is not a whole number from 0", "`{1}` ist keine ganze Zahl ab 0"),
    ("`{}` is not a number between {} and {}", "`{1}` ist keine Zahl von {2} bis {3}"),
    ("`{}` is not a number", "`{1}` ist keine Zahl"),
    (
        "`{}` is not a {} between {} and {} (1 is as it was)",
        "`{1}` liegt nicht zwischen {3} und {4} (1 ist wie zuvor)",
    ),
    (
        "`{}` is not a {} between {} and {} (a fraction)",
        "`{1}` liegt nicht zwischen {3} und {4} (als Anteil)",
    ),
    ("`{}` is not a {} between {} and {} {}", "`{1}` liegt nicht zwischen {3} und {4} {5}"),
    (
        "`{}` is not one of F01 to F22, or -F01 to -F22 for a no",
        "`{1}` ist nicht F01 bis F22, oder -F01 bis -F22 für ein Nein",
    ),
    (
        "`{}` is not one of {} with a score, such as SHIN:4 (0 to 10)",
        "`{1}` ist keines von {2} mit einer Punktzahl, etwa SHIN:4 (0 bis 10)",
    ),
    ("`{}` is not one of {}", "`{1}` ist keines von {2}"),
    ("`{}` is none of {}", "`{1}` ist keines von {2}"),
    (
        "`{}` is not a date such as 2026-03-01, 2026-03 or 2026",
        "`{1}` ist kein Datum wie 2026-03-01, 2026-03 oder 2026",
    ),
    ("`{}` is not a date such as 2026-03-01", "`{1}` ist kein Datum wie 2026-03-01"),
    ("`{}` is not a time such as 07:30", "`{1}` ist keine Uhrzeit wie 07:30"),
    ("`{}` is not a day on the calendar", "`{1}` ist kein Tag im Kalender"),
    (
        "`{}` is not a day: write it as YYYY-MM-DD, such as 2026-03-01",
        "`{1}` ist kein Tag: schreib ihn wie 2026-03-01",
    ),
    ("`{}` is not a day: write it as YYYY-MM-DD", "`{1}` ist kein Tag: schreib ihn wie 2026-03-01"),
    ("`{}` is not a day of the years 1900 to 2100", "`{1}` ist kein Tag der Jahre 1900 bis 2100"),
    ("`{}` is not a time zone such as Europe/Berlin", "`{1}` ist keine Zeitzone wie Europe/Berlin"),
    (
        "`{}` is not within 2 of stack_heel_mm minus stack_forefoot_mm, {}",
        "`{1}` weicht um mehr als 2 von stack_heel_mm minus stack_forefoot_mm ab, das sind {2}",
    ),
    (
        "`{}` is not an order such as AB-BA-AB: two to six pairs of one A and one B",
        "`{1}` ist keine Reihenfolge wie AB-BA-AB: zwei bis sechs Paare aus einem A und einem B",
    ),
    (
        "`{}` is no exercise of the library, the nearest is {}",
        "`{1}` ist keine Übung der Sammlung, am nächsten kommt {2}",
    ),
    (
        "`{}` is no exercise of the library, the nearest are {}",
        "`{1}` ist keine Übung der Sammlung, am nächsten kommen {2}",
    ),
    (
        "`{}` is no exercise of the library, whose ids `kneewise log strength --help` lists",
        "`{1}` ist keine Übung der Sammlung; `kneewise log strength --help` zeigt sie",
    ),
    ("{} answers are more than any questionnaire has", "{1} Antworten sind mehr, als ein Fragebogen hat"),
    ("`{}` is no key of a profile", "`{1}` ist kein Schlüssel eines Profils"),
    (
        "`previous_knee_injury` is not a list of `{ side, from, to, condition }`",
        "`previous_knee_injury` ist keine Liste aus `{ side, from, to, condition }`",
    ),
    ("{} is not `{ side, from, to, condition }`", "{1} ist kein `{ side, from, to, condition }`"),
    ("{} is not a list of words", "{1} ist keine Liste von Wörtern"),
    ("`{}` is before `{}`", "`{1}` liegt vor `{2}`"),
    (
        "`{}` is not an episode such as `left 2023-04-01 2023-07-15 PFP`",
        "`{1}` ist keine Zeit mit Beschwerden wie `left 2023-04-01 2023-07-15 PFP`",
    ),
    (
        "line {} is not TOML, where text stands in quotes: {}",
        "Zeile {1} ist kein TOML, in dem Text in Anführungszeichen steht",
    ),
    ("nothing was given: say some of {}", "Nichts ist ausgefüllt. Füll mindestens ein Feld aus."),
    (
        "nothing to note: `kneewise log profile --help` lists the fields",
        "Nichts ist ausgefüllt. Füll mindestens ein Feld aus.",
    ),
    ("`{}` is not daily_pain or flare_free_days", "`{1}` ist weder `daily_pain` noch `flare_free_days`"),
    ("step_rate, shoes or rest_days", "`step_rate`, `shoes` oder `rest_days`"),
    ("left or right", "`left` oder `right`"),
    ("`{}` is not a side: left, right or both", "`{1}` ist keine Seite: `left`, `right` oder `both`"),
    ("`{}` is not a kind of shoe", "`{1}` ist keine Art von Schuh"),
    ("`{}` is neither `metric` nor `imperial`", "`{1}` ist weder `metric` noch `imperial`"),
    ("say which pair", "sag, welches Paar"),
    // Notizen.
    (
        "say which knee it was, or that it was not the knee",
        "Sag, welches Knie es war, oder dass es nicht das Knie war.",
    ),
    (
        "say whether they are as read, or not about a knee",
        "Sag, ob sie so stimmen oder nicht vom Knie handeln.",
    ),
    ("say which one: `id`", "Sag, welche: `id`."),
    ("`{}` is no complaint that waits", "`{1}` ist keine Beschwerde, die wartet."),
    ("`{}` begins more than one, give more of it", "`{1}` passt auf mehrere. Gib mehr davon an."),
    (
        "the words of `{}` do not say which knee: say which",
        "Die Worte sagen nicht, welches Knie. Sag, welches es war.",
    ),
    ("`{}` is none that was decided on", "Über `{1}` ist nichts entschieden."),
    // Versuche.
    ("`{}` is no experiment", "`{1}` ist kein Versuch."),
    ("`{}` is over", "`{1}` ist vorbei."),
    // Adressen und Formulare.
    ("the address is not text", "Die Adresse ist kein Text."),
    (
        "the address cannot be read: {}",
        "Die Adresse ist nicht zu lesen. Öffne die Seite neu, ohne den Teil nach dem Fragezeichen.",
    ),
    ("send a form: application/x-www-form-urlencoded", "Erwartet wird ein Formular dieser Seite."),
    ("send a form with files", "Erwartet wird ein Formular mit Dateien."),
    ("send a form with a backup file", "Erwartet wird ein Formular mit einer Sicherung."),
    (
        "what was sent broke off or is not a form with files",
        "Die Übertragung brach ab. Schick die Dateien noch einmal.",
    ),
    ("what was sent broke off", "Die Übertragung brach ab. Schick es noch einmal."),
    ("the answer broke off; ask again", "Die Antwort brach ab. Lade die Seite neu."),
    ("a field is too long", "Ein Feld ist zu lang."),
    ("that is more than an entry holds", "Das ist mehr, als ein Eintrag fasst."),
    (
        "that is more than 4 GB at once: import it with the command `kneewise import FILE`",
        "Das sind mehr als 4 GB auf einmal. Lies es mit dem Befehl `kneewise import FILE` ein.",
    ),
    (
        "the form is older than the program: open the page again",
        "Das Formular ist älter als das Programm. Öffne die Seite neu; dann wird deine Eingabe angenommen.",
    ),
    (
        "open the page under the address that the program printed",
        "Öffne die Seite unter der Adresse, die das Programm genannt hat.",
    ),
    ("another page may not read this one", "Eine andere Seite darf diese nicht lesen."),
    ("another page may not change this one", "Eine andere Seite darf an dieser nichts ändern."),
    ("log in at /login first", "Melde dich zuerst unter /login an."),
    ("password: use at least {} characters", "Passwort: mindestens {1} Zeichen."),
    ("leave: `{}` is none of {}", "leave: `{1}` ist keines von {2}"),
    ("no such outing", "Diese Aktivität gibt es nicht."),
    ("there is no such outing", "Diese Aktivität gibt es nicht."),
    ("no file", "Zu dieser Aktivität gehört keine Datei."),
    ("the file itself was not kept", "Die Datei selbst ist nicht aufbewahrt."),
    // Was nicht ging.
    (
        "something unexpected happened; nothing was changed",
        "Etwas Unerwartetes ist geschehen; nichts wurde geändert.",
    ),
    (
        "something unexpected happened; what was read before is kept",
        "Etwas Unerwartetes ist geschehen; was davor gelesen war, ist übernommen.",
    ),
    ("the page could not be written: {}", "Die Seite ließ sich nicht schreiben. Lade sie neu."),
    ("the system gave no random numbers: {}", "Das System gab keine Zufallszahlen. Versuch es noch einmal."),
    (
        "the password could not be hashed: {}",
        "Das Passwort ließ sich nicht verschlüsseln. Versuch es noch einmal.",
    ),
    ("the files could not be kept: {>}", "Die Dateien ließen sich nicht ablegen: {1}"),
    (
        "cannot write a file for the download: {>}",
        "Die Datei zum Herunterladen ließ sich nicht schreiben: {1}",
    ),
    ("cannot write the line: {}", "Die Zeile ließ sich nicht schreiben."),
    ("cannot write `{}`: {>}", "`{1}` ließ sich nicht schreiben: {2}"),
    ("cannot read `{}`: {>}", "`{1}` ließ sich nicht lesen: {2}"),
    ("cannot open `{}`: {>}", "`{1}` ließ sich nicht öffnen: {2}"),
    ("it does not exist", "Das gibt es nicht."),
    ("no permission", "Die Berechtigung fehlt."),
    ("the disk is full", "Die Festplatte ist voll."),
    ("it is a folder", "Das ist ein Ordner."),
    ("it is not a folder", "Das ist kein Ordner."),
    ("it exists already", "Das gibt es schon."),
    ("the disk is read-only", "Auf die Festplatte lässt sich nicht schreiben."),
    ("the folder `{}` does not exist", "Den Ordner `{1}` gibt es nicht."),
    // Die Datenbank.
    (
        "`{}` is not a kneewise database: give one, or a path where nothing is yet",
        "`{1}` ist keine Datenbank von kneewise.",
    ),
    (
        "`{}` was written by a newer kneewise (schema {}, this one knows {}): update kneewise",
        "`{1}` hat ein neueres kneewise geschrieben. Aktualisiere kneewise.",
    ),
    (
        "the disk is full: nothing of this step was kept, free some space and run it again",
        "Die Festplatte ist voll; von diesem Schritt ist nichts gespeichert. Schaff Platz und versuch es noch einmal.",
    ),
    (
        "the disk refused: it may be full or failing; nothing of this step was kept, free some space and run it again",
        "Die Festplatte nimmt nichts an, sie ist vielleicht voll oder defekt; von diesem Schritt ist nichts gespeichert. Schaff Platz und \
         versuch es noch einmal.",
    ),
    (
        "the database is in use by another program: try again when it has finished",
        "Die Datenbank wird gerade von einem anderen Programm benutzt. Versuch es noch einmal, wenn es fertig ist.",
    ),
    (
        "the database cannot be written: check the permissions of its file and folder",
        "In die Datenbank lässt sich nicht schreiben. Prüfe die Rechte von Datei und Ordner.",
    ),
    (
        "the database file is damaged: restore a backup",
        "Die Datei der Datenbank ist beschädigt. Spiel eine Sicherung zurück.",
    ),
    (
        "the connection to the database was lost: nothing of this step was kept, run it again",
        "Die Verbindung zur Datenbank ging verloren; von diesem Schritt ist nichts gespeichert. Versuch es noch einmal.",
    ),
    (
        "`{}` is not a kneewise backup: give a file that `kneewise backup` wrote",
        "`{1}` ist keine Sicherung von kneewise. Nimm eine Datei, die kneewise als Sicherung geschrieben hat.",
    ),
    (
        "{} activities begin with `{}`: give more of the id",
        "{1} Aktivitäten beginnen mit `{2}`. Gib mehr von der Kennung an.",
    ),
    (
        "{} `{}` is damaged in the database: restore a backup or import its file again",
        "`{2}` ist in der Datenbank beschädigt. Spiel eine Sicherung zurück, oder lies die Datei noch einmal ein.",
    ),
    ("activity `{}` has no kept source", "Zur Aktivität `{1}` ist keine Datei aufbewahrt."),
    (
        "an activity of {} samples is more than can be kept, at most {}",
        "Eine Aktivität mit {1} Messwerten ist zu groß, höchstens {2}.",
    ),
    (
        "samples whose columns differ in length cannot be kept",
        "Messwerte mit ungleich langen Spalten lassen sich nicht ablegen.",
    ),
    ("the database refused: {}", "Die Datenbank hat abgelehnt."),
];
