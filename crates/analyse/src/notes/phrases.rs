//! Many phrases looked for at once: a tree of words.
//!
//! A word that ends in `*` stands for every word that begins so; `..` stands for up to three words. At each
//! place the phrase that reaches farthest wins, of equals the one with fewer stand-ins.

use super::labels::{Label, Meaning};
use super::tokens::{Gap, Token, words_of};
use super::vocabulary::{Sighting, Vocabulary, WordId};
use std::collections::HashMap;

/// The most words that `..` stands for.
const MAX_SKIPPED: usize = 3;

/// Words over which no phrase reaches: "mal partout sauf aux genoux".
const EXCEPT: [&str; 13] = [
    "but", "except", "ausser", "aber", "sauf", "hormis", "mais", "salvo", "excepto", "pero", "exceto",
    "menos", "mas",
];

/// A place in the tree; 0 is the root.
type NodeId = u32;

/// The tree.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// Where a word leads.
    steps: HashMap<(NodeId, WordId), NodeId>,
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    /// Where the tree goes on after `..`.
    skip: Option<NodeId>,
    meaning: Option<Meaning>,
}

/// One phrase found: tokens from `first` up to, not including, `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag {
    pub first: usize,
    pub end: usize,
    pub meaning: Meaning,
}

/// The words of a text, as they stand and as the language knows them.
#[derive(Debug, Clone, Copy)]
struct Text<'a> {
    tokens: &'a [Token],
    sightings: &'a [Sighting],
}

/// A way through the tree that may still grow.
#[derive(Debug, Clone, Copy)]
struct Path {
    node: NodeId,
    at: usize,
    stand_ins: usize,
    is_first: bool,
}

impl Phrases {
    pub(super) fn add(&mut self, phrase: &str, meaning: Meaning, vocabulary: &mut Vocabulary) {
        let mut node = self.root();
        for piece in phrase.split_whitespace() {
            if piece == ".." {
                node = self.skipped(node);
            } else if let Some(begin) = piece.strip_suffix('*') {
                for word in words_of(begin) {
                    node = self.step(node, vocabulary.begin(word));
                }
            } else {
                for word in words_of(piece) {
                    node = self.step(node, vocabulary.word(word));
                }
            }
        }
        if let Some(last) = self.nodes.get_mut(node as usize).filter(|_| node > 0) {
            last.meaning.get_or_insert_default().merge(meaning);
        }
    }

    fn root(&mut self) -> NodeId {
        if self.nodes.is_empty() { self.new_node() } else { 0 }
    }

    fn new_node(&mut self) -> NodeId {
        self.nodes.push(Node::default());
        NodeId::try_from(self.nodes.len() - 1).unwrap_or(0)
    }

    fn step(&mut self, node: NodeId, word: WordId) -> NodeId {
        if let Some(next) = self.steps.get(&(node, word)) {
            return *next;
        }
        let next = self.new_node();
        self.steps.insert((node, word), next);
        next
    }

    fn skipped(&mut self, node: NodeId) -> NodeId {
        if let Some(next) = self.nodes.get(node as usize).and_then(|node| node.skip) {
            return next;
        }
        let next = self.new_node();
        if let Some(node) = self.nodes.get_mut(node as usize) {
            node.skip = Some(next);
        }
        next
    }

    /// All phrases of a text, from left to right, without overlap.
    pub(super) fn find(&self, tokens: &[Token], sightings: &[Sighting]) -> Vec<Tag> {
        let text = Text { tokens, sightings };
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.longest(text, at) {
                // "ja nao estava bem": the phrase that holds its own "not" is the longer one.
                Some(tag) if tag.meaning.is(Label::Not) && self.has_longer_inside(text, tag) => at += 1,
                Some(tag) => {
                    at = tag.end;
                    found.push(tag);
                }
                None => at += 1,
            }
        }
        found
    }

    /// Whether a phrase of more words begins inside a tag and ends after it.
    fn has_longer_inside(&self, text: Text<'_>, tag: Tag) -> bool {
        let length = |tag: Tag| tag.end - tag.first;
        (tag.first + 1..tag.end)
            .filter_map(|at| self.longest(text, at))
            .any(|inner| inner.end > tag.end && length(inner) > length(tag))
    }

    /// The phrase that begins here and reaches farthest.
    fn longest(&self, text: Text<'_>, first: usize) -> Option<Tag> {
        let sighting = text.sightings.get(first)?;
        if sighting.exact.is_none() && sighting.begins.is_empty() {
            return None;
        }
        let mut best: Option<(usize, usize, Meaning)> = None;
        let mut open = vec![Path { node: 0, at: first, stand_ins: 0, is_first: true }];
        while let Some(path) = open.pop() {
            let Some(node) = self.nodes.get(path.node as usize) else { continue };
            if let Some(meaning) = node.meaning {
                let is_better =
                    best.is_none_or(|(end, stand_ins, _)| (path.at, stand_ins) > (end, path.stand_ins));
                if is_better {
                    best = Some((path.at, path.stand_ins, meaning));
                }
            }
            let Some(token) = text.tokens.get(path.at) else { continue };
            if !path.is_first && token.gap > Gap::Space {
                continue;
            }
            self.grow(path, text, &mut open);
            if let Some(skip) = node.skip {
                skip_words(skip, path, text, &mut open);
            }
        }
        best.map(|(end, _, meaning)| Tag { first, end, meaning })
    }

    fn grow(&self, path: Path, text: Text<'_>, open: &mut Vec<Path>) {
        let Some(sighting) = text.sightings.get(path.at) else { return };
        let next = Path { at: path.at + 1, is_first: false, ..path };
        let child = |word: &WordId| self.steps.get(&(path.node, *word)).copied();
        if let Some(node) = sighting.exact.as_ref().and_then(child) {
            open.push(Path { node, ..next });
        }
        for node in sighting.begins.iter().filter_map(child) {
            open.push(Path { node, stand_ins: path.stand_ins + 1, ..next });
        }
    }
}

/// The words that `..` may stand for, none first; not beyond a break.
fn skip_words(node: NodeId, path: Path, text: Text<'_>, open: &mut Vec<Path>) {
    for skipped in 0..=MAX_SKIPPED {
        let (at, stand_ins) = (path.at + skipped, path.stand_ins + skipped);
        open.push(Path { node, at, stand_ins, is_first: false });
        let ends = |token: &Token| token.gap > Gap::Space || EXCEPT.contains(&token.word.as_str());
        if text.tokens.get(at).is_none_or(ends) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::labels::Label;
    use super::super::tokens::tokens;
    use super::*;

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let (mut tree, mut vocabulary) = (Phrases::default(), Vocabulary::default());
        for phrase in phrases {
            tree.add(phrase, Meaning { labels: Label::Pain.bit(), region: None }, &mut vocabulary);
        }
        let tokens = tokens(text);
        let sightings: Vec<Sighting> = tokens.iter().map(|token| vocabulary.look(&token.word)).collect();
        let slice = |tag: Tag| text[tokens[tag.first].range.start..tokens[tag.end - 1].range.end].to_owned();
        tree.find(&tokens, &sightings).into_iter().map(slice).collect()
    }

    #[test]
    fn the_longest_phrase_wins() {
        assert_eq!(
            found(&["knee", "high knees", "knee raise"], "High knees, knee raise, knee"),
            ["High knees", "knee raise", "knee"]
        );
    }

    #[test]
    fn stand_ins_reach_over_words_but_not_over_breaks() {
        assert_eq!(found(&["below .. kneecap"], "below my left kneecap"), ["below my left kneecap"]);
        assert_eq!(found(&["below .. kneecap"], "below the kneecap"), ["below the kneecap"]);
        assert_eq!(found(&["below .. kneecap"], "below kneecap"), ["below kneecap"]);
        assert!(found(&["below .. kneecap"], "below, my kneecap").is_empty());
        assert!(found(&["below .. kneecap"], "below one two three four kneecap").is_empty());
    }

    #[test]
    fn stand_ins_do_not_reach_over_a_but_in_any_language() {
        assert_eq!(found(&["sore .. knee"], "sore big knee"), ["sore big knee"]);
        for but in ["but", "aber", "mais", "pero", "mas"] {
            assert!(found(&["sore .. knee"], &format!("sore {but} knee")).is_empty(), "{but}");
        }
    }

    #[test]
    fn a_star_stands_for_every_ending() {
        assert_eq!(
            found(&["schmerz*", "schmerzfrei"], "Schmerzen schmerzfrei"),
            ["Schmerzen", "schmerzfrei"]
        );
    }
}
