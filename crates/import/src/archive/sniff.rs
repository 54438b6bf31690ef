//! Whether a member may be ours, from its first bytes; tables and the profile also from their names.

use super::name::file_name;
use crate::detect::{Format, detect};
use crate::logs::is_log_header;

/// Bytes looked at.
pub(super) const HEAD_BYTES: u64 = 4_096;

/// Whether the bytes begin a ZIP archive.
#[must_use]
pub fn is_zip(head: &[u8]) -> bool {
    detect(head) == Format::Zip
}

/// Pictures, pages, other tables and what operating systems add are not ours.
pub(super) fn is_ours(name: &str, head: &[u8]) -> bool {
    let file = file_name(name);
    if file.starts_with('.') || name.starts_with("__MACOSX/") {
        return false;
    }
    let ends = |extension: &str| file.ends_with(extension);
    match detect(head) {
        Format::Fit | Format::Tcx | Format::Gpx => true,
        Format::Gzip => ends(".gz"),
        Format::Profile => file == "profile.toml",
        _ if ends(".csv") => file == "activities.csv" || is_log_header(head),
        // A broken activity file is worth a word; a broken page is not.
        _ => [".fit", ".tcx", ".gpx"].iter().any(|extension| ends(extension)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_content_and_name() {
        assert!(is_ours("x/1", b"\x0e\x10\x64\x00\x00\x00\x00\x00.FIT\x00\x00"));
        assert!(is_ours("x.xml", b"<?xml version=\"1.0\"?>\n<gpx version=\"1.1\">"));
        assert!(is_ours("activities/1.fit.gz", &[0x1F, 0x8B, 8, 0]));
        assert!(is_ours("export/activities.csv", b"Activity ID,"));
        assert!(is_ours("diary.csv", b"date,side,pain_before\n"));
        assert!(is_ours("profile.toml", b"sex = \"female\""));
        assert!(!is_ours("shoes.csv", b"Shoe Name,Shoe Brand,Shoe Model\n"));
        assert!(!is_ours("photo.jpg", b"\xFF\xD8\xFF\xE0"));
        assert!(!is_ours("page.html", b"<html>"));
        assert!(!is_ours("summary.json", b"[{}]"));
        assert!(!is_ours("__MACOSX/._1.fit", b"\x00\x05\x16\x07"));
    }
}
