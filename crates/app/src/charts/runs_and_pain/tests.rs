use super::*;
use kneewise_types::Date;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn slot(date: &str, value: Option<f64>, advised: Option<f64>, morning: Option<u8>) -> Slot {
    Slot { date: day(date), value, advised, morning, run_pain: None, said: format!("said {date}") }
}

fn timeline(slots: Vec<Slot>) -> Timeline {
    Timeline {
        slots,
        days_a_slot: 1,
        flares: vec![],
        breaks: vec![],
        pairs: vec![],
        axis: "km per run".to_owned(),
        pain_axis: "pain, 0 to 10".to_owned(),
        label: "a <label>".to_owned(),
        notes: vec![],
        last: "today".to_owned(),
        ends_today: true,
    }
}

#[test]
fn only_what_lies_beyond_the_advised_length_is_hatched() {
    let drawn = draw(
        &timeline(vec![
            slot("2026-09-19", Some(10.0), Some(10.0), None),
            slot("2026-09-20", Some(18.0), Some(12.0), None),
            slot("2026-09-21", Some(18.0), None, None),
            slot("2026-09-22", Some(0.0), Some(12.0), None),
        ]),
        Paper::WIDE,
    );
    assert_eq!(drawn.matches("class=\"c-load\"").count(), 3, "a day without a run has no bar");
    assert_eq!(drawn.matches("class=\"c-over\"").count(), 1);
    // The band breaks where nothing is advised.
    assert_eq!(drawn.matches("class=\"c-band\"").count(), 2);
    assert!(drawn.contains("aria-label=\"a &lt;label&gt;\""));
}

#[test]
fn a_missing_morning_breaks_the_line_and_a_lone_one_is_a_point() {
    let drawn = draw(
        &timeline(vec![
            slot("2026-09-19", None, None, Some(1)),
            slot("2026-09-20", None, None, Some(2)),
            slot("2026-09-21", None, None, None),
            slot("2026-09-22", None, None, Some(3)),
            slot("2026-09-23", None, None, None),
        ]),
        Paper::WIDE,
    );
    let line = drawn.split("class=\"c-pain\" d=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!((line.matches('M').count(), line.matches('L').count()), (1, 1));
    assert_eq!(drawn.matches("class=\"c-pain-p\"").count(), 1);
}

#[test]
fn every_day_leads_to_its_page_unless_it_is_paper() {
    let line =
        timeline(vec![slot("2026-09-19", Some(5.0), None, None), slot("2026-09-20", None, None, None)]);
    assert_eq!(draw(&line, Paper::NARROW).matches("<a href=\"/day/2026-09-").count(), 2);
    assert!(!draw(&line, Paper::SHEET).contains("<a "));
}

#[test]
fn an_empty_span_still_is_a_chart() {
    let drawn = draw(&timeline(vec![]), Paper::WIDE);
    assert!(drawn.starts_with("<svg") && drawn.ends_with("</svg>"));
    assert!(!drawn.contains("NaN") && !drawn.contains("inf"));
}

mod from_a_history {
    use super::*;
    use crate::words::Voice;
    use kneewise_simulate::{Scenario, plan};
    use kneewise_types::{History, UnitSystem};
    use std::collections::BTreeMap;

    /// The demo runner, without samples: what a log alone would tell.
    fn demo() -> History {
        let life = plan(&Scenario::demo(day("2026-10-01")));
        let mut history = History::default();
        for file in
            (0..life.file_count()).filter_map(|at| life.file(at)).filter(|file| file.path.ends_with(".csv"))
        {
            let map = kneewise_import::ZoneMap::new();
            let context = kneewise_import::Context {
                content: &file.path,
                path: &file.path,
                zone: None,
                zone_map: &map,
                exercises: &[],
            };
            let Ok(imported) = kneewise_import::read(&file.bytes, &context) else { continue };
            history.symptoms.extend(imported.entries.symptoms);
            history.activities.extend(imported.activities.into_iter().map(|recorded| recorded.activity));
        }
        history
    }

    #[test]
    fn weeks_when_far_out_and_days_when_near() {
        let history = demo();
        let as_of = day("2026-10-01");
        let assessment = kneewise_analyse::assess(&history, as_of);
        let advised_m = BTreeMap::from([(day("2026-09-20"), 10_300.0)]);
        let sources = Sources {
            history: &history,
            assessment: &assessment,
            advised_m: &advised_m,
            knee_bw_s: &BTreeMap::new(),
        };
        let voice = Voice { as_of, units: UnitSystem::Metric };
        let near = gather(&sources, Span::ending(as_of, 112), Measure::Distance, &voice);
        assert_eq!((near.slots.len(), near.days_a_slot), (112, 1));
        assert_eq!(near.slots.last().unwrap().date, as_of);
        assert_eq!(near.flares.len(), 1);
        assert!(near.flares[0].is_open);
        let far = gather(&sources, Span::ending(as_of, 365), Measure::Distance, &voice);
        assert_eq!((far.slots.len(), far.days_a_slot), (53, 7));
        assert_eq!(far.slots[0].date, Span::ending(as_of, 365).from);
        let total =
            |line: &Timeline| line.slots.iter().rev().take(16).filter_map(|slot| slot.value).sum::<f64>();
        let days: f64 = near.slots.iter().filter_map(|slot| slot.value).sum();
        assert!((total(&far) - days).abs() < 1e-6, "the same runs in 16 weeks as in 112 days");
        let imperial = Voice { as_of, units: UnitSystem::Imperial };
        let miles = gather(&sources, Span::ending(as_of, 112), Measure::Distance, &imperial);
        let sum: f64 = miles.slots.iter().filter_map(|slot| slot.value).sum();
        assert!((sum * 1.609_344 - days).abs() < 1e-6);
    }
}
