//! A life as a history, without writing and reading files: the way to judge thousands of runners in minutes.
//!
//! The activities are what the import of the files would give, with light samples beside them; whoever asks makes the
//! digests, as an import does. The entries are what the logs would give. A comparison with the files is part of the proof.

use crate::life::Life;
use crate::outing::Outing;
use crate::trace::Trace;
use kneewise_types::{
    Activity, ActivityId, ActivitySource, BeatsPerMinute, Column, Date, History, Metres, OffsetOrigin, Pause,
    Rpe, Samples, Seconds, SourceKind, Sport, StepsPerMinute, Surface,
};

/// An activity as an import would give it, and its samples when a watch recorded it.
#[derive(Debug, Clone, PartialEq)]
pub struct LightActivity {
    /// Without a digest.
    pub activity: Activity,
    /// Every twenty seconds; `None` when only the log tells of it.
    pub samples: Option<Samples>,
}

impl Life {
    /// The last day of the life: the day on which to ask.
    #[must_use]
    pub const fn end(&self) -> Date {
        self.scenario.end
    }

    /// Everything but the activities, as the logs tell it.
    #[must_use]
    pub fn entries(&self) -> History {
        History {
            profile: self.profile.clone(),
            symptoms: self.diary.clone(),
            screen: self.screen.clone(),
            wellness: self.wellness.clone(),
            shoes: self.shoes_told(),
            tests: self.tests.clone(),
            strength: self.strength.clone(),
            ..History::default()
        }
    }

    /// Every outing that watch or log tell of, in order, each made when it is asked for.
    pub fn light_activities(&self) -> impl Iterator<Item = LightActivity> + '_ {
        self.outings.iter().filter(|outing| outing.is_known).map(|outing| self.light_activity(outing))
    }

    fn light_activity(&self, outing: &Outing) -> LightActivity {
        let mut activity = self.logged(outing);
        if !outing.is_recorded || outing.distance_m.is_none() {
            return LightActivity { activity, samples: None };
        }
        let trace = Trace::light(outing, &self.scenario.home);
        recorded(&mut activity, outing, &trace);
        LightActivity { activity, samples: Some(samples(&trace)) }
    }

    /// What a line of the log gives.
    fn logged(&self, outing: &Outing) -> Activity {
        let stem = outing.stem();
        let source = ActivitySource {
            kind: if outing.is_recorded { SourceKind::Fit } else { SourceKind::Log },
            content: format!("{:064x}", outing.seed),
            part: 0,
            path: stem,
        };
        Activity {
            id: ActivityId(format!("{:012}", outing.index)),
            start: outing.start,
            is_start_exact: true,
            utc_offset_s: outing.offset_s,
            offset_origin: OffsetOrigin::Recorded,
            local_date: outing.date,
            sport: outing.sport,
            surface: outing.surface.or(surface_of(outing.sport)),
            elapsed: seconds(outing.timer_s),
            timer: None,
            moving: None,
            distance: outing.distance_m.and_then(|metres| Metres::new(metres).ok()),
            ascent: None,
            descent: None,
            mean_heart_rate: None,
            max_heart_rate: None,
            mean_cadence: None,
            mean_power: None,
            session_rpe: outing.session_rpe.and_then(|points| Rpe::new(points).ok()),
            feel: None,
            hard: None,
            title: None,
            description: outing.note.map(str::to_owned),
            private_note: None,
            shoe: self.shoe_of(outing).map(str::to_owned),
            device: None,
            laps: Vec::new(),
            pauses: Vec::new(),
            quality: Vec::new(),
            sources: vec![source],
            digest: None,
        }
    }
}

/// What the watch adds.
fn recorded(activity: &mut Activity, outing: &Outing, trace: &Trace) {
    let mean =
        |values: Vec<f64>| (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64);
    let beats: Vec<f64> = trace.samples.iter().filter_map(|sample| sample.heart_rate_bpm).collect();
    let highest = beats.iter().copied().max_by(f64::total_cmp);
    let steps = trace.samples.iter().filter_map(|sample| sample.cadence_spm).collect();
    let has_altitude = trace.samples.iter().any(|sample| sample.altitude_m.is_some());
    let climbed = |metres: f64| Metres::new(metres.round()).ok().filter(|_| has_altitude);
    activity.elapsed = seconds(outing.elapsed_s());
    activity.timer = Some(seconds(outing.timer_s));
    activity.ascent = climbed(trace.ascent_m);
    activity.descent = climbed(trace.descent_m);
    activity.mean_heart_rate = mean(beats).and_then(|bpm| BeatsPerMinute::new(bpm.round()).ok());
    activity.max_heart_rate = highest.and_then(|bpm| BeatsPerMinute::new(bpm.round()).ok());
    activity.mean_cadence = mean(steps).and_then(|spm| StepsPerMinute::new(spm).ok());
    let pause = outing.pause.map(|(at, length)| Pause { from: seconds(at), to: seconds(at + length) });
    activity.pauses = pause.into_iter().collect();
}

/// What the sport says of the ground.
const fn surface_of(sport: Sport) -> Option<Surface> {
    match sport {
        Sport::TreadmillRun => Some(Surface::Treadmill),
        Sport::TrailRun => Some(Surface::Trail),
        _ => None,
    }
}

fn seconds(whole: u32) -> Seconds {
    Seconds::new(f64::from(whole)).unwrap_or(Seconds::ZERO)
}

/// The samples as columns; a quantity that was never measured has an empty column.
fn samples(trace: &Trace) -> Samples {
    #[expect(clippy::cast_possible_truncation, reason = "columns of samples are single precision")]
    let column = |values: &dyn Fn(&crate::trace::Instant) -> Option<f64>| -> Column<f32> {
        let column: Column<f32> =
            trace.samples.iter().map(|sample| values(sample).map(|value| value as f32)).collect();
        if column.is_all_missing() { Column::default() } else { column }
    };
    Samples {
        time_ms: trace.samples.iter().map(|sample| sample.elapsed_s * 1_000).collect(),
        distance_m: trace.samples.iter().map(|sample| Some(sample.distance_m)).collect(),
        speed_mps: column(&|sample| Some(sample.speed_mps)),
        altitude_m: column(&|sample| sample.altitude_m),
        heart_rate_bpm: column(&|sample| sample.heart_rate_bpm),
        cadence_spm: column(&|sample| sample.cadence_spm),
        ..Samples::default()
    }
}
