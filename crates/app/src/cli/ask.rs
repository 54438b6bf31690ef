//! One question at a time, for people at a terminal. Nothing is asked when nobody can answer.

use super::context::Context;
use super::failure::Failure;
use std::io::{BufRead, IsTerminal, Write};

/// How often a question is put again before it is left open.
const TRIES: usize = 3;

/// Whether somebody sits at a terminal and waits for an answer in words.
pub fn can_ask(context: &Context) -> bool {
    let screen = &context.screen;
    !screen.is_json && !screen.is_quiet && std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Questions and answers; a file or a test can stand for the terminal.
#[derive(Debug)]
pub struct Dialogue<R, W> {
    input: R,
    output: W,
    /// Nobody answers any more.
    is_over: bool,
}

/// The terminal.
pub fn terminal() -> Dialogue<std::io::StdinLock<'static>, std::io::Stdout> {
    Dialogue::new(std::io::stdin().lock(), std::io::stdout())
}

impl<R: BufRead, W: Write> Dialogue<R, W> {
    pub const fn new(input: R, output: W) -> Self {
        Self { input, output, is_over: false }
    }

    /// Asks until `read` accepts the answer; `None` when it is left open with Enter, refused three times, or the
    /// input has ended. `read` says what would be right.
    pub fn ask<T>(
        &mut self,
        question: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, Failure> {
        for _ in 0..TRIES {
            if self.is_over {
                return Ok(None);
            }
            let unreadable = |error: std::io::Error| Failure::CannotDo(format!("cannot ask: {error}"));
            write!(self.output, "{question} ").and_then(|()| self.output.flush()).map_err(unreadable)?;
            let mut line = String::new();
            if self.input.read_line(&mut line).map_err(unreadable)? == 0 {
                self.is_over = true;
                writeln!(self.output).map_err(unreadable)?;
                return Ok(None);
            }
            match line.trim() {
                "" => return Ok(None),
                answer => match read(answer) {
                    Ok(value) => return Ok(Some(value)),
                    Err(hint) => writeln!(self.output, "  {hint}").map_err(unreadable)?,
                },
            }
        }
        Ok(None)
    }

    /// A line of explanation.
    pub fn say(&mut self, line: &str) -> Result<(), Failure> {
        writeln!(self.output, "{line}").map_err(|error| Failure::CannotDo(format!("cannot ask: {error}")))
    }
}

/// A whole number in a range.
pub fn whole(answer: &str, min: u8, max: u8) -> Result<u8, String> {
    let value = answer.parse().ok().filter(|value| (min..=max).contains(value));
    value.ok_or_else(|| format!("a whole number from {min} to {max}, or Enter to leave it open"))
}

/// Yes or no, by its first letter.
pub fn yes_or_no(answer: &str) -> Result<bool, String> {
    match answer.to_lowercase().as_str() {
        "y" | "yes" => Ok(true),
        "n" | "no" => Ok(false),
        _ => Err("yes or no, or Enter to leave it open".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(input: &str) -> (Option<u8>, String) {
        let mut said = Vec::new();
        let mut dialogue = Dialogue::new(input.as_bytes(), &mut said);
        let answer = dialogue.ask("How much, 0 to 10?", |answer| whole(answer, 0, 10)).unwrap();
        (answer, String::from_utf8(said).unwrap())
    }

    #[test]
    fn a_wrong_answer_is_asked_again_and_enter_leaves_it_open() {
        let (answer, said) = answered("eleven\n4\n");
        assert_eq!(answer, Some(4));
        assert_eq!(said.matches("How much").count(), 2);
        assert!(said.contains("a whole number from 0 to 10"), "{said}");
        assert_eq!(answered("\n").0, None);
    }

    #[test]
    fn the_end_of_the_input_is_no_answer_and_three_wrong_ones_are_enough() {
        assert_eq!(answered("").0, None);
        let (answer, said) = answered("a\nb\nc\n4\n");
        assert_eq!((answer, said.matches("How much").count()), (None, 3));
    }
}
