//! Zeichen, mit denen ein Mensch gesehen werden muss: die Handlung, warum, und wer hilft.

use kneewise_types::assessment::{RedFlagId, Urgency};

/// The act with its time.
pub const fn act(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "Geh jetzt in die Notaufnahme.",
        Urgency::SameDay => "Lass dieses Knie heute noch ärztlich ansehen.",
        Urgency::WithinDays => {
            "Lass dieses Knie in den nächsten Tagen ärztlich ansehen, spätestens in zwei Wochen."
        }
        Urgency::WithinOneWeek => "Lass dieses Knie innerhalb einer Woche ärztlich ansehen.",
        Urgency::WithinTwoWeeks => "Lass dieses Knie innerhalb von zwei Wochen ärztlich ansehen.",
        Urgency::Routine => "Lass dieses Knie in der Physiotherapie ansehen.",
    }
}

/// What to do until then.
pub const fn meanwhile(id: RedFlagId) -> &'static str {
    match id {
        RedFlagId::R1 => "Kein Training.",
        RedFlagId::R2 => "Belaste das Bein nicht.",
        RedFlagId::R3 | RedFlagId::R6 | RedFlagId::R9 | RedFlagId::R11 | RedFlagId::R12 => {
            "Bis dahin nicht laufen."
        }
        RedFlagId::R4 => "Versuch nicht, es mit Kraft zu bewegen.",
        RedFlagId::R5 => {
            "Massiere und rolle das Bein nicht. Bei Atemnot oder Schmerz in der Brust: Ruf sofort den Notruf."
        }
        RedFlagId::R7 => "Bis dahin nicht laufen und nicht springen.",
        RedFlagId::R8 => "Lauf und hüpf nicht mehr. Geh nur so weit, wie es schmerzfrei bleibt.",
        RedFlagId::R10 => {
            "Bis dahin nicht laufen. Wenn sich die Kontrolle über Blase oder Darm verändert hat oder es zwischen den Beinen taub ist: Geh \
             jetzt in die Notaufnahme."
        }
        RedFlagId::R13 => "Steigere bis dahin nicht.",
    }
}

/// Why, in one sentence.
pub const fn why(id: RedFlagId) -> &'static str {
    match id {
        RedFlagId::R1 => {
            "Ein heißes oder stark geschwollenes Knie und Krankheitsgefühl zusammen können eine Infektion des Gelenks sein."
        }
        RedFlagId::R2 => "Nach so einer Verletzung kann ein Röntgenbild nötig sein.",
        RedFlagId::R3 => "Im Knie kann etwas Wichtiges gerissen sein.",
        RedFlagId::R4 => "Ein blockiertes Knie muss am selben Tag angesehen werden.",
        RedFlagId::R5 => {
            "Eine geschwollene oder druckempfindliche Wade kann ein Zeichen für ein Blutgerinnsel sein."
        }
        RedFlagId::R6 => {
            "Nächtlicher Schmerz oder ein Krankheitsgefühl wie dieses gehört ärztlich abgeklärt."
        }
        RedFlagId::R7 => "Bei jungen Menschen kann Knieschmerz von der Hüfte kommen.",
        RedFlagId::R8 => "Dieses Muster kann ein überlasteter Knochen sein; oft zeigt das erst ein Bild.",
        RedFlagId::R9 => "Schwellung oder lange Steifigkeit ohne Verletzung sollte geprüft werden.",
        RedFlagId::R10 => "Taubheit oder Schwäche des Beins sollte neurologisch untersucht werden.",
        RedFlagId::R11 => "Ein Knie, das immer wieder nachgibt, sollte untersucht werden.",
        RedFlagId::R12 => "Die Praxis, die dich betreut, sollte das heute wissen.",
        RedFlagId::R13 => "Ein anderer Plan kann besser zu diesem Knie passen.",
    }
}

/// Whom to call.
pub const fn whom(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "Die Notaufnahme oder den Notruf.",
        Urgency::SameDay => "Deine Ärztin, deinen Arzt oder den Bereitschaftsdienst, heute.",
        Urgency::WithinDays | Urgency::WithinOneWeek | Urgency::WithinTwoWeeks => {
            "Deine Hausarztpraxis oder eine Sportärztin, einen Sportarzt."
        }
        Urgency::Routine => "Eine Physiotherapeutin oder einen Physiotherapeuten.",
    }
}

/// When not to wait, whatever the flag.
pub const GO_TODAY: [&str; 3] = [
    "das Knie ist heiß, rot oder stark geschwollen, und du fühlst dich krank",
    "die Wade ist geschwollen und schmerzt, oder du bekommst schwer Luft",
    "das Bein trägt dein Gewicht nicht",
];
