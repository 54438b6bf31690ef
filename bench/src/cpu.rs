//! Time on a processor, which other programs on the machine change less than time on the clock.

use std::fs;

/// Seconds the calling thread has spent on a processor; `None` where the system does not tell (not Linux).
#[must_use]
pub fn of_thread_s() -> Option<f64> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// Seconds that the children this process has waited for have spent on processors.
#[must_use]
pub fn of_children_s() -> Option<f64> {
    after_name(&[13, 14])
}

/// Seconds that all threads of this process have spent on processors.
#[must_use]
pub fn of_process_s() -> Option<f64> {
    after_name(&[11, 12])
}

/// The sum of some fields of `/proc/self/stat`, counted from the one after the name, which may hold anything.
fn after_name(places: &[usize]) -> Option<f64> {
    let told = fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = told.rsplit(')').next()?.split_whitespace().collect();
    let ticks = |at: &usize| fields.get(*at).and_then(|field| field.parse::<f64>().ok());
    // Ticks are hundredths of a second on every Linux that a program can ask.
    Some(places.iter().map(ticks).sum::<Option<f64>>()? / 100.0)
}

/// One piece of work with its name.
pub type Work<'a> = (&'static str, Box<dyn FnMut() + 'a>);

/// The least seconds on a processor that each work takes, of `rounds` in which all take turns, so that a slow
/// moment of the machine meets all of them.
pub fn least_s(rounds: usize, works: &mut [Work<'_>]) -> Vec<f64> {
    let mut least = vec![f64::INFINITY; works.len()];
    for _ in 0..=rounds {
        for ((_, work), least) in works.iter_mut().zip(&mut least) {
            let before = of_thread_s().unwrap_or(f64::NAN);
            work();
            *least = least.min(of_thread_s().unwrap_or(f64::NAN) - before);
        }
    }
    least
}
