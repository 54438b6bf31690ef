//! Wrong passwords make the next try wait: five are free, then each doubles the pause, for one address and for all.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

const FREE: u32 = 5;
/// For all addresses together: whoever has many of them gains little.
const FREE_FOR_ALL: u32 = 50;
const LONGEST: Duration = Duration::from_mins(15);
/// Addresses remembered at once.
const MOST: usize = 4096;

/// Wrong tries so far.
#[derive(Debug, Default)]
pub struct Limit {
    tries: Mutex<Tries>,
}

#[derive(Debug, Default)]
struct Tries {
    of: HashMap<IpAddr, Wrong>,
    all: Wrong,
}

#[derive(Debug, Clone, Copy, Default)]
struct Wrong {
    tries: u32,
    until: Option<Instant>,
}

impl Wrong {
    fn wait(&self, now: Instant) -> Option<Duration> {
        self.until.and_then(|until| until.checked_duration_since(now)).filter(|wait| !wait.is_zero())
    }

    fn count(&mut self, free: u32, now: Instant) {
        self.tries = self.tries.saturating_add(1);
        if let Some(over) = self.tries.checked_sub(free) {
            let pause = Duration::from_secs(1 << over.min(10)).min(LONGEST);
            self.until = Some(now + pause);
        }
    }
}

impl Limit {
    /// How long an address has to wait before its next try; `None` when it may try now.
    pub fn wait(&self, address: IpAddr, now: Instant) -> Option<Duration> {
        let tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        let own = tries.of.get(&address).and_then(|wrong| wrong.wait(now));
        own.max(tries.all.wait(now))
    }

    /// A wrong password came from an address.
    pub fn wrong(&self, address: IpAddr, now: Instant) {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        if tries.of.len() >= MOST {
            tries.of.clear();
        }
        tries.of.entry(address).or_default().count(FREE, now);
        tries.all.count(FREE_FOR_ALL, now);
    }

    /// The right one came.
    pub fn right(&self, address: IpAddr) {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        tries.of.remove(&address);
        tries.all = Wrong::default();
    }
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test needs an instant to begin at")]
    fn wrong_passwords_make_the_next_try_wait() {
        let (limit, start) = (Limit::default(), Instant::now());
        let address: IpAddr = "192.0.2.1".parse().unwrap();
        for _ in 0..4 {
            limit.wrong(address, start);
            assert_eq!(limit.wait(address, start), None);
        }
        limit.wrong(address, start);
        assert_eq!(limit.wait(address, start), Some(Duration::from_secs(1)));
        limit.wrong(address, start);
        assert_eq!(limit.wait(address, start), Some(Duration::from_secs(2)));
        assert_eq!(limit.wait("192.0.2.2".parse().unwrap(), start), None);
        for _ in 0..60 {
            limit.wrong(address, start);
        }
        assert_eq!(limit.wait(address, start), Some(LONGEST));
        assert!(limit.wait("192.0.2.2".parse().unwrap(), start).is_some(), "many tries slow everybody");
        assert_eq!(limit.wait(address, start + LONGEST), None);
        limit.right(address);
        assert_eq!(limit.wait(address, start), None);
    }
}
