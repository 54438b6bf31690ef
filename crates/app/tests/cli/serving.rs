//! `kneewise serve`, asked over a socket.

use crate::program::{Place, TODAY};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStdout, Stdio};

/// A running server, ended when dropped.
pub struct Served {
    program: Child,
    /// Held open: a program whose words nobody takes ends.
    _said: BufReader<ChildStdout>,
    address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        // One that was stopped has ended before.
        let _ = self.program.kill();
        self.program.wait().unwrap();
    }
}

/// What came back.
pub struct Got {
    pub status: u16,
    /// In small letters.
    pub head: String,
    pub body: String,
}

impl Served {
    pub fn start(place: &Place) -> Self {
        Self::start_with(place, &[], 1).0
    }

    /// With more options, and the first lines it says.
    pub fn start_with(place: &Place, more: &[&str], lines: usize) -> (Self, String) {
        Self::start_at(place, &format!("127.0.0.1:{}", free_port()), more, lines)
    }

    /// Ends the program; its address stays free for it.
    pub fn stop(&mut self) {
        self.program.kill().unwrap();
        self.program.wait().unwrap();
    }

    /// Starts it again under the same address.
    pub fn again(&mut self, place: &Place) {
        let address = self.address.clone();
        *self = Self::start_at(place, &address, &[], 1).0;
    }

    fn start_at(place: &Place, address: &str, more: &[&str], lines: usize) -> (Self, String) {
        let listen = address.to_owned();
        let arguments = [&["serve", "--listen", &listen, "--as-of", TODAY], more].concat();
        let mut program = place.command(&arguments).stdout(Stdio::piped()).spawn().unwrap();
        let mut said = String::new();
        let mut out = BufReader::new(program.stdout.take().unwrap());
        for _ in 0..lines {
            out.read_line(&mut said).unwrap();
        }
        (Self { program, _said: out, address: listen }, said)
    }

    pub fn send(&self, request: &str, more: &[&str], body: &str) -> Got {
        self.send_bytes(request, more, body.as_bytes())
    }

    pub fn send_bytes(&self, request: &str, more: &[&str], body: &[u8]) -> Got {
        let mut stream = self.begin(request, more, body.len() as u64);
        // A server that refuses early may not take all of it.
        let _ = stream.write_all(body);
        Self::answer(stream)
    }

    /// Announces a body of some length, and sends none of it.
    pub fn announce(&self, request: &str, more: &[&str], length: u64) -> Got {
        Self::answer(self.begin(request, more, length))
    }

    /// Announces a body twice as long as the part of it that is sent; dropping the connection breaks it off.
    pub fn begin_sending(&self, request: &str, more: &[&str], part: &[u8]) -> TcpStream {
        let mut stream = self.begin(request, more, part.len() as u64 * 2);
        stream.write_all(part).unwrap();
        stream.flush().unwrap();
        stream
    }

    /// Asks the system to end it, as a shutdown does; whether it ended without a fault.
    #[cfg(unix)]
    pub fn terminate(&mut self) -> bool {
        let number = self.program.id().to_string();
        assert!(std::process::Command::new("kill").args(["-TERM", &number]).status().unwrap().success());
        self.program.wait().unwrap().success()
    }

    fn begin(&self, request: &str, more: &[&str], length: u64) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let has_host = more.iter().any(|line| line.to_ascii_lowercase().starts_with("host:"));
        let host = if has_host { String::new() } else { format!("Host: {}\r\n", self.address) };
        let lines: String = more.iter().map(|line| format!("{line}\r\n")).collect();
        write!(
            stream,
            "{request} HTTP/1.1\r\n{host}{lines}Content-Length: {length}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        stream
    }

    /// The bytes of a download.
    pub fn get_bytes(&self, path: &str) -> Vec<u8> {
        let mut stream = self.begin(&format!("GET {path}"), &[], 0);
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        assert!(head.starts_with("HTTP/1.1 200") && head.contains("content-length: "), "{head}");
        bytes.split_off(end)
    }

    fn answer(mut stream: TcpStream) -> Got {
        let mut text = Vec::new();
        stream.read_to_end(&mut text).unwrap();
        let text = String::from_utf8_lossy(&text).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Got { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    /// The most memory the server has used, where the system tells it.
    pub fn peak_memory_mb(&self) -> u64 {
        let status =
            std::fs::read_to_string(format!("/proc/{}/status", self.program.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
    }

    /// As a browser names it.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn get(&self, path: &str) -> Got {
        self.send(&format!("GET {path}"), &[], "")
    }

    /// The token of a page.
    pub fn token(&self) -> String {
        let page = self.get("/more").body;
        page.split("name=\"csrf\" content=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }
}

/// A port that nobody uses now.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

pub const FORM: &str = "Content-Type: application/x-www-form-urlencoded";

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
            "referrer-policy: same-origin",
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
    let german = served.send("GET /settings", &["Accept-Language: de-AT,de;q=0.9"], "");
    assert!(german.body.contains("<html lang=\"de\"") && german.body.contains("Hell oder dunkel"));
    let lines = ["Accept-Language: de", "Cookie: kneewise-view=theme=dark&language=en-GB"];
    let english = served.send("GET /more", &lines, "");
    assert!(english.body.contains("<html lang=\"en-GB\" data-theme=\"dark\""));
}

#[test]
fn an_entry_from_a_form_a_program_and_a_file_is_the_same() {
    let place = Place::new();
    let served = Served::start(&place);
    let form = format!(
        "csrf={}&side=left&pain_morning=3&regions=AROUND_PATELLA&regions=INF_POLE&back=/",
        served.token()
    );
    assert_eq!(served.send("POST /log/pain", &[FORM], &form).status, 303);
    let json = "{\"side\": \"right\", \"pain_morning\": 3, \"regions\": [\"AROUND_PATELLA\", \"INF_POLE\"]}";
    let kind = "Content-Type: application/json";
    assert_eq!(served.send("POST /api/v1/log/pain", &[kind], json).status, 200);
    let diary: serde_json::Value = serde_json::from_str(&served.get("/api/v1/diary").body).unwrap();
    assert_eq!(diary, place.json(&["diary"]));
    let [left, right] = diary["entries"].as_array().unwrap().as_slice() else { panic!("{diary}") };
    assert_eq!((&left["side"], &left["regions"]), (&"left".into(), &right["regions"]));
    assert_eq!(left["date"], TODAY);

    let refused = served.send("POST /api/v1/log/pain", &[kind], "{\"side\": \"left\", \"pain_morning\": 11}");
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("pain_morning: "), "{}", refused.body);
    assert_eq!(served.send("POST /api/v1/log/pain", &[kind], "{\"sidee\": \"left\"}").status, 422);
    assert_eq!(served.send("POST /api/v1/log/nothing", &[kind], "{}").status, 404);
    assert_eq!(served.send("POST /api/v1/log/pain", &["Content-Type: text/plain"], json).status, 415);
    let away = format!("csrf={}&side=left&pain_before=1&back=//evil.example/", served.token());
    let got = served.send("POST /log/pain", &[FORM], &away);
    assert!(got.head.contains("location: /\r\n") || got.head.ends_with("location: /"), "{}", got.head);
}

#[test]
fn the_api_refuses_what_it_cannot_mean() {
    let place = Place::new();
    place.simulate("files", &["--days", "60"]);
    place.done(&["import", "files"]);
    let served = Served::start(&place);
    for (path, status) in [
        ("/api/v1/why?as_of=1899-12-31", 422),
        ("/api/v1/why?as_of=2101-01-01", 422),
        ("/api/v1/why?as_of=1900-01-01", 200),
        ("/api/v1/why?as_of=", 422),
        ("/api/v1/why?units=", 422),
        ("/api/v1/diary?from=", 422),
        ("/api/v1/diary?from=0001-01-01&to=9999-12-31", 200),
        ("/api/v1/activities?last=0", 422),
        ("/api/v1/activities/%FF", 404),
        ("/api/v1/knee?since=-009999-01-01", 200),
        ("/api/v1/report?leave=bod", 422),
        ("/api/v1/report?leave=body,shoes", 200),
        ("/report?as_of=", 200),
        ("/report?leave=bod", 422),
        ("/runs/%FF", 404),
    ] {
        let got = served.get(path);
        assert_eq!(got.status, status, "{path}: {}", got.body);
        let is_problem = got.head.contains("content-type: application/problem+json");
        assert_eq!(is_problem, path.starts_with("/api/") && status >= 400, "{path}: {}", got.head);
    }
    // Of a hundred activities some begin alike.
    let several = "0123456789abcdef".chars().map(|begin| served.get(&format!("/api/v1/activities/{begin}")));
    let several: Vec<Got> = several.filter(|got| got.body.contains("activities begin with")).collect();
    assert!(!several.is_empty() && several.iter().all(|got| got.status == 404));
    // A day without runs is 0, and not -0.
    assert!(served.get("/api/v1/knee/days/2020-01-01").body.contains("\"impulse_bw_s\":0.0"));
    let kind = "Content-Type: application/json";
    let empty = served.send("POST /api/v1/log/wellness", &[kind], "{}");
    assert!(empty.status == 422 && empty.body.contains("nothing was given"), "{}", empty.body);
    let short = served.send("POST /api/v1/log/session", &[kind], "{\"sport\": \"run\"}");
    assert!(short.status == 422 && short.body.contains("duration_min: is needed"), "{}", short.body);
    // One activity names its inputs once, as a list.
    let id = place.json(&["activities"])["activities"][0]["id"].as_str().unwrap().to_owned();
    let one = served.get(&format!("/api/v1/activities/{id}")).body;
    assert_eq!(one.matches("\"sources\":").count(), 1, "{one}");
}

/// The kind of what [`multipart`] makes.
pub const MULTIPART: &str = "Content-Type: multipart/form-data; boundary=edge-of-a-part";

/// A form with fields and files, as a browser sends it.
pub fn multipart(fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part =
            format!("--edge-of-a-part\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    for (name, bytes) in files {
        let head = format!(
            "--edge-of-a-part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--edge-of-a-part--\r\n");
    body
}
