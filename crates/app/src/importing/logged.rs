//! Lines logged by hand are kept as small files, so that an export holds them and an import gives them back.
//!
//! The first line says when: `# kneewise log 2026-03-01T07:00:00Z`. It makes two equal lines two contents.

use kneewise_types::Timestamp;

const MARK: &str = "# kneewise log ";

/// The bytes under which a log line is kept.
#[must_use]
pub fn stamp(at: Timestamp, text: &str) -> Vec<u8> {
    format!("{MARK}{at}\n{text}").into_bytes()
}

/// When it was logged, and what, if these bytes are a log line.
pub fn unstamp(bytes: &[u8]) -> Option<(Timestamp, &[u8])> {
    let rest = bytes.strip_prefix(MARK.as_bytes())?;
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let at = std::str::from_utf8(rest.get(..end)?).ok()?.trim_end().parse().ok()?;
    Some((at, rest.get(end + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_line_reads_back_with_its_instant() {
        let at: Timestamp = "2026-03-01T07:00:00.25Z".parse().unwrap();
        let bytes = stamp(at, "date,side\n2026-03-01,left\n");
        assert_eq!(unstamp(&bytes), Some((at, b"date,side\n2026-03-01,left\n".as_slice())));
        assert_eq!(unstamp(b"date,side\n2026-03-01,left\n"), None);
    }
}
