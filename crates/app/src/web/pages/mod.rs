//! One file a page: it asks the desk, fills its template, and says nothing of its own.

pub mod chart;
pub mod check;
pub mod day;
pub mod diary;
pub mod evidence;
pub mod experiments;
pub mod home;
pub mod import;
pub mod knee_load;
pub mod lock;
pub mod log;
pub mod login;
pub mod more;
pub mod notes;
pub mod offline;
pub mod own;
pub mod parts;
pub mod ratios;
pub mod report;
pub mod run;
pub mod runs;
pub mod settings;
pub mod trouble;
pub mod trust;
pub mod week;
pub mod what_if;
