//! One outing: what it was, and what it asked of the knee along the way.

mod before;
mod facts;
mod stands_out;
mod way;

use super::day;
use super::parts::Said;
use crate::knees::Habits;
use crate::web::asked::Asked;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::query::Query;
use crate::web::segment::Segment;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::words::numbers::{METRES_PER_MILE, capital, full_day};
use crate::words::pages::run::Run as Texts;
use crate::words::{knee_where, outings};
use askama::Template;
use axum::body::Body;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kneewise_analyse::knee::{
    Course, KneeActivity, KneePicture, KneeQuality, KneeRunner, NoKneeLoad, Outline, knee_picture,
};
use kneewise_types::{Activity, Samples, SourceKind, UnitSystem};
use serde::Deserialize;

/// Places of a line; a phone has fewer pixels than this.
const PLACES: usize = 320;

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct RunQuery {
    /// `show`: the first and last metres of the route too.
    ends: String,
}

#[derive(Template)]
#[template(path = "run.html")]
struct RunPage {
    frame: Frame,
    t: Texts,
    eyebrow: String,
    title: String,
    chips: Vec<String>,
    facts: Vec<facts::Figure>,
    way: Option<way::Way>,
    splits: Vec<way::Split>,
    splits_title: &'static str,
    unit: &'static str,
    laps: Vec<way::Lap>,
    stands_out: Vec<Said>,
    before: Vec<before::Row>,
    notes: Vec<String>,
    doubts: Vec<String>,
    lacks: Vec<&'static str>,
    sources: Vec<String>,
    id: String,
    day: String,
}

/// An outing on the table: everything the parts of the page need.
struct Table<'a, 'b> {
    desk: &'a Desk<'b>,
    activity: &'a Activity,
    samples: &'a Samples,
    runner: KneeRunner,
    picture: Option<KneePicture>,
    course: Option<Course>,
    unit_m: f64,
    unit: &'static str,
}

/// `GET /runs/{id}`
pub async fn show(
    State(server): State<Server>,
    asked: Asked,
    Segment(id): Segment,
    Query(query): Query<RunQuery>,
) -> Result<Response, Trouble> {
    server.page(asked, Here::Runs, move |desk| page(desk, &id, query.ends == "show")).await
}

/// `GET /runs/{id}/original`: the bytes it was read from, as they came.
pub async fn original(
    State(server): State<Server>,
    asked: Asked,
    Segment(id): Segment,
) -> Result<Response, Trouble> {
    server
        .read(asked, move |desk| {
            let kept = desk.store.get_activity(&id)?.ok_or_else(|| Trouble::not_found("no such outing"))?;
            let source = kept.activity.sources.first().ok_or_else(|| Trouble::not_found("no file"))?;
            let bytes = desk.store.get_original(&source.content)?;
            let bytes = bytes.ok_or_else(|| Trouble::not_found("the file itself was not kept"))?;
            let name: String =
                source.path.rsplit(['/', '\\']).next().unwrap_or("file").chars().map(plain).collect();
            let headers = [
                (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
                (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
            ];
            Ok((headers, Body::from(bytes)).into_response())
        })
        .await
}

/// A character that may stand in the name of a download.
const fn plain(character: char) -> char {
    if character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '_') { character } else { '_' }
}

fn page(desk: &mut Desk<'_>, id: &str, has_ends: bool) -> Result<Response, Trouble> {
    let kept = desk.store.get_activity(id)?;
    let kept = kept.filter(|kept| kept.activity.local_date <= desk.as_of());
    let kept = kept.ok_or_else(|| Trouble::not_found("there is no such outing"))?;
    let before = before::rows(desk, &kept.activity, &kept.samples)?;
    let (activity, samples) = (&kept.activity, &kept.samples);
    let history = desk.history();
    let runner = Habits::new(history, &history.gait, desk.as_of()).runner(history, activity);
    let (unit_m, unit) = match desk.units() {
        UnitSystem::Metric => (1000.0, "km"),
        UnitSystem::Imperial => (METRES_PER_MILE, "mi"),
    };
    let picture = knee_picture(activity, samples, &runner, unit_m);
    let lacks = lacks(&picture);
    let outline = Outline::new(activity, samples).ok();
    let table = Table {
        desk,
        activity,
        samples,
        runner,
        picture: picture.ok(),
        course: outline.as_ref().map(|outline| outline.along(&runner, PLACES)),
        unit_m,
        unit,
    };
    let cut = outline.as_ref().map(|outline| outline.splits(&runner, unit_m));
    let title = title(&table);
    html(&RunPage {
        frame: Frame::new(desk, Here::Runs, title.clone()),
        t: Texts,
        eyebrow: eyebrow(activity),
        title,
        chips: facts::chips(&table),
        facts: facts::facts(&table),
        stands_out: stands_out::said(&table),
        splits: cut.map(|cut| way::splits(&table, &cut)).unwrap_or_default(),
        splits_title: if unit == "km" { Texts.splits_km() } else { Texts.splits_mile() },
        unit,
        laps: way::laps(&table),
        way: way::way(&table, has_ends),
        before,
        notes: [&activity.description, &activity.private_note].into_iter().flatten().cloned().collect(),
        doubts: activity.quality.iter().map(|doubt| capital(&outings::doubt(doubt))).collect(),
        lacks,
        sources: activity.sources.iter().map(|source| source.path.clone()).collect(),
        id: activity.id.0.clone(),
        day: format!("/day/{}", activity.local_date),
    })
}

fn eyebrow(activity: &Activity) -> String {
    let mut said = full_day(activity.local_date);
    if activity.is_start_exact {
        let offset = jiff::tz::Offset::from_seconds(activity.utc_offset_s).unwrap_or(jiff::tz::Offset::UTC);
        let time = offset.to_datetime(activity.start).time();
        said.push_str(&format!(", {:02}:{:02}", time.hour(), time.minute()));
    }
    let from = match activity.sources.first().map(|source| source.kind) {
        Some(SourceKind::Fit | SourceKind::Tcx | SourceKind::Gpx) => Texts.from_file(),
        Some(SourceKind::ExportTable) => Texts.from_table(),
        Some(SourceKind::Log) | None => Texts.from_log(),
    };
    format!("{said}, {from}")
}

/// The outing as a sentence: its name, its length, and whether it was longer than the knee knew.
fn title(table: &Table<'_, '_>) -> String {
    let activity = table.activity;
    let name = activity.title.clone().filter(|title| !title.trim().is_empty());
    let name = name.unwrap_or_else(|| capital(&outings::sport(activity.sport)));
    let name = name.trim_end_matches('.');
    let Some(distance) = activity.distance else {
        return format!("{name}, {}.", outings::clock(activity.duration()));
    };
    let length = table.desk.voice().distance(distance.as_m());
    if activity.sport.is_running()
        && let Some(beyond) = day::beyond(table.desk, activity.local_date, distance.as_m())
    {
        return format!("{name}, {beyond}");
    }
    format!("{name}, {length}.")
}

/// What could not be known of the knee, and why.
fn lacks(picture: &Result<KneePicture, NoKneeLoad>) -> Vec<&'static str> {
    match picture {
        Err(reason) => vec![knee_where::without(*reason)],
        Ok(picture) => {
            let said = picture.knee.load.quality.iter().filter_map(|quality| match quality {
                KneeQuality::SummaryOnly => Some(Texts.no_samples()),
                KneeQuality::CadenceMissing { .. } => Some(Texts.no_cadence()),
                KneeQuality::GradeUnknown => Some(Texts.no_grade()),
                _ => None,
            });
            said.collect()
        }
    }
}

impl Table<'_, '_> {
    /// What the whole of it asked of the knee.
    fn knee(&self) -> Option<&KneeActivity> {
        self.picture.as_ref().map(|picture| &picture.knee)
    }
}
