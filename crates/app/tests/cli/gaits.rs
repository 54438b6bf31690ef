//! The way of running, and more steps as an experiment: command and API.

use crate::program::Place;
use crate::serving::Served;
use serde_json::Value;

fn runner() -> Place {
    let place = Place::new();
    place.simulate("runner", &["--seed", "4", "--days", "200"]);
    place.done(&["import", "runner"]);
    place
}

#[test]
fn a_runner_with_few_steps_is_offered_two_weeks_of_more() {
    let place = runner();
    let gait = place.json(&["gait"]);
    assert!(gait["baseline"]["segments"].as_u64().unwrap() >= 30, "{gait}");
    assert!(gait["beside_others"]["is_low"].as_bool().unwrap());
    let habit = gait["text"][0].as_str().unwrap();
    assert!(habit.starts_with("Your habit is 168 steps a minute at "), "{habit}");
    assert!(gait["measures"].as_array().unwrap().len() >= 3);
    let plan = place.json(&["gait", "plan"]);
    assert_eq!(plan["not_offered"], Value::Null);
    let runs = plan["schedule"]["runs"].as_array().unwrap();
    assert_eq!(runs.iter().map(|run| run["minutes"].as_u64().unwrap()).sum::<u64>(), 189);
    let target = plan["schedule"]["target"].as_f64().unwrap();
    assert!((1.05..=1.10).contains(&target), "{target}");
    assert_eq!(plan["progress"], Value::Null, "not begun");
}

#[test]
fn a_schedule_that_has_begun_waits_for_its_answers() {
    let place = runner();
    let plan = place.json(&["gait", "plan", "--from", "2026-08-25"]);
    let progress = &plan["progress"];
    assert_eq!(progress["verdict"], "wait_for_answers", "{plan}");
    let done = progress["done"].as_array().unwrap();
    assert!(
        done.len() > 1 && done[0]["on_target"] == Value::Null,
        "the first runs have the metronome all along"
    );
    let text = place.done(&["gait", "plan", "--from", "2026-08-25", "--calf", "4"]);
    assert!(text.starts_with("Stop here: calf or Achilles tendon hurt more than 2 of 10."), "{text}");
    let wrong = place.run(&["gait", "plan", "--calf", "11"]);
    assert_eq!((wrong.status, wrong.err.lines().count()), (Some(2), 1), "{wrong:?}");
}

#[test]
fn nothing_known_and_a_red_flag_are_said_first() {
    let empty = Place::new();
    assert!(empty.done(&["gait"]).starts_with("There is no run with samples yet."));
    assert_eq!(empty.json(&["gait", "plan"])["not_offered"], "no_habit");
    let place = runner();
    place.done(&["log", "pain", "8", "--left", "--swelling", "3"]);
    let plan = place.json(&["gait", "plan"]);
    assert!(["locked", "red_light"].contains(&plan["not_offered"].as_str().unwrap()), "{plan}");
    assert_eq!(plan["schedule"], Value::Null);
}

#[test]
fn the_api_tells_of_the_way_of_running_what_the_command_tells() {
    let place = runner();
    let served = Served::start(&place);
    let told = |path: &str| -> Value { serde_json::from_str(&served.get(path).body).unwrap() };
    assert_eq!(told("/api/v1/gait"), place.json(&["gait"]));
    assert_eq!(told("/api/v1/gait/plan"), place.json(&["gait", "plan"]));
    let begun = ["gait", "plan", "--from", "2026-08-25", "--calf", "1"];
    assert_eq!(told("/api/v1/gait/plan?from=2026-08-25&calf=1"), place.json(&begun));
    assert_eq!(served.get("/api/v1/gait/plan?calf=11").status, 422);
    assert_eq!(served.get("/api/v1/gait/plan?from=yesterday").status, 422);
}
