//! Other decoders, installed from their registries below the target folder: fitdecode and the vendor's JavaScript SDK.

use crate::history;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Seconds that fitdecode takes to decode the files, start not counted.
pub fn fitdecode_s(files: &[PathBuf]) -> io::Result<f64> {
    let home = history::target().join("bench").join("fitdecode");
    let python = home.join("bin").join("python");
    if !python.is_file() {
        succeed(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
        succeed(Command::new(&python).args(["-m", "pip", "install", "--quiet", "fitdecode==0.11.0"]))?;
    }
    seconds(Command::new(&python).arg(script("decode_all.py")).args(files))
}

/// Seconds that the vendor's JavaScript SDK takes to decode the files, start not counted.
pub fn javascript_s(files: &[PathBuf]) -> io::Result<f64> {
    let home = history::target().join("bench").join("javascript");
    std::fs::create_dir_all(&home)?;
    let script_there = home.join("sdk.mjs");
    std::fs::copy(script("sdk.mjs"), &script_there)?;
    if !home.join("node_modules").is_dir() {
        let npm = ["install", "--silent", "--no-audit", "--no-fund", "@garmin/fitsdk@21.217.0"];
        succeed(Command::new("npm").args(npm).current_dir(&home))?;
    }
    seconds(Command::new("node").arg(script_there).args(files))
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(name)
}

fn succeed(command: &mut Command) -> io::Result<()> {
    let status = command.stdout(Stdio::null()).status()?;
    if status.success() {
        Ok(())
    } else {
        Err(io::Error::other(format!("`{command:?}` ended with {status}")))
    }
}

/// The number a peer's script prints.
fn seconds(command: &mut Command) -> io::Result<f64> {
    let done = command.stderr(Stdio::inherit()).output()?;
    let text = String::from_utf8_lossy(&done.stdout);
    text.trim().parse().map_err(|_| io::Error::other(format!("`{command:?}` printed `{}`", text.trim())))
}
