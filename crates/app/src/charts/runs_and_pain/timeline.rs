//! What the main chart shows, before anything is drawn.

use kneewise_types::Date;

/// One day, or one week when far out.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    pub date: Date,
    /// The bar, in the unit of the axis; `None` when recording is unknown, 0 on a day without a run.
    pub value: Option<f64>,
    /// The advised length of that day, in the unit of the axis; `None` where none is given.
    pub advised: Option<f64>,
    /// Morning pain; of a week the worst.
    pub morning: Option<u8>,
    /// Most pain in a run; of a week the worst.
    pub run_pain: Option<u8>,
    /// The sentence that says all of it.
    pub said: String,
}

impl Slot {
    /// Whether the bar goes beyond the advised length by more than a rounding.
    #[must_use]
    pub fn is_beyond(&self) -> bool {
        matches!((self.value, self.advised), (Some(value), Some(advised)) if value > advised * 1.005)
    }
}

/// A flare, cut to the days shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Flare {
    pub from: Date,
    pub to: Date,
    pub name: String,
    pub is_open: bool,
}

/// Two weeks or more without a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Break {
    pub from: Date,
    pub to: Date,
    pub name: String,
}

/// A pair of shoes from its first to its last run among the days shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub from: Date,
    pub to: Date,
    pub name: String,
    /// First worn within the days shown.
    pub is_new: bool,
}

/// Everything the chart shows, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    pub slots: Vec<Slot>,
    /// 1, or 7 when a slot is a week.
    pub days_a_slot: u32,
    pub flares: Vec<Flare>,
    pub breaks: Vec<Break>,
    pub pairs: Vec<Pair>,
    /// Above the upper axis, such as `km per run`.
    pub axis: String,
    /// Above the lower axis, such as `pain, 0 to 10`.
    pub pain_axis: String,
    /// One sentence for who cannot see it.
    pub label: String,
    /// Named at the mark: the bars furthest beyond the band, with what is written beside them.
    pub notes: Vec<Note>,
    /// The word below the last day.
    pub last: String,
    pub ends_today: bool,
}

/// What is written beside a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub date: Date,
    pub text: String,
    pub below: String,
}

impl Timeline {
    /// Whether the slots are weeks.
    #[must_use]
    pub const fn is_weekly(&self) -> bool {
        self.days_a_slot > 1
    }
}
