//! The page and the API in one server: kneewise in the browser.
//!
//! In: requests from this computer, or from others after a login. Out: pages that work without script, documents that
//! are those of `--json`. Never: a request to another host, a change by GET, a number of its own.
//! `docs/web.md` says how to add a page, a document, a form, a chart.

pub mod api;
pub mod asked;
pub mod assets;
pub mod body;
pub mod download;
pub mod drawing;
pub mod form;
pub mod frame;
pub mod guard;
pub mod importer;
pub mod lasting;
pub mod login;
pub mod other_way;
pub mod page;
pub mod pages;
pub mod pool;
pub mod query;
pub mod router;
pub mod segment;
pub mod server;
pub mod snapshot;
pub mod trouble;
pub mod upload;
