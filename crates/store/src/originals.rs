//! Original files, kept as they came, and the names of those that held nothing usable.

use crate::database::{Row, Value};
use crate::error::StoreError;
use crate::store::{Store, Writing};
use std::collections::{BTreeMap, HashSet};

/// First byte of what is kept: how the rest is packed. Another codec gets another number.
const SNAPPY: u8 = 1;

/// One kept file, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// SHA-256 of the bytes, hexadecimal.
    pub content: String,
    /// The name it was first seen under.
    pub path: String,
    pub size_bytes: u64,
}

/// One file that held nothing usable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// SHA-256 of the bytes, hexadecimal.
    pub content: String,
    /// The name it was first seen under.
    pub path: String,
    pub size_bytes: u64,
    /// Why, in words.
    pub reason: String,
}

/// A file ready to be kept. Packing takes time and needs no database: do it where files are read.
#[derive(Clone, PartialEq, Eq)]
pub struct PackedOriginal {
    original: Original,
    packed: Vec<u8>,
}

impl std::fmt::Debug for PackedOriginal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PackedOriginal").field("original", &self.original).finish_non_exhaustive()
    }
}

impl PackedOriginal {
    /// Compresses `bytes`, whose SHA-256 is `content`.
    pub fn new(content: &str, path: &str, bytes: &[u8]) -> Result<Self, StoreError> {
        let snappy = snap::raw::Encoder::new()
            .compress_vec(bytes)
            .map_err(|error| StoreError::Database(format!("cannot compress a file: {error}")))?;
        let mut packed = Vec::with_capacity(snappy.len() + 1);
        packed.push(SNAPPY);
        packed.extend_from_slice(&snappy);
        let size_bytes = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(Self {
            original: Original { content: content.to_owned(), path: path.to_owned(), size_bytes },
            packed,
        })
    }

    /// How many bytes it takes in the database.
    #[must_use]
    pub fn packed_bytes(&self) -> usize {
        self.packed.len()
    }
}

impl Store {
    /// Every content ever met, usable or not: what an import need not read again.
    pub fn known_contents(&self) -> Result<HashSet<String>, StoreError> {
        let query = "SELECT content FROM original WHERE runner = $1";
        let found = self.database.query(query, &[self.runner()], |row| row.text(0))?;
        Ok(found.into_iter().collect())
    }

    /// Kept files, by content.
    pub fn list_originals(&self) -> Result<Vec<Original>, StoreError> {
        let query = "SELECT content, path, size_bytes FROM original WHERE runner = $1 AND unusable IS NULL";
        let mut found = self.database.query(query, &[self.runner()], read_original)?;
        found.sort_by(|a, b| a.content.cmp(&b.content));
        Ok(found)
    }

    /// The bytes of one kept file, exactly as they came; `None` when it is not kept.
    pub fn get_original(&self, content: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let query = "SELECT b.packed, o.size_bytes FROM original_bytes b
                     JOIN original o ON o.runner = b.runner AND o.content = b.content
                     WHERE b.runner = $1 AND b.content = $2";
        let found = self.database.query_one(query, &[self.runner(), Value::Text(content)], |row| {
            Ok((row.bytes(0)?, row.int(1)?))
        })?;
        let Some((packed, size_bytes)) = found else { return Ok(None) };
        let damaged = || StoreError::Damaged { what: "original file", id: content.to_owned() };
        let size = usize::try_from(size_bytes).map_err(|_| damaged())?;
        let snappy = packed.strip_prefix(&[SNAPPY]).ok_or_else(damaged)?;
        // A damaged length must not reserve memory before anything is read.
        if snap::raw::decompress_len(snappy).ok() != Some(size) {
            return Err(damaged());
        }
        let bytes = snap::raw::Decoder::new().decompress_vec(snappy).map_err(|_| damaged())?;
        if bytes.len() == size { Ok(Some(bytes)) } else { Err(damaged()) }
    }

    /// Files that held nothing usable, by content.
    pub fn list_unusable(&self) -> Result<Vec<Unusable>, StoreError> {
        let query = "SELECT content, path, size_bytes, unusable FROM original WHERE runner = $1 AND unusable IS NOT NULL";
        let mut found = self.database.query(query, &[self.runner()], |row| {
            let Original { content, path, size_bytes } = read_original(row)?;
            Ok(Unusable { content, path, size_bytes, reason: row.text(3)? })
        })?;
        found.sort_by(|a, b| a.content.cmp(&b.content));
        Ok(found)
    }
}

fn read_original(row: &Row<'_>) -> Result<Original, StoreError> {
    let size_bytes = u64::try_from(row.int(2)?).unwrap_or_default();
    Ok(Original { content: row.text(0)?, path: row.text(1)?, size_bytes })
}

impl Writing<'_> {
    /// Which of these contents were met before, by this process or another.
    pub fn known_of(&self, contents: &[&str]) -> Result<HashSet<String>, StoreError> {
        let query = "SELECT content FROM original WHERE runner = $1 AND content IN";
        let keys: Vec<Value<'_>> = contents.iter().map(|content| Value::Text(content)).collect();
        let found = self.database().query_keys(query, &[self.runner()], &keys, |row| row.text(0))?;
        Ok(found.into_iter().collect())
    }

    /// Whether this content was met before, by this process or another.
    pub fn is_known(&self, content: &str) -> Result<bool, StoreError> {
        Ok(!self.known_of(&[content])?.is_empty())
    }

    /// Keeps a file. Of two names of the same content the smaller stays, so that order changes nothing.
    pub fn keep_original(&self, file: &PackedOriginal) -> Result<(), StoreError> {
        self.keep_originals(&[file])
    }

    /// Keeps files, as [`Self::keep_original`] does.
    pub fn keep_originals(&self, files: &[&PackedOriginal]) -> Result<(), StoreError> {
        // One statement must not meet a content twice.
        let mut names: BTreeMap<&str, &Original> = BTreeMap::new();
        for PackedOriginal { original, .. } in files {
            let smaller = names.entry(&original.content).or_insert(original);
            if original.path < smaller.path {
                *smaller = original;
            }
        }
        let names = names
            .into_values()
            .map(|Original { content, path, size_bytes }| self.name_row(content, path, *size_bytes, None));
        self.keep_names(&names.collect::<Vec<_>>())?;
        let rows: Vec<Vec<Value<'_>>> = files
            .iter()
            .map(|file| vec![self.runner(), Value::Text(&file.original.content), Value::Bytes(&file.packed)])
            .collect();
        let conflict = "ON CONFLICT (runner, content) DO NOTHING";
        self.database().insert("original_bytes (runner, content, packed)", &rows, conflict)
    }

    /// Remembers a file that held nothing usable, so that the next import need not read it.
    pub fn keep_unusable(&self, file: &Unusable) -> Result<(), StoreError> {
        self.keep_names(&[self.name_row(&file.content, &file.path, file.size_bytes, Some(&file.reason))])
    }

    fn name_row<'v>(
        &self,
        content: &'v str,
        path: &'v str,
        size_bytes: u64,
        unusable: Option<&'v str>,
    ) -> Vec<Value<'v>> {
        let size_bytes = Value::Int(i64::try_from(size_bytes).unwrap_or(i64::MAX));
        vec![self.runner(), Value::Text(content), Value::Text(path), size_bytes, Value::text(unusable)]
    }

    fn keep_names(&self, rows: &[Vec<Value<'_>>]) -> Result<(), StoreError> {
        self.database().insert(
            "original (runner, content, path, size_bytes, unusable)",
            rows,
            "ON CONFLICT (runner, content) DO UPDATE
             SET path = CASE WHEN excluded.path < original.path THEN excluded.path ELSE original.path END",
        )
    }
}
