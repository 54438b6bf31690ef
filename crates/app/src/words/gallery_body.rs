//! Every sentence about the light of a knee, listed and checked.

use super::examples::day;
use super::examples_light::{gaps, light_facts, lights};
use super::gallery::faults;
use super::numbers::capital;
use super::{Voice, knee_light as light, plain};
use kneewise_types::{Side, UnitSystem};

fn voice() -> Voice {
    Voice { as_of: day("2026-10-01"), units: UnitSystem::Metric }
}

/// Sections with their sentences.
fn gallery() -> Vec<(&'static str, Vec<String>)> {
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
        ("next steps", lights().iter().map(|knee| light::next_step(knee, &voice)).collect()),
    ]
}

fn text() -> String {
    let mut text = String::new();
    for (section, mut sentences) in gallery() {
        sentences.dedup();
        text.push_str(&format!("{section}\n"));
        for sentence in sentences {
            text.push_str(&format!("  {}\n", plain(&sentence)));
        }
    }
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
    for (section, sentences) in gallery() {
        for sentence in sentences {
            let faults = faults(&sentence);
            assert!(faults.is_empty(), "{section}: `{sentence}` {faults:?}");
        }
    }
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
