//! What the runner writes down: pain diary, safety questions, wellness, strength days. With gaps, as people do.

use super::calendar::Calendar;
use super::knee::Knee;
use super::training::Today;
use super::{Past, Person, stream};
use crate::circumstances::{Circumstances, Keeping};
use crate::number::byte;
use crate::outing::Outing;
use crate::random::Random;
use crate::scenario::Scenario;
use kneewise_types::symptom::{FindingCode, RedFlagQuestion};
use kneewise_types::{
    BeatsPerMinute, FindingAnswer, GivingWay, Kilograms, Locking, NightPain, PainScore, Region, ScreenAnswer,
    Side, StrengthEntry, Swelling, SymptomEntry, WellnessEntry,
};

/// Everything written down so far.
#[derive(Debug)]
pub(super) struct Pages {
    random: Random,
    probability_quiet: f64,
    probability_sore: f64,
    probability_onset: f64,
    circumstances: Option<Circumstances>,
    /// First day of the diary.
    from: usize,
    side: Side,
    region: Region,
    /// No diary until this day: forgotten, or on holiday.
    gap_until: usize,
    last_screen: Option<usize>,
    pub diary: Vec<SymptomEntry>,
    pub screen: Vec<ScreenAnswer>,
    pub wellness: Vec<WellnessEntry>,
    pub strength: Vec<StrengthEntry>,
}

impl Pages {
    pub(super) fn new(scenario: &Scenario, person: &Person) -> Self {
        let keeping = scenario.circumstances.as_ref().map(|here| &here.keeping);
        Self {
            random: stream(scenario, 10, 0),
            probability_quiet: scenario.diary_quiet,
            probability_sore: scenario.diary_sore,
            probability_onset: keeping.map_or(1.0, |keeping| keeping.diary_onset),
            from: keeping.map_or(0, |keeping| diary_from(keeping, scenario.days)),
            circumstances: scenario.circumstances.clone(),
            side: person.side,
            region: person.region,
            gap_until: 0,
            last_screen: None,
            diary: Vec::new(),
            screen: Vec::new(),
            wellness: Vec::new(),
            strength: Vec::new(),
        }
    }

    /// Two strength days most weeks; none once it was given up.
    pub(super) fn train_strength(&mut self, today: &Today, day: usize) -> bool {
        let is_day = matches!(today.weekday(), 0 | 4);
        let gave_up = Calendar::is_on(&today.calendar.is_untrained, day);
        let is_away = Calendar::is_on(&today.calendar.is_away, day);
        let wants = self.random.chance(0.85);
        if !is_day || gave_up || is_away || !wants {
            return false;
        }
        if !self.logs(|keeping| keeping.strength) {
            return true;
        }
        for (exercise, sets, reps) in
            [("hip_abd_side", 3, 12), ("goblet_squat", 3, 10), ("step_up_low", 2, 12)]
        {
            self.strength.push(StrengthEntry {
                date: today.date,
                exercise: exercise.to_owned(),
                sets,
                reps,
                side: None,
                load_kg: (exercise == "goblet_squat").then_some(12.0),
                reps_in_reserve: Some(3.0),
                hold_s: None,
            });
        }
        true
    }

    /// Writes the day, or forgets to.
    pub(super) fn write(&mut self, today: &Today, knee: &Knee, outings: &[Outing], past: &Past) {
        self.write_wellness(today, past);
        let (misses, gap_starts) = (self.random.unit(), self.random.chance(0.006));
        if gap_starts && knee.days_sore().is_none() {
            let days = 4 + usize::try_from(self.random.below(14)).unwrap_or(0);
            self.gap_until = today.day + days;
        }
        let is_new = knee.days_sore().is_some_and(|days| days < 3);
        let probability = match knee.days_sore() {
            Some(_) => self.probability_sore,
            None if today.day < self.gap_until => 0.0,
            None => self.probability_quiet,
        };
        let probability = if is_new { self.probability_onset } else { probability };
        if today.day >= self.from && misses < probability {
            self.write_pain(today, knee, outings);
        }
    }

    fn write_pain(&mut self, today: &Today, knee: &Knee, outings: &[Outing]) {
        let pain = knee.pain();
        let has_run = outings.iter().any(|outing| outing.sport.is_running());
        let is_first_days = knee.days_sore().is_some_and(|days| days < 2);
        let noise = if is_first_days { 0.0 } else { 0.45 };
        let niggle = if self.random.chance(0.03) { 1.0 } else { 0.0 };
        let mut felt = |share: f64| {
            let value = if pain > 0.0 { pain * share + noise * self.random.normal() } else { niggle };
            PainScore::new(byte(value.clamp(0.0, 9.0))).ok()
        };
        let mut entry = SymptomEntry::empty(today.date, self.side);
        entry.pain_morning = felt(0.80);
        let begins_in_run = self.circumstances.is_some() && has_run && knee.days_sore() == Some(0);
        if begins_in_run {
            entry.pain_morning = Some(PainScore::NONE);
        }
        if has_run {
            entry.pain_before = felt(0.60).map(|pain| if begins_in_run { PainScore::NONE } else { pain });
            entry.pain_during_max = felt(1.10);
            entry.pain_60min = felt(0.85);
        }
        let worst = entry.day_pain().map_or(0, PainScore::points);
        if worst >= 1 && knee.days_sore().is_some() {
            self.describe(&mut entry, knee, worst);
        } else if self.random.chance(0.2) {
            no_signs(&mut entry);
        }
        let is_due = self.last_screen.is_none_or(|last| today.day - last >= 7);
        if worst >= 3 && is_due {
            self.last_screen = Some(today.day);
            self.screen.push(ScreenAnswer {
                date: today.date,
                side: self.side,
                question: RedFlagQuestion::All,
                is_yes: false,
                by: None,
            });
        }
        self.diary.push(entry);
    }

    /// Where it hurts and what else was looked at.
    fn describe(&mut self, entry: &mut SymptomEntry, knee: &Knee, worst: u8) {
        entry.regions = vec![self.region];
        if worst >= 3 {
            entry.stiffness_min = Some(u16::from(worst) * 2);
        }
        if self.random.chance(0.7) || knee.days_sore() == Some(0) {
            no_signs(entry);
        }
        if knee.days_sore() == Some(1) {
            entry.findings = findings(self.region);
            entry.note = Some("hurts going down stairs".to_owned());
        }
    }

    /// The probability of keeping something; `None` in a classic life.
    fn keeps(&self, part: fn(&Keeping) -> Option<f64>) -> Option<f64> {
        self.circumstances.as_ref().map(|here| part(&here.keeping).unwrap_or(0.0))
    }

    /// Whether something is entered today; a classic runner enters it with everything else.
    fn logs(&mut self, part: fn(&Keeping) -> Option<f64>) -> bool {
        self.keeps(part).is_none_or(|probability| self.random.chance(probability))
    }

    fn write_wellness(&mut self, today: &Today, past: &Past) {
        let mut draw = || self.random.normal();
        let (heart, variability, stress, mood, sore, mass) = (draw(), draw(), draw(), draw(), draw(), draw());
        let is_forgotten = self.random.chance(0.14);
        let weighs = today.weekday() == 0;
        if is_forgotten && self.circumstances.is_none() {
            return;
        }
        let logs = [self.logs(|keeping| keeping.sleep), self.logs(|keeping| keeping.stress)];
        let [has_sleep, has_stress] = logs;
        if !has_sleep && !has_stress {
            return;
        }
        let one_decimal = |value: f64| (value * 10.0).round() / 10.0;
        let scale = |value: f64| value.round().clamp(0.0, 10.0);
        let usual_stress = if today.weekday() < 5 { 3.6 } else { 2.2 } + 1.1 * stress;
        let felt_stress = past.stress.last().filter(|_| self.circumstances.is_some()).copied();
        let felt_stress = felt_stress.unwrap_or(usual_stress);
        self.wellness.push(WellnessEntry {
            date: today.date,
            sleep_h: past.sleep_h.last().filter(|_| has_sleep).map(|&hours| one_decimal(hours)),
            resting_heart_rate: BeatsPerMinute::new((today.person.rest_bpm + 2.0 * heart).round()).ok(),
            hrv_rmssd_ms: Some((48.0 + 8.0 * variability).round().max(12.0)),
            stress: has_stress.then_some(scale(felt_stress)),
            mood: has_stress.then_some(scale(7.0 + 1.0 * mood)),
            soreness: Some(scale(2.0 + 1.2 * sore)),
            mass: weighs
                .then(|| Kilograms::new(one_decimal(today.person.mass_kg + 0.5 * mass)).ok())
                .flatten(),
        });
    }
}

/// The day on which the diary begins.
fn diary_from(keeping: &Keeping, days: u32) -> usize {
    let day = crate::number::long(keeping.diary_from * f64::from(days));
    usize::try_from(day).unwrap_or(0)
}

fn no_signs(entry: &mut SymptomEntry) {
    entry.swelling = Some(Swelling::None);
    entry.locking = Some(Locking::None);
    entry.giving_way = Some(GivingWay::None);
    entry.night_pain = Some(NightPain::None);
    entry.has_limp = Some(false);
    entry.has_medicine = Some(false);
}

/// What a runner with this kind of pain says to the pattern questions.
fn findings(region: Region) -> Vec<FindingAnswer> {
    use FindingCode::{
        DownhillWorse, FixedDistanceOnset, JumpLandLocalTendon, NoblePositive, PainProlongedSitting,
        PainSquatting, PainStairsDown, RestOrNightPain, StartedWithTwist, SwellingVisible,
        WarmsUpThenReturns,
    };
    let present: &[FindingCode] = match region {
        Region::LateralAboveJointLine => &[FixedDistanceOnset, DownhillWorse, NoblePositive],
        Region::InferiorPole => &[JumpLandLocalTendon, WarmsUpThenReturns],
        _ => &[PainSquatting, PainStairsDown, PainProlongedSitting],
    };
    let answer = |is_present: bool| move |&code: &FindingCode| FindingAnswer { code, is_present };
    let absent = [StartedWithTwist, SwellingVisible, RestOrNightPain];
    present.iter().map(answer(true)).chain(absent.iter().map(answer(false))).collect()
}
