//! One experiment as the page shows it: where it stands, its blocks in a row, what they say.

use crate::documents::experiments::id_of;
use crate::experiments::is_open;
use crate::web::pages::parts::From;
use crate::words::numbers::decimal;
use crate::words::own::claim;
use crate::words::{Voice, experiment as said};
use kneewise_types::own_data::OwnData;
use kneewise_types::{Arm, Block, ExperimentState, ExperimentStatus};

/// One experiment.
#[derive(Debug)]
pub struct Shown {
    pub id: String,
    pub title: String,
    pub status: String,
    /// Which block and day it is.
    pub place: Option<String>,
    /// What today's block asks; not while it waits.
    pub task: Option<String>,
    /// Why it must not go on.
    pub stop: Option<String>,
    /// What the blocks say; not before it begins.
    pub verdict: Option<String>,
    pub doubt: Option<&'static str>,
    /// What the runner's own statistics say of what it changes.
    pub own: Option<String>,
    pub caveat: &'static str,
    pub reason: Option<String>,
    pub from: From,
    pub blocks: Vec<BlockShown>,
    pub is_open: bool,
}

/// One block.
#[derive(Debug)]
pub struct BlockShown {
    pub number: usize,
    pub how: &'static str,
    pub days: String,
    /// Not before it begins.
    pub told: Option<Told>,
    pub is_changed: bool,
    pub is_today: bool,
    pub is_over: bool,
}

/// What was recorded in a block.
#[derive(Debug)]
pub struct Told {
    pub kept: String,
    /// Mean pain of the entered days.
    pub pain: Option<String>,
    pub entered_days: u32,
    pub flare_free_days: u32,
}

pub fn shown(state: &ExperimentState, own: &OwnData, voice: &Voice) -> Shown {
    let waits = state.stop.is_some();
    let has_begun = state.status != ExperimentStatus::Planned;
    let task = state.block_today().map(|block| said::task(&state.experiment, block.arm));
    let is_today = |at: usize| state.today.is_some_and(|today| today.block == at);
    Shown {
        id: id_of(&state.experiment),
        title: said::title(&state.experiment),
        status: said::status(state, voice),
        place: said::place(state),
        task: task.filter(|_| !waits),
        stop: state.stop.map(|stop| said::stop(&stop, voice)),
        verdict: has_begun.then(|| said::verdict(state)),
        doubt: said::doubt(state),
        own: own.of_experiment(&state.experiment).and_then(claim),
        caveat: said::caveat(),
        reason: state.experiment.stop_reason.clone(),
        from: From::new(&state.evidence),
        blocks: (1..)
            .zip(&state.blocks)
            .map(|(number, block)| block_shown(state, (number, block), is_today(number - 1), voice))
            .collect(),
        is_open: is_open(state),
    }
}

fn block_shown(
    state: &ExperimentState,
    (number, block): (usize, &Block),
    is_today: bool,
    voice: &Voice,
) -> BlockShown {
    let told = (block.from <= voice.as_of).then(|| Told {
        kept: said::kept(&state.experiment, block),
        pain: block.mean_pain.map(|pain| decimal(pain, 1)),
        entered_days: block.entered_days,
        flare_free_days: block.flare_free_days,
    });
    BlockShown {
        number,
        how: said::how_short(block.arm),
        days: voice.span(block.from, block.to),
        told,
        is_changed: block.arm == Arm::Changed,
        is_today,
        is_over: block.is_over,
    }
}
