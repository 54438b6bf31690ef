//! One text with everything its words were found to be, in the order they stand.

use super::files::Language;
use super::labels::{Label, Layer};
use super::lexicon::Lexicon;
use super::phrases::Tag;
use super::tokens::{Gap, Token};
use super::words::{List, Words};

/// What is known of one clause: it decides whether anything in it is meant as said.
#[derive(Debug, Clone, Default)]
pub(super) struct Clause {
    /// First token of "if", "hope" and the like.
    pub if_at: Option<usize>,
    pub is_later: bool,
    pub is_unreal: bool,
    pub has_skin: bool,
    pub is_asked: bool,
    pub has_stop: bool,
    /// First and last token of the clause.
    pub first: usize,
    pub end: usize,
}

/// What is known of one sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct Sentence {
    /// Speaks of another time of life.
    pub is_elsewhen: bool,
    pub has_said: bool,
    pub is_upside_down: bool,
}

/// The text as tokens and tags.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    lexicon: &'a Lexicon,
    pub words: &'a Words,
    /// In German every noun is written with a capital: one is no sign of a name.
    pub has_capital_nouns: bool,
    pub tokens: &'a [Token],
    pub main: Vec<Tag>,
    pub beside: Vec<Tag>,
    pub side: Vec<Tag>,
    pub time: Vec<Tag>,
    pub count: Vec<Tag>,
    /// Clause of each token; words such as "but" begin one too.
    clause_of: Vec<usize>,
    pub clauses: Vec<Clause>,
    pub sentences: Vec<Sentence>,
    /// For each token the number of main tags that end at or before it.
    main_before: Vec<usize>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(tokens: &'a [Token], lexicon: &'a Lexicon, words: &'a Words) -> Self {
        let sightings = lexicon.look(tokens.iter().map(|token| token.word.as_str()));
        let find = |layer| lexicon.find(layer, tokens, &sightings);
        let main: Vec<Tag> = find(Layer::Main);
        let mut scene = Self {
            lexicon,
            words,
            has_capital_nouns: lexicon.language == Language::German,
            tokens,
            main_before: ends_before(&main, tokens.len()),
            main,
            beside: find(Layer::Beside),
            side: find(Layer::Side),
            time: find(Layer::Time),
            count: find(Layer::Count),
            clause_of: Vec::new(),
            clauses: Vec::new(),
            sentences: Vec::new(),
        };
        scene.count_clauses();
        scene.look_at_clauses();
        scene
    }

    /// How many words of the text the language knows.
    pub(super) fn known_words(&self) -> usize {
        [&self.main, &self.side, &self.time].into_iter().flatten().map(|tag| tag.end - tag.first).sum()
    }

    pub(super) fn clause_at(&self, token: usize) -> usize {
        self.clause_of.get(token).copied().unwrap_or_default()
    }

    pub(super) fn clause(&self, token: usize) -> Option<&Clause> {
        self.clauses.get(self.clause_at(token))
    }

    pub(super) fn sentence_at(&self, token: usize) -> usize {
        self.tokens.get(token).map(|token| token.sentence).unwrap_or_default()
    }

    pub(super) fn sentence(&self, token: usize) -> Option<&Sentence> {
        self.sentences.get(self.sentence_at(token))
    }

    /// Main tags that end at or before a token, nearest first.
    pub(super) fn before(&self, token: usize) -> impl Iterator<Item = &Tag> {
        let count = self.main_before.get(token).copied().unwrap_or(self.main.len());
        self.main.get(..count).unwrap_or_default().iter().rev()
    }

    /// Main tags that begin at or after a token, nearest first.
    pub(super) fn after(&self, token: usize) -> impl Iterator<Item = &Tag> {
        let count = self.main_before.get(token).copied().unwrap_or(self.main.len());
        self.main.get(count..).unwrap_or_default().iter().filter(move |tag| tag.first >= token)
    }

    /// Whether a phrase has a word of denial in it, such as "no molesta".
    pub(super) fn has_own_not(&self, tag: &Tag) -> bool {
        let words = self.tokens.get(tag.first..tag.end).unwrap_or_default();
        words.iter().any(|token| self.lexicon.is_not(&token.word) || token.word == "t")
    }

    /// Whether a word is one of the most frequent of the language.
    pub(super) fn is_common(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| self.lexicon.is_common(&token.word))
    }

    pub(super) fn gap(&self, token: usize) -> Gap {
        self.tokens.get(token).map_or(Gap::Stop, |token| token.gap)
    }

    /// Whether this token is one of some words.
    pub(super) fn is_one_of(&self, token: usize, words: List) -> bool {
        self.tokens.get(token).is_some_and(|token| self.words.has(words, &token.word))
    }

    /// The main tag that begins exactly here.
    pub(super) fn main_at(&self, token: usize) -> Option<&Tag> {
        self.after(token).next().filter(|tag| tag.first == token)
    }

    /// Whether the clause of a token begins with such a word.
    pub(super) fn begins_with(&self, token: usize, label: Label) -> bool {
        self.clause(token)
            .is_some_and(|clause| self.main_at(clause.first).is_some_and(|tag| tag.meaning.is(label)))
    }

    fn count_clauses(&mut self) {
        let mut more = 0;
        let mut buts = self.main.iter().filter(|tag| tag.meaning.is(Label::But)).peekable();
        for (at, token) in self.tokens.iter().enumerate() {
            if buts.next_if(|tag| tag.first == at).is_some() && token.gap < Gap::Bracket {
                more += 1;
            }
            self.clause_of.push(token.clause + more);
        }
    }

    fn look_at_clauses(&mut self) {
        let clauses = self.clause_of.last().map_or(0, |last| last + 1);
        let sentences = self.tokens.last().map_or(0, |last| last.sentence + 1);
        self.clauses = vec![Clause { first: usize::MAX, ..Clause::default() }; clauses];
        self.sentences = vec![Sentence::default(); sentences];
        for (at, token) in self.tokens.iter().enumerate() {
            if let Some(clause) = self.clause_of.get(at).and_then(|clause| self.clauses.get_mut(*clause)) {
                clause.first = clause.first.min(at);
                clause.end = at + 1;
                clause.is_asked |= token.is_asked;
            }
            if let Some(sentence) = self.sentences.get_mut(token.sentence) {
                sentence.is_elsewhen |= is_year(token);
            }
        }
        self.carry_questions_back();
        self.find_scales();
        self.look_at_words();
        self.look_at_once();
        self.carry_fears_on();
        self.carry_sayings_back();
    }

    /// "Antes terminaba con dolor", "avant je finissais": a sentence that begins with what was once.
    fn look_at_once(&mut self) {
        let is_once = |at: usize| {
            let word = |at: usize| self.tokens.get(at).map(|token| token.word.as_str()).unwrap_or_default();
            let is_number = self.tokens.get(at + 1).is_none_or(|token| token.number.is_some());
            let is_verb = match word(at) {
                "antes" => !self.words.has(List::BeforeWhat, word(at + 1)),
                "avant" => self.words.has(List::Subjects, word(at + 1)),
                _ => false,
            };
            is_verb && !is_number && self.gap(at + 1) <= Gap::Space
        };
        let firsts: Vec<usize> = (0..self.tokens.len())
            .filter(|at| *at == 0 || self.gap(*at) == Gap::Stop)
            .filter(|at| is_once(*at))
            .collect();
        for at in firsts {
            let of = self.clause_of.get(at).copied();
            if let Some(clause) = of.and_then(|of| self.clauses.get_mut(of)) {
                clause.is_unreal = true;
            }
        }
    }

    /// "Running ruins the knees, says my aunt": a clause that begins with who said it tells what the one before it is.
    fn carry_sayings_back(&mut self) {
        for at in 1..self.clauses.len() {
            let Some(clause) = self.clauses.get(at) else { continue };
            let (first, end) = (clause.first, clause.end);
            let is_said = self.main_at(first).is_some_and(|tag| tag.meaning.is(Label::Said));
            let is_of_somebody = self
                .after(first)
                .take_while(|tag| tag.end <= end)
                .any(|tag| tag.meaning.is_any(&[Label::Person, Label::Name]));
            let is_told =
                is_said && is_of_somebody && self.gap(first) == Gap::Comma && end - first <= SHORT_SAYING;
            if let Some(before) = self.clauses.get_mut(at - 1) {
                before.is_unreal |= is_told;
            }
        }
    }

    /// "afraid, that …": what is feared or hoped goes on behind the comma.
    fn carry_fears_on(&mut self) {
        for at in 1..self.clauses.len() {
            let Some(first) = self.clauses.get(at).map(|clause| clause.first) else { continue };
            let word = self.tokens.get(first).map(|token| token.word.as_str()).unwrap_or_default();
            let goes_on = self.gap(first) == Gap::Comma && self.words.has(List::That, word);
            let is_open =
                self.clauses.get(at - 1).is_some_and(|before| before.if_at.is_some() || before.is_unreal);
            if let Some(clause) = self.clauses.get_mut(at) {
                clause.is_unreal |= goes_on && is_open;
            }
        }
    }

    /// What single words say of their clause and of their sentence.
    fn look_at_words(&mut self) {
        for tag in &self.main {
            let meaning = tag.meaning;
            if let Some(clause) = self.clause_of.get(tag.first).and_then(|at| self.clauses.get_mut(*at)) {
                if meaning.is(Label::If) {
                    clause.if_at.get_or_insert(tag.first);
                }
                clause.is_later |= meaning.is(Label::Later) && !self.time.iter().any(is_since(tag));
                clause.is_unreal |= meaning.is(Label::Unreal);
                clause.has_skin |= meaning.is(Label::Skin);
                clause.has_stop |= meaning.is(Label::Stop);
            }
            let of = self.tokens.get(tag.first).map(|token| token.sentence);
            if let Some(sentence) = of.and_then(|of| self.sentences.get_mut(of)) {
                sentence.is_elsewhen |= meaning.is(Label::Elsewhen);
                sentence.has_said |= meaning.is(Label::Said);
            }
        }
        for tag in self.count.iter().filter(|tag| tag.meaning.is(Label::UpsideDown)) {
            let of = self.tokens.get(tag.first).map(|token| token.sentence);
            if let Some(sentence) = of.and_then(|of| self.sentences.get_mut(of)) {
                sentence.is_upside_down = true;
            }
        }
    }

    /// "from 0 to 10" tells of a scale, not of a pain.
    fn find_scales(&mut self) {
        let is = |at: usize, word: &str| self.tokens.get(at).is_some_and(|token| token.word == word);
        let scales: Vec<usize> = (0..self.tokens.len())
            .filter(|at| {
                is(*at, "0") && (is(at + 1, "10") || is(at + 2, "10") && self.gap(at + 2) <= Gap::Space)
            })
            .map(|at| self.sentence_at(at))
            .collect();
        for sentence in scales {
            if let Some(sentence) = self.sentences.get_mut(sentence) {
                sentence.is_elsewhen = true;
            }
        }
    }

    /// "How long do you run with a sore knee, all of you?": the sentence of a token begins with a word that asks.
    fn is_question(&self, at: usize) -> bool {
        let sentence = self.sentence_at(at);
        let first = self.tokens.partition_point(|token| token.sentence < sentence);
        self.is_one_of(first, List::Asking)
    }

    /// A question of two or three words at the end ("new shoes?") leaves what stands before it as it is;
    /// a longer one with a comma in it is asked as a whole.
    fn carry_questions_back(&mut self) {
        for at in (1..self.clauses.len()).rev() {
            let Some(clause) = self.clauses.get(at) else { continue };
            let is_long = clause.end.saturating_sub(clause.first) > SHORT_QUESTION;
            let starts_sentence = self.gap(clause.first) == Gap::Stop;
            let is_carried =
                clause.is_asked && !starts_sentence && (is_long || self.is_question(clause.first));
            if let Some(before) = self.clauses.get_mut(at - 1) {
                before.is_asked |= is_carried;
            }
        }
    }
}

/// "since sunday" is no time to come.
fn is_since(later: &Tag) -> impl Fn(&Tag) -> bool {
    move |time| time.meaning.is(Label::Since) && time.first <= later.first && later.end <= time.end
}

/// Words of a question that asks about what was said before it.
const SHORT_QUESTION: usize = 4;

/// Words of a clause that only names who said something.
const SHORT_SAYING: usize = 5;

/// Years of one's life; nobody scores or runs that far.
fn is_year(token: &Token) -> bool {
    token.word.len() == 4
        && token.number.is_some_and(|number| number.of.is_none() && (1950.0..=2049.0).contains(&number.value))
}

fn ends_before(tags: &[Tag], tokens: usize) -> Vec<usize> {
    let mut count = 0;
    let mut all = Vec::with_capacity(tokens + 1);
    for at in 0..=tokens {
        while tags.get(count).is_some_and(|tag| tag.end <= at) {
            count += 1;
        }
        all.push(count);
    }
    all
}
