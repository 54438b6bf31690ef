//! `kneewise experiment`: try one change on oneself, in blocks, and see honestly whether it helps.

mod setting_up;

use super::context::{Context, now};
use super::failure::Failure;
use super::tables::table;
use crate::documents::experiments::{Document, document, id_of};
use crate::experiments::{self, Refused};
use crate::words::{self, Voice, experiment as said};
use clap::{Args, Subcommand};
use kneewise_store::Store;
use kneewise_types::own_data::OwnData;
use kneewise_types::{ExperimentState, ExperimentStatus, Profile};

#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Blocks of two to four weeks as usual and with one change, in pairs whose order is drawn at the beginning. `why` and
`diary` say what today's block asks; how well it was kept is read from your runs. One experiment at a time, and none
while a knee has a red light, a sign that must be seen, or open safety questions.

Examples:
  kneewise experiment new step-rate --side left
  kneewise experiment new shoes --side left --usual 'Old pair' --other 'New pair' --pairs 2
  kneewise experiment new rest-day --side right --rest-days 3 --block-days 21
  kneewise experiment show
  kneewise experiment stop --because 'sore calf'"
)]
pub struct ExperimentArguments {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Every experiment, the latest first
    List,
    /// One experiment with its blocks: what was kept, what the knee said
    Show(Which),
    /// Set one up
    New(setting_up::NewArguments),
    /// End one early; blocks that are over still count
    Stop(StopArguments),
}

#[derive(Debug, Args)]
struct Which {
    /// The id that `kneewise experiment` shows, or enough of its beginning [default: the latest]
    #[arg(value_name = "ID")]
    id: Option<String>,
}

#[derive(Debug, Args)]
struct StopArguments {
    #[command(flatten)]
    which: Which,
    /// Why, in your own words
    #[arg(long, value_name = "TEXT")]
    because: Option<String>,
}

pub fn run(arguments: &ExperimentArguments, context: &Context) -> Result<(), Failure> {
    match &arguments.verb {
        None | Some(Verb::List) => list(context),
        Some(Verb::Show(which)) => show(which, context),
        Some(Verb::New(new)) => setting_up::run(new, context),
        Some(Verb::Stop(stop)) => end(stop, context),
    }
}

/// What is known on the day asked.
struct Known {
    store: Store,
    profile: Profile,
    states: Vec<ExperimentState>,
    own: OwnData,
    voice: Voice,
}

impl Known {
    fn read(context: &Context) -> Result<Self, Failure> {
        let mut store = context.store()?;
        let (history, as_of) = context.history(&mut store)?;
        let assessment = kneewise_analyse::assess(&history, as_of);
        let voice = Voice { as_of, units: context.units(&history.profile) };
        let (states, own) = (assessment.experiments, assessment.own_data);
        Ok(Self { store, profile: history.profile, states, own, voice })
    }

    fn document(&self) -> Document {
        document(&self.states, &self.own, &self.voice)
    }

    /// The one that is meant; without an id the latest.
    fn pick(&self, which: &Which) -> Result<&ExperimentState, Failure> {
        let Some(id) = &which.id else {
            return self.states.first().ok_or_else(|| Failure::WrongUsage(NONE.to_owned()));
        };
        let mut fitting =
            self.states.iter().filter(|state| id_of(&state.experiment).starts_with(id.as_str()));
        match (fitting.next(), fitting.next()) {
            (Some(one), None) => Ok(one),
            (Some(_), Some(_)) => {
                Err(Failure::WrongUsage(format!("`{id}` begins more than one, give more of it")))
            }
            (None, _) => Err(Failure::WrongUsage(format!("`{id}` is no experiment: kneewise experiment"))),
        }
    }
}

const NONE: &str = "there is no experiment yet: kneewise experiment new step-rate --side left";

fn list(context: &Context) -> Result<(), Failure> {
    let known = Known::read(context)?;
    if context.screen.is_json {
        return context.screen.json(&known.document());
    }
    if known.states.is_empty() {
        return context.screen.print(&words::numbers::capital(NONE));
    }
    let mut lines = Vec::new();
    for state in &known.states {
        lines.push(context.screen.bold(&said::title(&state.experiment)));
        lines.push(format!("  {}", context.screen.faint(&id_of(&state.experiment))));
        lines.extend(summary(state, &known.voice).into_iter().map(|line| format!("  {line}")));
    }
    context.screen.print(&lines.join("\n"))
}

/// Where it stands, what today asks, why it must stop, what the blocks say.
fn summary(state: &ExperimentState, voice: &Voice) -> Vec<String> {
    let mut lines = vec![said::status(state, voice)];
    match &state.stop {
        Some(stop) => {
            lines.push(format!("{} {}", said::stop(stop, voice), STOP_LINE));
        }
        None => lines.extend(said::today(state)),
    }
    if !matches!(state.status, ExperimentStatus::Planned) {
        lines.push(said::verdict(state));
        lines.extend(said::doubt(state).map(str::to_owned));
    }
    lines
}

const STOP_LINE: &str = "Until then go on as usual, or end it: kneewise experiment stop";

fn show(which: &Which, context: &Context) -> Result<(), Failure> {
    let known = Known::read(context)?;
    let state = known.pick(which)?;
    if context.screen.is_json {
        return context.screen.json(&document(std::slice::from_ref(state), &known.own, &known.voice));
    }
    context.screen.print(&shown(state, &known, context).join("\n"))
}

fn shown(state: &ExperimentState, known: &Known, context: &Context) -> Vec<String> {
    let voice = &known.voice;
    let mut lines = vec![context.screen.bold(&said::title(&state.experiment))];
    lines.extend(summary(state, voice));
    lines.extend(known.own.of_experiment(&state.experiment).and_then(words::own::claim));
    lines.push(String::new());
    let header = ["block", "days", "how", "kept", "pain", "days entered", "without a flare"];
    let right = [true, false, false, false, true, true, true];
    let rows: Vec<Vec<String>> = state
        .blocks
        .iter()
        .enumerate()
        .map(|(at, block)| {
            let has_begun = block.from <= voice.as_of;
            let when_begun = |text: String| if has_begun { text } else { "·".to_owned() };
            vec![
                (at + 1).to_string(),
                voice.span(block.from, block.to).replace('\u{a0}', " "),
                said::how_short(block.arm).to_owned(),
                when_begun(said::kept(&state.experiment, block)),
                block.mean_pain.map_or_else(|| "·".to_owned(), |pain| words::numbers::decimal(pain, 1)),
                when_begun(block.entered_days.to_string()),
                when_begun(block.flare_free_days.to_string()),
            ]
        })
        .collect();
    let mut rows = table(&header, &right, &rows);
    if let Some(first) = rows.first_mut() {
        *first = context.screen.faint(first);
    }
    lines.extend(rows);
    lines.push(String::new());
    lines.push(context.screen.faint(said::caveat()));
    lines.into_iter().map(|line| words::plain(&line)).collect()
}

fn end(arguments: &StopArguments, context: &Context) -> Result<(), Failure> {
    let mut known = Known::read(context)?;
    let state = known.pick(&arguments.which)?;
    if !experiments::is_open(state) {
        let when = words::plain(&said::status(state, &known.voice));
        let (id, when) = (id_of(&state.experiment), when.trim_end_matches('.').to_lowercase());
        return Err(Failure::WrongUsage(format!("`{id}` is over: {when}")));
    }
    let ended = (&state.experiment.clone(), arguments.because.as_deref());
    let stopped = experiments::end(&mut known.store, &known.profile, ended, (known.voice.as_of, now()))
        .map_err(|refused| failure(refused, &known.voice))?;
    say(&id_of(&stopped), "Stopped", context)
}

/// Says it again as it stands now.
fn say(id: &str, what: &str, context: &Context) -> Result<(), Failure> {
    let known = Known::read(context)?;
    let state = known.pick(&Which { id: Some(id.to_owned()) })?;
    if context.screen.is_json {
        return context.screen.json(&document(std::slice::from_ref(state), &known.own, &known.voice));
    }
    if context.screen.is_quiet {
        return Ok(());
    }
    let mut lines = vec![format!("{what}: {id}.")];
    lines.extend(shown(state, &known, context));
    context.screen.print(&lines.join("\n"))
}

/// Why it was not done, as a command says it.
fn failure(refused: Refused, voice: &Voice) -> Failure {
    match refused {
        Refused::Store(error) => error.into(),
        Refused::Line(line) => Failure::CannotDo(line),
        Refused::Value { field, what } => {
            Failure::WrongUsage(format!("--{}: {what}", field.replace('_', "-")))
        }
        Refused::Open(id) => Failure::CannotDo(said::one_at_a_time(&id)),
        Refused::Knee(stop) => Failure::CannotDo(said::not_now(&stop, voice)),
    }
}
