//! Every sentence the program can say about a knee, listed and checked.

use super::examples::{day, facts};
use super::language::either;
use super::numbers::Voice;
use super::{actions, facts as said, families, knee, missing, plain, questions, red_flags, sources, tests};
use kneewise_types::assessment::{
    BeliefWord, CauseRow, Condition, Family, Missing, NextTest, NextTestId, Pattern, PatternLabel, RedFlagId,
    Urgency,
};
use kneewise_types::reason::Fact;
use kneewise_types::{Grade, RedFlagQuestion, Region, Side, TestId, UnitSystem};

const WORDS: [BeliefWord; 4] =
    [BeliefWord::LittleSign, BeliefWord::May, BeliefWord::Probably, BeliefWord::MainCandidate];
const URGENCIES: [Urgency; 6] = [
    Urgency::Emergency,
    Urgency::SameDay,
    Urgency::WithinDays,
    Urgency::WithinOneWeek,
    Urgency::WithinTwoWeeks,
    Urgency::Routine,
];
const FLAGS: [RedFlagId; 13] = [
    RedFlagId::R1,
    RedFlagId::R2,
    RedFlagId::R3,
    RedFlagId::R4,
    RedFlagId::R5,
    RedFlagId::R6,
    RedFlagId::R7,
    RedFlagId::R8,
    RedFlagId::R9,
    RedFlagId::R10,
    RedFlagId::R11,
    RedFlagId::R12,
    RedFlagId::R13,
];
const MISSING: [&str; 25] = [
    "activities",
    "diary",
    "flares",
    "screen",
    "regions",
    "findings",
    "shoes",
    "shoe_details",
    "tests",
    "strength_log",
    "wellness",
    "sleep",
    "profile",
    "age",
    "sex",
    "mass",
    "running_since",
    "session_rpe",
    "heart_rate",
    "cadence",
    "altitude",
    "speed",
    "surface",
    "foot_posture",
    "something_else",
];

fn voice(units: UnitSystem) -> Voice {
    Voice { as_of: day("2026-10-01"), units }
}

/// Sections with their sentences.
pub(super) fn gallery() -> Vec<(&'static str, Vec<String>)> {
    let metric = voice(UnitSystem::Metric);
    let imperial = voice(UnitSystem::Imperial);
    let changed = facts().into_iter().filter(|f| said::sentence(f, &metric) != said::sentence(f, &imperial));
    vec![
        ("facts", facts().iter().map(|fact| said::sentence(fact, &metric)).collect()),
        ("facts in miles", changed.map(|fact| said::sentence(&fact, &imperial)).collect()),
        ("openings", openings()),
        ("families", Family::ALL.into_iter().map(|f| families::phrase(f).to_owned()).collect()),
        (
            "places",
            Region::ALL
                .iter()
                .map(|r| format!("{} {}.", either("Pain", "Schmerz"), knee::region(*r)))
                .collect(),
        ),
        ("patterns", patterns()),
        (
            "red flags",
            FLAGS
                .into_iter()
                .map(|id| format!("{} {}", red_flags::why(id), red_flags::meanwhile(id)))
                .collect(),
        ),
        (
            "acts",
            URGENCIES.into_iter().map(|u| format!("{} {}", red_flags::act(u), red_flags::whom(u))).collect(),
        ),
        ("questions", RedFlagQuestion::ALL.iter().map(|q| questions::flag(*q).to_owned()).collect()),
        (
            "actions",
            kneewise_advise::action_ids().into_iter().map(|id| actions::text(id).to_owned()).collect(),
        ),
        ("next tests", next_tests()),
        ("own data", super::own_examples::sentences(&metric)),
        ("missing", MISSING.into_iter().map(missing_line).collect()),
        (
            "grades",
            [Grade::A, Grade::B, Grade::C, Grade::D].map(|g| format!("{}.", sources::meaning(g))).to_vec(),
        ),
    ]
}

fn openings() -> Vec<String> {
    let metric = voice(UnitSystem::Metric);
    let mut all: Vec<_> = Family::ALL
        .into_iter()
        .flat_map(|family| WORDS[1..].iter().map(move |word| families::opening(family, *word, None)))
        .collect();
    all.extend(
        WORDS[1..].iter().map(|word| {
            families::summary(Family::Load, *word, Some(either("one long run", "ein langer Lauf")))
        }),
    );
    all.extend(
        facts()
            .iter()
            .filter_map(|f| said::clue(f, &metric))
            .map(|clue| format!("{}: {clue}.", either("It stands out", "Auffällig"))),
    );
    all
}

fn patterns() -> Vec<String> {
    let pattern =
        |label, first| Pattern::bare(Side::Right, label, vec![(first, 0.5), (Condition::Itbs, 0.3)]);
    let conditions = [
        Condition::Pfp,
        Condition::Itbs,
        Condition::Pt,
        Condition::Qt,
        Condition::Fp,
        Condition::Pa,
        Condition::Men,
        Condition::Oa,
        Condition::Apo,
        Condition::Bsi,
        Condition::Hip,
        Condition::Oth,
    ];
    let labels = [PatternLabel::TwoPossible, PatternLabel::Leans, PatternLabel::Unclear];
    let best = conditions.map(|condition| pattern(PatternLabel::FitsBest, condition));
    let other = labels.map(|label| pattern(label, Condition::Pfp));
    best.iter().chain(&other).filter_map(knee::pattern).collect()
}

fn next_tests() -> Vec<String> {
    let others = [
        NextTestId::Diary,
        NextTestId::Shoes,
        NextTestId::StrengthLog,
        NextTestId::Wellness,
        NextTestId::Profile,
        NextTestId::Activities,
        NextTestId::SessionRpe,
    ];
    let next = |what| NextTest { what, rows: vec![CauseRow::M1], minutes: 2.0, expected_bits: 0.1 };
    let all = TestId::ALL.iter().map(|test| NextTestId::Test(*test)).chain(others);
    all.map(|what| format!("{}.", tests::next(&next(what)))).collect()
}

fn missing_line(what: &'static str) -> String {
    missing::text(&Missing { what, unlocks: vec!["load.single_session_spike", "overuse.short_sleep"] })
}

/// Sections with their sentences, as they are kept.
pub fn listed(gallery: &[(&str, Vec<String>)]) -> String {
    let mut text = String::new();
    for (section, sentences) in gallery {
        text.push_str(&format!("{section}\n"));
        for sentence in sentences {
            text.push_str(&format!("  {}\n", plain(sentence)));
        }
    }
    text
}

/// Every sentence is held to the voice of the house.
pub fn assert_voice(gallery: &[(&str, Vec<String>)]) {
    for (section, sentence) in
        gallery.iter().flat_map(|(section, all)| all.iter().map(move |one| (section, one)))
    {
        let faults = faults(sentence);
        assert!(faults.is_empty(), "{section}: `{sentence}` {faults:?}");
    }
}

#[test]
fn the_gallery_of_sentences() {
    let text = listed(&gallery());
    insta::with_settings!({
        snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!("gallery", text) });
}

#[test]
fn every_kind_of_fact_has_an_example() {
    let source = include_str!("../../../types/src/reason.rs");
    let (_, body) = source.split_once("pub enum Fact {").unwrap();
    let (body, _) = body.split_once("\n}\n").unwrap();
    let examples = facts().iter().map(|fact| format!("{fact:?}")).collect::<Vec<_>>();
    for line in body.lines().filter(|l| l.starts_with("    ") && l.as_bytes()[4].is_ascii_uppercase()) {
        let kind = line.trim().split([' ', '{', ',']).next().unwrap();
        assert!(examples.iter().any(|e| e.starts_with(&format!("{kind} "))), "no example of `{kind}`");
    }
}

#[test]
fn every_sentence_keeps_the_voice() {
    for (section, sentences) in gallery() {
        assert!(!sentences.is_empty(), "{section} is empty");
        for sentence in sentences {
            let faults = faults(&sentence);
            assert!(faults.is_empty(), "{section}: `{sentence}` {faults:?}");
        }
    }
}

/// What the voice of the design rules out.
pub fn faults(sentence: &str) -> Vec<String> {
    // The disclaimer alone may name what this is not.
    let lower = plain(sentence).to_lowercase().replace("not a diagnosis", "");
    let mut found = vec![];
    for word in
        ["caused by", "risk", "you have", "should have", "diagnos", "!", "  ", " only ", "danger", "damage"]
    {
        if lower.contains(word) {
            found.push(format!("says `{word}`"));
        }
    }
    if !sentence.ends_with(['.', '?']) || sentence.ends_with("..") {
        found.push("does not end in one full stop".to_owned());
    }
    if ["nan ", "nan.", "nan\u{a0}", "inf ", "none("]
        .iter()
        .any(|word| sentence.to_lowercase().contains(word))
    {
        found.push("shows a missing value".to_owned());
    }
    found.extend(beliefs_in_per_cent(&lower));
    found.extend(loose_numbers(sentence));
    found
}

/// A belief, a chance of pain or of injury as a percentage.
fn beliefs_in_per_cent(lower: &str) -> Vec<String> {
    let after = lower.split(" %").skip(1).chain(lower.split(" per cent").skip(1));
    let says = |rest: &str| {
        let next = rest.trim_start_matches([' ', ',']);
        ["sure", "certain", "confiden", "likel", "probab", "chance", "belie", "possib"]
            .iter()
            .any(|word| next.starts_with(word))
    };
    after.filter(|rest| says(rest)).map(|rest| format!("gives a belief in percent before `{rest}`")).collect()
}

/// Decimals without a unit joined to them, and percentages without their space.
fn loose_numbers(sentence: &str) -> Vec<String> {
    let words: Vec<_> = sentence.split(' ').collect();
    let mut found = vec![];
    for (at, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_score = words
            .get(at + 1)
            .is_some_and(|next| ["of", "to", "in", "this", "a", "right", "left"].contains(next));
        if bare.contains('.')
            && !word.contains('\u{a0}')
            && bare.parse::<f64>().is_ok()
            && !is_score
            && !words[..at].ends_with(&["to"])
            && !words[..at].contains(&"from")
        {
            found.push(format!("`{bare}` has no unit"));
        }
        if bare.is_empty() && word.contains('%') || word.ends_with("%") && !word.contains('\u{a0}') {
            found.push(format!("`{word}` stands apart from its number"));
        }
    }
    found
}

#[test]
fn the_lint_finds_what_it_is_for() {
    assert!(faults("Your pain was caused by long runs.").len() == 1);
    assert!(faults("You ran 18.0 yesterday.").iter().any(|f| f.contains("no unit")));
    assert!(faults("It rose by 44% in a week.").iter().any(|f| f.contains("stands apart")));
    assert!(faults("It is 80\u{a0}% likely.").iter().any(|f| f.contains("in percent")));
    assert!(faults("A 40\u{a0}% chance of pain.").iter().any(|f| f.contains("in percent")));
    assert!(faults("It rose by 44\u{a0}% in a week.").is_empty());
    assert!(faults("Too  wide.").iter().any(|f| f.contains("`  `")));
    assert!(faults("Stop!").len() == 2);
    assert!(faults("18.0\u{a0}km on 20\u{a0}September.").is_empty());
}

#[test]
fn every_action_of_the_catalogue_has_a_sentence() {
    for id in kneewise_advise::action_ids() {
        assert_ne!(actions::text(id), id);
    }
}

#[test]
fn dates_get_their_year_when_it_is_another_one() {
    let Some(fact) = facts().into_iter().find(|f| matches!(f, Fact::LongRun { .. })) else {
        panic!("no long run")
    };
    let next_year = Voice { as_of: day("2027-01-05"), units: UnitSystem::Metric };
    assert_eq!(
        plain(&said::sentence(&fact, &next_year)),
        "18.0 km on 20 September 2026, 44 % longer than any run of the 30 days before (12.5 km on 30 August 2026). Most such runs end well."
    );
}
