//! The platform's activity types in the languages it writes them.

use kneewise_types::Sport;

/// Words that decide, tried from the top; a type is compared in lower case.
const WORDS: [(Sport, &[&str]); 11] = [
    (Sport::Elliptical, &["ellipt", "elípt", "ellitt", "ellips", "crosstrainer", "エリプティカル", "椭圆机"]),
    (
        Sport::Strength,
        &[
            "weight",
            "strength",
            "kraft",
            "muscul",
            "poids",
            "pesas",
            "peso",
            "pesi",
            "kracht",
            "gewicht",
            "ウェイト",
            "ウエイト",
            "重量训练",
            "力量训练",
        ],
    ),
    (
        Sport::Swim,
        &["swim", "schwimm", "natation", "natac", "nataç", "nuoto", "zwem", "スイム", "水泳", "游泳"],
    ),
    (Sport::Yoga, &["yoga", "ioga", "ヨガ", "瑜伽", "瑜珈"]),
    (
        Sport::Walk,
        &[
            "walk",
            "spazier",
            "gehen",
            "marche",
            "caminata",
            "caminar",
            "camminata",
            "wandeling",
            "wandelen",
            "ウォーキング",
            "步行",
            "散步",
        ],
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
            "ハイキング",
            "远足",
            "徒步",
        ],
    ),
    (Sport::Run, &["run", "lauf", "course", "carrera", "corrida", "corsa", "hardlo", "jog", "ラン", "跑"]),
    (Sport::Walk, &["caminhada"]),
    (
        Sport::Ride,
        &[
            "ride",
            "radf",
            "fahrt",
            "fahrrad",
            "vélo",
            "velo",
            "cicl",
            "bici",
            "pedal",
            "fiets",
            "bike",
            "cycl",
            "vtt",
            "ライド",
            "骑行",
            "骑车",
        ],
    ),
    (
        Sport::Row,
        &[
            "rowing",
            "virtual row",
            "ruder",
            "aviron",
            "remo",
            "canottag",
            "roei",
            "ローイング",
            "ボート",
            "划船",
        ],
    ),
    (Sport::Hike, &["trilha"]),
];
/// Types that contain the word of another sport but are not it.
const NOT_THESE: [&str; 13] = [
    "ski",
    "skat",
    "snow",
    "langlauf",
    "eislauf",
    "schlittsch",
    "wheelchair",
    "rollstuhl",
    "golf",
    "スキー",
    "スケート",
    "滑雪",
    "滑冰",
];

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
        Sport::Run if has(&["virtu", "treadmill", "バーチャル", "虚拟"]) => Sport::TreadmillRun,
        Sport::Run if has(&["trail", "montaña", "trilha", "sentiero", "トレイル", "越野"]) => {
            Sport::TrailRun
        }
        Sport::Walk if has(&["trilha"]) => Sport::Hike,
        sport => sport,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_of_nine_languages() {
        let cases = [
            (Sport::Run, "Run|Lauf|Course à pied|Carrera|Corrida|Corsa|Hardlopen|Hardloopsessie|ラン|跑步"),
            (
                Sport::TrailRun,
                "Trail Run|Traillauf|Trail|Carrera de montaña|Corrida em trilha|Trailrun|トレイルラン|越野跑",
            ),
            (
                Sport::TreadmillRun,
                "Virtual Run|Virtueller Lauf|Course virtuelle|Carrera virtual|Corsa virtuale|バーチャルラン|虚拟跑步",
            ),
            (Sport::Walk, "Walk|Spaziergang|Marche|Caminata|Caminhada|Camminata|Wandeling|ウォーキング|步行"),
            (
                Sport::Hike,
                "Hike|Wanderung|Randonnée|Senderismo|Caminhada em trilha|Escursione|ハイキング|远足|徒步",
            ),
            (
                Sport::Ride,
                "Ride|Virtual Ride|Radfahrt|Vélo|Bicicleta|Pedalada|Ciclismo|Fietsrit|Rit|Gravel Ride|ライド|バーチャルライド|骑行|虚拟骑行",
            ),
            (Sport::Swim, "Swim|Schwimmen|Natation|Natación|Natação|Nuoto|Zwemmen|スイム|游泳"),
            (
                Sport::Strength,
                "Weight Training|Krafttraining|Musculation|Entrenamiento con pesas|Krachttraining|ウェイトトレーニング|重量训练",
            ),
            (
                Sport::Elliptical,
                "Elliptical|Elliptique|Elíptica|Ellittica|Crosstrainer|エリプティカル|椭圆机",
            ),
            (Sport::Row, "Rowing|Rudern|Aviron|Remo|Canottaggio|Roeien|ローイング|划船"),
            (Sport::Yoga, "Yoga|Ioga|ヨガ|瑜伽"),
            (
                Sport::Other,
                "Workout|Alpine Ski|Langlauf|Nordic Ski|Ice Skate||Training|Crossfit|アルペンスキー|滑雪|クロスフィット",
            ),
        ];
        for (sport, words) in cases {
            for word in words.split('|') {
                assert_eq!(from_word(word), sport, "{word}");
            }
        }
    }
}
