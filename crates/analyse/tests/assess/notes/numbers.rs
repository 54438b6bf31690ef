//! The rules of numbers: which rate the pain of a knee, and which are of something else. The last gate is open here.

use super::rules::check;

#[test]
fn times_and_distances_are_no_ratings() {
    check(&[("Knee 4.5 after the run", "Physio at 4.30 for the knee"), ("knee (4)", "Knee Brook loop (4)")]);
}

#[test]
fn a_number_is_of_the_words_in_its_clause() {
    check(&[
        ("pain 3/10, left knee", "pelvic floor 3/10, knees like springs"),
        ("4/10, knee again", "4/10 clouds, knees without opinion"),
        ("Patellasehne 6/10", "Patellasehne Belastungswoche 6, durchgehend 0/10"),
        ("genou droit : un bon 3", "Un genou de rêve, une sortie de rêve"),
    ]);
}

#[test]
fn a_named_pain_with_a_zero_is_none() {
    check(&[
        ("Knee pain 2", "Foot pain 3, knee pain 0"),
        ("douleur genou 3", "Douleur pied 3, douleur genou 0"),
    ]);
}

#[test]
fn zero_of_the_knee_leaves_the_number_to_the_next_part() {
    check(&[
        ("Pain: knee 2 / foot 0", "Pain: knee 0 / foot 2"),
        ("6/10 knee, no calf bother", "6/10 run, no knee bother"),
    ]);
}

#[test]
fn what_fell_to_zero_is_zero() {
    check(&[
        ("From 2/10 to 6/10 knee pain today", "From 6/10 knee pain in May to zero today"),
        ("Dor no joelho 5 hoje", "A dor no joelho caiu de 5 pra 0 em um mês"),
    ]);
}

#[test]
fn a_number_that_is_denied_leaves_the_complaint() {
    check(&[("Nem três km e o joelho já reclamando", "Nem um ai, o joelho calado")]);
}

#[test]
fn a_heart_is_no_number() {
    check(&[("Knie 3", "Knie <3")]);
}

#[test]
fn a_number_behind_the_knee_is_its_own() {
    check(&[
        ("Gegen Ende doch noch Knie, 3", "Gegen Ende Knie, 3 Wochen Pause waren gut"),
        ("Cãibra 0, estômago 0, joelho 4 — 50 km", "Cãibra 0, estômago 4, joelho 0 — 50 km"),
    ]);
}

#[test]
fn a_number_may_be_over_too() {
    check(&[(
        "Yesterday's 3/10 on the left knee is still there this morning",
        "Yesterday's 3/10 on the left knee was totally gone this morning",
    )]);
}
