//! One headless Chromium for all tests of this run, spoken to through a pipe (the DevTools protocol, one JSON text and
//! a zero byte each). When this process ends, however it does, the pipe closes and the browser ends too.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

/// `$1` is the browser: it reads commands from its third pipe and answers on its fourth. Its profile goes with it.
const START: &str = r#"
trap '' INT
folder=$(mktemp -d "${TMPDIR:-/tmp}/kneewise-browser-XXXXXX") || exit 1
"$1" --headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync \
  --disable-quic --no-first-run --disable-dev-shm-usage --hide-scrollbars --force-color-profile=srgb \
  --user-data-dir="$folder" --remote-debugging-pipe about:blank 3<&0 4>&1 </dev/null >/dev/null 2>/dev/null
rm -rf "$folder" 2>/dev/null || { sleep 1; rm -rf "$folder"; }
"#;

/// Longer than any page takes on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A running browser.
pub struct Browser {
    commands: Mutex<ChildStdin>,
    numbers: AtomicU64,
    waiting: Arc<Mutex<HashMap<u64, Sender<Value>>>>,
    listening: Arc<Mutex<HashMap<String, Sender<Value>>>>,
}

/// The browser of this run, started by whoever asks first; none where no Chromium is installed, which `cargo xtask test`
/// sees to.
pub fn browser() -> Option<&'static Browser> {
    static BROWSER: OnceLock<Option<Browser>> = OnceLock::new();
    let found = BROWSER.get_or_init(|| program().map(|program| Browser::start(&program)));
    if found.is_none() {
        println!(
            "no Chromium is installed: the test in the browser is skipped; `cargo xtask test` installs it"
        );
    }
    found.as_ref()
}

fn program() -> Option<String> {
    let folders = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    std::env::split_paths(&folders)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|path| path.is_file())
        .map(|path| path.display().to_string())
}

impl Browser {
    fn start(program: &str) -> Self {
        let mut shell = Command::new("sh")
            .args(["-c", START, "sh", program])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let waiting = Arc::<Mutex<HashMap<u64, Sender<Value>>>>::default();
        let listening = Arc::<Mutex<HashMap<String, Sender<Value>>>>::default();
        let answers = shell.stdout.take().unwrap();
        let (to_calls, to_tabs) = (Arc::clone(&waiting), Arc::clone(&listening));
        let commands = Mutex::new(shell.stdin.take().unwrap());
        std::thread::spawn(move || {
            sort(answers, &to_calls, &to_tabs);
            shell.wait().unwrap();
        });
        Self { commands, numbers: AtomicU64::new(1), waiting, listening }
    }

    /// Sends a command, to a tab or to the browser itself, and waits for its answer.
    pub fn call(&self, session: Option<&str>, method: &str, parameters: Value) -> Value {
        let number = self.numbers.fetch_add(1, Ordering::Relaxed);
        let (sender, receiver) = channel();
        self.waiting.lock().unwrap().insert(number, sender);
        let mut command = json!({ "id": number, "method": method, "params": parameters });
        if let Some(session) = session {
            command["sessionId"] = session.into();
        }
        {
            let mut commands = self.commands.lock().unwrap();
            commands.write_all(command.to_string().as_bytes()).unwrap();
            commands.write_all(&[0]).unwrap();
            commands.flush().unwrap();
        }
        let answer = receiver.recv_timeout(PATIENCE);
        let mut answer =
            answer.unwrap_or_else(|error| panic!("{method}: the browser gives no answer: {error}"));
        assert!(answer.get("error").is_none(), "{method}: {}", answer["error"]);
        answer["result"].take()
    }

    /// What happens in a tab from now on.
    pub fn listen(&self, session: &str) -> Receiver<Value> {
        let (sender, receiver) = channel();
        self.listening.lock().unwrap().insert(session.to_owned(), sender);
        receiver
    }
}

/// Gives each answer to the call that waits for it, each event to its tab.
fn sort(
    answers: ChildStdout,
    calls: &Mutex<HashMap<u64, Sender<Value>>>,
    tabs: &Mutex<HashMap<String, Sender<Value>>>,
) {
    let mut answers = BufReader::new(answers);
    let mut bytes = Vec::new();
    while answers.read_until(0, &mut bytes).is_ok_and(|read| read > 0) {
        bytes.pop();
        let Ok(message) = serde_json::from_slice::<Value>(&bytes) else { break };
        bytes.clear();
        let receiver = match message["id"].as_u64() {
            Some(number) => calls.lock().unwrap().remove(&number),
            None => {
                message["sessionId"].as_str().and_then(|session| tabs.lock().unwrap().get(session).cloned())
            }
        };
        if let Some(receiver) = receiver {
            // A tab that was closed listens no more.
            let _ = receiver.send(message);
        }
    }
    // Whoever still waits is told by the closed channel.
    calls.lock().unwrap().clear();
}
