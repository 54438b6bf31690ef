//! Short names of sources, and how a grade is worded: D is always an opinion.

use super::language::{Language, either, is_german, language};
use kneewise_types::{Evidence, Grade};

/// The short name of a source; `None` for our own rules and for keys without one.
#[must_use]
pub fn name(key: &str) -> Option<&'static str> {
    let english = CITED.iter().find(|(known, _)| *known == key).map(|(_, name)| *name);
    let german = || DESCRIBED.iter().find(|(known, _)| *known == key).map(|(_, name)| *name);
    if is_german() { german().or(english) } else { english }
}

/// Grade and source side by side, short: `B, Frandsen 2025`; `D, expert rule`.
#[must_use]
pub fn tag(evidence: &Evidence) -> String {
    match (evidence.grade, name(evidence.source.0)) {
        (Grade::D, Some(name)) if is_german() => format!("D, Meinung ({name})"),
        (Grade::D, Some(name)) => format!("D, opinion after {name}"),
        (Grade::D, None) => either("D, expert rule", "D, Regel von Fachleuten").to_owned(),
        (grade, Some(name)) => format!("{}, {name}", grade.letter()),
        (grade, None) => format!("{}, {} {}", grade.letter(), either("source", "Quelle"), evidence.source.0),
    }
}

/// What a grade means, in a few words.
#[must_use]
pub fn meaning(grade: Grade) -> &'static str {
    match (language(), grade) {
        (Language::English, Grade::A) => "consistent trials or a strong guideline",
        (Language::English, Grade::B) => "one good trial or a large cohort",
        (Language::English, Grade::C) => "small or conflicting studies",
        (Language::English, Grade::D) => "expert opinion",
        (Language::German, Grade::A) => "übereinstimmende Studien oder eine starke Leitlinie",
        (Language::German, Grade::B) => "eine gute Studie oder eine große Kohorte",
        (Language::German, Grade::C) => "kleine oder widersprüchliche Studien",
        (Language::German, Grade::D) => "Meinung von Fachleuten",
    }
}

/// Every grade with what it means, best first.
#[must_use]
pub fn grade_meanings() -> [(char, &'static str); 4] {
    [Grade::A, Grade::B, Grade::C, Grade::D].map(|grade| (grade.letter(), meaning(grade)))
}

const CITED: &[(&str, &str)] = &[
    ("S1", "Clarsen 2013"),
    ("S2", "the ostRc package"),
    ("S7", "the pain-monitoring model"),
    ("S9", "runners' knee education"),
    ("S10", "KOOS-PF study"),
    ("S13", "Kujala scale study"),
    ("S17", "Hernandez-Sanchez 2014"),
    ("S20", "UWRI study"),
    ("S21", "a chapter on measures"),
    ("S34", "a rule for worn joints"),
    ("S35", "the Ottawa knee rule"),
    ("S36", "the Wells items"),
    ("S37", "a red-flag list"),
    ("S40", "Willy 2019"),
    ("S45", "Esculier 2018"),
    ("S46", "Esculier 2016"),
    ("S53", "Neal 2019"),
    ("S57", "Malisoux 2016"),
    ("S59", "Malisoux 2020"),
    ("S60", "Malisoux 2015"),
    ("S61", "Malisoux 2016"),
    ("S63", "Nielsen 2014"),
    ("S65", "Nigg 2015"),
    ("S67", "Kong 2009"),
    ("S69", "a shoe-wear study"),
    ("S70", "Fuller 2017"),
    ("S72", "Tenforde 2023"),
    ("S73a", "a Cochrane review"),
    ("S75", "Frandsen 2025"),
    ("S77", "van der Worp 2015"),
    ("S78", "Leppänen 2024"),
    ("S81", "Hart 2022"),
    ("S85", "Johnston 2020"),
    ("S86a", "a runners' sleep survey"),
    ("S87a", "Redmond 2008"),
    ("S89a", "Hoch 2011"),
    ("S90", "Hébert-Losier 2017"),
    ("S91", "step-down norms"),
    ("S92a", "Ramskov 2014"),
    ("S93a", "Freckleton 2014"),
    ("S93b", "bridge-hold norms"),
    ("S94a", "plank norms"),
    ("S94b", "side-plank norms"),
    ("S95a", "Strassmann 2013"),
    ("S96a", "hip-flexor cut-offs"),
    ("S96b", "Vigotsky 2016"),
    ("foster2001", "Foster 2001"),
    ("foster1998", "Foster 1998"),
    ("morton1990", "Morton 1990"),
    ("edwards1993", "Edwards 1993"),
    ("minetti2002", "Minetti 2002"),
    ("nes2013", "Nes 2013"),
    ("tanaka2001", "Tanaka 2001"),
    ("riegel1981", "Riegel 1981"),
    ("williams2017", "Williams 2017"),
    ("lolli2019", "Lolli 2019"),
    ("impellizzeri2021", "Impellizzeri 2021"),
    ("nielsen2014", "Nielsen 2014"),
    ("witvrouw2000", "Witvrouw 2000"),
    ("videbaek2015", "Videbæk 2015"),
    ("doyle2023", "Doyle 2023"),
    ("lenhart2014", "Lenhart 2014"),
    ("bonacci2018", "Bonacci 2018"),
    ("willy2016", "Willy 2016"),
    ("vannatta2015", "Vannatta 2015"),
    ("sinclair2015", "Sinclair 2015"),
    ("vanhooren2024", "Van Hooren 2024"),
    ("thakkar2019", "Thakkar 2019"),
    ("firminger2020", "Firminger 2020"),
    ("brechter2002", "Brechter 2002"),
    ("coburn2023", "Coburn 2023"),
    ("steffens2015", "Steffens 2015"),
    ("hamra2013", "Hamra 2013"),
    ("heinze2010", "Heinze 2010"),
];

/// Sources that are described rather than cited by their author, in German.
const DESCRIBED: &[(&str, &str)] = &[
    ("S2", "Paket ostRc"),
    ("S7", "Modell der Schmerzüberwachung"),
    ("S9", "Schulung bei Läuferknie"),
    ("S10", "Studie zu KOOS-PF"),
    ("S13", "Studie zur Kujala-Skala"),
    ("S20", "Studie zu UWRI"),
    ("S21", "Kapitel über Messverfahren"),
    ("S34", "Regel für Gelenkverschleiß"),
    ("S35", "Ottawa-Knieregel"),
    ("S36", "Punkte nach Wells"),
    ("S37", "Liste von Warnzeichen"),
    ("S69", "Studie zu Schuhverschleiß"),
    ("S73a", "Cochrane-Übersicht"),
    ("S86a", "Schlafumfrage bei Läufern"),
    ("S91", "Normen zum Step-down"),
    ("S93b", "Normen zur gehaltenen Brücke"),
    ("S94a", "Normen zum Unterarmstütz"),
    ("S94b", "Normen zum Seitstütz"),
    ("S96a", "Grenzwerte zum Hüftbeuger"),
];

#[cfg(test)]
mod test {
    use super::*;
    use kneewise_types::SourceKey;

    #[test]
    fn grade_d_is_worded_as_opinion() {
        assert_eq!(tag(&Evidence::new(Grade::B, "S75")), "B, Frandsen 2025");
        assert_eq!(tag(&Evidence::new(Grade::D, "rule")), "D, expert rule");
        assert_eq!(tag(&Evidence::new(Grade::D, "S70")), "D, opinion after Fuller 2017");
        assert_eq!(tag(&Evidence { grade: Grade::C, source: SourceKey("S999") }), "C, source S999");
    }

    #[test]
    fn every_source_of_the_evidence_page_has_a_short_name_and_no_other_has() {
        let page = include_str!("../../../../docs/evidence.md");
        let keys: Vec<_> = page.lines().filter_map(|l| l.strip_prefix("| `")?.split('`').next()).collect();
        assert!(keys.len() > 40, "{} keys read", keys.len());
        for key in &keys {
            assert!(*key == "rule" || name(key).is_some(), "give `{key}` its short name in words/sources.rs");
        }
        for (key, _) in CITED {
            assert!(keys.contains(key), "`{key}` is not in docs/evidence.md");
        }
    }

    #[test]
    fn a_source_that_is_described_is_described_in_german_too() {
        // An author with a year reads the same in every language.
        let is_cited = |name: &str| name.rsplit(' ').next().is_some_and(|year| year.parse::<u16>().is_ok());
        for (key, english) in CITED {
            let has_german = DESCRIBED.iter().any(|(known, _)| known == key);
            assert_eq!(has_german, !is_cited(english), "{key}: {english}");
        }
    }

    #[test]
    fn each_source_is_named_once() {
        for (at, (key, _)) in CITED.iter().enumerate() {
            assert!(CITED[at + 1..].iter().all(|(other, _)| other != key), "{key} occurs twice");
        }
    }
}
