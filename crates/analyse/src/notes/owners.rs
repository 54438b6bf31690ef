//! Whose knee it is: the writer's, unless the words around it name another owner.

use super::labels::{Label, Meaning};
use super::phrases::Tag;
use super::scene::Scene;
use super::tokens::Gap;
use super::words::List;

/// How far back a person is looked for, in tokens.
const REACH: usize = 14;

/// Whether the knee named here is another person's: owned by a name, or in a clause about somebody.
pub(super) fn is_somebody_elses(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    if is_quoted_speech(scene, first)
        || is_of_somebody(scene, end)
        || has_genitive(scene, first)
        || is_who(scene, first)
        || has_possessive(scene, first, end)
        || is_had_by_another(scene, first)
        || is_one_of_many(scene, first)
        || is_of_one_who_suffers(scene, first)
        || is_name_of_a_place(scene, first, end)
    {
        return true;
    }
    let clause = scene.clause_at(first);
    // What stands in brackets is of whoever stands before them.
    let is_bracketed = scene.clause(first).is_some_and(|clause| scene.gap(clause.first) == Gap::Bracket);
    let from = clause - usize::from(is_bracketed && clause > 0);
    for tag in scene.before(first) {
        if scene.clause_at(tag.first) < from || first - tag.end > REACH {
            return false;
        }
        let is_owner = tag.meaning.is(Label::Mine) && first - tag.end <= 2;
        if is_owner || tag.meaning.is(Label::Own) {
            return false;
        }
        if is_person(scene, tag.first, tag.meaning) && !is_company(scene, tag.first) {
            return true;
        }
    }
    false
}

/// A person's word, or a first name written with a capital.
fn is_person(scene: &Scene<'_>, at: usize, meaning: Meaning) -> bool {
    let Some(token) = scene.tokens.get(at) else { return false };
    // The "er" of "400er" is nobody.
    let is_ending = token.gap == Gap::Glued
        && at > 0
        && scene.tokens.get(at - 1).is_some_and(|token| token.number.is_some());
    !is_ending && (meaning.is(Label::Person) || meaning.is(Label::Name) && token.is_capital)
}

/// "with Tom", "told my brother": somebody who is there, not somebody it is about.
fn is_company(scene: &Scene<'_>, person: usize) -> bool {
    // "with my limping uncle", "mi suegra coja": the complaint follows the person as an adjective.
    let suffers = scene.after(person + 1).next().is_some_and(|tag| {
        tag.first == person + 1 && tag.meaning.is(Label::Pain) && scene.gap(tag.first) <= Gap::Space
    });
    let tells_more = scene
        .tokens
        .get(person + 1)
        .is_some_and(|token| token.gap <= Gap::Space && scene.words.has(List::Who, &token.word));
    !suffers
        && !tells_more
        && scene
            .before(person)
            .take(2)
            .take_while(|tag| person - tag.end <= 1 && scene.clause_at(tag.first) == scene.clause_at(person))
            .any(|tag| tag.meaning.is(Label::With))
}

/// Words inside quotation marks, in a sentence that says who said them, or beside one.
fn is_quoted_speech(scene: &Scene<'_>, at: usize) -> bool {
    let is_quoted = scene.tokens.get(at).is_some_and(|token| token.is_quoted);
    let sentence = scene.sentence_at(at);
    let near = sentence.saturating_sub(1)..=sentence + 1;
    is_quoted && near.into_iter().any(|at| scene.sentences.get(at).is_some_and(|sentence| sentence.has_said))
}

/// "Anna, die Knieprobleme hatte", "Tom, who has a bad knee": a clause that tells more of the person named right before it.
fn is_who(scene: &Scene<'_>, first: usize) -> bool {
    let Some(clause) = scene.clause(first) else { return false };
    let word = |at: usize| scene.tokens.get(at).map(|token| token.word.as_str()).unwrap_or_default();
    let is_relative = scene.gap(clause.first) == Gap::Comma
        && scene.words.has(List::Who, word(clause.first))
        && [clause.first + 1, clause.end.saturating_sub(1)]
            .iter()
            .any(|at| scene.words.has(List::Had, word(*at)));
    is_relative
        && scene
            .before(clause.first)
            .take_while(|tag| scene.clause_at(tag.first) + 1 == scene.clause_at(clause.first))
            .any(|tag| is_person(scene, tag.first, tag.meaning))
}

/// "Tom and his bad knee", "o joelho dela": however the owner came into the sentence.
fn has_possessive(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let is = |at: usize, words: List| scene.is_one_of(at, words);
    let is_joined = |from: usize| (from + 1..=first).all(|at| scene.gap(at) <= Gap::Space);
    let before = (first.saturating_sub(2)..first).rev().any(|at| is(at, List::Theirs) && is_joined(at));
    before || is(end, List::OfThem) && scene.gap(end) <= Gap::Space
}

/// "coach has a bad knee", "il a mal au genou": the verb says that it is a third person's.
fn is_had_by_another(scene: &Scene<'_>, first: usize) -> bool {
    let word = |at: usize| scene.tokens.get(at).map(|token| token.word.as_str()).unwrap_or_default();
    let is_joined = |from: usize| (from + 1..=first).all(|at| scene.gap(at) <= Gap::Space);
    (first.saturating_sub(2)..first).any(|at| {
        let has = match word(at) {
            "has" => at > 0 && scene.gap(at) <= Gap::Space && word(at + 1) != "my",
            "a" => at > 0 && scene.words.has(List::He, word(at - 1)),
            _ => false,
        };
        has && is_joined(at)
    })
}

/// "so many sore knees": knees in a crowd; but "a lot of knee pain" is of one.
fn is_one_of_many(scene: &Scene<'_>, first: usize) -> bool {
    let clause = scene.clause_at(first);
    let is_pain = scene.main_at(first).is_some_and(|tag| tag.meaning.is(Label::KneeSore));
    (first.saturating_sub(3)..first).any(|at| {
        let is_much = is_pain && scene.is_one_of(at, List::Much);
        let is_crowd = scene.is_one_of(at, List::Crowds) && !is_much;
        is_crowd && scene.clause_at(at) == clause
    })
}

/// "she was limping, old knee trouble": somebody else suffers in the clause before.
fn is_of_one_who_suffers(scene: &Scene<'_>, first: usize) -> bool {
    let Some(before) = scene.clause_at(first).checked_sub(1) else { return false };
    let Some(clause) = scene.clauses.get(before) else { return false };
    let words = scene.tokens.get(clause.first..clause.end).unwrap_or_default();
    let has = |list: List| words.iter().any(|token| scene.words.has(list, &token.word));
    let is_subject = |tag: &Tag| {
        tag.first >= clause.first
            && tag.first - clause.first <= 2
            && is_person(scene, tag.first, tag.meaning)
            && !is_company(scene, tag.first)
    };
    let is_named = scene.before(clause.end).take_while(|tag| tag.first >= clause.first).any(is_subject);
    let is_pronoun = |tag: &Tag| {
        let word = scene.tokens.get(tag.first).map(|token| token.word.as_str());
        tag.meaning.is(Label::Person) && word.is_some_and(|word| scene.words.has(List::Pronouns, word))
    };
    let has_pronoun = words.iter().any(|token| token.word == "elle")
        || scene.before(clause.end).take_while(|tag| tag.first >= clause.first).any(is_pronoun);
    if !(has_pronoun || is_named) || scene.sentence_at(clause.first) != scene.sentence_at(first) {
        return false;
    }
    let tags = scene.before(clause.end).take_while(|tag| tag.first >= clause.first);
    let said = tags.fold(Meaning::default(), |mut all, tag| {
        all.merge(tag.meaning);
        all
    });
    // "my sister stopped, the knee", but not "Tom stopped, my knee".
    let is_mine = |tag: &Tag| tag.meaning.is(Label::Mine) && first - tag.end <= 2 && tag.first >= clause.end;
    // The Spanish "mi" of "mi hermana" is "me" as well.
    let is_me = |tag: &Tag| tag.meaning.is(Label::Own) && !tag.meaning.is(Label::Mine);
    let has_own = scene.before(clause.end).take_while(|tag| tag.first >= clause.first).any(is_me);
    let has_mine = said.is(Label::Mine) && !is_named || scene.before(first).take(2).any(is_mine);
    (has(List::Poor) || said.is_any(&[Label::Pain, Label::Stop])) && !has_own && !has_mine
}

/// "Bar La Rodilla", "Café La Rotule": an article and a knee, both with a capital, inside a sentence.
fn is_name_of_a_place(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let mut words = (first.saturating_sub(1)..end).filter_map(|at| Some((at, scene.tokens.get(at)?)));
    let Some((at, article)) = words.find(|(_, token)| scene.words.has(List::PlaceArticles, &token.word))
    else {
        return false;
    };
    let is_capital = words.next().is_some_and(|(_, token)| token.is_capital && token.word.len() > 1);
    let is_inside = at > 0 && scene.gap(at) <= Gap::Space;
    !scene.has_capital_nouns && article.is_capital && is_capital && is_inside
}

/// "the knee of Tom", "le genou de ma fille".
fn is_of_somebody(scene: &Scene<'_>, end: usize) -> bool {
    let Some(of) = scene.main_at(end).filter(|tag| tag.meaning.is(Label::Of) && scene.gap(end) <= Gap::Space)
    else {
        return false;
    };
    let mut next = of.end;
    if let Some(mine) = scene.main_at(next).filter(|tag| tag.meaning.is(Label::Mine)) {
        next = mine.end;
    }
    let is_capital = !scene.has_capital_nouns
        && scene.tokens.get(next).is_some_and(|token| token.is_capital && token.gap <= Gap::Space);
    let is_person = scene.main_at(next).is_some_and(|tag| is_person(scene, tag.first, tag.meaning));
    is_capital || is_person
}

/// "Tom's left knee": an `s` of possession after a capital, at most two words before.
fn has_genitive(scene: &Scene<'_>, first: usize) -> bool {
    (first.saturating_sub(3)..first).any(|at| {
        let is_s = scene.tokens.get(at).is_some_and(|token| token.word == "s" && token.gap == Gap::Glued);
        let owner = at.checked_sub(1).and_then(|at| scene.tokens.get(at));
        let same_clause = scene.clause_at(at) == scene.clause_at(first);
        let is_known = || {
            let tag = scene.before(at).next().filter(|tag| tag.end == at);
            tag.is_some_and(|tag| tag.meaning.is_any(&[Label::Person, Label::Treat]))
        };
        is_s && same_clause
            && (is_known()
                || owner.is_some_and(|owner| {
                    owner.is_capital
                        && !owner.word.ends_with("day")
                        && !scene.words.has(List::Nobody, &owner.word)
                }))
    })
}
