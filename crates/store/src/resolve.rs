//! Which of several rows about the same thing counts.
//!
//! Contents that told entries stand in one total order that does not depend on when they were imported:
//! lines logged by hand come after files, in the order of logging; among files, the one whose last day is
//! later comes later (a diary that grew), then the one modified later, then the longer one, then the greater
//! hash. Then, from first to last:
//!
//! - profile, diary, wellness, shoes: field by field, the latest that is not missing; of the lists `findings`
//!   and `other_pain` item by item;
//! - screen: the latest answer;
//! - tests: all trials of the latest content that has that test, side and day;
//! - decisions on notes, experiments, weekly checks, questionnaires: the latest;
//! - strength: all sets of the latest file that has that exercise, side and day, and those logged by hand
//!   that it does not hold already. Two equal sets in one file are two sets.

use crate::database::{Database, Value};
use crate::entries::Kind;
use crate::error::StoreError;
use crate::store::Store;
use kneewise_types::{History, NoteDecision, Profile};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, HashMap};

/// The place of a content in the total order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    is_logged: bool,
    last_day: i64,
    told: (i64, i64),
    entries: i64,
    content: String,
}

/// One row with the number of its content in the total order.
struct Told {
    place: usize,
    line: i64,
    is_logged: bool,
    body: String,
}

impl Store {
    /// All entries, contradictions resolved, activities left out.
    pub(crate) fn entries(&self) -> Result<History, StoreError> {
        let mut history = History::default();
        for kind in Kind::ALL {
            let told = self.told(kind)?.into_values();
            match kind {
                Kind::Profile => history.profile = only(merged(told, kind)?),
                Kind::Symptom => history.symptoms = merged(told, kind)?,
                Kind::Screen => history.screen = chosen(told, kind, last_row)?,
                Kind::Wellness => history.wellness = merged(told, kind)?,
                Kind::Shoe => history.shoes = merged(told, kind)?,
                Kind::Test => history.tests = chosen(told, kind, last_content)?,
                Kind::Strength => history.strength = chosen(told, kind, last_file_and_logged)?,
                Kind::Experiment => history.experiments = chosen(told, kind, last_row)?,
                Kind::Weekly => history.weekly = chosen(told, kind, last_row)?,
                Kind::Questionnaire => history.questionnaires = chosen(told, kind, last_row)?,
                // They say what was read in notes, not how a knee was.
                Kind::Decision => {}
            }
        }
        Ok(history)
    }

    /// The runner's profile, contradictions resolved; much sooner than a whole history.
    pub fn profile(&self) -> Result<Profile, StoreError> {
        let turn = self.database.begin_read()?;
        let told = self.told(Kind::Profile)?;
        turn.commit()?;
        Ok(only(merged(told.into_values(), Kind::Profile)?))
    }

    /// What the runner said to complaints found in old notes, the latest word on each.
    pub fn note_decisions(&self) -> Result<Vec<NoteDecision>, StoreError> {
        chosen(self.told(Kind::Decision)?.into_values(), Kind::Decision, last_row)
    }

    /// Rows by key, each key's rows from first to last.
    fn told(&self, kind: Kind) -> Result<BTreeMap<String, Vec<Told>>, StoreError> {
        let places = places(&self.database, self.runner(), kind.word())?;
        let query = "SELECT content, line, key, body FROM entry WHERE runner = $1 AND kind = $2";
        let rows = self.database.query(query, &[self.runner(), Value::Text(kind.word())], |row| {
            Ok((row.text(0)?, row.int(1)?, row.text(2)?, row.text(3)?))
        })?;
        let mut told: BTreeMap<String, Vec<Told>> = BTreeMap::new();
        for (content, line, key, body) in rows {
            let (place, is_logged) = places.get(&content).copied().unwrap_or_default();
            told.entry(key).or_default().push(Told { place, line, is_logged, body });
        }
        for rows in told.values_mut() {
            rows.sort_by_key(|row| (row.place, row.line));
        }
        Ok(told)
    }
}

/// A runner has one profile.
fn only(profiles: Vec<Profile>) -> Profile {
    profiles.into_iter().next().unwrap_or_default()
}

/// Each content's number in the total order, and whether it was logged by hand.
pub(crate) fn places(
    database: &Database,
    runner: Value<'_>,
    kind: &str,
) -> Result<HashMap<String, (usize, bool)>, StoreError> {
    let query = "SELECT content, is_logged, last_day, told_s, told_ns, entries FROM entry_origin
                 WHERE runner = $1 AND kind = $2";
    let mut places = database.query(query, &[runner, Value::Text(kind)], |row| {
        let is_logged = row.int(1)? != 0;
        Ok(Place {
            is_logged,
            // The day somebody logs for says nothing about when they did.
            last_day: if is_logged { 0 } else { row.int(2)? },
            told: (row.int(3)?, row.int(4)?),
            entries: row.int(5)?,
            content: row.text(0)?,
        })
    })?;
    places.sort();
    Ok(places.into_iter().enumerate().map(|(at, place)| (place.content, (at, place.is_logged))).collect())
}

/// One value a key, field by field.
fn merged<T: DeserializeOwned>(
    told: impl Iterator<Item = Vec<Told>>,
    kind: Kind,
) -> Result<Vec<T>, StoreError> {
    told.map(|rows| match rows.as_slice() {
        [only] => parse(&only.body, kind),
        rows => {
            let mut fields = Map::new();
            for row in rows {
                let newer: Map<String, Json> = parse(&row.body, kind)?;
                newer.into_iter().for_each(|(name, value)| put_field(&mut fields, name, value));
            }
            serde_json::from_value(Json::Object(fields)).map_err(|_| damaged(kind))
        }
    })
    .collect()
}

fn put_field(fields: &mut Map<String, Json>, name: String, newer: Json) {
    match (fields.get_mut(&name), newer) {
        (Some(_), Json::Array(newer)) if newer.is_empty() => {}
        (Some(Json::Array(older)), Json::Array(newer)) if name == "findings" || name == "other_pain" => {
            let subject = |item: &Json| item.get("code").or_else(|| item.get("site")).cloned();
            older.retain(|item| !newer.iter().any(|newer| subject(newer) == subject(item)));
            older.extend(newer);
        }
        (Some(older), newer) => *older = newer,
        (None, newer) => {
            fields.insert(name, newer);
        }
    }
}

/// The rows of each key that `choose` picks, as they were told.
fn chosen<T: DeserializeOwned>(
    told: impl Iterator<Item = Vec<Told>>,
    kind: Kind,
    choose: fn(Vec<Told>) -> Vec<Told>,
) -> Result<Vec<T>, StoreError> {
    told.flat_map(choose).map(|row| parse(&row.body, kind)).collect()
}

fn last_row(mut rows: Vec<Told>) -> Vec<Told> {
    rows.pop().into_iter().collect()
}

fn last_content(mut rows: Vec<Told>) -> Vec<Told> {
    let last = rows.last().map(|row| row.place);
    rows.retain(|row| Some(row.place) == last);
    rows
}

fn last_file_and_logged(rows: Vec<Told>) -> Vec<Told> {
    let (logged, files): (Vec<Told>, Vec<Told>) = rows.into_iter().partition(|row| row.is_logged);
    let mut kept = last_content(files);
    let mut unmatched: Vec<String> = kept.iter().map(|row| row.body.clone()).collect();
    for row in logged {
        match unmatched.iter().position(|body| *body == row.body) {
            Some(at) => drop(unmatched.swap_remove(at)),
            None => kept.push(row),
        }
    }
    kept
}

fn parse<T: DeserializeOwned>(body: &str, kind: Kind) -> Result<T, StoreError> {
    serde_json::from_str(body).map_err(|_| damaged(kind))
}

fn damaged(kind: Kind) -> StoreError {
    StoreError::Damaged { what: "an entry of kind", id: kind.word().to_owned() }
}
