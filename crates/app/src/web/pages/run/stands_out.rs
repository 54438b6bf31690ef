//! What stands out in one outing, each with its grade.

use super::Table;
use crate::web::pages::day;
use crate::web::pages::parts::{From, Said};
use crate::words::knee_where;
use crate::words::numbers::per_cent;
use crate::words::pages::run::Run as Texts;
use kneewise_analyse::knee::{Course, ground_shares};
use kneewise_types::{Evidence, Grade};

/// The model of the knee (load text D).
const MODEL: Evidence = Evidence::new(Grade::D, "rule");
/// Steps slower than the pace explains, as a share (own choice).
const SLOWED: f64 = 0.02;

pub fn said(table: &Table<'_, '_>) -> Vec<Said> {
    let by_model = |text: String| Said { text, from: From::new(&MODEL) };
    let mut said: Vec<Said> = Vec::new();
    if table.activity.sport.is_running() {
        said.extend(day::long_run_on(table.desk, table.activity.local_date));
    }
    said.extend(hardest(table).map(by_model));
    said.extend(downhill(table).map(by_model));
    said.extend(table.course.as_ref().and_then(|course| slowed(table, course)).map(by_model));
    said
}

/// The part that did most a metre, by the same rule as `knee show`.
fn hardest(table: &Table<'_, '_>) -> Option<String> {
    let hardest = table.picture.as_ref()?.hardest.as_ref()?;
    Some(knee_where::hardest(&table.desk.voice(), Some(hardest)))
}

fn downhill(table: &Table<'_, '_>) -> Option<String> {
    let shares = ground_shares(table.knee()?, &table.runner.preferred)?;
    let descent = shares.descent;
    (descent.is_heavier() && descent.distance_share >= 0.05)
        .then(|| Texts.downhill(&per_cent(descent.distance_share), &per_cent(descent.damage_share.m6)))
}

/// Step rate against the runner's own at that speed: the last fifth beside the first three.
fn slowed(table: &Table<'_, '_>, course: &Course) -> Option<String> {
    let told: Vec<(f64, f64)> = course
        .stages
        .iter()
        .filter_map(|stage| {
            let spm = stage.mean_cadence_spm?;
            Some((spm, spm / table.runner.preferred.at_spm(stage.speed_mps()?)))
        })
        .collect();
    if told.len() < 50 {
        return None;
    }
    let mean = |part: &[(f64, f64)]| {
        #[expect(clippy::cast_precision_loss, reason = "a few hundred stages")]
        let count = part.len().max(1) as f64;
        let sums = part.iter().fold((0.0, 0.0), |sums, told| (sums.0 + told.0, sums.1 + told.1));
        (sums.0 / count, sums.1 / count)
    };
    let (early, late) = (told.get(..told.len() * 3 / 5)?, told.get(told.len() * 4 / 5..)?);
    let (before, later) = (mean(early), mean(late));
    (later.1 - before.1 <= -SLOWED)
        .then(|| Texts.slowed(&format!("{:.0}", before.0), &format!("{:.0}", later.0)))
}
