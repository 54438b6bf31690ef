#![no_main]
//! Any bytes as an archive: its members or an error, never a panic, a hang or a flood of memory.

use kneewise_import::archive::{Limits, Member, walk};
use kneewise_import::{Context, ZoneMap, read};
use libfuzzer_sys::fuzz_target;
use std::io::Cursor;
use std::ops::ControlFlow;

fuzz_target!(|bytes: &[u8]| {
    let zone_map = ZoneMap::new();
    let mut take = |member: Member| {
        let context = Context { content: "0123456789abcdef", path: &member.path, zone: None, exercises: &[], zone_map: &zone_map };
        let _outcome = read(&member.bytes, &context);
        ControlFlow::Continue(())
    };
    let _walked = walk(Cursor::new(bytes), &Limits::default(), &mut take);
});
