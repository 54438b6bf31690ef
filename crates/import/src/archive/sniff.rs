//! Whether a member may be ours, from its first bytes; tables and the profile also from their names.

use super::name::file_name;
use crate::logs::is_log_header;

/// Bytes looked at.
pub(super) const HEAD_BYTES: u64 = 4_096;

/// Whether the bytes begin a ZIP archive.
#[must_use]
pub fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// Whether the bytes begin a gzip stream.
#[must_use]
pub fn is_gzip(head: &[u8]) -> bool {
    head.starts_with(&[0x1F, 0x8B])
}

/// Pictures, pages, other tables and what operating systems add are not ours.
pub(super) fn is_ours(name: &str, head: &[u8]) -> bool {
    let file = file_name(name);
    if file.starts_with('.') || name.starts_with("__MACOSX/") {
        return false;
    }
    let ends = |extension: &str| file.ends_with(extension);
    if is_gzip(head) {
        return [".fit.gz", ".tcx.gz", ".gpx.gz", ".csv.gz"].iter().any(|extension| ends(extension))
            || ends(".gz");
    }
    if head.get(8..12) == Some(b".FIT") {
        return true;
    }
    let has = |mark: &[u8]| head.windows(mark.len()).any(|window| window == mark);
    if has(b"<gpx") || has(b":gpx ") || has(b"TrainingCenterDatabase") {
        return true;
    }
    // A broken activity file is worth a word; a broken page is not.
    if [".fit", ".tcx", ".gpx"].iter().any(|extension| ends(extension)) {
        return true;
    }
    file == "activities.csv" || file == "profile.toml" || (ends(".csv") && is_log_header(head))
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
