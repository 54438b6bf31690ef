//! A server that others can reach: the link, the password, the sessions.

use crate::program::Place;
use crate::serving::{FORM, Served};

/// The value of a cookie that an answer sets.
fn session(head: &str) -> String {
    let cookie = head.lines().find(|line| line.starts_with("set-cookie: kneewise-session=")).unwrap();
    assert!(cookie.contains("httponly") && cookie.contains("samesite=strict"), "{cookie}");
    format!("Cookie: {}", cookie["set-cookie: ".len()..].split(';').next().unwrap())
}

fn token(page: &str) -> String {
    page.split("name=\"csrf\" content=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn nobody_gets_in_without_the_link_or_the_password() {
    let place = Place::new();
    let (served, said) = Served::start_with(&place, &["--public-url", "http://knee.example"], 2);
    let key = said.split("/setup?key=").nth(1).unwrap().trim().to_owned();
    for path in ["/", "/more", "/nowhere"] {
        let got = served.get(path);
        assert_eq!((got.status, got.head.contains("location: /login")), (303, true), "{path}");
    }
    for path in ["/api/v1/why", "/api/v1/activities", "/api/v1/openapi.json"] {
        assert_eq!(served.get(path).status, 401, "{path}");
    }
    assert_eq!(served.send("POST /api/v1/log/pain", &["Content-Type: application/json"], "{}").status, 401);
    assert_eq!(served.send("POST /view", &[FORM], "theme=dark").status, 303);
    assert_eq!(served.send("GET /login", &["Host: knee.example"], "").status, 200, "the name that was given");
    assert_eq!(served.get("/setup?key=wrong").status, 403);
    // Looking at the link does not use it up.
    for _ in 0..2 {
        assert_eq!(served.get(&format!("/setup?key={key}")).status, 200);
    }
    let csrf = token(&served.get("/login").body);
    let set = |password: &str, repeat: &str| {
        let body = format!("csrf={csrf}&key={key}&password={password}&repeat={repeat}");
        served.send("POST /setup", &[FORM], &body)
    };
    assert_eq!(set("short", "short").status, 422);
    assert_eq!(set("four+quiet+words+here", "four+other+words+here").status, 422);
    let first = set("four+quiet+words+here", "four+quiet+words+here");
    assert_eq!(first.status, 303);
    let mine = session(&first.head);
    assert_eq!(served.send("GET /", &[&mine], "").status, 200);
    assert_eq!(set("four+loud+words+here", "four+loud+words+here").status, 403, "the link works once");

    let enter =
        |password: &str| served.send("POST /login", &[FORM], &format!("csrf={csrf}&password={password}"));
    assert_eq!(enter("four+loud+words+here").status, 403);
    let second = session(&enter("four+quiet+words+here").head);
    assert_ne!(mine, second);
    // A token of one session is worth nothing in another, or without one.
    let foreign = format!("csrf={}", token(&served.send("GET /more", &[&second], "").body));
    assert_eq!(served.send("POST /view", &[FORM, &mine], &foreign).status, 403);
    let out = format!("csrf={}", token(&served.send("GET /more", &[&mine], "").body));
    assert_eq!(served.send("POST /logout", &[FORM, &mine], &out).status, 303);
    assert_eq!(served.send("GET /", &[&mine], "").status, 303, "logged out");
    assert_eq!(served.send("GET /", &[&second], "").status, 200, "the other stays");

    for _ in 0..8 {
        enter("four+loud+words+here");
    }
    assert_eq!(enter("four+quiet+words+here").status, 429, "even the right one has to wait");

    drop(served);
    let (served, said) = Served::start_with(&place, &["--public-url", "http://knee.example"], 1);
    assert!(!said.contains("/setup?key="), "the password is known");
    assert_eq!(served.send("GET /", &[&second], "").status, 200, "a session survives a restart");
}
