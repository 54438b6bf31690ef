//! The body of an entry sent to the API: a flat JSON object of columns and values.
//!
//! A page of another site cannot send it: JSON needs a permission that no answer here gives.

use super::trouble::{Kind, Trouble};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use serde_json::{Map, Value};

/// Columns and values as they were sent; numbers and truth values as text.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The names that were sent.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Names with values.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    fn of(object: Map<String, Value>) -> Result<Self, Trouble> {
        let mut fields = Vec::new();
        for (name, value) in object {
            match value {
                Value::Array(values) => {
                    for value in values {
                        fields.push((name.clone(), plain(&name, value)?));
                    }
                }
                value => fields.push((name.clone(), plain(&name, value)?)),
            }
        }
        Ok(Self(fields))
    }
}

/// One value as a log writes it.
fn plain(name: &str, value: Value) -> Result<String, Trouble> {
    Ok(match value {
        Value::Null => String::new(),
        Value::Bool(is_so) => u8::from(is_so).to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text,
        Value::Array(_) | Value::Object(_) => {
            return Err(Trouble::invalid(format!("{name}: give a text, a number, or a list of them")));
        }
    })
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Trouble;

    async fn from_request(request: Request, state: &S) -> Result<Self, Trouble> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/json") {
            return Err(Trouble::new(Kind::WrongContent, "send JSON: application/json"));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(super::form::broken)?;
        let object: Map<String, Value> = serde_json::from_slice(&bytes)
            .map_err(|error| Trouble::invalid(format!("this is not a JSON object: {error}")))?;
        Self::of(object)
    }
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn values_are_read_as_a_log_writes_them() {
        let object = serde_json::json!({"side": "left", "pain_during_max": 4, "limp": true, "note": null, "regions": ["A", "B"]});
        let fields = Fields::of(object.as_object().unwrap().clone()).unwrap();
        let pairs: Vec<_> = fields.pairs().collect();
        assert!(pairs.contains(&("pain_during_max", "4")) && pairs.contains(&("limp", "1")));
        assert_eq!(pairs.iter().filter(|(name, _)| *name == "regions").count(), 2);
        assert!(Fields::of(serde_json::json!({"a": {}}).as_object().unwrap().clone()).is_err());
    }
}
