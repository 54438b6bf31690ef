//! What is due today besides the answer: the block of an experiment, the weekly check.

use super::paint::{Ink, Page, Paragraph};
use crate::words::{Voice, experiment, scores, sources};
use kneewise_types::assessment::Assessment;

/// Columns before what is said.
const LABEL: usize = 12;

/// Under the light of today.
pub fn lines(page: &mut Page<'_>, assessment: &Assessment, voice: &Voice) {
    for state in &assessment.experiments {
        let tag = sources::tag(&state.evidence);
        let how =
            Paragraph { lead: "Experiment", lead_ink: Ink::Strong, tag: &tag, ..Paragraph::plain(LABEL) };
        let text = match &state.stop {
            Some(stop) => Some(format!("Wait. {}", experiment::stop(stop, voice))),
            None => experiment::today(state),
        };
        if let Some(text) = text {
            page.write(&text, how);
        }
    }
    for due in &assessment.weekly_due {
        let how = Paragraph { lead: "Weekly", lead_ink: Ink::Strong, ..Paragraph::plain(LABEL) };
        page.write(&scores::week_due(due, voice), how);
        let line = Paragraph { ink: Some(Ink::Accent), ..Paragraph::plain(LABEL) };
        page.write(&scores::week_line(due), line);
    }
}
