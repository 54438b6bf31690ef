//! The last eight weeks as bars, and as a table.

use crate::charts::day_bars::{Day, DayBars, draw};
use crate::web::server::Desk;
use crate::words::numbers::short_day;
use crate::words::pages::knee_load::KneeLoad as Texts;
use jiff::ToSpan;
use kneewise_types::Date;
use std::collections::BTreeMap;

/// Days shown on a phone.
const NARROW: usize = 28;

/// Both drawings and the table that equals them.
pub struct Days {
    pub wide: String,
    pub narrow: String,
    pub rows: Vec<Row>,
}

/// One day with load.
pub struct Row {
    pub day: String,
    pub address: String,
    pub load: String,
    pub damage: String,
}

impl Days {
    /// Every day from one on; `None` when none has load.
    pub fn of(desk: &Desk<'_>, since: Date) -> Option<Self> {
        let mut by_day: BTreeMap<Date, (f64, f64)> = BTreeMap::new();
        for run in desk.history().knee.iter().filter(|run| run.local_date >= since) {
            let front = run.dose.patellofemoral;
            let day = by_day.entry(run.local_date).or_default();
            *day = (day.0 + front.impulse_bw_s, day.1 + front.damage_steps.m6);
        }
        if by_day.is_empty() {
            return None;
        }
        let whole = |value: f64| format!("{value:.0}");
        let mut days = Vec::new();
        let mut date = since;
        while date <= desk.as_of() {
            let (load, damage) = by_day.get(&date).copied().unwrap_or_default();
            let name = short_day(date);
            let said = Texts.said_day(&name, &whole(load), &whole(damage));
            days.push(Day { date, values: vec![load, damage], name, said });
            date = date.saturating_add(1.day());
        }
        let rows = by_day.iter().rev().map(|(date, (load, damage))| Row {
            day: desk.voice().day(*date),
            address: format!("/day/{date}"),
            load: whole(*load),
            damage: whole(*damage),
        });
        let narrow = days.get(days.len().saturating_sub(NARROW)..).unwrap_or(&days);
        Some(Self {
            wide: drawing(desk, &days, 1100.0),
            narrow: drawing(desk, narrow, 326.0),
            rows: rows.collect(),
        })
    }
}

fn drawing(desk: &Desk<'_>, days: &[Day], width: f64) -> String {
    let day = |day: Option<&Day>| day.map(|day| desk.voice().day(day.date)).unwrap_or_default();
    let lanes = [Texts.lane_load(), Texts.lane_damage()];
    let label = Texts.days_label(&day(days.first()), &day(days.last()));
    draw(&DayBars { days, lanes: &lanes, label, width })
}
