//! Lines on a terminal: wrapping, indents, a little colour.

use kneewise_types::UnitSystem;

/// How the screen is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Columns of the terminal; used between 40 and 96.
    pub width: usize,
    /// Whether ANSI colours are written. Shape and word carry every meaning without them.
    pub color: bool,
    /// Whether ladders and the small chart are drawn.
    pub bars: bool,
    pub units: UnitSystem,
}

/// What a piece of text is, which decides its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Strong,
    Quiet,
    Accent,
    Pain,
    Stop,
}

impl Style {
    /// The columns that are used.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.width.clamp(40, 96)
    }

    /// Text in an ink, when colours are on.
    #[must_use]
    pub fn paint(&self, ink: Ink, text: &str) -> String {
        if !self.color || text.is_empty() {
            return text.to_owned();
        }
        let code = match ink {
            Ink::Strong => "1",
            Ink::Quiet => "2",
            Ink::Accent => "36",
            Ink::Pain => "35",
            Ink::Stop => "1;31",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }
}

/// The page being written.
#[derive(Debug)]
pub struct Page<'a> {
    pub style: &'a Style,
    text: String,
}

/// A paragraph: what stands before its first line and its indent, both in columns.
#[derive(Debug, Clone, Copy)]
pub struct Paragraph<'a> {
    /// Written before the first line, in `lead_ink`.
    pub lead: &'a str,
    pub lead_ink: Ink,
    /// Columns before the text of every line.
    pub indent: usize,
    /// Ink of the text; `None` is plain.
    pub ink: Option<Ink>,
    /// Quiet words at the end, kept on one line where they fit.
    pub tag: &'a str,
}

impl Paragraph<'_> {
    /// Plain text at an indent.
    #[must_use]
    pub const fn plain(indent: usize) -> Self {
        Self { lead: "", lead_ink: Ink::Quiet, indent, ink: None, tag: "" }
    }
}

impl<'a> Page<'a> {
    #[must_use]
    pub const fn new(style: &'a Style) -> Self {
        Self { style, text: String::new() }
    }

    /// An empty line, unless the page begins or one is there.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A line as it is.
    pub fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// A wrapped paragraph.
    pub fn write(&mut self, text: &str, how: Paragraph<'_>) {
        let room = self.style.columns().saturating_sub(how.indent).max(16);
        let is_whole = how.tag.chars().count() + 2 <= room;
        let tag = if is_whole { how.tag.replace(' ', "\u{a0}") } else { how.tag.to_owned() };
        let whole = if tag.is_empty() { text.to_owned() } else { format!("{text} [{tag}]") };
        // A name out of a file must not be able to move the cursor or to colour the terminal.
        let whole: String = whole.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        for (at, line) in wrap(&whole, room).into_iter().enumerate() {
            let lead = if at == 0 { how.lead } else { "" };
            let space = " ".repeat(how.indent.saturating_sub(lead.chars().count()));
            let lead = self.style.paint(how.lead_ink, lead);
            let body = self.body(&line, how.ink, &tag);
            self.line(&format!("{lead}{space}{}", body.replace('\u{a0}', " ")));
        }
    }

    fn body(&self, line: &str, ink: Option<Ink>, tag: &str) -> String {
        let mark = format!("[{tag}]");
        match line.split_once(&mark) {
            Some((before, after)) if !tag.is_empty() => {
                format!("{}{}{after}", self.ink(ink, before), self.style.paint(Ink::Quiet, &mark))
            }
            _ => self.ink(ink, line),
        }
    }

    fn ink(&self, ink: Option<Ink>, text: &str) -> String {
        ink.map_or_else(|| text.to_owned(), |ink| self.style.paint(ink, text))
    }

    /// What was written.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}

/// Lines of at most `room` columns, broken at spaces; a no-break space is part of its word.
#[must_use]
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    let mut line = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > room {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += length;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn a_number_keeps_its_unit_on_the_line() {
        assert_eq!(wrap("it was 18.0\u{a0}km long", 11), ["it was", "18.0\u{a0}km", "long"]);
    }

    #[test]
    fn a_word_longer_than_the_line_stands_alone() {
        assert_eq!(wrap("a kneewise-import b", 6), ["a", "kneewise-import", "b"]);
    }
}
