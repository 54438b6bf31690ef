//! Whole lives, judged from outside: what a reader of the files and of the truth would see.

#[cfg(test)]
mod contract;
#[cfg(test)]
mod days;
#[cfg(test)]
mod formats;
#[cfg(test)]
mod hazard;
#[cfg(test)]
mod population;
