//! R13, its other part: pain during runs that is no better after six weeks.
//!
//! Formula: the series rule "no improvement" of the light. It does not block: it stops every increase and offers the
//! therapist. Source: clinical text A.3, B.4 [rule], key `rule`. Grade D. Ends with a clearance in those six weeks.

use super::{Knee, RULE};
use kneewise_types::assessment::{RedFlag, RedFlagId};
use kneewise_types::light::LightFact;
use kneewise_types::reason::Fact;

pub(crate) fn flag(knee: &Knee<'_>) -> Option<RedFlag> {
    let series = knee.light.iter().flat_map(|light| &light.series);
    let fact = series.into_iter().find_map(|reason| match reason.fact {
        LightFact::NoImprovement { since, first_mean, last_mean } => {
            let side = knee.diary.side;
            (knee.cleared_on() < Some(since)).then_some(Fact::NoImprovement {
                side,
                since,
                first_mean,
                last_mean,
            })
        }
        _ => None,
    })?;
    Some(RedFlag { is_blocking: false, ..knee.flag(RedFlagId::R13, RULE, vec![fact]) })
}
