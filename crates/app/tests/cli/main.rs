//! The built program, driven as a person drives it.

mod robust;
mod runner;
