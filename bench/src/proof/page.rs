//! The figures as a part of `docs/proof.md`, between two marks, so that older parts stay as they are.

use super::figures::Goal;
use super::table::Table;
use std::fmt::Write;

/// What the figures belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Such as `before`.
    pub name: String,
    /// Day and commit of the detection.
    pub model: String,
    pub population: String,
    pub runners: usize,
    pub seconds: u64,
}

/// The text of the part.
#[must_use]
pub fn part(head: &Head, tables: &[Table], goals: &[Goal]) -> String {
    let mut text = format!(
        "## Figures: {}\n\nDetection of {}; {}; {} runners; {} s.\n",
        head.name, head.model, head.population, head.runners, head.seconds
    );
    let mut lines =
        Table::new("Against the goals", "Reached or not.", &["goal", "runners", "figure", "wanted", ""]);
    for goal in goals {
        let sign = if goal.is_least { "≥" } else { "≤" };
        let figure = if goal.figure.is_finite() { format!("{:.3}", goal.figure) } else { "–".to_owned() };
        let verdict = if goal.is_reached() { "reached" } else { "not reached" };
        lines.row(vec![
            goal.what.clone(),
            goal.runners.to_string(),
            figure,
            format!("{sign} {}", goal.goal),
            verdict.to_owned(),
        ]);
    }
    for table in std::iter::once(&lines).chain(tables) {
        let _ = write!(text, "\n{table}");
    }
    text
}

/// The page with the part of that name put in place of an older one of the same name, else at the end.
#[must_use]
pub fn write(page: &str, head: &Head, tables: &[Table], goals: &[Goal]) -> String {
    let (from, to) = (format!("<!-- figures: {} -->", head.name), format!("<!-- end: {} -->", head.name));
    let part = format!("{from}\n{}{to}\n", part(head, tables, goals));
    let place = page.find(&from).zip(page.find(&to).map(|at| at + to.len() + 1));
    match place {
        Some((start, end)) => {
            let (before, after) = (page.get(..start).unwrap_or(page), page.get(end..).unwrap_or(""));
            format!("{before}{part}{after}")
        }
        None => format!("{}\n\n{part}", page.trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(name: &str, seconds: u64) -> Head {
        Head {
            name: name.to_owned(),
            model: "a day".to_owned(),
            population: "v1".to_owned(),
            runners: 2,
            seconds,
        }
    }

    #[test]
    fn a_part_replaces_its_older_self_and_leaves_the_others() {
        let page = write("# Proof\n", &head("before", 1), &[], &[]);
        let page = write(&page, &head("after", 2), &[], &[]);
        let again = write(&page, &head("before", 3), &[], &[]);
        assert_eq!(again, page.replace("2 runners; 1 s", "2 runners; 3 s"));
        assert!(again.starts_with("# Proof\n\n<!-- figures: before -->\n## Figures: before\n"));
    }
}
