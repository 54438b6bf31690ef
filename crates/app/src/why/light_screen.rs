//! The light as text for a terminal: shape and word, why, what comes next, what would complete it.

use super::paint::{Ink, Page, Paragraph, Style};
use crate::documents::lights;
use crate::words::numbers::{capital, count};
use crate::words::{Voice, knee, knee_light as light, red_flags, sources};
use kneewise_types::Side;
use kneewise_types::assessment::Assessment;
use kneewise_types::light::{KneeLight, Light};

/// Columns before what is said.
const LABEL: usize = 12;
/// Reasons that are shown of one knee.
const REASONS: usize = 3;

/// What was noted, then the lights of these knees, and before them what must be done first.
#[must_use]
pub fn render_lights(noted: &[String], assessment: &Assessment, sides: &[Side], style: &Style) -> String {
    let voice = Voice { as_of: assessment.as_of, units: style.units };
    let mut page = Page::new(style);
    for line in noted {
        page.write(line, Paragraph::plain(0));
    }
    page.gap();
    let is_flagged = flags(&mut page, assessment);
    let shown: Vec<&KneeLight> = assessment.lights.iter().filter(|knee| sides.contains(&knee.side)).collect();
    for (at, knee) in shown.iter().enumerate() {
        if at > 0 {
            page.gap();
        }
        one(&mut page, knee, is_flagged, &voice);
    }
    if let (_, Some(side)) = lights::spoken(assessment) {
        let text = format!("Both knees hurt; the worse light counts, that of the {}.", knee::knee(side));
        page.write(&text, Paragraph::plain(0));
    }
    questions(&mut page, assessment);
    page.finish()
}

fn flags(page: &mut Page<'_>, assessment: &Assessment) -> bool {
    let blocking: Vec<_> = assessment.red_flags.iter().filter(|flag| flag.is_blocking).collect();
    for flag in &blocking {
        let stop =
            Paragraph { lead: "⬣ ", lead_ink: Ink::Stop, ink: Some(Ink::Stop), ..Paragraph::plain(2) };
        page.write(red_flags::act(flag.urgency), stop);
        let side = flag.side.map(|side| format!("{}: ", capital(knee::knee(side)))).unwrap_or_default();
        let why = format!("{side}{} {}", red_flags::why(flag.id), red_flags::meanwhile(flag.id));
        page.write(&why, Paragraph::plain(2));
    }
    if !blocking.is_empty() {
        let more = Paragraph { lead: "More", lead_ink: Ink::Strong, ..Paragraph::plain(LABEL) };
        page.write("kneewise why", more);
        page.gap();
    }
    !blocking.is_empty()
}

fn one(page: &mut Page<'_>, knee: &KneeLight, is_flagged: bool, voice: &Voice) {
    let shape = format!("{} ", light::shape(knee.light));
    let ink = if knee.light == Some(Light::Red) { Ink::Stop } else { Ink::Strong };
    let head = format!("{} {}.", capital(knee::knee(knee.side)), light::headline(knee, voice));
    page.write(
        &head,
        Paragraph { lead: &shape, lead_ink: ink, ink: Some(Ink::Strong), ..Paragraph::plain(2) },
    );
    for reason in light::reasons(knee).take(REASONS) {
        let tag = sources::tag(&reason.evidence);
        page.write(
            &light::sentence(&reason.fact, knee.side, voice),
            Paragraph { tag: &tag, ..Paragraph::plain(2) },
        );
    }
    if !is_flagged {
        let next = Paragraph { lead: "Next", lead_ink: Ink::Strong, ..Paragraph::plain(LABEL) };
        page.write(&light::next_step(knee, voice), next);
    }
    for (at, gap) in knee.lacks.iter().enumerate() {
        let lead = if at == 0 { "To complete" } else { "" };
        let how = Paragraph { lead, lead_ink: Ink::Strong, ..Paragraph::plain(LABEL) };
        // The line stays whole, so that it can be copied.
        let text = light::gap(gap, knee.side, voice);
        let (when, line) =
            text.split_once("kneewise").map_or((text.as_str(), String::new()), |(when, line)| {
                (when, format!("kneewise{line}").replace(' ', "\u{a0}"))
            });
        page.write(&format!("{when}{line}"), how);
    }
}

/// Safety questions that wait, and how to answer them.
fn questions(page: &mut Page<'_>, assessment: &Assessment) {
    for (at, open) in assessment.open_questions.iter().enumerate() {
        let number = u32::try_from(open.questions.len()).unwrap_or(u32::MAX);
        let what = capital(&count(number, "safety question", "safety questions"));
        let text =
            format!("{what} for the {}, one minute: kneewise\u{a0}screen\u{a0}safety", knee::knee(open.side));
        page.write(
            &text,
            Paragraph {
                lead: if at == 0 { "First" } else { "" },
                lead_ink: Ink::Strong,
                ..Paragraph::plain(LABEL)
            },
        );
    }
}
