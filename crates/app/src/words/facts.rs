//! One sentence for every fact.

mod answers;
mod footwear;
mod knee;
mod load;
mod overuse;
mod signs;
mod tested;

use super::language::is_german;
use super::{Voice, german};
use kneewise_types::reason::Fact;

/// The sentence of a fact, ending in a full stop.
#[must_use]
pub fn sentence(fact: &Fact, voice: &Voice) -> String {
    // The gallery proves that each has its own in both languages: none falls back to the other.
    let said = if is_german() { german::sentence(fact, voice) } else { english(fact, voice) };
    said.unwrap_or_default()
}

fn english(fact: &Fact, voice: &Voice) -> Option<String> {
    match fact {
        Fact::LongRun { .. }
        | Fact::NoLongRun { .. }
        | Fact::WeekRise { .. }
        | Fact::NoWeekRise { .. }
        | Fact::NotNovice { .. }
        | Fact::NewSpeed { .. }
        | Fact::NewDescent { .. }
        | Fact::NoNewTerrainOrSpeed { .. } => load::progression(fact, voice),
        Fact::RapidReturn { .. }
        | Fact::GentleReturn { .. }
        | Fact::NoBreak { .. }
        | Fact::HardDaysClose { .. }
        | Fact::HardDaysApart { .. } => load::rhythm(fact, voice),
        Fact::SurfaceChange { .. }
        | Fact::SameSurface { .. }
        | Fact::SteadyLoad { .. }
        | Fact::UnsteadyLoad { .. } => load::habit(fact),
        Fact::TestLow { .. }
        | Fact::TestNormal { .. }
        | Fact::StrengthHabit { .. }
        | Fact::AllTestsNormal { .. }
        | Fact::SomeTestsLow { .. } => tested::say(fact, voice),
        Fact::FootPostureAndShoes { .. }
        | Fact::MassAndFirmShoes { .. }
        | Fact::LowDrop { .. }
        | Fact::MinimalAndMass { .. }
        | Fact::ShoeWear { .. } => footwear::fit(fact, voice),
        Fact::PairsInUse { .. }
        | Fact::ShoeChange { .. }
        | Fact::NoShoeChange { .. }
        | Fact::PairsCompared { .. }
        | Fact::SameModel { .. } => footwear::pairs(fact, voice),
        Fact::EarlierEpisode { .. }
        | Fact::NoEarlierEpisode { .. }
        | Fact::PersistentPain { .. }
        | Fact::PersistentSwelling { .. }
        | Fact::NotPersistent { .. }
        | Fact::ShortFirstEpisode { .. }
        | Fact::NotShortFirstEpisode { .. }
        | Fact::BoomAndBust { .. } => overuse::episodes(fact, voice),
        Fact::RedLights { .. }
        | Fact::MorningPainRises { .. }
        | Fact::PainSteady { .. }
        | Fact::Sleep { .. }
        | Fact::SleepAnswer { .. }
        | Fact::StressAndMood { .. }
        | Fact::NoRestDay { .. }
        | Fact::RestDays { .. } => overuse::recovery(fact, voice),
        Fact::DiarySign { .. }
        | Fact::BonePattern { .. }
        | Fact::YoungHip { .. }
        | Fact::HighDailyPain { .. }
        | Fact::NoImprovement { .. } => signs::say(fact, voice),
        Fact::Answered { .. } | Fact::RedFlagAnswer { .. } => answers::say(fact, voice),
        Fact::NotCovered { .. } | Fact::NeverEntered { .. } => answers::unknown(fact),
        // The gallery proves that no fact is left without a sentence.
        _ => knee::dose(fact, voice).or_else(|| knee::cadence(fact, voice)),
    }
}

/// A few words that name the fact in the answer's first sentence; `None` for facts that do not lead.
#[must_use]
pub fn clue(fact: &Fact, voice: &Voice) -> Option<String> {
    if is_german() {
        return german::clue(fact, voice);
    }
    load::clue(fact, voice)
        .or_else(|| knee::clue(fact, voice))
        .or_else(|| overuse::clue(fact, voice))
        .or_else(|| tested::clue(fact))
        .or_else(|| footwear::clue(fact, voice))
}
