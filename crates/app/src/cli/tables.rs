//! Words and columns of plain tables.

use kneewise_types::{Activity, Seconds, UnitSystem};

/// `1 file`, `12 files`.
pub fn counted(count: u32, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// `47:05` or `1:02:33`.
pub fn clock(duration: Seconds) -> String {
    let whole = format!("{:.0}", duration.as_s());
    let seconds: u64 = whole.parse().unwrap_or(0);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// Minutes and seconds for one kilometre or mile, for what is run or walked.
pub fn pace(activity: &Activity, units: UnitSystem) -> Option<String> {
    const METRES_PER_MILE: f64 = 1609.344;
    let distance = activity.distance?.as_m();
    let unit = match units {
        UnitSystem::Metric => 1000.0,
        UnitSystem::Imperial => METRES_PER_MILE,
    };
    let per_unit = activity.duration().as_s() / distance * unit;
    let seconds = Seconds::new(per_unit).ok().filter(|_| distance > 0.0)?;
    Some(clock(seconds))
}

/// A sport as people say it.
pub fn sport(activity: &Activity) -> String {
    activity.sport.word().replace('_', " ")
}

/// Rows under a header, each column as wide as its widest cell; `right` says which are numbers.
pub fn table(header: &[&str], right: &[bool], rows: &[Vec<String>]) -> Vec<String> {
    let width = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count());
        cells.chain(header.get(at).map(|name| name.chars().count())).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..header.len()).map(width).collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let mut line = String::new();
        for (at, cell) in cells.enumerate() {
            let width = widths.get(at).copied().unwrap_or(0);
            let padding = " ".repeat(width.saturating_sub(cell.chars().count()));
            if right.get(at).copied().unwrap_or(false) {
                line.push_str(&padding);
                line.push_str(cell);
            } else {
                line.push_str(cell);
                line.push_str(&padding);
            }
            line.push_str("  ");
        }
        line.trim_end().to_owned()
    };
    let mut lines = vec![line(&mut header.iter().copied())];
    lines.extend(rows.iter().map(|row| line(&mut row.iter().map(String::as_str))));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_reads_like_a_watch() {
        for (seconds, text) in [(0.0, "0:00"), (2825.4, "47:05"), (3753.0, "1:02:33"), (3599.6, "1:00:00")] {
            assert_eq!(clock(Seconds::new(seconds).unwrap()), text);
        }
    }

    #[test]
    fn columns_line_up() {
        let rows = vec![vec!["run".to_owned(), "10.0".to_owned()], vec!["ride".to_owned(), "7.5".to_owned()]];
        assert_eq!(
            table(&["sport", "km"], &[false, true], &rows),
            ["sport    km", "run    10.0", "ride    7.5"]
        );
    }
}
