//! Builds small histories around one fixed day asked.

use kneewise_analyse::assess;
use kneewise_types::assessment::{Assessment, CauseRow, Mechanism, State};
use kneewise_types::{
    Activity, ActivityId, Date, FindingAnswer, History, Metres, OffsetOrigin, PainScore, RedFlagQuestion,
    Rpe, ScreenAnswer, Seconds, Shoe, Side, Sport, SymptomEntry, TestId, TestResult, TestSide, WellnessEntry,
};

pub const AS_OF: Date = Date::constant(2026, 6, 30);

/// The day `ago` days before the day asked.
pub fn ago(days: i64) -> Date {
    AS_OF.saturating_add(jiff::SignedDuration::from_hours(-24 * days))
}

#[derive(Debug, Clone, Default)]
pub struct Story {
    pub history: History,
}

impl Story {
    pub fn new() -> Self {
        Self::default()
    }

    /// A run of some km, an hour long, at 08:00 UTC.
    pub fn run(mut self, days_ago: i64, km: f64) -> Self {
        self.history.activities.push(run(days_ago, km));
        self
    }

    pub fn run_with(mut self, days_ago: i64, km: f64, change: impl FnOnce(&mut Activity)) -> Self {
        let mut activity = run(days_ago, km);
        change(&mut activity);
        self.history.activities.push(activity);
        self
    }

    /// Runs of some km every `every` days, from `from` days ago until `to` days ago.
    pub fn runs(self, from: i64, to: i64, every: usize, km: f64) -> Self {
        self.runs_with((from, to), every, km, |_| {})
    }

    pub fn runs_with(
        self,
        (from, to): (i64, i64),
        every: usize,
        km: f64,
        change: impl Fn(&mut Activity),
    ) -> Self {
        (to..=from).rev().step_by(every).fold(self, |story, day| story.run_with(day, km, &change))
    }

    pub fn entry(mut self, days_ago: i64, change: impl FnOnce(&mut SymptomEntry)) -> Self {
        let mut entry = SymptomEntry::empty(ago(days_ago), Side::Left);
        change(&mut entry);
        self.history.symptoms.push(entry);
        self
    }

    /// Pain during a run.
    pub fn pain(self, days_ago: i64, points: u8) -> Self {
        self.entry(days_ago, |entry| entry.pain_during_max = score(points))
    }

    pub fn mornings(self, from: i64, to: i64, points: u8) -> Self {
        (to..=from).fold(self, |story, day| story.entry(day, |entry| entry.pain_morning = score(points)))
    }

    pub fn finding(self, days_ago: i64, code: &str, is_present: bool) -> Self {
        let code = kneewise_types::symptom::FindingCode::from_code(code).unwrap();
        self.entry(days_ago, |entry| entry.findings = vec![FindingAnswer { code, is_present }])
    }

    pub fn answer(mut self, days_ago: i64, question: RedFlagQuestion, is_yes: bool) -> Self {
        let answer = ScreenAnswer { date: ago(days_ago), side: Side::Left, question, is_yes, by: None };
        self.history.screen.push(answer);
        self
    }

    pub fn test(mut self, test: TestId, side: TestSide, value: f64) -> Self {
        self.history.tests.push(TestResult { date: ago(3), test, side, value, pain: None });
        self
    }

    pub fn sides(self, test: TestId, left: f64, right: f64) -> Self {
        self.test(test, TestSide::Left, left).test(test, TestSide::Right, right)
    }

    pub fn shoe(mut self, name: &str, change: impl FnOnce(&mut Shoe)) -> Self {
        let mut shoe = Shoe::named(name.to_owned());
        change(&mut shoe);
        self.history.shoes.push(shoe);
        self
    }

    pub fn wellness(mut self, days_ago: i64, change: impl FnOnce(&mut WellnessEntry)) -> Self {
        let mut entry = WellnessEntry {
            date: ago(days_ago),
            sleep_h: None,
            resting_heart_rate: None,
            hrv_rmssd_ms: None,
            stress: None,
            mood: None,
            soreness: None,
            mass: None,
        };
        change(&mut entry);
        self.history.wellness.push(entry);
        self
    }

    pub fn strength(mut self, from: i64, to: i64, every: usize) -> Self {
        for day in (to..=from).rev().step_by(every) {
            self.history.strength.push(kneewise_types::StrengthEntry {
                date: ago(day),
                exercise: "wall_sit_70".to_owned(),
                sets: 3,
                reps: 8,
                side: None,
                load_kg: None,
                reps_in_reserve: None,
                hold_s: None,
            });
        }
        self
    }

    pub fn with(mut self, change: impl FnOnce(&mut History)) -> Self {
        change(&mut self.history);
        self
    }

    pub fn assess(&self) -> Assessment {
        assess(&self.history, AS_OF)
    }

    pub fn row(&self, id: CauseRow) -> Mechanism {
        row(&self.assess(), id)
    }

    pub fn state(&self, id: CauseRow) -> State {
        self.row(id).state
    }
}

pub fn row(assessment: &Assessment, id: CauseRow) -> Mechanism {
    let findings = assessment.findings.iter();
    let rows: Vec<&Mechanism> =
        findings.flat_map(|finding| finding.mechanisms.iter().chain(&finding.against)).collect();
    let of_id: Vec<&&Mechanism> = rows.iter().filter(|mechanism| mechanism.row == id).collect();
    assert_eq!(of_id.len(), 1, "{id:?} is in the answer once");
    assert!(!of_id[0].reasons.is_empty(), "{id:?} has a reason whatever its state");
    (*of_id[0]).clone()
}

pub fn score(points: u8) -> Option<PainScore> {
    PainScore::new(points).ok()
}

pub fn rated(points: f64) -> impl Fn(&mut Activity) {
    move |activity| activity.session_rpe = Rpe::new(points).ok()
}

pub fn in_shoe(name: &str) -> impl Fn(&mut Activity) + '_ {
    move |activity| activity.shoe = Some(name.to_owned())
}

fn run(days_ago: i64, km: f64) -> Activity {
    let date = ago(days_ago);
    let start = jiff::tz::Offset::UTC.to_timestamp(date.at(8, 0, 0, 0)).unwrap();
    Activity {
        id: ActivityId(format!("{days_ago:06}-{km}")),
        start,
        is_start_exact: true,
        utc_offset_s: 0,
        offset_origin: OffsetOrigin::Recorded,
        local_date: date,
        sport: Sport::Run,
        surface: None,
        elapsed: Seconds::new(3600.0).unwrap(),
        timer: None,
        moving: None,
        distance: Metres::from_km(km).ok(),
        ascent: None,
        descent: None,
        mean_heart_rate: None,
        max_heart_rate: None,
        mean_cadence: None,
        mean_power: None,
        session_rpe: None,
        feel: None,
        hard: None,
        title: None,
        description: None,
        private_note: None,
        shoe: None,
        device: None,
        laps: Vec::new(),
        pauses: Vec::new(),
        quality: Vec::new(),
        sources: Vec::new(),
        digest: None,
    }
}
