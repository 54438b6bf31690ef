//! The CSV logs of the contract.

use crate::life::Life;
use crate::outing::Outing;
use crate::scenario::Layout;
use kneewise_types::{OtherPain, PainScore, Side, SymptomEntry, TestSide};

/// A table under construction.
#[derive(Debug)]
pub(super) struct Table(String);

impl Table {
    pub(super) fn new(header: &str) -> Self {
        Self(format!("{header}\n"))
    }

    /// One line; fields with a comma, a quote or a line break are quoted.
    pub(super) fn row(&mut self, fields: &[String]) {
        for (index, field) in fields.iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            if field.contains([',', '"', '\n']) {
                self.0.push('"');
                self.0.push_str(&field.replace('"', "\"\""));
                self.0.push('"');
            } else {
                self.0.push_str(field);
            }
        }
        self.0.push('\n');
    }

    pub(super) fn bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

/// A value as text; nothing when it is missing.
pub(super) fn text<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn word<T>(value: Option<T>, word: impl Fn(T) -> &'static str) -> String {
    value.map_or_else(String::new, |value| word(value).to_owned())
}

fn flag(value: Option<bool>) -> String {
    text(value.map(u8::from))
}

/// The training log: every run with its shoes when watch files stand alone, else only what no watch recorded.
#[must_use]
pub fn sessions(life: &Life) -> Vec<u8> {
    let mut table = Table::new("date,sport,duration_min,start_time,distance_km,rpe,shoe,surface,note");
    let writes_all = life.scenario.layout == Layout::Watch;
    let logged = |outing: &&Outing| {
        outing.is_known && (!outing.is_recorded || (writes_all && outing.sport.is_running()))
    };
    for outing in life.outings.iter().filter(logged) {
        let local = jiff::tz::Offset::from_seconds(outing.offset_s)
            .unwrap_or(jiff::tz::Offset::UTC)
            .to_datetime(outing.start);
        table.row(&[
            outing.date.to_string(),
            outing.sport.word().to_owned(),
            format!("{:.2}", f64::from(outing.timer_s) / 60.0),
            format!("{:02}:{:02}:{:02}", local.hour(), local.minute(), local.second()),
            text(outing.distance_m.map(|metres| format!("{:.3}", metres / 1000.0))),
            text(outing.session_rpe),
            text(life.shoe_of(outing)),
            word(outing.surface, |surface| surface.word()),
            text(outing.note),
        ]);
    }
    table.bytes()
}

/// The pain diary.
#[must_use]
pub fn diary(life: &Life) -> Vec<u8> {
    let mut table = Table::new(
        "date,side,pain_morning,pain_before,pain_during_max,pain_60min,regions,swelling,stiffness_min,\
         locking,giving_way,night_pain,limp,medicine,findings,other_pain,note",
    );
    for entry in &life.diary {
        table.row(&diary_row(entry));
    }
    table.bytes()
}

fn diary_row(entry: &SymptomEntry) -> [String; 17] {
    let score = |value: Option<PainScore>| text(value.map(PainScore::points));
    let joined = |parts: Vec<String>| parts.join("|");
    let finding = |answer: &kneewise_types::FindingAnswer| {
        format!("{}{}", if answer.is_present { "" } else { "-" }, answer.code.code())
    };
    let other = |pain: &OtherPain| format!("{}:{}", pain.site.code(), pain.score.points());
    [
        entry.date.to_string(),
        entry.side.word().to_owned(),
        score(entry.pain_morning),
        score(entry.pain_before),
        score(entry.pain_during_max),
        score(entry.pain_60min),
        joined(entry.regions.iter().map(|region| region.code().to_owned()).collect()),
        word(entry.swelling, |value| value.code()),
        text(entry.stiffness_min),
        word(entry.locking, |value| value.code()),
        word(entry.giving_way, |value| value.code()),
        word(entry.night_pain, |value| value.code()),
        flag(entry.has_limp),
        flag(entry.has_medicine),
        joined(entry.findings.iter().map(finding).collect()),
        joined(entry.other_pain.iter().map(other).collect()),
        text(entry.note.as_deref()),
    ]
}

/// The answers to the safety questions.
#[must_use]
pub fn screen(life: &Life) -> Vec<u8> {
    let mut table = Table::new("date,side,question,answer");
    for answer in &life.screen {
        table.row(&[
            answer.date.to_string(),
            answer.side.word().to_owned(),
            answer.question.code().to_owned(),
            if answer.is_yes { "yes" } else { "no" }.to_owned(),
        ]);
    }
    table.bytes()
}

/// Nights and days at rest.
#[must_use]
pub fn wellness(life: &Life) -> Vec<u8> {
    let mut table =
        Table::new("date,sleep_h,resting_heart_rate_bpm,hrv_rmssd_ms,stress,mood,soreness,mass_kg");
    for entry in &life.wellness {
        table.row(&[
            entry.date.to_string(),
            text(entry.sleep_h),
            text(entry.resting_heart_rate.map(|rate| rate.as_bpm())),
            text(entry.hrv_rmssd_ms),
            text(entry.stress),
            text(entry.mood),
            text(entry.soreness),
            text(entry.mass.map(|mass| mass.as_kg())),
        ]);
    }
    table.bytes()
}

/// The shoe rack.
#[must_use]
pub fn shoes(life: &Life) -> Vec<u8> {
    let mut table = Table::new(
        "name,category,brand,model,drop_mm,stack_heel_mm,stack_forefoot_mm,mass_g,cushioning,support,plate,\
         foam,outsole,insole,first_used,start_km,retired_on,comfort",
    );
    for shoe in &life.shoes_told() {
        table.row(&[
            shoe.name.clone(),
            word(shoe.category, |value| value.word()),
            text(shoe.brand.as_deref()),
            text(shoe.model.as_deref()),
            text(shoe.drop_mm),
            text(shoe.stack_heel_mm),
            text(shoe.stack_forefoot_mm),
            text(shoe.mass_g),
            word(shoe.cushioning, |value| value.word()),
            word(shoe.support, |value| value.word()),
            word(shoe.plate, |value| value.word()),
            word(shoe.foam, |value| value.word()),
            word(shoe.outsole, |value| value.word()),
            word(shoe.insole, |value| value.word()),
            text(shoe.first_used),
            text(shoe.start_distance.map(|start| format!("{:.1}", start.as_km()))),
            text(shoe.retired_on),
            text(shoe.comfort),
        ]);
    }
    table.bytes()
}

/// Home tests.
#[must_use]
pub fn tests(life: &Life) -> Vec<u8> {
    let mut table = Table::new("date,test,side,value,pain");
    for result in &life.tests {
        let side = match result.side {
            TestSide::Left => "left",
            TestSide::Right => "right",
            TestSide::Both => "both",
        };
        table.row(&[
            result.date.to_string(),
            result.test.word().to_owned(),
            side.to_owned(),
            result.value.to_string(),
            text(result.pain.map(PainScore::points)),
        ]);
    }
    table.bytes()
}

/// Strength training done.
#[must_use]
pub fn strength(life: &Life) -> Vec<u8> {
    let mut table = Table::new("date,exercise,sets,reps,side,load_kg,rir,hold_s");
    for entry in &life.strength {
        table.row(&[
            entry.date.to_string(),
            entry.exercise.clone(),
            entry.sets.to_string(),
            entry.reps.to_string(),
            word(entry.side, Side::word),
            text(entry.load_kg),
            text(entry.reps_in_reserve),
            text(entry.hold_s),
        ]);
    }
    table.bytes()
}
