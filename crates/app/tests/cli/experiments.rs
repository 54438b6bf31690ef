//! Experiments, the weekly check, questionnaires and foot posture, from the command line to an export and back.

use crate::program::{Place, TODAY};
use crate::serving::{FORM, Served};
use serde_json::{Value, json};

/// Two months of runs every other day in two pairs, and a diary that was answered.
fn place() -> Place {
    let place = Place::new();
    let mut sessions = "date,sport,duration_min,distance_km,shoe\n".to_owned();
    let mut diary = "date,side,pain_morning\n".to_owned();
    let today: jiff::civil::Date = TODAY.parse().unwrap();
    for back in (0..60).rev() {
        let date = today.saturating_sub(jiff::Span::new().days(back));
        let pain = if back % 5 == 0 { 1 } else { 0 };
        diary.push_str(&format!("{date},left,{pain}\n"));
        if back % 2 == 0 {
            let shoe = if back > 30 { "Swift 5" } else { "Cove 2" };
            sessions.push_str(&format!("{date},run,40,8,{shoe}\n"));
        }
    }
    place.write("sessions.csv", &sessions);
    place.write("diary.csv", &diary);
    place.done(&["import", "sessions.csv", "diary.csv"]);
    place.done(&["log", "screen", "--side", "left", "--question", "all", "--answer", "no"]);
    place
}

fn new_shoes(place: &Place) -> Value {
    let asked = ["experiment", "new", "shoes", "--side", "left", "--usual", "swift 5", "--other", "Cove 2"];
    place.json(&[&asked[..], &["--pairs", "2", "--start", TODAY, "--seed", "7"]].concat())
}

#[test]
fn an_experiment_is_set_up_reminded_of_shown_and_stopped() {
    let place = place();
    assert_eq!(place.json(&["experiment"])["experiments"], json!([]));
    let made = &new_shoes(&place)["experiments"][0];
    assert_eq!((&made["id"], &made["status"]), (&json!("2026-10-01-shoes"), &json!("running")));
    assert_eq!((&made["usual_pair"], &made["changed_pair"]), (&json!("Swift 5"), &json!("Cove 2")));
    assert_eq!(made["blocks"].as_array().unwrap().len(), 4);
    assert_eq!((&made["end"], &made["seed"]), (&json!("2026-11-25"), &json!(7)));
    let arm = &made["blocks"][0]["arm"];
    assert_ne!(arm, &made["blocks"][1]["arm"], "a pair has one of each");
    let pair = if arm == "A" { "Swift 5" } else { "Cove 2" };
    let today =
        format!("Block 1 of 4, day 1 of 14, {}.", if arm == "A" { "as usual" } else { "with the change" });
    for command in ["why", "diary"] {
        let said = place.done(&[command]).replace(['\n', '\u{a0}'], " ");
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(&format!("{today} Run in {pair}")), "{command}: {said}");
    }
    assert_eq!(place.json(&["why"])["experiments"][0]["today"]["block"], 1);
    let reminder = &place.json(&["diary"])["reminders"][0];
    assert_eq!((&reminder["kind"], &reminder["experiment"]), (&json!("experiment"), &made["id"]));
    assert!(reminder["text"].as_str().unwrap().starts_with(&today), "{reminder}");
    let shown = place.done(&["experiment", "show"]);
    assert!(shown.contains("Too early to say") && shown.contains("You know which block it is"), "{shown}");

    let second = place.run(&["experiment", "new", "rest-day", "--side", "left", "--as-of", TODAY]);
    assert_eq!(second.status, Some(1));
    assert!(second.err.contains("one experiment at a time: `2026-10-01-shoes`"), "{}", second.err);
    let stopped = &place.json(&["experiment", "stop", "--because", "sore calf"])["experiments"][0];
    assert_eq!((&stopped["status"], &stopped["stop_reason"]), (&json!("stopped"), &json!("sore calf")));
    assert!(!place.done(&["why"]).contains("Experiment"));
    let again = place.run(&["experiment", "stop", "--as-of", TODAY]);
    assert_eq!(again.status, Some(2));
    assert!(again.err.contains("is over: it was stopped on 1 october"), "{}", again.err);
}

#[test]
fn none_is_set_up_beside_a_sign_that_must_be_seen_or_what_cannot_be() {
    let place = place();
    let refused = |arguments: &[&str]| {
        let said = place.run(&[&["experiment", "new"], arguments, &["--as-of", TODAY]].concat());
        (said.status, said.err)
    };
    let (status, told) = refused(&["shoes", "--side", "left", "--usual", "Swift 5", "--other", "Nothing"]);
    assert_eq!(status, Some(2));
    assert!(told.contains("`Nothing` is no pair of yours, only `Cove 2`, `Swift 5`"), "{told}");
    let (status, told) = refused(&["step-rate", "--side", "left", "--start", "2026-09-01"]);
    assert_eq!(status, Some(2));
    assert!(told.contains("`2026-09-01` has passed"), "{told}");
    let (status, told) = refused(&["rest-day", "--side", "left", "--rest-days", "3"]);
    assert_eq!(status, Some(2));
    assert!(told.contains("you rest 3.5 days a week as it is"), "{told}");
    assert_eq!(refused(&["step-rate", "--side", "left", "--percent", "20"]).0, Some(2));
    place.done(&["log", "pain", "--side", "left", "--locking", "stuck", "--morning", "2"]);
    let (status, told) = refused(&["step-rate", "--side", "left"]);
    assert_eq!(status, Some(1));
    assert!(told.contains("not now: a sign of the knee must be seen by a professional first"), "{told}");
}

#[test]
fn programs_set_one_up_read_it_and_end_it() {
    let place = place();
    let served = Served::start(&place);
    let json_kind = &["Content-Type: application/json"];
    let post = |path: &str, body: Value| {
        let got = served.send(&format!("POST /api/v1/experiments{path}"), json_kind, &body.to_string());
        (got.status, serde_json::from_str::<Value>(&got.body).unwrap())
    };
    let wish = json!({"kind": "shoes", "side": "left", "usual": "swift 5", "other": "Cove 2", "pairs": 2, "start": TODAY, "seed": 7});
    let (status, made) = post("", wish.clone());
    assert_eq!((status, &made["experiments"][0]["id"]), (200, &json!("2026-10-01-shoes")));
    // The command tells the same document, and would have drawn the same order.
    assert_eq!(made, place.json(&["experiment"]));
    let read = served.get("/api/v1/experiments").body;
    assert_eq!(serde_json::from_str::<Value>(&read).unwrap(), made);
    let (status, second) = post("", wish);
    assert_eq!(
        (status, second["detail"].as_str().unwrap()),
        (409, "one experiment at a time: `2026-10-01-shoes` is not over")
    );
    for (wrong, said) in [
        (
            json!({"kind": "shoes", "side": "left", "usual": "Swift 5", "other": "Nothing"}),
            "other: `Nothing` is no pair of yours",
        ),
        (
            json!({"kind": "step_rate", "side": "left", "percent": 20}),
            "percent: `20` is not a number between 5 and 10",
        ),
        (json!({"side": "left"}), "kind: step_rate, shoes or rest_days"),
        (json!({"kind": "step_rate", "side": "left", "colour": "red"}), "`colour` is none of"),
    ] {
        let (status, told) = post("", wrong);
        assert!(status == 422 && told["detail"].as_str().unwrap().contains(said), "{status} {told}");
    }
    assert_eq!(post("/nothing/stop", json!({})).0, 404);
    let (status, ended) = post("/2026-10-01-shoes/stop", json!({"because": "sore calf"}));
    assert_eq!((status, &ended["experiments"][0]["stop_reason"]), (200, &json!("sore calf")));
    assert_eq!(post("/2026-10-01-shoes/stop", json!({})).0, 409);
}

/// The value of a field of the form that is open, and whether it is the one that is wrong.
fn field<'a>(form: &'a str, name: &str) -> (&'a str, bool) {
    let from = form.find(&format!(" name=\"{name}\"")).unwrap_or_else(|| panic!("no {name} in {form}"));
    let tag = form[from..].split('>').next().unwrap();
    let chosen = || {
        let options = form[from..].split("</select>").next().unwrap();
        options.split(" selected").next().unwrap().rsplit("value=\"").next().unwrap()
    };
    let value = tag.split_once("value=\"").map_or_else(chosen, |(_, value)| value);
    (value.split('"').next().unwrap(), tag.contains("aria-invalid=\"true\" aria-describedby=\"not-taken\""))
}

#[test]
fn what_was_typed_stays_when_a_value_cannot_be() {
    let place = place();
    let served = Served::start(&place);
    let token = served.token();
    let send = |fields: &str| served.send("POST /experiments", &[FORM], &format!("csrf={token}&{fields}"));
    for (fields, wrong, why) in [
        ("kind=shoes&usual=Swift+5&other=Swift+5", "other", "It is the same pair as the usual one"),
        ("kind=rest_days&rest_days=2", "rest_days", "days a week as it is; ask for more"),
        ("kind=step_rate&percent=12", "percent", "`12` is not a number between 5 and 10"),
        ("kind=step_rate&percent=6.5&start=2026-09-01", "start", "`2026-09-01` has passed"),
        ("kind=step_rate&percent=6.5&block_days=9", "block_days", "`9` is not a whole number from 14 to 28"),
    ] {
        let shared = "side=right&start=2026-10-20&pairs=5&block_days=21&outcome=flare_free_days";
        let named = |name: &str| fields.contains(&format!("{name}="));
        let more: Vec<&str> =
            shared.split('&').filter(|pair| !named(pair.split('=').next().unwrap())).collect();
        let fields = format!("{fields}&{}", more.join("&"));
        let got = send(&fields);
        assert_eq!(got.status, 422, "{fields}");
        assert_eq!(got.body.matches("id=\"not-taken\"").count(), 1, "said once: {fields}");
        let told = got.body.split("id=\"not-taken\"").nth(1).unwrap().split("</p>").next().unwrap();
        assert!(told.contains(why), "{told}");
        let form = got.body.split("<details class=\"panel trial\" open>").nth(1).unwrap();
        let form = form.split("</form>").next().unwrap();
        for pair in fields.split('&') {
            let (name, value) = pair.split_once('=').unwrap();
            // A number of days that is not offered cannot be chosen.
            if name == "side" {
                assert!(form.contains("value=\"right\" checked"), "{fields}");
            } else if value != "9" {
                let value = value.replace('+', " ");
                assert_eq!(field(form, name), (value.as_str(), name == wrong), "{name} of {fields}");
            }
        }
        assert!(field(form, wrong).1, "{fields}");
        let is_folded = form.contains("<details class=\"more\"><summary>");
        assert_eq!(is_folded, wrong != "block_days", "{fields}");
    }
    let got = send("kind=step_rate&side=left&colour=red");
    assert!(got.status == 422 && got.body.contains("role=\"alert\">`colour` is none of"), "{}", got.body);
    // What no form can show is a page of its own.
    assert!(!send("kind=sleep&side=left").body.contains("not-taken"));
    assert_eq!(place.json(&["experiment"])["experiments"], json!([]), "none was begun");
    // A sign that must be seen puts the page away, whatever was typed.
    place.done(&["log", "screen", "--side", "left", "--question", "R1", "--answer", "yes"]);
    let got = send("kind=step_rate&side=left&percent=12");
    assert!(got.body.contains("class=\"lock") && !got.body.contains("not-taken"), "{}", got.body);
}

#[test]
fn the_weekly_check_is_due_scored_and_then_not_due() {
    let place = place();
    let due = &place.json(&["why"])["weekly_due"][0];
    assert_eq!((&due["side"], &due["last"]), (&json!("left"), &Value::Null));
    assert!(place.done(&["diary"]).contains("kneewise log week --side left"));
    let reminder = &place.json(&["diary"])["reminders"][0];
    assert_eq!((&reminder["kind"], &reminder["side"]), (&json!("weekly_check"), &json!("left")));
    let line =
        ["log", "week", "--side", "left", "--taking-part", "full_with_problem", "--changing", "moderate"];
    let said = place.done(&[&line[..], &["--performance", "little", "--symptoms", "moderate"]].concat());
    assert!(said.contains("A substantial problem this week: 50 of 100."), "{said}");
    assert_eq!(place.json(&["why"])["weekly_due"], json!([]));
    let open = place.run(&["log", "week", "--side", "right", "--taking-part", "reduced"]);
    assert_eq!(open.status, Some(2), "the form is open: {}", open.err);
    assert_eq!(place.json(&["questionnaire"])["burden"], 50);
}

#[test]
fn questionnaires_are_scored_and_compared_with_the_last_one() {
    let place = place();
    let score = |answers: &str, date: &str| {
        place.json(&[
            "questionnaire",
            "score",
            "uwri",
            "--side",
            "left",
            "--answers",
            answers,
            "--date",
            date,
        ])
    };
    assert_eq!(score("3,2,2,2,2,1,2,2,1", "2026-08-01")["score"], 17.0);
    let later = score("3,3,3,3,3,3,3,3,2", "2026-09-01");
    assert_eq!(
        (&later["score"], &later["change"], &later["meaning"]),
        (&json!(26.0), &json!(9.0), &json!("important"))
    );
    let wrong = place.run(&["questionnaire", "score", "uwri", "--side", "left", "--answers", "3,2"]);
    assert_eq!(wrong.status, Some(2));
    assert!(wrong.err.contains("UWRI has 9 items, 2 answers were given"), "{}", wrong.err);
    let knee = ["questionnaire", "score", "akps", "--side", "left", "--answers"];
    assert_eq!(place.json(&[&knee[..], &["3,5,5,8,4,8,7,8,8,10,10,5,5"]].concat())["score"], 86.0);
    let low = place.json(&[&knee[..], &["3,3,3,5,3,6,2,6,6,6,6,3,3", "--date", "2026-09-30"]].concat());
    assert_eq!(low["score"], 55.0);
    assert!(place.done(&["questionnaire"]).contains("points better than last time"));
}

#[test]
fn six_items_of_foot_posture_are_one_test() {
    let place = place();
    let said = place.done(&["log", "fpi", "--side", "left", "--items", "1,1,2,1,1,1"]);
    assert_eq!(said, "Foot posture 7 of -12 to 12: pronated. Alone it says little about a knee.\n");
    let wrong = place.run(&["log", "fpi", "--side", "left", "--items", "1,1,3,1,1,1"]);
    assert_eq!(wrong.status, Some(2));
    assert!(wrong.err.contains("is not six whole numbers between -2 and 2"), "{}", wrong.err);
}

#[test]
fn all_of_it_survives_an_export() {
    let place = place();
    new_shoes(&place);
    place.done(&["experiment", "stop", "--because", "a, \"b\""]);
    place.done(&["log", "week", "--side", "left", "--taking-part", "none"]);
    place.done(&[
        "questionnaire",
        "score",
        "koos-pf",
        "--side",
        "left",
        "--answers",
        "1,2,2,1,3,2,-,0,2,2,1",
    ]);
    place.done(&["log", "fpi", "--side", "right", "--items", "0,1,1,0,1,0"]);
    place.done(&["export", "out"]);
    let of = |name: &str| std::fs::read_to_string(place.join("out").join(name)).unwrap();
    assert!(of("experiments.csv").contains("2026-10-01,shoes,left,14,"));
    assert!(of("weekly.csv").contains("2026-10-01,left,none,,,"));
    assert!(of("questionnaires.csv").contains("koos_pf,1|2|2|1|3|2|-|0|2|2|1,"));
    assert!(of("tests.csv").contains("fpi6,right,3"));
    let before = [place.json(&["experiment"]), place.json(&["questionnaire"])];
    // The tables alone tell the same as the original files.
    let other = Place::new();
    for name in
        ["experiments.csv", "weekly.csv", "questionnaires.csv", "tests.csv", "diary.csv", "screen.csv"]
    {
        other.write(name, &of(name));
        other.done(&["import", name]);
    }
    assert_eq!(other.json(&["questionnaire"]), before[1]);
    let order = |document: &Value| -> Vec<String> {
        let blocks = document["experiments"][0]["blocks"].as_array().unwrap();
        blocks.iter().map(|block| format!("{} {}", block["arm"], block["from"])).collect()
    };
    assert_eq!(order(&other.json(&["experiment"])), order(&before[0]));
    assert_eq!(other.json(&["experiment"])["experiments"][0]["stop_reason"], "a, \"b\"");
}
