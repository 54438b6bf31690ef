//! Load and damage of the three structures as ratios: always together, in words and as dots on one axis.

use crate::charts::ratio::{self, Dot};
use crate::words::knee_load::{likely, more_or_less, structure};
use crate::words::numbers::capital;
use crate::words::pages::what_if::WhatIf as Texts;
use kneewise_analyse::knee::what_if::{Ratio, StructureChange};
use kneewise_analyse::knee::{Robust, Structure};

/// The rows and what the ends of their axis mean.
#[derive(Debug, Default)]
pub struct Ratios {
    pub rows: Vec<Row>,
    pub ends: (&'static str, &'static str),
}

/// Load or damage of one structure.
#[derive(Debug)]
pub struct Row {
    pub structure: String,
    pub is_first: bool,
    pub what: &'static str,
    /// Absent where the sign hangs on an assumption.
    pub drawing: Option<String>,
    pub said: String,
    pub range: String,
}

impl Ratios {
    /// Of the kneecap joint, its tendon, and the joint between thigh and shin.
    #[must_use]
    pub fn of(front: &StructureChange, tendon: &StructureChange, main: &StructureChange) -> Self {
        let of = [
            (Structure::Patellofemoral, front),
            (Structure::PatellarTendon, tendon),
            (Structure::Tibiofemoral, main),
        ];
        let dots: Vec<Dot> = of
            .iter()
            .flat_map(|(_, change)| [Some(dot(&change.impulse, Texts.load())), damage_dot(change)])
            .flatten()
            .collect();
        let end = ratio::end(&dots);
        let mut rows = Vec::new();
        for (which, change) in of {
            let name = capital(structure(which));
            rows.push(row((name.clone(), true), (Texts.load(), &change.impulse), end));
            rows.push(match damage_dot(change) {
                Some(_) => row((name, false), (Texts.damage(), &change.damage), end),
                None => Row {
                    structure: name,
                    is_first: false,
                    what: Texts.damage(),
                    drawing: None,
                    said: Texts.not_shown().to_owned(),
                    range: String::new(),
                },
            });
        }
        Self { rows, ends: ends(end) }
    }
}

fn row((structure, is_first): (String, bool), (what, of): (&'static str, &Ratio), end: f64) -> Row {
    // Below half a per cent there is nothing to doubt.
    let is_sure = of.interval.high - of.interval.low < 0.01;
    let mut range = if is_sure { String::new() } else { Texts.likely(&likely(of)) };
    if !is_sure && !of.is_one_sided() {
        range.push_str(&format!(". {}", Texts.either_way()));
    }
    let drawing = Some(ratio::draw(&dot(of, what), end));
    Row { structure, is_first, what, drawing, said: more_or_less(of.ratio), range }
}

fn dot(of: &Ratio, what: &str) -> Dot {
    Dot {
        ratio: of.ratio,
        low: of.interval.low,
        high: of.interval.high,
        is_clear: of.is_one_sided(),
        label: format!("{what}: {}, {}", more_or_less(of.ratio), Texts.likely(&likely(of))),
    }
}

fn damage_dot(change: &StructureChange) -> Option<Dot> {
    (change.damage_sign != Robust::NotRobust).then(|| dot(&change.damage, Texts.damage()))
}

fn ends(end: f64) -> (&'static str, &'static str) {
    if end < 1.4 {
        (Texts.fifth_less(), Texts.quarter_more())
    } else if end < 1.9 {
        (Texts.third_less(), Texts.half_more())
    } else if end < 3.0 {
        (Texts.half(), Texts.double())
    } else if end < 6.0 {
        (Texts.quarter(), Texts.four_times())
    } else {
        (Texts.eighth(), Texts.eight_times())
    }
}
