//! From a history to what the main chart shows.

use super::timeline::{Break, Flare, Note, Pair, Slot, Timeline};
use crate::words::Voice;
use crate::words::numbers::short_day;
use crate::words::pages::chart::Chart as Texts;
use jiff::ToSpan;
use kneewise_analyse::load::days_between;
use kneewise_types::assessment::{Assessment, LoadDay};
use kneewise_types::{Date, History, Side, UnitSystem};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What the bars are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Measure {
    /// Distance of the longest run of a day, or of a week.
    #[default]
    Distance,
    /// Minutes of running.
    Time,
    /// Internal load: rating times minutes, else heart-rate load.
    Load,
    /// Impulse on the patellofemoral joint of one leg.
    Knee,
}

impl Measure {
    pub const ALL: [Self; 4] = [Self::Distance, Self::Time, Self::Load, Self::Knee];

    /// The word in an address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Distance => "distance",
            Self::Time => "time",
            Self::Load => "load",
            Self::Knee => "knee",
        }
    }
}

/// The days shown, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    pub from: Date,
    pub to: Date,
}

impl Span {
    /// So many days ending with one.
    #[must_use]
    pub fn ending(to: Date, days: i64) -> Self {
        Self { from: to.saturating_sub((days - 1).days()), to }
    }

    #[must_use]
    pub fn days(self) -> i64 {
        days_between(self.from, self.to) + 1
    }
}

/// More days than this are shown as weeks: a bar of a day would be thinner than a line.
const MOST_DAYS: i64 = 200;
const BREAK_DAYS: i64 = 14;
/// Bars that are named beside their mark.
const NOTES: usize = 2;
/// Pairs in the ribbon.
const PAIRS: usize = 3;

/// Everything the chart of one knee needs.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    pub history: &'a History,
    pub assessment: &'a Assessment,
    /// Advised length of a run by day, m.
    pub advised_m: &'a BTreeMap<Date, f64>,
    /// Impulse by day, BW s.
    pub knee_bw_s: &'a BTreeMap<Date, f64>,
}

struct Gatherer<'a> {
    sources: &'a Sources<'a>,
    span: Span,
    measure: Measure,
    voice: &'a Voice,
    side: Side,
}

/// What the chart shows of some days.
#[must_use]
pub fn gather(sources: &Sources<'_>, span: Span, measure: Measure, voice: &Voice) -> Timeline {
    let side = sources.assessment.side.unwrap_or(Side::Right);
    Gatherer { sources, span, measure, voice, side }.timeline()
}

/// When a pair was worn: first of all, first and last among the days shown, how often there.
#[derive(Debug, Clone, Copy)]
struct Worn {
    first: Date,
    from: Date,
    to: Date,
    runs: u32,
}

/// Morning and run pain of a day.
type Pains = (Option<u8>, Option<u8>);

impl Gatherer<'_> {
    fn timeline(&self) -> Timeline {
        let is_weekly = self.span.days() > MOST_DAYS;
        let days = self.days();
        let slots = if is_weekly { self.weeks(&days) } else { days };
        let unit = match self.voice.units {
            UnitSystem::Metric => "km",
            UnitSystem::Imperial => "miles",
        };
        let flares = self.flares();
        let notes = if is_weekly { Vec::new() } else { self.notes(&slots) };
        let as_of = self.sources.assessment.as_of;
        Timeline {
            label: self.label(&slots, &notes, flares.len()),
            axis: match self.measure {
                Measure::Distance if is_weekly => Texts.distance_axis_week(unit),
                Measure::Distance => Texts.distance_axis(unit),
                Measure::Time => Texts.time_axis().to_owned(),
                Measure::Load => Texts.load_axis().to_owned(),
                Measure::Knee => Texts.knee_axis().to_owned(),
            },
            pain_axis: Texts.pain_axis().to_owned(),
            days_a_slot: if is_weekly { 7 } else { 1 },
            breaks: if is_weekly { Vec::new() } else { self.breaks() },
            pairs: self.pairs(),
            last: if self.span.to == as_of { Texts.today().to_owned() } else { short_day(self.span.to) },
            ends_today: self.span.to == as_of,
            flares,
            notes,
            slots,
        }
    }

    /// In the unit of the axis.
    fn length(&self, metres: f64) -> f64 {
        match self.voice.units {
            UnitSystem::Metric => metres / 1000.0,
            UnitSystem::Imperial => metres / crate::words::numbers::METRES_PER_MILE,
        }
    }

    fn metres(&self, length: f64) -> f64 {
        match self.voice.units {
            UnitSystem::Metric => length * 1000.0,
            UnitSystem::Imperial => length * crate::words::numbers::METRES_PER_MILE,
        }
    }

    fn value(&self, day: &LoadDay) -> Option<f64> {
        match self.measure {
            Measure::Distance => day.longest_session_m.or(day.running_distance_m).map(|m| self.length(m)),
            Measure::Time => day.running_duration_s.map(|s| s / 60.0),
            Measure::Load => day.session_rpe_load.or(day.trimp),
            Measure::Knee => match self.sources.knee_bw_s.get(&day.date) {
                Some(impulse) => Some(*impulse),
                None => day.running_distance_m.filter(|m| *m <= 0.0),
            },
        }
    }

    fn pains(&self) -> BTreeMap<Date, Pains> {
        let of_knee = self.sources.history.symptoms.iter().filter(|entry| entry.side == self.side);
        of_knee
            .filter(|entry| (self.span.from..=self.span.to).contains(&entry.date))
            .map(|entry| {
                let morning = entry.pain_morning.map(|pain| pain.points());
                (entry.date, (morning, entry.pain_during_max.map(|pain| pain.points())))
            })
            .collect()
    }

    fn days(&self) -> Vec<Slot> {
        let pains = self.pains();
        let known: BTreeMap<Date, &LoadDay> =
            self.sources.assessment.working.load_days.iter().map(|day| (day.date, day)).collect();
        let mut slots = Vec::new();
        let mut date = self.span.from;
        while date <= self.span.to {
            let day = known.get(&date).copied();
            let advised = self.sources.advised_m.get(&date).filter(|_| self.measure == Measure::Distance);
            let (morning, run_pain) = pains.get(&date).copied().unwrap_or_default();
            let mut slot = Slot {
                date,
                value: day.and_then(|day| self.value(day)),
                advised: advised.map(|metres| self.length(*metres)),
                morning,
                run_pain,
                said: String::new(),
            };
            slot.said = self.said(&slot, day);
            slots.push(slot);
            let Ok(next) = date.tomorrow() else { break };
            date = next;
        }
        slots
    }

    /// `Sunday 20 September: ran 18.0 km, advised up to 13.8 km; morning pain 2, 3 in the run.`
    fn said(&self, slot: &Slot, day: Option<&LoadDay>) -> String {
        let ran = day.and_then(|day| day.longest_session_m.or(day.running_distance_m));
        let mut parts = vec![match ran {
            Some(metres) if metres > 0.0 => Texts.said_run(&self.voice.distance(metres)),
            Some(_) => Texts.said_rest().to_owned(),
            None => Texts.said_unknown().to_owned(),
        }];
        if slot.is_beyond() {
            let advised = self.sources.advised_m.get(&slot.date);
            parts.extend(advised.map(|metres| Texts.said_beyond(&self.voice.distance(*metres))));
        }
        parts.extend(slot.morning.map(|points| Texts.said_morning(points)));
        parts.extend(slot.run_pain.map(|points| Texts.said_in_run(points)));
        format!("{}: {}", crate::words::numbers::full_day(slot.date), parts.join(", "))
    }

    /// Weeks that end with the last day shown, so that none is cut at the right.
    fn weeks(&self, days: &[Slot]) -> Vec<Slot> {
        let first = days.len() % 7;
        let (cut, whole) = days.split_at(first);
        let chunks = std::iter::once(cut).filter(|cut| !cut.is_empty()).chain(whole.chunks(7));
        chunks.filter_map(|week| self.week(week)).collect()
    }

    fn week(&self, days: &[Slot]) -> Option<Slot> {
        let date = days.first()?.date;
        let known: Vec<f64> = days.iter().filter_map(|slot| slot.value).collect();
        let worst = |of: fn(&Slot) -> Option<u8>| days.iter().filter_map(of).max();
        let mut slot = Slot {
            date,
            value: (!known.is_empty()).then(|| known.iter().sum()),
            advised: None,
            morning: worst(|slot| slot.morning),
            run_pain: worst(|slot| slot.run_pain),
            said: String::new(),
        };
        let mut parts: Vec<String> = Vec::new();
        parts.extend(slot.value.map(|value| match self.measure {
            Measure::Distance => Texts.said_run(&self.voice.distance(self.metres(value))),
            _ => format!("{value:.0}"),
        }));
        parts.extend(slot.morning.map(|points| Texts.said_morning(points)));
        parts.extend(slot.run_pain.map(|points| Texts.said_in_run(points)));
        slot.said = format!("{}: {}", Texts.said_week(&self.voice.day(date)), parts.join(", "));
        Some(slot)
    }

    fn flares(&self) -> Vec<Flare> {
        let as_of = self.sources.assessment.as_of;
        let of_knee = self.sources.assessment.flares.iter().filter(|flare| flare.side == self.side);
        of_knee
            .filter(|flare| flare.start <= self.span.to && flare.end.is_none_or(|end| end >= self.span.from))
            .map(|flare| Flare {
                from: flare.start.max(self.span.from),
                to: flare.end.unwrap_or(as_of).min(self.span.to),
                name: match flare.end {
                    None => Texts.flare_now(days_between(flare.start, as_of) + 1),
                    Some(_) => Texts.flare(flare.peak_pain),
                },
                is_open: flare.end.is_none(),
            })
            .collect()
    }

    fn breaks(&self) -> Vec<Break> {
        let days = self.sources.assessment.working.load_days.iter();
        let shown: Vec<&LoadDay> =
            days.filter(|day| (self.span.from..=self.span.to).contains(&day.date)).collect();
        let is_off = |day: &LoadDay| day.running_distance_m.is_none_or(|m| m <= 0.0);
        let mut breaks = Vec::new();
        for stretch in shown.chunk_by(|a, b| is_off(a) == is_off(b)) {
            let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { continue };
            let days = days_between(first.date, last.date) + 1;
            if !is_off(first) || days < BREAK_DAYS {
                continue;
            }
            let unknown = stretch.iter().filter(|day| day.running_distance_m.is_none()).count();
            let is_unknown = unknown * 2 > stretch.len();
            let name = if is_unknown { Texts.no_record(days) } else { Texts.days_off(days) };
            breaks.push(Break { from: first.date, to: last.date, name });
        }
        breaks
    }

    /// The newest pairs that were worn at least twice, the oldest of them first.
    fn pairs(&self) -> Vec<Pair> {
        let mut worn: BTreeMap<&str, Worn> = BTreeMap::new();
        let runs = self.sources.history.activities.iter().filter(|activity| activity.sport.is_running());
        for activity in runs.filter(|activity| activity.local_date <= self.span.to) {
            let Some(name) = activity.shoe.as_deref() else { continue };
            let date = activity.local_date;
            let pair = worn.entry(name).or_insert(Worn {
                first: date,
                from: self.span.to,
                to: self.span.from,
                runs: 0,
            });
            pair.first = pair.first.min(date);
            if date >= self.span.from {
                pair.from = pair.from.min(date);
                pair.to = pair.to.max(date);
                pair.runs += 1;
            }
        }
        let mut shown: Vec<(&str, Worn)> = worn.into_iter().filter(|(_, pair)| pair.runs >= 2).collect();
        shown.sort_by_key(|(name, pair)| (Reverse(pair.first), Reverse(pair.runs), *name));
        shown.truncate(PAIRS);
        shown.reverse();
        let first_run = self.first_run();
        let pair = |(name, pair): (&str, Worn)| {
            let is_new = pair.first >= self.span.from && pair.first > first_run;
            let name = if is_new { Texts.new_pair(name, &short_day(pair.first)) } else { name.to_owned() };
            Pair { from: pair.from, to: pair.to, name, is_new }
        };
        shown.into_iter().map(pair).collect()
    }

    /// A pair worn since the first run of all is not new.
    fn first_run(&self) -> Date {
        let runs = self.sources.history.activities.iter().filter(|activity| activity.sport.is_running());
        runs.map(|activity| activity.local_date).min().unwrap_or(self.span.from)
    }

    fn notes(&self, slots: &[Slot]) -> Vec<Note> {
        let mut beyond: Vec<(f64, &Slot)> = slots
            .iter()
            .filter(|slot| slot.is_beyond())
            .filter_map(|slot| Some((slot.value? / slot.advised?, slot)))
            .collect();
        beyond.sort_by(|a, b| b.0.total_cmp(&a.0));
        let metres = |date: Date| {
            let mut days = self.sources.assessment.working.load_days.iter();
            days.find(|day| day.date == date).and_then(|day| day.longest_session_m)
        };
        beyond
            .into_iter()
            .take(NOTES)
            .filter_map(|(_, slot)| {
                let advised = self.sources.advised_m.get(&slot.date)?;
                Some(Note {
                    date: slot.date,
                    text: format!("{}, {}", self.voice.distance(metres(slot.date)?), short_day(slot.date)),
                    below: Texts.advised_to(&self.voice.distance(*advised)),
                })
            })
            .collect()
    }

    fn label(&self, slots: &[Slot], notes: &[Note], flares: usize) -> String {
        let runs = slots.iter().filter(|slot| slot.value.is_some_and(|value| value > 0.0)).count();
        let mut label = Texts.label(&self.voice.day(self.span.from), &self.voice.day(self.span.to), runs);
        if let Some(note) = notes.first() {
            let length = note.text.split(',').next().unwrap_or_default();
            label.push_str(&Texts.label_beyond(&self.voice.day(note.date), length));
        }
        if flares > 0 {
            label.push_str(&Texts.label_flares(flares));
        }
        label
    }
}
