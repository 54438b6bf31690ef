//! Home tests: what the body scores, with the traits of the sore side and of the other.

use super::{Person, stream};
use crate::Mechanism;
use crate::circumstances::Tests;
use crate::mechanism::Course;
use crate::random::Random;
use crate::scenario::Scenario;
use jiff::ToSpan;
use jiff::civil::Date;
use kneewise_types::{Side, TestId, TestResult, TestSide};

/// A test, a typical good value, the spread between sides and days, and the smallest step.
struct Test(TestId, f64, f64, f64);

const BATTERY: [Test; 8] = [
    Test(TestId::KneeToWall, 12.0, 0.3, 0.5),
    Test(TestId::HeelRaise, 26.0, 0.5, 1.0),
    Test(TestId::HamstringBridge, 27.0, 0.5, 1.0),
    Test(TestId::SidePlank, 66.0, 1.2, 1.0),
    Test(TestId::LateralStepDown, 2.0, 0.2, 1.0),
    Test(TestId::ProneKneeBend, 10.0, 0.3, 0.5),
    Test(TestId::SingleLegSitToStand, 24.0, 0.6, 1.0),
    Test(TestId::KneeExtension90, 17.0, 1.0, 1.0),
];

/// So many of the battery a classic runner does.
const CLASSIC: usize = 6;

/// Every result. Who has circumstances scatters more from day to day, and may have a trait on the other side.
pub(super) fn tests(scenario: &Scenario, person: &Person) -> Vec<TestResult> {
    let mut random = stream(scenario, 6, 0);
    let (count, scatter) =
        if scenario.circumstances.is_some() { (BATTERY.len(), 2.0) } else { (CLASSIC, 1.0) };
    let traits = Traits::of(scenario);
    let mut results = Vec::new();
    for date in dates(scenario) {
        for Test(test, typical, spread, step) in BATTERY.iter().take(count) {
            for side in Side::BOTH {
                let shift = traits.shift(*test, *typical, side == person.side);
                let value = typical + shift + scatter * spread * random.normal();
                let side = if side == Side::Left { TestSide::Left } else { TestSide::Right };
                let value = ((value / step).round() * step).max(0.0);
                results.push(TestResult { date, test: *test, side, value, pain: None });
            }
        }
    }
    results
}

/// The days of testing, oldest first: a classic runner tests eight and two months before the end.
fn dates(scenario: &Scenario) -> Vec<Date> {
    let back: Vec<u32> = match scenario.circumstances.as_ref().map(|here| here.keeping.tests) {
        None => vec![243, 62],
        Some(Tests::Never) => Vec::new(),
        Some(Tests::Once(days)) => vec![days],
        Some(Tests::Every(days)) => {
            let mut back: Vec<u32> =
                (0..).map(|n| days / 2 + n * days).take_while(|&at| at < scenario.days).collect();
            back.reverse();
            back
        }
    };
    let within = back.into_iter().filter(|&back| back < scenario.days);
    within.filter_map(|back| scenario.end.checked_sub(i64::from(back).days()).ok()).collect()
}

/// What the sore side, and the other, are short of.
struct Traits {
    sore: Vec<Mechanism>,
    other: Vec<Mechanism>,
}

impl Traits {
    fn of(scenario: &Scenario) -> Self {
        let planted = scenario.cause.map(|cause| cause.mechanism).into_iter();
        let here = scenario.circumstances.iter().flat_map(|here| here.exposures.iter().copied());
        let sore = planted.chain(here).filter(|mechanism| mechanism.course() == Course::Trait).collect();
        let mut random: Random = stream(scenario, 32, 0);
        let all = Mechanism::ALL.iter().copied().filter(|mechanism| mechanism.course() == Course::Trait);
        let other = all.filter(|_| scenario.circumstances.is_some() && random.chance(0.08)).collect();
        Self { sore, other }
    }

    /// What they take from, or add to, a test of one side.
    fn shift(&self, test: TestId, typical: f64, is_sore_side: bool) -> f64 {
        let of_side = if is_sore_side { &self.sore } else { &self.other };
        let has = |mechanism| of_side.contains(&mechanism);
        match test {
            TestId::HeelRaise | TestId::HamstringBridge if has(Mechanism::LimbAsymmetry) => -0.23 * typical,
            TestId::ProneKneeBend if has(Mechanism::QuadricepsTight) => 5.0,
            TestId::SingleLegSitToStand if has(Mechanism::QuadricepsWeak) => -0.22 * typical,
            TestId::LateralStepDown if has(Mechanism::MovementControl) => 2.6,
            TestId::KneeToWall if has(Mechanism::AnkleStiff) => -4.0,
            TestId::KneeExtension90 if has(Mechanism::HamstringsShort) => 19.0,
            _ => 0.0,
        }
    }
}
