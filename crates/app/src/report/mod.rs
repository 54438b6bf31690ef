//! The one page that a runner hands to a clinician.
//!
//! In: what is known of one day, and what is to be left out. Out: a document, and the same as one printed sheet.
//! Never: a route, a place, a title or a note of an outing, a name; a word on training beside a red flag.

mod causes;
mod done;
mod person;
mod sheet;
mod short;
mod tested;

pub use crate::documents::report::{Report, ReportPart};
pub use sheet::{File, Sheet, name};

use crate::documents::SCHEMA;
use crate::documents::why::flag;
use crate::words::numbers::capital;
use crate::words::pages::report::Report as Texts;
use crate::words::{Voice, knee, own, plain};
use kneewise_types::History;
use kneewise_types::advice::Advice;
use kneewise_types::assessment::Assessment;
use std::collections::BTreeSet;

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    pub history: &'a History,
    pub assessment: &'a Assessment,
    pub advice: &'a Advice,
    pub voice: Voice,
    pub left_out: &'a BTreeSet<ReportPart>,
}

impl Case<'_> {
    /// Whether a part is wanted.
    #[must_use]
    pub fn has(&self, part: ReportPart) -> bool {
        !self.left_out.contains(&part)
    }

    /// Whether a red flag or an open safety question puts training away.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.assessment.is_locked()
    }

    /// The page as data.
    #[must_use]
    pub fn report(&self) -> Report {
        let assessment = self.assessment;
        Report {
            schema: SCHEMA,
            as_of: assessment.as_of,
            side: assessment.side,
            title: assessment.side.map_or_else(
                || Texts.title_plain().to_owned(),
                |side| Texts.title(&capital(knee::knee(side))),
            ),
            about: person::about(self),
            known: person::known(self),
            red_flags: assessment.red_flags.iter().map(|raised| flag(raised, &self.voice)).collect(),
            in_short: short::in_short(self),
            light: if self.is_locked() { None } else { short::light(self) },
            causes: causes::causes(self),
            patterns: causes::patterns(self),
            safety: short::safety(self),
            own: if self.has(ReportPart::Own) { self.own() } else { vec![] },
            tests: if self.has(ReportPart::Tests) { tested::tests(self) } else { vec![] },
            done: if self.has(ReportPart::Done) { done::done(self) } else { vec![] },
            questions: done::questions(self),
            left_out: self.left_out.iter().copied().collect(),
        }
    }

    /// What the runner's own flares say: the best claim with its doubt, and boom and bust.
    fn own(&self) -> Vec<String> {
        let data = &self.assessment.own_data;
        if data.flares == 0 {
            return vec![];
        }
        let hidden = |finding: &&kneewise_types::own_data::OwnFinding| {
            self.has(ReportPart::Shoes) || finding.pair.is_none()
        };
        let best =
            data.findings.iter().filter(hidden).find_map(|finding| Some((own::claim(finding)?, finding)));
        let mut said = match best {
            Some((claim, finding)) => {
                vec![claim, own::doubt(finding).unwrap_or(own::caveat()).to_owned()]
            }
            None if data.findings.is_empty() => vec![],
            None => vec![own::nothing_stood_out(data.usable_flares)],
        };
        said.extend(data.boom_and_bust.as_ref().and_then(own::boom_and_bust));
        said.iter().map(|line| plain(line)).collect()
    }
}
