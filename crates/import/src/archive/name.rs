//! Names of members. Nothing is ever written under them, but they are shown and kept.

/// Whether a member's path stays inside the archive: relative, without steps upwards.
pub(super) fn is_inside(name: &str) -> bool {
    let is_absolute = name.starts_with(['/', '\\']) || name.get(1..2) == Some(":");
    let has_upward = name.split(['/', '\\']).any(|part| part == "..");
    !name.is_empty() && !is_absolute && !has_upward && !name.contains('\0')
}

/// The last part of a path, in lower case.
pub(super) fn file_name(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_leave() {
        for name in ["../a.fit", "a/../../b.fit", "/etc/passwd", "\\a", "C:\\a.fit", "a\\..\\b", "", "a\0b"] {
            assert!(!is_inside(name), "{name}");
        }
        for name in ["a.fit", "activities/1..2.fit", "a/b/c.gpx", "..a/b"] {
            assert!(is_inside(name), "{name}");
        }
    }
}
