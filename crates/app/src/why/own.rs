//! The screen of `kneewise own`: each exposure as a dot and a line from rarer to more often, and every doubt.

use super::paint::{Ink, Page, Paragraph, Style};
use crate::words::numbers::{capital, full_day};
use crate::words::{Voice, knee, own};
use kneewise_types::assessment::Assessment;
use kneewise_types::own_data::{OwnData, OwnFinding, Tier};

/// Columns of the line; the middle one is "as usual".
const COLUMNS: usize = 25;
/// Odds ratio at either end of the line.
const END: f64 = 8.0;
/// Exposures shown; the rest are in the document.
const SHOWN: usize = 10;

/// The whole screen.
#[must_use]
pub fn render(assessment: &Assessment, style: &Style) -> String {
    let voice = Voice { as_of: assessment.as_of, units: style.units };
    let own = &assessment.own_data;
    let mut page = Page::new(style);
    heading(&mut page, assessment);
    let strong = Paragraph { ink: Some(Ink::Strong), ..Paragraph::plain(0) };
    if own.flares == 0 {
        page.write("There is no flare in your diary yet, so there is nothing to compare.", strong);
    } else if own.findings.is_empty() {
        page.write(own::too_few(), strong);
        before(&mut page, own, &voice);
    } else {
        compared(&mut page, own);
    }
    over_the_years(&mut page, own, &voice);
    caveats(&mut page);
    page.finish()
}

fn heading(page: &mut Page<'_>, assessment: &Assessment) {
    let whose = assessment.own_data.side.map_or("flares", knee::knee);
    let what = match assessment.own_data.side {
        Some(_) => format!("What came before the flares of your {whose}?"),
        None => "What came before your flares?".to_owned(),
    };
    page.line(&what);
    let day = full_day(assessment.as_of);
    page.line(&page.style.paint(Ink::Quiet, &day));
    page.gap();
}

fn compared(page: &mut Page<'_>, own: &OwnData) {
    let strong = Paragraph { ink: Some(Ink::Strong), ..Paragraph::plain(0) };
    let best = own.findings.first().filter(|finding| finding.tier > Tier::None);
    match best.and_then(own::claim) {
        Some(claim) => page.write(&claim, strong),
        None => page.write(&own::nothing_stood_out(own.usable_flares), strong),
    }
    page.write(
        &format!(
            "{} flares; {} could be compared with the same weekdays of the weeks before.",
            own.flares, own.usable_flares
        ),
        Paragraph::plain(0),
    );
    page.gap();
    if page.style.bars {
        let ends = format!("{:<width$}{:>width$}", "rarer", "more often", width = COLUMNS / 2 + 1);
        page.line(&page.style.paint(Ink::Quiet, &format!("  {ends}  flares")));
    }
    let mut shown: Vec<&OwnFinding> = own.findings.iter().collect();
    shown.sort_by(|a, b| b.tier.cmp(&a.tier).then(strength(b).total_cmp(&strength(a))));
    for finding in shown.iter().take(SHOWN) {
        row(page, finding);
    }
    let more = shown.len().saturating_sub(SHOWN);
    if more > 0 {
        page.line(&page.style.paint(Ink::Quiet, &format!("  and {more} more, in kneewise own --json")));
    }
    for finding in shown.iter().skip(1).filter(|finding| finding.tier > Tier::None) {
        if let Some(claim) = own::claim(finding) {
            page.gap();
            page.write(&claim, Paragraph::plain(0));
        }
    }
}

fn strength(finding: &OwnFinding) -> f64 {
    (finding.sceptical.log_odds_ratio / finding.sceptical.sd).abs()
}

fn row(page: &mut Page<'_>, finding: &OwnFinding) {
    let name = capital(&own::name(finding.exposure, finding.pair.as_deref()));
    let flares = format!("{} of {}", finding.exposed, finding.flares);
    let told =
        format!("{}, from {} to {}", own::standing(finding.estimate.odds_ratio), low(finding), high(finding));
    let doubt = own::doubt(finding).map(|doubt| format!(" {doubt}")).unwrap_or_default();
    if page.style.bars {
        let line = line(finding);
        page.line(&format!("  {}  {flares:<9}{name}", page.style.paint(Ink::Accent, &line)));
        if !doubt.is_empty() {
            page.write(doubt.trim(), Paragraph { ink: Some(Ink::Quiet), ..Paragraph::plain(COLUMNS + 13) });
        }
    } else {
        page.write(&format!("{name}: {told}; {flares} flares.{doubt}"), Paragraph::plain(2));
    }
}

fn low(finding: &OwnFinding) -> &'static str {
    own::standing(finding.estimate.interval[0])
}

fn high(finding: &OwnFinding) -> &'static str {
    own::standing(finding.estimate.interval[1])
}

/// The interval as a line, the estimate as a dot, "as usual" as a mark, on a logarithmic scale.
fn line(finding: &OwnFinding) -> String {
    let [low, high] = finding.estimate.interval.map(place);
    let at = place(finding.estimate.odds_ratio);
    (0..COLUMNS)
        .map(|column| match column {
            column if column == at => '●',
            column if column == COLUMNS / 2 => '┊',
            column if (low..=high).contains(&column) => '─',
            _ => ' ',
        })
        .collect()
}

/// Column of an odds ratio.
fn place(odds_ratio: f64) -> usize {
    let share = (odds_ratio.ln() / END.ln()).clamp(-1.0, 1.0).midpoint(1.0);
    let last = f64::from(u32::try_from(COLUMNS - 1).unwrap_or(u32::MAX));
    (0..COLUMNS)
        .min_by(|a, b| {
            let off = |column: usize| (f64::from(u32::try_from(column).unwrap_or(0)) - share * last).abs();
            off(*a).total_cmp(&off(*b))
        })
        .unwrap_or(0)
}

fn before(page: &mut Page<'_>, own: &OwnData, voice: &Voice) {
    page.gap();
    for flare in &own.before {
        page.write(&own::before(flare, voice), Paragraph { lead: "·", ..Paragraph::plain(2) });
    }
}

fn over_the_years(page: &mut Page<'_>, own: &OwnData, voice: &Voice) {
    page.gap();
    if let Some(told) = own.boom_and_bust.as_ref().and_then(own::boom_and_bust) {
        page.write(&told, Paragraph::plain(0));
    }
    for change in &own.change_points {
        page.write(&own::change(change, voice), Paragraph::plain(0));
    }
}

fn caveats(page: &mut Page<'_>) {
    page.gap();
    page.write("What to keep in mind", Paragraph { ink: Some(Ink::Quiet), ..Paragraph::plain(0) });
    for caveat in own::caveats() {
        page.write(caveat, Paragraph { lead: "·", ink: Some(Ink::Quiet), ..Paragraph::plain(2) });
    }
}
