use super::example::{content, date, profile, shoe, strength, symptom, wellness};
use super::place::everywhere;
use kneewise_store::{Entry, EntryCounts, EntryOrigin, Store};
use kneewise_types::{
    FindingAnswer, History, PainScore, Profile, RedFlagQuestion, ScreenAnswer, Shoe, Side, SymptomEntry,
    TestId, TestResult, TestSide, WellnessEntry, symptom::FindingCode,
};

const FILE: EntryOrigin = EntryOrigin::File { modified: None };

fn logged(at: &str) -> EntryOrigin {
    EntryOrigin::Logged { at: at.parse().unwrap() }
}

fn modified(at: &str) -> EntryOrigin {
    EntryOrigin::File { modified: Some(at.parse().unwrap()) }
}

fn keep(store: &mut Store, name: &str, origin: EntryOrigin, entries: &[Entry]) -> EntryCounts {
    store.write(|batch| batch.keep_entries(&content(name), origin, entries)).unwrap()
}

fn screen(is_yes: bool) -> ScreenAnswer {
    ScreenAnswer {
        date: date("2026-03-01"),
        side: Side::Left,
        question: RedFlagQuestion::R4,
        is_yes,
        by: None,
    }
}

fn knee_to_wall(value: f64) -> TestResult {
    TestResult {
        date: date("2026-03-01"),
        test: TestId::KneeToWall,
        side: TestSide::Left,
        value,
        pain: PainScore::new(1).ok(),
    }
}

#[test]
fn every_entry_comes_back_as_it_went_in() {
    everywhere(|place| {
        let mut store = place.open();
        let empty = SymptomEntry::empty(date("2026-03-01"), Side::Right);
        let all = [
            Entry::Profile(profile()),
            Entry::Symptom(symptom()),
            Entry::Symptom(empty.clone()),
            Entry::Screen(screen(true)),
            Entry::Wellness(wellness("2026-03-01")),
            Entry::Shoe(shoe()),
            Entry::Shoe(Shoe::named("Old pair".to_owned())),
            Entry::Test(knee_to_wall(9.5)),
            Entry::Strength(strength(10)),
        ];
        let counts = keep(&mut store, "aa", FILE, &all);
        let expected = EntryCounts {
            profile: 1,
            symptoms: 2,
            screen: 1,
            wellness: 1,
            shoes: 2,
            tests: 1,
            strength: 1,
            ..EntryCounts::default()
        };
        assert_eq!(counts, expected);
        assert_eq!(
            store.history().unwrap(),
            History {
                profile: profile(),
                activities: Vec::new(),
                symptoms: vec![symptom(), empty],
                screen: vec![screen(true)],
                wellness: vec![wellness("2026-03-01")],
                shoes: vec![shoe(), Shoe::named("Old pair".to_owned())],
                tests: vec![knee_to_wall(9.5)],
                strength: vec![strength(10)],
                ..History::default()
            }
        );
        assert_eq!(keep(&mut store, "aa", FILE, &all), EntryCounts::default(), "the same content again");
        assert_eq!(
            keep(&mut store, "bb", FILE, &all),
            EntryCounts::default(),
            "the same rows in another file"
        );
        assert_eq!(store.history().unwrap().strength, [strength(10)]);
    });
}

fn pains(morning: Option<u8>, before: Option<u8>) -> SymptomEntry {
    SymptomEntry {
        pain_morning: morning.and_then(|points| PainScore::new(points).ok()),
        pain_before: before.and_then(|points| PainScore::new(points).ok()),
        ..SymptomEntry::empty(date("2026-03-01"), Side::Left)
    }
}

#[test]
fn the_order_of_imports_changes_nothing() {
    let grown = [
        Entry::Symptom(pains(Some(4), None)),
        Entry::Symptom(SymptomEntry::empty(date("2026-04-01"), Side::Left)),
        Entry::Strength(strength(8)),
        Entry::Strength(strength(8)),
    ];
    let told: [(&str, EntryOrigin, &[Entry]); 5] = [
        ("ff", FILE, &[Entry::Symptom(pains(Some(1), Some(1))), Entry::Strength(strength(5))]),
        ("aa", FILE, &grown),
        ("11", logged("2026-03-01T18:00:00Z"), &[Entry::Symptom(pains(None, Some(6)))]),
        (
            "22",
            logged("2026-03-01T07:00:00Z"),
            &[Entry::Symptom(pains(None, Some(7))), Entry::Strength(strength(8))],
        ),
        ("33", logged("2026-03-01T07:00:01Z"), &[Entry::Strength(strength(12))]),
    ];
    everywhere(|place| {
        let mut store = place.open();
        for turn in 0..told.len() {
            store.erase().unwrap();
            for at in 0..told.len() {
                let (name, origin, entries) = told[(at + turn) % told.len()];
                keep(&mut store, name, origin, entries);
            }
            let history = store.history().unwrap();
            // The diary that reaches further says 4; the later of two logged lines says 6.
            assert_eq!(history.symptoms[0], pains(Some(4), Some(6)), "turn {turn}");
            // The longer file's sets, and the logged ones that it does not hold.
            assert_eq!(history.strength, [strength(8), strength(8), strength(12)], "turn {turn}");
        }
    });
}

#[test]
fn a_corrected_file_counts_by_the_time_it_was_modified() {
    everywhere(|place| {
        let mut store = place.open();
        let of_mass =
            |kilograms| Profile { mass: kneewise_types::Kilograms::new(kilograms).ok(), ..profile() };
        for (name, kilograms, at) in
            [("aa", 66.0, "2026-03-02T00:00:00Z"), ("ff", 65.0, "2026-03-01T00:00:00Z")]
        {
            keep(&mut store, name, modified(at), &[Entry::Profile(of_mass(kilograms))]);
        }
        assert_eq!(store.history().unwrap().profile, of_mass(66.0));
    });
}

#[test]
fn what_a_later_row_leaves_out_stays() {
    everywhere(|place| {
        let mut store = place.open();
        let answer = |code, is_present| FindingAnswer { code, is_present };
        let swollen = answer(FindingCode::SwellingVisible, true);
        let not_swollen = answer(FindingCode::SwellingVisible, false);
        let catching = answer(FindingCode::CatchingOrLocking, true);
        let first = SymptomEntry { findings: vec![swollen, catching], ..symptom() };
        let second = SymptomEntry { findings: vec![not_swollen], ..pains(None, Some(9)) };
        keep(&mut store, "aa", logged("2026-03-01T07:00:00Z"), &[Entry::Symptom(first.clone())]);
        keep(&mut store, "bb", logged("2026-03-01T08:00:00Z"), &[Entry::Symptom(second)]);
        let expected = SymptomEntry {
            pain_before: PainScore::new(9).ok(),
            findings: vec![catching, not_swollen],
            ..first
        };
        assert_eq!(store.history().unwrap().symptoms, [expected]);

        let slept = WellnessEntry { sleep_h: Some(5.0), mood: None, ..wellness("2026-03-01") };
        keep(&mut store, "cc", logged("2026-03-01T07:00:00Z"), &[Entry::Wellness(wellness("2026-03-01"))]);
        keep(&mut store, "dd", logged("2026-03-01T08:00:00Z"), &[Entry::Wellness(slept.clone())]);
        let expected = WellnessEntry { mood: wellness("2026-03-01").mood, ..slept };
        assert_eq!(store.history().unwrap().wellness, [expected]);
    });
}

#[test]
fn trials_of_one_test_and_equal_sets_are_all_kept() {
    everywhere(|place| {
        let mut store = place.open();
        let trials = [9.0, 9.5, 9.0].map(|value| Entry::Test(knee_to_wall(value)));
        keep(&mut store, "aa", FILE, &trials);
        let sets = [strength(10), strength(10), strength(8)].map(Entry::Strength);
        keep(&mut store, "bb", FILE, &sets);
        keep(&mut store, "cc", logged("2026-03-02T00:00:00Z"), &[Entry::Screen(screen(true))]);
        keep(&mut store, "dd", logged("2026-03-02T00:00:01Z"), &[Entry::Screen(screen(false))]);
        let history = store.history().unwrap();
        assert_eq!(history.tests, [9.0, 9.5, 9.0].map(knee_to_wall));
        assert_eq!(history.strength, [strength(10), strength(10), strength(8)]);
        assert_eq!(history.screen, [screen(false)]);
    });
}

#[test]
fn a_name_of_any_length_is_kept() {
    everywhere(|place| {
        let mut store = place.open();
        let long = Shoe::named("é".repeat(20_000));
        keep(&mut store, "aa", FILE, &[Entry::Shoe(long.clone())]);
        assert_eq!(store.history().unwrap().shoes, [long]);
    });
}

#[test]
fn a_logged_line_can_be_taken_back_and_a_file_cannot() {
    everywhere(|place| {
        let mut store = place.open();
        keep(&mut store, "aa", FILE, &[Entry::Symptom(symptom())]);
        let again = SymptomEntry { pain_morning: PainScore::new(9).ok(), ..symptom() };
        keep(&mut store, "bb", logged("2026-03-01T08:00:00Z"), &[Entry::Symptom(again)]);
        assert_eq!(store.history().unwrap().symptoms[0].pain_morning, PainScore::new(9).ok());
        let forget = |store: &mut Store, name: &str| {
            let content = content(name);
            store.write::<_, kneewise_store::StoreError>(|batch| batch.forget_logged(&content)).unwrap()
        };
        assert!(forget(&mut store, "bb"));
        assert_eq!(store.history().unwrap().symptoms, [symptom()]);
        assert!(!forget(&mut store, "bb"), "once");
        assert!(!forget(&mut store, "aa"), "a file stays");
        assert_eq!(store.history().unwrap().symptoms, [symptom()]);
        // Said again, it counts again.
        keep(&mut store, "bb", logged("2026-03-01T08:00:00Z"), &[Entry::Symptom(symptom())]);
        assert_eq!(store.counts().unwrap().entries, 2);
    });
}
