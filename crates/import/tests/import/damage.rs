//! Cut and flipped text files: they may fail, they may not panic.

use kneewise_import::{Context, ZoneMap, read};
use proptest::prelude::*;

static MAP: ZoneMap = ZoneMap::new();

const GPX: &str = "<?xml version=\"1.0\"?><gpx creator=\"a\"><trk><name>A &amp; B</name><type>running</type><trkseg>\
    <trkpt lat=\"50\" lon=\"7\"><ele>1</ele><time>2026-03-01T12:00:00Z</time><extensions><x:hr>140</x:hr>\
    <x:cad>85</x:cad></extensions></trkpt><trkpt lat=\"50.001\" lon=\"7\"><time>2026-03-01T12:00:30+01:00</time>\
    </trkpt></trkseg></trk></gpx>";
const TCX: &str = "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Lap \
    StartTime=\"2026-03-01T12:00:00Z\"><TotalTimeSeconds>60</TotalTimeSeconds><DistanceMeters>200</DistanceMeters>\
    <Track><Trackpoint><Time>2026-03-01T12:00:00Z</Time><HeartRateBpm><Value>140</Value></HeartRateBpm>\
    </Trackpoint><Trackpoint><Time>2026-03-01T12:01:00Z</Time></Trackpoint></Track></Lap></Activity></Activities>\
    </TrainingCenterDatabase>";
const LOG: &str =
    "date,sport,duration_min,distance_km,rpe,start_time,note\n2026-03-01,run,45,8.2,4,07:30,\"a,\nb\"\n";
const DIARY: &str =
    "date;side;pain_before;regions;findings;other_pain\n1.3.2026;left;4;AROUND_PATELLA;-F10;SHIN:4\n";
const TABLE: &str = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,\
    Filename,Elapsed Time,Distance\n1,\"Apr 28, 2018, 2:15:35 PM\",Run,Run,,74,\"0,33\",activities/1.gpx,75.0,330\n";
const PROFILE: &str =
    "sex = \"female\"\nmass_kg = 64\nprevious_knee_injury = [{ side = \"left\", from = 2019-03-01 }]\n";

fn attempt(bytes: &[u8]) {
    let context =
        Context { content: "0123456789abcdef", path: "a file", zone: None, exercises: &[], zone_map: &MAP };
    if let Err(error) = read(bytes, &context) {
        let text = error.to_string();
        assert!(!text.is_empty() && !text.contains('\n'), "{text}");
    }
}

#[test]
fn every_cut_of_every_format() {
    for document in [GPX, TCX, LOG, DIARY, TABLE, PROFILE] {
        for end in 0..=document.len() {
            attempt(&document.as_bytes()[..end]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn flips_and_insertions(
        which in 0..6_usize,
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<bool>()), 1..6),
    ) {
        let mut bytes = [GPX, TCX, LOG, DIARY, TABLE, PROFILE][which].as_bytes().to_vec();
        for (at, byte, is_inserted) in edits {
            let at = at.index(bytes.len());
            if is_inserted {
                bytes.insert(at, byte);
            } else {
                bytes[at] = byte;
            }
        }
        attempt(&bytes);
    }
}
