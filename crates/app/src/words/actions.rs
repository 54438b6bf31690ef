//! What to change, by the ids of `advise/data/actions.toml` (clinical text C, D, E, G.3).

use super::german;
use super::language::is_german;

/// The action in the imperative; the id itself when it has no sentence, which a test rules out.
#[must_use]
pub fn text(id: &str) -> &str {
    if is_german()
        && let Some(text) = german::actions::text(id)
    {
        return text;
    }
    TEXTS.iter().find(|(known, _)| *known == id).map_or(id, |(_, text)| text)
}

const TEXTS: &[(&str, &str)] = &[
    (
        "safety.ask_about_bone",
        "Before the next run, note whether it hurts at rest or at night, earlier from run to run, or on one spot of \
             bone. Until then run if every step is free of pain, and do not jump.",
    ),
    (
        "safety.rest_until_settled",
        "Red light: no run until two normal mornings in a row and normal walking, at least 48 hours. Then start \
             shorter, at about 70\u{a0}% of that run.",
    ),
    (
        "safety.check_the_hip",
        "Check the hip as well: note whether the groin or hip is stiff or hurts. Pain felt at the knee can start there.",
    ),
    (
        "safety.hold",
        "Amber light: run what you ran last time, not more, and leave out downhill, stairs and fast running.",
    ),
    (
        "safety.enter_the_morning",
        "Amber until you enter this morning's pain: until then run what you ran last time, not more.",
    ),
    (
        "load.ease_and_rebuild",
        "Ease and rebuild: run shorter but more often, 10 to 20\u{a0}% slower, flat, with walk breaks. Pain up to 2 of 10 is \
             fine if it is gone within an hour and the next morning is no worse. You rarely need to stop.",
    ),
    (
        "load.return_in_steps",
        "Come back in steps: begin with short runs and walk breaks, and add to them once each has stayed free of pain.",
    ),
    (
        "load.longest_run_within_a_tenth",
        "Keep the next long run within a tenth of the longest run of the last 30 days, and let it grow at most once a \
             week.",
    ),
    (
        "overuse.sleep",
        "Sleep first: aim for more than 7 hours a night, and hold distance and speed where they are until a week \
             reaches that.",
    ),
    (
        "overuse.hold_and_rest",
        "Hold distance and speed where they are and keep at least one day a week without training. Pauses are part of \
             training.",
    ),
    (
        "weakness.hip_and_knee_strength",
        "Train hip and knee strength two or three times a week for 8 to 12 weeks. Weakness may be the result of the \
             pain; training it still helps.",
    ),
    (
        "weakness.strength",
        "Train the legs and trunk two or three times a week for 8 to 12 weeks. Stronger legs cope with more, and \
             weakness may be the result of the pain.",
    ),
    (
        "footwear.pair_that_hurts_less",
        "Run in the pair that hurts less for two weeks. Shoes are seldom the whole story, but this is your own \
             experiment.",
    ),
    (
        "footwear.slow_change",
        "Go back to the old pair for most runs and bring the new one in slowly, one short easy run a week at first.",
    ),
    (
        "footwear.insole_trial",
        "Ready-made insoles may be worth a trial of at most six weeks. Keep them if your diary says they help; the \
             effect fades later.",
    ),
    (
        "footwear.second_pair",
        "Run in two pairs in turn. Choose the second by how good it feels, not by what it promises.",
    ),
    (
        "footwear.most_comfortable",
        "Run in the pair that feels best, and change pairs slowly. Shoes are seldom the whole story.",
    ),
    (
        "mobility.short_daily",
        "Two or three minutes of stretching a day for four weeks, on the tighter side first. This is a small piece.",
    ),
];
