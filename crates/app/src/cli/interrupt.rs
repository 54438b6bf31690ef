//! Ctrl-C: asked once, it ends the work at the next safe place; asked twice, at once.

use std::process::exit;
use std::sync::atomic::{AtomicBool, Ordering};

static STOP: AtomicBool = AtomicBool::new(false);
/// As shells report an interrupted program.
const INTERRUPTED: i32 = 130;

/// The flag that Ctrl-C sets.
pub fn stop_flag() -> &'static AtomicBool {
    // Without a handler Ctrl-C ends the program at once; the database survives that too.
    let _ = ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::Relaxed) {
            exit(INTERRUPTED);
        }
    });
    &STOP
}
