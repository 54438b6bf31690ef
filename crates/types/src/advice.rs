//! What `advise` recommends. With a red flag there is no field for a plan: safety by shape.

use crate::assessment::{Family, OpenQuestions, RedFlag};
use crate::evidence::Evidence;
use crate::reason::Reason;
use serde::Serialize;

/// One thing to change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Action {
    /// `None` for what safety asks.
    pub family: Option<Family>,
    /// Stable id, such as `load.ease_and_rebuild`; its sentence is in `app/words`.
    pub id: &'static str,
    pub evidence: Evidence,
    pub reasons: Vec<Reason>,
}

/// What to do about it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "advice", rename_all = "snake_case")]
pub enum Advice {
    /// A person must see a clinician first.
    SeekCare { red_flags: Vec<RedFlag> },
    /// Safety questions come before any plan.
    AnswerFirst { questions: Vec<OpenQuestions> },
    /// At most two new actions, in the order of clinical text G.3.
    Train { actions: Vec<Action> },
}
