//! Two imports at once, one of which changes the profile's time zone: in whatever order they go on and end, every assumed
//! day is that of the zone that is kept, and no outing is lost or doubled.

use super::{Counts, Job, Reader, import};
use jiff::tz::TimeZone;
use kneewise_store::{ActivityFilter, DatabaseUrl, Store};
use kneewise_types::{Activity, OffsetOrigin, Sport};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

/// With their walks more than a batch holds.
const RUNS: u32 = 240;
const OLD: &str = "Asia/Tokyo";
const NEW: &str = "America/Los_Angeles";
const OTHER: &str = "Europe/Berlin";

/// A folder of files and a database beside it.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn database(&self) -> DatabaseUrl {
        DatabaseUrl::file(&self.path("kneewise.db"))
    }

    #[expect(clippy::disallowed_methods, reason = "a test writes its files")]
    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    fn zone(&self, name: &str) -> PathBuf {
        self.write(&format!("{}.toml", name.replace('/', "-")), &format!("time_zone = \"{name}\"\n"))
    }

    /// Runs of the numbers, one a day, without a place; of every fifth a log tells too.
    fn runs(&self, folder: &str, numbers: std::ops::Range<u32>) -> PathBuf {
        for number in numbers {
            self.write(&format!("{folder}/{number:04}.tcx"), &run(number));
            if number % 5 == 0 {
                let row = format!("{},walk,30,12:00", day(number));
                self.write(
                    &format!("{folder}/{number:04}.csv"),
                    &format!("date,sport,duration_min,start_time\n{row}\n"),
                );
            }
        }
        self.path(folder)
    }

    fn import(&self, paths: &[PathBuf], counts: &Counts) {
        let (database, stop) = (self.database(), AtomicBool::new(false));
        let job = Job { paths, base: None, database: &database, stop: &stop, has_progress: false, counts };
        let summary = import(&job).unwrap();
        assert!(summary.unusable.is_empty(), "{:?}", summary.unusable);
    }

    fn alone(&self, path: &Path) {
        self.import(&[path.to_path_buf()], &Counts::default());
    }

    /// The second import begins once the first has kept so many files.
    fn beside(&self, first: &Path, kept: u64, second: &Path) {
        let counts = Counts::default();
        std::thread::scope(|scope| {
            let running = scope.spawn(|| self.import(&[first.to_path_buf()], &counts));
            while counts.read().0 < kept && !running.is_finished() {
                std::thread::sleep(Duration::from_millis(1));
            }
            self.alone(second);
            running.join().unwrap();
        });
    }

    /// Every outing lies in the zone that the profile has now; returns its name.
    fn check(&self, outings: usize, what: &str) -> String {
        let store = Store::open(&self.database()).unwrap();
        let profile = store.profile().unwrap();
        let zone = Reader::of_profile(&profile).zone.unwrap();
        let name = profile.time_zone.unwrap();
        let kept = store.list_activities(&ActivityFilter::default()).unwrap();
        let astray: Vec<&Activity> = kept.iter().filter(|one| !is_of(&zone, one)).collect();
        assert!(astray.is_empty(), "{what}: {} not in {name}, {:?}", astray.len(), astray.first());
        assert_eq!(kept.len(), outings, "{what}");
        name
    }
}

fn day(number: u32) -> jiff::civil::Date {
    jiff::civil::date(2024, 1, 1).saturating_add(jiff::Span::new().days(number))
}

/// Half past ten at night in Greenwich: the zone decides the day.
fn run(number: u32) -> String {
    let day = day(number);
    let points: String = (0..4)
        .map(|minute| {
            format!(
                "<Trackpoint><Time>{day}T22:3{minute}:00Z</Time><DistanceMeters>{}</DistanceMeters></Trackpoint>",
                minute * 180
            )
        })
        .collect();
    format!(
        "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>{day}T22:30:00Z</Id>\
         <Lap StartTime=\"{day}T22:30:00Z\"><TotalTimeSeconds>180</TotalTimeSeconds><DistanceMeters>540</DistanceMeters>\
         <Track>{points}</Track></Lap></Activity></Activities></TrainingCenterDatabase>"
    )
}

/// Whether its day is that of the zone; walks were logged at noon.
fn is_of(zone: &TimeZone, one: &Activity) -> bool {
    let offset = zone.to_offset(one.start);
    let local = offset.to_datetime(one.start);
    one.offset_origin == OffsetOrigin::Profile
        && one.utc_offset_s == offset.seconds()
        && one.local_date == local.date()
        && (one.sport != Sport::Walk || local.hour() == 12)
}

/// Runs and walks of the numbers.
fn outings(runs: u32) -> usize {
    usize::try_from(runs + runs.div_ceil(5)).unwrap()
}

#[test]
fn a_zone_that_changes_beside_an_import_is_that_of_every_outing() {
    for (before, kept) in [(OLD, 0), (OLD, 1), (OLD, 257), (OLD, u64::MAX), ("", 1), ("", u64::MAX)] {
        let place = Place::new();
        if !before.is_empty() {
            place.alone(&place.zone(before));
        }
        let runs = place.runs("runs", 0..RUNS);
        place.beside(&runs, kept, &place.zone(NEW));
        assert_eq!(place.check(outings(RUNS), &format!("{before:?} changed after {kept} files")), NEW);
    }
}

#[test]
fn an_import_beside_the_reading_again_is_in_the_new_zone_too() {
    const BEFORE: u32 = 60;
    for kept in [0, 1] {
        let place = Place::new();
        place.alone(&place.zone(OLD));
        place.alone(&place.runs("before", 0..BEFORE));
        let more = place.runs("more", BEFORE..BEFORE + 20);
        place.beside(&place.zone(NEW), kept, &more);
        assert_eq!(place.check(outings(BEFORE + 20), &format!("more after {kept} files")), NEW);
    }
}

#[test]
fn of_two_changes_at_once_the_one_that_is_kept_is_that_of_every_outing() {
    for kept in [0, 1] {
        let place = Place::new();
        place.alone(&place.zone(OLD));
        place.alone(&place.runs("before", 0..2 * RUNS));
        place.beside(&place.zone(NEW), kept, &place.zone(OTHER));
        place.check(outings(2 * RUNS), &format!("two changes, the second after {kept} files"));
    }
}
