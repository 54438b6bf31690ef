//! `kneewise screen`: which pattern the answers fit, the next question, the safety questions, and a clearance.

mod answering;

use super::ask;
use super::context::Context;
use super::failure::Failure;
use crate::documents::screen::{self as documents, ScreenQuestion};
use crate::why;
use crate::words::Voice;
use answering::{Answers, keep_cleared, keep_findings, keep_flags, sides_of};
use clap::{Args, Subcommand};
use kneewise_store::Store;
use kneewise_types::assessment::Assessment;
use kneewise_types::{Date, History, RedFlagQuestion, Side};

#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  kneewise screen                                 what the answers fit, and the question that helps most
  kneewise screen ask                             asks one question after another
  kneewise screen answer F21 yes --left
  kneewise screen answer F01 yes F02 no --right
  kneewise screen safety                          the safety questions: one minute
  kneewise screen safety --none --left            none of them applies
  kneewise screen safety R4 --left                one applies; R4 --none: it alone
  kneewise screen cleared --left --by \"Dr Ono, sports medicine\"
  kneewise screen list                            every question with its answer"
)]
pub struct ScreenArguments {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// What the answers of each knee fit, and what does not
    Show,
    /// The next most informative question; at a terminal one after another
    Ask(Knee),
    /// Answer questions: `F21 yes`, several in one line
    Answer {
        /// Pairs such as `F01 yes F02 no`
        #[arg(value_name = "QUESTION ANSWER", required = true, num_args = 2..)]
        pairs: Vec<String>,
        #[command(flatten)]
        knee: Knee,
    },
    /// Every question, with its answer where there is one
    List,
    /// The safety questions (R1 to R12): what applies, or none of them
    Safety {
        /// Those that apply, such as R4
        #[arg(value_name = "QUESTION")]
        yes: Vec<String>,
        /// None of them; beside a question: none of the others
        #[arg(long)]
        none: bool,
        #[command(flatten)]
        knee: Knee,
    },
    /// A professional has examined the knee and allowed running
    Cleared {
        /// Who it was
        #[arg(long, value_name = "NAME")]
        by: String,
        #[command(flatten)]
        knee: Knee,
    },
}

/// Which knee, and the day of the answer.
#[derive(Debug, Clone, Args)]
pub struct Knee {
    /// The left knee
    #[arg(long)]
    left: bool,
    /// The right knee
    #[arg(long)]
    right: bool,
    /// Both knees
    #[arg(long)]
    both: bool,
    /// The day of the answer [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::arguments::day)]
    date: Option<Date>,
}

impl Knee {
    fn given(&self) -> Vec<Side> {
        let is_given = |side: &Side| match side {
            Side::Left => self.left || self.both,
            Side::Right => self.right || self.both,
        };
        Side::BOTH.into_iter().filter(is_given).collect()
    }
}

pub fn run(arguments: &ScreenArguments, context: &Context) -> Result<(), Failure> {
    let mut store = context.store()?;
    let history = store.history()?;
    let as_of = context.as_of(&history.profile);
    let known = Known { history, as_of };
    match &arguments.verb {
        None | Some(Verb::Show) => known.show(&[], context),
        Some(Verb::List) => known.list(context),
        Some(Verb::Ask(knee)) => ask_next(&mut store, known, knee, context),
        Some(Verb::Answer { pairs, knee }) => {
            let answers = Answers::read(pairs)?;
            let sides = sides_of(&known, &knee.given())?;
            let date = knee.date.unwrap_or(as_of);
            keep_findings(&mut store, &answers.findings, &sides, date)?;
            keep_flags(&mut store, &answers.flags, &sides, date)?;
            Known { history: store.history()?, as_of }.show(&sides, context)
        }
        Some(Verb::Safety { yes, none, knee }) => safety(&mut store, known, (yes, *none), knee, context),
        Some(Verb::Cleared { by, knee }) => {
            let sides = knee.given();
            if sides.is_empty() {
                return Err(Failure::WrongUsage(
                    "which knee was cleared? add --left, --right or --both".to_owned(),
                ));
            }
            keep_cleared(&mut store, by, &sides, knee.date.unwrap_or(as_of))?;
            Known { history: store.history()?, as_of }.show(&sides, context)
        }
    }
}

/// What is known on the day asked.
#[derive(Debug)]
pub struct Known {
    pub history: History,
    pub as_of: Date,
}

impl Known {
    pub fn assess(&self) -> Assessment {
        kneewise_analyse::assess(&self.history, self.as_of)
    }

    fn voice(&self, context: &Context) -> Voice {
        Voice { as_of: self.as_of, units: context.units(&self.history.profile) }
    }

    /// All knees, or those asked for.
    fn show(&self, sides: &[Side], context: &Context) -> Result<(), Failure> {
        let assessment = self.assess();
        let mut document = documents::document(&assessment, &self.voice(context));
        document.knees.retain(|knee| sides.is_empty() || sides.contains(&knee.side));
        if context.screen.is_json {
            return context.screen.json(&document);
        }
        if context.screen.is_quiet {
            return Ok(());
        }
        context.screen.print(&why::render_screen(&document, &context.style(&self.history.profile)))
    }

    fn list(&self, context: &Context) -> Result<(), Failure> {
        let document = documents::list(&self.history, self.as_of);
        if context.screen.is_json {
            return context.screen.json(&document);
        }
        context.screen.print(&why::render_questions(&document, &context.style(&self.history.profile)))
    }
}

/// At a terminal question after question until Enter; else the next one with the lines that answer it.
fn ask_next(store: &mut Store, mut known: Known, knee: &Knee, context: &Context) -> Result<(), Failure> {
    let sides = sides_of(&known, &knee.given())?;
    if !ask::can_ask(context) {
        return known.show(&sides, context);
    }
    let mut dialogue = ask::terminal();
    dialogue.say("yes or no; Enter stops.")?;
    for side in &sides {
        while let Some(question) = next(&known, *side) {
            if let Some(how) = question.how {
                dialogue.say(how)?;
            }
            let Some(answer) = dialogue.ask(&question.text, ask::yes_or_no)? else { break };
            let date = knee.date.unwrap_or(known.as_of);
            keep_findings(store, &[(question.id, answer)], &[*side], date)?;
            known.history = store.history()?;
        }
    }
    known.show(&sides, context)
}

fn next(known: &Known, side: Side) -> Option<ScreenQuestion> {
    let assessment = known.assess();
    let is_flagged = assessment.red_flags.iter().any(|flag| flag.is_blocking && flag.side == Some(side));
    let pattern = assessment.patterns.iter().find(|pattern| pattern.side == side && !is_flagged)?;
    documents::next(pattern, side)
}

/// Keeps what applies; with nothing given shows the questions, at a terminal asks them.
fn safety(
    store: &mut Store,
    mut known: Known,
    (yes, none): (&[String], bool),
    knee: &Knee,
    context: &Context,
) -> Result<(), Failure> {
    let mut answers: Vec<(RedFlagQuestion, bool)> = Answers::flags(yes)?;
    if none {
        answers.push((RedFlagQuestion::All, false));
    }
    let assessment = known.assess();
    let given = knee.given();
    let due: Vec<Side> = assessment.open_questions.iter().map(|open| open.side).collect();
    let date = knee.date.unwrap_or(known.as_of);
    if !answers.is_empty() {
        let sides = match (given.as_slice(), due.as_slice()) {
            ([], [only]) => vec![*only],
            _ => sides_of(&known, &given)?,
        };
        keep_flags(store, &answers, &sides, date)?;
        known.history = store.history()?;
        return known.show(&sides, context);
    }
    let asked: Vec<Side> = due.into_iter().filter(|side| given.is_empty() || given.contains(side)).collect();
    if ask::can_ask(context) && !asked.is_empty() {
        let voice = known.voice(context);
        let style = context.style(&known.history.profile);
        context.screen.print(&why::render_safety(&assessment, &asked, &voice, &style))?;
        let mut dialogue = ask::terminal();
        for side in &asked {
            let question =
                format!("Does any apply to the {}? none, or its numbers:", crate::words::knee::knee(*side));
            if let Some(told) = dialogue.ask(&question, answering::applies)? {
                keep_flags(store, &told, &[*side], date)?;
            }
        }
        known.history = store.history()?;
        return known.show(&asked, context);
    }
    if context.screen.is_json {
        return known.show(&given, context);
    }
    let style = context.style(&known.history.profile);
    let sides = if given.is_empty() { Side::BOTH.to_vec() } else { given };
    context.screen.print(&why::render_safety(&assessment, &sides, &known.voice(context), &style))
}
