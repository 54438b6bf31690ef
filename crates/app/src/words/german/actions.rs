//! Was zu ändern ist, nach denselben Kennungen wie in `actions`.

/// The action in German; `None` for an id without one, which a test rules out.
pub fn text(id: &str) -> Option<&'static str> {
    TEXTS.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
}

const TEXTS: &[(&str, &str)] = &[
    (
        "safety.ask_about_bone",
        "Notiere vor dem nächsten Lauf, ob es in Ruhe oder nachts schmerzt, von Lauf zu Lauf früher, oder an einer einzigen Stelle \
         des Knochens. Lauf bis dahin nur, wenn jeder Schritt schmerzfrei ist, und spring nicht.",
    ),
    (
        "safety.rest_until_settled",
        "Rote Ampel: Lauf erst wieder nach zwei normalen Morgen in Folge, mit normalem Gehen, frühestens nach 48 Stunden. Beginne dann \
         kürzer, mit etwa 70\u{a0}% jenes Laufs.",
    ),
    (
        "safety.check_the_hip",
        "Prüfe auch die Hüfte: Notiere, ob Leiste oder Hüfte steif sind oder schmerzen. Schmerz am Knie kann dort beginnen.",
    ),
    (
        "safety.hold",
        "Gelbe Ampel: Lauf so viel wie beim letzten Mal, nicht mehr, und lass bergab, Treppen und schnelles Laufen weg.",
    ),
    (
        "safety.enter_the_morning",
        "Gelb, bis du den Schmerz von heute Morgen einträgst: Lauf bis dahin so viel wie beim letzten Mal, nicht mehr.",
    ),
    (
        "load.ease_and_rebuild",
        "Erst entlasten, dann aufbauen: Lauf kürzer, aber öfter, 10 bis 20\u{a0}% langsamer, flach, mit Gehpausen. Schmerz bis 2 von 10 \
         ist in Ordnung, wenn er nach einer Stunde weg ist und der nächste Morgen nicht schlechter. Aufhören musst du selten.",
    ),
    (
        "load.return_in_steps",
        "Komm in Stufen zurück: Beginne mit kurzen Läufen und Gehpausen, und steigere erst, wenn sie schmerzfrei geblieben sind.",
    ),
    (
        "load.longest_run_within_a_tenth",
        "Lauf beim nächsten langen Lauf höchstens ein Zehntel weiter als beim längsten der letzten 30 Tage, und steigere ihn höchstens \
         einmal in der Woche.",
    ),
    (
        "overuse.sleep",
        "Zuerst der Schlaf: Nimm dir mehr als 7 Stunden pro Nacht vor, und lass Strecke und Tempo, wie sie sind, bis das eine Woche \
         lang gelingt.",
    ),
    (
        "overuse.hold_and_rest",
        "Lass Strecke und Tempo, wie sie sind, und halte mindestens einen Tag in der Woche frei von Training. Pausen gehören zum \
         Training.",
    ),
    (
        "weakness.hip_and_knee_strength",
        "Trainiere die Kraft von Hüfte und Knie zwei- oder dreimal in der Woche, 8 bis 12 Wochen lang. Schwäche kann die Folge des \
         Schmerzes sein; Training hilft trotzdem.",
    ),
    (
        "weakness.strength",
        "Trainiere Beine und Rumpf zwei- oder dreimal in der Woche, 8 bis 12 Wochen lang. Stärkere Beine vertragen mehr, und Schwäche \
         kann die Folge des Schmerzes sein.",
    ),
    (
        "footwear.pair_that_hurts_less",
        "Lauf zwei Wochen lang in dem Paar, das weniger schmerzt. Schuhe sind selten die ganze Geschichte, aber das ist dein eigener \
         Versuch.",
    ),
    (
        "footwear.slow_change",
        "Kehre für die meisten Läufe zum alten Paar zurück und nimm das neue langsam dazu, zuerst ein kurzer lockerer Lauf in der \
         Woche.",
    ),
    (
        "footwear.insole_trial",
        "Fertige Einlagen können einen Versuch von höchstens sechs Wochen wert sein. Behalte sie, wenn dein Tagebuch sagt, dass sie \
         helfen; die Wirkung lässt später nach.",
    ),
    (
        "footwear.second_pair",
        "Lauf abwechselnd in zwei Paaren. Wähle das zweite danach, wie gut es sich anfühlt, nicht nach dem, was es verspricht.",
    ),
    (
        "footwear.most_comfortable",
        "Lauf in dem Paar, das sich am besten anfühlt, und wechsle langsam. Schuhe sind selten die ganze Geschichte.",
    ),
    (
        "mobility.short_daily",
        "Zwei oder drei Minuten Dehnen am Tag, vier Wochen lang, zuerst die straffere Seite. Das ist ein kleiner Baustein.",
    ),
];
