//! R1 to R13, the questions that lock, how long a flag holds.

use crate::story::{AS_OF, Story, ago, score};
use kneewise_types::assessment::{Assessment, RedFlagId, Urgency};
use kneewise_types::{GivingWay, Locking, NightPain, RedFlagQuestion, Region, Swelling};

fn ids(assessment: &Assessment) -> Vec<RedFlagId> {
    assessment.red_flags.iter().map(|flag| flag.id).collect()
}

/// A sore knee whose questions were all answered with no.
fn screened() -> Story {
    Story::new().pain(5, 4).answer(4, RedFlagQuestion::All, true)
}

#[test]
fn a_screened_knee_is_not_locked_and_an_unscreened_one_is() {
    assert!(!screened().assess().is_locked());
    let due = Story::new().pain(5, 4).assess();
    assert!(due.is_locked() && due.next_tests.is_empty());
    assert_eq!(due.open_questions[0].questions.len(), 12);
    assert_eq!(due.open_questions[0].since, ago(5));
    assert!(!Story::new().pain(5, 0).assess().is_locked(), "no symptom, no lock");
    assert!(!Story::new().pain(20, 2).assess().is_locked(), "quiet for more than 14 days");
}

#[test]
fn single_answers_leave_the_others_open() {
    let most =
        (0..11).fold(Story::new().pain(5, 4), |story, at| story.answer(4, RedFlagQuestion::ALL[at], false));
    assert_eq!(most.assess().open_questions[0].questions, [RedFlagQuestion::R12]);
    assert!(!most.answer(4, RedFlagQuestion::R12, false).assess().is_locked());
}

#[test]
fn a_new_flare_and_a_new_sign_ask_again() {
    let later = Story::new().pain(60, 4).answer(59, RedFlagQuestion::All, true).pain(5, 4);
    assert_eq!(later.assess().open_questions[0].since, ago(5));
    let wakes = screened().entry(2, |entry| entry.night_pain = Some(NightPain::Wakes)).assess();
    assert_eq!(wakes.open_questions[0].since, ago(2));
    assert!(wakes.open_questions[0].questions.contains(&RedFlagQuestion::R6));
}

#[test]
fn answers_raise_their_flags_most_urgent_first() {
    let story = screened()
        .answer(3, RedFlagQuestion::R9, true)
        .answer(3, RedFlagQuestion::R6, true)
        .answer(3, RedFlagQuestion::R1, true)
        .entry(3, |entry| entry.swelling = Some(Swelling::Tense));
    let assessment = story.assess();
    assert_eq!(ids(&assessment), [RedFlagId::R1, RedFlagId::R6, RedFlagId::R9]);
    assert_eq!(assessment.red_flags[0].urgency, Urgency::Emergency);
    let injured = screened().answer(3, RedFlagQuestion::R2, true).assess();
    assert_eq!(ids(&injured), [RedFlagId::R2]);
    let corrected = screened().answer(3, RedFlagQuestion::R2, true).answer(2, RedFlagQuestion::R2, false);
    assert!(!corrected.assess().is_locked());
}

#[test]
fn diary_values_raise_r4_r9_and_r11() {
    let stuck = screened().entry(3, |entry| entry.locking = Some(Locking::Stuck)).assess();
    assert_eq!(ids(&stuck), [RedFlagId::R4]);
    assert!(!stuck.open_questions[0].questions.contains(&RedFlagQuestion::R4), "answered by the diary");
    let catches = screened().entry(3, |entry| entry.locking = Some(Locking::Catches)).assess();
    assert!(ids(&catches).is_empty());
    let stiff = |minutes| screened().entry(3, move |entry| entry.stiffness_min = Some(minutes)).assess();
    assert_eq!(ids(&stiff(31)), [RedFlagId::R9]);
    assert!(ids(&stiff(30)).is_empty());
    let buckled = |days: &[i64]| {
        let buckles =
            |story: Story, day: &i64| story.entry(*day, |entry| entry.giving_way = Some(GivingWay::Buckled));
        ids(&days.iter().fold(screened(), buckles).assess())
    };
    assert_eq!(buckled(&[15, 2]), [RedFlagId::R11]);
    assert!(buckled(&[16, 2]).is_empty());
    assert!(buckled(&[2]).is_empty());
}

#[test]
fn a_yes_to_r10_asks_once_more_and_may_become_an_emergency() {
    let numb = || screened().answer(3, RedFlagQuestion::R10, true);
    let asked = numb().assess();
    assert_eq!(asked.red_flags[0].urgency, Urgency::WithinOneWeek);
    assert_eq!(asked.open_questions[0].questions, [RedFlagQuestion::R10Saddle]);
    let saddle = |is_yes| numb().answer(2, RedFlagQuestion::R10Saddle, is_yes).assess();
    assert_eq!(
        (ids(&saddle(true)), saddle(true).red_flags[0].urgency),
        (vec![RedFlagId::R10], Urgency::Emergency)
    );
    assert_eq!(saddle(false).red_flags[0].urgency, Urgency::WithinOneWeek);
    assert!(saddle(false).open_questions.is_empty());
    assert!(!numb().answer(2, RedFlagQuestion::Cleared, true).assess().is_locked());
}

#[test]
fn a_locking_value_of_the_diary_answers_r4() {
    let due = Story::new().pain(5, 4).entry(2, |entry| entry.locking = Some(Locking::None)).assess();
    let questions = &due.open_questions[0].questions;
    assert_eq!(questions.len(), 11);
    assert!(!questions.contains(&RedFlagQuestion::R4));
    let before = Story::new().entry(6, |entry| entry.locking = Some(Locking::None)).pain(5, 4).assess();
    assert_eq!(before.open_questions[0].questions.len(), 12, "told before it hurt");
}

/// Clinical text B.4: the three test cases.
#[test]
fn worked_examples_of_b4() {
    let feverish = screened().entry(3, |entry| entry.swelling = Some(Swelling::Tense)).answer(
        3,
        RedFlagQuestion::R1,
        true,
    );
    assert_eq!(ids(&feverish.assess())[0], RedFlagId::R1);
    let fell = screened().with(|history| history.profile.birth_year = Some(1968)).answer(
        3,
        RedFlagQuestion::R2,
        true,
    );
    assert_eq!(ids(&fell.assess()), [RedFlagId::R2]);
    let young = screened().with(|history| history.profile.birth_year = Some(2012)).entry(3, |entry| {
        entry.has_limp = Some(true);
        entry.regions = vec![Region::DeepOrVague];
    });
    assert_eq!(ids(&young.assess()), [RedFlagId::R7]);
}

#[test]
fn no_improvement_is_r13_and_locks_nothing() {
    let lasting = |points: u8| {
        let runs = (0..=42).step_by(2).fold(Story::new(), |story, days| story.pain(days, points));
        runs.answer(42, RedFlagQuestion::All, true).assess()
    };
    let found = lasting(4);
    assert_eq!(ids(&found), [RedFlagId::R13]);
    assert_eq!((found.red_flags[0].urgency, found.red_flags[0].is_blocking), (Urgency::Routine, false));
    assert!(!found.is_locked());
    assert!(found.lights[0].needs_therapist() && !found.lights[0].may_progress());
    assert!(ids(&lasting(2)).is_empty());
}

#[test]
fn r7_in_the_young_and_not_in_adults() {
    let limping = |born: i16| {
        let story = screened().entry(3, |entry| {
            entry.has_limp = Some(true);
            entry.regions = vec![Region::DistalThigh];
        });
        ids(&story.with(|history| history.profile.birth_year = Some(born)).assess())
    };
    assert!(limping(2012).contains(&RedFlagId::R7), "14 years");
    assert!(!limping(1990).contains(&RedFlagId::R7));
}

#[test]
fn r8_from_the_pattern_and_from_bone_pain_at_rest() {
    let pattern = screened()
        .entry(3, |entry| entry.regions = vec![Region::MedialProximalTibia])
        .finding(3, "F15", true)
        .finding(3, "F16", true);
    assert_eq!(ids(&pattern.assess()), [RedFlagId::R8]);
    let rest = screened().finding(3, "F14", true).finding(3, "F16", true);
    assert_eq!(ids(&rest.assess()), [RedFlagId::R8]);
    assert!(ids(&screened().finding(3, "F14", true).assess()).is_empty());
}

#[test]
fn r13_needs_seven_strong_days_in_a_row() {
    let strong = |days: i64, points: u8| ids(&screened().mornings(days, 1, points).assess());
    assert_eq!(strong(7, 6), [RedFlagId::R13]);
    assert!(strong(6, 6).is_empty());
    assert!(strong(7, 5).is_empty());
}

#[test]
fn a_flag_of_the_diary_holds_42_days_and_of_bone_180() {
    let stuck = |days| ids(&Story::new().entry(days, |entry| entry.locking = Some(Locking::Stuck)).assess());
    assert_eq!(stuck(42), [RedFlagId::R4]);
    assert!(stuck(43).is_empty());
    let bone = |days| ids(&Story::new().finding(days, "F14", true).finding(days, "F16", true).assess());
    assert_eq!(bone(180), [RedFlagId::R8]);
    assert!(bone(181).is_empty());
}

#[test]
fn only_a_clinicians_word_clears_a_flag_of_the_diary() {
    let stuck = || screened().entry(3, |entry| entry.locking = Some(Locking::Stuck));
    assert!(stuck().answer(1, RedFlagQuestion::All, true).assess().is_locked());
    assert!(!stuck().answer(1, RedFlagQuestion::Cleared, true).assess().is_locked());
    let again = stuck()
        .answer(2, RedFlagQuestion::Cleared, true)
        .entry(1, |entry| entry.locking = Some(Locking::Stuck));
    assert!(again.assess().is_locked());
}

#[test]
fn answers_after_the_day_asked_are_not_known_yet() {
    let story = Story::new().pain(5, 4).answer(-1, RedFlagQuestion::All, true);
    assert!(story.assess().is_locked());
    assert_eq!(story.assess().as_of, AS_OF);
    let pain = story.entry(-1, |entry| entry.pain_morning = score(9)).assess();
    assert_eq!(pain.flares.iter().map(|flare| flare.peak_pain).max(), Some(4));
}
