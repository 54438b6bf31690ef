//! Every sentence about the light of a knee, listed and checked.

use super::examples::day;
use super::examples_light::{gaps, light_facts, lights};
use super::gallery::{assert_voice, listed};
use super::numbers::capital;
use super::{Voice, diary, knee_light as light, pattern, plain, questions};
use kneewise_types::assessment::{
    Condition, DueReason, OpenQuestions, Pattern, PatternFit, PatternLabel, PatternSign,
};
use kneewise_types::symptom::FindingCode;
use kneewise_types::{
    FindingAnswer, GivingWay, Locking, Metres, NightPain, PainScore, RedFlagQuestion, Region, Side, Swelling,
    SymptomEntry, UnitSystem,
};

fn voice() -> Voice {
    Voice { as_of: day("2026-10-01"), units: UnitSystem::Metric }
}

/// Sections with their sentences.
pub(super) fn gallery() -> Vec<(&'static str, Vec<String>)> {
    let voice = voice();
    let facts = light_facts();
    vec![
        ("why a light", facts.iter().map(|fact| light::sentence(fact, Side::Left, &voice)).collect()),
        (
            "lights",
            lights()
                .iter()
                .map(|knee| {
                    format!("{} {}.", light::shape(knee.light), capital(&light::headline(knee, &voice)))
                })
                .collect(),
        ),
        ("screen", screen(&voice)),
        ("answers", answers()),
        ("diary", entries().iter().map(|entry| diary::sentence(entry, &voice)).collect()),
        (
            "taken for granted",
            ["pain_during_max", "pain_morning"].map(|column| diary::assumed(column).to_owned()).to_vec(),
        ),
        ("next steps", lights().iter().map(|knee| light::next_step(knee, &voice)).collect()),
    ]
}

/// Every label, overlay and fit, and why safety questions wait.
fn screen(voice: &Voice) -> Vec<String> {
    let labels = [
        PatternLabel::NotEnough,
        PatternLabel::FitsBest,
        PatternLabel::TwoPossible,
        PatternLabel::Leans,
        PatternLabel::Unclear,
    ];
    let shares = || vec![(Condition::Pfp, 0.5), (Condition::Itbs, 0.3)];
    let mut said: Vec<String> =
        labels.map(|label| pattern::headline(&Pattern::bare(Side::Left, label, shares()))).to_vec();
    let watched = Pattern {
        is_bone_caution: true,
        is_hip_check: true,
        ..Pattern::bare(Side::Left, PatternLabel::Leans, shares())
    };
    let suspected = Pattern { is_bone_stress_suspected: true, ..watched.clone() };
    let overlays = [watched, suspected].map(|pattern| pattern::overlays(&pattern));
    said.extend(overlays.into_iter().flatten().map(|(_, text)| text.to_owned()));
    let found = |code, is_present| PatternSign::Finding(FindingAnswer { code, is_present });
    let fit = PatternFit {
        condition: Condition::Pfp,
        fits: vec![PatternSign::Region(Region::AroundPatella), found(FindingCode::PainSquatting, true)],
        against: vec![found(FindingCode::PainProlongedSitting, false)],
    };
    said.extend(pattern::fit(&fit));
    let questions = vec![RedFlagQuestion::R1, RedFlagQuestion::R4];
    for why in [DueReason::FirstSign, DueReason::NewFlare, DueReason::NewSign, DueReason::FollowUp] {
        let open =
            OpenQuestions { side: Side::Left, since: day("2026-09-22"), why, questions: questions.clone() };
        said.push(pattern::due(&open, voice));
    }
    said.push(format!("{}.", pattern::age_first()));
    said.extend(FindingCode::ALL.iter().filter_map(|code| pattern::how_to(*code)).map(str::to_owned));
    said
}

/// Both answers to every question of the screen.
fn answers() -> Vec<String> {
    let both =
        |code: &FindingCode| [true, false].map(|yes| format!("{}.", capital(questions::answer(*code, yes))));
    FindingCode::ALL.iter().flat_map(both).collect()
}

/// A full entry, one without signs, one with nothing but a morning.
fn entries() -> Vec<SymptomEntry> {
    let empty = || SymptomEntry::empty(day("2026-10-01"), Side::Left);
    let score = |points| PainScore::new(points).ok();
    let none = SymptomEntry {
        swelling: Some(Swelling::None),
        locking: Some(Locking::None),
        giving_way: Some(GivingWay::None),
        night_pain: Some(NightPain::None),
        has_limp: Some(false),
        has_medicine: Some(false),
        ..empty()
    };
    let full = SymptomEntry {
        pain_before: score(1),
        pain_during_max: score(4),
        pain_60min: score(2),
        pain_onset: Metres::new(6_000.0).ok(),
        regions: vec![Region::AroundPatella, Region::InferiorPole],
        stiffness_min: Some(10),
        findings: vec![FindingAnswer { code: FindingCode::PainStairsDown, is_present: true }],
        ..none.clone()
    };
    let worse = |at: usize| SymptomEntry {
        pain_onset: Metres::new(0.0).ok(),
        swelling: Swelling::ALL.get(at + 1).copied(),
        locking: Locking::ALL.get(at + 1).copied(),
        giving_way: GivingWay::ALL.get(at + 1).copied(),
        night_pain: NightPain::ALL.get(at + 1).copied(),
        has_limp: Some(true),
        has_medicine: Some(true),
        ..empty()
    };
    vec![SymptomEntry { pain_morning: score(0), ..empty() }, none, full, worse(0), worse(1), empty()]
}

fn text() -> String {
    let mut gallery = gallery();
    gallery.iter_mut().for_each(|(_, sentences)| sentences.dedup());
    let mut text = listed(&gallery);
    text.push_str("what would complete it\n");
    for gap in gaps() {
        text.push_str(&format!("  {}\n", plain(&light::gap(&gap, Side::Left, &voice()))));
    }
    text
}

#[test]
fn the_gallery_of_the_body() {
    insta::with_settings!({
        snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!("gallery-body", text()) });
}

#[test]
fn every_sentence_of_the_body_keeps_the_voice() {
    assert_voice(&gallery());
}

#[test]
fn every_kind_of_light_fact_has_an_example() {
    let source = include_str!("../../../types/src/light.rs");
    let (_, body) = source.split_once("pub enum LightFact {").unwrap();
    let (body, _) = body.split_once("\n}\n").unwrap();
    let examples: Vec<String> = light_facts().iter().map(|fact| format!("{fact:?}")).collect();
    for line in
        body.lines().filter(|line| line.starts_with("    ") && line.as_bytes()[4].is_ascii_uppercase())
    {
        let kind = line.trim().split([' ', '{', ',']).next().unwrap();
        assert!(examples.iter().any(|example| example.starts_with(&format!("{kind} "))), "no `{kind}`");
    }
}
