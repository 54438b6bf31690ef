//! The way of running: the habit, whether it changed, and more steps as an experiment. Context, never good or bad.

use super::language::{Language, language, texts};
use super::numbers::{Voice, decimal, per_cent, short};
use super::outings::{clock, pace_of};
use kneewise_analyse::gait::norms::Third;
use kneewise_analyse::gait::{
    BalanceShift, CadenceAlarm, CadenceOpportunity, CadenceShift, GaitBaseline, GaitLack, GaitMeasure,
    RetrainingVerdict,
};
use kneewise_analyse::knee::PreferredCadence;
use kneewise_types::Seconds;
use kneewise_types::assessment::Light;

texts! {
    /// Sentences with a number or two.
    Texts {
        habit(spm: &str, pace: &str, minutes: &str, span: &str): "Your habit is {spm} steps a minute at {pace}, from {minutes} steady minutes ({span}).",
            "Deine Gewohnheit sind {spm} Schritte pro Minute bei {pace}, aus {minutes} gleichmäßigen Minuten ({span}).";
        fewer(day: &str, share: &str): "Since the week of {day} you take {share} fewer steps a minute than that, at the same speed.",
            "Seit der Woche vom {day} machst du {share} weniger Schritte pro Minute, bei gleichem Tempo.";
        more(day: &str, share: &str): "Since the week of {day} you take {share} more steps a minute than that, at the same speed.",
            "Seit der Woche vom {day} machst du {share} mehr Schritte pro Minute, bei gleichem Tempo.";
        unchanged: "Nothing suggests that it has changed.", "Nichts deutet auf eine Änderung hin.";
        now(spm: &str, pace: &str, others: &str): "In the last four weeks you took {spm} steps a minute at {pace}; others take about {others} at that speed.",
            "In den letzten vier Wochen machtest du {spm} Schritte pro Minute bei {pace}; andere machen bei dem Tempo etwa {others}.";
        low: "That is fewer. Once how much you run is in order, 5 to 10\u{a0}% more is worth an experiment (kneewise gait plan).",
            "Das sind weniger. Sobald der Umfang stimmt, sind 5 bis 10\u{a0}% mehr einen Versuch wert (kneewise gait plan).";
        low_at_all: "That is not fewer, but with 170 or less, 5 to 10\u{a0}% more is worth an experiment once how much you run is in order (kneewise gait plan).",
            "Das sind nicht weniger, doch bei höchstens 170 sind 5 bis 10\u{a0}% mehr einen Versuch wert, sobald der Umfang stimmt (kneewise gait plan).";
        not_low: "That is not few, so more steps are not the first thing to try.",
            "Das sind nicht wenige, also sind mehr Schritte nicht das Erste, was du versuchen solltest.";
        balance(day: &str, points: &str, usual: &str): "Since {day} left and right are {points}\u{a0}% of the ground time from even, usually {usual}\u{a0}%. Worth noting, nothing more.",
            "Seit dem {day} liegen links und rechts {points}\u{a0}% der Bodenzeit neben der Mitte, sonst {usual}\u{a0}%. Zur Kenntnis, mehr nicht.";
        no_cadence: "No run has a step rate. A watch that counts steps would show how you run and what your knee carries.",
            "Kein Lauf hat eine Schrittfrequenz. Eine Uhr, die Schritte zählt, würde zeigen, wie du läufst und was dein Knie trägt.";
        few_minutes(have: &str, needed: &str): "For a habit {needed} steady minutes are needed, level and even, after the first five of a run; those of the months before the last four weeks have {have}.",
            "Für eine Gewohnheit braucht es {needed} gleichmäßige, ebene Minuten nach den ersten fünf eines Laufs; die Monate vor den letzten vier Wochen haben {have}.";
        few_lately(have: &str, needed: &str): "The last four weeks have {have} steady minutes; {needed} are needed to compare.",
            "Die letzten vier Wochen haben {have} gleichmäßige Minuten; zum Vergleichen braucht es {needed}.";
        no_balance: "Left against right is measured by a chest strap or clip only, not by the wrist.",
            "Links gegen rechts misst nur ein Brustgurt oder Clip, nicht das Handgelenk.";
        aim(spm: &str, pace: &str, share: &str): "Aim at {spm} steps a minute at {pace}: {share} more than your habit, at the same speed. Set a metronome to that.",
            "Ziele auf {spm} Schritte pro Minute bei {pace}: {share} mehr als gewohnt, bei gleichem Tempo. Stell ein Metronom darauf.";
        load_first: "Load comes first: in one trial, more steps added nothing to sorting out how much to run. This is an experiment, in minutes, not kilometres.",
            "Zuerst der Umfang: In einer Studie brachten mehr Schritte nichts zusätzlich. Dies ist ein Versuch, in Minuten, nicht in Kilometern.";
        stop: "Stop when calf or Achilles tendon hurt more than 2 of 10, or when your knee is amber or red after two of these runs. Do not begin it together with lower shoes.",
            "Hör auf, wenn Wade oder Achillessehne mehr als 2 von 10 schmerzen oder dein Knie nach zwei dieser Läufe gelb oder rot ist. Nicht zusammen mit flacheren Schuhen beginnen.";
        checks(first: &str, second: &str): "See whether it stayed on {first} and {second}.", "Sieh am {first} und am {second} nach, ob es geblieben ist.";
        locked: "No experiment now: what kneewise why says first comes first.", "Jetzt kein Versuch: Was kneewise why zuerst sagt, kommt zuerst.";
        red: "No experiment while a knee is red: see kneewise why.", "Kein Versuch, solange ein Knie rot ist: siehe kneewise why.";
        go_on: "Go on with the next run.", "Mach mit dem nächsten Lauf weiter.";
        wait: "Before the next run two answers are needed: the knee the morning after (kneewise log pain) and the calf (--calf 0 to 10).",
            "Vor dem nächsten Lauf fehlen zwei Antworten: das Knie am Morgen danach (kneewise log pain) und die Wade (--calf 0 bis 10).";
        stop_calf: "Stop here: calf or Achilles tendon hurt more than 2 of 10.", "Hier aufhören: Wade oder Achillessehne schmerzten mehr als 2 von 10.";
        stop_knee: "Stop here: the knee did not take two of these runs well.", "Hier aufhören: Das Knie nahm zwei dieser Läufe nicht gut auf.";
        whole_run: "the whole run", "der ganze Lauf";
        blocks(length: &str, starts: &str): "{length} each from {starts}", "je {length} ab {starts}";
        weeks(count: &str): "step rate against the habit, {count} weeks, 10\u{a0}% fewer to 10\u{a0}% more", "Schrittfrequenz gegen die Gewohnheit, {count} Wochen, 10\u{a0}% weniger bis 10\u{a0}% mehr";
        vendor_note: "Percentiles of a watch vendor's users as it ranks them: not adjusted for speed, no evidence about injury.",
            "Perzentile der Nutzer eines Uhrenherstellers, wie er sie ordnet: nicht nach Tempo, ohne Beleg zu Verletzungen.";
    }
}

/// The texts of the language of this answer.
#[must_use]
pub fn texts() -> Texts {
    Texts
}

/// Step rate as people count it.
#[must_use]
pub fn steps(spm: f64) -> String {
    format!("{spm:.0}")
}

/// What the runner is used to, at a speed of their own.
#[must_use]
pub fn habit(voice: &Voice, own: &GaitBaseline, speed_mps: f64) -> String {
    let minutes = own.segments.to_string();
    let (spm, pace) = (steps(own.preferred.at_spm(speed_mps)), pace_of(speed_mps, voice.units));
    Texts.habit(&spm, &pace, &minutes, &voice.span(own.from, own.to))
}

/// Whether the habit changed.
#[must_use]
pub fn change(voice: &Voice, alarm: Option<&CadenceAlarm>) -> String {
    let Some(alarm) = alarm else { return Texts.unchanged().to_owned() };
    let (day, share) = (voice.day(alarm.week), per_cent((alarm.rho - 1.0).abs()));
    match alarm.shift {
        CadenceShift::Higher => Texts.more(&day, &share),
        CadenceShift::Lower => Texts.fewer(&day, &share),
    }
}

/// The last four weeks beside everybody, and what follows.
#[must_use]
pub fn beside_others(voice: &Voice, now: &CadenceOpportunity, everybody: &PreferredCadence) -> String {
    let others = steps(everybody.at_spm(now.median_speed_mps));
    let pace = pace_of(now.median_speed_mps, voice.units);
    let follows = match now.is_low {
        true if now.median_rho < 1.0 => Texts.low(),
        true => Texts.low_at_all(),
        false => Texts.not_low(),
    };
    format!("{} {follows}", Texts.now(&steps(now.median_cadence_spm), &pace, &others))
}

/// A third of a group, as context.
#[must_use]
pub fn third(third: Third) -> &'static str {
    match (language(), third) {
        (Language::English, Third::Lower) => "Among recreational women at about that speed: the lower third.",
        (Language::English, Third::Middle) => {
            "Among recreational women at about that speed: the middle third."
        }
        (Language::English, Third::Upper) => "Among recreational women at about that speed: the upper third.",
        (Language::German, Third::Lower) => {
            "Unter Freizeitläuferinnen bei etwa dem Tempo: das untere Drittel."
        }
        (Language::German, Third::Middle) => {
            "Unter Freizeitläuferinnen bei etwa dem Tempo: das mittlere Drittel."
        }
        (Language::German, Third::Upper) => {
            "Unter Freizeitläuferinnen bei etwa dem Tempo: das obere Drittel."
        }
    }
}

/// Left and right.
#[must_use]
pub fn balance(voice: &Voice, shift: &BalanceShift) -> String {
    Texts.balance(&voice.day(shift.since), &short(shift.now_points), &short(shift.usual_points))
}

/// What is not known.
#[must_use]
pub fn lack(lack: GaitLack) -> String {
    let few = |minutes: usize| minutes.to_string();
    match lack {
        GaitLack::Cadence => Texts.no_cadence().to_owned(),
        GaitLack::Habit { steady_minutes, needed } => Texts.few_minutes(&few(steady_minutes), &few(needed)),
        GaitLack::Recent { steady_minutes, needed } => Texts.few_lately(&few(steady_minutes), &few(needed)),
        GaitLack::Balance => Texts.no_balance().to_owned(),
    }
}

/// A measure by name and unit.
#[must_use]
pub fn measure(measure: GaitMeasure) -> (&'static str, &'static str) {
    match (language(), measure) {
        (Language::English, GaitMeasure::CadenceSpm) => ("step rate", "steps/min"),
        (Language::English, GaitMeasure::StepLengthM) => ("step length", "m"),
        (Language::English, GaitMeasure::StanceTimeMs) => ("time on the ground", "ms"),
        (Language::English, GaitMeasure::DutyFactorPct) => ("time on the ground of a stride", "%"),
        (Language::English, GaitMeasure::VerticalOscillationMm) => ("rise and fall", "mm"),
        (Language::English, GaitMeasure::VerticalRatioPct) => ("rise and fall for the step", "%"),
        (Language::English, GaitMeasure::LeftStancePct) => ("on the left foot", "%"),
        (Language::German, GaitMeasure::CadenceSpm) => ("Schrittfrequenz", "Schritte/min"),
        (Language::German, GaitMeasure::StepLengthM) => ("Schrittlänge", "m"),
        (Language::German, GaitMeasure::StanceTimeMs) => ("Zeit am Boden", "ms"),
        (Language::German, GaitMeasure::DutyFactorPct) => ("Zeit am Boden je Doppelschritt", "%"),
        (Language::German, GaitMeasure::VerticalOscillationMm) => ("Auf und Ab", "mm"),
        (Language::German, GaitMeasure::VerticalRatioPct) => ("Auf und Ab je Schritt", "%"),
        (Language::German, GaitMeasure::LeftStancePct) => ("auf dem linken Fuß", "%"),
    }
}

/// A value with the digits its measure has.
#[must_use]
pub fn value(measure: GaitMeasure, value: f64) -> String {
    let (_, unit) = self::measure(measure);
    match measure {
        GaitMeasure::CadenceSpm | GaitMeasure::StanceTimeMs | GaitMeasure::VerticalOscillationMm => {
            format!("{}\u{a0}{unit}", decimal(value, 0))
        }
        GaitMeasure::StepLengthM => format!("{}\u{a0}{unit}", decimal(value, 2)),
        _ => format!("{}\u{a0}{unit}", decimal(value, 1)),
    }
}

/// When the metronome is on.
#[must_use]
pub fn cues(cues: &[kneewise_analyse::gait::retraining::MetronomeCue], feedback_percent: u16) -> String {
    let time = |s: f64| Seconds::new(s).map_or_else(|_| "?".to_owned(), clock);
    match cues.first() {
        Some(first) if feedback_percent < 100 => {
            let starts: Vec<String> = cues.iter().map(|cue| time(cue.from_s)).collect();
            Texts.blocks(&time(first.to_s - first.from_s), &starts.join(", "))
        }
        _ => Texts.whole_run().to_owned(),
    }
}

/// How the knee took a run, in a word.
#[must_use]
pub fn knee(light: Light) -> &'static str {
    match (language(), light) {
        (Language::English, Light::Green) => "green",
        (Language::English, Light::Provisional) => "not answered",
        (Language::English, Light::Amber) => "amber",
        (Language::English, Light::Red) => "red",
        (Language::German, Light::Green) => "grün",
        (Language::German, Light::Provisional) => "nicht beantwortet",
        (Language::German, Light::Amber) => "gelb",
        (Language::German, Light::Red) => "rot",
    }
}

/// What the runs so far say.
#[must_use]
pub fn verdict(verdict: RetrainingVerdict) -> &'static str {
    match verdict {
        RetrainingVerdict::GoOn => Texts.go_on(),
        RetrainingVerdict::WaitForAnswers => Texts.wait(),
        RetrainingVerdict::StopForCalf => Texts.stop_calf(),
        RetrainingVerdict::StopForKnee => Texts.stop_knee(),
    }
}
