//! What a row of the cause table is, and how it answers.
//!
//! A row is present when its data show it, absent only if the data that would show it cover at least 80 % of its
//! window, else unknown; an unknown row changes nothing (clinical text G.2 [rule]).

use super::belief::Group;
use super::case::Case;
use kneewise_types::Evidence;
use kneewise_types::assessment::{CauseRow, State};
use kneewise_types::reason::Fact;

/// So much of a window must be covered before something not seen counts as absent.
const COVERED: f64 = 0.80;

/// How much a row counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Part {
    /// Attributable part c: raises the belief.
    For(f64),
    /// Factor l below 1: lowers it.
    Against(f64),
}

impl Part {
    /// Half the weight, as for a test that pain limited.
    pub(crate) fn halved(self) -> Self {
        match self {
            Self::For(c) => Self::For(c * 0.5),
            Self::Against(l) => Self::Against(1.0 - (1.0 - l) * 0.5),
        }
    }
}

/// One row of the table.
#[derive(Debug)]
pub(crate) struct Row {
    pub id: CauseRow,
    pub part: Part,
    /// Of the rows of its group that carry this, only the largest counts.
    pub is_max: bool,
    pub evidence: Evidence,
    pub read: fn(&Case<'_>) -> Answer,
}

impl Row {
    /// The group of which only the largest row counts.
    pub(crate) fn group(&self) -> Option<Group> {
        self.is_max.then(|| Group::of(self.id))
    }
}

/// What the data say of one row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    pub state: State,
    /// Replaces the row's own part.
    pub part: Option<Part>,
    /// Whether pain limited the test, so that it counts half.
    pub is_half: bool,
    pub facts: Vec<Fact>,
}

impl Answer {
    const fn new(state: State, facts: Vec<Fact>) -> Self {
        Self { state, part: None, is_half: false, facts }
    }

    pub(crate) fn present(fact: Fact) -> Self {
        Self::new(State::Present, vec![fact])
    }

    pub(crate) fn absent(fact: Fact) -> Self {
        Self::new(State::Absent, vec![fact])
    }

    pub(crate) fn unknown(fact: Fact) -> Self {
        Self::new(State::Unknown, vec![fact])
    }

    pub(crate) fn is(is_present: bool, fact: Fact) -> Self {
        if is_present { Self::present(fact) } else { Self::absent(fact) }
    }

    pub(crate) fn never(what: &'static str) -> Self {
        Self::unknown(Fact::NeverEntered { what })
    }

    /// Present; or absent when the window is covered, unknown when it is not.
    pub(crate) fn within(is_present: bool, fact: Fact, cover: Cover) -> Self {
        if is_present || cover.is_enough() { Self::is(is_present, fact) } else { Self::unknown(cover.fact()) }
    }
}

/// How much of what a row needs is there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cover {
    pub what: &'static str,
    pub have: f64,
    pub whole: f64,
    pub unit: &'static str,
}

impl Cover {
    pub(crate) fn is_enough(self) -> bool {
        self.have + 1e-9 >= COVERED * self.whole
    }

    pub(crate) fn fact(self) -> Fact {
        Fact::NotCovered {
            what: self.what,
            have: self.have,
            need: (COVERED * self.whole).ceil(),
            unit: self.unit,
        }
    }
}
