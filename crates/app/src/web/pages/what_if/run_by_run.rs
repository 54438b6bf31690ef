//! The last runs one by one: as they were, and with the change.

use crate::charts::before_after::{Bars, Lane, draw};
use crate::web::other_way::Runs;
use crate::web::server::Desk;
use crate::words::language::either;
use crate::words::numbers::{count, short_day};
use crate::words::pages::what_if::WhatIf as Texts;
use kneewise_analyse::knee::{Change, Robust, RunChange, what_if_run};
use kneewise_types::Date;

/// Runs shown where there is room, and on a phone.
const WIDE: usize = 16;
const NARROW: usize = 8;

/// Both drawings and the table that equals them.
pub struct RunByRun {
    pub note: String,
    pub wide: String,
    pub narrow: String,
    pub rows: Vec<Row>,
    /// Whether damage is shown at all.
    pub has_damage: bool,
}

/// One run.
pub struct Row {
    pub day: String,
    pub address: String,
    pub load: String,
    pub damage: String,
}

impl RunByRun {
    /// The last runs from a day on; damage only when its sign is safe to show.
    pub fn of(
        desk: &Desk<'_>,
        runs: &Runs,
        (since, change): (Date, &Change),
        damage_sign: Robust,
    ) -> Option<Self> {
        let run = runs.since(since).iter().rev().filter(|run| !run.bins.running.is_empty()).take(WIDE);
        let mut last: Vec<(Date, &str, RunChange)> = run
            .map(|run| (run.date, run.id.0.as_str(), what_if_run(run.cells(), &runs.preferred, change)))
            .collect();
        last.reverse();
        if last.is_empty() {
            return None;
        }
        let has_damage = damage_sign != Robust::NotRobust;
        let from_to =
            |before: f64, after: f64| Texts.from_to(&format!("{before:.0}"), &format!("{after:.0}"));
        let rows = last.iter().rev().map(|(date, id, run)| Row {
            day: desk.voice().day(*date),
            address: format!("/runs/{id}"),
            load: from_to(run.impulse_before_bw_s, run.impulse_after_bw_s),
            damage: from_to(run.damage_before_steps, run.damage_after_steps),
        });
        let rows = rows.collect();
        let number = count(
            u32::try_from(last.len()).unwrap_or(u32::MAX),
            either("run", "Lauf"),
            either("runs", "Läufe"),
        );
        let narrow = last.get(last.len().saturating_sub(NARROW)..).unwrap_or(&last);
        Some(Self {
            note: Texts.last_runs(&number),
            wide: drawing(&last, has_damage, 700.0),
            narrow: drawing(narrow, has_damage, 326.0),
            rows,
            has_damage,
        })
    }
}

fn drawing(runs: &[(Date, &str, RunChange)], has_damage: bool, width: f64) -> String {
    let days: Vec<String> = runs.iter().map(|(date, _, _)| short_day(*date)).collect();
    let lane = |name: &str, values: fn(&RunChange) -> (f64, f64)| Lane {
        name: name.to_owned(),
        values: runs.iter().map(|(_, _, run)| values(run)).collect(),
    };
    let mut lanes = vec![lane(Texts.lane_load(), |run| (run.impulse_before_bw_s, run.impulse_after_bw_s))];
    if has_damage {
        lanes.push(lane(Texts.lane_damage(), |run| (run.damage_before_steps, run.damage_after_steps)));
    }
    draw(&Bars { lanes: &lanes, days: &days, label: Texts.chart_label().to_owned(), width })
}
