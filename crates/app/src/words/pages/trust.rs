//! When not to trust this: what is weak, by part.

use crate::words::language::{Language, language, texts};

texts! {
    /// The texts around the list.
    Trust {
        title: "When not to trust this", "Wann man dem nicht trauen soll";
        lead: "kneewise reads what you recorded and what studies found. Both are incomplete. Here is what is weak, part by part.",
            "kneewise liest, was du aufgezeichnet hast, und was Studien fanden. Beides ist unvollständig. Hier steht, was schwach ist, Teil für Teil.";
        grades: "What the letters mean", "Was die Buchstaben bedeuten";
        grades_note: "Each reason carries the grade of the evidence behind its rule.",
            "Jeder Grund trägt die Güte der Belege hinter seiner Regel.";
        all_evidence: "Every source and every rule", "Jede Quelle und jede Regel";
        on_this_page: "On this page", "Auf dieser Seite";
    }
}

/// One part of the program and what is weak in it.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Its anchor.
    pub id: &'static str,
    pub title: &'static str,
    pub points: &'static [&'static str],
}

/// All parts, in the order of the pages.
#[must_use]
pub fn parts() -> &'static [Part] {
    match language() {
        Language::English => ENGLISH,
        Language::German => GERMAN,
    }
}

const ENGLISH: &[Part] = &[
    Part {
        id: "page",
        title: "What a page cannot do",
        points: &[
            "It cannot touch, bend or look into a knee. After a twist or a blow, with a knee that swells, locks or gives way, with fever, or with pain at rest that wakes you, have it seen first.",
            "It knows what you entered, no more. What was never asked or answered stays unknown, and unknown is not \"no\".",
            "Children, pregnancy, operations and inflammatory disease change the rules; most studies here are of healthy adults who run.",
        ],
    },
    Part {
        id: "causes",
        title: "What may contribute",
        points: &[
            "The five families are weighed by rules written down by us after the literature. No study measured these weights together.",
            "They were tested on simulated runners whose cause was planted. Whether they find it in living runners has not been measured.",
            "Several families can be true at once, and they change together: a build-up brings longer runs, more downhill and often new shoes.",
            "There are no percentages of injury. On the one open data set of the field an honest model tells weeks before an injury from others little better than a guess.",
            "Weakness and stiffness may follow the pain instead of coming before it.",
        ],
    },
    Part {
        id: "load",
        title: "Distance and effort",
        points: &[
            "The rule of the longest run comes from one large study of runners; it counts distance, not hills or speed, and most runs beyond it ended well.",
            "This week compared with the last weeks describes change. It did not predict injury in runners.",
            "Ratings of effort that you did not enter are estimated from your other runs, and said to be.",
            "Heart rate from the wrist slips, and thresholds follow from what your watch saw you do, not from a laboratory.",
        ],
    },
    Part {
        id: "knee-load",
        title: "Load on the knee, and what-if",
        points: &[
            "It is experimental: a model of forces from speed, slope and step rate. Between people such forces differ by about a quarter either way; changes within your own running are more trustworthy.",
            "Load and damage may go opposite ways. Slower running is more load and less damage a kilometre, so neither is shown alone.",
            "Damage is a convention about fatigue. Pain around the kneecap is not proven to be fatigue at all.",
            "How steep hills load the knee is hardly known: only the direction is supported, and the range includes nothing at all.",
            "A watch on the wrist does not see foot strike, step width, hips or trunk, and measures slope poorly.",
            "Nothing is known about stairs, poles, or running slower than a brisk walk.",
            "What the knee is spared, another part carries: with more steps or flatter shoes, the calf and the Achilles tendon.",
            "It shows what the knee would have carried. It does not show whether it would have hurt.",
        ],
    },
    Part {
        id: "own",
        title: "Your own statistics",
        points: &[
            "A handful of flares is little. What came before them may be chance, and each finding is pulled towards the middle for that reason.",
            "Pain can change training first, and not the other way round.",
            "Worry fills a diary: days you expected to hurt may be entered more often, and painful days may be missing.",
            "After a flare things go back to usual by themselves, whatever was changed.",
            "With fewer than ten flares, finding nothing does not show that nothing is there.",
        ],
    },
    Part {
        id: "pattern",
        title: "The pattern",
        points: &[
            "A pattern compares your answers with descriptions of common kinds of knee pain. It is not an examination.",
            "Many knees fit two patterns, and some fit none.",
        ],
    },
    Part {
        id: "light",
        title: "The light",
        points: &[
            "That some pain is acceptable while running was tested for sore tendons and kneecaps. For pain of a bone, stricter limits apply, and the page asks about it.",
            "Painkillers hide what the light needs to see.",
            "Early signs were counted on simulated runners: how often they come before a flare in living ones is not known.",
        ],
    },
    Part {
        id: "shoes",
        title: "Shoes",
        points: &[
            "Worn shoes and the shape of the foot explain little. Comfort is the best guide that was studied, and weakly.",
            "Distances at which a pair is worn differ widely between pairs and runners.",
        ],
    },
    Part {
        id: "notes",
        title: "Notes that were read",
        points: &[
            "Words in titles and notes are read by lists in five languages. They miss some complaints and find some that are none, so nothing counts before you say so.",
        ],
    },
];

const GERMAN: &[Part] = &[
    Part {
        id: "page",
        title: "Was eine Seite nicht kann",
        points: &[
            "Sie kann kein Knie anfassen, beugen oder hineinsehen. Nach einer Verdrehung oder einem Schlag, bei einem Knie, das anschwillt, blockiert oder nachgibt, bei Fieber oder bei Ruheschmerz, der dich weckt: zuerst ansehen lassen.",
            "Sie weiß, was du eingetragen hast, nicht mehr. Was nie gefragt oder beantwortet wurde, bleibt unbekannt, und unbekannt ist kein Nein.",
            "Kinder, Schwangerschaft, Operationen und entzündliche Krankheiten ändern die Regeln; die meisten Studien hier sind von gesunden Erwachsenen, die laufen.",
        ],
    },
    Part {
        id: "causes",
        title: "Was beitragen kann",
        points: &[
            "Die fünf Bereiche werden nach Regeln gewogen, die wir nach der Literatur aufgeschrieben haben. Keine Studie hat diese Gewichte zusammen gemessen.",
            "Geprüft wurden sie an simulierten Läufern, deren Ursache gesetzt war. Ob sie sie bei lebenden Läufern finden, ist nicht gemessen.",
            "Mehrere Bereiche können zugleich stimmen, und sie ändern sich zusammen: Ein Aufbau bringt längere Läufe, mehr Bergab und oft neue Schuhe.",
            "Es gibt keine Prozente für Verletzungen. Am einzigen offenen Datensatz des Fachs unterscheidet ein ehrliches Modell Wochen vor einer Verletzung kaum besser als geraten.",
            "Schwäche und Steifheit können dem Schmerz folgen, statt ihm vorauszugehen.",
        ],
    },
    Part {
        id: "load",
        title: "Strecke und Anstrengung",
        points: &[
            "Die Regel des längsten Laufs stammt aus einer großen Studie mit Läufern; sie zählt Strecke, nicht Hügel oder Tempo, und die meisten Läufe darüber gingen gut aus.",
            "Diese Woche gegen die letzten Wochen beschreibt eine Änderung. Verletzungen sagte sie bei Läufern nicht voraus.",
            "Anstrengung, die du nicht eingetragen hast, wird aus deinen anderen Läufen geschätzt, und das steht dabei.",
            "Puls vom Handgelenk rutscht, und Schwellen folgen aus dem, was deine Uhr sah, nicht aus einem Labor.",
        ],
    },
    Part {
        id: "knee-load",
        title: "Kniebelastung und Was wäre wenn",
        points: &[
            "Das ist ein Versuch: ein Modell von Kräften aus Tempo, Steigung und Schrittfrequenz. Zwischen Menschen unterscheiden sich solche Kräfte um etwa ein Viertel; Änderungen deines eigenen Laufens sind verlässlicher.",
            "Belastung und Schaden können sich entgegengesetzt ändern. Langsamer laufen ist je Kilometer mehr Belastung und weniger Schaden, darum steht keines allein.",
            "Schaden ist eine Übereinkunft über Ermüdung. Dass Schmerz um die Kniescheibe überhaupt Ermüdung ist, ist nicht bewiesen.",
            "Wie steile Hügel das Knie belasten, ist kaum bekannt: Nur die Richtung ist belegt, und die Spanne schließt gar nichts ein.",
            "Eine Uhr am Handgelenk sieht weder Fußaufsatz noch Schrittbreite, Hüfte oder Rumpf, und misst Steigung schlecht.",
            "Über Treppen, Stöcke oder Laufen, das langsamer ist als zügiges Gehen, ist nichts bekannt.",
            "Was dem Knie erspart bleibt, trägt ein anderer Teil: bei mehr Schritten oder flacheren Schuhen Wade und Achillessehne.",
            "Es zeigt, was das Knie getragen hätte. Es zeigt nicht, ob es geschmerzt hätte.",
        ],
    },
    Part {
        id: "own",
        title: "Deine eigene Statistik",
        points: &[
            "Eine Handvoll Schübe ist wenig. Was ihnen vorausging, kann Zufall sein, und darum wird jeder Befund zur Mitte gezogen.",
            "Schmerz kann zuerst das Training ändern, und nicht umgekehrt.",
            "Sorge füllt ein Tagebuch: Tage, an denen du Schmerz erwartet hast, sind vielleicht öfter eingetragen, und schmerzhafte fehlen vielleicht.",
            "Nach einem Schub wird alles von selbst wieder wie üblich, was auch geändert wurde.",
            "Wenn bei weniger als zehn Schüben nichts auffällt, zeigt das nicht, dass nichts da ist.",
        ],
    },
    Part {
        id: "pattern",
        title: "Das Muster",
        points: &[
            "Ein Muster vergleicht deine Antworten mit Beschreibungen häufiger Knieschmerzen. Es ist keine Untersuchung.",
            "Viele Knie passen zu zwei Mustern, manche zu keinem.",
        ],
    },
    Part {
        id: "light",
        title: "Die Ampel",
        points: &[
            "Dass etwas Schmerz beim Laufen annehmbar ist, wurde für Sehnen und Kniescheiben geprüft. Für Knochenschmerz gelten strengere Grenzen, und die Seite fragt danach.",
            "Schmerzmittel verbergen, was die Ampel sehen muss.",
            "Frühe Zeichen wurden an simulierten Läufern gezählt: Wie oft sie bei lebenden einem Schub vorausgehen, ist nicht bekannt.",
        ],
    },
    Part {
        id: "shoes",
        title: "Schuhe",
        points: &[
            "Abgelaufene Schuhe und die Form des Fußes erklären wenig. Bequemlichkeit ist der beste Rat, der untersucht wurde, und auch der ist schwach belegt.",
            "Bei welcher Strecke ein Paar abgelaufen ist, unterscheidet sich stark zwischen Paaren und Läufern.",
        ],
    },
    Part {
        id: "notes",
        title: "Gelesene Notizen",
        points: &[
            "Worte in Titeln und Notizen werden nach Listen in fünf Sprachen gelesen. Sie übersehen manches und finden manches, das keine Beschwerde ist; darum zählt nichts, bevor du es sagst.",
        ],
    },
];

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn both_languages_name_the_same_parts_and_points() {
        assert_eq!(ENGLISH.len(), GERMAN.len());
        for (english, german) in ENGLISH.iter().zip(GERMAN) {
            assert_eq!((english.id, english.points.len()), (german.id, german.points.len()));
        }
    }
}
