//! Rows of logs, kept as they were told.
//!
//! Nothing is overwritten: every row stays under the content that told it, and `resolve` decides at reading
//! which one counts. So the order of imports changes nothing, and a second import of the same content adds
//! nothing.

use crate::codec::{day_number, instant_of};
use crate::database::{Row, Value, without_zeros};
use crate::error::StoreError;
use crate::store::{Store, Writing};
use kneewise_types::{
    Date, Experiment, NoteDecision, Profile, QuestionnaireAnswers, ScreenAnswer, Shoe, Side, StrengthEntry,
    SymptomEntry, TestResult, TestSide, Timestamp, WeeklyCheck, WellnessEntry,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// One row of a log, or the profile.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    Profile(Profile),
    Symptom(SymptomEntry),
    Screen(ScreenAnswer),
    Wellness(WellnessEntry),
    Shoe(Shoe),
    Test(TestResult),
    Strength(StrengthEntry),
    Decision(NoteDecision),
    Experiment(Experiment),
    Weekly(WeeklyCheck),
    Questionnaire(QuestionnaireAnswers),
}

/// How entries were told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryOrigin {
    /// In a file, last modified then if that is known.
    File { modified: Option<Timestamp> },
    /// On the command line or a page, at that instant.
    Logged { at: Timestamp },
}

/// How many rows of each kind said something that no row had said before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EntryCounts {
    pub profile: u32,
    pub symptoms: u32,
    pub screen: u32,
    pub wellness: u32,
    pub shoes: u32,
    pub tests: u32,
    pub strength: u32,
    pub decisions: u32,
    pub experiments: u32,
    pub weekly: u32,
    pub questionnaires: u32,
}

/// How far a content reaches: its last day as a number, and how many rows it has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    pub(crate) last_day: i64,
    pub(crate) rows: usize,
}

/// Longer names than this are not told apart beyond it.
const KEY_CHARACTERS: usize = 300;

/// The kinds of entries, by the word in their table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    Profile,
    Symptom,
    Screen,
    Wellness,
    Shoe,
    Test,
    Strength,
    Decision,
    Experiment,
    Weekly,
    Questionnaire,
}

impl Kind {
    pub(crate) const ALL: [Self; 11] = [
        Self::Profile,
        Self::Symptom,
        Self::Screen,
        Self::Wellness,
        Self::Shoe,
        Self::Test,
        Self::Strength,
        Self::Decision,
        Self::Experiment,
        Self::Weekly,
        Self::Questionnaire,
    ];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Symptom => "symptom",
            Self::Screen => "screen",
            Self::Wellness => "wellness",
            Self::Shoe => "shoe",
            Self::Test => "test",
            Self::Strength => "strength",
            Self::Decision => "decision",
            Self::Experiment => "experiment",
            Self::Weekly => "weekly",
            Self::Questionnaire => "questionnaire",
        }
    }
}

impl EntryCounts {
    const fn of(&mut self, kind: Kind) -> &mut u32 {
        match kind {
            Kind::Profile => &mut self.profile,
            Kind::Symptom => &mut self.symptoms,
            Kind::Screen => &mut self.screen,
            Kind::Wellness => &mut self.wellness,
            Kind::Shoe => &mut self.shoes,
            Kind::Test => &mut self.tests,
            Kind::Strength => &mut self.strength,
            Kind::Decision => &mut self.decisions,
            Kind::Experiment => &mut self.experiments,
            Kind::Weekly => &mut self.weekly,
            Kind::Questionnaire => &mut self.questionnaires,
        }
    }
}

impl Entry {
    const fn kind(&self) -> Kind {
        match self {
            Self::Profile(_) => Kind::Profile,
            Self::Symptom(_) => Kind::Symptom,
            Self::Screen(_) => Kind::Screen,
            Self::Wellness(_) => Kind::Wellness,
            Self::Shoe(_) => Kind::Shoe,
            Self::Test(_) => Kind::Test,
            Self::Strength(_) => Kind::Strength,
            Self::Decision(_) => Kind::Decision,
            Self::Experiment(_) => Kind::Experiment,
            Self::Weekly(_) => Kind::Weekly,
            Self::Questionnaire(_) => Kind::Questionnaire,
        }
    }

    /// Rows with the same key speak of the same thing. Kept short, because a server's index refuses long ones.
    fn key(&self) -> String {
        let subject = match self {
            Self::Profile(_) => String::new(),
            Self::Symptom(entry) => format!("{} {}", entry.date, entry.side.word()),
            Self::Screen(entry) => {
                format!("{} {} {}", entry.date, entry.side.word(), entry.question.code())
            }
            Self::Wellness(entry) => entry.date.to_string(),
            Self::Shoe(shoe) => shoe.name.clone(),
            Self::Test(result) => {
                format!("{} {} {}", result.date, result.test.word(), test_side(result.side))
            }
            Self::Strength(entry) => {
                format!("{} {} {}", entry.date, entry.exercise, entry.side.map_or("", Side::word))
            }
            Self::Decision(decision) => format!("{} {}", decision.date, decision.quote),
            Self::Experiment(experiment) => format!("{} {}", experiment.start, experiment.kind.code()),
            Self::Weekly(check) => format!("{} {}", check.date, check.side.word()),
            Self::Questionnaire(told) => {
                format!("{} {} {}", told.date, told.side.word(), told.instrument.code())
            }
        };
        subject.chars().take(KEY_CHARACTERS).collect()
    }

    const fn date(&self) -> Option<Date> {
        match self {
            Self::Profile(_) | Self::Shoe(_) => None,
            Self::Symptom(entry) => Some(entry.date),
            Self::Screen(entry) => Some(entry.date),
            Self::Wellness(entry) => Some(entry.date),
            Self::Test(result) => Some(result.date),
            Self::Strength(entry) => Some(entry.date),
            Self::Decision(decision) => Some(decision.date),
            Self::Experiment(experiment) => Some(experiment.start),
            Self::Weekly(check) => Some(check.date),
            Self::Questionnaire(told) => Some(told.date),
        }
    }

    fn body(&self) -> Result<String, StoreError> {
        match self {
            Self::Profile(profile) => body(profile),
            Self::Symptom(entry) => body(entry),
            Self::Screen(entry) => body(entry),
            Self::Wellness(entry) => body(entry),
            Self::Shoe(shoe) => body(shoe),
            Self::Test(result) => body(result),
            Self::Strength(entry) => body(entry),
            Self::Decision(decision) => body(decision),
            Self::Experiment(experiment) => body(experiment),
            Self::Weekly(check) => body(check),
            Self::Questionnaire(told) => body(told),
        }
    }
}

impl Store {
    /// How each content told its entries: what an export must not lose.
    pub fn list_origins(&self) -> Result<BTreeMap<String, EntryOrigin>, StoreError> {
        let query = "SELECT content, is_logged, told_s, told_ns FROM entry_origin WHERE runner = $1";
        let found = self.database.query(query, &[self.runner()], |row| {
            Ok((row.text(0)?, row.int(1)? != 0, instant_of(row.int(2)?, row.int(3)?)))
        })?;
        let origin = |is_logged: bool, at: Option<Timestamp>| match at {
            Some(at) if is_logged => EntryOrigin::Logged { at },
            told => EntryOrigin::File { modified: told.filter(|told| *told != Timestamp::UNIX_EPOCH) },
        };
        Ok(found.into_iter().map(|(content, is_logged, at)| (content, origin(is_logged, at))).collect())
    }
}

impl Writing<'_> {
    /// Keeps all entries of one content, in its order. A content already kept adds nothing.
    pub fn keep_entries(
        &self,
        content: &str,
        origin: EntryOrigin,
        entries: &[Entry],
    ) -> Result<EntryCounts, StoreError> {
        let mut counts = EntryCounts::default();
        for kind in Kind::ALL {
            let of_kind: Vec<&Entry> = entries.iter().filter(|entry| entry.kind() == kind).collect();
            if of_kind.is_empty() || !self.keep_entry_origin(content, kind, origin, &of_kind)? {
                continue;
            }
            *counts.of(kind) = self.keep_entries_of(content, kind, &of_kind)?;
        }
        Ok(counts)
    }

    /// Takes back what one logged content told, as if it had never been said; whether there was anything.
    /// A content that told of an outing, or that came as a file, stays.
    pub fn forget_logged(&self, content: &str) -> Result<bool, StoreError> {
        let subject = [self.runner(), Value::Text(content)];
        let logged = "SELECT COUNT(*) FROM entry_origin WHERE runner = $1 AND content = $2 AND is_logged = 1";
        let outings = "SELECT COUNT(*) FROM source WHERE runner = $1 AND content = $2";
        let count = |query| self.database().query_one(query, &subject, |row| row.int(0));
        if count(logged)?.unwrap_or(0) == 0 || count(outings)?.unwrap_or(0) > 0 {
            return Ok(false);
        }
        for table in ["entry", "entry_origin", "original_bytes", "original"] {
            let statement = format!("DELETE FROM {table} WHERE runner = $1 AND content = $2");
            self.database().execute(&statement, &subject)?;
        }
        Ok(true)
    }

    /// Takes back what was logged when a complaint found in a note was decided on, the diary entry with it; whether
    /// there was anything.
    pub fn forget_decision(&self, decision: &NoteDecision) -> Result<bool, StoreError> {
        let key = Entry::Decision(decision.clone()).key();
        let query = "SELECT DISTINCT o.content FROM entry_origin o
             JOIN entry_origin d ON d.runner = o.runner AND d.told_s = o.told_s AND d.told_ns = o.told_ns
             JOIN entry e ON e.runner = d.runner AND e.kind = d.kind AND e.content = d.content
             WHERE o.runner = $1 AND o.is_logged = 1 AND o.kind IN ('decision', 'symptom')
             AND d.kind = 'decision' AND d.is_logged = 1 AND e.key = $2";
        let contents =
            self.database().query(query, &[self.runner(), Value::Text(&key)], |row| row.text(0))?;
        let mut is_any = false;
        for content in contents {
            is_any |= self.forget_logged(&content)?;
        }
        Ok(is_any)
    }

    /// False when this content has told entries of this kind before.
    fn keep_entry_origin(
        &self,
        content: &str,
        kind: Kind,
        origin: EntryOrigin,
        entries: &[&Entry],
    ) -> Result<bool, StoreError> {
        let last_day = entries.iter().filter_map(|entry| entry.date()).max().map_or(0, day_number);
        self.keep_origin(content, kind.word(), origin, Extent { last_day, rows: entries.len() })
    }

    /// False when this content has told something of this kind before.
    pub(crate) fn keep_origin(
        &self,
        content: &str,
        kind: &str,
        origin: EntryOrigin,
        Extent { last_day, rows }: Extent,
    ) -> Result<bool, StoreError> {
        let (is_logged, told) = match origin {
            EntryOrigin::File { modified } => (false, modified),
            EntryOrigin::Logged { at } => (true, Some(at)),
        };
        let added = self.database().execute(
            "INSERT INTO entry_origin (runner, kind, content, is_logged, last_day, told_s, told_ns, entries)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (runner, kind, content) DO NOTHING",
            &[
                self.runner(),
                Value::Text(kind),
                Value::Text(content),
                Value::Int(i64::from(is_logged)),
                Value::Int(last_day),
                Value::Int(told.map_or(0, Timestamp::as_second)),
                Value::Int(told.map_or(0, |told| i64::from(told.subsec_nanosecond()))),
                Value::Int(i64::try_from(rows).unwrap_or(i64::MAX)),
            ],
        )?;
        Ok(added > 0)
    }

    /// Keeps entries of one kind; how many of them said what no row had said before.
    fn keep_entries_of(&self, content: &str, kind: Kind, entries: &[&Entry]) -> Result<u32, StoreError> {
        let told = entries.iter().map(|entry| Ok((without_zeros(&entry.key()).into_owned(), entry.body()?)));
        let told = told.collect::<Result<Vec<_>, StoreError>>()?;
        let keys: BTreeSet<&str> = told.iter().map(|(key, _)| key.as_str()).collect();
        let keys: Vec<Value<'_>> = keys.into_iter().map(Value::Text).collect();
        let kind = Value::Text(kind.word());
        let query = "SELECT key, body FROM entry WHERE runner = $1 AND kind = $2 AND key IN";
        let said = |row: &Row<'_>| Ok((row.text(0)?, row.text(1)?));
        let said = self.database().query_keys(query, &[self.runner(), kind], &keys, said)?;
        let mut said: HashSet<(String, String)> = said.into_iter().collect();
        let mut rows = Vec::with_capacity(told.len());
        for (line, (key, body)) in (0_i64..).zip(&told) {
            let (line, key, body) = (Value::Int(line), Value::Text(key), Value::Text(body));
            rows.push(vec![self.runner(), kind, Value::Text(content), line, key, body]);
        }
        self.database().insert("entry (runner, kind, content, line, key, body)", &rows, "")?;
        drop(rows);
        let new = told.into_iter().filter(|told| said.insert(told.clone())).count();
        Ok(u32::try_from(new).unwrap_or(u32::MAX))
    }
}

const fn test_side(side: TestSide) -> &'static str {
    match side {
        TestSide::Left => "left",
        TestSide::Right => "right",
        TestSide::Both => "both",
    }
}

/// JSON without what is missing: short, and readable by a later program that knows more fields.
fn body<T: Serialize>(entry: &T) -> Result<String, StoreError> {
    let refused = |error: serde_json::Error| StoreError::Database(error.to_string());
    let mut value = serde_json::to_value(entry).map_err(refused)?;
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    serde_json::to_string(&value).map_err(refused)
}
