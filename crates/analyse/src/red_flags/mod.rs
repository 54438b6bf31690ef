//! Red flags: signs at which a person must see a clinician. Decided first (clinical text B.4).

pub(crate) mod answered;
pub(crate) mod bone;
pub(crate) mod daily_pain;
pub(crate) mod diary_signs;
pub(crate) mod no_improvement;
pub(crate) mod questions;
pub(crate) mod young_hip;

use crate::calendar::{Window, add_days};
use crate::order;
use crate::pattern::answers::{Answers, answers};
use crate::pattern::tables::AgeBand;
use crate::symptoms::diary::Diary;
use kneewise_types::assessment::{Flare, OpenQuestions, RedFlag, RedFlagId, Urgency};
use kneewise_types::light::KneeLight;
use kneewise_types::reason::{Fact, Reason};
use kneewise_types::{Date, Evidence, Grade, ScreenAnswer};

/// A sign of the diary holds this long, unless cleared.
const HOLDS_DAYS: i64 = 42;
/// A sign of an overloaded bone holds longer.
const BONE_HOLDS_DAYS: i64 = 180;

/// One knee as the red flags see it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Knee<'a> {
    pub diary: &'a Diary,
    pub flares: &'a [Flare],
    /// The answers to the screen for this knee, up to the day asked.
    pub screen: &'a [ScreenAnswer],
    pub band: AgeBand,
    pub age: Option<i16>,
    /// F22 as the activities tell it.
    pub load_spike: Option<bool>,
    /// Today's light, for "no improvement".
    pub light: Option<&'a KneeLight>,
    pub as_of: Date,
}

impl Knee<'_> {
    /// The days of the last `days` after a professional cleared the knee.
    fn uncleared(&self, days: i64) -> Window {
        let held = add_days(self.as_of, -days);
        let from = self.cleared_on().map_or(held, |cleared| held.max(add_days(cleared, 1)));
        Window { from, to: self.as_of }
    }

    /// The latest day on which the runner noted that a professional cleared this knee.
    fn cleared_on(&self) -> Option<Date> {
        self.diary.cleared().iter().copied().max()
    }

    fn answers_on(&self, date: Date) -> Answers {
        answers(self.diary, date, self.band, self.load_spike)
    }

    fn flag(&self, id: RedFlagId, evidence: Evidence, facts: Vec<Fact>) -> RedFlag {
        let reasons = facts.into_iter().map(|fact| Reason { fact, evidence }).collect();
        RedFlag { id, side: Some(self.diary.side), urgency: urgency(id), is_blocking: true, reasons }
    }
}

/// How soon a person must be seen.
pub(crate) const fn urgency(id: RedFlagId) -> Urgency {
    match id {
        RedFlagId::R1 | RedFlagId::R2 | RedFlagId::R5 => Urgency::Emergency,
        RedFlagId::R3 | RedFlagId::R4 | RedFlagId::R7 | RedFlagId::R12 => Urgency::SameDay,
        RedFlagId::R6 => Urgency::WithinDays,
        RedFlagId::R8 | RedFlagId::R9 | RedFlagId::R10 => Urgency::WithinOneWeek,
        RedFlagId::R11 => Urgency::WithinTwoWeeks,
        RedFlagId::R13 => Urgency::Routine,
    }
}

/// All flags of one knee, one entry a flag, and the questions still due.
pub(crate) fn red_flags(knee: &Knee<'_>) -> (Vec<RedFlag>, Option<OpenQuestions>) {
    let found = [
        diary_signs::flags(knee),
        bone::flag(knee).into_iter().collect(),
        young_hip::flag(knee).into_iter().collect(),
        daily_pain::flag(knee).into_iter().collect(),
        no_improvement::flag(knee).into_iter().collect(),
        answered::flags(knee),
    ];
    let mut flags: Vec<RedFlag> = Vec::new();
    for flag in found.into_iter().flatten() {
        match flags.iter_mut().find(|known| known.id == flag.id) {
            Some(known) => {
                known.urgency = known.urgency.min(flag.urgency);
                known.is_blocking |= flag.is_blocking;
                known.reasons.extend(flag.reasons);
            }
            None => flags.push(flag),
        }
    }
    let open = questions::open_questions(knee, &flags);
    (flags, open)
}

/// Most urgent first, then by number, then left before right.
pub(crate) fn in_order(mut flags: Vec<RedFlag>) -> Vec<RedFlag> {
    order::sort_by_key(&mut flags, |flag| (flag.urgency, flag.id, flag.side));
    flags
}

/// The text's own rules.
const RULE: Evidence = Evidence::new(Grade::D, "rule");
