use super::*;
use crate::source::{Origin, blank, in_test};
use kneewise_types::{Metres, Seconds, SourceKind, Sport};

/// A row of the content `content`: minutes, and the start if it tells one.
fn row(content: &str, part: u32, minutes: f64, start: Option<&str>) -> Activity {
    in_test(|context| {
        let context = crate::Context { content, ..*context };
        let origin = Origin { kind: SourceKind::Log, part, context: &context };
        let at = format!("2026-03-01T{}Z", start.unwrap_or("12:00:00")).parse().unwrap();
        let mut activity = blank(&origin, at, Seconds::from_min(minutes).unwrap(), Sport::Run);
        activity.is_start_exact = start.is_some();
        activity.distance = Metres::from_km(minutes / 6.0).ok();
        activity
    })
}

/// The editions of one file are named a, b, c in order; lines logged by hand begin with `log`.
fn edition(activity: &Activity) -> Option<Edition> {
    let content = activity.sources[0].content.as_str();
    let place = usize::from(*content.as_bytes().last()?);
    Some(Edition {
        file: usize::from(content.starts_with("log")),
        place,
        is_logged: content.starts_with("log"),
    })
}

fn pairs(rows: &[Activity]) -> Vec<(usize, usize)> {
    let mut found = replaced(&rows.iter().collect::<Vec<_>>(), edition);
    found.sort_unstable();
    found
}

#[test]
fn an_edited_duration_replaces_the_earlier_one() {
    assert_eq!(pairs(&[row("a", 0, 30.0, None), row("b", 0, 35.0, None)]), [(0, 1)]);
    assert_eq!(pairs(&[row("b", 0, 35.0, None), row("a", 0, 30.0, None)]), [(1, 0)]);
}

#[test]
fn three_editions_give_one_outing() {
    let rows = [row("a", 0, 30.0, None), row("b", 4, 35.0, None), row("c", 2, 36.0, None)];
    assert_eq!(pairs(&rows), [(0, 2), (1, 2)]);
}

#[test]
fn two_runs_of_one_day_stay_two() {
    let rows =
        [row("a", 0, 30.0, None), row("a", 1, 50.0, None), row("b", 0, 30.0, None), row("b", 1, 55.0, None)];
    assert_eq!(pairs(&rows), [(0, 2), (1, 3)]);
}

#[test]
fn a_run_added_before_another_of_its_day_does_not_take_its_place() {
    let rows = [row("a", 0, 30.0, None), row("b", 0, 20.0, None), row("b", 1, 30.0, None)];
    assert_eq!(pairs(&rows), [(0, 2)]);
}

#[test]
fn a_row_that_a_later_edition_lacks_stays() {
    let rows = [row("a", 0, 30.0, None), row("a", 1, 50.0, None), row("b", 0, 50.0, None)];
    assert_eq!(pairs(&rows), [(1, 2)]);
}

#[test]
fn a_start_time_tells_two_outings_apart_and_may_be_added_later() {
    let both = [row("a", 0, 30.0, Some("07:00:00")), row("b", 0, 30.0, Some("18:00:00"))];
    assert_eq!(pairs(&both), []);
    let same = [row("a", 0, 30.0, Some("07:00:00")), row("b", 3, 44.0, Some("07:00:00"))];
    assert_eq!(pairs(&same), [(0, 1)]);
    let added = [row("a", 0, 30.0, None), row("b", 0, 30.0, Some("18:00:00"))];
    assert_eq!(pairs(&added), [(0, 1)]);
}

#[test]
fn another_day_sport_or_file_is_another_outing() {
    let first = row("a", 0, 30.0, None);
    let mut ride = row("b", 0, 30.0, None);
    ride.sport = Sport::Ride;
    let mut next_day = row("b", 0, 30.0, None);
    next_day.local_date = next_day.local_date.tomorrow().unwrap();
    assert_eq!(pairs(&[first.clone(), ride]), []);
    assert_eq!(pairs(&[first.clone(), next_day]), []);
    assert_eq!(pairs(&[first.clone(), row("log1", 0, 35.0, None)]), []);
    let mut trail = row("b", 0, 35.0, None);
    trail.sport = Sport::TrailRun;
    assert_eq!(pairs(&[first, trail]), [(0, 1)], "a run on a trail is a run that was told better");
}

#[test]
fn lines_logged_by_hand_replace_each_other_only_at_the_same_time() {
    assert_eq!(pairs(&[row("log1", 0, 30.0, None), row("log2", 0, 35.0, None)]), []);
    let timed = [row("log1", 0, 30.0, Some("07:00:00")), row("log2", 0, 35.0, Some("07:00:00"))];
    assert_eq!(pairs(&timed), [(0, 1)]);
}

#[test]
fn a_replaced_row_follows_the_newest_and_not_a_recording_of_its_own() {
    let mut recording = row("f", 0, 30.0, Some("07:00:00"));
    recording.sources[0].kind = SourceKind::Fit;
    let all = [row("a", 0, 30.0, None), row("b", 0, 60.0, None), recording];
    let activities: Vec<&Activity> = all.iter().collect();
    let replaced = [(0, 1)];
    let groups = crate::duplicates::group_editions(&activities, &replaced);
    assert_eq!(groups, [vec![0, 1], vec![2]], "the edited row no longer agrees with the recording");
    let alone = crate::duplicates::group(&activities);
    assert_eq!(alone, [vec![0, 2], vec![1]], "without the edition it did");
}
