//! The parts of the screen: heading, answer, families with reasons, what to do, what is missing.

use super::paint::{Ink, Page, Paragraph};
use super::pick::{self, Shown};
use super::story;
use crate::documents::lights;
use crate::words::numbers::{capital, count, full_day};
use crate::words::{
    Voice, actions, answer as said, facts, families, knee, knee_light as light, missing, own, red_flags,
    sources, tests,
};
use kneewise_types::advice::Action;
use kneewise_types::assessment::{Assessment, BeliefWord, Finding, RedFlag};
use kneewise_types::light::Light;
use kneewise_types::reason::Reason;
use kneewise_types::{Evidence, Grade};

/// Columns before the name of a family, with the ladder and without.
const LADDER: usize = 6;
/// Columns of a family's name.
const NAME: usize = 10;
/// Columns before what is said under "First", "Missing" and the like.
const LABEL: usize = 12;
/// The pain rule of the education package for runners (clinical text A.3, C.1).
pub const PAIN_RULE: Evidence = Evidence::new(Grade::B, "S9");

/// The question and the day.
pub fn heading(page: &mut Page<'_>, assessment: &Assessment) {
    let question = story::question(assessment);
    let day = full_day(assessment.as_of);
    let style = *page.style;
    let free = style.columns().saturating_sub(question.chars().count() + day.chars().count());
    if free >= 2 {
        page.line(&format!("{question}{}{}", " ".repeat(free), style.paint(Ink::Quiet, &day)));
    } else {
        page.line(&question);
        page.line(&style.paint(Ink::Quiet, &day));
    }
    page.gap();
}

/// The answer in a sentence, the flare it is about, the pattern.
pub fn answer(page: &mut Page<'_>, assessment: &Assessment, voice: &Voice) {
    let strong = Paragraph { ink: Some(Ink::Strong), ..Paragraph::plain(0) };
    page.write(&story::opening(assessment, voice), strong);
    for line in story::flare(assessment, voice).into_iter().chain(story::patterns(assessment)) {
        page.write(&line, Paragraph::plain(0));
    }
    if !pick::is_sore(assessment) && assessment.working.pain_days.is_empty() {
        page.write(said::without_diary(), Paragraph::plain(0));
    }
}

/// The five families, with the reasons that matter.
pub fn causes(page: &mut Page<'_>, assessment: &Assessment, voice: &Voice) {
    page.gap();
    for (place, shown) in pick::families(assessment).into_iter().enumerate() {
        family(page, shown.finding);
        reasons(page, &shown, voice);
        if place == 0 {
            own_data(page, assessment, shown.finding);
        }
    }
}

/// What the runner's own flares say of the leading family, where they may.
fn own_data(page: &mut Page<'_>, assessment: &Assessment, finding: &Finding) {
    let Ok(found) = assessment.own_data.of(finding.family) else { return };
    let Some(claim) = own::claim(found) else { return };
    let indent = if page.style.bars { LADDER } else { 2 };
    let lead = format!("{}=", " ".repeat(indent));
    let text = format!("{claim} {}", own::doubt(found).unwrap_or(own::caveat()));
    let how = Paragraph {
        lead: &lead,
        lead_ink: Ink::Strong,
        tag: "your own flares",
        ..Paragraph::plain(indent + 2)
    };
    page.write(&text, how);
}

/// The five families at a glance.
pub fn ladders(page: &mut Page<'_>, assessment: &Assessment) {
    for shown in pick::families(assessment) {
        family(page, shown.finding);
    }
}

fn family(page: &mut Page<'_>, finding: &Finding) {
    let style = *page.style;
    let ladder = if style.bars { format!("{:<LADDER$}", ladder(finding)) } else { String::new() };
    let name = format!("{:<NAME$}", families::name(finding.family));
    let is_strong = pick::is_supported(finding);
    let mut word = pick::headline(finding);
    if LADDER + NAME + word.chars().count() > style.columns() {
        families::belief(finding.word).clone_into(&mut word);
    }
    let (name, word) = if is_strong {
        (style.paint(Ink::Strong, &name), word)
    } else {
        (name, style.paint(Ink::Quiet, &word))
    };
    page.line(&format!("{}{name}{word}", style.paint(Ink::Accent, &ladder)));
}

const fn bars(word: BeliefWord) -> &'static str {
    match word {
        BeliefWord::LittleSign => "▮▯▯▯",
        BeliefWord::May => "▮▮▯▯",
        BeliefWord::Probably => "▮▮▮▯",
        BeliefWord::MainCandidate => "▮▮▮▮",
    }
}

fn ladder(finding: &Finding) -> &'static str {
    if pick::is_open(finding) { "╎╎╎╎" } else { bars(finding.word) }
}

fn reasons(page: &mut Page<'_>, shown: &Shown<'_>, voice: &Voice) {
    let indent = if page.style.bars { LADDER } else { 2 };
    for reason in &shown.reasons {
        line(page, indent, "+", reason, voice);
    }
    for reason in &shown.against {
        line(page, indent, "−", reason, voice);
    }
    if shown.reasons.len() > 1 && shown.against.is_empty() {
        let lead = format!("{}−", " ".repeat(indent));
        page.write(said::nothing_against(), Paragraph { lead: &lead, ..Paragraph::plain(indent + 2) });
    }
}

fn line(page: &mut Page<'_>, indent: usize, sign: &str, reason: &Reason, voice: &Voice) {
    let lead = format!("{}{sign}", " ".repeat(indent));
    let tag = sources::tag(&reason.evidence);
    let how = Paragraph { lead: &lead, lead_ink: Ink::Strong, tag: &tag, ..Paragraph::plain(indent + 2) };
    page.write(&facts::sentence(&reason.fact, voice), how);
}

/// What was told that raised a red flag.
pub fn told(page: &mut Page<'_>, flag: &RedFlag, voice: &Voice) {
    for reason in &flag.reasons {
        page.write(&facts::sentence(&reason.fact, voice), Paragraph { lead: "  ·", ..Paragraph::plain(4) });
    }
}

/// What to do first, what would settle the doubt, what is missing.
pub fn closing(page: &mut Page<'_>, assessment: &Assessment, advised: &[Action], voice: &Voice) {
    page.gap();
    today(page, assessment, voice);
    not_better(page, assessment, voice);
    super::reminders::lines(page, assessment, voice);
    let labels = ["First", "Then"];
    for (action, label) in advised.iter().zip(labels) {
        let tag = sources::tag(&action.evidence);
        let how = Paragraph { lead: label, lead_ink: Ink::Strong, tag: &tag, ..Paragraph::plain(LABEL) };
        page.write(actions::text(action.id), how);
    }
    if advised.is_empty() {
        nothing_to_change(page, assessment);
    }
    if let Some(next) = assessment.next_tests.first() {
        let how = Paragraph { lead: "Next test", lead_ink: Ink::Strong, ..Paragraph::plain(LABEL) };
        page.write(&format!("{}.", capital(&tests::next(next))), how);
    }
    unknown(page, assessment);
}

/// The light of each knee; with two sore knees the worse one counts.
fn today(page: &mut Page<'_>, assessment: &Assessment, voice: &Voice) {
    let (lit, counts) = lights::spoken(assessment);
    let painful = lit.iter().any(|knee| knee.light != Some(Light::Green));
    for (at, knee) in lit.into_iter().filter(|_| painful).enumerate() {
        let label = if at == 0 { format!("{:<LABEL$}", "Today") } else { " ".repeat(LABEL) };
        let lead = format!("{label}{}", light::shape(knee.light));
        let (text, tag) = lights::line(knee, voice);
        let how = Paragraph { lead: &lead, lead_ink: Ink::Strong, tag: &tag, ..Paragraph::plain(LABEL + 2) };
        page.write(&text, how);
    }
    if let Some(side) = counts {
        let text = format!("Both knees hurt; the worse light counts, that of the {}.", knee::knee(side));
        page.write(&text, Paragraph::plain(LABEL));
    }
}

/// A flag that locks nothing: no improvement after six weeks.
fn not_better(page: &mut Page<'_>, assessment: &Assessment, voice: &Voice) {
    for flag in assessment.red_flags.iter().filter(|flag| !flag.is_blocking) {
        let how = Paragraph { lead: "Therapist", lead_ink: Ink::Strong, ..Paragraph::plain(LABEL) };
        let told =
            flag.reasons.first().map(|reason| facts::sentence(&reason.fact, voice)).unwrap_or_default();
        let text = format!("{told} {} {}", red_flags::act(flag.urgency), red_flags::meanwhile(flag.id));
        page.write(&text, how);
    }
}

fn nothing_to_change(page: &mut Page<'_>, assessment: &Assessment) {
    let is_sore = pick::is_sore(assessment) && !pick::is_settled(assessment);
    let tag = if is_sore { sources::tag(&PAIN_RULE) } else { String::new() };
    let how = Paragraph { lead: "First", lead_ink: Ink::Strong, tag: &tag, ..Paragraph::plain(LABEL) };
    page.write(said::nothing_to_change(is_sore), how);
}

/// The first missing thing; the diary was already named where there is none.
fn unknown(page: &mut Page<'_>, assessment: &Assessment) {
    let is_diary_named = !pick::is_sore(assessment) && assessment.working.pain_days.is_empty();
    let mut lacking = pick::missing(assessment)
        .into_iter()
        .filter(|missing| !(is_diary_named && missing.what == "diary") && missing.what != "flares");
    let Some(first) = lacking.next() else { return };
    let how = Paragraph { lead: "Missing", lead_ink: Ink::Strong, ..Paragraph::plain(LABEL) };
    page.write(&missing::text(first), how);
    let more = u32::try_from(lacking.count()).unwrap_or(u32::MAX);
    if more > 0 {
        let text = format!("And {}, in kneewise why --json.", count(more, "more thing", "more things"));
        page.write(&text, Paragraph { ink: Some(Ink::Quiet), ..Paragraph::plain(LABEL) });
    }
}
