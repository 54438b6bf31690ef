//! `kneewise log pain`: ten seconds a day, in one line.
//!
//! A score goes to the moments that are named without one, else to the run of the day, else to the morning. The knee
//! can be left out when one knee alone is in the diary. With nothing given, a terminal is asked what the light needs.

use super::pain_questions;
use crate::cli::ask;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::noting::columns::{Column, LOGS, Log};
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};
use kneewise_types::{Date, History, Region, Side};

/// Moments of a score: column, short name.
pub const MOMENTS: [&str; 4] = ["pain_morning", "pain_before", "pain_during_max", "pain_60min"];
/// Given to a moment that was named without a score.
const NAMED: &str = "";
/// What one "none of these" a week says.
const NO_SIGNS: [(&str, &str); 6] = [
    ("swelling", "0"),
    ("locking", "none"),
    ("giving_way", "none"),
    ("night_pain", "none"),
    ("limp", "0"),
    ("medicine", "0"),
];
/// Days in which a knee of the diary is still the knee that is meant.
const KNOWN_DAYS: i32 = 42;

/// What was given.
#[derive(Debug, Clone, Default)]
pub struct Line {
    score: Option<String>,
    sides: Vec<Side>,
    /// Moments named without a score.
    named: Vec<&'static str>,
    /// Columns with their values, `side` left out.
    values: Vec<(&'static str, String)>,
}

/// What goes into the diary, and what was taken for granted.
#[derive(Debug, Clone, Default)]
pub struct Told {
    pub sides: Vec<Side>,
    pub values: Vec<(&'static str, String)>,
    /// The moment that nobody named.
    pub assumed_moment: Option<&'static str>,
    pub is_side_assumed: bool,
}

/// The log whose columns these are.
pub fn log() -> &'static Log {
    let [pain, ..] = &LOGS;
    pain
}

/// The command with its columns as options, and the short ways of saying them.
pub fn subcommand() -> Command {
    let log = log();
    let mut command = Command::new(log.name).about(log.about).after_help(log.examples).arg(
        Arg::new("score").value_name("0-10").allow_negative_numbers(true).help("How much it hurts, or hurt"),
    );
    for (name, help) in [("left", "The left knee"), ("right", "The right knee"), ("both", "Both knees")] {
        command = command.arg(Arg::new(name).long(name).action(ArgAction::SetTrue).help(help));
    }
    command = log.options.iter().fold(command, |command, option| command.arg(argument(option)));
    command = command.arg(
        Arg::new("no-signs")
            .long("no-signs")
            .action(ArgAction::SetTrue)
            .help("None of: limp, swelling, locking, giving way, night pain, painkiller"),
    );
    Region::ALL.iter().fold(command, |command, region| {
        let words = region_words(*region);
        let long = words.first().copied().unwrap_or_default();
        let others: Vec<&'static str> = words.iter().skip(1).copied().collect();
        command.arg(
            Arg::new(region.code())
                .long(long)
                .visible_aliases(others)
                .action(ArgAction::SetTrue)
                .help(format!("Where: {}", crate::words::knee::region(*region)))
                .help_heading("Where it hurts, the main place first"),
        )
    })
}

fn argument(option: &'static Column) -> Arg {
    let argument = super::argument(option).required(false);
    match option.column {
        column if MOMENTS.contains(&column) => argument
            .num_args(0..=1)
            .default_missing_value(NAMED)
            .allow_hyphen_values(false)
            .allow_negative_numbers(true),
        "limp" | "medicine" => argument.num_args(0..=1).default_missing_value("1").allow_hyphen_values(false),
        _ => argument,
    }
}

/// The long names of a region: its code, and plain words.
const fn region_words(region: Region) -> &'static [&'static str] {
    match region {
        Region::AroundPatella => &["around-patella", "kneecap"],
        Region::InferiorPole => &["inf-pole", "below-kneecap"],
        Region::SuperiorPole => &["sup-pole", "above-kneecap"],
        Region::BesideTendon => &["beside-tendon"],
        Region::Tubercle => &["tubercle", "bump"],
        Region::LateralAboveJointLine => &["lat-above-jl", "outer-side"],
        Region::LateralJointLine => &["lat-jl", "outer-joint"],
        Region::MedialJointLine => &["med-jl", "inner-joint"],
        Region::MedialProximalTibia => &["med-prox-tibia", "inner-shin"],
        Region::BackOfKnee => &["back-of-knee", "back"],
        Region::DistalThigh => &["distal-thigh", "thigh"],
        Region::DeepOrVague => &["deep-or-vague", "deep"],
    }
}

/// What the options say.
pub fn line(matches: &ArgMatches) -> Line {
    let is_set = |name: &str| matches.get_flag(name);
    let mut line = Line { score: matches.get_one::<String>("score").cloned(), ..Line::default() };
    let both = is_set("both");
    line.sides = Side::BOTH.into_iter().filter(|side| both || is_set(side.word())).collect();
    for option in log().options {
        let Some(value) = matches.get_one::<String>(option.column) else { continue };
        let is_given = matches.value_source(option.column) == Some(ValueSource::CommandLine);
        match (option.column, value.as_str()) {
            _ if !is_given => {}
            (column, NAMED) if MOMENTS.contains(&column) => line.named.push(column),
            ("side", word) => match Side::BOTH.into_iter().find(|side| side.word() == word) {
                Some(side) if !line.sides.contains(&side) => line.sides.push(side),
                Some(_) => {}
                // The reader of the log says what is wrong with it.
                None => line.values.push(("side", word.to_owned())),
            },
            (column, _) => line.values.push((column, value.clone())),
        }
    }
    add_regions(&mut line, matches);
    if is_set("no-signs") {
        for (column, none) in NO_SIGNS {
            if !line.values.iter().any(|(given, _)| *given == column) {
                line.values.push((column, none.to_owned()));
            }
        }
    }
    line
}

/// Regions given as flags, in the order of the line, after those of `--regions`.
fn add_regions(line: &mut Line, matches: &ArgMatches) {
    let mut flagged: Vec<(usize, &'static str)> = Region::ALL
        .iter()
        .filter(|region| matches.get_flag(region.code()))
        .filter_map(|region| Some((matches.index_of(region.code())?, region.code())))
        .collect();
    flagged.sort_unstable();
    if flagged.is_empty() {
        return;
    }
    let codes: Vec<&str> = flagged.into_iter().map(|(_, code)| code).collect();
    let codes = codes.join("|");
    match line.values.iter_mut().find(|(column, _)| *column == "regions") {
        Some((_, given)) => *given = format!("{given}|{codes}"),
        None => line.values.push(("regions", codes)),
    }
}

impl Line {
    fn is_empty(&self) -> bool {
        self.score.is_none()
            && self.named.is_empty()
            && self.values.iter().all(|(column, _)| matches!(*column, "date" | "side"))
    }

    /// The day it is about.
    pub fn date(&self, as_of: Date) -> Date {
        let given = self.values.iter().find(|(column, _)| *column == "date");
        given.and_then(|(_, day)| day.parse().ok()).unwrap_or(as_of)
    }

    /// Completes the line: which knee, when; asks what is not known where somebody can answer.
    pub fn complete(self, history: &History, as_of: Date, context: &Context) -> Result<Told, Failure> {
        let date = self.date(as_of);
        let mut told = Told { sides: self.sides.clone(), values: self.values.clone(), ..Told::default() };
        let has_side = !told.sides.is_empty() || told.values.iter().any(|(column, _)| *column == "side");
        if !has_side {
            told.sides = known_side(history, date).into_iter().collect();
            told.is_side_assumed = !told.sides.is_empty();
        }
        if ask::can_ask(context) && (self.is_empty() || (!has_side && told.sides.is_empty())) {
            let day = pain_questions::Day { date, as_of, has_run: has_run(history, date) };
            pain_questions::ask(&mut ask::terminal(), &mut told, history, &day, self.is_empty())?;
        } else if self.is_empty() {
            return Err(Failure::WrongUsage(
                "nothing to note: say how much it hurts, such as `kneewise log pain 2 --left --morning`"
                    .to_owned(),
            ));
        }
        if told.sides.is_empty() && !told.values.iter().any(|(column, _)| *column == "side") {
            return Err(Failure::WrongUsage("which knee? add --left, --right or --both".to_owned()));
        }
        self.place_score(&mut told, has_run(history, date))?;
        if told.values.iter().all(|(column, _)| matches!(*column, "date" | "side")) {
            return Err(Failure::WrongUsage("nothing was answered, nothing was noted".to_owned()));
        }
        Ok(told)
    }

    /// Puts the score where it belongs.
    fn place_score(&self, told: &mut Told, has_run: bool) -> Result<(), Failure> {
        match (&self.score, self.named.as_slice()) {
            (Some(score), []) => {
                let moment = if has_run { "pain_during_max" } else { "pain_morning" };
                let is_taken = |column: &str| told.values.iter().any(|(given, _)| *given == column);
                if MOMENTS.iter().any(|column| is_taken(column)) {
                    return Err(Failure::WrongUsage(format!(
                        "when was the `{score}`? every moment named has its own score"
                    )));
                }
                told.assumed_moment = Some(moment);
                told.values.push((moment, score.clone()));
            }
            (Some(score), named) => {
                told.values.extend(named.iter().map(|column| (*column, score.clone())));
            }
            (None, [first, ..]) => {
                let short = log().options.iter().find(|option| option.column == *first);
                let word = short.and_then(|option| option.alias).unwrap_or("morning");
                return Err(Failure::WrongUsage(format!(
                    "--{word} has no score: write it first, such as `kneewise log pain 2 --left --{word}`"
                )));
            }
            (None, []) => {}
        }
        Ok(())
    }
}

/// The knee of the diary, when there is one alone.
fn known_side(history: &History, date: Date) -> Option<Side> {
    let is_recent = |entry_date: Date| entry_date <= date && (date - entry_date).get_days() <= KNOWN_DAYS;
    let has = |side: Side| history.symptoms.iter().any(|entry| entry.side == side && is_recent(entry.date));
    match Side::BOTH.map(has) {
        [true, false] => Some(Side::Left),
        [false, true] => Some(Side::Right),
        _ => None,
    }
}

fn has_run(history: &History, date: Date) -> bool {
    history.activities.iter().any(|activity| activity.local_date == date && activity.sport.is_running())
}

/// The moment as the options name it.
pub fn moment_option(column: &str) -> &'static str {
    let option = log().options.iter().find(|option| option.column == column);
    option.and_then(|option| option.alias).unwrap_or("morning")
}
