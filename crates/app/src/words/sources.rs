//! Short names of sources, and how a grade is worded: D is always an opinion.

use kneewise_types::{Evidence, Grade};

/// The short name of a source; `None` for our own rules and for keys without one.
#[must_use]
pub fn name(key: &str) -> Option<&'static str> {
    CITED.iter().find(|(known, _)| *known == key).map(|(_, name)| *name)
}

/// Grade and source side by side, short: `B, Frandsen 2025`; `D, expert rule`.
#[must_use]
pub fn tag(evidence: &Evidence) -> String {
    match (evidence.grade, name(evidence.source.0)) {
        (Grade::D, Some(name)) => format!("D, opinion after {name}"),
        (Grade::D, None) => "D, expert rule".to_owned(),
        (grade, Some(name)) => format!("{}, {name}", grade.letter()),
        (grade, None) => format!("{}, source {}", grade.letter(), evidence.source.0),
    }
}

/// What a grade means, in a few words.
#[must_use]
pub const fn meaning(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "consistent trials or a strong guideline",
        Grade::B => "one good trial or a large cohort",
        Grade::C => "small or conflicting studies",
        Grade::D => "expert opinion",
    }
}

const CITED: &[(&str, &str)] = &[
    ("S7", "the pain-monitoring model"),
    ("S9", "runners' knee education"),
    ("S34", "a rule for worn joints"),
    ("S35", "the Ottawa knee rule"),
    ("S36", "the Wells items"),
    ("S37", "a red-flag list"),
    ("S40", "Willy 2019"),
    ("S41", "Neal 2024"),
    ("S42", "Collins 2018"),
    ("S43", "Hansen 2023"),
    ("S44", "Hott 2020"),
    ("S45", "Esculier 2018"),
    ("S46", "Esculier 2016"),
    ("S48", "Breda 2021"),
    ("S53", "Neal 2019"),
    ("S54", "Collins 2013"),
    ("S57", "Malisoux 2016"),
    ("S58", "Willems 2021"),
    ("S59", "Malisoux 2020"),
    ("S60", "Malisoux 2015"),
    ("S61", "Malisoux 2016"),
    ("S62", "Theisen 2014"),
    ("S63", "Nielsen 2014"),
    ("S65", "Nigg 2015"),
    ("S66", "a review of shoe ideas"),
    ("S67", "Kong 2009"),
    ("S69", "a shoe-wear study"),
    ("S70", "Fuller 2017"),
    ("S72", "Tenforde 2023"),
    ("S73a", "a Cochrane review"),
    ("S73b", "a review of insoles"),
    ("S75", "Frandsen 2025"),
    ("S77", "van der Worp 2015"),
    ("S78", "Leppänen 2024"),
    ("S85", "Johnston 2020"),
    ("S86a", "a runners' sleep survey"),
    ("S87a", "Redmond 2008"),
    ("S88", "a foot-test review"),
    ("S89a", "Hoch 2011"),
    ("S89b", "a knee-to-wall study"),
    ("S90", "heel-raise norms"),
    ("S91", "step-down norms"),
    ("S92a", "Ramskov 2014"),
    ("S93a", "Freckleton 2014"),
    ("S93b", "bridge-hold norms"),
    ("S94a", "plank norms"),
    ("S94b", "side-plank norms"),
    ("S95a", "Strassmann 2013"),
    ("S96a", "hip-flexor cut-offs"),
    ("S96b", "Vigotsky 2016"),
    ("S97", "practice pages"),
    ("witvrouw2000", "Witvrouw 2000"),
    ("foster2001", "Foster 2001"),
    ("minetti2002", "Minetti 2002"),
    ("williams2017", "Williams 2017"),
    ("buist2008", "Buist 2008"),
    ("nielsen2014", "Nielsen 2014"),
    ("frandsen2025", "Frandsen 2025"),
];

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn grade_d_is_worded_as_opinion() {
        assert_eq!(tag(&Evidence::new(Grade::B, "S75")), "B, Frandsen 2025");
        assert_eq!(tag(&Evidence::new(Grade::D, "rule")), "D, expert rule");
        assert_eq!(tag(&Evidence::new(Grade::D, "S70")), "D, opinion after Fuller 2017");
        assert_eq!(tag(&Evidence::new(Grade::C, "S999")), "C, source S999");
    }

    #[test]
    fn each_source_is_named_once() {
        for (at, (key, _)) in CITED.iter().enumerate() {
            assert!(CITED[at + 1..].iter().all(|(other, _)| other != key), "{key} occurs twice");
        }
    }
}
