//! Signs at which a person must be seen (clinical text B.4): the act, why, and the questions.

use super::german;
use super::language::{either, is_german};
use kneewise_types::assessment::{RedFlagId, Urgency};

/// The act with its time: the first thing said.
#[must_use]
pub fn act(urgency: Urgency) -> &'static str {
    if is_german() {
        return german::red_flags::act(urgency);
    }
    match urgency {
        Urgency::Emergency => "Go to emergency care now.",
        Urgency::SameDay => "Have this knee seen today.",
        Urgency::WithinDays => "Have this knee seen within days, two weeks at most.",
        Urgency::WithinOneWeek => "Have this knee seen within a week.",
        Urgency::WithinTwoWeeks => "Have this knee seen within two weeks.",
        Urgency::Routine => "Let a physiotherapist look at this knee.",
    }
}

/// What to do until then.
#[must_use]
pub fn meanwhile(id: RedFlagId) -> &'static str {
    if is_german() {
        return german::red_flags::meanwhile(id);
    }
    match id {
        RedFlagId::R1 => "Do not exercise.",
        RedFlagId::R2 => "Keep weight off the leg.",
        RedFlagId::R3 | RedFlagId::R6 | RedFlagId::R9 | RedFlagId::R11 | RedFlagId::R12 => {
            "No running until then."
        }
        RedFlagId::R4 => "Do not force it.",
        RedFlagId::R5 => {
            "Do not massage or roll the leg. Short of breath or pain in the chest: call the emergency number."
        }
        RedFlagId::R7 => "No running or jumping until then.",
        RedFlagId::R8 => "Stop running and hopping. Walk as far as it stays free of pain.",
        RedFlagId::R10 => {
            "No running until then. Bladder or bowel control changed, or numb between the legs: go to emergency care now."
        }
        RedFlagId::R13 => "No increase until then.",
    }
}

/// Why, in one sentence.
#[must_use]
pub fn why(id: RedFlagId) -> &'static str {
    if is_german() {
        return german::red_flags::why(id);
    }
    match id {
        RedFlagId::R1 => {
            "A hot or very swollen knee together with feeling ill can be an infection of the joint."
        }
        RedFlagId::R2 => "After an injury like this an X-ray may be needed.",
        RedFlagId::R3 => "Something important in the knee may be torn.",
        RedFlagId::R4 => "A locked knee needs a same-day look.",
        RedFlagId::R5 => "A swollen or tender calf can be a blood clot.",
        RedFlagId::R6 => "Night pain or feeling unwell like this needs a doctor's check.",
        RedFlagId::R7 => "In young people knee pain can come from the hip.",
        RedFlagId::R8 => "This pattern can be an overloaded bone; often a scan is needed to tell.",
        RedFlagId::R9 => "Swelling or long stiffness without an injury should be checked.",
        RedFlagId::R10 => "Numbness or weakness of the leg needs a check of the nerves.",
        RedFlagId::R11 => "A knee that gives way again and again should be examined.",
        RedFlagId::R12 => "Your care team should know of this today.",
        RedFlagId::R13 => "A different plan may fit this knee better.",
    }
}

/// Whom to call.
#[must_use]
pub fn whom(urgency: Urgency) -> &'static str {
    if is_german() {
        return german::red_flags::whom(urgency);
    }
    match urgency {
        Urgency::Emergency => "The emergency department, or the emergency number.",
        Urgency::SameDay => "Your doctor or the out-of-hours service, today.",
        Urgency::WithinDays | Urgency::WithinOneWeek | Urgency::WithinTwoWeeks => {
            "Your general practitioner or a sports doctor."
        }
        Urgency::Routine => "A physiotherapist.",
    }
}

/// When not to wait, whatever the flag.
#[must_use]
pub fn go_today() -> [&'static str; 3] {
    either(GO_TODAY, german::red_flags::GO_TODAY)
}

/// The same in English.
pub const GO_TODAY: [&str; 3] = [
    "the knee is hot, red or very swollen and you feel ill",
    "the calf is swollen and painful, or you are short of breath",
    "the leg cannot carry your weight",
];
