//! Files as a form sends them, streamed to the disk piece by piece: memory does not grow with them.

use super::guard::Guard;
use super::trouble::{Kind, Trouble};
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::request::Parts;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Component, Path, PathBuf};

/// The most that one request may bring; what is larger is read by the command.
pub const LIMIT: u64 = 4 << 30;
/// Folders in folders, as deep as an export goes.
const DEPTH: usize = 8;
/// Letters of one name.
const LETTERS: usize = 100;

/// What came besides files.
#[derive(Debug, Default)]
pub struct Upload {
    /// The name under which more parts come.
    pub batch: Option<String>,
    /// Whether more parts come.
    pub has_more: bool,
    pub files: usize,
    /// What was typed to confirm.
    pub confirm: Option<String>,
}

/// A request that says itself that it is too large is refused before it is read.
pub fn fits(parts: &Parts) -> Result<(), Trouble> {
    let length = parts.headers.get(axum::http::header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    match length.and_then(|length| length.parse::<u64>().ok()) {
        Some(length) if length > LIMIT => Err(too_large()),
        _ => Ok(()),
    }
}

fn too_large() -> Trouble {
    let what = "that is more than 4 GB at once: import it with the command `kneewise import FILE`";
    Trouble::new(Kind::TooLarge, what)
}

/// Takes the fields in turn. Files are taken only after the token of our own page, in a header or in the first field.
pub async fn take(
    mut form: Multipart,
    parts: &Parts,
    guard: &Guard,
    folder_of: impl Fn(&str) -> std::io::Result<PathBuf>,
) -> Result<Upload, Trouble> {
    let header = parts.headers.get(super::form::TOKEN_HEADER).and_then(|value| value.to_str().ok());
    let mut is_ours = header.is_some_and(|token| guard.is_token(parts, token));
    let mut upload = Upload::default();
    while let Some(mut field) = form.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        match name.as_str() {
            super::form::TOKEN_FIELD => is_ours = is_ours || guard.is_token(parts, &short(field).await?),
            "batch" => upload.batch = Some(short(field).await?),
            "more" => upload.has_more = short(field).await? == "yes",
            "confirm" => upload.confirm = Some(short(field).await?),
            "files" if is_ours => {
                let Some(name) = safe_name(field.file_name().unwrap_or_default()) else { continue };
                let batch = upload.batch.get_or_insert_with(|| "form".to_owned());
                let folder = folder_of(batch).map_err(unwritable)?;
                write(&mut field, &folder, &name).await?;
                upload.files += 1;
            }
            _ => {}
        }
    }
    if is_ours {
        Ok(upload)
    } else {
        Err(Trouble::new(Kind::Refused, "the form is older than the program: open the page again"))
    }
}

/// A field that holds a word.
async fn short(mut field: Field<'_>) -> Result<String, Trouble> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(broken)? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > 512 {
            return Err(Trouble::invalid("a field is too long"));
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

async fn write(field: &mut Field<'_>, folder: &Path, name: &Path) -> Result<(), Trouble> {
    let mut coming = tokio::task::block_in_place(|| create(folder, name)).map_err(unwritable)?;
    while let Some(piece) = field.chunk().await.map_err(broken)? {
        tokio::task::block_in_place(|| coming.file.write_all(&piece)).map_err(unwritable)?;
    }
    coming.is_whole = true;
    Ok(())
}

/// A file that is being written; unless it is whole it goes when it is dropped, also when the sender went away.
struct Coming {
    file: File,
    path: PathBuf,
    is_whole: bool,
}

impl Drop for Coming {
    fn drop(&mut self) {
        if !self.is_whole {
            // What cannot be removed goes with its folder.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// A new file; one that is there already keeps its name.
fn create(folder: &Path, name: &Path) -> std::io::Result<Coming> {
    let path = folder.join(name);
    let parent = path.parent().unwrap_or(folder);
    std::fs::create_dir_all(parent)?;
    let last = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for number in 1..1000 {
        let path = if number == 1 { path.clone() } else { parent.join(format!("{number}-{last}")) };
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            other => return other.map(|file| Coming { file, path, is_whole: false }),
        }
    }
    Err(std::io::ErrorKind::AlreadyExists.into())
}

/// The name a file gets below its folder: never outside it. None for what systems add and nobody wants.
fn safe_name(told: &str) -> Option<PathBuf> {
    let told = told.replace('\\', "/");
    let names: Vec<String> = Path::new(&told)
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            _ => None,
        })
        .map(|name| name.chars().filter(|letter| !letter.is_control()).collect::<String>())
        .map(|name| name.chars().rev().take(LETTERS).collect::<String>().chars().rev().collect::<String>())
        .filter(|name| !name.is_empty() && name != "." && name != "..")
        .collect();
    if names.is_empty() || names.last().is_some_and(|name| name.starts_with('.')) {
        return None;
    }
    Some(names.iter().skip(names.len().saturating_sub(DEPTH)).collect())
}

fn broken(error: MultipartError) -> Trouble {
    if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        return too_large();
    }
    Trouble::invalid("what was sent broke off or is not a form with files")
}

fn unwritable(error: std::io::Error) -> Trouble {
    Trouble::new(Kind::Failed, format!("the files could not be kept: {}", crate::cli::io_reason(&error)))
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn a_name_never_leads_out_of_the_folder() {
        let name = |told: &str| safe_name(told).map(|path| path.display().to_string());
        assert_eq!(name("a/b.fit").as_deref(), Some("a/b.fit"));
        assert_eq!(name("../../etc/passwd").as_deref(), Some("etc/passwd"));
        assert_eq!(name("C:\\runs\\a.fit").as_deref(), Some("C:/runs/a.fit"));
        assert_eq!(name("/etc/passwd").as_deref(), Some("etc/passwd"));
        assert_eq!(name("a\u{0}\n.fit").as_deref(), Some("a.fit"));
        assert_eq!((name(""), name(".."), name("x/.DS_Store")), (None, None, None));
        assert!(name(&"x".repeat(5000)).unwrap().len() == LETTERS);
        assert_eq!(name(&"d/".repeat(50)).unwrap().len(), DEPTH * 2 - 1);
    }
}
