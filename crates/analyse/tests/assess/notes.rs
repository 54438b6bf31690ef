//! Complaints found in run notes: the labelled lines of `fixtures/notes`, and what must hold for any text.

mod examples;
mod gate;
mod labelled;
mod numbers;
mod practice;
mod robust;
mod rules;
