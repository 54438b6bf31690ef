//! What the runner answered, and what was never entered.

use crate::words::Voice;
use crate::words::knee::knee;
use crate::words::numbers::{capital, short};
use kneewise_types::RedFlagQuestion;
use kneewise_types::reason::Fact;
use kneewise_types::symptom::FindingCode;

pub fn say(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::Answered { code, is_present: true, date } => {
            format!("You answered yes on {}: {}", voice.day(*date), asked(*code))
        }
        Fact::Answered { code, is_present: false, date } => {
            format!("You answered no on {}: {}", voice.day(*date), asked(*code))
        }
        Fact::RedFlagAnswer { question, date, side } => {
            format!(
                "You answered yes on {} for the {}: {}.",
                voice.day(*date),
                knee(*side),
                flag_label(*question)
            )
        }
        _ => return None,
    })
}

pub fn unknown(fact: &Fact) -> Option<String> {
    Some(match fact {
        Fact::NotCovered { what, have, need, unit } => format!(
            "Not enough to tell from {}: {} of {}\u{a0}{unit} needed.",
            thing(what),
            short(*have),
            short(*need)
        ),
        Fact::NeverEntered { what } => format!("{} was never entered.", capital(&thing(what))),
        _ => return None,
    })
}

/// What a row needs, by the words of `analyse`.
fn thing(what: &str) -> String {
    match what {
        "activities" => "your runs".into(),
        "runs_compared" => "runs to compare".into(),
        "hard_sessions" => "how hard sessions were".into(),
        "surface" => "the ground you ran on".into(),
        "cadence" => "your step rate in steady running".into(),
        "knee_load" => "runs with a knee load".into(),
        "findings" => "an answer to this question".into(),
        "running_since" => "the year you began to run".into(),
        "diary" => "your diary".into(),
        "rises_of_fitness" => "a year of runs with a rise of fitness".into(),
        "shoes" => "your shoes".into(),
        "sleep" => "your sleep".into(),
        "age" | "sex" => format!("your {what}"),
        "mass" => "your weight".into(),
        other => other.replace('_', " "),
    }
}

/// What each finding asks (clinical text B.3).
#[must_use]
pub const fn asked(code: FindingCode) -> &'static str {
    match code {
        FindingCode::PainSquatting => "does squatting hurt the knee?",
        FindingCode::PainStairsDown => "does going down stairs hurt it?",
        FindingCode::PainProlongedSitting => "does half an hour of sitting with bent knees bring it on?",
        FindingCode::FixedDistanceOnset => "does it come on after about the same distance in each run?",
        FindingCode::DownhillWorse => "is running downhill worse than on the flat?",
        FindingCode::JumpLandLocalTendon => "does landing hurt at one finger-tip spot of the tendon?",
        FindingCode::WarmsUpThenReturns => "does it ease as you warm up and come back later?",
        FindingCode::StartedWithTwist => "did it begin with a twist?",
        FindingCode::CatchingOrLocking => "does the knee catch or get stuck?",
        FindingCode::SwellingVisible => "can others see that it is swollen?",
        FindingCode::JointLineTender => "is the gap at the inner or outer side sore to press?",
        FindingCode::KneelingHurts => "does kneeling on it hurt?",
        FindingCode::FullStraightenHurts => "does straightening it fully hurt?",
        FindingCode::RestOrNightPain => "does it hurt at rest or at night, without moving?",
        FindingCode::HurtsEarlierEachRun => "does it start earlier from run to run?",
        FindingCode::BoneFocalTender => "is one spot of bone sore to press?",
        FindingCode::HopGivesDeepBonePain => "do hops on that leg hurt deep in the bone?",
        FindingCode::MorningStiffUnder30 => "is it stiff in the morning for up to 30\u{a0}minutes?",
        FindingCode::GroinOrHipStiff => "is the groin or hip painful or stiff?",
        FindingCode::ResistedExtensionHurts => "does straightening it against resistance hurt at the front?",
        FindingCode::NoblePositive => "does pressing the outer side hurt when the knee is slightly bent?",
        FindingCode::LoadSpikeSixWeeks => {
            "was there a far longer run or week in the six weeks before it began?"
        }
    }
}

/// A red-flag question in a few words.
#[must_use]
pub const fn flag_label(question: RedFlagQuestion) -> &'static str {
    match question {
        RedFlagQuestion::R1 => "hot, red or very swollen, and feeling ill",
        RedFlagQuestion::R2 => "an injury, with a sign that needs an X-ray",
        RedFlagQuestion::R3 => "a big swelling, a pop or a kneecap out of place after an injury",
        RedFlagQuestion::R4 => "the knee is stuck",
        RedFlagQuestion::R5 => "a swollen or tender calf",
        RedFlagQuestion::R6 => "pain at night without moving, or feeling unwell",
        RedFlagQuestion::R7 => "a limp, or pain in hip, groin or thigh, under 16",
        RedFlagQuestion::R8 => "pain with every step, or one spot of bone that hurts at rest",
        RedFlagQuestion::R9 => "swelling without an injury, several joints, or long morning stiffness",
        RedFlagQuestion::R10 => "numbness or weakness of the leg, or pain from the back down",
        RedFlagQuestion::R10Saddle => "changed bladder or bowel control, or numb between the legs",
        RedFlagQuestion::R11 => "giving way again and again",
        RedFlagQuestion::R12 => "swelling around pregnancy, or with blood thinners",
        RedFlagQuestion::All => "none of these",
        RedFlagQuestion::Cleared => "a professional examined the knee and allowed running",
    }
}
