//! The pattern screen as text for a terminal.

use super::paint::{Ink, Page, Paragraph, Style};
use crate::documents::screen::{KneeScreen, QuestionList, ScreenDocument};
use crate::words::numbers::capital;
use crate::words::{Voice, knee, pattern, questions};
use kneewise_types::assessment::Assessment;
use kneewise_types::{RedFlagQuestion, Side};

/// Columns before what is said.
const LABEL: usize = 12;
const FOOTER: &str = "Education and decision support, not a diagnosis.";

/// What the answers of each knee fit, and what is asked next.
#[must_use]
pub fn render_screen(document: &ScreenDocument, style: &Style) -> String {
    let mut page = Page::new(style);
    if document.knees.is_empty() {
        page.write(
            "Nothing is known of a knee yet. Enter how it is, and where: kneewise log pain 3 --left --kneecap",
            Paragraph::plain(0),
        );
        return page.finish();
    }
    for knee in &document.knees {
        page.gap();
        one(&mut page, knee, document.age_known);
    }
    page.gap();
    page.write(FOOTER, Paragraph { ink: Some(Ink::Quiet), ..Paragraph::plain(0) });
    page.finish()
}

fn one(page: &mut Page<'_>, screen: &KneeScreen, age_known: bool) {
    let name = capital(knee::knee(screen.side));
    page.write(&name, Paragraph { ink: Some(Ink::Strong), ..Paragraph::plain(0) });
    for flag in &screen.red_flags {
        let stop =
            Paragraph { lead: "⬣ ", lead_ink: Ink::Stop, ink: Some(Ink::Stop), ..Paragraph::plain(2) };
        page.write(&flag.text, stop);
    }
    if !screen.text.is_empty() {
        page.write(&screen.text, Paragraph::plain(0));
    }
    for condition in &screen.conditions {
        if screen.conditions.len() > 1 {
            page.write(&capital(condition.name), Paragraph::plain(0));
        }
        labelled(page, "Fits", &condition.fits.join("; "));
        labelled(page, "Does not", &condition.against.join("; "));
    }
    for overlay in &screen.overlays {
        labelled(page, "Watch", overlay.text);
    }
    if screen.safety.due {
        labelled(page, "First", &format!("{} kneewise\u{a0}screen\u{a0}safety", screen.safety.text));
    }
    if !age_known {
        labelled(page, "Then", pattern::age_first());
    }
    if let Some(question) = &screen.next_question {
        let how = question.how.map(|how| format!(" {how}")).unwrap_or_default();
        labelled(page, "Next", &format!("{}{how}", question.text));
        for line in [&question.yes, &question.no] {
            labelled(page, "", &line.replace(' ', "\u{a0}"));
        }
    } else if screen.red_flags.is_empty() && screen.label.is_some() {
        labelled(page, "Next", "Every question is answered.");
    }
}

fn labelled(page: &mut Page<'_>, lead: &str, text: &str) {
    if !text.is_empty() {
        page.write(text, Paragraph { lead, lead_ink: Ink::Strong, ..Paragraph::plain(LABEL) });
    }
}

/// The safety questions of these knees, why they are due, and the lines that answer them.
#[must_use]
pub fn render_safety(assessment: &Assessment, sides: &[Side], voice: &Voice, style: &Style) -> String {
    let mut page = Page::new(style);
    let open: Vec<_> = assessment.open_questions.iter().filter(|open| sides.contains(&open.side)).collect();
    for open in &open {
        let text = format!("{}: {}", capital(knee::knee(open.side)), pattern::due(open, voice));
        page.write(&text, Paragraph { ink: Some(Ink::Strong), ..Paragraph::plain(0) });
    }
    if open.is_empty() {
        page.write("No safety question waits. They can be answered at any time:", Paragraph::plain(0));
    }
    page.gap();
    let is_asked = |question: &RedFlagQuestion| match question {
        RedFlagQuestion::All | RedFlagQuestion::Cleared => false,
        // Asked after a yes to R10 alone.
        RedFlagQuestion::R10Saddle => open.iter().any(|open| open.questions.contains(question)),
        _ => open.is_empty() || open.iter().any(|open| open.questions.contains(question)),
    };
    for question in RedFlagQuestion::ALL.iter().filter(|question| is_asked(question)) {
        let lead = Paragraph { lead: question.code(), lead_ink: Ink::Strong, ..Paragraph::plain(5) };
        page.write(questions::flag(*question), lead);
    }
    page.gap();
    let of_open: Vec<Side> = open.iter().map(|open| open.side).collect();
    let answered = if of_open.is_empty() { sides } else { of_open.as_slice() };
    for side in answered {
        labelled(&mut page, "None", &pattern::none_line(*side).replace(' ', "\u{a0}"));
        labelled(&mut page, "A yes", &pattern::yes_line("R4", *side).replace(' ', "\u{a0}"));
    }
    page.finish()
}

/// Every question with its answers.
#[must_use]
pub fn render_questions(list: &QuestionList, style: &Style) -> String {
    let mut page = Page::new(style);
    for (title, asked) in [("Pattern", &list.findings), ("Safety", &list.safety)] {
        page.gap();
        page.write(title, Paragraph { ink: Some(Ink::Strong), ..Paragraph::plain(0) });
        for question in asked {
            let lead = Paragraph { lead: question.id, lead_ink: Ink::Strong, ..Paragraph::plain(5) };
            let answers: Vec<String> = question
                .answers
                .iter()
                .map(|answer| {
                    let word = if answer.answer { "yes" } else { "no" };
                    format!("{} {word} ({})", knee::knee(answer.side), answer.date)
                })
                .collect();
            let answered =
                if answers.is_empty() { String::new() } else { format!(" {}.", answers.join(", ")) };
            page.write(&format!("{}{answered}", question.text), lead);
        }
    }
    page.finish()
}
