//! A bar of blocks.

/// Eighths of a block.
const EIGHTHS: [char; 8] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// `value` of `most` as a bar of at most `columns`.
pub fn bar(value: f64, most: f64, columns: u32) -> String {
    if value <= 0.0 || most <= 0.0 {
        return String::new();
    }
    let eighths =
        format!("{:.0}", value / most * f64::from(columns) * 8.0).parse::<usize>().unwrap_or(0).max(1);
    let mut bar = "█".repeat(eighths / 8);
    if let Some(part) = EIGHTHS.get(eighths % 8).filter(|part| **part != ' ') {
        bar.push(*part);
    }
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_fills_the_room_and_little_is_not_nothing() {
        assert_eq!(bar(10.0, 10.0, 4), "████");
        assert_eq!(bar(5.0, 10.0, 3), "█▌");
        assert_eq!(bar(0.01, 10.0, 4), "▏");
        assert_eq!(bar(0.0, 10.0, 4), "");
    }
}
