//! The way of an outing: route, lines along it, kilometres, laps.

use super::Table;
use crate::charts::axis::px;
use crate::charts::lanes::{self, Lane, PACE_STEPS, STEPS, Stack};
use crate::charts::route::{self, Place, Route};
use crate::words::numbers::{decimal, short};
use crate::words::outings;
use crate::words::pages::run::Run as Texts;
use kneewise_analyse::knee::{Course, Stage};
use kneewise_types::{Seconds, UnitSystem};

/// Hidden at both ends of a route, m.
const ENDS_M: f64 = 200.0;
/// Splits shown before the rest folds away.
const SHOWN: usize = 12;
const METRES_PER_FOOT: f64 = 0.3048;

/// Route and lines.
pub struct Way {
    pub route: Option<String>,
    pub legend: Vec<(usize, String)>,
    pub is_hidden: bool,
    pub hidden: String,
    pub wide: String,
    pub narrow: String,
    /// For the pointer: where each place is, and what is said of it.
    pub data: String,
}

/// One kilometre or mile.
pub struct Split {
    pub name: String,
    pub pace: String,
    pub force: String,
    /// Width of its bar, of 60.
    pub width: String,
    pub up: String,
    pub down: String,
    pub heart: String,
    pub is_more: bool,
}

/// One lap of the watch.
pub struct Lap {
    pub number: usize,
    pub length: String,
    pub time: String,
    pub force: String,
    pub heart: String,
}

/// Route and lines; `None` when nothing was recorded along the way.
pub fn way(table: &Table<'_, '_>, has_ends: bool) -> Option<Way> {
    let course = table.course.as_ref().filter(|course| course.stages.len() > 9)?;
    let steps = Steps::of(course);
    let lanes = lanes(table, course);
    let at: Vec<f64> = course.stages.iter().map(|stage| stage.from_m / table.unit_m).collect();
    let stack = |width: f64| {
        lanes::draw(&Stack {
            lanes: &lanes,
            at: &at,
            unit: table.unit,
            label: Texts.along_label().to_owned(),
            width,
        })
    };
    let (drawn, first) = drawn(table, course, &steps, has_ends);
    let last = at.last().copied().unwrap_or(1.0).max(0.01);
    let said: Vec<String> = course.stages.iter().map(|stage| said(table, stage)).collect();
    let route_at = drawn.as_ref().map_or(&[][..], |drawn| &drawn.at);
    let data = serde_json::json!({
        "at": at.iter().map(|at| (at / last * 1e4).round() / 1e4).collect::<Vec<f64>>(),
        "said": said,
        "route": route_at.iter().map(|(x, y)| [x.round(), y.round()]).collect::<Vec<_>>(),
        "first": first,
    });
    Some(Way {
        route: drawn.map(|drawn| drawn.svg),
        legend: steps.legend(),
        is_hidden: !has_ends,
        hidden: Texts.hidden(&table.desk.voice().height(ENDS_M)),
        wide: stack(560.0),
        narrow: stack(340.0),
        // Nothing in it can end the element it stands in.
        data: data.to_string().replace('<', "\\u003c"),
    })
}

/// Five steps of force, equally wide between the 5th and the 95th of a hundred places.
struct Steps {
    edges: Vec<f64>,
}

impl Steps {
    fn of(course: &Course) -> Self {
        let mut forces: Vec<f64> = course.stages.iter().filter_map(Stage::force_bw).collect();
        forces.sort_by(f64::total_cmp);
        let at =
            |share: usize| forces.get(forces.len().saturating_sub(1) * share / 100).copied().unwrap_or(0.0);
        let (low, high) = (at(5), at(95));
        // Steps less than a tenth of a body weight apart would read alike: then it is one.
        let edges = if high - low < 0.5 {
            Vec::new()
        } else {
            (1..5).map(|k| low + (high - low) * f64::from(k) / 5.0).collect()
        };
        Self { edges }
    }

    fn step(&self, force: f64) -> usize {
        self.edges.iter().filter(|edge| force >= **edge).count()
    }

    fn legend(&self) -> Vec<(usize, String)> {
        let said = |value: &f64| decimal(*value, 1);
        let Some((first, last)) = self.edges.first().zip(self.edges.last()) else { return Vec::new() };
        let mut legend = vec![(1, Texts.below(&said(first)))];
        for (number, pair) in self.edges.windows(2).enumerate() {
            if let [low, high] = pair {
                legend.push((number + 2, Texts.between(&said(low), &said(high))));
            }
        }
        legend.push((5, Texts.above(&said(last))));
        legend
    }
}

/// The route without its ends, and the number of the first place shown.
fn drawn(
    table: &Table<'_, '_>,
    course: &Course,
    steps: &Steps,
    has_ends: bool,
) -> (Option<route::Drawn>, usize) {
    let last_m = course.stages.last().map_or(0.0, |stage| stage.from_m);
    let mut places = Vec::new();
    let mut first = None;
    for (number, stage) in course.stages.iter().enumerate() {
        let is_end = stage.from_m < ENDS_M || stage.from_m > last_m - ENDS_M;
        if is_end && !has_ends {
            continue;
        }
        if let Some((latitude_deg, longitude_deg)) = position(table, stage) {
            let step = stage.force_bw().map(|force| steps.step(force));
            places.push(Place { latitude_deg, longitude_deg, from_m: stage.from_m, step });
            first = first.or(Some(number));
        } else if first.is_some() {
            // A hole: repeat the last place, so that places and stages keep step.
            places.extend(places.last().copied());
        }
    }
    let label = Texts.route_label().to_owned();
    let route =
        Route { places: &places, label, unit_m: table.unit_m, unit: table.unit, north: Texts.north() };
    (route::draw(&route), first.unwrap_or(0))
}

/// Number of the first sample of a stage.
fn sample_of(table: &Table<'_, '_>, stage: &Stage) -> usize {
    table.samples.time_ms.partition_point(|ms| f64::from(*ms) < stage.at_s * 1000.0)
}

fn position(table: &Table<'_, '_>, stage: &Stage) -> Option<(f64, f64)> {
    let first = sample_of(table, stage);
    (first..first + 10).find_map(|at| {
        let latitude = table.samples.latitude_e7.get(at)?;
        Some((f64::from(latitude) / 1e7, f64::from(table.samples.longitude_e7.get(at)?) / 1e7))
    })
}

fn lanes(table: &Table<'_, '_>, course: &Course) -> Vec<Lane> {
    let stages = &course.stages;
    let each = |value: &dyn Fn(&Stage) -> Option<f64>| stages.iter().map(value).collect::<Vec<_>>();
    let range = table.knee().map(|knee| {
        let (sum, interval) =
            (knee.load.patellofemoral.dose.sum_bw, knee.load.patellofemoral.interval.sum_bw);
        (interval.low / sum, interval.high / sum)
    });
    let metric = table.desk.units() == UnitSystem::Metric;
    let (height_m, height_unit) = if metric { (1.0, "m") } else { (METRES_PER_FOOT, "ft") };
    let lane = |name: String, values: Vec<Option<f64>>| Lane {
        name,
        values,
        range: None,
        said: |value| format!("{value:.0}"),
        steps: STEPS,
        is_upside_down: false,
        is_ground: false,
        height: 52.0,
    };
    let force = lane(Texts.lane_force().to_owned(), each(&Stage::force_bw));
    let pace = lane(Texts.lane_pace(table.unit), each(&|stage| pace_s(table, stage)));
    let mut lanes = vec![
        Lane { range, height: 84.0, said: short, ..force },
        Lane { is_upside_down: true, said: pace_said, steps: PACE_STEPS, ..pace },
        lane(Texts.lane_heart().to_owned(), each(&|stage| stage.mean_heart_rate_bpm)),
        Lane {
            is_ground: true,
            ..lane(
                Texts.lane_height(height_unit),
                each(&|stage| {
                    table.samples.altitude_m.get(sample_of(table, stage)).map(|m| f64::from(m) / height_m)
                }),
            )
        },
        lane(Texts.lane_steps().to_owned(), each(&|stage| stage.mean_cadence_spm)),
    ];
    lanes.retain(|lane| lane.values.iter().flatten().count() > 9);
    lanes
}

/// Seconds for a kilometre or mile; slower than a walk counts as standing.
fn pace_s(table: &Table<'_, '_>, stage: &Stage) -> Option<f64> {
    stage.speed_mps().filter(|mps| *mps > 0.8).map(|mps| table.unit_m / mps)
}

fn pace_said(seconds: f64) -> String {
    Seconds::new(seconds).map(outings::clock).unwrap_or_default()
}

/// What is said of a place.
fn said(table: &Table<'_, '_>, stage: &Stage) -> String {
    let mut said = vec![format!("{} {}", table.unit, decimal(stage.from_m / table.unit_m, 1))];
    said.extend(stage.force_bw().map(|force| Texts.said_force(&decimal(force, 1))));
    said.extend(pace_s(table, stage).map(|pace| format!("{} min/{}", pace_said(pace), table.unit)));
    said.extend(stage.mean_heart_rate_bpm.map(|bpm| Texts.said_heart(&format!("{bpm:.0}"))));
    let altitude = table.samples.altitude_m.get(sample_of(table, stage));
    said.extend(altitude.map(|metres| table.desk.voice().height(f64::from(metres))));
    said.extend(stage.mean_cadence_spm.map(|spm| Texts.said_steps(&format!("{spm:.0}"))));
    said.join(", ")
}

/// One row a kilometre or mile.
pub fn splits(table: &Table<'_, '_>, cut: &Course) -> Vec<Split> {
    let forces = || cut.stages.iter().filter_map(Stage::force_bw);
    let most = forces().fold(0.0, f64::max);
    let least = forces().fold(f64::INFINITY, f64::min);
    let whole = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.0}"));
    let height =
        |metres: Option<f64>| metres.map_or_else(String::new, |metres| table.desk.voice().height(metres));
    let row = |(number, stage): (usize, &Stage)| Split {
        name: if stage.metres < 0.95 * table.unit_m && stage.metres > 0.0 {
            decimal((stage.from_m + stage.metres) / table.unit_m, 2)
        } else {
            format!("{:.0}", (stage.from_m / table.unit_m).floor() + 1.0)
        },
        pace: pace_s(table, stage).map(pace_said).unwrap_or_default(),
        force: stage.force_bw().map_or_else(String::new, |force| decimal(force, 1)),
        // From a little below the least, so that differences show.
        width: px(stage
            .force_bw()
            .map_or(0.0, |force| 8.0 + 52.0 * (force - least) / (most - least).max(0.2))),
        up: height(stage.ascent_m),
        down: height(stage.descent_m),
        heart: whole(stage.mean_heart_rate_bpm),
        is_more: number >= SHOWN,
    };
    cut.stages.iter().filter(|stage| stage.metres > 20.0).enumerate().map(row).collect()
}

/// The laps of the watch, when there is more than one.
pub fn laps(table: &Table<'_, '_>) -> Vec<Lap> {
    let laps = &table.activity.laps;
    if laps.len() < 2 {
        return Vec::new();
    }
    let parts = table.knee().map_or(&[][..], |knee| &knee.load.laps);
    let row = |(number, lap): (usize, &kneewise_types::Lap)| {
        let force = parts.get(number).and_then(|part| {
            let steps = part.dose.running_steps + part.dose.walking_steps;
            (steps > 0.0).then(|| part.dose.patellofemoral.sum_bw / steps)
        });
        Lap {
            number: number + 1,
            length: lap
                .distance
                .map_or_else(String::new, |distance| table.desk.voice().distance(distance.as_m())),
            time: outings::clock(lap.timer.unwrap_or(lap.elapsed)),
            force: force.map_or_else(String::new, |force| decimal(force, 1)),
            heart: lap.mean_heart_rate.map_or_else(String::new, |rate| format!("{:.0}", rate.as_bpm())),
        }
    };
    laps.iter().enumerate().map(row).collect()
}
