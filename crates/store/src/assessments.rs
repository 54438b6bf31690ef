//! Answers already given, so that the same question over the same state need not be worked out again.

use crate::codec::day_number;
use crate::database::Value;
use crate::error::StoreError;
use crate::store::{Store, Writing};
use kneewise_types::Date;

/// What an answer depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessmentKey {
    pub as_of: Date,
    /// Version of the model that answered.
    pub model_version: String,
    /// Hash of everything the answer was made from.
    pub input_hash: String,
}

impl Store {
    /// The kept answer, as the JSON text that was kept.
    pub fn get_assessment(&self, key: &AssessmentKey) -> Result<Option<String>, StoreError> {
        let query = "SELECT body FROM assessment
                     WHERE runner = $1 AND as_of = $2 AND model_version = $3 AND input_hash = $4";
        let keys = [
            self.runner(),
            Value::Int(day_number(key.as_of)),
            Value::Text(&key.model_version),
            Value::Text(&key.input_hash),
        ];
        self.database.query_one(query, &keys, |row| row.text(0))
    }
}

impl Writing<'_> {
    /// Keeps an answer.
    pub fn keep_assessment(&self, key: &AssessmentKey, body: &str) -> Result<(), StoreError> {
        self.database().execute(
            "INSERT INTO assessment (runner, as_of, model_version, input_hash, body) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (runner, as_of, model_version, input_hash) DO UPDATE SET body = excluded.body",
            &[
                self.runner(),
                Value::Int(day_number(key.as_of)),
                Value::Text(&key.model_version),
                Value::Text(&key.input_hash),
                Value::Text(body),
            ],
        )?;
        Ok(())
    }
}
