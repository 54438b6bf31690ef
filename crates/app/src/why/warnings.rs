//! Early signs above the causes: what was seen, what to do within two days, how far the sign can be trusted.

use super::paint::{Ink, Page, Paragraph};
use crate::words::{Voice, sources, warnings as said};
use kneewise_advise::false_alarms::false_alarms;
use kneewise_types::EarlyWarning;
use kneewise_types::assessment::Assessment;

/// Columns before what is said.
const LABEL: usize = 12;
const RECENT_DAYS: i64 = 28;

/// Those that still ask to react.
pub fn active(page: &mut Page<'_>, assessment: &Assessment, voice: &Voice) {
    let active: Vec<&EarlyWarning> = assessment.warnings.iter().filter(|warning| warning.is_active).collect();
    if active.is_empty() {
        return;
    }
    let figures = false_alarms();
    page.gap();
    for warning in active {
        let tag = sources::tag(&warning.evidence);
        let how =
            Paragraph { lead: "Early sign", lead_ink: Ink::Strong, tag: &tag, ..Paragraph::plain(LABEL) };
        page.write(&said::sentence(&warning.fact, warning.side, voice), how);
        page.write(
            &said::rate(warning.fact.kind(), &figures),
            Paragraph { ink: Some(Ink::Quiet), ..Paragraph::plain(LABEL) },
        );
    }
    page.write(said::next(), Paragraph::plain(LABEL));
}

/// Those of the last four weeks.
pub fn recent(assessment: &Assessment) -> Vec<EarlyWarning> {
    let from = assessment.as_of.saturating_sub(jiff::Span::new().days(RECENT_DAYS - 1));
    assessment.warnings.iter().filter(|warning| warning.last >= from).cloned().collect()
}
