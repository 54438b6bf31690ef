//! The shape of the document that scripts rely on.

use super::runners;
use crate::documents::why::document;
use kneewise_advise::advise;
use kneewise_types::UnitSystem;
use kneewise_types::assessment::{Assessment, CauseRow};
use serde_json::Value;
use std::collections::BTreeSet;

fn json(assessment: &Assessment) -> Value {
    serde_json::to_value(document(assessment, &advise(assessment), UnitSystem::Metric)).unwrap()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("`{key}` is not a list in {value}"))
}

fn has(value: &Value, keys: &[&str]) {
    for key in keys {
        assert!(value.get(key).is_some(), "`{key}` is missing in {value}");
    }
}

fn reasons_fit(value: &Value, key: &str) {
    for reason in list(value, key) {
        has(reason, &["kind", "numbers", "source", "grade", "text"]);
        assert!(reason["numbers"].is_object() && !reason["text"].as_str().unwrap().is_empty(), "{reason}");
        assert!(!reason["text"].as_str().unwrap().contains('\u{a0}'));
    }
}

#[test]
fn every_key_of_the_contract_is_there() {
    for assessment in [
        runners::sore(),
        runners::red_flag(),
        runners::open_questions(),
        runners::without_diary(),
        runners::empty(),
    ] {
        let answer = json(&assessment);
        assert_eq!(answer["schema"], 1);
        assert_eq!(answer["as_of"], "2026-10-01");
        for flare in list(&answer, "flares") {
            has(flare, &["start", "end", "side", "peak_pain", "main_region"]);
        }
        for flag in list(&answer, "red_flags") {
            has(flag, &["id", "urgency", "reasons"]);
            reasons_fit(flag, "reasons");
        }
        for cause in list(&answer, "causes") {
            has(cause, &["family", "belief", "word", "coverage", "mechanisms", "against", "own_data"]);
            for mechanism in list(cause, "mechanisms") {
                has(mechanism, &["id", "row", "contribution", "state", "reasons"]);
                reasons_fit(mechanism, "reasons");
            }
            for against in list(cause, "against") {
                reasons_fit(against, "reasons");
            }
        }
        for fits in list(&answer, "conditions") {
            has(fits, &["code", "posterior"]);
            assert!(fits["posterior"].as_f64().unwrap() <= 0.90);
        }
        for action in list(&answer, "actions") {
            has(action, &["family", "id", "text", "grade"]);
        }
        for missing in list(&answer, "missing") {
            assert!(missing["what"].is_string() && missing["unlocks"].is_string());
        }
        list(&answer, "next_tests").iter().for_each(|test| has(test, &["id", "minutes", "expected_bits"]));
    }
}

#[test]
fn all_five_families_best_supported_first_and_each_mechanism_once() {
    let answer = json(&runners::sore());
    let families: Vec<_> = list(&answer, "causes").iter().map(|c| c["family"].as_str().unwrap()).collect();
    assert_eq!(families, ["load", "overuse", "weakness", "footwear", "mobility"]);
    let ids: Vec<_> = list(&answer, "causes")
        .iter()
        .flat_map(|cause| list(cause, "mechanisms"))
        .map(|mechanism| mechanism["id"].as_str().unwrap().to_owned())
        .collect();
    let known: BTreeSet<_> =
        CauseRow::ALL.iter().filter_map(|row| row.mechanism()).map(str::to_owned).collect();
    assert_eq!(ids.len(), known.len());
    assert_eq!(ids.into_iter().collect::<BTreeSet<_>>(), known);
    let spike = &answer["causes"][0]["mechanisms"][0];
    assert_eq!((&spike["id"], &spike["row"]), (&"load.single_session_spike".into(), &"L1".into()));
    assert_eq!((&spike["state"], &spike["contribution"]), (&"present".into(), &0.31.into()));
    assert_eq!(spike["reasons"][0]["kind"], "long_run");
    assert_eq!(spike["reasons"][0]["numbers"]["distance_m"], 18_000.0);
    assert_eq!((&spike["reasons"][0]["source"], &spike["reasons"][0]["grade"]), (&"S75".into(), &"B".into()));
    assert_eq!(answer["causes"][0]["word"], "probably");
    assert_eq!(answer["conditions"][0]["code"], "PFP");
    assert_eq!(answer["next_tests"][0]["id"], "knee_to_wall");
    assert_eq!(answer["actions"][0]["id"], "load.ease_and_rebuild");
    assert_eq!(answer["missing"][0]["unlocks"], "gait.*");
}

#[test]
fn a_locked_runner_gets_no_action_and_no_test() {
    for assessment in [runners::red_flag(), runners::open_questions()] {
        let answer = json(&assessment);
        assert_eq!(answer["locked"], true);
        assert!(list(&answer, "actions").is_empty() && list(&answer, "next_tests").is_empty());
        assert_eq!(list(&answer, "causes").len(), 5);
    }
    let flagged = json(&runners::red_flag());
    assert_eq!(
        (&flagged["red_flags"][0]["id"], &flagged["red_flags"][0]["urgency"]),
        (&"R6".into(), &"within_days".into())
    );
    assert_eq!(list(&json(&runners::open_questions()), "questions").len(), 12);
}

#[test]
fn an_empty_database_says_how_to_start() {
    let answer = json(&runners::empty());
    assert_eq!(answer["next"][0], "kneewise import PATH");
    assert_eq!(answer["missing"][0]["what"], "activities");
    assert!(json(&runners::sore()).get("next").is_none());
}

#[test]
fn nothing_unknown_becomes_zero() {
    let answer = json(&runners::sore());
    assert!(answer["flares"][1]["end"].is_null());
    assert!(answer["causes"][0]["own_data"].is_null());
}
