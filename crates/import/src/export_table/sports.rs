//! The platform's activity types in the languages it writes them.

use kneewise_types::Sport;

/// Words that decide, tried from the top; a type is compared in lower case.
const WORDS: [(Sport, &[&str]); 11] = [
    (Sport::Elliptical, &["ellipt", "elípt", "ellitt", "ellips", "crosstrainer"]),
    (
        Sport::Strength,
        &["weight", "strength", "kraft", "muscul", "poids", "pesas", "peso", "pesi", "kracht", "gewicht"],
    ),
    (Sport::Swim, &["swim", "schwimm", "natation", "natac", "nataç", "nuoto", "zwem"]),
    (Sport::Yoga, &["yoga", "ioga"]),
    (
        Sport::Walk,
        &["walk", "spazier", "gehen", "marche", "caminata", "caminar", "camminata", "wandeling", "wandelen"],
    ),
    (
        Sport::Hike,
        &[
            "hike",
            "hiking",
            "wander",
            "randonn",
            "senderismo",
            "excursi",
            "escursion",
            "trektocht",
            "wandeltocht",
        ],
    ),
    (Sport::Run, &["run", "lauf", "course", "carrera", "corrida", "corsa", "hardlo", "jog"]),
    (Sport::Walk, &["caminhada"]),
    (
        Sport::Ride,
        &[
            "ride", "radf", "fahrt", "fahrrad", "vélo", "velo", "cicl", "bici", "pedal", "fiets", "bike",
            "cycl", "vtt",
        ],
    ),
    (Sport::Row, &["rowing", "virtual row", "ruder", "aviron", "remo", "canottag", "roei"]),
    (Sport::Hike, &["trilha"]),
];
/// Types that contain the word of another sport but are not it.
const NOT_THESE: [&str; 9] =
    ["ski", "skat", "snow", "langlauf", "eislauf", "schlittsch", "wheelchair", "rollstuhl", "golf"];

/// The sport of a type; `Other` when it is none of ours.
pub(super) fn from_word(word: &str) -> Sport {
    let word = word.trim().to_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
    if has(&NOT_THESE) {
        return Sport::Other;
    }
    if matches!(word.as_str(), "trail" | "trailrunning") {
        return Sport::TrailRun;
    }
    if word == "rit" {
        return Sport::Ride;
    }
    let found = WORDS.iter().find(|(_, parts)| has(parts)).map_or(Sport::Other, |(sport, _)| *sport);
    match found {
        Sport::Run if has(&["virtu", "treadmill"]) => Sport::TreadmillRun,
        Sport::Run if has(&["trail", "montaña", "trilha", "sentiero"]) => Sport::TrailRun,
        Sport::Walk if has(&["trilha"]) => Sport::Hike,
        sport => sport,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_of_seven_languages() {
        let cases = [
            (Sport::Run, "Run|Lauf|Course à pied|Carrera|Corrida|Corsa|Hardlopen|Hardloopsessie"),
            (Sport::TrailRun, "Trail Run|Traillauf|Trail|Carrera de montaña|Corrida em trilha|Trailrun"),
            (
                Sport::TreadmillRun,
                "Virtual Run|Virtueller Lauf|Course virtuelle|Carrera virtual|Corsa virtuale",
            ),
            (Sport::Walk, "Walk|Spaziergang|Marche|Caminata|Caminhada|Camminata|Wandeling"),
            (Sport::Hike, "Hike|Wanderung|Randonnée|Senderismo|Caminhada em trilha|Escursione"),
            (
                Sport::Ride,
                "Ride|Virtual Ride|Radfahrt|Vélo|Bicicleta|Pedalada|Ciclismo|Fietsrit|Rit|Gravel Ride",
            ),
            (Sport::Swim, "Swim|Schwimmen|Natation|Natación|Natação|Nuoto|Zwemmen"),
            (
                Sport::Strength,
                "Weight Training|Krafttraining|Musculation|Entrenamiento con pesas|Krachttraining",
            ),
            (Sport::Elliptical, "Elliptical|Elliptique|Elíptica|Ellittica|Crosstrainer"),
            (Sport::Row, "Rowing|Rudern|Aviron|Remo|Canottaggio|Roeien"),
            (Sport::Yoga, "Yoga|Ioga"),
            (Sport::Other, "Workout|Alpine Ski|Langlauf|Nordic Ski|Ice Skate||Training|Crossfit"),
        ];
        for (sport, words) in cases {
            for word in words.split('|') {
                assert_eq!(from_word(word), sport, "{word}");
            }
        }
    }
}
