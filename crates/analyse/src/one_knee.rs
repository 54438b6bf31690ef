//! One knee put together: diary, flares, pattern, lights, red flags.

use crate::calendar::{Window, add_days};
use crate::load::{LoadHistory, Spike, SpikeState};
use crate::pattern::answers::answers;
use crate::pattern::pattern;
use crate::pattern::tables::AgeBand;
use crate::red_flags::{self, red_flags};
use crate::symptoms::diary::Diary;
use crate::symptoms::flares::flares;
use crate::symptoms::knee_light::knee_light;
use crate::symptoms::light_days::{self, LightDays, light_days};
use crate::symptoms::mode::Modes;
use kneewise_types::assessment::{Flare, OpenQuestions, Pattern, RedFlag};
use kneewise_types::light::KneeLight;
use kneewise_types::{Date, History, ScreenAnswer, Side};

const SORE_DAYS: i64 = 42;
const SPIKE_DAYS: i64 = 42;
const WEEK_RISE: f64 = 1.30 + 1e-9;
const COVERED: f64 = 0.80;

/// All that is known of one knee.
#[derive(Debug)]
pub(crate) struct Knee {
    pub side: Side,
    pub diary: Diary,
    pub flares: Vec<Flare>,
    pub pattern: Option<Pattern>,
    pub lights: LightDays,
    /// `None` without any entry.
    pub light: Option<KneeLight>,
    pub red_flags: Vec<RedFlag>,
    pub open_questions: Option<OpenQuestions>,
}

impl Knee {
    pub(crate) fn new(history: &History, load: &LoadHistory, side: Side, as_of: Date) -> Self {
        let diary = Diary::new(history, side, as_of);
        let flares = flares(&diary, as_of);
        let age = history.profile.birth_year.map(|born| as_of.year() - born);
        let band = band(age);
        let onset = flares.last().map_or(as_of, |flare| flare.start);
        let load_spike = load_spike(load, onset);
        let screen: Vec<ScreenAnswer> = history
            .screen
            .iter()
            .filter(|answer| answer.side == side && answer.date <= as_of)
            .cloned()
            .collect();
        let run_days: Vec<Date> = load.sessions.iter().map(|session| session.date).collect();
        let modes = Modes::new(&diary, band, load_spike);
        let knee = light_days::Knee { diary: &diary, flares: &flares, run_days: &run_days, modes: &modes };
        let lights = light_days(&knee, as_of);
        let light = (!diary.days().is_empty()).then(|| knee_light(&knee, &lights, as_of));
        let (red_flags, open_questions) = red_flags(&red_flags::Knee {
            diary: &diary,
            flares: &flares,
            screen: &screen,
            band,
            age,
            load_spike,
            light: light.as_ref(),
            as_of,
        });
        let is_told = !diary.within(Window::ending(as_of, SORE_DAYS + 1)).is_empty();
        let pattern =
            is_told.then(|| pattern(side, &answers(&diary, as_of, band, load_spike), age.is_some()));
        Self { side, diary, flares, pattern, lights, light, red_flags, open_questions }
    }

    /// Whether it hurt lately, or still does.
    pub(crate) fn is_sore(&self, as_of: Date) -> bool {
        self.flares.last().is_some_and(|flare| flare.end.is_none())
            || self.diary.has_pain(Window::ending(as_of, SORE_DAYS))
    }

    /// Day and score of the latest pain of 1 or more.
    pub(crate) fn last_pain(&self) -> Option<(Date, u8)> {
        let days = self.diary.days().iter().rev();
        let pains = days.filter_map(|entry| entry.day_pain().map(|pain| (entry.date, pain.points())));
        pains.into_iter().find(|(_, pain)| *pain >= 1)
    }
}

/// Only the year of birth is known: who may still be 15 counts as under 16. Age not known: the adult band.
const fn band(age: Option<i16>) -> AgeBand {
    match age {
        Some(..=16) => AgeBand::Teen,
        Some(45..) => AgeBand::From45,
        _ => AgeBand::Adult,
    }
}

/// F22 from the activities: a run beyond 1.10 times, or a week beyond 1.30 times, in the 6 weeks before onset.
fn load_spike(load: &LoadHistory, onset: Date) -> Option<bool> {
    let (from, to) = (add_days(onset, -SPIKE_DAYS), add_days(onset, -1));
    let is_long = load.sessions_between(from, to).any(|session| match session.spike {
        Spike::Compared { state, .. } => state != SpikeState::RegressionOrSmall,
        Spike::UnknownDistance | Spike::NoReference => false,
    });
    let is_rise = load.days.largest_week_rise(from, to).is_some_and(|rise| rise.ratio > WEEK_RISE);
    let is_covered = f64::from(load.days.known_days(from, to)) >= COVERED * 42.0;
    (is_long || is_rise || is_covered).then_some(is_long || is_rise)
}
