//! The small chart: distance of each week as bars, the worst pain of the week below.

use super::paint::{Ink, Page};
use crate::words::Voice;
use crate::words::numbers::MONTHS_SHORT;
use kneewise_types::assessment::Assessment;
use kneewise_types::{Date, UnitSystem};

const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Columns before the chart.
const LABEL: usize = 12;
/// Columns of the words after it.
const AFTER: usize = 16;
const COLUMNS_A_WEEK: usize = 2;
const MOST_WEEKS: usize = 26;
/// Later in its first month there is no room for that month's name before the next.
const FIRST_LABEL_UNTIL: i8 = 17;
/// Fewer weeks with a run than this are not worth a chart.
const LEAST_WEEKS: usize = 3;

/// Seven days that end on the day asked, or 7, 14, … days before.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Week {
    end: Date,
    /// `None` when no day of it is known.
    distance_m: Option<f64>,
    /// Worst pain entered; `None` without an entry.
    pain: Option<u8>,
}

/// Draws the chart when there are enough weeks and columns for it.
pub fn draw(page: &mut Page<'_>, assessment: &Assessment, voice: &Voice) {
    let room = page.style.columns().saturating_sub(LABEL + AFTER) / COLUMNS_A_WEEK;
    let weeks = weeks(assessment, room.min(MOST_WEEKS));
    let largest = weeks.iter().filter_map(|week| week.distance_m).fold(0.0, f64::max);
    if !page.style.bars
        || weeks.iter().filter(|w| w.distance_m.is_some_and(|m| m > 0.0)).count() < LEAST_WEEKS
    {
        return;
    }
    page.gap();
    let bars: String = weeks.iter().map(|week| format!("{} ", bar(week.distance_m, largest))).collect();
    let most = format!("most {}", voice.distance(largest)).replace('\u{a0}', " ");
    let style = *page.style;
    page.line(&format!(
        "{}{bars} {}",
        label(match voice.units {
            UnitSystem::Metric => "km a week",
            UnitSystem::Imperial => "mi a week",
        }),
        style.paint(Ink::Quiet, &most)
    ));
    if weeks.iter().any(|week| week.pain.is_some()) {
        let digits: String = weeks.iter().map(|week| format!("{:<2}", pain(week.pain))).collect();
        let worst = weeks.iter().filter_map(|week| week.pain).max().unwrap_or(0);
        let after = style.paint(Ink::Quiet, &format!("most {worst} of 10"));
        page.line(&format!("{}{} {after}", label("worst pain"), style.paint(Ink::Pain, &digits)));
    }
    page.line(&style.paint(Ink::Quiet, &format!("{}{}", label(""), months(&weeks))));
}

fn label(text: &str) -> String {
    format!("{text:<LABEL$}")
}

fn weeks(assessment: &Assessment, number: usize) -> Vec<Week> {
    let mut weeks: Vec<Week> = (0..number)
        .filter_map(|back| {
            let days = i64::try_from(back).ok()?.checked_mul(7)?;
            let end = assessment.as_of.checked_sub(jiff::Span::new().days(days)).ok()?;
            Some(week(assessment, end))
        })
        .collect();
    weeks.reverse();
    let first = weeks.iter().position(|week| week.distance_m.is_some() || week.pain.is_some());
    weeks.split_off(first.unwrap_or(weeks.len()))
}

fn week(assessment: &Assessment, end: Date) -> Week {
    let before = end.checked_sub(jiff::Span::new().days(7)).unwrap_or(Date::MIN);
    let is_inside = |date: Date| before < date && date <= end;
    let known: Vec<f64> = assessment
        .working
        .load_days
        .iter()
        .filter(|day| is_inside(day.date))
        .filter_map(|day| day.running_distance_m)
        .collect();
    let pain = assessment
        .working
        .pain_days
        .iter()
        .filter(|day| is_inside(day.date) && assessment.side.is_none_or(|side| side == day.side))
        .map(|day| day.points)
        .max();
    Week { end, distance_m: (!known.is_empty()).then(|| known.iter().sum()), pain }
}

/// `_` for a week at rest, `·` for a week nothing is known of.
fn bar(distance_m: Option<f64>, largest: f64) -> char {
    match distance_m {
        None => '·',
        Some(m) if m <= 0.0 => '_',
        Some(m) => {
            let eighths = (m / largest * 8.0).ceil().clamp(1.0, 8.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "clamped to 1..8 above"
            )]
            let at = eighths as usize - 1;
            BARS.get(at).copied().unwrap_or('█')
        }
    }
}

fn pain(points: Option<u8>) -> String {
    points.map_or_else(|| "·".to_owned(), |points| points.to_string())
}

/// The name of a month below the first week that ends in it.
fn months(weeks: &[Week]) -> String {
    let mut line = String::new();
    let mut last = None;
    for (at, week) in weeks.iter().enumerate() {
        let column = at * COLUMNS_A_WEEK;
        let month = week.end.month();
        if last != Some(month)
            && (last.is_some() || week.end.day() <= FIRST_LABEL_UNTIL)
            && line.chars().count() <= column
        {
            let name = usize::try_from(month - 1).ok().and_then(|at| MONTHS_SHORT.get(at)).unwrap_or(&"");
            line.push_str(&" ".repeat(column.saturating_sub(line.chars().count())));
            line.push_str(name);
        }
        last = Some(month);
    }
    line
}
