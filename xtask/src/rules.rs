//! `docs/rules.md`: every metric, cause and rule with its formula, source, grade and limits, made from the heads of the files.

use crate::run;
use std::path::Path;

/// Folders whose files each hold one rule.
const FOLDERS: [&str; 2] = ["crates/analyse/src", "crates/advise/src"];

/// What a head tells, in its order.
const LABELS: [&str; 10] = [
    "What",
    "Formula",
    "Units",
    "Unit",
    "Source",
    "Sources",
    "Grade",
    "Limits",
    "Against it",
    "Says nothing",
];

/// The page as the heads make it.
pub fn page() -> Result<String, String> {
    let mut page =
        "# Rules\n\nMade from the heads of the files by `cargo xtask docs`: change them there. Source keys are \
                    those of [evidence.md](evidence.md).\n"
            .to_owned();
    for folder in FOLDERS {
        let mut files = run::files(&run::root().join(folder), &[".rs"]);
        files.sort();
        for path in files {
            let text =
                std::fs::read_to_string(&path).map_err(|error| format!("`{}`: {error}", path.display()))?;
            page.push_str(&section(&text, &path).unwrap_or_default());
        }
    }
    Ok(page)
}

/// The section of one file; none when its head has no formula, or no grade, as helpers of arithmetic.
fn section(text: &str, path: &Path) -> Option<String> {
    let head = head(text);
    let marks = marks(&head);
    let has = |wanted: &str| marks.iter().any(|(_, label)| *label == wanted);
    if !(has("Formula") && has("Grade")) {
        return None;
    }
    let first = marks.iter().map(|(at, _)| *at).min()?;
    let title = head.get(..first)?.trim().trim_end_matches(['.', ':']);
    let shown = path.strip_prefix(run::root()).unwrap_or(path).display().to_string();
    let mut section = format!("\n## {title}\n\n`{shown}`\n\n");
    for (number, (at, label)) in marks.iter().enumerate() {
        let end = marks.get(number + 1).map_or(head.len(), |(next, _)| *next);
        let told = head.get(at + label.len()..end).unwrap_or_default();
        let told = told.trim_start_matches(':').trim().trim_end_matches('.');
        let name = match *label {
            "Unit" => "Units",
            "Sources" => "Source",
            label => label,
        };
        section.push_str(&format!("- **{name}**: {told}\n"));
    }
    Some(section)
}

/// The words before the code, in one line.
fn head(text: &str) -> String {
    let lines = text.lines().map_while(|line| line.strip_prefix("//!"));
    lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// Where each part of a head begins.
fn marks(head: &str) -> Vec<(usize, &'static str)> {
    let mut marks = Vec::new();
    for label in LABELS {
        for (at, _) in head.match_indices(label) {
            let before = head.get(..at).unwrap_or_default().trim_end();
            let after = head.get(at + label.len()..).unwrap_or_default();
            let is_start = before.is_empty() || before.ends_with(['.', ']', ')', ':', '`']);
            // `Grade D.` needs no colon.
            let is_grade =
                label == "Grade" && ["A", "B", "C", "D"].iter().any(|letter| graded(after, letter));
            if is_start && (after.starts_with(':') || is_grade) {
                marks.push((at, label));
                break;
            }
        }
    }
    marks.sort_unstable();
    marks
}

/// Whether ` D.` follows, not a word that begins so.
fn graded(after: &str, letter: &str) -> bool {
    let rest = after.strip_prefix(' ').and_then(|rest| rest.strip_prefix(letter));
    rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_in_lines_or_in_one_paragraph_is_read_alike() {
        let path = run::root().join("crates/analyse/src/x.rs");
        let lines = "//! Two hard days.\n//!\n//! Formula: a < b.\n//! Units: h.\n//! Grade: D: ours.\n//! Says nothing: never.\nuse x;\n//! Formula: no";
        let expected = "\n## Two hard days\n\n`crates/analyse/src/x.rs`\n\n- **Formula**: a < b\n- **Units**: h\n- **Grade**: D: ours\n- **Says nothing**: never\n";
        assert_eq!(section(lines, &path).unwrap(), expected);
        let paragraph = "//! L6: two hard days.\n//!\n//! Formula: What is 2. Unit: h, local\n//! days. Source: key `rule`. Grade D. Against it: rest.";
        let told = section(paragraph, &path).unwrap();
        assert!(
            told.contains("## L6: two hard days\n") && told.contains("- **Units**: h, local days\n"),
            "{told}"
        );
        assert!(
            told.contains("- **Grade**: D\n- **Against it**: rest\n") && !told.contains("**What**"),
            "{told}"
        );
        let begins = section("//! Grade from altitude.\n//!\n//! Formula: a. Grade D.", &path).unwrap();
        assert!(begins.starts_with("\n## Grade from altitude\n"), "{begins}");
        assert_eq!(section("//! A helper.\nfn x() {}", &path), None);
    }
}
