//! The logs and their columns: options of the command, fields of forms, keys of the API.

/// One log.
#[derive(Debug)]
pub struct Log {
    pub name: &'static str,
    pub about: &'static str,
    pub options: &'static [Column],
    pub examples: &'static str,
}

/// One column.
#[derive(Debug)]
pub struct Column {
    pub column: &'static str,
    /// A shorter name.
    pub alias: Option<&'static str>,
    /// What stands for the value in the help.
    pub value: &'static str,
    pub help: &'static str,
    pub is_required: bool,
}

impl Column {
    /// The option of the command: `--pain-morning` of `pain_morning`.
    #[must_use]
    pub fn long(&self) -> String {
        self.column.replace('_', "-")
    }
}

const fn must(column: &'static str, value: &'static str, help: &'static str) -> Column {
    Column { column, alias: None, value, help, is_required: true }
}

const fn may(column: &'static str, value: &'static str, help: &'static str) -> Column {
    Column { column, alias: None, value, help, is_required: false }
}

const fn also(column: &'static str, alias: &'static str, value: &'static str, help: &'static str) -> Column {
    Column { column, alias: Some(alias), value, help, is_required: false }
}

const DATE: Column = may("date", "YYYY-MM-DD", "The day [default: today]");
const NOTE: Column = may("note", "TEXT", "Anything else, in your own words");

pub const EXAMPLES: &str = "\
Examples:
  kneewise log pain 4 --left --during
  kneewise log wellness --sleep-h 7.5
  kneewise log session --sport swim --duration-min 40 --rpe 5
  kneewise log test --test knee_to_wall --side left --value 9.5";

/// Every log; `profile` goes to `profile.toml`, all others to their CSV log.
pub const LOGS: [Log; 9] = [
    Log {
        name: "pain",
        about: "How a knee feels: ten seconds a day",
        options: &[
            may("side", "left|right", "Which knee, the long way"),
            also("pain_morning", "morning", "0-10", "On getting up"),
            also("pain_before", "before", "0-10", "Before the run"),
            also("pain_during_max", "during", "0-10", "Worst during the run"),
            also("pain_60min", "after", "0-10", "An hour after"),
            also("pain_onset_km", "onset-km", "KM", "How far into the run it began, 0 from the start"),
            also(
                "regions",
                "region",
                "CODES",
                "Where, the main place first: AROUND_PATELLA, INF_POLE, SUP_POLE, BESIDE_TENDON, TUBERCLE, \
                 LAT_ABOVE_JL, LAT_JL, MED_JL, MED_PROX_TIBIA, BACK_OF_KNEE, DISTAL_THIGH, DEEP_OR_VAGUE, joined by |",
            ),
            may("swelling", "0-3", "None, slight, clear, tense"),
            may("stiffness_min", "MINUTES", "Morning stiffness"),
            may("locking", "none|catches|stuck", "Whether it gets stuck"),
            may("giving_way", "none|unsure|buckled", "Whether it gives way"),
            may("night_pain", "none|turning|wakes", "Pain at night"),
            may("limp", "0|1", "Whether you limp"),
            may("medicine", "0|1", "A painkiller in the 8 hours before"),
            may("findings", "CODES", "What hurts or not, such as F02|-F10 for `stairs down, not swollen`"),
            may("other_pain", "CODE:0-10", "Pain elsewhere, such as SHIN:3|HIP_GROIN:2"),
            NOTE,
            DATE,
        ],
        examples: "\
Examples:
  kneewise log pain                                          asks, one question at a time
  kneewise log pain 4 --left --around-patella --during
  kneewise log pain 0 --right --morning                      a day without pain counts as much
  kneewise log pain 3 --both
  kneewise log pain --left --no-signs                        once a week is enough
  kneewise log pain --left --before 1 --during 3 --after 1 --onset-km 6
  kneewise log pain --side right --morning 1 --regions 'AROUND_PATELLA|INF_POLE' --swelling 0 --date 2026-03-01",
    },
    Log {
        name: "week",
        about: "How a knee affected the last seven days: the weekly check",
        options: &[
            must("side", "left|right", "Which knee"),
            must(
                "taking_part",
                "full|full_with_problem|reduced|none",
                "How the knee affected taking part in training or races; `full` and `none` end the form",
            ),
            may("changing", "none|little|moderate|lot", "How much you changed training because of it"),
            may("performance", "none|little|moderate|lot", "How much it affected performance"),
            may("symptoms", "none|mild|moderate|severe", "How much knee pain you had"),
            DATE,
        ],
        examples: "\
Examples:
  kneewise log week --side left --taking-part full
  kneewise log week --side left --taking-part reduced --changing moderate --performance little --symptoms moderate",
    },
    Log {
        name: "wellness",
        about: "A night's sleep, stress, mood, the body at rest",
        options: &[
            also("sleep_h", "sleep", "HOURS", "Hours asleep last night"),
            may("resting_heart_rate_bpm", "BPM", "Heart rate at rest"),
            may("hrv_rmssd_ms", "MS", "Heart-rate variability (RMSSD)"),
            may("stress", "0-10", "None to extreme"),
            may("mood", "0-10", "Worst to best"),
            may("soreness", "0-10", "None to extreme"),
            may("mass_kg", "KG", "Body mass"),
            DATE,
        ],
        examples: "\
Examples:
  kneewise log wellness --sleep-h 6.5 --stress 4
  kneewise log wellness --mass-kg 71.5",
    },
    Log {
        name: "session",
        about: "An outing without a file, or a rating for one with a file",
        options: &[
            must(
                "sport",
                "SPORT",
                "run, trail_run, treadmill_run, walk, hike, ride, swim, elliptical, pool_run, row, yoga, strength, other",
            ),
            must("duration_min", "MINUTES", "How long"),
            may("start_time", "HH:MM", "When it began"),
            may("distance_km", "KM", "How far"),
            may("rpe", "0-10", "How hard it was as a whole"),
            may("mean_heart_rate_bpm", "BPM", "Mean heart rate"),
            may("mean_cadence_spm", "SPM", "Steps per minute, both feet"),
            may("ascent_m", "M", "Metres up"),
            may("descent_m", "M", "Metres down"),
            may("shoe", "NAME", "Which pair"),
            may("surface", "road|trail|track|treadmill|mixed", "What was underfoot"),
            may("hard_min", "MINUTES", "Minutes above threshold"),
            NOTE,
            DATE,
        ],
        examples: "\
Examples:
  kneewise log session --sport swim --duration-min 40 --rpe 5
  kneewise log session --sport treadmill_run --duration-min 30 --distance-km 5.2 --shoe 'Old pair'",
    },
    Log {
        name: "strength",
        about: "One exercise of a strength training",
        options: &[
            must("exercise", "ID", "Which exercise, such as split_squat"),
            must("sets", "N", "Sets"),
            must("reps", "N", "Repetitions a set"),
            may("side", "left|right", "Which leg, when it was one"),
            may("load_kg", "KG", "Weight moved"),
            may("rir", "0-10", "Repetitions in reserve at the end"),
            may("hold_s", "SECONDS", "Held per repetition"),
            DATE,
        ],
        examples: "\
Examples:
  kneewise log strength --exercise split_squat --sets 3 --reps 10 --load-kg 16",
    },
    Log {
        name: "test",
        about: "The result of a home or clinic test",
        options: &[
            must("test", "ID", "Which test, such as knee_to_wall, side_plank, heel_raise, sit_to_stand_1min"),
            must("side", "left|right|both", "Which leg"),
            must("value", "NUMBER", "The result, in the unit of the test"),
            may("pain", "0-10", "Pain during the test"),
            DATE,
        ],
        examples: "\
Examples:
  kneewise log test --test knee_to_wall --side left --value 9.5
  kneewise log test --test sit_to_stand_1min --side both --value 34",
    },
    Log {
        name: "shoe",
        about: "A pair of shoes",
        options: &[
            must("name", "NAME", "What you call the pair"),
            must(
                "category",
                "CATEGORY",
                "daily, max_cushion, stability, lightweight, race_plated, trail, minimal",
            ),
            may("brand", "TEXT", "Brand"),
            may("model", "TEXT", "Model"),
            may("drop_mm", "MM", "Heel height minus forefoot height"),
            may("stack_heel_mm", "MM", "Height under the heel"),
            may("stack_forefoot_mm", "MM", "Height under the forefoot"),
            may("mass_g", "G", "Weight of one shoe"),
            may("cushioning", "soft|medium|firm", "How soft it feels"),
            may("support", "neutral|mild|strong", "How much it guides the foot"),
            may("plate", "none|carbon|other", "Plate in the midsole"),
            may("foam", "eva|tpu|peba|mixed", "Midsole foam"),
            may("outsole", "road|mixed|lugged", "What the outsole is for"),
            may("insole", "none|prefab|custom", "What lies inside"),
            may("first_used", "YYYY-MM-DD", "First run in it"),
            may("start_km", "KM", "Distance before counting began"),
            may("retired_on", "YYYY-MM-DD", "Last day"),
            may("comfort", "0-10", "How it feels"),
        ],
        examples: "\
Examples:
  kneewise log shoe --name 'Old pair' --category daily --drop-mm 8 --first-used 2025-04-01",
    },
    Log {
        name: "screen",
        about: "An answer to a safety question",
        options: &[
            must("side", "left|right", "Which knee"),
            must("question", "R1-R12|all", "Which question, or `all` for none of these"),
            must("answer", "yes|no", "The answer"),
            DATE,
        ],
        examples: "\
Examples:
  kneewise log screen --side left --question all --answer no",
    },
    Log {
        name: "profile",
        about: "What does not change from day to day; all of it optional",
        options: super::profile::OPTIONS,
        examples: "\
Examples:
  kneewise log profile --sex female --birth-year 1988 --mass-kg 61 --time-zone Europe/Vienna
  kneewise log profile --previous-knee-injury 'left 2023-04-01 2023-07-15 PFP'",
    },
];
