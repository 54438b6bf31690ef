//! The built program, driven as a person or a program drives it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops at the first surprise"
)]
#![expect(clippy::disallowed_methods, reason = "these tests are about files")]

mod answers;
mod browser;
mod corpus;
mod editions;
mod errors;
mod experiments;
mod full_disk;
mod gaits;
mod german;
mod guarded;
mod importing;
mod keeping;
mod knees;
mod logging;
mod noted;
mod postgres;
mod program;
mod robust;
mod roundtrip;
mod runner;
mod serving;
mod shift;
mod tested;
mod transcripts;
mod uploading;
mod watching;
