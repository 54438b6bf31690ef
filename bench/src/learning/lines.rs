//! The labelled lines of `fixtures/notes`.

use std::fs;
use std::io;
use std::path::Path;

/// One labelled line.
#[derive(Debug, Clone)]
pub struct Line {
    pub text: String,
    pub is_symptom: bool,
    /// `dev`, `held`, `practice`, `fresh1` to `fresh6`, `learn`, `plain`, `sided`, `numbers`, or one that ends in `unseen`.
    pub set: String,
}

impl Line {
    /// Whether it may be learnt from.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.set != "held" && !self.set.ends_with("unseen")
    }
}

/// Which cells hold the text, the label and the set; a file without sets is one itself.
struct Layout {
    text: usize,
    label: usize,
    set: Option<usize>,
}

/// All lines, file after file.
///
/// # Errors
/// A file that is missing, or a row without its cells.
pub fn lines() -> io::Result<Vec<Line>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/notes");
    let whole = Layout { text: 2, label: 3, set: Some(10) };
    let practice = Layout { text: 2, label: 1, set: None };
    let grown = Layout { text: 3, label: 2, set: Some(4) };
    let files = ["de", "en", "es", "fr", "pt", "fresh"].map(|name| (name, &whole));
    let mut found = Vec::new();
    for (name, layout) in files.into_iter().chain([("practice", &practice), ("grown", &grown)]) {
        let text = fs::read_to_string(folder.join(name).with_extension("tsv"))?;
        for (at, row) in text.lines().enumerate().skip(1) {
            let line = line(row, layout, name);
            found.push(
                line.ok_or_else(|| {
                    io::Error::other(format!("{name}.tsv line {}: a cell is missing", at + 1))
                })?,
            );
        }
    }
    Ok(found)
}

fn line(row: &str, layout: &Layout, name: &str) -> Option<Line> {
    let cells: Vec<&str> = row.split('\t').collect();
    let set = layout.set.map_or(Some(name), |at| cells.get(at).copied())?;
    Some(Line {
        text: (*cells.get(layout.text)?).to_owned(),
        is_symptom: *cells.get(layout.label)? == "yes",
        set: set.to_owned(),
    })
}
