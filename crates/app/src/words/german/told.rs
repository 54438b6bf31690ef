//! Zeilen der Leser, der Datenbank und der Formulare auf Deutsch: Muster mit Lücken, wie sie auf Englisch gesagt werden.
//!
//! Pure crates say what is wrong in one English line, which the command, the API and the log keep. A page says it again in its
//! own language. A test holds every line of the gallery of errors and of the readers' own texts against this table.

mod files;
mod forms;

/// What a hole takes: `{}` as it stands, `{>}` said in German itself.
const HOLES: [&str; 2] = ["{}", "{>}"];

/// As deep as lines stand in lines: file in archive, line, column, what, what became of it.
const DEPTH: u8 = 8;

/// The line in German; `None` when it is not known.
#[must_use]
pub fn line(english: &str) -> Option<String> {
    within(english, DEPTH)
}

fn within(english: &str, depth: u8) -> Option<String> {
    let depth = depth.checked_sub(1)?;
    let tables = [ENDS, files::LINES, forms::LINES, PLACES];
    tables.into_iter().flatten().find_map(|(pattern, german)| {
        let found = matched(pattern, english)?;
        let mut said = (*german).to_owned();
        for (at, (hole, text)) in found.iter().enumerate() {
            let text = match *hole == HOLES[1] {
                true => within(text, depth)?,
                false if is_number(text) && !german.contains(&format!("`{{{}}}`", at + 1)) => {
                    text.replace('.', ",")
                }
                false => (*text).to_owned(),
            };
            said = said.replace(&format!("{{{}}}", at + 1), &text);
        }
        Some(said)
    })
}

/// A number that we say; one that was given stands between backticks as it was given.
fn is_number(text: &str) -> bool {
    text.parse::<f64>().is_ok()
}

/// What became of it, after what it is; tried first, so that no list before it takes it in.
const ENDS: &[(&str, &str)] = &[
    ("{>}, the row was left out", "{1}; die Zeile wurde ausgelassen"),
    ("{>}, left out", "{1}; ausgelassen"),
    ("{>}, what came before was kept", "{1}; was davor stand, ist übernommen"),
    ("{>} (and {} more like it)", "{1} (und {2} weitere dieser Art)"),
];

/// Where something is, before what it is; tried last.
const PLACES: &[(&str, &str)] = &[
    ("line {}, column {}: {>}", "Zeile {1}, Spalte {2}: {3}"),
    ("line {}: {>}", "Zeile {1}: {2}"),
    ("byte {}: {>}", "Byte {1}: {2}"),
    ("key {}: {>}", "Schlüssel {1}: {2}"),
    ("refused: {>}", "abgelehnt: {1}"),
    ("{}: {>}", "{1}: {2}"),
];

/// What stands in the holes of a pattern that fits the whole text.
fn matched<'p, 't>(pattern: &'p str, text: &'t str) -> Option<Vec<(&'p str, &'t str)>> {
    let next_hole = |rest: &'p str| {
        let holes = HOLES.iter().filter_map(|hole| Some((rest.find(hole)?, hole.len())));
        let (at, length) = holes.min()?;
        Some((rest.get(..at)?, rest.get(at..at + length)?, rest.get(at + length..)?))
    };
    let Some((before, hole, after)) = next_hole(pattern) else {
        return (pattern == text).then(Vec::new);
    };
    let text = text.strip_prefix(before)?;
    let literal = next_hole(after).map_or(after, |(literal, ..)| literal);
    let ends: Vec<usize> = if literal.is_empty() {
        vec![text.len()]
    } else {
        text.match_indices(literal).map(|(at, _)| at).collect()
    };
    ends.into_iter().find_map(|end| {
        let (inside, rest) = (text.get(..end)?, text.get(end..)?);
        let more = matched(after, rest)?;
        (!inside.is_empty()).then(|| std::iter::once((hole, inside)).chain(more).collect())
    })
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn lines_stand_in_lines() {
        for (english, german) in [
            (
                "line 3, column side: `middle` is not one of left, right, the row was left out",
                "Zeile 3, Spalte side: `middle` ist keines von left, right; die Zeile wurde ausgelassen",
            ),
            (
                "run.gpx: the member is damaged, what precedes the break was read",
                "run.gpx: Die Datei im Archiv ist beschädigt; gelesen ist, was vor dem Bruch steht.",
            ),
            (
                "refused: the member unpacks to more than 250 times its size",
                "abgelehnt: Eine Datei im Archiv entpackt sich auf mehr als das 250-Fache ihrer Größe.",
            ),
            (
                "pain_morning: `11` is not a whole number between 0 and 10",
                "pain_morning: `11` ist keine ganze Zahl von 0 bis 10",
            ),
            (
                "key height_m: `1.2.3` is not a number between 1 and 2.5, left out",
                "Schlüssel height_m: `1.2.3` ist keine Zahl von 1 bis 2,5; ausgelassen",
            ),
        ] {
            assert_eq!(line(english).as_deref(), Some(german));
        }
        assert_eq!(line("nobody says this"), None);
    }

    #[test]
    fn no_pattern_is_shadowed_by_an_earlier_one() {
        let all: Vec<&str> = files::LINES.iter().chain(forms::LINES).map(|(pattern, _)| *pattern).collect();
        for (at, pattern) in all.iter().enumerate() {
            let plain = pattern.replace("{>}", "{}").replace("{}", "7");
            let first = all.iter().position(|other| matched(other, &plain).is_some());
            assert_eq!(first, Some(at), "`{pattern}` is never reached");
        }
    }

    #[test]
    fn every_hole_of_a_pattern_is_filled_or_left_out_on_purpose() {
        for (pattern, german) in files::LINES.iter().chain(forms::LINES).chain(ENDS).chain(PLACES) {
            let holes = pattern.matches("{}").count() + pattern.matches("{>}").count();
            for at in 1..=9 {
                assert!(at <= holes || !german.contains(&format!("{{{at}}}")), "{german}");
            }
        }
    }

    /// The gallery of errors holds what the command says of files, one message a case.
    #[test]
    fn every_line_of_the_gallery_about_a_file_is_said_in_german() {
        let gallery = include_str!("../../../../../docs/errors.md");
        let (mut left, mut said) = (Vec::new(), 0);
        for case in gallery.split("\n## ").filter(|case| case.starts_with("import ")) {
            for told in case.lines() {
                let told = match told.strip_prefix("kneewise: ") {
                    Some(whole) => whole.split_once(" cannot be used: ").map(|(_, reason)| reason),
                    None => {
                        told.strip_prefix("    ").and_then(|note| note.split_once(": ")).map(|(_, what)| what)
                    }
                };
                let Some(told) = told else { continue };
                said += 1;
                if line(told).is_none() {
                    left.push(told.to_owned());
                }
            }
        }
        assert!(said > 40, "{said} lines read");
        assert!(left.is_empty(), "{}", left.join("\n"));
    }
}
