//! The data as a whole: out as files or a backup, back in, and gone.

use crate::cli::{io_reason, write_export};
use crate::web::asked::Asked;
use crate::web::download::download;
use crate::web::form::Signed;
use crate::web::importer::private_folder;
use crate::web::page::see;
use crate::web::server::{Desk, Server};
use crate::web::trouble::{Kind, Trouble};
use crate::web::upload;
use crate::words::pages::settings::Settings as Texts;
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::response::Response;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;

/// Entries in an archive are dated so, not with the day of the export: equal data give equal archives.
const COMPRESSION: i64 = 1;

/// `GET /settings/kneewise.zip`: everything, as `kneewise export` writes it.
pub async fn export(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    let file = server.read(asked, archive).await?;
    download(file, "kneewise.zip", "application/zip")
}

fn archive(desk: &mut Desk<'_>) -> Result<File, Trouble> {
    let place = private_folder(desk.server.database()).map_err(|error| unwritable(&error))?;
    let folder = place.path().join("kneewise");
    std::fs::create_dir(&folder).map_err(|error| unwritable(&error))?;
    write_export(desk.store, &folder).map_err(|failure| Trouble::new(Kind::Failed, failure.to_string()))?;
    let target = place.path().join("kneewise.zip");
    zipped(&folder, &target).map_err(|error| unwritable(&error))?;
    // The folder goes when this ends; an open file can be read to its end.
    opened(&target).map_err(|error| unwritable(&error))
}

#[expect(clippy::disallowed_methods, reason = "only the app touches the disk")]
fn opened(path: &Path) -> std::io::Result<File> {
    File::open(path)
}

/// Every file of a folder, in one order.
fn zipped(folder: &Path, target: &Path) -> std::io::Result<()> {
    let mut archive = zip::ZipWriter::new(std::io::BufWriter::new(File::create(target)?));
    let options = SimpleFileOptions::default().compression_level(Some(COMPRESSION)).large_file(false);
    for path in files_below(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        archive.start_file(name, options)?;
        std::io::copy(&mut opened(&path)?, &mut archive)?;
    }
    archive.finish()?.flush()
}

fn files_below(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// `GET /settings/kneewise-backup.db`
pub async fn backup(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    let file = server
        .read(asked, |desk| {
            let place = private_folder(desk.server.database()).map_err(|error| unwritable(&error))?;
            let target = place.path().join("kneewise-backup.db");
            desk.store.backup(&target)?;
            opened(&target).map_err(|error| unwritable(&error))
        })
        .await?;
    download(file, "kneewise-backup.db", "application/vnd.sqlite3")
}

/// `POST /settings/restore`: a backup takes the place of everything.
pub async fn restore(
    State(server): State<Server>,
    asked: Asked,
    request: Request,
) -> Result<Response, Trouble> {
    let (parts, body) = request.into_parts();
    upload::fits(&parts)?;
    let form = Multipart::from_request(Request::from_parts(parts.clone(), body), &server)
        .await
        .map_err(|_| Trouble::invalid("send a form with a backup file"))?;
    let place = private_folder(server.database()).map_err(|error| unwritable(&error))?;
    let folder = place.path().to_path_buf();
    let taken = upload::take(form, &parts, server.guard(), |_| Ok(folder.clone())).await?;
    server
        .change(asked, move |desk| {
            is_typed(taken.confirm.as_deref(), Texts.restore_word())?;
            let files = files_below(place.path()).map_err(|error| unwritable(&error))?;
            let [file] = files.as_slice() else { return Err(Trouble::invalid(Texts.no_file())) };
            // The reason names the file as it was kept here for a moment; the person knows it by another name.
            desk.store.restore(file).map_err(|error| {
                let shown = file.display().to_string();
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                Trouble::invalid(error.to_string().replace(&shown, &name))
            })?;
            Ok(see("/settings?done=restored#done"))
        })
        .await
}

/// `POST /settings/erase`
pub async fn erase(State(server): State<Server>, asked: Asked, fields: Signed) -> Result<Response, Trouble> {
    server
        .change(asked, move |desk| {
            is_typed(fields.text("confirm"), Texts.erase_word())?;
            desk.store.erase()?;
            Ok(see("/settings?done=erased#done"))
        })
        .await
}

/// What cannot be undone is typed first.
fn is_typed(told: Option<&str>, word: &str) -> Result<(), Trouble> {
    match told {
        Some(told) if told.trim().eq_ignore_ascii_case(word) => Ok(()),
        _ => Err(Trouble::invalid(Texts.not_typed(word))),
    }
}

fn unwritable(error: &std::io::Error) -> Trouble {
    Trouble::new(Kind::Failed, format!("cannot write a file for the download: {}", io_reason(error)))
}
