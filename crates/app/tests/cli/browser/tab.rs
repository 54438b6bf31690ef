//! One tab, with cookies, storage and workers of its own, used like a person would: pointer, keys, dropped files.

use super::chromium::{Browser, PATIENCE, browser};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::path::Path;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// A tab on one server; closed when dropped.
pub struct Tab {
    browser: &'static Browser,
    session: String,
    context: String,
    frame: Value,
    origin: String,
    events: Receiver<Value>,
    seen: RefCell<Seen>,
}

/// What happened since the last look.
#[derive(Default)]
struct Seen {
    /// The pages that came wholly, by the browser's own name of each.
    pages: Vec<String>,
    /// What a page must not do: errors, requests to others.
    troubles: Vec<String>,
}

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
    pub is_phone: bool,
}

pub const DESKTOP: Screen = Screen { width: 1440, height: 900, is_phone: false };
pub const PHONE: Screen = Screen { width: 390, height: 844, is_phone: true };
pub const SMALL_PHONE: Screen = Screen { width: 320, height: 568, is_phone: true };

impl Tab {
    /// A new tab on a server at `origin`, such as `http://127.0.0.1:8000`.
    pub fn open(origin: &str) -> Option<Self> {
        let browser = browser()?;
        let context = browser.call(None, "Target.createBrowserContext", json!({}));
        let context = context["browserContextId"].as_str().unwrap().to_owned();
        let target = json!({ "url": "about:blank", "browserContextId": context });
        let frame = browser.call(None, "Target.createTarget", target)["targetId"].take();
        let attach = json!({ "targetId": frame, "flatten": true });
        let session =
            browser.call(None, "Target.attachToTarget", attach)["sessionId"].as_str().unwrap().to_owned();
        let events = browser.listen(&session);
        let origin = origin.to_owned();
        let tab = Self { browser, session, context, frame, origin, events, seen: RefCell::default() };
        for domain in ["Page", "Runtime", "Log", "Network", "DOM"] {
            tab.call(&format!("{domain}.enable"), json!({}));
        }
        // Every tab takes keys as if it were in front, whichever the browser holds for that.
        tab.call("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
        tab.call("Page.setLifecycleEventsEnabled", json!({ "enabled": true }));
        tab.look(DESKTOP, "light");
        Some(tab)
    }

    pub fn call(&self, method: &str, parameters: Value) -> Value {
        self.browser.call(Some(&self.session), method, parameters)
    }

    /// The screen, and whether the system is light or dark.
    pub fn look(&self, screen: Screen, theme: &str) {
        let Screen { width, height, is_phone } = screen;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_phone });
        self.call("Emulation.setDeviceMetricsOverride", metrics);
        self.call("Emulation.setTouchEmulationEnabled", json!({ "enabled": is_phone }));
        let features = json!([
            { "name": "prefers-color-scheme", "value": theme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.call("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// Opens an address of the server.
    pub fn go(&self, path: &str) {
        let begun = self.call("Page.navigate", json!({ "url": format!("{}{path}", self.origin) }));
        assert!(begun.get("errorText").is_none(), "{path}: {}", begun["errorText"]);
        self.until_there(path, |page| begun["loaderId"] == page);
    }

    /// Does something that leads to another page, and waits until that is there.
    pub fn loading(&self, what: &str, act: impl FnOnce()) {
        self.hear(Duration::ZERO);
        self.seen.borrow_mut().pages.clear();
        let before = self.call("Page.getFrameTree", json!({}))["frameTree"]["frame"]["loaderId"].take();
        act();
        self.until_there(what, |page| before != page);
    }

    /// Waits until such a page is there wholly, whatever came late of the one before.
    fn until_there(&self, what: &str, is_it: impl Fn(&str) -> bool) {
        let begun = Instant::now();
        while !self.seen.borrow().pages.iter().any(|page| is_it(page)) {
            assert!(
                begun.elapsed() < PATIENCE,
                "{what}: no page came; here is {}",
                self.eval("location.href")
            );
            self.hear(Duration::from_millis(50));
        }
        self.seen.borrow_mut().pages.clear();
    }

    /// The value of an expression in the page.
    pub fn eval(&self, expression: &str) -> Value {
        let asked = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.call("Runtime.evaluate", asked);
        assert!(
            answer.get("exceptionDetails").is_none(),
            "{expression:.200}: {}",
            answer["exceptionDetails"]
        );
        answer["result"]["value"].take()
    }

    /// The words of the first element that fits.
    pub fn text(&self, selector: &str) -> String {
        let found = self.eval(&format!("document.querySelector({})?.innerText ?? null", json!(selector)));
        found.as_str().unwrap_or_else(|| panic!("{selector} is not on {}", self.path())).trim().to_owned()
    }

    pub fn path(&self) -> String {
        self.eval("location.pathname + location.search").as_str().unwrap().to_owned()
    }

    /// Waits until an expression holds.
    pub fn wait(&self, expression: &str) {
        let begun = Instant::now();
        while self.eval(&format!("Boolean({expression})")) != json!(true) {
            assert!(begun.elapsed() < PATIENCE, "never became so on {}: {expression}", self.path());
            self.hear(Duration::from_millis(50));
        }
    }

    /// Presses the pointer on the first visible element that fits.
    pub fn click(&self, selector: &str) {
        let place = self.eval(&format!(
            "(() => {{
              const all = [...document.querySelectorAll({0})];
              const one = all.find((each) => each.getClientRects().length && getComputedStyle(each).visibility !== 'hidden');
              if (!one) return null;
              one.scrollIntoView({{ block: 'center', behavior: 'instant' }});
              const box = one.getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2];
            }})()",
            json!(selector)
        ));
        assert!(place.is_array(), "{selector} is not to be seen on {}", self.path());
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
            let event =
                json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
            self.call("Input.dispatchMouseEvent", event);
        }
    }

    /// Presses a key: a letter, a digit, or a name such as `Tab`.
    pub fn key(&self, key: &str) {
        let (text, code) = match key {
            "Enter" => ("\r", 13),
            " " => (" ", 32),
            "Tab" => ("", 9),
            "Escape" => ("", 27),
            "ArrowLeft" => ("", 37),
            "ArrowUp" => ("", 38),
            "ArrowRight" => ("", 39),
            "ArrowDown" => ("", 40),
            "Home" => ("", 36),
            "End" => ("", 35),
            letter => (letter, u32::from(letter.to_ascii_uppercase().as_bytes()[0])),
        };
        let event = |kind: &str| {
            json!({ "type": kind, "key": key, "code": if key == " " { "Space" } else { key }, "text": text,
                "windowsVirtualKeyCode": code, "nativeVirtualKeyCode": code })
        };
        self.call("Input.dispatchKeyEvent", event(if text.is_empty() { "rawKeyDown" } else { "keyDown" }));
        self.call("Input.dispatchKeyEvent", event("keyUp"));
    }

    /// Drops files from the disk on an element.
    pub fn drop_files(&self, selector: &str, paths: &[&Path]) {
        let place = self.eval(&format!(
            "(() => {{ const one = document.querySelector({}); one.scrollIntoView({{ block: 'center', behavior: 'instant' }});
              const box = one.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }})()",
            json!(selector)
        ));
        let data = json!({ "items": [], "files": paths, "dragOperationsMask": 1 });
        for kind in ["dragEnter", "dragOver", "drop"] {
            let event = json!({ "type": kind, "x": place[0], "y": place[1], "data": data });
            self.call("Input.dispatchDragEvent", event);
        }
    }

    /// Chooses a file in a field.
    pub fn set_file(&self, selector: &str, path: &Path) {
        let root = self.call("DOM.getDocument", json!({}))["root"]["nodeId"].clone();
        let found = self.call("DOM.querySelector", json!({ "nodeId": root, "selector": selector }));
        self.call("DOM.setFileInputFiles", json!({ "nodeId": found["nodeId"], "files": [path] }));
    }

    /// Whether a page went wider than the screen.
    pub fn overflow(&self) -> i64 {
        self.eval("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .as_i64()
            .unwrap()
    }

    /// What is on the screen, as PNG.
    pub fn screen(&self) -> Vec<u8> {
        from_base64(self.call("Page.captureScreenshot", json!({}))["data"].as_str().unwrap())
    }

    /// A picture of the whole page, kept below `target` for a person to look at.
    pub fn picture(&self, name: &str) {
        let shot = self.call("Page.captureScreenshot", json!({ "captureBeyondViewport": true }));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        std::fs::write(path, from_base64(shot["data"].as_str().unwrap())).unwrap();
    }

    /// Prints the page as its style asks, on paper of so many inches, and counts the sheets.
    pub fn printed_pages(&self, (width, height): (f64, f64)) -> usize {
        let paper = json!({ "paperWidth": width, "paperHeight": height, "preferCSSPageSize": false, "printBackground": true });
        let pdf = from_base64(self.call("Page.printToPDF", paper)["data"].as_str().unwrap());
        let text = String::from_utf8_lossy(&pdf);
        let is_page = |(at, name): (usize, &str)| !text[at + name.len()..].starts_with('s');
        text.match_indices("/Type /Page").filter(|found| is_page(*found)).count()
    }

    /// What axe-core finds wrong, with the places; all rules, or the given ones.
    pub fn axe(&self, rules: &[&str]) -> Vec<String> {
        const AXE: &str = include_str!("../../vendor/axe-core-4.14.1.min.js");
        if self.eval("typeof axe") == json!("undefined") {
            let source = json!({ "expression": AXE, "returnByValue": false });
            self.call("Runtime.evaluate", source);
        }
        let only = if rules.is_empty() { Value::Null } else { json!({ "type": "rule", "values": rules }) };
        let found = self.eval(&format!(
            "axe.run(document, {{ resultTypes: ['violations'], ...({only} ? {{ runOnly: {only} }} : {{}}) }})
              .then(({{ violations }}) => violations.map((one) =>
                one.id + ': ' + one.help + ' | ' + one.nodes.slice(0, 4).map((node) =>
                  node.html.slice(0, 160) + (node.any[0] ? ' (' + node.any[0].message + ')' : '')).join(' | ')))"
        ));
        found.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
    }

    /// What the page should not have done since the last look: errors in script or on the network, requests to others.
    pub fn troubles(&self) -> Vec<String> {
        self.hear(Duration::ZERO);
        std::mem::take(&mut self.seen.borrow_mut().troubles)
    }

    /// Fails when there was one.
    pub fn is_quiet(&self, where_: &str) {
        let troubles = self.troubles();
        assert!(troubles.is_empty(), "{where_}: {troubles:#?}");
    }

    /// Takes in what happened, waiting so long for more.
    fn hear(&self, wait: Duration) {
        let first = if wait.is_zero() { None } else { self.events.recv_timeout(wait).ok() };
        let mut seen = self.seen.borrow_mut();
        for event in first.into_iter().chain(self.events.try_iter()) {
            self.take(&mut seen, &event);
        }
    }

    fn take(&self, seen: &mut Seen, event: &Value) {
        let told = &event["params"];
        match event["method"].as_str().unwrap_or_default() {
            "Page.lifecycleEvent" if told["name"] == "load" && told["frameId"] == self.frame => {
                seen.pages.extend(told["loaderId"].as_str().map(str::to_owned));
            }
            "Runtime.exceptionThrown" => {
                seen.troubles.push(format!("exception: {}", told["exceptionDetails"]))
            }
            "Runtime.consoleAPICalled" if told["type"] == "error" || told["type"] == "warning" => {
                seen.troubles.push(format!("console: {}", told["args"]));
            }
            "Log.entryAdded" if told["entry"]["level"] == "error" || told["entry"]["level"] == "warning" => {
                seen.troubles.push(format!("log: {} {}", told["entry"]["text"], told["entry"]["url"]));
            }
            "Network.requestWillBeSent" => {
                let url = told["request"]["url"].as_str().unwrap_or_default();
                let is_own = ["about:", "data:", "blob:"].iter().any(|own| url.starts_with(own));
                if !is_own && !url.starts_with(&format!("{}/", self.origin)) {
                    seen.troubles.push(format!("request to another host: {url}"));
                }
            }
            _ => {}
        }
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.browser.call(
                None,
                "Target.disposeBrowserContext",
                json!({ "browserContextId": self.context }),
            );
        }
    }
}

/// The bytes of a text in base 64.
fn from_base64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_usize, 0);
    for digit in text.bytes().filter_map(|byte| DIGITS.iter().position(|known| *known == byte)) {
        held = (held << 6 | digit) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 0xff).try_into().unwrap());
        }
    }
    bytes
}
