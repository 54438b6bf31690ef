//! A small table that reads well in a terminal and in Markdown.

use std::fmt::{self, Display, Formatter};

/// A heading, a line of explanation, columns and rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub title: String,
    /// What the figures are, in a sentence.
    pub note: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table.
    #[must_use]
    pub fn new(title: &str, note: &str, columns: &[&str]) -> Self {
        let columns = columns.iter().map(|&column| column.to_owned()).collect();
        Self { title: title.to_owned(), note: note.to_owned(), columns, rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    fn widths(&self) -> Vec<usize> {
        let cells =
            |at: usize| self.rows.iter().filter_map(move |row| row.get(at)).chain(self.columns.get(at));
        (0..self.columns.len())
            .map(|at| cells(at).map(|cell| cell.chars().count()).max().unwrap_or(0))
            .collect()
    }
}

impl Display for Table {
    /// Markdown whose columns stand under each other in a terminal too.
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        writeln!(out, "### {}\n\n{}\n", self.title, self.note)?;
        let widths = self.widths();
        let line = |out: &mut Formatter<'_>, cells: &[String]| {
            let padded = cells.iter().zip(&widths).enumerate().map(|(at, (cell, &width))| {
                if at == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
            });
            writeln!(out, "| {} |", padded.collect::<Vec<_>>().join(" | "))
        };
        line(out, &self.columns)?;
        let rule = widths.iter().enumerate().map(|(at, &width)| {
            if at == 0 { "-".repeat(width + 2) } else { format!("{}:", "-".repeat(width + 1)) }
        });
        writeln!(out, "|{}|", rule.collect::<Vec<_>>().join("|"))?;
        self.rows.iter().try_for_each(|row| line(out, row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let mut table = Table::new("A", "Shares.", &["who", "n"]);
        table.row(vec!["everyone".to_owned(), "7".to_owned()]);
        assert_eq!(
            table.to_string(),
            "### A\n\nShares.\n\n| who      | n |\n|----------|--:|\n| everyone | 7 |\n"
        );
    }
}
