//! The highest tier: what came before the flares, and blocks of an experiment that agree; and blocks that do not.

use crate::program::{Place, TODAY};
use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::{Value, json};

/// Days of the diary before the experiment, and days between flares.
const BEFORE: i32 = 364;
const FLARE_EVERY: i32 = 36;
const FLARES: i32 = 9;
const BLOCK_DAYS: i32 = 14;
const BLOCKS: i32 = 4;

struct Logs {
    sessions: String,
    diary: String,
}

impl Logs {
    fn new() -> Self {
        Self {
            sessions: "date,sport,duration_min,distance_km,shoe\n".to_owned(),
            diary: "date,side,pain_morning\n".to_owned(),
        }
    }

    fn run(&mut self, date: Date, shoe: &str) {
        self.sessions.push_str(&format!("{date},run,40,8,{shoe}\n"));
    }

    fn pain(&mut self, date: Date, points: u8) {
        self.diary.push_str(&format!("{date},left,{points}\n"));
    }

    fn import(&self, place: &Place, name: &str) {
        let files = [format!("sessions-{name}.csv"), format!("diary-{name}.csv")];
        place.write(&files[0], &self.sessions);
        place.write(&files[1], &self.diary);
        place.done(&["import", &files[0], &files[1]]);
    }
}

fn start() -> Date {
    TODAY.parse::<Date>().unwrap().saturating_sub((BLOCK_DAYS * BLOCKS).days())
}

/// A year of a run every other day, one of four in Swift 5, the others in Cove 2, and a flare every five weeks that came
/// after a run in Swift 5.
fn year() -> Logs {
    let mut logs = Logs::new();
    for day in 0..BEFORE {
        let date = start().saturating_sub((BEFORE - day).days());
        let flare = (day - 40).div_euclid(FLARE_EVERY);
        let into = (day - 40).rem_euclid(FLARE_EVERY);
        let (is_in_flare, is_before) = (
            (0..FLARES).contains(&flare) && into < 5,
            (-1..FLARES - 1).contains(&flare) && into >= FLARE_EVERY - 2,
        );
        logs.pain(date, if is_in_flare { [4, 4, 3, 2, 1][usize::try_from(into).unwrap()] } else { 0 });
        if day % 2 == 0 {
            logs.run(date, if is_before || day % 8 == 2 { "Swift 5" } else { "Cove 2" });
        }
    }
    logs
}

/// The experiment as it was set up on its first day, and kept to the day; `pain` is that of a day of a block.
fn tried(pain: impl Fn(bool, i32) -> u8) -> Place {
    let place = Place::new();
    year().import(&place, "year");
    let first = start().to_string();
    place.done(&["log", "screen", "--side", "left", "--question", "all", "--answer", "no", "--date", &first]);
    let asked = ["experiment", "new", "shoes", "--side", "left", "--usual", "Swift 5", "--other", "Cove 2"];
    let more = ["--pairs", "2", "--start", &first, "--seed", "7", "--as-of", &first, "--json"];
    let made = place.run(&[&asked[..], &more].concat()).json();
    let mut logs = Logs::new();
    for block in made["experiments"][0]["blocks"].as_array().unwrap() {
        let (from, is_usual) =
            (block["from"].as_str().unwrap().parse::<Date>().unwrap(), block["arm"] == "A");
        for day in 0..BLOCK_DAYS {
            let date = from.saturating_add(day.days());
            logs.pain(date, pain(is_usual, day));
            if day % 2 == 0 {
                logs.run(date, if is_usual { "Swift 5" } else { "Cove 2" });
            }
        }
    }
    logs.import(&place, "blocks");
    place
}

/// The experiment, and what `why` says of runs in Swift 5.
fn told(place: &Place) -> (Value, Value) {
    let shown = place.json(&["experiment", "show"])["experiments"][0].clone();
    let why = place.json(&["why"]);
    assert_eq!(why["flares"].as_array().unwrap().len(), usize::try_from(FLARES).unwrap());
    assert_eq!(why["experiments"][0], shown, "both documents tell the same");
    let causes = why["causes"].as_array().unwrap();
    let footwear = causes.iter().find(|cause| cause["family"] == "footwear").unwrap();
    (shown, footwear["own_data"].clone())
}

#[test]
fn blocks_that_agree_with_the_flares_reach_the_highest_tier() {
    let place = tried(|is_usual, _| u8::from(is_usual));
    let (shown, own) = told(&place);
    assert_eq!((&shown["result"]["verdict"], &shown["result"]["is_kept"]), (&json!("fits"), &json!(true)));
    assert_eq!(shown["result"]["mean_difference"], 1.0);
    assert_eq!(shown["agrees"], true);
    assert_eq!((&own["exposure"], &own["pair"]), (&json!("certain_pair"), &json!("Swift 5")));
    assert_eq!((&own["tier"], &own["tested"]), (&json!("tested"), &json!("daily_pain")));
    assert_eq!(shown["own_data"], own, "the experiment says it too");
    let said = "When you changed runs in Swift 5, the knee hurt less.";
    assert!(own["text"].as_str().unwrap().starts_with(said), "{own}");
    assert!(place.done(&["experiment", "show"]).replace('\n', " ").contains(said));
}

#[test]
fn blocks_without_a_difference_do_not() {
    let place = tried(|_, day| u8::from(day % 3 == 0));
    let (shown, own) = told(&place);
    assert_eq!((&shown["result"]["verdict"], &shown["agrees"]), (&json!("does_not_fit"), &json!(false)));
    assert_eq!(own["pair"], "Swift 5");
    assert_ne!(own["tier"], "tested");
    assert_ne!(own["tier"], "none", "what came before the flares still did");
    assert_eq!(own["tested"], Value::Null);
    assert!(!place.done(&["why"]).contains("When you changed"));
}

#[test]
fn blocks_that_were_not_kept_do_not() {
    let place = tried(|is_usual, _| u8::from(is_usual));
    // The runs of the changed blocks were in the usual pair after all.
    let logged = std::fs::read_to_string(place.join("sessions-blocks.csv")).unwrap();
    let other = Place::new();
    year().import(&other, "year");
    other.write("blocks.csv", &logged.replace("Cove 2", "Swift 5"));
    place.done(&["export", "out"]);
    for name in ["experiments.csv", "screen.csv"] {
        other.write(name, &std::fs::read_to_string(place.join("out").join(name)).unwrap());
    }
    other.write("diary.csv", &std::fs::read_to_string(place.join("diary-blocks.csv")).unwrap());
    other.done(&["import", "blocks.csv", "experiments.csv", "screen.csv", "diary.csv"]);
    let (shown, own) = told(&other);
    assert_eq!((&shown["result"]["verdict"], &shown["result"]["is_kept"]), (&json!("fits"), &json!(false)));
    assert_eq!(shown["agrees"], false);
    assert_ne!(own["tier"], "tested");
}
