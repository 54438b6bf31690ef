//! The texts of the pages, one file a page, every text in every language.
//!
//! Sentences about a knee are in the files beside this folder; here are headings, labels, buttons and notes.

pub mod chart;
pub mod check;
pub mod diary;
pub mod evidence;
pub mod experiments;
pub mod frame;
pub mod home;
pub mod import;
pub mod knee_load;
pub mod lock;
pub mod login;
pub mod more;
pub mod notes;
pub mod offline;
pub mod own;
pub mod report;
pub mod run;
pub mod runs;
pub mod settings;
pub mod trouble;
pub mod trust;
pub mod week;
pub mod what_if;
