//! The pattern screen in words: never a number, never a diagnosis.

use super::knee;
use super::language::{either, is_german};
use super::numbers::{Voice, capital, count};
use super::questions;
use kneewise_types::Side;
use kneewise_types::assessment::{
    Condition, DueReason, OpenQuestions, Pattern, PatternFit, PatternLabel, PatternSign,
};

/// Answers that a label needs.
const LEAST_ANSWERS: usize = 3;

/// What the screen says of one knee, with its caveat.
#[must_use]
pub fn headline(pattern: &Pattern) -> String {
    match (pattern.label, knee::pattern(pattern)) {
        (_, Some(fits)) => format!("{fits} {}", knee::pattern_caveat()),
        (PatternLabel::NotEnough, None) => {
            let known = pattern.answers.len() + usize::from(pattern.region.is_some());
            let open = u32::try_from(LEAST_ANSWERS.saturating_sub(known)).unwrap_or(0);
            if is_german() {
                let answers = count(open.max(1), "Antwort", "Antworten");
                return format!(
                    "Von diesem Knie ist zu wenig bekannt, um es zu vergleichen: noch {answers}."
                );
            }
            format!(
                "Too little is known of this knee to compare it: {} more.",
                count(open.max(1), "answer", "answers")
            )
        }
        (_, None) => either("Nothing can be compared yet.", "Noch lässt sich nichts vergleichen.").to_owned(),
    }
}

/// A label that needs no more than a word or two, such as for a list.
#[must_use]
pub fn label(label: PatternLabel) -> &'static str {
    match label {
        PatternLabel::NotEnough => either("not enough known", "zu wenig bekannt"),
        PatternLabel::FitsBest => either("fits one pattern best", "passt am besten zu einem Muster"),
        PatternLabel::TwoPossible => either("fits two patterns", "passt zu zwei Mustern"),
        PatternLabel::Leans => either("leans towards one pattern", "passt am ehesten zu einem Muster"),
        PatternLabel::Unclear => either("fits no pattern clearly", "passt zu keinem Muster klar"),
    }
}

/// What fits a condition, and what does not: two sentences, the second missing when nothing speaks against it.
#[must_use]
pub fn fit(fit: &PatternFit) -> Vec<String> {
    let signs = |signs: &[PatternSign]| {
        let words: Vec<String> = signs.iter().map(|sign| questions::sign(*sign)).collect();
        words.join("; ")
    };
    let name = knee::condition(fit.condition);
    let of = |list: &[PatternSign], says: &str| {
        let name = if is_german() { format!("„{name}“") } else { name.to_owned() };
        (!list.is_empty()).then(|| format!("{} {name}: {}.", capital(says), signs(list)))
    };
    [
        of(&fit.fits, either("what fits", "passt zum Muster")),
        of(&fit.against, either("what does not fit", "passt nicht zum Muster")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is watched beside the label.
#[must_use]
pub fn overlays(pattern: &Pattern) -> Vec<(&'static str, &'static str)> {
    let bone = either(
        "A bone may be overloaded. Until that is clear any pain counts as a red light, and jumps wait.",
        "Ein Knochen kann überlastet sein. Bis das klar ist, zählt jeder Schmerz als rote Ampel, und Sprünge warten.",
    );
    let suspected = either(
        "The answers can be those of an overloaded bone. Have it looked at before the next run.",
        "Die Antworten können die eines überlasteten Knochens sein. Lass ihn vor dem nächsten Lauf ansehen.",
    );
    let hip = either(
        "Pain at this place can come from the hip. A look at the hip would tell.",
        "Schmerz an dieser Stelle kann von der Hüfte kommen. Ein Blick auf die Hüfte würde es zeigen.",
    );
    [
        (pattern.is_bone_caution && !pattern.is_bone_stress_suspected, "BONE_CAUTION", bone),
        (pattern.is_bone_stress_suspected, "BSI_SUSPECTED", suspected),
        (pattern.is_hip_check, "HIP_CHECK", hip),
    ]
    .into_iter()
    .filter_map(|(is_on, id, text)| is_on.then_some((id, text)))
    .collect()
}

/// How to do what a question asks for, where that needs a word.
#[must_use]
pub fn how_to(code: kneewise_types::symptom::FindingCode) -> Option<&'static str> {
    use kneewise_types::symptom::FindingCode;
    Some(match code {
        FindingCode::HopGivesDeepBonePain => either(
            "Two or three small hops on that leg; leave it if walking hurts.",
            "Zwei oder drei kleine Hüpfer auf diesem Bein; lass es, wenn schon Gehen schmerzt.",
        ),
        FindingCode::NoblePositive => either(
            "Sit, bend the knee about a third of the way, press two fingers above the joint.",
            "Setz dich, beug das Knie etwa ein Drittel weit und drück außen, zwei Finger über dem Gelenk.",
        ),
        FindingCode::ResistedExtensionHurts => either(
            "Sit, push the shin forward against your other foot, with the knee bent to a right angle.",
            "Setz dich, das Knie rechtwinklig gebeugt, und drück das Schienbein nach vorn gegen den anderen Fuß.",
        ),
        FindingCode::GroinOrHipStiff => either(
            "Sit and let the foot swing outwards, which turns the leg inward.",
            "Setz dich und lass den Fuß nach außen schwingen; das dreht das Bein nach innen.",
        ),
        _ => return None,
    })
}

/// Which safety questions wait, since when and why.
#[must_use]
pub fn due(open: &OpenQuestions, voice: &Voice) -> String {
    if is_german() {
        return german_due(open, voice);
    }
    let number = u32::try_from(open.questions.len()).unwrap_or(u32::MAX);
    let day = voice.day(open.since);
    let why = match open.why {
        DueReason::FirstSign => format!("it hurt, or showed a sign, on {day}"),
        DueReason::NewFlare => format!("a new flare began on {day}"),
        DueReason::NewSign => format!("a sign appeared on {day} that was not there before"),
        DueReason::FollowUp => format!("of your answer on {day}"),
    };
    let waits = capital(&count(number, "safety question waits", "safety questions wait"));
    format!("{waits} because {why}. Plans and exercises wait for the answers; it takes a minute.")
}

fn german_due(open: &OpenQuestions, voice: &Voice) -> String {
    let (number, day) = (open.questions.len(), voice.day(open.since));
    let why = match open.why {
        DueReason::FirstSign => format!("es am {day} schmerzte oder ein Zeichen zeigte"),
        DueReason::NewFlare => format!("am {day} ein neuer Schub begann"),
        DueReason::NewSign => format!("am {day} ein Zeichen auftrat, das vorher nicht da war"),
        DueReason::FollowUp => format!("du am {day} so geantwortet hast"),
    };
    let waits = if number == 1 {
        "1\u{a0}Sicherheitsfrage wartet"
    } else {
        &format!("{number}\u{a0}Sicherheitsfragen warten")
    };
    format!("{waits}, weil {why}. Pläne und Übungen warten auf die Antworten; es dauert eine Minute.")
}

/// Why the screen asks for the age before anything else.
#[must_use]
pub fn age_first() -> &'static str {
    either(
        "Your year of birth helps first: kneewise\u{a0}log\u{a0}profile\u{a0}--birth-year\u{a0}1988",
        "Zuerst hilft dein Geburtsjahr: kneewise\u{a0}log\u{a0}profile\u{a0}--birth-year\u{a0}1988",
    )
}

/// The line that answers a question of the screen.
#[must_use]
pub fn answer_line(id: &str, is_yes: bool, side: Side) -> String {
    format!("kneewise screen answer {id} {} --{}", if is_yes { "yes" } else { "no" }, side.word())
}

/// The line that answers all safety questions with "none of these".
#[must_use]
pub fn none_line(side: Side) -> String {
    format!("kneewise screen safety --none --{}", side.word())
}

/// The line that answers one safety question with yes.
#[must_use]
pub fn yes_line(id: &str, side: Side) -> String {
    format!("kneewise screen safety {id} --{}", side.word())
}

/// The line that notes that a professional examined the knee.
#[must_use]
pub fn cleared_line(side: Side) -> String {
    format!("kneewise screen cleared --{} --by \"who\"", side.word())
}

/// What a condition is called in lists.
#[must_use]
pub fn name(condition: Condition) -> &'static str {
    knee::condition(condition)
}
