//! The runner's own statistics on home: what came before this knee's flares, as dots on one axis and in words.

use crate::charts::ratio::{self, Dot};
use crate::web::server::Desk;
use crate::words::knee;
use crate::words::numbers::{capital, count, decimal, few};
use crate::words::own;
use crate::words::pages::own::Own as Texts;
use kneewise_types::assessment::Assessment;
use kneewise_types::own_data::{Exposure, OwnData, OwnFinding, Tier};

/// Exposures shown; the rest are in the document.
const SHOWN: usize = 5;
/// Odds ratio at the end of the axis.
const END: f64 = 8.0;

/// The section.
#[derive(Debug)]
pub struct OwnShown {
    pub title: String,
    pub note: String,
    pub rows: Vec<Row>,
    /// With too few flares to compare: what was there before each.
    pub before: Vec<String>,
    /// What was seen over the years.
    pub years: Vec<String>,
}

/// One exposure.
#[derive(Debug)]
pub struct Row {
    pub name: String,
    pub times: String,
    pub drawing: String,
    pub said: String,
    /// For the drawer.
    pub figures: Figures,
}

/// Numbers behind a row.
#[derive(Debug)]
pub struct Figures {
    pub ratio: String,
    pub interval: String,
}

/// The section of a desk; `None` without a flare.
pub fn own(desk: &Desk<'_>) -> Option<OwnShown> {
    let assessment: &Assessment = &desk.snapshot.assessment;
    let told = &assessment.own_data;
    if told.flares == 0 {
        return None;
    }
    let voice = desk.voice();
    let years = told.boom_and_bust.as_ref().and_then(own::boom_and_bust).into_iter();
    let years = years.chain(told.change_points.iter().map(|change| own::change(change, &voice))).collect();
    let whose = told.side.map_or("", knee::knee);
    Some(OwnShown {
        title: Texts.title(&few(told.flares), whose),
        note: note(told),
        rows: shown(told).into_iter().map(row).collect(),
        before: if told.findings.is_empty() {
            told.before.iter().map(|flare| own::before(flare, &voice)).collect()
        } else {
            Vec::new()
        },
        years,
    })
}

fn note(told: &OwnData) -> String {
    if told.findings.is_empty() {
        return own::too_few().to_owned();
    }
    Texts.compared(&capital(&count(told.usable_flares, "flare", "flares")))
}

/// Those with a sign first, then the leading one of each other family, then what is left.
fn shown(told: &OwnData) -> Vec<&OwnFinding> {
    let mut all: Vec<&OwnFinding> = told.findings.iter().collect();
    all.sort_by(|a, b| b.tier.cmp(&a.tier).then(strength(b).total_cmp(&strength(a))));
    let mut first: Vec<&OwnFinding> = Vec::new();
    let mut rest: Vec<&OwnFinding> = Vec::new();
    for finding in all {
        let family = finding.exposure.family();
        let is_first = finding.tier > Tier::None || first.iter().all(|one| one.exposure.family() != family);
        if is_first { first.push(finding) } else { rest.push(finding) }
    }
    first.into_iter().chain(rest).take(SHOWN).collect()
}

fn strength(finding: &OwnFinding) -> f64 {
    (finding.sceptical.log_odds_ratio / finding.sceptical.sd).abs()
}

fn row(finding: &OwnFinding) -> Row {
    let exposure: Exposure = finding.exposure;
    let [low, high] = finding.estimate.interval;
    let span = Texts.anywhere(standing(low), standing(high));
    let said = own::claim(finding).unwrap_or_else(|| Texts.no_sign().to_owned());
    let doubt = own::doubt(finding).map(|doubt| format!(" {doubt}")).unwrap_or_default();
    let name = capital(&own::name(exposure, finding.pair.as_deref()));
    let dot = Dot {
        ratio: finding.estimate.odds_ratio,
        low,
        high,
        is_clear: finding.tier > Tier::None,
        label: format!("{name}: {}, {span}", standing(finding.estimate.odds_ratio)),
    };
    let number = |value: f64| decimal(value, 1);
    Row {
        times: match finding.exposed {
            0 => Texts.never(&few(finding.flares)),
            exposed => Texts.times(&few(exposed), &few(finding.flares)),
        },
        drawing: ratio::draw(&dot, END),
        said: format!("{said}{doubt} {}", capital(&span)),
        figures: Figures {
            ratio: number(finding.estimate.odds_ratio),
            interval: Texts.from_to(&number(low), &number(high)),
        },
        name,
    }
}

fn standing(odds_ratio: f64) -> &'static str {
    own::standing(odds_ratio)
}
