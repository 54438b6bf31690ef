//! An experiment on oneself: blocks of days with one thing as usual and changed, and what came of it (load text F6).

use crate::assessment::RedFlagId;
use crate::day::Date;
use crate::evidence::Evidence;
use crate::own_data::Exposure;
use crate::symptom::{Side, coded};
use serde::{Deserialize, Serialize};

coded!(/// What is changed in every other block.
ExperimentKind {
    /// More steps a minute at the same speed.
    StepRate = "step_rate",
    /// Another pair of shoes.
    Shoes = "shoes",
    /// More days without a run or strength training a week.
    RestDays = "rest_days",
});

coded!(/// How a block is run.
Arm {
    Usual = "A",
    Changed = "B",
});

coded!(/// What is compared between blocks; chosen before the first one.
ExperimentOutcome {
    /// Mean pain of the entered days, 0 to 10.
    DailyPain = "daily_pain",
    /// Share of days outside a flare, 0 to 1.
    FlareFreeDays = "flare_free_days",
});

/// A planned experiment. Blocks come in pairs of one of each arm, in drawn order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Experiment {
    /// First day of the first block.
    pub start: Date,
    pub kind: ExperimentKind,
    pub side: Side,
    /// Days of a block, 14 to 28.
    pub block_days: u8,
    /// One arm a block, an even number of them, 4 to 12.
    pub order: Vec<Arm>,
    /// What the order was drawn from.
    pub seed: u64,
    pub outcome: ExperimentOutcome,
    /// Factor on the usual step rate, 1.05 to 1.10; `step_rate` alone.
    pub step_rate_factor: Option<f64>,
    /// Names of the pairs; `shoes` alone.
    pub usual_pair: Option<String>,
    pub changed_pair: Option<String>,
    /// Days without a run or strength training a week, 1 to 6; `rest_days` alone.
    pub rest_days_a_week: Option<u8>,
    pub stopped_on: Option<Date>,
    /// In the runner's own words.
    pub stop_reason: Option<String>,
}

impl Experiment {
    /// The exposure of the runner's own statistics that it changes, with the pair where it is one.
    #[must_use]
    pub fn exposure(&self) -> (Exposure, Option<&str>) {
        match self.kind {
            ExperimentKind::StepRate => (Exposure::SlowStepRate, None),
            ExperimentKind::Shoes => (Exposure::CertainPair, self.usual_pair.as_deref()),
            ExperimentKind::RestDays => (Exposure::FewRestDays, None),
        }
    }
}

/// Where an experiment stands on the day asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ExperimentStatus {
    /// It begins on a later day.
    Planned,
    Running,
    Finished,
    Stopped,
}

/// How well a block was kept, counted from what was recorded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Adherence {
    /// Runs, or weeks of `rest_days`, that were as the block asks.
    pub kept: u32,
    /// Those that can be told at all.
    pub of: u32,
    /// Those that cannot.
    pub unknown: u32,
}

impl Adherence {
    /// Share of those that can be told, 0 to 1; `None` when none can.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.kept) / f64::from(self.of))
    }
}

/// One block up to the day asked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Block {
    pub arm: Arm,
    pub from: Date,
    pub to: Date,
    /// Whether all its days have passed, before any stop.
    pub is_over: bool,
    /// Days with a pain score.
    pub entered_days: u32,
    /// Mean pain of those days, 0 to 10.
    pub mean_pain: Option<f64>,
    /// Days outside a flare among those passed.
    pub flare_free_days: u32,
    pub adherence: Adherence,
}

/// Which block today belongs to, and its how manieth day, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct BlockDay {
    pub block: usize,
    pub day: u32,
}

/// Why an experiment must not go on, or not begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum ExperimentStop {
    RedFlag {
        id: RedFlagId,
    },
    /// Safety questions wait for an answer.
    OpenQuestions,
    /// A red light of the knee is not closed.
    RedLight {
        since: Date,
    },
    /// Calf or Achilles tendon above 2 of 10.
    CalfPain {
        date: Date,
        points: u8,
    },
    /// The light was amber or red after two runs of this block.
    PainRuleTwice {
        first: Date,
        second: Date,
    },
    /// A new low-drop pair beside a new way of running: too much for calf and Achilles tendon at once.
    NewLowDropPair {
        since: Date,
    },
}

/// What the pairs of blocks say together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ExperimentVerdict {
    /// Fewer than two pairs can be compared yet.
    TooEarly,
    /// Better with the change in about as many pairs as chance hardly gives.
    Fits,
    /// Not better with the change.
    DoesNotFit,
    /// Better on the whole, but not steadily.
    Unclear,
}

/// The comparison of the blocks, pair by pair.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExperimentResult {
    /// How much better the changed block of each pair was, in the unit of the outcome.
    pub differences: Vec<f64>,
    pub mean_difference: Option<f64>,
    /// Share of all label swaps within pairs that look at least as good.
    pub p: Option<f64>,
    /// The smallest share that so many pairs can give.
    pub smallest_p: Option<f64>,
    pub verdict: ExperimentVerdict,
    /// Whether the blocks compared were kept well enough to speak of the change.
    pub is_kept: bool,
}

/// An experiment with its blocks on the day asked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExperimentState {
    pub experiment: Experiment,
    pub status: ExperimentStatus,
    pub blocks: Vec<Block>,
    pub today: Option<BlockDay>,
    /// Why it must not go on; running and planned ones alone.
    pub stop: Option<ExperimentStop>,
    pub result: ExperimentResult,
    #[serde(flatten)]
    pub evidence: Evidence,
}

impl ExperimentState {
    /// Whether it shows that the change helps: what a claim of the highest tier needs.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.result.verdict == ExperimentVerdict::Fits && self.result.is_kept
    }

    /// How today's block is run, with its first and last day.
    #[must_use]
    pub fn block_today(&self) -> Option<&Block> {
        self.blocks.get(self.today?.block)
    }
}
