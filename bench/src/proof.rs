//! The proof: does the detection find the planted cause, and is it silent where there is none?
//!
//! Every runner of the frozen population is lived, turned into a history without files, and judged on the last day of
//! the life; the oracle judges the same life. Nothing here tunes anything.

mod compare;
mod figures;
mod judge;
mod light;
mod page;
mod table;

pub use compare::{Compared, compare};
pub use figures::{Goal, figures, goals};
pub use judge::{Interval, Verdict, judge};
pub use light::{history, light_digest};
pub use page::{Head, part, write};
pub use table::Table;

use kneewise_simulate::population::Member;
use rayon::prelude::*;

/// Judges runners on all cores.
#[must_use]
pub fn judge_all(members: &[Member]) -> Vec<Verdict> {
    members.par_iter().filter_map(judge).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_simulate::population::{Stratum, v1};

    /// A small proof with loose bounds: that the machinery runs, and that no figure is absurd.
    #[test]
    fn sixty_runners_are_judged_and_the_figures_add_up() {
        let members: Vec<Member> = v1().filter(|member| member.scenario.days <= 620).take(60).collect();
        let verdicts = judge_all(&members);
        assert_eq!(verdicts.len(), 60);
        for verdict in &verdicts {
            assert_eq!(verdict.families.len(), 5);
            assert_eq!(verdict.place().is_some(), verdict.cause.is_some());
            let sum: f64 = verdict.oracle.families.iter().map(|(_, share)| share).sum();
            assert!((sum - 1.0).abs() < 1e-9 && (0.0..=1.0).contains(&verdict.oracle.planted));
        }
        let (seen, true_flares) = verdicts.iter().fold((0, 0), |(seen, all), verdict| {
            (seen + verdict.flares_seen.min(verdict.flares), all + verdict.flares)
        });
        assert!(4 * seen >= 3 * true_flares, "the diary shows {seen} of {true_flares} flares");
        let found = |place: &dyn Fn(&Verdict) -> Option<usize>| {
            let shown = |one: &&Verdict| !matches!(one.stratum, Stratum::Hidden | Stratum::Healthy);
            let places: Vec<usize> = verdicts.iter().filter(shown).filter_map(place).collect();
            places.iter().filter(|&&at| at < 2).count() as f64 / places.len() as f64
        };
        assert!(found(&|one| one.oracle_place()) > 0.6);
        assert!(found(&|one| one.place()) > 0.25);
        for table in figures(&verdicts) {
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.title);
        }
        assert_eq!(goals(&verdicts).len(), 12);
    }
}
