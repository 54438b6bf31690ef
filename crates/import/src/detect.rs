//! What bytes are, from the bytes themselves: names lie.

/// A kind of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Fit,
    Tcx,
    Gpx,
    /// Rows of text: one of the CSV logs or the big platform's `activities.csv`.
    Table,
    /// `profile.toml`.
    Profile,
    Zip,
    Gzip,
    /// None of these; in words what it looks like instead.
    Unknown {
        what: &'static str,
    },
}

/// How far the root element of an XML document is looked for.
const HEAD: usize = 4096;

/// Beginnings of files that people drop in by mistake.
const OTHERS: [(&[u8], &str); 7] = [
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive, unpack it first"),
    (b"Rar!", "a RAR archive, unpack it first"),
];

/// Keys of which a profile has at least one.
const PROFILE_KEYS: [&str; 14] = [
    "sex",
    "birth_year",
    "height_m",
    "mass_kg",
    "running_since",
    "previous_knee_injury",
    "max_heart_rate_bpm",
    "resting_heart_rate_bpm",
    "threshold_heart_rate_bpm",
    "threshold_speed_mps",
    "foot_strike",
    "equipment",
    "units",
    "time_zone",
];

/// Looks at the first bytes.
#[must_use]
pub fn detect(bytes: &[u8]) -> Format {
    if bytes.is_empty() {
        return Format::Unknown { what: "an empty file, copy it again from where it came" };
    }
    if bytes.get(8..12) == Some(b".FIT") {
        return Format::Fit;
    }
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Format::Gzip;
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Format::Zip;
    }
    if let Some((_, what)) = OTHERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Format::Unknown { what };
    }
    of_text(&head(bytes))
}

/// The beginning as text; zero bytes of UTF-16 fall away, which is enough to tell what it is.
fn head(bytes: &[u8]) -> String {
    let bytes: Vec<u8> = bytes.iter().take(HEAD).copied().filter(|byte| *byte != 0).collect();
    let text = String::from_utf8_lossy(&bytes);
    text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{fffd}').to_owned()
}

fn of_text(text: &str) -> Format {
    if text.starts_with('<') {
        return of_markup(text);
    }
    if text.starts_with('{') || text.starts_with("[{") {
        return Format::Unknown { what: "a JSON file" };
    }
    if text.chars().any(|c| c.is_control() && !c.is_whitespace()) {
        return Format::Unknown { what: "a file of no known format" };
    }
    if text.lines().any(is_profile_line) {
        return Format::Profile;
    }
    let first = text.lines().next().unwrap_or_default();
    if first.contains([',', ';', '\t']) || first.trim() == "date" {
        return Format::Table;
    }
    Format::Unknown { what: "a text of no known format: the first line of a log names its columns" }
}

fn of_markup(text: &str) -> Format {
    let root = text.split('<').skip(1).find(|tag| !tag.starts_with(['?', '!'])).unwrap_or_default();
    let name = root.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default();
    match name.rsplit(':').next().unwrap_or_default().to_lowercase().as_str() {
        "gpx" => Format::Gpx,
        "trainingcenterdatabase" => Format::Tcx,
        "kml" => Format::Unknown { what: "a KML file, which holds a map and no heart rate or cadence" },
        "html" => Format::Unknown { what: "a web page, no download: log in there and save the file again" },
        _ => Format::Unknown { what: "an XML file of no known kind" },
    }
}

fn is_profile_line(line: &str) -> bool {
    let line = line.trim_start();
    let key = line.trim_start_matches('[').split(['=', ' ', ']']).next().unwrap_or_default();
    (line.contains('=') || line.starts_with("[[")) && PROFILE_KEYS.contains(&key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_told_from_its_first_bytes() {
        let cases: [(&[u8], Format); 12] = [
            (b"\x0e\x10\x43\x08\x00\x00\x00\x00.FIT\x00\x00", Format::Fit),
            (b"\x1f\x8b\x08\x00", Format::Gzip),
            (b"PK\x03\x04\x14\x00", Format::Zip),
            (b"<?xml version=\"1.0\"?>\n<!-- made by hand --><gpx version=\"1.1\">", Format::Gpx),
            (b"\xef\xbb\xbf  <ns3:gpx xmlns:ns3=\"x\">", Format::Gpx),
            (b"          <?xml version=\"1.0\"?><TrainingCenterDatabase>", Format::Tcx),
            (b"date,side,pain_morning\n", Format::Table),
            (b"\xef\xbb\xbfAktivit\xc3\xa4ts-ID,Aktivit\xc3\xa4tsdatum\n", Format::Table),
            (b"# me\nsex = \"female\"\n", Format::Profile),
            (b"[[previous_knee_injury]]\nside = \"left\"\n", Format::Profile),
            (b"", Format::Unknown { what: "an empty file, copy it again from where it came" }),
            (b"%PDF-1.4", Format::Unknown { what: "a PDF document" }),
        ];
        for (bytes, format) in cases {
            assert_eq!(detect(bytes), format, "{:?}", String::from_utf8_lossy(bytes));
        }
    }
}
