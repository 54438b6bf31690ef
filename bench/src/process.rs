//! Whole processes: wall time and peak memory.

use crate::{cpu, history};
use std::io;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What one run of a program took.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    pub wall_s: f64,
    /// Time on all processors, s; `None` where the system does not tell.
    pub cpu_s: Option<f64>,
    /// Largest resident memory seen, MB.
    pub peak_mb: f64,
}

/// The program, built in release.
pub fn kneewise() -> io::Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments = ["build", "--quiet", "--release", "--package", "kneewise-app"];
    let status = Command::new(cargo).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).status()?;
    if !status.success() {
        return Err(io::Error::other("`cargo build --release --bin kneewise` failed"));
    }
    Ok(history::target().join("release").join("kneewise"))
}

/// Runs a program to its end, its output thrown away.
pub fn run(command: &mut Command) -> io::Result<Cost> {
    let (start, cpu_before_s) = (Instant::now(), cpu::of_children_s());
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let mut peak_mb: f64 = 0.0;
    let status = loop {
        peak_mb = peak_mb.max(resident_peak_mb(&child).unwrap_or(0.0));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(Duration::from_millis(2));
    };
    if !status.success() {
        return Err(io::Error::other(format!("`{command:?}` ended with {status}")));
    }
    let wall_s = start.elapsed().as_secs_f64();
    let cpu_s = cpu::of_children_s().zip(cpu_before_s).map(|(after, before)| after - before);
    Ok(Cost { wall_s, cpu_s, peak_mb })
}

/// The kernel's own high-water mark of a running child (Linux).
fn resident_peak_mb(child: &Child) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kb: f64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kb / 1024.0)
}
