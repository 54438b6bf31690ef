//! Which line of shoes was worn on each day: a model with its replacements, for what one pair does to a knee.
//!
//! Formula: pairs of the same brand and model, or of the same name but for a number at its end, are one line; a line is there
//!   on the day of a run in it and on the day after. Source: clinical text G.2 (F7), key `rule`, grade D; lines [choice]: who
//!   buys the same shoe again has the same shoe again. Says nothing: before pairs are named, or with a single line.

use super::super::timeline::Timeline;
use super::present::{Presence, lasting_days};
use crate::calendar::real;
use crate::causes::case::Case;
use crate::shoes::rack::Pair;
use kneewise_types::assessment::Family;
use std::collections::BTreeMap;

/// Days for which a run in a line counts.
const LINE_DAYS: usize = 2;
/// Lines with fewer of the named runs than this are not looked at [choice].
const LEAST_SHARE: f64 = 0.05;

/// One presence for each line, which share the weight of one pair that hurts.
pub(super) fn lines(case: &Case<'_>, timeline: Timeline) -> Vec<Presence> {
    let line_of: Vec<String> = case.rack.pairs.iter().map(line).collect();
    let mut known: Vec<Option<bool>> =
        case.load.days.days().iter().map(|day| day.running_distance_m.map(|_| false)).collect();
    let mut runs: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut first = None;
    for run in case.rack.all_runs() {
        let Some(at) = timeline.position(run.activity.local_date) else { continue };
        match run.pair.and_then(|pair| line_of.get(pair)) {
            Some(line) => {
                first = first.or(Some(at));
                runs.entry(line).or_default().push(at);
            }
            None => known.iter_mut().skip(at).take(1).for_each(|day| *day = None),
        }
    }
    known.iter_mut().take(first.unwrap_or(timeline.days)).for_each(|day| *day = None);
    let all: usize = runs.values().map(Vec::len).sum();
    runs.retain(|_, days| real(days.len()) >= LEAST_SHARE * real(all));
    if runs.len() < 2 {
        return Vec::new();
    }
    let share = 1.0 / real(runs.len());
    let presence = |worn: &Vec<usize>| {
        let mut days = known.clone();
        for at in worn {
            days.iter_mut().skip(*at).take(1).for_each(|day| *day = Some(true));
        }
        Presence {
            id: "footwear.one_pair_hurts",
            family: Family::Footwear,
            days: lasting_days(days, LINE_DAYS),
            share,
        }
    };
    runs.values().map(presence).collect()
}

fn line(pair: &Pair<'_>) -> String {
    let model = pair.shoe.and_then(|shoe| Some((shoe.brand.as_deref(), shoe.model.as_deref()?)));
    match model {
        Some((brand, model)) => of_words(&format!("{} {model}", brand.unwrap_or_default())),
        None => of_words(pair.name),
    }
}

/// The words without a number, with or without a hash, at the end.
fn of_words(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let line = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('#').trim();
    if line.is_empty() { name } else { line.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_pair_of_a_model_is_the_same_line() {
        assert_eq!(of_words("Ghost 15"), of_words(" ghost 16 "));
        assert_eq!(of_words("Meadow #2"), "meadow");
        assert_eq!(of_words("1080"), "1080");
        assert_ne!(of_words("Swift 1"), of_words("Cove 1"));
    }
}
