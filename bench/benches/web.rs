//! The page and the API under load, on ten simulated years: many clients at once, the first byte alone, the weight of home, and how soon it
//! can be used on a slow phone.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock and the disk")]
#![expect(clippy::indexing_slicing, reason = "indexing JSON gives null, never a panic")]

#[path = "../../crates/app/tests/cli/browser/chromium.rs"]
#[expect(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "shared with the tests in the browser"
)]
mod chromium;

use kneewise_bench::{at_most, history, process};
use serde_json::{Value, json};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

const CLIENTS: usize = 50;
const SECONDS: u64 = 30;
const TODAY: &str = "2026-10-01";
/// Opened before anything is measured, so that what is computed once is computed.
const WARM_UP: usize = 3;

/// What is asked in turn: every kind of page that reads, and every document.
const ADDRESSES: &[&str] = &[
    "/",
    "/diary",
    "/runs",
    "/chart",
    "/report",
    "/settings",
    "/day/2026-09-27",
    "/api/v1/why",
    "/api/v1/activities?limit=50",
    "/api/v1/load",
    "/api/v1/diary?from=2026-07-01",
    "/api/v1/report",
];

fn main() -> io::Result<()> {
    let served = Served::start()?;
    let addresses = served.addresses()?;
    for _ in 0..WARM_UP {
        for address in &addresses {
            served.client()?.get(address)?;
        }
    }
    first_byte(&served)?;
    weight(&served)?;
    under_load(&served, &addresses)?;
    slow_phone(&served);
    Ok(())
}

/// The server on a database of ten years, ended when dropped.
struct Served {
    program: Child,
    address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Served {
    fn start() -> io::Result<Self> {
        let kneewise = process::kneewise()?;
        let folder = history::target().join("bench-web");
        std::fs::create_dir_all(&folder)?;
        let database = folder.join("years.db");
        if !database.exists() {
            ten_years(&kneewise, &folder, &database)?;
        }
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let address = format!("127.0.0.1:{port}");
        let mut program = told(&kneewise, &database, &["serve", "--listen", &address])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut line = String::new();
        if let Some(out) = program.stdout.take() {
            BufReader::new(out).read_line(&mut line)?;
        }
        Ok(Self { program, address })
    }

    fn client(&self) -> io::Result<Client> {
        Client::open(&self.address)
    }

    /// The fixed ones, and the latest run.
    fn addresses(&self) -> io::Result<Vec<String>> {
        let mut addresses: Vec<String> = ADDRESSES.iter().map(|&address| address.to_owned()).collect();
        let all: Value = serde_json::from_slice(&self.client()?.get_plain("/api/v1/activities?limit=5")?)?;
        let activities = all["activities"].as_array().into_iter().flatten();
        for id in activities.filter(|one| one["sport"] == "run").filter_map(|one| one["id"].as_str()).take(1)
        {
            addresses.push(format!("/runs/{id}"));
            addresses.push(format!("/api/v1/activities/{id}"));
        }
        Ok(addresses)
    }
}

fn told(kneewise: &Path, database: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(kneewise);
    command.arg("--database").arg(format!("sqlite:{}", database.display()));
    command.args(["--as-of", TODAY, "--quiet"]).args(arguments);
    command
}

fn ten_years(kneewise: &Path, folder: &Path, database: &Path) -> io::Result<()> {
    let files = folder.join("files");
    let shown = files.display().to_string();
    process::run(&mut told(kneewise, database, &["simulate", &shown, "--days", "3650", "--seed", "4"]))?;
    process::run(&mut told(kneewise, database, &["import", &shown]))?;
    process::run(&mut told(kneewise, database, &["why"]))?;
    std::fs::remove_dir_all(files)
}

/// One connection that stays open, as a browser keeps it.
struct Client {
    stream: BufReader<TcpStream>,
    host: String,
}

/// What came back.
struct Got {
    status: u16,
    bytes: Vec<u8>,
    /// From the request to the first byte.
    first: Duration,
}

impl Client {
    fn open(address: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { stream: BufReader::new(stream), host: address.to_owned() })
    }

    fn get(&mut self, path: &str) -> io::Result<Got> {
        self.ask(path, "gzip")
    }

    fn get_plain(&mut self, path: &str) -> io::Result<Vec<u8>> {
        self.ask(path, "identity").map(|got| got.bytes)
    }

    fn ask(&mut self, path: &str, encoding: &str) -> io::Result<Got> {
        let begun = Instant::now();
        write!(
            self.stream.get_mut(),
            "GET {path} HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: {encoding}\r\n\r\n",
            self.host
        )?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let first = begun.elapsed();
        let status = line.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap_or(0);
        let (mut length, mut is_chunked) = (0_usize, false);
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let lower = line.trim().to_ascii_lowercase();
            if lower.is_empty() {
                break;
            }
            is_chunked |= lower == "transfer-encoding: chunked";
            if let Some(told) = lower.strip_prefix("content-length: ") {
                length = told.parse().unwrap_or(0);
            }
        }
        let mut bytes = Vec::new();
        if is_chunked {
            while self.piece(&mut bytes)? {}
        } else {
            bytes.resize(length, 0);
            self.stream.read_exact(&mut bytes)?;
        }
        Ok(Got { status, bytes, first })
    }

    /// One piece of a body whose length was not told; false at its end.
    fn piece(&mut self, bytes: &mut Vec<u8>) -> io::Result<bool> {
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let length = usize::from_str_radix(line.trim(), 16).map_err(io::Error::other)?;
        let from = bytes.len();
        bytes.resize(from + length, 0);
        self.stream.read_exact(bytes.get_mut(from..).unwrap_or_default())?;
        line.clear();
        self.stream.read_line(&mut line)?;
        Ok(length > 0)
    }
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

fn first_byte(served: &Served) -> io::Result<()> {
    let mut client = served.client()?;
    let mut times: Vec<f64> =
        (0..51).map(|_| client.get("/").map(|got| ms(got.first))).collect::<io::Result<_>>()?;
    let median = at(&mut times, 50);
    println!("web: ten years, {} clients for {SECONDS} s, client and server on the same processors", CLIENTS);
    println!(
        "  first byte of home, unloaded     {median:8.1} ms   goal at most 30: {}",
        at_most(median, 30.0)
    );
    Ok(())
}

/// Home with every file it names, compressed as they are sent.
fn weight(served: &Served) -> io::Result<()> {
    let mut client = served.client()?;
    let page = client.get_plain("/")?;
    let page = String::from_utf8_lossy(&page);
    let mut addresses: Vec<&str> = page
        .split(['"', '\''])
        .filter(|text| text.starts_with("/assets/") && !text.contains(".png"))
        .collect();
    addresses.sort_unstable();
    addresses.dedup();
    let mut bytes = client.get("/")?.bytes.len();
    for address in &addresses {
        bytes += client.get(address)?.bytes.len();
    }
    #[expect(clippy::cast_precision_loss, reason = "a page, not a disk")]
    let kb = bytes as f64 / 1024.0;
    let files = addresses.len() + 1;
    println!(
        "  home, {files} files, compressed        {kb:8.1} KB   goal at most 200: {}",
        at_most(kb, 200.0)
    );
    Ok(())
}

/// Milliseconds of every answer by address.
type Times = Mutex<Vec<(usize, f64)>>;

fn under_load(served: &Served, addresses: &[String]) -> io::Result<()> {
    let (times, errors) = (Arc::new(Times::default()), Arc::new(AtomicUsize::new(0)));
    let is_over = Arc::new(AtomicBool::new(false));
    std::thread::scope(|scope| -> io::Result<()> {
        for number in 0..CLIENTS {
            let mut client = served.client()?;
            let (times, errors, is_over) = (Arc::clone(&times), Arc::clone(&errors), Arc::clone(&is_over));
            scope.spawn(move || {
                let mut own = Vec::new();
                let mut at = number;
                while !is_over.load(Ordering::Relaxed) {
                    let which = at % addresses.len();
                    let Some(address) = addresses.get(which) else { break };
                    let begun = Instant::now();
                    match client.get(address) {
                        Ok(got) if got.status == 200 => own.push((which, ms(begun.elapsed()))),
                        _ => {
                            errors.fetch_add(1, Ordering::Relaxed);
                        }
                    }
                    at += 1;
                }
                times.lock().unwrap_or_else(PoisonError::into_inner).extend(own);
            });
        }
        std::thread::sleep(Duration::from_secs(SECONDS));
        is_over.store(true, Ordering::Relaxed);
        Ok(())
    })?;
    let times = times.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let errors = errors.load(Ordering::Relaxed);
    let mut all: Vec<f64> = times.iter().map(|(_, time)| *time).collect();
    let (half, most) = (at(&mut all, 50), at(&mut all, 99));
    println!(
        "  answers {}, errors {errors}          goal no error: {}",
        all.len(),
        at_most(count(errors), 0.0)
    );
    println!("  half of the answers within       {half:8.1} ms");
    println!("  99 of 100 within                 {most:8.1} ms   goal at most 100: {}", at_most(most, 100.0));
    for (which, address) in addresses.iter().enumerate() {
        let mut own: Vec<f64> =
            times.iter().filter(|(known, _)| *known == which).map(|(_, time)| *time).collect();
        let (half, most) = (at(&mut own, 50), at(&mut own, 99));
        let shown: String = address.chars().take(34).collect();
        println!("    {shown:<34} {half:8.1} {most:8.1} ms");
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a count of errors")]
fn count(number: usize) -> f64 {
    number as f64
}

/// The value below which so many of a hundred lie.
fn at(values: &mut [f64], share: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = values.len().saturating_sub(1) * share / 100;
    values.get(place).copied().unwrap_or(f64::NAN)
}

/// Home in a browser whose processor is slowed four times, on a screen of a phone: when everything it brings has run.
fn slow_phone(served: &Served) {
    let Some(browser) = chromium::browser() else {
        println!("  no Chromium is installed: how soon home can be used was not measured");
        return;
    };
    let mut times: Vec<f64> = (0..5).map(|_| usable_ms(browser, &served.address)).collect();
    let median = at(&mut times, 50);
    println!(
        "  home can be used, 4 times slower {median:8.0} ms   goal at most 1000: {}",
        at_most(median, 1000.0)
    );
}

fn usable_ms(browser: &chromium::Browser, address: &str) -> f64 {
    let context = browser.call(None, "Target.createBrowserContext", json!({}))["browserContextId"].clone();
    let target = json!({ "url": "about:blank", "browserContextId": context });
    let target = browser.call(None, "Target.createTarget", target)["targetId"].clone();
    let attach = json!({ "targetId": target, "flatten": true });
    let attached = browser.call(None, "Target.attachToTarget", attach);
    let session = attached["sessionId"].as_str().unwrap_or_default();
    let call = |method: &str, parameters: Value| browser.call(Some(session), method, parameters);
    let screen = json!({ "width": 390, "height": 844, "deviceScaleFactor": 3, "mobile": true });
    call("Emulation.setDeviceMetricsOverride", screen);
    call("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
    call("Page.enable", json!({}));
    call("Page.navigate", json!({ "url": format!("http://{address}/") }));
    // Loaded, every script run, and one frame painted after that.
    let usable = "new Promise((done) => { const look = () => document.readyState === 'complete' && location.href !== 'about:blank' \
                  ? requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)) : setTimeout(look, 5); look(); })";
    let asked = json!({ "expression": usable, "awaitPromise": true, "returnByValue": true });
    let answer = call("Runtime.evaluate", asked)["result"]["value"].as_f64().unwrap_or(f64::NAN);
    browser.call(None, "Target.disposeBrowserContext", json!({ "browserContextId": context }));
    answer
}
