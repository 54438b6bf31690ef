//! The exercise library: every problem in it is named at once.

use crate::exercises::{Exercise, FILE, Library};
use crate::{exercise_ids, exercises};
use std::collections::BTreeSet;

/// Clinical text A.1, and what is not a condition but a stage.
const HELPS: [&str; 9] = ["PFP", "ITBS", "PT", "QT", "OA", "MEN", "POSTFLARE", "RETURN", "PREVENT"];
const FAMILIES: [&str; 5] = ["footwear", "load", "mobility", "weakness", "overuse"];

fn problems_of(exercise: &Exercise<'_>, ids: &BTreeSet<&str>) -> Vec<String> {
    let mut found = Vec::new();
    let mut check = |is_right: bool, what: String| {
        if !is_right {
            found.push(format!("`{}`: {what}", exercise.id));
        }
    };
    let is_id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    check(exercise.id.bytes().all(is_id), "the id is not in snake case".to_owned());
    for id in exercise.regressions.iter().chain(&exercise.progressions) {
        check(ids.contains(id) && *id != exercise.id, format!("refers to `{id}`"));
    }
    for word in &exercise.helps {
        check(HELPS.contains(word), format!("helps `{word}`, which is no condition"));
    }
    for word in &exercise.families {
        check(FAMILIES.contains(word), format!("family `{word}`"));
    }
    check(!exercise.families.is_empty() && !exercise.targets.is_empty(), "no family or no target".to_owned());
    check(!exercise.name.is_empty() && !exercise.cue.is_empty(), "no name or no cue".to_owned());
    let dose = &exercise.dose;
    check((1..=10).contains(&dose.sets), format!("{} sets", dose.sets));
    check((1..=60).contains(&dose.reps), format!("{} repetitions", dose.reps));
    check((1..=7).contains(&dose.sessions_per_week), format!("{} days a week", dose.sessions_per_week));
    check(dose.hold_s <= 120 && dose.rest_s <= 300 && dose.rir <= 10, "hold, rest or reserve".to_owned());
    found
}

fn problems(file: &str) -> Vec<String> {
    let library: Library<'_> = match toml::from_str(file) {
        Ok(library) => library,
        Err(error) => return vec![error.message().to_owned()],
    };
    let ids: BTreeSet<&str> = library.exercises.iter().map(|exercise| exercise.id).collect();
    let mut found: Vec<String> =
        library.exercises.iter().flat_map(|exercise| problems_of(exercise, &ids)).collect();
    if ids.len() != library.exercises.len() {
        found.push("an id occurs twice".to_owned());
    }
    found
}

#[test]
fn the_shipped_library_has_no_problem() {
    assert_eq!(problems(FILE), Vec::<String>::new());
    assert_eq!(exercises().len(), 76);
    assert_eq!(exercise_ids().first(), Some(&"quad_set"));
}

#[test]
fn every_problem_is_named_at_once() {
    let broken = FILE
        .replacen("regressions = [\"quad_set\"]", "regressions = [\"quadset\"]", 1)
        .replacen("sets = 3, reps = 10, hold_s = 5", "sets = 0, reps = 10, hold_s = 5", 1)
        .replacen("id = \"bound\"", "id = \"slr\"", 1);
    let found = problems(&broken);
    assert!(found.contains(&"`slr`: refers to `quadset`".to_owned()), "{found:?}");
    assert!(found.contains(&"`quad_set`: 0 sets".to_owned()), "{found:?}");
    assert!(found.contains(&"an id occurs twice".to_owned()), "{found:?}");
    let unknown = FILE.replacen("purpose = ", "porpose = ", 1);
    assert!(problems(&unknown)[0].contains("porpose"));
}
