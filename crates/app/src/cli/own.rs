//! `kneewise own`: what came before this knee's flares, with every doubt.

use super::context::Context;
use super::failure::Failure;
use crate::words::{own, red_flags};
use crate::{documents, why};
use kneewise_types::assessment::Assessment;
use serde_json::{Value, json};

pub fn run(context: &Context) -> Result<(), Failure> {
    let (history, as_of) = context.history(&mut context.store()?)?;
    let assessment = kneewise_analyse::assess(&history, as_of);
    if context.screen.is_json {
        return context.screen.json(&document(&assessment));
    }
    if let Some(flag) = assessment.red_flags.iter().find(|flag| flag.is_blocking) {
        let first = format!("{} First: kneewise why", red_flags::act(flag.urgency));
        return context.screen.print(&first);
    }
    context.screen.print(why::own::render(&assessment, &context.style(&history.profile)).trim_end())
}

/// Behind a red flag nothing but the flag is told.
fn document(assessment: &Assessment) -> Value {
    let own = &assessment.own_data;
    if assessment.red_flags.iter().any(|flag| flag.is_blocking) {
        return json!({ "schema": 1, "as_of": assessment.as_of, "locked": true, "findings": [] });
    }
    let without: Vec<Value> = own
        .without
        .iter()
        .map(|(exposure, why)| json!({ "exposure": exposure, "reason": why, "text": own::no_finding(*why) }))
        .collect();
    let before: Vec<Value> = own
        .before
        .iter()
        .map(|flare| {
            let unusual: Vec<Value> = flare
                .unusual
                .iter()
                .map(|(exposure, pair)| json!({ "exposure": exposure, "pair": pair }))
                .collect();
            json!({ "start": flare.start, "peak_pain": flare.peak_pain, "unusual": unusual })
        })
        .collect();
    json!({
        "schema": 1,
        "as_of": assessment.as_of,
        "locked": false,
        "side": own.side,
        "flares": own.flares,
        "usable_flares": own.usable_flares,
        "findings": own.findings.iter().map(documents::own_data::shown).collect::<Vec<_>>(),
        "missing": without,
        "before_each_flare": before,
        "change_points": own.change_points,
        "boom_and_bust": own.boom_and_bust,
        "caveats": own::caveats(),
    })
}
