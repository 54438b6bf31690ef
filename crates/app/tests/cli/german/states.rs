//! Pages in the states that a runner comes into.

use super::{GERMAN, Reading};
use crate::browser::Site;
use crate::program::TODAY;

/// Home and what hangs on the state of the knee.
const OF_THE_KNEE: &[&str] =
    &["/", "/diary", "/report", "/experiments", "/day/2026-10-01", "/notes", "/week"];

fn answer(site: &Site, side: &str, question: &str, answer: &str) {
    let asked =
        ["log", "screen", "--side", side, "--question", question, "--answer", answer, "--date", TODAY];
    site.place.done(&asked);
}

#[test]
fn each_red_flag_speaks_german() {
    let site = Site::demo();
    for question in ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R10b", "R11", "R12"] {
        answer(&site, "right", question, "yes");
        answer(&site, "left", question, "no");
    }
    let mut reading = Reading::new(&site);
    reading.all(OF_THE_KNEE);
    reading.end();
}

#[test]
fn open_questions_and_a_first_sign_speak_german() {
    let site = Site::empty();
    site.place.done(&["log", "pain", "3", "--left", "--morning"]);
    let mut reading = Reading::new(&site);
    reading.all(OF_THE_KNEE);
    answer(&site, "left", "all", "no");
    reading.all(OF_THE_KNEE);
    reading.end();
}

#[test]
fn every_sign_of_a_diary_speaks_german() {
    let full =
        "--stiffness-min 25 --pain-before 1 --during 3 --after 2 --morning 2 --onset-km 4.5 --medicine 1";
    let signs = [
        "--swelling 1 --locking catches --giving-way unsure --night-pain turning --limp 0",
        "--swelling 0 --locking none --giving-way none --night-pain none --limp 0 --medicine 0",
        "--swelling 3 --locking stuck --giving-way buckled --night-pain wakes --limp 1",
        "--findings F02|F04|F05|F16|F17|F19|-F01|-F10 --regions TUBERCLE|DISTAL_THIGH",
    ];
    for (at, sign) in signs.iter().enumerate() {
        let site = Site::demo();
        let more = if at == 1 { "--morning 0" } else { full };
        let said = format!("log pain --right {more} {sign}");
        let said =
            said.replace(" --medicine 1", if sign.contains("--medicine") { "" } else { " --medicine 1" });
        site.place.done(&said.split(' ').collect::<Vec<_>>());
        let mut reading = Reading::new(&site);
        reading.all(OF_THE_KNEE);
        reading.all(&["/diary/2026-10-01?side=both", "/diary?side=left"]);
        reading.end();
    }
}

#[test]
fn red_and_amber_lights_speak_german() {
    for points in ["7", "4"] {
        let site = Site::demo();
        site.place.done(&["log", "pain", points, "--right", "--morning"]);
        site.place.done(&["log", "pain", points, "--left", "--during", "--date", "2026-09-29"]);
        let mut reading = Reading::new(&site);
        reading.all(OF_THE_KNEE);
        reading.end();
    }
}

#[test]
fn every_stretch_of_a_life_speaks_german() {
    let site = Site::demo();
    let mut reading = Reading::new(&site);
    for month in 1..=9 {
        for page in ["/", "/report", "/chart", "/knee-load"] {
            reading.page(&format!("{page}?as_of=2026-{month:02}-13"));
        }
        reading.page(&format!("/day/2026-{month:02}-05"));
    }
    for show in ["distance", "time", "load", "knee"] {
        for weeks in ["6", "16", "52", "all"] {
            reading.page(&format!("/chart?show={show}&weeks={weeks}"));
        }
    }
    reading.end();
}

#[test]
fn other_lives_speak_german() {
    for (cause, seed) in [
        ("load.rapid_return", "2"),
        ("overuse.short_sleep", "3"),
        ("weakness.limb_asymmetry", "5"),
        ("load.hard_days_too_close", "7"),
    ] {
        let site = Site::empty();
        site.place.simulate("files", &["--days", "300", "--seed", seed, "--cause", cause]);
        site.place.done(&["import", "files"]);
        let mut reading = Reading::new(&site);
        reading.all(OF_THE_KNEE);
        reading.all(&["/?as_of=2026-08-15", "/?as_of=2026-06-15", "/report?as_of=2026-07-20", "/knee-load"]);
        reading.end();
    }
}

#[test]
fn every_slider_speaks_german() {
    let site = Site::demo();
    let mut reading = Reading::new(&site);
    for query in [
        "cadence_percent=10&runs=half-year",
        "speed_percent=10&runs=year",
        "speed_percent=-10&runs=all",
        "mass_percent=-10",
        "mass_percent=10",
        "steepest_descent_percent=2",
        "cadence_percent=-5&speed_percent=5&mass_percent=2&steepest_descent_percent=6&shoe=daily",
    ] {
        reading.page(&format!("/what-if?{query}"));
    }
    for shoe in ["daily", "max_cushion", "stability", "lightweight", "race_plated", "trail", "minimal"] {
        reading.page(&format!("/what-if?shoe={shoe}"));
        reading.page(&format!("/experiments?kind=shoes&shoe={shoe}"));
    }
    reading.end();
}

/// Two months of runs every other day in two pairs, and a diary that was answered.
fn two_pairs() -> Site {
    let site = Site::empty();
    let mut sessions = "date,sport,duration_min,distance_km,shoe,surface\n".to_owned();
    let mut diary = "date,side,pain_morning\n".to_owned();
    let today: jiff::civil::Date = TODAY.parse().unwrap();
    for back in (0..60).rev() {
        let date = today.saturating_sub(jiff::Span::new().days(back));
        diary.push_str(&format!("{date},left,{}\n", u8::from(back % 5 == 0)));
        if back % 2 == 0 {
            let shoe = if back > 30 { "Swift 5" } else { "Cove 2" };
            let surface =
                ["road", "trail", "track", "treadmill", "mixed"][usize::try_from(back).unwrap() / 2 % 5];
            sessions.push_str(&format!("{date},run,40,8.3,{shoe},{surface}\n"));
        }
    }
    site.place.write("sessions.csv", &sessions);
    site.place.write("diary.csv", &diary);
    site.place.done(&["import", "sessions.csv", "diary.csv"]);
    answer(&site, "left", "all", "no");
    site
}

#[test]
fn experiments_speak_german_in_every_state() {
    let site = two_pairs();
    let mut reading = Reading::new(&site);
    for wrong in [
        "kind=shoes&usual=Cove+2&other=Cove+2",
        "kind=rest_days&rest_days=1",
        "kind=step_rate&percent=12",
        "kind=step_rate&start=2026-01-01",
        "kind=step_rate&start=bald",
        "kind=step_rate&block_days=9",
        "kind=step_rate&farbe=rot",
    ] {
        let got = reading.send("/experiments", &format!("side=left&{wrong}"));
        assert!(got.status == 422 && got.body.contains("not-taken"), "{wrong}: {}", got.body);
    }
    let kinds: [&[&str]; 3] = [
        &["shoes", "--usual", "Swift 5", "--other", "Cove 2", "--pairs", "2"],
        &["step-rate", "--percent", "7.5"],
        &["rest-day", "--rest-days", "5"],
    ];
    for kind in kinds {
        // Drawn, running in each block, over; then stopped.
        let made = [&["experiment", "new"], kind, &["--side", "left", "--start", "2026-10-03"]].concat();
        let made = site.place.json(&made);
        let open =
            made["experiments"].as_array().unwrap().iter().find(|one| one["status"] == "planned").unwrap();
        for day in ["2026-10-01", "2026-10-05", "2026-10-20", "2026-11-03", "2027-03-01"] {
            reading.page(&format!("/experiments?as_of={day}"));
            reading.page(&format!("/?as_of={day}"));
        }
        reading.send("/experiments", "kind=shoes&side=left&usual=Swift+5&other=Cove+2");
        site.place.done(&["experiment", "stop", open["id"].as_str().unwrap(), "--because", "Wade"]);
        reading.all(&["/experiments", "/"]);
    }
    let runs = site.place.json(&["activities"]);
    for run in runs["activities"].as_array().unwrap().iter().take(6) {
        reading.page(&format!("/runs/{}", run["id"].as_str().unwrap()));
    }
    reading.end();
}

#[test]
fn the_week_and_the_notes_speak_german() {
    let site = Site::demo();
    let mut reading = Reading::new(&site);
    for answers in [
        "taking_part=full",
        "taking_part=reduced&changing=lot&performance=lot&symptoms=severe",
        "taking_part=full_with_problem&changing=little&performance=none&symptoms=mild",
    ] {
        assert_eq!(reading.send("/log/week", &format!("side=right&back=/week&{answers}")).status, 303);
        reading.all(&["/week", "/week?side=right", "/"]);
    }
    for done in ["saved", "restored", "erased"] {
        reading.page(&format!("/settings?done={done}"));
    }
    reading.all(&["/diary/2026-10-01?side=right&saved=00", "/diary/2026-10-01?undone=yes"]);
    reading.end();
}

#[test]
fn notes_speak_german_before_and_after_an_answer() {
    let site = Site::empty();
    let notes = "date,sport,duration_min,distance_km,note\n\
        2025-03-01,run,40,8,\"Linkes Knie schmerzt 4/10 bergab, ab km 5\"\n\
        2025-03-08,run,50,10,Knie tut weh\n\
        2025-03-22,run,30,6,Rechtes Knie nach dem Lauf geschwollen\n";
    site.place.write("sessions.csv", notes);
    site.place.done(&["import", "sessions.csv"]);
    let mut reading = Reading::new(&site);
    reading.all(&["/notes", "/", "/diary"]);
    let ids = site.place.json(&["diary", "proposals"]);
    let ids: Vec<String> =
        ids["proposals"].as_array().unwrap().iter().map(|one| one["id"].to_string()).collect();
    assert!(!ids.is_empty());
    let ids: Vec<String> = ids.iter().map(|id| format!("ids={}", id.trim_matches('"'))).collect();
    for verdict in ["refuse", "accept"] {
        let got = reading.send("/notes/all", &format!("verdict={verdict}&{}", ids.join("&")));
        let address = got.head.lines().find_map(|line| line.strip_prefix("location: ")).map(str::to_owned);
        if let Some(address) = address {
            reading.page(&address);
        }
        reading.send("/notes/reopen", &ids.join("&"));
    }
    reading.end();
}

#[test]
fn login_and_setup_speak_german() {
    let place = crate::program::Place::new();
    let (served, said) =
        crate::serving::Served::start_with(&place, &["--public-url", "http://knee.example"], 2);
    let site = Site { place, served };
    let key = said.split("/setup?key=").nth(1).unwrap().trim().to_owned();
    let page = |address: &str| site.served.send(&format!("GET {address}"), &[GERMAN], "").body;
    let csrf = page("/login")
        .split("name=\"csrf\" content=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let mut reading = Reading::new(&site);
    reading.all(&["/login", "/setup?key=wrong", &format!("/setup?key={key}")]);
    let mut send = |address: &str, fields: &str| {
        let body = format!("csrf={csrf}&{fields}");
        let got = site.served.send(&format!("POST {address}"), &[GERMAN, crate::serving::FORM], &body);
        reading.take(&format!("{address} {fields}"), &got.body);
        got.status
    };
    assert_eq!(send("/setup", &format!("key={key}&password=kurz&repeat=kurz")), 422);
    assert_eq!(
        send("/setup", &format!("key={key}&password=vier+ruhige+Worte&repeat=vier+andere+Worte")),
        422
    );
    assert_eq!(send("/login", "password=falsch"), 403);
    while send("/login", "password=falsch") != 429 {}
    reading.end();
}
