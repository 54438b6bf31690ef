//! What fits a condition and what does not, so that the runner can see why.
//!
//! Formula: an answer fits a condition when its table value is at least 1.25 times the mean of the other conditions,
//! weighted by their shares; it speaks against it when at most 1 / 1.25 of that. Unit: ratio.
//! Source: clinical text B.3 [rule]; the 1.25 is our choice, key `rule`. Grade D.
//! Says nothing: answers that tell the conditions hardly apart.

use super::answers::Answers;
use super::tables::{CONDITIONS, Row, finding, region};
use crate::order;
use kneewise_types::FindingAnswer;
use kneewise_types::assessment::{Condition, PatternFit, PatternLabel, PatternSign};

const TELLING: f64 = 1.25;

/// For the conditions that the label names.
pub(crate) fn fits(answers: &Answers, shares: &Row, label: PatternLabel) -> Vec<PatternFit> {
    let named = match label {
        PatternLabel::NotEnough | PatternLabel::Unclear => 0,
        PatternLabel::FitsBest | PatternLabel::Leans => 1,
        PatternLabel::TwoPossible => 2,
    };
    let mut ranked: Vec<(usize, f64)> = shares.iter().copied().enumerate().collect();
    order::sort_by(&mut ranked, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.into_iter().take(named).filter_map(|(at, _)| fit(answers, shares, at)).collect()
}

fn fit(answers: &Answers, shares: &Row, at: usize) -> Option<PatternFit> {
    let condition: Condition = *CONDITIONS.get(at)?;
    let mut weighed: Vec<(PatternSign, f64)> = signs(answers)
        .into_iter()
        .filter_map(|(sign, table)| Some((sign, ratio(&table, shares, at)?)))
        .collect();
    order::sort_by(&mut weighed, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let of = |is: fn(f64) -> bool| -> Vec<PatternSign> {
        weighed.iter().filter(|(_, ratio)| is(*ratio)).map(|(sign, _)| *sign).collect()
    };
    let mut against = of(|ratio| ratio <= 1.0 / TELLING);
    against.reverse();
    Some(PatternFit { condition, fits: of(|ratio| ratio >= TELLING), against })
}

/// Each answer with the chance that each condition gives it.
fn signs(answers: &Answers) -> Vec<(PatternSign, Row)> {
    let place = answers.region.map(|place| (PatternSign::Region(place), region(place)));
    let found = answers.findings.iter().map(|(code, is_present)| {
        let sign = PatternSign::Finding(FindingAnswer { code: *code, is_present: *is_present });
        (sign, finding(*code).map(|p| if *is_present { p } else { 1.0 - p }))
    });
    place.into_iter().chain(found).collect()
}

fn ratio(table: &Row, shares: &Row, at: usize) -> Option<f64> {
    let of_others = |value: fn(f64, f64) -> f64| -> f64 {
        let others = table.iter().zip(shares).enumerate().filter(|(other, _)| *other != at);
        others.map(|(_, (p, share))| value(*p, *share)).sum()
    };
    let weight = of_others(|_, share| share);
    let mean = of_others(|p, share| p * share) / weight;
    (weight > 0.0 && mean > 0.0).then(|| table.get(at).copied().unwrap_or_default() / mean)
}

#[cfg(test)]
mod tests {
    use super::super::answers::Answers;
    use super::super::posterior::posterior;
    use super::super::tables::AgeBand;
    use super::*;
    use kneewise_types::Region;
    use kneewise_types::symptom::FindingCode;

    /// Clinical text B3-10: a kneecap place with tendon answers.
    #[test]
    fn place_and_answers_can_point_in_different_directions() {
        let answers = Answers {
            band: AgeBand::Adult,
            region: Some(Region::AroundPatella),
            findings: vec![
                (FindingCode::PainProlongedSitting, false),
                (FindingCode::JumpLandLocalTendon, true),
                (FindingCode::WarmsUpThenReturns, true),
            ],
            is_walking_free: true,
        };
        let shares = posterior(&answers);
        let found = fits(&answers, &shares, PatternLabel::FitsBest);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].condition, Condition::Pfp);
        assert_eq!(found[0].fits, [PatternSign::Region(Region::AroundPatella)]);
        let code = |sign: &PatternSign| match sign {
            PatternSign::Finding(answer) => answer.code.code(),
            PatternSign::Region(place) => place.code(),
        };
        assert_eq!(found[0].against.iter().map(code).collect::<Vec<_>>(), ["F07", "F03", "F06"]);
        assert!(fits(&answers, &shares, PatternLabel::Unclear).is_empty());
        assert_eq!(fits(&answers, &shares, PatternLabel::TwoPossible)[1].condition, Condition::Pt);
    }
}
