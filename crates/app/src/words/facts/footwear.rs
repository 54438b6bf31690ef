//! Shoes: how they fit the runner, which pairs were in use, what changed.

use crate::words::Voice;
use crate::words::numbers::{capital, count, per_cent, short};
use kneewise_types::reason::Fact;

pub fn fit(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::FootPostureAndShoes { fpi6, neutral_share } => format!(
            "Foot posture {} of 12\u{a0}points, and {} of the distance in neutral shoes.",
            short(*fpi6),
            per_cent(*neutral_share)
        ),
        Fact::MassAndFirmShoes { mass_kg, split_kg, firm_share } => {
            let place = if mass_kg < split_kg { "below" } else { "not below" };
            format!(
                "Your weight of {} is {place} the {} that divided that study; {} of the distance was in firm shoes.",
                voice.mass(*mass_kg),
                voice.mass(*split_kg),
                per_cent(*firm_share)
            )
        }
        Fact::LowDrop { low_drop_share, weeks_with_run, weeks } => format!(
            "{} of the distance in shoes with a drop of 6\u{a0}mm or less, with runs in {weeks_with_run} of {weeks}\u{a0}weeks.",
            per_cent(*low_drop_share)
        ),
        Fact::MinimalAndMass { mass_kg, limit_kg, minimal_share } => format!(
            "{} of the distance in minimal shoes at a weight of {}; pain rose above about {} in one study.",
            per_cent(*minimal_share),
            voice.mass(*mass_kg),
            voice.mass(*limit_kg)
        ),
        Fact::ShoeWear { name, distance_m, wear, share } => format!(
            "{name} reached {}, {} of its expected life, and carried {} of the last four weeks. That alone is a weak \
             explanation.",
            voice.distance(*distance_m),
            per_cent(*wear),
            per_cent(*share)
        ),
        _ => return None,
    })
}

pub fn pairs(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::PairsInUse { weeks, runs, pairs: 1, names } => {
            let name = names.first().map(|name| format!(", {name},")).unwrap_or_default();
            format!(
                "One pair{name} for {} in {}.",
                count(*runs, "run", "runs"),
                count(*weeks, "week", "weeks")
            )
        }
        Fact::PairsInUse { weeks, runs, pairs, names } => format!(
            "{} for {} in {}: {}.",
            capital(&count(*pairs, "pair", "pairs")),
            count(*runs, "run", "runs"),
            count(*weeks, "week", "weeks"),
            names.join(", ")
        ),
        Fact::ShoeChange { date, from_name, to_name, drop_change_mm, is_plated, is_minimal } => {
            let drop = drop_change_mm.map(|mm| {
                format!("{}\u{a0}mm {} drop", short(mm.abs()), if mm < 0.0 { "less" } else { "more" })
            });
            let plate = is_plated.then(|| "a stiff plate".to_owned());
            let minimal = is_minimal.then(|| "a minimal shoe".to_owned());
            let what: Vec<_> = [drop, plate, minimal].into_iter().flatten().collect();
            let what = if what.is_empty() { "another type".to_owned() } else { what.join(", ") };
            format!("On {} you changed from {from_name} to {to_name}: {what}.", voice.day(*date))
        }
        Fact::NoShoeChange { from, to } => format!("No change of shoe type from {}.", voice.span(*from, *to)),
        Fact::PairsCompared { worse, worse_mean, worse_runs, better, better_mean, better_runs } => format!(
            "Pain in like runs averaged {worse_mean:.1} of 10 in {worse} ({}) and {better_mean:.1} in {better} ({}).",
            count(*worse_runs, "run", "runs"),
            count(*better_runs, "run", "runs")
        ),
        Fact::SameModel { name, since, months, wear } => {
            let wear =
                wear.map(|wear| format!(", at {} of its expected life", per_cent(wear))).unwrap_or_default();
            format!("The same model, {name}, since {}, {months:.0}\u{a0}months{wear}.", voice.day(*since))
        }
        _ => return None,
    })
}

pub fn clue(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::FootPostureAndShoes { .. } => "pronated feet in neutral shoes".to_owned(),
        Fact::MassAndFirmShoes { .. } => "firm shoes for your weight".to_owned(),
        Fact::LowDrop { .. } => "a low drop, week after week".to_owned(),
        Fact::MinimalAndMass { .. } => "minimal shoes for your weight".to_owned(),
        Fact::ShoeWear { name, .. } => format!("{name} is worn"),
        Fact::PairsInUse { pairs: 1, .. } => "one pair for every run".to_owned(),
        Fact::ShoeChange { date, to_name, .. } => format!("a change to {to_name} on {}", voice.day(*date)),
        Fact::PairsCompared { worse, better, .. } => format!("more pain in {worse} than in {better}"),
        _ => return None,
    })
}
