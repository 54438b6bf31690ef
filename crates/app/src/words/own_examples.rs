//! Every sentence about the runner's own flares, for the gallery.

use super::examples::day;
use super::{Voice, own};
use kneewise_types::own_data::{
    BoomAndBust, Chance, ChangePoint, Estimate, Exposure, FlareBefore, NoFinding, OwnFinding, Rise,
    Robustness, Tier,
};

const TIERS: [Tier; 4] = [Tier::Hint, Tier::Suggestive, Tier::Consistent, Tier::Tested];

/// Six flares, five of them with the exposure.
pub fn finding(exposure: Exposure, tier: Tier) -> OwnFinding {
    let told = Estimate {
        log_odds_ratio: 0.8,
        sd: 0.5,
        odds_ratio: 2.2,
        interval: [0.8, 5.9],
        above_1: 0.95,
        above_1_5: 0.8,
    };
    OwnFinding {
        exposure,
        pair: (exposure == Exposure::CertainPair).then(|| "Swift 5".to_owned()),
        flares: 6,
        exposed: 5,
        step: None,
        estimate: told,
        sceptical: told,
        firth: None,
        lagged: None,
        joint: None,
        chance: Chance { permutation_p: 0.04, family_wise_p: 0.09, is_kept: false, luck: Some(0.02) },
        robustness: Robustness {
            without_any_flare: true,
            over_exponents_and_lags: true,
            is_time_trend_suspected: false,
        },
        tier,
        tested: None,
        contribution: 0.0,
    }
}

/// All of them.
pub fn sentences(voice: &Voice) -> Vec<String> {
    let mut all: Vec<String> = Exposure::ALL
        .iter()
        .filter_map(|exposure| own::claim(&finding(*exposure, Tier::Suggestive)))
        .collect();
    all.extend(TIERS.into_iter().filter_map(|tier| own::claim(&finding(Exposure::ShortSleep, tier))));
    all.extend(TIERS.into_iter().filter_map(|tier| own::claim(&finding(Exposure::Descent, tier))));
    let mut tested = finding(Exposure::CertainPair, Tier::Tested);
    tested.tested = Some(kneewise_types::ExperimentOutcome::DailyPain);
    all.extend(own::claim(&tested));
    let mut doubted = finding(Exposure::Descent, Tier::Hint);
    doubted.robustness.without_any_flare = false;
    all.extend(own::doubt(&doubted).map(str::to_owned));
    doubted.robustness.is_time_trend_suspected = true;
    all.extend(own::doubt(&doubted).map(str::to_owned));
    all.extend([own::too_few().to_owned(), own::caveat().to_owned()]);
    all.extend([own::nothing_stood_out(4), own::nothing_stood_out(12)]);
    all.extend(own::caveats().map(str::to_owned));
    let flare = |unusual| FlareBefore { start: day("2026-09-22"), peak_pain: 5, unusual };
    let seen = vec![(Exposure::SessionSpike, None), (Exposure::CertainPair, Some("Swift 5".to_owned()))];
    all.extend([own::before(&flare(seen), voice), own::before(&flare(vec![]), voice)]);
    let change = |give_or_take| ChangePoint {
        week: 6,
        from: day("2026-03-02"),
        give_or_take,
        before: 1.2,
        after: 4.4,
        permutation_p: 0.03,
    };
    all.extend([own::change(&change(0), voice), own::change(&change(2), voice)]);
    all.extend([0, 1, 2, 5].iter().filter_map(|clean| own::boom_and_bust(&cycles(*clean))));
    let reasons = [
        NoFinding::NoDiary,
        NoFinding::FewFlares,
        NoFinding::NotRecorded,
        NoFinding::NeverVaried,
        NoFinding::NotDaily,
    ];
    all.extend(reasons.map(|why| own::no_finding(why).to_owned()));
    all
}

/// Three rises that ended in a flare, and some that did not.
fn cycles(clean: usize) -> BoomAndBust {
    let rise = Rise {
        from: day("2026-01-01"),
        to: day("2026-02-01"),
        ratio: 1.3,
        percent_a_week: 6.0,
        ceiling_min: Some(40.0),
        flare: Some(day("2026-02-03")),
    };
    BoomAndBust {
        rises: vec![rise; 3 + clean],
        cycles: 3,
        bust_percent_a_week: Some(6.0),
        clean_percent_a_week: Some(4.0),
        ceiling_min: Some([40.0, 38.0, 43.0]),
        share: 0.6,
        expected_share: 0.2,
        permutation_p: 0.04,
        tier: Tier::Hint,
        from: day("2024-09-01"),
        to: day("2026-10-01"),
    }
}
