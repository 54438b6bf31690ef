//! `kneewise questionnaire`: scores of longer questionnaires. Item texts belong to their authors and are never part of the
//! program; a therapist may supply them in a file.

mod items;

use super::ask::{self, Dialogue, can_ask};
use super::context::{Context, now};
use super::failure::Failure;
use super::tables::table;
use crate::documents::scores::{AnswersShown, Document, document};
use crate::importing::{self, Row, keep_rows};
use crate::words::{self, scores as said};
use clap::{Args, Subcommand, ValueEnum};
use items::Items;
use kneewise_analyse::scores::{NoScore, scale, score};
use kneewise_types::{Date, History, Instrument, QuestionnaireAnswers, Side};
use std::io::{BufRead, Write};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
The program knows how answers are scored, not the questions: those belong to their authors. Give the points of a form that
you filled in, or let a therapist supply the items in a file.

Examples:
  kneewise questionnaire                                    scores so far, and the weekly check
  kneewise questionnaire score uwri --side left --answers 3,2,2,2,2,1,2,2,1
  kneewise questionnaire score visa-p --side left --answers 8,7,9,7,6,6,7,10 --branch B
  kneewise questionnaire ask koos-pf --side left --items from-my-therapist.toml"
)]
pub struct QuestionnaireArguments {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Scores so far, with what changed
    List,
    /// Keep the points of a form that was filled in
    Score {
        #[command(flatten)]
        form: Form,
        /// Points in the order of the items, `-` for one left open
        #[arg(long, value_name = "POINTS", allow_hyphen_values = true)]
        answers: String,
        /// The branch of item 8 of VISA-P
        #[arg(long, value_name = "A|B|C", value_parser = ["A", "B", "C"], ignore_case = true)]
        branch: Option<String>,
    },
    /// Ask the items of a file, one at a time
    Ask {
        #[command(flatten)]
        form: Form,
        /// The items, as a therapist supplies them (see the guide)
        #[arg(long, value_name = "FILE")]
        items: PathBuf,
    },
}

#[derive(Debug, Args)]
struct Form {
    /// Which questionnaire
    #[arg(value_enum, value_name = "NAME")]
    instrument: Name,
    /// Which knee
    #[arg(long, value_enum)]
    side: Knee,
    /// The day it was filled in [default: the day asked]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::arguments::day)]
    date: Option<Date>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Name {
    KoosPf,
    Akps,
    VisaP,
    Uwri,
    Lefs,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Knee {
    Left,
    Right,
}

impl Form {
    const fn instrument(&self) -> Instrument {
        match self.instrument {
            Name::KoosPf => Instrument::KoosPf,
            Name::Akps => Instrument::Akps,
            Name::VisaP => Instrument::VisaP,
            Name::Uwri => Instrument::Uwri,
            Name::Lefs => Instrument::Lefs,
        }
    }

    const fn side(&self) -> Side {
        match self.side {
            Knee::Left => Side::Left,
            Knee::Right => Side::Right,
        }
    }
}

pub fn run(arguments: &QuestionnaireArguments, context: &Context) -> Result<(), Failure> {
    match &arguments.verb {
        None | Some(Verb::List) => list(context),
        Some(Verb::Score { form, answers, branch }) => keep(form, answers, branch.as_deref(), context),
        Some(Verb::Ask { form, items }) => {
            if !can_ask(context) {
                let hint = "it asks at a terminal; elsewhere give the points: kneewise questionnaire score";
                return Err(Failure::WrongUsage(hint.to_owned()));
            }
            let items = Items::read(items, form.instrument())?;
            let (answers, branch) = answered(&items, &mut ask::terminal())?;
            keep(form, &answers, branch.as_deref(), context)
        }
    }
}

/// The points of each item as it is answered, `-` for one left open, and the branch where one was chosen.
fn answered<R: BufRead, W: Write>(
    items: &Items,
    dialogue: &mut Dialogue<R, W>,
) -> Result<(String, Option<String>), Failure> {
    let (mut points, mut branch) = (Vec::new(), None);
    for (number, item) in (1..).zip(&items.items) {
        dialogue.say(&format!("{number}. {}", item.text))?;
        for (choice, answer) in (1..).zip(&item.answers) {
            dialogue.say(&format!("   {choice}  {}", answer.text))?;
        }
        let most = u8::try_from(item.answers.len()).unwrap_or(u8::MAX);
        let chosen = dialogue.ask("  which?", |answer| ask::whole(answer, 1, most))?;
        let answer = chosen.and_then(|choice| item.answers.get(usize::from(choice) - 1));
        points.push(answer.map_or_else(|| "-".to_owned(), |answer| answer.points.to_string()));
        branch = answer.and_then(|answer| answer.branch.clone()).or(branch);
    }
    Ok((points.join("|"), branch))
}

fn keep(form: &Form, answers: &str, branch: Option<&str>, context: &Context) -> Result<(), Failure> {
    let mut store = context.store()?;
    let history = store.history()?;
    let as_of = context.as_of(&history.profile);
    let date = form.date.unwrap_or(as_of);
    let row: Row = vec![
        ("date", date.to_string()),
        ("side", form.side().word().to_owned()),
        ("instrument", form.instrument().code().to_owned()),
        ("answers", answers.to_owned()),
        ("branch", branch.unwrap_or_default().to_owned()),
    ];
    check(form, answers, branch)?;
    keep_rows(&mut store, &history.profile, &[row], now()).map_err(|told| match told {
        importing::Refused::Store(error) => Failure::from(error),
        importing::Refused::Line(line) => Failure::WrongUsage(line),
    })?;
    let shown = known(&store.history()?, date.max(as_of)).questionnaires.into_iter().rev();
    let mut of_form =
        shown.filter(|one| (one.date, one.side, one.instrument) == (date, form.side(), form.instrument()));
    let Some(one) = of_form.next() else { return Ok(()) };
    if context.screen.is_json {
        return context.screen.json(&one);
    }
    if context.screen.is_quiet { Ok(()) } else { context.screen.print(&words::numbers::capital(&one.text)) }
}

/// What can never be scored is not kept; what is merely incomplete is.
fn check(form: &Form, answers: &str, branch: Option<&str>) -> Result<(), Failure> {
    let answers: Vec<Option<u8>> = answers
        .split(['|', ',', ' '])
        .filter(|item| !item.is_empty())
        .map(|item| item.parse().ok())
        .collect();
    let branch = branch.and_then(|text| text.chars().next()).map(|letter| letter.to_ascii_uppercase());
    let (instrument, date) = (form.instrument(), Date::MIN);
    let told = QuestionnaireAnswers { date, side: form.side(), instrument, answers, branch };
    match score(&told) {
        Ok(_) | Err(NoScore::TooFew { .. }) => Ok(()),
        Err(why) => {
            let item = if let NoScore::Points { item, .. } = why { item } else { 1 };
            let allowed = scale(instrument).allowed(item.saturating_sub(1), branch);
            Err(Failure::WrongUsage(said::no_score(instrument, why, allowed)))
        }
    }
}

fn known(history: &History, as_of: Date) -> Document {
    document(&history.weekly, &history.questionnaires, as_of)
}

fn list(context: &Context) -> Result<(), Failure> {
    let history = context.store()?.history()?;
    let as_of = context.as_of(&history.profile);
    let document = known(&history, as_of);
    if context.screen.is_json {
        return context.screen.json(&document);
    }
    if document.questionnaires.is_empty() && document.weeks.is_empty() {
        return context.screen.print(
            "Nothing was scored yet. The weekly check takes ten seconds: kneewise log week --side left --taking-part full",
        );
    }
    let day = |date| words::day(date, as_of).replace('\u{a0}', " ");
    let mut lines = Vec::new();
    if !document.weeks.is_empty() {
        let rows: Vec<Vec<String>> = document
            .weeks
            .iter()
            .map(|week| vec![day(week.date), week.side.word().to_owned(), week.score.score.to_string()])
            .collect();
        lines.extend(table(&["week to", "knee", "of 100"], &[false, false, true], &rows));
        lines.push(context.screen.faint(&format!("{} in all these weeks together", document.burden)));
        lines.push(String::new());
    }
    lines.extend(document.questionnaires.iter().map(|one| line(one, &day(one.date))));
    context.screen.print(lines.join("\n").trim_end())
}

fn line(one: &AnswersShown, day: &str) -> String {
    format!("{day}, {} knee. {}", one.side.word(), words::numbers::capital(&one.text))
}
