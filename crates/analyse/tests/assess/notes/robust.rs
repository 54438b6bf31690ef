//! What must hold for any text: no panic, quotes that are slices, time that grows with the text and no faster.

use kneewise_analyse::notes::Miner;
use proptest::prelude::*;
use std::sync::LazyLock;

static MINER: LazyLock<Miner> = LazyLock::new(Miner::new);

fn check(text: &str) {
    for proposal in MINER.read(text) {
        let quote = text.get(proposal.quote.clone()).unwrap();
        assert!(!quote.trim().is_empty());
        assert!(!proposal.why.is_empty());
        for why in &proposal.why {
            assert!(text.get(why.words.clone()).is_some_and(|words| !words.is_empty()));
        }
        assert!(proposal.onset_km.is_none_or(|km| km.is_finite() && km > 0.0));
    }
}

/// Texts out of the words that rules look at.
fn notes() -> impl Strategy<Value = String> {
    let words = [
        "knee", "Knie", "genou", "rodilla", "joelho", "left", "links", "sore", "4/10", "3", "km", "5", ".",
        ",", "(", ")", "\"", "?", "no", "nicht", "pas", "if", "Tom", "'s", "until", "bis", "0", "10", "to",
        "ITB", "stopped", "again", "💪", "é", "-", ":", "/", "\n", "swollen", "fine", "but", "of", "ten",
        "out", "morning", "l", "r",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_string_is_read_without_a_panic(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_note_of_knowing_words_is_read_without_a_panic(text in notes()) {
        check(&text);
    }
}

#[test]
fn a_megabyte_of_one_thing_is_read_in_bounded_time() {
    for word in [
        "knee ",
        "left knee pain, ",
        "knee 4/10 ",
        "no ",
        "(",
        "knee",
        "5 km ",
        "ITB rolled and ",
        "à",
        "nicht ",
    ] {
        let text = word.repeat(1_000_000 / word.len());
        check(&text);
    }
}
