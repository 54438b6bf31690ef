//! Which logs are editions of one file, so that an edited row replaces the earlier one.
//!
//! Two contents are editions of one file when they came under the same path, or under the same name (the number that
//! a browser adds to a copy set aside) with at least one row in common. Which is the later does not depend on the
//! order of imports: see `SessionFile::place`.

use kneewise_import::duplicates::{self, Edition};
use kneewise_store::{SessionFile, StoreError, Writing};
use kneewise_types::{Activity, SourceKind};
use std::collections::{BTreeMap, BTreeSet};

/// Rows of logs among the activities that a later edition replaced, each with the newest row of its outing.
pub fn replaced(writing: &Writing<'_>, activities: &[&Activity]) -> Result<Vec<(usize, usize)>, StoreError> {
    let here: BTreeSet<&str> = activities.iter().filter_map(|activity| log_content(activity)).collect();
    if here.len() < 2 {
        return Ok(Vec::new());
    }
    let mut files = writing.session_files()?;
    files.retain(|file| here.contains(file.content.as_str()));
    let editions = editions(&files, |a, b| writing.shares_session(a, b))?;
    Ok(duplicates::replaced(activities, |activity| editions.get(log_content(activity)?).copied()))
}

fn log_content(activity: &Activity) -> Option<&str> {
    match activity.sources.as_slice() {
        [only] if only.kind == SourceKind::Log => Some(&only.content),
        _ => None,
    }
}

/// The edition of each content; files are numbered from 1, lines logged by hand are 0.
fn editions<E>(
    files: &[SessionFile],
    shares_row: impl Fn(&str, &str) -> Result<bool, E>,
) -> Result<BTreeMap<&str, Edition>, E> {
    let mut paths: BTreeMap<&str, Vec<&SessionFile>> = BTreeMap::new();
    for file in files.iter().filter(|file| !file.is_logged) {
        paths.entry(&file.path).or_default().push(file);
    }
    let mut families: Vec<(String, Vec<&SessionFile>)> = Vec::new();
    for (path, members) in paths {
        let name = name(path);
        let mut family = members;
        let mut at = 0;
        while let Some((known, others)) = families.get(at) {
            if *known == name && share_row(&family, others, &shares_row)? {
                family.extend(families.remove(at).1);
            } else {
                at += 1;
            }
        }
        families.push((name, family));
    }
    let mut found = BTreeMap::new();
    for file in files.iter().filter(|file| file.is_logged) {
        found.insert(file.content.as_str(), Edition { file: 0, place: file.place, is_logged: true });
    }
    for (number, (_, family)) in (1..).zip(&families) {
        for file in family {
            let edition = Edition { file: number, place: file.place, is_logged: false };
            found.insert(file.content.as_str(), edition);
        }
    }
    Ok(found)
}

fn share_row<E>(
    some: &[&SessionFile],
    others: &[&SessionFile],
    shares_row: &impl Fn(&str, &str) -> Result<bool, E>,
) -> Result<bool, E> {
    for a in some {
        for b in others {
            if shares_row(&a.content, &b.content)? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// The last part of a path, in small letters, without the mark of a copy: `Sessions (2).csv` is `sessions.csv`.
fn name(path: &str) -> String {
    let last = path.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let last = last.strip_suffix(".gz").unwrap_or(&last);
    let (stem, ending) = last.rsplit_once('.').unwrap_or((last, ""));
    let plain = stem.strip_suffix(')').and_then(|stem| {
        let (before, number) = stem.rsplit_once('(')?;
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| before.trim_end())
    });
    format!("{}.{ending}", plain.unwrap_or(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(content: &str, path: &str, place: usize) -> SessionFile {
        SessionFile { content: content.to_owned(), path: path.to_owned(), place, is_logged: path == "log" }
    }

    /// Contents that are editions of one file, in the order of their contents.
    fn families(files: &[SessionFile], rows_in_common: &[(&str, &str)]) -> Vec<usize> {
        let shares = |a: &str, b: &str| {
            Ok::<bool, ()>(rows_in_common.contains(&(a, b)) || rows_in_common.contains(&(b, a)))
        };
        editions(files, shares).unwrap().values().map(|edition| edition.file).collect()
    }

    #[test]
    fn one_path_is_one_file() {
        let files = [file("a", "x/sessions.csv", 0), file("b", "x/sessions.csv", 1)];
        assert_eq!(families(&files, &[]), [1, 1]);
    }

    #[test]
    fn one_name_is_one_file_only_with_a_row_in_common() {
        let files = [file("a", "x/sessions.csv", 0), file("b", "Downloads/Sessions (1).csv", 1)];
        assert_eq!(families(&files, &[("a", "b")]), [1, 1]);
        let apart = families(&files, &[]);
        assert_ne!(apart[0], apart[1], "a log split into two folders is no edition of itself");
    }

    #[test]
    fn a_third_edition_joins_two_that_share_nothing() {
        let files = [file("a", "x/s.csv", 0), file("b", "y/s.csv", 1), file("c", "z/s.csv", 2)];
        assert_eq!(families(&files, &[("a", "c"), ("b", "c")]), [1, 1, 1]);
    }

    #[test]
    fn lines_logged_by_hand_stand_apart() {
        let files = [file("a", "log", 0), file("b", "log", 1), file("c", "log.csv", 2)];
        assert_eq!(families(&files, &[]), [0, 0, 1]);
    }

    #[test]
    fn the_mark_of_a_copy_is_set_aside() {
        for (path, plain) in [
            ("a/b/Sessions.csv", "sessions.csv"),
            ("sessions (12).csv", "sessions.csv"),
            ("C:\\x\\sessions(1).csv", "sessions.csv"),
            ("sessions.csv.gz", "sessions.csv"),
            ("runs (old).csv", "runs (old).csv"),
            ("noending", "noending."),
        ] {
            assert_eq!(name(path), plain, "{path}");
        }
    }
}
