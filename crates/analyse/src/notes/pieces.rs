//! Long texts in pieces: what is said of a knee stands in one paragraph, and rules that look around stay quick.

use super::tokens::{Gap, Token};

/// The longest piece, in tokens: more than any note needs, few enough that looking at every pair costs nothing.
const LONGEST: usize = 400;

/// The tokens of a text in pieces that end with a sentence where they can.
pub(super) fn pieces(mut tokens: Vec<Token>) -> Vec<Vec<Token>> {
    let mut ends = Vec::new();
    let mut from = 0;
    while tokens.len() - from > LONGEST {
        let far = from + LONGEST;
        let is_start = |at: &usize| tokens.get(*at).is_some_and(|token| token.gap == Gap::Stop);
        let end = (from + 1..=far).rev().find(is_start).unwrap_or(far);
        ends.push(end);
        from = end;
    }
    let mut found: Vec<Vec<Token>> =
        ends.iter().rev().map(|end| renumbered(tokens.split_off(*end))).collect();
    found.push(tokens);
    found.reverse();
    found
}

/// Sentences and clauses counted from the start of the piece.
fn renumbered(mut tokens: Vec<Token>) -> Vec<Token> {
    let (sentence, clause) = tokens.first().map_or((0, 0), |token| (token.sentence, token.clause));
    for token in &mut tokens {
        token.sentence -= sentence;
        token.clause -= clause;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_sentences_and_nothing_is_lost() {
        let text = "One two three four five. ".repeat(200);
        let all = tokens(&text);
        let cut = pieces(all.clone());
        assert_eq!(cut.iter().map(Vec::len).sum::<usize>(), all.len());
        assert!(
            cut.iter()
                .all(|piece| piece.len() <= LONGEST && piece[0].word == "one" && piece[0].sentence == 0)
        );
    }

    #[test]
    fn a_text_without_an_end_is_cut_anyway() {
        let cut = pieces(tokens(&"knee ".repeat(1000)));
        assert_eq!(cut.iter().map(Vec::len).collect::<Vec<_>>(), [400, 400, 200]);
    }
}
