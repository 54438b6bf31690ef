//! How clearly the pattern points. Source: clinical text B.3 [rule], key `rule`. Grade D.

use super::answers::Answers;
use super::tables::Row;
use crate::order;
use kneewise_types::assessment::PatternLabel;

/// First match wins.
pub(crate) fn label(answers: &Answers, shares: &Row) -> PatternLabel {
    let mut ranked = *shares;
    order::sort_by(&mut ranked, |a, b| b.total_cmp(a));
    let [top, second, ..] = ranked;
    if answers.count() < 3 {
        PatternLabel::NotEnough
    } else if top >= 0.60 && top >= 2.0 * second {
        PatternLabel::FitsBest
    } else if top + second >= 0.60 && second >= 0.15 {
        PatternLabel::TwoPossible
    } else if top >= 0.35 {
        PatternLabel::Leans
    } else {
        PatternLabel::Unclear
    }
}
