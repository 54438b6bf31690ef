//! Die Fragen an die Läuferin und den Läufer, wie in `advise/data/questions.toml`.

use kneewise_types::RedFlagQuestion;
use kneewise_types::symptom::FindingCode;

/// A safety question, and in a few words what a yes means.
pub fn flag(question: RedFlagQuestion) -> (&'static str, &'static str) {
    let found = FLAGS.iter().find(|(code, ..)| *code == question.code());
    found.map_or(("", ""), |(_, text, label)| (*text, *label))
}

/// A question of the pattern screen, and a yes and a no in a few words.
pub fn finding(code: FindingCode) -> (&'static str, &'static str, &'static str) {
    let found = FINDINGS.iter().find(|(known, ..)| *known == code.code());
    found.map_or(("", "", ""), |(_, text, yes, no)| (*text, *yes, *no))
}

const FLAGS: &[(&str, &str, &str)] = &[
    (
        "R1",
        "Ist das Knie heiß, rot oder stark geschwollen, und du fühlst dich krank oder fiebrig, oder es bekam in den letzten sechs Wochen \
         eine Spritze, eine Operation oder eine Wunde, oder dein Immunsystem ist geschwächt?",
        "heiß, rot oder stark geschwollen, mit Krankheitsgefühl",
    ),
    (
        "R2",
        "Gab es eine Verletzung, und seither kannst du keine vier Schritte gehen oder das Knie nicht rechtwinklig beugen, oder der Knochen \
         ist druckempfindlich, oder das Bein sieht verformt aus, oder der Fuß ist kalt, blass oder taub, oder du bist 55 oder älter?",
        "eine Verletzung, mit einem Zeichen für ein Röntgenbild",
    ),
    (
        "R3",
        "Ist das Knie innerhalb von sechs Stunden nach einer Verletzung stark angeschwollen, hat es geknallt und nachgegeben, ist die \
         Kniescheibe herausgesprungen, oder kannst du das gestreckte Bein nicht heben?",
        "starke Schwellung, ein Knall oder eine Kniescheibe neben ihrem Platz nach einer Verletzung",
    ),
    (
        "R4",
        "Ist das Knie blockiert, sodass es sich nicht ganz beugen oder strecken lässt?",
        "das Knie ist blockiert",
    ),
    (
        "R5",
        "Ist die Wade geschwollen, oder schmerzt sie tief im Inneren, den Venen entlang?",
        "eine geschwollene oder druckempfindliche Wade",
    ),
    (
        "R6",
        "Schmerzt es nachts, ohne dass du dich bewegst, hast du ohne Grund abgenommen, einen Knoten, jetzt oder früher Krebs, oder fühlst \
         du dich krank?",
        "Schmerz nachts ohne Bewegung, oder Krankheitsgefühl",
    ),
    (
        "R7",
        "Unter 16: Hinkst du, oder schmerzen Hüfte oder Leiste, oder ist der Schmerz unklar oder im Oberschenkel?",
        "Hinken, oder Schmerz in Hüfte, Leiste oder Oberschenkel, unter 16",
    ),
    (
        "R8",
        "Schmerzt jeder Schritt, oder schmerzt eine einzige Stelle des Knochens in Ruhe oder nachts?",
        "Schmerz bei jedem Schritt, oder eine Stelle des Knochens, die in Ruhe schmerzt",
    ),
    (
        "R9",
        "Ist es ohne Verletzung angeschwollen, schmerzt mehr als ein Gelenk, ist es morgens länger als 30 Minuten steif, oder kommt die Schwellung \
         zusammen mit Beschwerden an Augen, Haut oder Darm oder mit Gicht?",
        "Schwellung ohne Verletzung, mehrere Gelenke, oder lange Steifigkeit am Morgen",
    ),
    (
        "R10",
        "Ist das Bein taub oder schwach, oder zieht Schmerz vom Rücken bis unter das Knie?",
        "Taubheit oder Schwäche des Beins, oder Schmerz vom Rücken abwärts",
    ),
    (
        "R10b",
        "Hat sich die Kontrolle über Blase oder Darm verändert, oder ist es zwischen den Beinen taub?",
        "veränderte Kontrolle über Blase oder Darm, oder taub zwischen den Beinen",
    ),
    (
        "R11",
        "Hat das Knie in den letzten zwei Wochen mehr als einmal nachgegeben?",
        "das Knie gibt immer wieder nach",
    ),
    (
        "R12",
        "Bist du schwanger oder in den 12 Wochen nach einer Geburt und das Bein ist neu geschwollen, oder nimmst du Blutverdünner und das \
         Knie ist geschwollen?",
        "Schwellung rund um eine Schwangerschaft, oder mit Blutverdünnern",
    ),
    ("all", "Nichts davon.", "nichts davon"),
    (
        "cleared",
        "Hat jemand vom Fach dieses Knie untersucht und Laufen erlaubt?",
        "jemand vom Fach hat das Knie untersucht und Laufen erlaubt",
    ),
];

const FINDINGS: &[(&str, &str, &str, &str)] = &[
    ("F01", "Schmerzt das Knie beim Hocken?", "Hocken schmerzt", "Hocken schmerzt nicht"),
    (
        "F02",
        "Schmerzt es, wenn du Treppen hinuntergehst?",
        "treppab schmerzt es",
        "treppab schmerzt es nicht",
    ),
    (
        "F03",
        "Schmerzt es nach einer halben Stunde Sitzen mit gebeugten Knien?",
        "langes Sitzen schmerzt",
        "langes Sitzen schmerzt nicht",
    ),
    (
        "F04",
        "Beginnt der Schmerz in jedem Lauf nach etwa derselben Strecke?",
        "der Schmerz beginnt nach etwa derselben Strecke",
        "der Schmerz beginnt nicht nach derselben Strecke",
    ),
    (
        "F05",
        "Ist es bergab schlimmer als in der Ebene?",
        "bergab ist es schlimmer als in der Ebene",
        "bergab ist es nicht schlimmer als in der Ebene",
    ),
    (
        "F06",
        "Schmerzt beim Landen eine Stelle der Sehne, so groß wie eine Fingerkuppe?",
        "beim Landen schmerzt eine Stelle der Sehne",
        "beim Landen schmerzt keine einzelne Stelle der Sehne",
    ),
    (
        "F07",
        "Lässt der Schmerz beim Aufwärmen nach und kommt später wieder?",
        "der Schmerz lässt beim Aufwärmen nach und kommt wieder",
        "der Schmerz lässt beim Aufwärmen nicht nach",
    ),
    (
        "F08",
        "Begann es damit, dass du dir das Knie verdreht hast?",
        "es begann mit einem Verdrehen",
        "es begann nicht mit einem Verdrehen",
    ),
    ("F09", "Hakt oder blockiert das Knie?", "es hakt oder blockiert", "es hakt und blockiert nicht"),
    (
        "F10",
        "Ist es so geschwollen, dass andere es sehen können?",
        "andere sehen die Schwellung",
        "niemand sieht eine Schwellung",
    ),
    (
        "F11",
        "Ist der Gelenkspalt innen oder außen druckempfindlich?",
        "der Gelenkspalt ist druckempfindlich",
        "der Gelenkspalt ist nicht druckempfindlich",
    ),
    ("F12", "Schmerzt es, darauf zu knien?", "Knien schmerzt", "Knien schmerzt nicht"),
    (
        "F13",
        "Schmerzt es, das Knie ganz zu strecken?",
        "ganz strecken schmerzt",
        "ganz strecken schmerzt nicht",
    ),
    (
        "F14",
        "Schmerzt es in Ruhe oder nachts, ohne Bewegung?",
        "es schmerzt in Ruhe oder nachts",
        "es schmerzt nicht in Ruhe oder nachts",
    ),
    (
        "F15",
        "Beginnt es von Lauf zu Lauf früher?",
        "es beginnt von Lauf zu Lauf früher",
        "es beginnt nicht von Lauf zu Lauf früher",
    ),
    (
        "F16",
        "Ist eine Stelle des Knochens druckempfindlich?",
        "eine Stelle des Knochens ist druckempfindlich",
        "keine Stelle des Knochens ist druckempfindlich",
    ),
    (
        "F17",
        "Schmerzt es tief im Knochen, wenn du auf diesem Bein hüpfst?",
        "Hüpfen schmerzt tief im Knochen",
        "Hüpfen schmerzt nicht tief im Knochen",
    ),
    (
        "F18",
        "Ist es morgens bis zu 30 Minuten steif?",
        "es ist morgens bis zu 30 Minuten steif",
        "es ist morgens nicht steif",
    ),
    (
        "F19",
        "Schmerzen Leiste oder Hüfte, oder sind sie steif?",
        "Leiste oder Hüfte schmerzen oder sind steif",
        "Leiste und Hüfte sind frei",
    ),
    (
        "F20",
        "Schmerzt es vorn, wenn du das Bein gegen Widerstand streckst?",
        "Strecken gegen Widerstand schmerzt vorn",
        "Strecken gegen Widerstand schmerzt nicht",
    ),
    (
        "F21",
        "Schmerzt Druck außen, wenn das Knie leicht gebeugt ist?",
        "Druck außen am gebeugten Knie schmerzt",
        "Druck außen am gebeugten Knie schmerzt nicht",
    ),
    (
        "F22",
        "Gab es in den sechs Wochen davor einen viel längeren Lauf oder eine viel längere Woche?",
        "ein viel längerer Lauf oder eine viel längere Woche ging voraus",
        "kein viel längerer Lauf und keine viel längere Woche ging voraus",
    ),
];
