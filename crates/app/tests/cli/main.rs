//! The built program, driven as a person drives it.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![expect(clippy::disallowed_methods, reason = "these tests are about files")]

mod robust;
mod runner;
