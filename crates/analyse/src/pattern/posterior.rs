//! How well each condition fits: naive Bayes with a brake, because findings overlap.
//!
//! Formula: score = ln prior + ln P(region) + 0.7 x sum of ln P(finding) (1 - P when absent); softmax to 1.
//! Unit: share, never shown to the runner. Source: clinical text B.3 [rule], key `rule`. Grade D.
//! Limits: estimates; only patterns, never a diagnosis. Without answers it gives the priors.

use super::answers::Answers;
use super::tables::{Row, finding, prior, region};

const BRAKE: f64 = 0.7;

/// Share of each condition, in the order of the columns.
pub(crate) fn posterior(answers: &Answers) -> Row {
    let mut scores = prior(answers.band).map(f64::ln);
    if let Some(place) = answers.region {
        add(&mut scores, region(place).map(f64::ln));
    }
    for (code, is_present) in &answers.findings {
        add(&mut scores, finding(*code).map(|p| BRAKE * if *is_present { p } else { 1.0 - p }.ln()));
    }
    softmax(scores)
}

/// The shares after one more answer.
pub(crate) fn updated(shares: &Row, likelihood: Row) -> Row {
    let mut scores = shares.map(f64::ln);
    add(&mut scores, likelihood.map(|p| BRAKE * p.ln()));
    softmax(scores)
}

fn add(scores: &mut Row, terms: Row) {
    for (score, term) in scores.iter_mut().zip(terms) {
        *score += term;
    }
}

/// A condition with a prior of 0 has a score of minus infinity and stays at 0.
fn softmax(scores: Row) -> Row {
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights = scores.map(|score| (score - top).exp());
    let total: f64 = weights.iter().sum();
    weights.map(|weight| weight / total)
}
