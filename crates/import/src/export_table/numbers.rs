//! Numbers as the account's language writes them.

/// Reads `8549.8`, `8,55`, `1.234,5`, `1,234.5` and `1 234,5`. With both signs the last is the decimal one; a
/// comma alone is decimal unless exactly three digits follow, as no column for display has three decimals.
pub(super) fn read(cell: &str) -> Option<f64> {
    let plain: String =
        cell.chars().filter(|c| !c.is_whitespace() && *c != '\u{202f}' && *c != '\'').collect();
    let text = match (plain.rfind('.'), plain.rfind(',')) {
        (Some(point), Some(comma)) if comma > point => plain.replace('.', "").replace(',', "."),
        (Some(_), Some(_)) => plain.replace(',', ""),
        (None, Some(comma)) if plain.len() - comma == 4 => plain.replace(',', ""),
        (None, Some(_)) => plain.replacen(',', ".", 1),
        _ => plain,
    };
    text.parse::<f64>().ok().filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_habit_of_writing() {
        let cases = [
            ("8549.75", Some(8549.75)),
            ("8,55", Some(8.55)),
            ("1.234,5", Some(1234.5)),
            ("1,234.5", Some(1234.5)),
            ("1\u{202f}234,5", Some(1234.5)),
            ("1,234", Some(1234.0)),
            ("-1.8", Some(-1.8)),
            ("true", None),
            ("inf", None),
        ];
        for (cell, value) in cases {
            assert_eq!(read(cell), value, "{cell}");
        }
    }
}
