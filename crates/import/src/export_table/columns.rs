//! Which column is which: by name where the language is known, else by the shape of the header and the content.
//!
//! The platform writes two blocks. The first is for reading (elapsed time, distance, maximum heart rate), the
//! second exact (elapsed time, moving time, distance in metres, speeds, heights, ...). So in any language the
//! name of the elapsed time occurs twice, and the name after the first is the name two after the second.

use super::{dates, numbers};
use crate::logs::table::Table;
use csv::StringRecord;

/// Rows looked at to confirm what a column holds.
const ROWS_TO_CONFIRM: usize = 20;
/// The second block begins three columns after the file name: file, two weights, elapsed time.
const FILE_BEFORE_EXACT: usize = 3;

/// Positions of the columns we read; `None` where the table has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub date: Option<usize>,
    pub title: Option<usize>,
    pub sport: Option<usize>,
    pub description: Option<usize>,
    pub elapsed: Option<usize>,
    pub distance: Option<usize>,
    pub max_heart_rate: Option<usize>,
    pub private_note: Option<usize>,
    pub gear: Option<usize>,
    pub file: Option<usize>,
    pub elapsed_exact: Option<usize>,
    pub moving: Option<usize>,
    pub distance_exact: Option<usize>,
    pub ascent: Option<usize>,
    pub descent: Option<usize>,
    pub mean_cadence: Option<usize>,
    pub max_heart_rate_exact: Option<usize>,
    pub mean_heart_rate: Option<usize>,
    pub mean_power: Option<usize>,
    pub exertion: Option<usize>,
    /// The oldest exports show metres in their only distance.
    pub is_display_metric: bool,
}

impl Columns {
    /// The columns of an export table; `None` when it is none.
    pub(super) fn find(table: &Table) -> Option<Self> {
        Self::by_english_name(&table.header)
            .or_else(|| Self::by_old_name(&table.header))
            .or_else(|| Self::by_shape(&table.header).filter(|columns| columns.is_confirmed(table)))
            .or_else(|| Self::by_first_block(table).filter(|columns| columns.is_confirmed(table)))
    }

    pub(super) fn text<'a>(&self, row: &'a StringRecord, at: Option<usize>) -> Option<&'a str> {
        row.get(at?).map(str::trim).filter(|cell| !cell.is_empty())
    }

    pub(super) fn own(&self, row: &StringRecord, at: Option<usize>) -> Option<String> {
        self.text(row, at).map(str::to_owned)
    }

    fn by_english_name(header: &[String]) -> Option<Self> {
        let nth = |name: &str, n: usize| {
            header
                .iter()
                .enumerate()
                .filter(|(_, column)| column.eq_ignore_ascii_case(name))
                .nth(n)
                .map(|(at, _)| at)
        };
        let first = |name| nth(name, 0);
        first("Activity ID")?;
        Some(Self {
            date: Some(first("Activity Date")?),
            title: first("Activity Name"),
            sport: first("Activity Type"),
            description: first("Activity Description"),
            elapsed: first("Elapsed Time"),
            distance: first("Distance"),
            max_heart_rate: first("Max Heart Rate"),
            private_note: first("Activity Private Note"),
            gear: first("Activity Gear"),
            file: first("Filename"),
            elapsed_exact: nth("Elapsed Time", 1),
            moving: first("Moving Time"),
            distance_exact: nth("Distance", 1),
            ascent: first("Elevation Gain"),
            descent: first("Elevation Loss"),
            mean_cadence: first("Average Cadence"),
            max_heart_rate_exact: nth("Max Heart Rate", 1),
            mean_heart_rate: first("Average Heart Rate"),
            mean_power: first("Average Watts"),
            exertion: first("Perceived Exertion"),
            is_display_metric: false,
        })
    }

    /// The header of exports before 2019.
    fn by_old_name(header: &[String]) -> Option<Self> {
        let first = |name: &str| header.iter().position(|column| column == name);
        first("id").zip(first("elapsed_time"))?;
        Some(Self {
            date: Some(first("date")?),
            title: first("name"),
            sport: Some(first("type")?),
            description: first("description"),
            elapsed: first("elapsed_time"),
            distance: first("distance"),
            gear: first("gear"),
            file: first("filename"),
            is_display_metric: true,
            ..Self::default()
        })
    }

    /// Any language: the two blocks found by their repeated names.
    fn by_shape(header: &[String]) -> Option<Self> {
        let same = |a: usize, b: usize| match (header.get(a), header.get(b)) {
            (Some(a), Some(b)) => !a.is_empty() && a == b,
            _ => false,
        };
        let elapsed = 5;
        let exact = (elapsed + 6..header.len()).find(|at| same(elapsed, *at) && same(elapsed + 1, at + 2))?;
        let file = exact.checked_sub(FILE_BEFORE_EXACT)?;
        let has_note = file.checked_sub(2).is_some_and(|note| note > elapsed + 4);
        Some(Self {
            elapsed_exact: Some(exact),
            moving: Some(exact + 1),
            distance_exact: Some(exact + 2),
            ascent: Some(exact + 5),
            descent: Some(exact + 6),
            mean_cadence: Some(exact + 14),
            max_heart_rate_exact: Some(exact + 15),
            mean_heart_rate: Some(exact + 16),
            mean_power: Some(exact + 18),
            exertion: Some(exact + 28),
            file: Some(file),
            gear: file.checked_sub(1),
            private_note: file.checked_sub(2).filter(|_| has_note),
            ..Self::first_block()
        })
    }

    /// The first block alone, its file and gear found by content.
    fn by_first_block(table: &Table) -> Option<Self> {
        let is_file = |cell: &str| cell.starts_with("activities/");
        let column =
            |at: usize| table.rows.iter().take(ROWS_TO_CONFIRM).filter_map(move |(_, row)| row.get(at));
        let file = (7..table.header.len()).find(|at| column(*at).any(is_file))?;
        Some(Self { file: Some(file), gear: file.checked_sub(1), ..Self::first_block() })
    }

    fn first_block() -> Self {
        Self {
            date: Some(1),
            title: Some(2),
            sport: Some(3),
            description: Some(4),
            elapsed: Some(5),
            distance: Some(6),
            max_heart_rate: Some(7),
            ..Self::default()
        }
    }

    /// Whether the first rows hold a number, a date and a time where those columns should be.
    fn is_confirmed(&self, table: &Table) -> bool {
        let rows = || table.rows.iter().take(ROWS_TO_CONFIRM).map(|(_, row)| row);
        let order = dates::order(rows().filter_map(|row| self.text(row, self.date)));
        let is_ours = |row: &StringRecord| {
            let id = row.get(0).is_some_and(|id| id.trim().parse::<u64>().is_ok());
            let date = self.text(row, self.date).is_some_and(|date| dates::read(date, order).is_some());
            let elapsed = self.text(row, self.elapsed).is_none_or(|cell| numbers::read(cell).is_some());
            id && date && elapsed
        };
        let fitting = rows().filter(|row| is_ours(row)).count();
        fitting > 0 && fitting * 2 > rows().count()
    }
}
