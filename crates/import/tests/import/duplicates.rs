//! Properties of grouping and merging: the order of the input means nothing.

use kneewise_import::{Context, Recorded, ZoneMap, duplicates, read_csv};
use kneewise_types::{
    Activity, BeatsPerMinute, Metres, OffsetOrigin, Quality, Rpe, Samples, Seconds, SourceKind, Sport,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

static MAP: ZoneMap = ZoneMap::new();

const KINDS: [SourceKind; 5] =
    [SourceKind::Fit, SourceKind::Tcx, SourceKind::Gpx, SourceKind::ExportTable, SourceKind::Log];

/// What is drawn at random of one source.
#[derive(Debug, Clone)]
struct Drawn {
    kind: usize,
    content: u8,
    part: u32,
    outing: u8,
    shift_s: i8,
    stretch: u8,
    has: [bool; 6],
}

fn drawn() -> impl Strategy<Value = Drawn> {
    (0..5_usize, 0..5_u8, 0..3_u32, 0..4_u8, -100..100_i8, 0..8_u8, any::<[bool; 6]>()).prop_map(
        |(kind, content, part, outing, shift_s, stretch, has)| Drawn {
            kind,
            content,
            part,
            outing,
            shift_s,
            stretch,
            has,
        },
    )
}

fn blank() -> Activity {
    let context =
        Context { content: "0123456789abcdef", path: "a log", zone: None, exercises: &[], zone_map: &MAP };
    let log = b"date,sport,duration_min\n2026-03-01,run,60\n";
    read_csv(log, &context).unwrap().activities.remove(0).activity
}

/// Outings lie some hours apart on two days; the sources of one differ a little or much.
fn recorded(drawn: &Drawn) -> Recorded {
    let mut activity = blank();
    let kind = KINDS[drawn.kind];
    let hours = [7, 9, 18, 31][usize::from(drawn.outing)];
    let shift = jiff::SignedDuration::from_secs(hours * 3600 + i64::from(drawn.shift_s) - 12 * 3600);
    activity.start += shift;
    activity.is_start_exact = kind != SourceKind::Log || drawn.has[5];
    activity.local_date = kneewise_types::local_date(activity.start, 0);
    activity.elapsed = Seconds::new(3600.0 + f64::from(drawn.stretch) * 20.0).unwrap();
    activity.sport = if drawn.stretch == 7 { Sport::TrailRun } else { Sport::Run };
    activity.distance =
        drawn.has[0].then(|| Metres::new(10_000.0 + f64::from(drawn.stretch) * 50.0).unwrap());
    activity.mean_heart_rate =
        drawn.has[1].then(|| BeatsPerMinute::new(140.0 + f64::from(drawn.stretch)).unwrap());
    activity.session_rpe = drawn.has[2].then(|| Rpe::new(f64::from(drawn.stretch)).unwrap());
    activity.description = drawn.has[3].then(|| format!("felt {}", drawn.stretch));
    let is_known = drawn.has[4];
    activity.offset_origin = if is_known { OffsetOrigin::Coordinates } else { OffsetOrigin::Assumed };
    // One part of one content is one source, so its kind and place follow from its name.
    let content = format!("{}{}", drawn.kind, drawn.content);
    activity.id.0 = format!("{content}-{}", drawn.part);
    activity.sources[0].kind = kind;
    activity.sources[0].content = content;
    activity.sources[0].part = drawn.part;
    let mut samples = Samples::default();
    if matches!(kind, SourceKind::Fit | SourceKind::Tcx | SourceKind::Gpx) {
        samples.time_ms = (0..u32::from(drawn.stretch) + 1).map(|second| second * 1000).collect();
        if drawn.stretch == 6 {
            activity.quality.push(Quality::Truncated { at_s: 6.0 });
        }
    }
    Recorded { activity, samples }
}

/// Sources with names of their own, as the store keeps them.
fn sources(drawn: &[Drawn]) -> Vec<Recorded> {
    let mut seen = BTreeSet::new();
    let all = drawn.iter().map(recorded);
    all.filter(|one| seen.insert(one.activity.id.clone())).collect()
}

fn groups(recorded: &[Recorded]) -> BTreeSet<BTreeSet<String>> {
    let activities: Vec<&Activity> = recorded.iter().map(|one| &one.activity).collect();
    let named = |at: &usize| activities[*at].id.0.clone();
    duplicates::group(&activities).iter().map(|members| members.iter().map(named).collect()).collect()
}

/// What orders whole sources when they merge; a broken one has no place in this order.
fn richness(recorded: &Recorded) -> Option<SourceKind> {
    let is_broken = recorded.activity.quality.iter().any(|flag| matches!(flag, Quality::Truncated { .. }));
    (!is_broken).then_some(recorded.activity.sources[0].kind)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn groups_do_not_depend_on_the_order(
        (drawn, shuffled) in prop::collection::vec(drawn(), 0..14)
            .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        // Only one of several draws of one name is kept, so the names decide the same in both orders.
        let kept = sources(&drawn);
        let order: Vec<_> = sources(&shuffled).into_iter().map(|one| one.activity.id).collect();
        let mut reordered = kept.clone();
        reordered.sort_by_key(|one| order.iter().position(|id| *id == one.activity.id));
        prop_assert_eq!(groups(&kept), groups(&reordered));
    }

    #[test]
    fn every_source_is_in_one_group_and_no_content_twice(all in prop::collection::vec(drawn(), 0..14)) {
        let kept = sources(&all);
        let activities: Vec<&Activity> = kept.iter().map(|one| &one.activity).collect();
        let groups = duplicates::group(&activities);
        let mut members: Vec<usize> = groups.iter().flatten().copied().collect();
        members.sort_unstable();
        prop_assert_eq!(members, (0..kept.len()).collect::<Vec<_>>());
        for group in groups {
            let contents: BTreeSet<&str> =
                group.iter().map(|at| activities[*at].sources[0].content.as_str()).collect();
            prop_assert_eq!(contents.len(), group.len());
        }
    }

    #[test]
    fn merging_does_not_depend_on_the_order(
        (all, shuffled) in prop::collection::vec(drawn(), 1..6)
            .prop_map(|all| sources(&all))
            .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        prop_assert_eq!(duplicates::merge(all), duplicates::merge(shuffled));
    }

    #[test]
    fn merging_with_itself_changes_nothing(one in drawn()) {
        let one = recorded(&one);
        prop_assert_eq!(&duplicates::merge(vec![one.clone()]), &one);
        prop_assert_eq!(duplicates::merge(vec![one.clone(), one.clone()]), one);
    }

    #[test]
    fn a_richer_or_poorer_newcomer_may_come_later(a in drawn(), b in drawn(), c in drawn()) {
        let all = sources(&[a, b, c]);
        let [a, b, c] = all.as_slice() else { return Ok(()) };
        let (Some(a_kind), Some(b_kind), Some(c_kind)) = (richness(a), richness(b), richness(c)) else {
            return Ok(());
        };
        if (a_kind.min(b_kind)..=a_kind.max(b_kind)).contains(&c_kind) {
            return Ok(());
        }
        let first = duplicates::merge(vec![a.clone(), b.clone()]);
        prop_assert_eq!(duplicates::merge(vec![first, c.clone()]), duplicates::merge(all));
    }
}
