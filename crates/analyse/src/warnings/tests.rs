use super::*;
use crate::calendar::day;
use kneewise_types::symptom::FindingCode;
use kneewise_types::{FindingAnswer, Metres, PainScore, Swelling, SymptomEntry};

fn entry(date: &str) -> SymptomEntry {
    SymptomEntry::empty(day(date), Side::Left)
}

fn morning(date: &str, points: u8) -> SymptomEntry {
    SymptomEntry { pain_morning: PainScore::new(points).ok(), ..entry(date) }
}

fn run(date: &str, onset_m: Option<f64>) -> SymptomEntry {
    SymptomEntry {
        pain_during_max: PainScore::new(if onset_m.is_some() { 2 } else { 0 }).ok(),
        pain_onset: onset_m.and_then(|at| Metres::new(at).ok()),
        ..entry(date)
    }
}

fn stairs(date: &str, is_present: bool) -> SymptomEntry {
    let answer = FindingAnswer { code: FindingCode::PainStairsDown, is_present };
    SymptomEntry { findings: vec![answer], ..entry(date) }
}

fn raised(symptoms: Vec<SymptomEntry>, as_of: &str) -> Vec<EarlyWarning> {
    early_warnings(&History { symptoms, ..History::default() }, day(as_of))
}

#[test]
fn two_mornings_above_the_usual_one_warn_and_one_does_not() {
    let usual: Vec<_> = ["2026-03-01", "2026-03-02", "2026-03-03"].map(|date| morning(date, 1)).into();
    let with = |points: &[(&str, u8)]| {
        usual.iter().cloned().chain(points.iter().map(|(date, points)| morning(date, *points))).collect()
    };
    assert!(raised(with(&[("2026-03-04", 2), ("2026-03-05", 1)]), "2026-03-05").is_empty());
    assert!(
        raised(vec![morning("2026-03-04", 2), morning("2026-03-05", 2)], "2026-03-05").is_empty(),
        "no usual one"
    );
    assert!(raised(with(&[("2026-03-04", 2), ("2026-03-08", 2)]), "2026-03-08").is_empty(), "too far apart");
    let found = raised(with(&[("2026-03-04", 2), ("2026-03-05", 2)]), "2026-03-07");
    assert_eq!(found.len(), 1);
    assert!(found[0].is_active);
    assert_eq!(
        found[0].fact,
        WarningFact::MorningsAboveUsual {
            first: day("2026-03-04"),
            first_points: 2,
            second: day("2026-03-05"),
            second_points: 2,
            baseline: 1.0
        }
    );
    let later = raised(with(&[("2026-03-04", 2), ("2026-03-05", 2)]), "2026-03-08");
    assert!(!later[0].is_active, "48 hours are over");
}

#[test]
fn pain_that_starts_earlier_in_two_runs_warns() {
    let km = |a: Option<f64>, b, c| {
        raised(vec![run("2026-03-01", a), run("2026-03-03", b), run("2026-03-05", c)], "2026-03-05")
    };
    let found = km(Some(8_000.0), Some(6_000.0), Some(4_000.0));
    assert_eq!(
        found.iter().map(|warning| warning.fact.kind()).collect::<Vec<_>>(),
        [WarningKind::EarlierOnset]
    );
    assert_eq!(km(None, Some(6_000.0), Some(4_000.0)).len(), 1, "a run without pain is later than any");
    assert!(km(Some(8_000.0), Some(6_000.0), Some(5_800.0)).is_empty(), "as far as before");
    assert!(km(Some(8_000.0), Some(9_000.0), Some(4_000.0)).is_empty(), "once is not twice");
}

#[test]
fn swelling_warns_and_days_close_together_are_one_warning() {
    let swollen = |date, swelling| SymptomEntry { swelling: Some(swelling), ..entry(date) };
    let days = vec![
        swollen("2026-03-01", Swelling::None),
        swollen("2026-03-04", Swelling::Slight),
        swollen("2026-03-08", Swelling::Slight),
        swollen("2026-03-20", Swelling::Clear),
    ];
    let found = raised(days, "2026-03-20");
    let spans: Vec<_> =
        found.iter().map(|warning| (warning.since, warning.last, warning.is_active)).collect();
    let expected = [("2026-03-04", "2026-03-08", false), ("2026-03-20", "2026-03-20", true)];
    assert_eq!(spans, expected.map(|(since, last, active)| (day(since), day(last), active)));
}

#[test]
fn stairs_warn_once_they_were_free_of_pain() {
    assert!(raised(vec![stairs("2026-03-01", true)], "2026-03-01").is_empty());
    let found = raised(vec![stairs("2026-03-01", false), stairs("2026-03-09", true)], "2026-03-09");
    let fact = WarningFact::StairsBack { date: day("2026-03-09"), free_on: day("2026-03-01") };
    assert_eq!(found.into_iter().map(|warning| warning.fact).collect::<Vec<_>>(), [fact]);
}

#[test]
fn days_of_a_flare_warn_of_nothing_and_an_open_one_ends_the_alarm() {
    let quiet = ["2026-02-26", "2026-02-27", "2026-02-28"].map(|date| morning(date, 0));
    let early = quiet.into_iter().chain([morning("2026-03-03", 1), morning("2026-03-04", 1)]);
    let flare = |date| SymptomEntry {
        pain_during_max: PainScore::new(6).ok(),
        swelling: Some(Swelling::Slight),
        ..entry(date)
    };
    let found = raised(early.chain([flare("2026-03-05")]).collect(), "2026-03-05");
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].fact.kind(), found[0].is_active), (WarningKind::Morning, false));
}
