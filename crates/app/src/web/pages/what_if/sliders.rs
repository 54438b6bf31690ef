//! The controls: native sliders with their value in words.

use super::ANY_DESCENT;
use crate::web::other_way::OtherWay;
use crate::words::pages::what_if::{WhatIf as Texts, shoe as shoe_name};
use kneewise_types::shoe::ShoeCategory;

/// One option of a list.
pub struct Choice {
    pub value: &'static str,
    pub name: &'static str,
    pub is_chosen: bool,
}

/// One slider; its words stand in the page, so that script can say a value before it is sent.
pub struct Slider {
    pub name: &'static str,
    pub title: &'static str,
    pub hint: &'static str,
    pub min: i32,
    pub max: i32,
    pub value: i32,
    /// The value in words.
    pub said: String,
    /// The value that means "as it was".
    pub same: i32,
    /// What is said above and below it; `#` stands for the number.
    pub more: String,
    pub less: String,
}

/// The four sliders as a way of running sets them.
pub fn sliders(way: &OtherWay) -> Vec<Slider> {
    let percent = |name, (title, hint), (min, max), value: Option<f64>| {
        let value = whole(value.unwrap_or(0.0)).clamp(min, max);
        let (more, less) = (Texts.more("#"), Texts.less("#"));
        Slider {
            name,
            title,
            hint,
            min,
            max,
            value,
            said: said(value, 0, (&more, &less)),
            same: 0,
            more,
            less,
        }
    };
    let any = whole(ANY_DESCENT);
    let steepest = way.steepest_descent_percent.map_or(any, whole).clamp(0, any);
    let at_most = Texts.at_most("#");
    vec![
        percent("cadence_percent", (Texts.steps(), Texts.steps_hint()), (-10, 15), way.cadence_percent),
        Slider {
            name: "steepest_descent_percent",
            title: Texts.descents(),
            hint: Texts.descents_hint(),
            min: 0,
            max: any,
            value: steepest,
            said: said(steepest, any, (&at_most, &at_most)),
            same: any,
            more: at_most.clone(),
            less: at_most,
        },
        percent("speed_percent", (Texts.speed(), Texts.speed_hint()), (-20, 20), way.speed_percent),
        percent("mass_percent", (Texts.mass(), Texts.mass_hint()), (-15, 15), way.mass_percent),
    ]
}

fn said(value: i32, same: i32, (more, less): (&str, &str)) -> String {
    if value == same {
        return Texts.same().to_owned();
    }
    let pattern = if value > same { more } else { less };
    pattern.replace('#', &value.abs().to_string())
}

/// Kinds of shoes, as worn first.
pub fn shoes(chosen: Option<ShoeCategory>) -> Vec<Choice> {
    let as_worn = Choice { value: "as-worn", name: Texts.as_worn(), is_chosen: chosen.is_none() };
    let kinds = ShoeCategory::ALL.iter().map(|category| Choice {
        value: category.word(),
        name: shoe_name(*category),
        is_chosen: chosen == Some(*category),
    });
    [as_worn].into_iter().chain(kinds).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a percentage that was checked, below 100")]
fn whole(percent: f64) -> i32 {
    percent.round() as i32
}
