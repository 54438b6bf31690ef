//! `kneewise serve`, asked over a socket.

use crate::program::{Place, TODAY};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

/// A running server, ended when dropped.
struct Served {
    program: Child,
    address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        self.program.kill().unwrap();
        self.program.wait().unwrap();
    }
}

/// What came back.
struct Got {
    status: u16,
    head: String,
    body: String,
}

impl Served {
    fn start(place: &Place) -> Self {
        let mut command = place.command(&["serve", "--listen", "127.0.0.1:0", "--as-of", TODAY]);
        let mut program = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
        Self { program, address }
    }

    fn send(&self, request: &str, more: &[&str], body: &str) -> Got {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let has_host = more.iter().any(|line| line.to_ascii_lowercase().starts_with("host:"));
        let host = if has_host { String::new() } else { format!("Host: {}\r\n", self.address) };
        let lines: String = more.iter().map(|line| format!("{line}\r\n")).collect();
        write!(
            stream,
            "{request} HTTP/1.1\r\n{host}{lines}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        let mut text = Vec::new();
        stream.read_to_end(&mut text).unwrap();
        let text = String::from_utf8_lossy(&text).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Got { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Got {
        self.send(&format!("GET {path}"), &[], "")
    }

    /// The token of a page.
    fn token(&self) -> String {
        let page = self.get("/more").body;
        page.split("name=\"csrf\" content=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }
}

const FORM: &str = "Content-Type: application/x-www-form-urlencoded";

#[test]
fn the_page_and_the_api_say_what_the_command_says() {
    let place = Place::new();
    place.simulate("files", &["--days", "200"]);
    let served = Served::start(&place);
    assert!(served.get("/").body.contains("Nothing is here yet."));
    // Another program imports while this one serves: the next request sees it.
    place.done(&["import", "files"]);
    let answer = place.json(&["why"]);
    let told: serde_json::Value = serde_json::from_str(&served.get("/api/v1/why").body).unwrap();
    assert_eq!(told, answer);
    let all = place.json(&["activities"]);
    let told: serde_json::Value = serde_json::from_str(&served.get("/api/v1/activities").body).unwrap();
    assert_eq!(told, all);
    let home = served.get("/");
    assert_eq!(home.status, 200);
    for family in ["Load", "Overuse", "Weakness", "Mobility", "Footwear"] {
        assert!(home.body.contains(&format!("<h3>{family}</h3>")), "{family}");
    }
}

#[test]
fn every_answer_is_for_our_own_page_alone() {
    let place = Place::new();
    let served = Served::start(&place);
    for path in ["/", "/more", "/nowhere", "/api/v1/why", "/api/v1/openapi.json", "/assets/x/kneewise.css"] {
        let got = served.get(path);
        for header in [
            "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self';",
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
            "cross-origin-resource-policy: same-origin",
            "cache-control: no-",
        ] {
            assert!(got.head.contains(header), "{path} lacks {header}: {}", got.head);
        }
        assert!(
            !got.body.contains("style=\"") && !got.body.contains("<script>"),
            "{path} has something inline"
        );
        for host in ["Host: evil.example", "Host: 192.0.2.1:7477", "Host: localhost.evil.example"] {
            assert_eq!(served.send(&format!("GET {path}"), &[host], "").status, 403, "{path} {host}");
        }
    }
    assert_eq!(served.get("/nowhere").status, 404);
    assert_eq!(served.get("/api/v1/nowhere").status, 404);
    assert_eq!(served.get("/?as_of=yesterday").status, 422);
}

#[test]
fn a_change_needs_the_token_of_our_own_page() {
    let place = Place::new();
    let served = Served::start(&place);
    let token = served.token();
    let origin = format!("Origin: http://{}", served.address);
    let send = |lines: &[&str], body: &str| served.send("POST /view", lines, body).status;
    assert_eq!(send(&[FORM, &origin], &format!("csrf={token}&theme=dark")), 303);
    assert_eq!(send(&[FORM, &origin, &format!("X-Csrf-Token: {token}")], "theme=dark"), 303);
    assert_eq!(send(&[FORM, &origin], "theme=dark"), 403);
    assert_eq!(send(&[FORM, &origin], "csrf=00&theme=dark"), 403);
    assert_eq!(send(&[FORM, "Origin: http://evil.example"], &format!("csrf={token}&theme=dark")), 403);
    assert_eq!(send(&[FORM, "Origin: null"], &format!("csrf={token}&theme=dark")), 403);
    let cross = "Sec-Fetch-Site: cross-site";
    assert_eq!(send(&[FORM, &origin, cross], &format!("csrf={token}&theme=dark")), 403);
    assert_eq!(send(&["Content-Type: text/plain", &origin], &format!("csrf={token}")), 415);
    assert_eq!(send(&[FORM, &origin], &format!("csrf={token}&x={}", "y".repeat(300_000))), 413);
    assert_eq!(served.get("/view").status, 405, "nothing changes by GET");
}

#[test]
fn the_page_speaks_the_language_of_the_browser_or_the_chosen_one() {
    let place = Place::new();
    let served = Served::start(&place);
    let german = served.send("GET /more", &["Accept-Language: de-AT,de;q=0.9"], "");
    assert!(german.body.contains("<html lang=\"de\"") && german.body.contains("Hell oder dunkel"));
    let lines = ["Accept-Language: de", "Cookie: kneewise-view=theme=dark&language=en-GB"];
    let english = served.send("GET /more", &lines, "");
    assert!(english.body.contains("<html lang=\"en-GB\" data-theme=\"dark\""));
}
