//! What the notes of runners say, one idea a test.

use kneewise_analyse::notes::{Language, Miner, Moment, Proposal};
use kneewise_types::{Region, Side};

fn read(text: &str) -> Vec<Proposal> {
    Miner::new().read(text)
}

fn only(text: &str) -> Proposal {
    let mut proposals = read(text);
    assert_eq!(proposals.len(), 1, "{text}: {proposals:?}");
    proposals.remove(0)
}

fn points(proposal: &Proposal) -> Option<u8> {
    proposal.score.map(|score| score.points())
}

#[test]
fn a_score_a_side_a_place_and_a_moment_are_read() {
    let found = only("Left knee 4/10 below the kneecap on the descent");
    assert_eq!(found.sides, [Side::Left]);
    assert_eq!(
        (points(&found), found.region, found.moment),
        (Some(4), Some(Region::InferiorPole), Moment::During)
    );
}

#[test]
fn one_history_may_mix_languages() {
    let languages: Vec<Language> = [
        "Right knee sore after the run",
        "Rechtes Knie schmerzt nach dem Lauf",
        "Genou droit douloureux après la sortie",
        "Rodilla derecha dolorida después de correr",
        "Joelho direito dolorido depois da corrida",
    ]
    .into_iter()
    .map(|text| {
        let found = only(text);
        assert_eq!(
            (found.sides.as_slice(), found.moment),
            ([Side::Right].as_slice(), Moment::After),
            "{text}"
        );
        found.language
    })
    .collect();
    assert_eq!(languages, Language::ALL);
}

#[test]
fn what_is_no_complaint_of_the_own_knee_now_is_left_alone() {
    for text in [
        "knee felt great",
        "no knee pain",
        "high knees drill",
        "knee raises",
        "Took a knee at the start line",
        "Tom's knee is sore",
        "If the knee hurts I will stop",
        "Two years ago my knee hurt",
        "Is my knee sore?",
        "Calf 4/10, knee fine",
        "Grazed my knee on a rock",
        "Knee surgery went well",
        "",
        "10 km",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn two_knees_with_numbers_of_their_own_are_two_proposals() {
    let found = read("AM check: L knee 1, R knee 3, both stiff");
    let told: Vec<(Vec<Side>, Option<u8>)> =
        found.iter().map(|found| (found.sides.clone(), points(found))).collect();
    assert_eq!(told, [(vec![Side::Left], Some(1)), (vec![Side::Right], Some(3))]);
}

#[test]
fn a_start_in_miles_is_kilometres() {
    let found = only("IT band pain from mile 5");
    assert!((found.onset_km.unwrap() - 8.047).abs() < 0.001, "{found:?}");
}

#[test]
fn the_quote_is_the_sentence_and_why_is_its_words() {
    let text = "Lovely day. Knee hurt from km 3! Then coffee.";
    let found = only(text);
    assert_eq!(&text[found.quote.clone()], "Knee hurt from km 3");
    assert_eq!(&text[found.why[0].words.clone()], "hurt");
}

#[test]
fn accents_case_and_slips_of_the_finger_change_nothing() {
    for text in [
        "RODILLA HINCHADA",
        "rodlila hinchada",
        "Génou gonflé",
        "GENOU GONFLE",
        "joelhho inchado",
        "Kniescheieb schmerzt",
    ] {
        assert_eq!(read(text).len(), 1, "{text}");
    }
    assert_eq!(only("rodilla inflamada"), only("rodilla inflamada"));
}
