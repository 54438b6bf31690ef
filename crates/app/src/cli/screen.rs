//! Where answers, notes and progress go, and how they may look.

use super::arguments::{Color, Global};
use super::failure::Failure;
use crate::documents::layout;
use serde::Serialize;
use std::io::{ErrorKind, IsTerminal, Write};

/// The two output streams, and what is known of who reads them.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    pub is_json: bool,
    pub is_quiet: bool,
    /// Colour on the output stream.
    pub has_color: bool,
    /// Bars and charts: only for people.
    pub has_bars: bool,
    /// Progress on the error stream.
    pub has_progress: bool,
    /// Columns of text.
    pub width: usize,
}

/// Wide enough for every table, narrow enough to read.
const MAX_WIDTH: usize = 100;
const WIDTH_OF_A_PIPE: usize = 80;

impl Screen {
    /// What the options and the terminal allow.
    pub fn new(global: &Global) -> Self {
        let is_terminal = std::io::stdout().is_terminal();
        let width = if is_terminal {
            terminal_size::terminal_size().map_or(WIDTH_OF_A_PIPE, |(width, _)| usize::from(width.0))
        } else {
            WIDTH_OF_A_PIPE
        };
        Self {
            is_json: global.json,
            is_quiet: global.quiet,
            has_color: match global.color {
                Color::Always => true,
                Color::Never => false,
                Color::Auto => is_terminal && !is_set("NO_COLOR") && !is_dumb(),
            },
            has_bars: is_terminal,
            has_progress: std::io::stderr().is_terminal() && !global.quiet && !is_dumb(),
            width: width.clamp(40, MAX_WIDTH),
        }
    }

    /// The answer for people.
    #[expect(clippy::unused_self, reason = "every output goes through the screen")]
    pub fn print(&self, text: &str) -> Result<(), Failure> {
        let mut out = std::io::stdout().lock();
        let end = if text.ends_with('\n') || text.is_empty() { "" } else { "\n" };
        written(write!(out, "{text}{end}").and_then(|()| out.flush()))
    }

    /// The answer for programs: one document.
    pub fn json(&self, document: &impl Serialize) -> Result<(), Failure> {
        self.document(layout::indented(document))
    }

    /// One document on one line, for a stream of them.
    pub fn json_line(&self, document: &impl Serialize) -> Result<(), Failure> {
        self.document(layout::on_one_line(document))
    }

    #[expect(clippy::unused_self, reason = "every output goes through the screen")]
    fn document(&self, text: serde_json::Result<Vec<u8>>) -> Result<(), Failure> {
        let mut text =
            text.map_err(|error| Failure::CannotDo(format!("cannot write the answer: {error}")))?;
        text.push(b'\n');
        let mut out = std::io::stdout().lock();
        written(out.write_all(&text).and_then(|()| out.flush()))
    }

    /// Something worth knowing that is not the answer.
    pub fn note(&self, line: &str) {
        if !self.is_quiet {
            // With the error stream closed there is nobody left to tell.
            let _ = writeln!(std::io::stderr(), "{line}");
        }
    }

    /// `text` in bold, where colour is allowed.
    pub fn bold(&self, text: &str) -> String {
        self.styled("1", text)
    }

    /// `text` stepped back, where colour is allowed.
    pub fn faint(&self, text: &str) -> String {
        self.styled("2", text)
    }

    /// `text` in the colour of what asks for attention.
    pub fn warm(&self, text: &str) -> String {
        self.styled("33", text)
    }

    fn styled(&self, code: &str, text: &str) -> String {
        if self.has_color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

fn written(result: std::io::Result<()>) -> Result<(), Failure> {
    result.map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Failure::PipeClosed,
        _ => Failure::CannotDo(format!("cannot write the answer: {}", super::failure::io_reason(&error))),
    })
}

#[expect(clippy::disallowed_methods, reason = "only the app reads the environment")]
fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

#[expect(clippy::disallowed_methods, reason = "only the app reads the environment")]
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|value| value == "dumb")
}
