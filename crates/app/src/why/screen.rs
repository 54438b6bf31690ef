//! One screen for the runner: the answer, its reasons, what to do first.

use super::blocks::{answer, causes, closing, heading};
use super::paint::{Ink, Page, Paragraph, Style};
use super::{blocks, chart, is_empty, warnings};
use crate::words::{Voice, knee, pattern, questions, red_flags};
use kneewise_types::advice::Advice;
use kneewise_types::assessment::{Assessment, OpenQuestions, RedFlag};
use kneewise_types::{RedFlagQuestion, Side};

const FOOTER: &str = "Education and decision support, not a diagnosis.";

/// The answer as text for a terminal.
#[must_use]
pub fn render(assessment: &Assessment, advice: &Advice, style: &Style) -> String {
    if is_empty(assessment) {
        return render_empty(style);
    }
    let voice = Voice { as_of: assessment.as_of, units: style.units };
    let mut page = Page::new(style);
    match advice {
        Advice::SeekCare { red_flags } => seek_care(&mut page, red_flags, &assessment.open_questions, &voice),
        Advice::AnswerFirst { questions } => answer_first(&mut page, assessment, questions, &voice),
        Advice::Train { actions } => {
            heading(&mut page, assessment);
            answer(&mut page, assessment, &voice);
            warnings::active(&mut page, assessment, &voice);
            causes(&mut page, assessment, &voice);
            chart::draw(&mut page, assessment, &voice);
            closing(&mut page, assessment, actions, &voice);
        }
    }
    footer(&mut page);
    page.finish()
}

/// How to start, on an empty database.
#[must_use]
pub fn render_empty(style: &Style) -> String {
    let mut page = Page::new(style);
    page.write("Nothing is here yet.", Paragraph { ink: Some(Ink::Strong), ..Paragraph::plain(0) });
    page.gap();
    page.write(
        "kneewise reads what your watch has kept for years and says what may contribute to the pain of your knee, \
         with the reasons for and against.",
        Paragraph::plain(0),
    );
    page.gap();
    for (command, what) in [
        ("kneewise import PATH", "watch files, a folder, or a whole export; the first answer takes a minute"),
        ("kneewise demo", "a simulated runner, answered in a second"),
        ("kneewise log pain --help", "ten seconds a day; flares can be compared with your runs"),
    ] {
        let how = Paragraph { lead: command, lead_ink: Ink::Accent, ..Paragraph::plain(26) };
        page.write(what, how);
    }
    footer(&mut page);
    page.finish()
}

fn footer(page: &mut Page<'_>) {
    page.gap();
    page.write(FOOTER, Paragraph { ink: Some(Ink::Quiet), ..Paragraph::plain(0) });
}

/// The act first, why, what was told, whom to call, when not to wait: nothing else.
fn seek_care(page: &mut Page<'_>, flags: &[RedFlag], open: &[OpenQuestions], voice: &Voice) {
    let Some(first) = flags.first() else { return };
    let stop = Paragraph { lead: "⬣ ", lead_ink: Ink::Stop, ink: Some(Ink::Stop), ..Paragraph::plain(2) };
    let knee = first.side.map(|side| format!(" It is about the {}.", knee::knee(side))).unwrap_or_default();
    page.write(red_flags::act(first.urgency), stop);
    page.write(&format!("{}{knee}", red_flags::meanwhile(first.id)), Paragraph::plain(2));
    page.gap();
    page.write(red_flags::why(first.id), Paragraph::plain(2));
    blocks::told(page, first, voice);
    for other in flags.iter().skip(1) {
        page.gap();
        let also = [red_flags::act(other.urgency), red_flags::meanwhile(other.id), red_flags::why(other.id)]
            .join(" ");
        let also = format!("Also: {also}");
        page.write(&also, Paragraph::plain(2));
        blocks::told(page, other, voice);
    }
    follow_up(page, open);
    page.gap();
    page.write(red_flags::whom(first.urgency), Paragraph { lead: "  Call", ..Paragraph::plain(11) });
    page.write(
        &format!("if {}; or {}.", first_two(&red_flags::go_today()), red_flags::go_today()[2]),
        Paragraph { lead: "  Go now", ..Paragraph::plain(11) },
    );
    let side = first.side.unwrap_or(Side::Right);
    let seen = format!(
        "once a professional has examined it and allowed running: {}",
        whole(&pattern::cleared_line(side))
    );
    page.write(&seen, Paragraph { lead: "  Seen", ..Paragraph::plain(11) });
    page.gap();
    let rest =
        "Plans, exercises and results are put away until this knee has been seen. Your diary stays open.";
    page.write(rest, Paragraph { ink: Some(Ink::Quiet), ..Paragraph::plain(2) });
}

/// The one question that an answer asks at once, because it decides how soon.
fn follow_up(page: &mut Page<'_>, open: &[OpenQuestions]) {
    let asked = RedFlagQuestion::R10Saddle;
    for open in open.iter().filter(|open| open.questions.contains(&asked)) {
        page.gap();
        page.write(questions::flag(asked), Paragraph { lead: "  Now", ..Paragraph::plain(11) });
        for is_yes in [true, false] {
            page.write(&whole(&pattern::answer_line(asked.code(), is_yes, open.side)), Paragraph::plain(11));
        }
    }
}

fn first_two(lines: &[&str; 3]) -> String {
    let [first, second, _] = lines;
    format!("{first}; or {second}")
}

/// The safety questions, then what may already be said.
fn answer_first(page: &mut Page<'_>, assessment: &Assessment, open: &[OpenQuestions], voice: &Voice) {
    let asked = asked(open);
    let number = u32::try_from(asked.len()).unwrap_or(u32::MAX);
    let count =
        crate::words::numbers::capital(&crate::words::numbers::count(number, "question", "questions"));
    page.write(
        &format!("{count} first, one minute."),
        Paragraph { ink: Some(Ink::Strong), ..Paragraph::plain(0) },
    );
    let since = open.iter().map(|o| o.since).min().map(|day| voice.day(day)).unwrap_or_default();
    let whose = format!(
        "The {} hurt since {since}. Before any plan, these signs must be ruled out. Is any of them so?",
        knees(open)
    );
    page.write(&whose, Paragraph::plain(0));
    page.gap();
    for question in &asked {
        page.write(questions::flag(*question), Paragraph { lead: question.code(), ..Paragraph::plain(5) });
    }
    page.gap();
    for side in Side::BOTH.into_iter().filter(|side| open.iter().any(|open| open.side == *side)) {
        let how = Paragraph { lead_ink: Ink::Strong, ink: Some(Ink::Accent), ..Paragraph::plain(7) };
        page.write(&whole(&pattern::none_line(side)), Paragraph { lead: "None", ..how });
        page.write(&whole(&pattern::yes_line("R4", side)), Paragraph { lead: "A yes", ..how });
    }
    warnings::active(page, assessment, voice);
    page.gap();
    blocks::ladders(page, assessment);
}

/// A command stays on one line, so that it can be copied.
fn whole(line: &str) -> String {
    line.replace(' ', "\u{a0}")
}

fn asked(open: &[OpenQuestions]) -> Vec<RedFlagQuestion> {
    let mut asked: Vec<_> = open.iter().flat_map(|open| open.questions.iter().copied()).collect();
    asked.sort_unstable();
    asked.dedup();
    asked
}

fn knees(open: &[OpenQuestions]) -> &'static str {
    let has = |side: Side| open.iter().any(|open| open.side == side);
    match (has(Side::Left), has(Side::Right)) {
        (true, true) => "knees have",
        (true, false) => "left knee has",
        (false, _) => "right knee has",
    }
}
