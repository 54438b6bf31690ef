#![no_main]
//! Any bytes as FIT: an answer or an error, never a panic, a hang or a flood of memory.

use kneewise_import::{Context, ZoneMap, read_fit};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let zone_map = ZoneMap::new();
    let context = Context { content: "0123456789abcdef", path: "fuzz", zone: None, exercises: &[], zone_map: &zone_map };
    let _outcome = read_fit(bytes, &context);
});
