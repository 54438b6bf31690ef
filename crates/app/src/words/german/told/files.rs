//! Was beim Einlesen von Dateien gesagt wird.

/// English with holes, and German with their numbers; the first that fits is taken.
pub const LINES: &[(&str, &str)] = &[
    // Was eine Datei ist, die nichts hergibt.
    (
        "it is an empty file, copy it again from where it came",
        "Die Datei ist leer. Kopiere sie noch einmal von dort, woher sie kam.",
    ),
    ("it is a PDF document", "Das ist ein PDF."),
    ("it is a picture", "Das ist ein Bild."),
    ("it is a database", "Das ist eine Datenbank."),
    ("it is a 7z archive, unpack it first", "Das ist ein 7z-Archiv. Entpacke es zuerst."),
    ("it is a RAR archive, unpack it first", "Das ist ein RAR-Archiv. Entpacke es zuerst."),
    ("it is a JSON file", "Das ist eine JSON-Datei."),
    ("it is a file of no known format", "Das Format dieser Datei ist nicht bekannt."),
    (
        "it is a text of no known format: the first line of a log names its columns",
        "Das Format dieses Textes ist nicht bekannt. Die erste Zeile eines Protokolls nennt seine Spalten.",
    ),
    (
        "it is a KML file, which holds a map and no heart rate or cadence",
        "Das ist eine KML-Datei: eine Karte ohne Puls und Schrittfrequenz.",
    ),
    (
        "it is a web page, no download: log in there and save the file again",
        "Das ist eine Webseite, kein Download. Melde dich dort an und speichere die Datei noch einmal.",
    ),
    ("it is an XML file of no known kind", "Das ist eine XML-Datei unbekannter Art."),
    ("it is compressed twice", "Die Datei ist doppelt gepackt."),
    ("it is an archive inside a compressed file", "Das ist ein Archiv in einer gepackten Datei."),
    ("it is not a file", "Das ist keine Datei."),
    ("it holds no activity and no log entry", "Darin ist keine Aktivität und kein Eintrag."),
    ("it has no key of a profile", "Darin ist kein Schlüssel eines Profils."),
    ("the export names it, but it does not exist", "Der Export nennt sie, aber es gibt sie nicht."),
    (
        "refused: {} MB is more than any activity file or log, at most 256 MB",
        "Abgelehnt: {1} MB sind mehr als jede Datei einer Uhr und jedes Protokoll, höchstens 256 MB.",
    ),
    // Archive.
    (
        "the archive holds no activity file, log or export",
        "Im Archiv ist keine Aktivität, kein Protokoll und kein Export.",
    ),
    ("the archive cannot be read: {}", "Das Archiv lässt sich nicht lesen."),
    ("the archive is damaged: {>}", "Das Archiv ist beschädigt: {1}"),
    ("its directory is missing or wrong", "Sein Verzeichnis fehlt oder stimmt nicht."),
    (
        "it is locked with a password; unpack it first",
        "Es ist mit einem Passwort gesperrt. Entpacke es zuerst.",
    ),
    (
        "it is compressed in a way that is not supported; unpack it first",
        "Es ist auf eine Art gepackt, die hier nicht geht. Entpacke es zuerst.",
    ),
    (
        "the archive is damaged, what could be read of it was kept",
        "Das Archiv ist beschädigt; was zu lesen war, ist übernommen.",
    ),
    ("archives are nested more than {} deep", "Archive sind mehr als {1} Ebenen tief verschachtelt."),
    ("the archive has more than {} members", "Das Archiv hat mehr als {1} Dateien."),
    ("refused: the path leaves the archive", "Abgelehnt: Der Pfad führt aus dem Archiv hinaus."),
    ("the member unpacks to more than {} bytes", "Eine Datei im Archiv entpackt sich auf mehr als {1} Byte."),
    (
        "the member unpacks to more than {} times its size",
        "Eine Datei im Archiv entpackt sich auf mehr als das {1}-Fache ihrer Größe.",
    ),
    (
        "the archive unpacks to more than {} bytes, the rest of it was left out",
        "Das Archiv entpackt sich auf mehr als {1} Byte; der Rest ist ausgelassen.",
    ),
    (
        "the member is damaged, what precedes the break was read",
        "Die Datei im Archiv ist beschädigt; gelesen ist, was vor dem Bruch steht.",
    ),
    ("it unpacks to more than {} MiB", "Die Datei entpackt sich auf mehr als {1} MiB."),
    (
        "the gzip file is empty or damaged from its start",
        "Die gepackte Datei ist leer oder von Anfang an beschädigt.",
    ),
    (
        "the gzip file is damaged, its beginning was read",
        "Die gepackte Datei ist beschädigt; ihr Anfang ist gelesen.",
    ),
    // FIT.
    ("a FIT file without a usable activity: {>}", "Eine FIT-Datei ohne brauchbare Aktivität: {1}"),
    ("a FIT file without an activity: {>}", "Eine FIT-Datei ohne Aktivität: {1}"),
    (
        "a FIT file without samples and without a summary",
        "Eine FIT-Datei ohne Messwerte und ohne Zusammenfassung.",
    ),
    ("a FIT file of {>}, it holds no activity", "Eine FIT-Datei mit {1}, ohne Aktivität."),
    ("settings", "Einstellungen"),
    ("device data", "Daten des Geräts"),
    ("workouts", "geplantem Training"),
    ("courses", "Strecken"),
    ("schedules", "Trainingsplänen"),
    ("body weight", "Körpergewicht"),
    ("totals", "Gesamtsummen"),
    ("goals", "Zielen"),
    ("blood pressure", "Blutdruck"),
    ("all-day monitoring", "Werten des ganzen Tages"),
    ("activity summaries", "Zusammenfassungen"),
    ("segments", "Abschnitten"),
    ("another kind", "anderem Inhalt"),
    ("breaks off in the middle", "Sie bricht mittendrin ab."),
    (
        "its checksum does not agree, some values may be wrong",
        "Ihre Prüfsumme stimmt nicht, manche Werte können falsch sein.",
    ),
    ("what follows the last whole part is not FIT", "Was auf den letzten ganzen Teil folgt, ist kein FIT."),
    ("a message has no layout", "Einer Nachricht fehlt ihr Aufbau."),
    ("it holds more than any device writes", "Sie enthält mehr, als ein Gerät schreibt."),
    (
        "the file breaks off here, everything before it was kept",
        "Hier bricht die Datei ab; alles davor ist übernommen.",
    ),
    (
        "the checksum does not agree, the values were kept as they are",
        "Die Prüfsumme stimmt nicht; die Werte sind übernommen, wie sie sind.",
    ),
    ("what follows is not FIT and was left out", "Was folgt, ist kein FIT und ist ausgelassen."),
    (
        "the file cannot be read from here on, everything before it was kept",
        "Ab hier lässt sich die Datei nicht lesen; alles davor ist übernommen.",
    ),
    (
        "more data than any device writes, the rest was left out",
        "Mehr Daten, als ein Gerät schreibt; der Rest ist ausgelassen.",
    ),
    (
        "a session tells no start, taken from the beginning of the file",
        "Ein Abschnitt nennt keinen Beginn; genommen ist der Anfang der Datei.",
    ),
    (
        "the device wrote no summary, totals are those of the samples",
        "Das Gerät schrieb keine Zusammenfassung; die Summen sind die der Messwerte.",
    ),
    ("{} samples before any time were left out", "{1} Messwerte ohne Zeit sind ausgelassen."),
    (
        "the device's clock was not set, so the day of the outing is unknown",
        "Die Uhr des Geräts war nicht gestellt, darum ist der Tag nicht bekannt.",
    ),
    (
        "the device's clock was not set, the date is that of its local time",
        "Die Uhr des Geräts war nicht gestellt; das Datum ist das seiner Ortszeit.",
    ),
    ("the file names no sport, taken as `other`", "Die Datei nennt keine Sportart; gezählt als „anderes“."),
    (
        "the file names no sport, taken as `{}` from its mean speed of {} m/s",
        "Die Datei nennt keine Sportart; gezählt als `{1}` nach dem mittleren Tempo von {2} m/s.",
    ),
    // GPX und TCX.
    ("the GPX file holds no track with times", "In der GPX-Datei ist keine Spur mit Zeiten."),
    ("the TCX file holds no activity with times", "In der TCX-Datei ist keine Aktivität mit Zeiten."),
    (
        "the GPX file holds no track with times: at {}",
        "In der GPX-Datei ist keine Spur mit Zeiten; sie ist beschädigt.",
    ),
    (
        "the TCX file holds no activity with times: at {}",
        "In der TCX-Datei ist keine Aktivität mit Zeiten; sie ist beschädigt.",
    ),
    (
        "a route of {} points is a plan, not an activity",
        "Eine Route von {1} Punkten ist ein Plan, keine Aktivität.",
    ),
    (
        "{} points without a time were left out: a route is a plan, not an activity",
        "{1} Punkte ohne Zeit sind ausgelassen: Eine Route ist ein Plan, keine Aktivität.",
    ),
    ("the file holds more than {} points", "Die Datei hat mehr als {1} Punkte."),
    (
        "more than {} h lie between points, taken as separate outings",
        "Zwischen Punkten liegen mehr als {1} Stunden; gezählt als getrennte Aktivitäten.",
    ),
    (
        "no distance is recorded, reckoned from the positions",
        "Keine Strecke ist aufgezeichnet; sie ist aus den Positionen berechnet.",
    ),
    ("elements are nested more than {} deep", "Elemente sind mehr als {1} Ebenen tief verschachtelt."),
    (
        "the document declares XML entities, which no activity file needs; export it again",
        "Das Dokument erklärt XML-Entitäten, die keine Aktivität braucht. Exportiere es noch einmal.",
    ),
    ("the file ends inside `{}`", "Die Datei endet in `{1}`"),
    ("a tag is not finished", "Eine Marke ist nicht zu Ende"),
    ("`{}` is closed by `{}`", "`{1}` wird mit `{2}` geschlossen"),
    ("`{}` is closed but was never opened", "`{1}` wird geschlossen, war aber nie offen"),
    ("an `&` stands alone", "Ein `&` steht allein"),
    ("the XML is malformed", "Das XML ist fehlerhaft"),
    // Tabellen.
    ("the file is empty", "Die Datei ist leer."),
    ("the table has more than {} rows", "Die Tabelle hat mehr als {1} Zeilen."),
    ("the table is no export of activities", "Die Tabelle ist kein Export von Aktivitäten."),
    ("read as tab-separated values", "gelesen mit Tabulator als Trennzeichen"),
    ("read as semicolon-separated values", "gelesen mit Semikolon als Trennzeichen"),
    ("the text is not UTF-8, read as {}", "Der Text ist kein UTF-8, gelesen als {1}"),
    (
        "no row names a file, {} activities are kept as summaries",
        "Keine Zeile nennt eine Datei; {1} Aktivitäten sind als Zusammenfassung übernommen.",
    ),
    ("taken as sport `other`: {}", "gezählt als „anderes“: {1}"),
    ("the date is missing", "das Datum fehlt"),
    ("`{}` is no date and time", "`{1}` ist kein Datum mit Uhrzeit"),
    ("{} has no rows", "{1} hat keine Zeilen"),
    ("`{}` occurs twice, the first is read", "`{1}` kommt zweimal vor, gelesen ist das erste"),
    ("`{}` is no column of {}, ignored", "`{1}` ist keine Spalte von {2}, nicht beachtet"),
    (
        "{} more rows were left out for like reasons",
        "{1} weitere Zeilen sind aus ähnlichen Gründen ausgelassen.",
    ),
    ("the columns `{}` are those of no log", "Die Spalten `{1}` gehören zu keinem Protokoll."),
    (
        "the columns `{}` come closest to {}, which also needs `{}`",
        "Die Spalten `{1}` ähneln am meisten {2}, das auch `{3}` braucht.",
    ),
];
