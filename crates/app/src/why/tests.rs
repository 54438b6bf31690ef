//! Made-up runners, the screens they see and the documents they get.

mod contract;
mod runners;
mod screens;
