//! Documents as JSON text, on one line or indented.
//!
//! One kind of writer for both: the code that writes a document is compiled for each kind of writer, and was a tenth of the shell's.

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};
use std::io::{Result, Write};

/// A document on one line.
pub fn on_one_line(document: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    written(document, Layout::OneLine(CompactFormatter))
}

/// A document indented by two spaces.
pub fn indented(document: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    written(document, Layout::Indented(PrettyFormatter::new()))
}

fn written(document: &impl Serialize, layout: Layout) -> serde_json::Result<Vec<u8>> {
    let mut text = Vec::with_capacity(4096);
    document.serialize(&mut Serializer::with_formatter(&mut text, layout))?;
    Ok(text)
}

enum Layout {
    OneLine(CompactFormatter),
    Indented(PrettyFormatter<'static>),
}

/// Hands every event on to the one that is chosen.
macro_rules! handed_on {
    ($($event:ident ( $($flag:ident)? )),+ $(,)?) => {
        $(fn $event<W: ?Sized + Write>(&mut self, writer: &mut W $(, $flag: bool)?) -> Result<()> {
            match self {
                Self::OneLine(layout) => layout.$event(writer $(, $flag)?),
                Self::Indented(layout) => layout.$event(writer $(, $flag)?),
            }
        })+
    };
}

impl Formatter for Layout {
    handed_on! {
        begin_array(), end_array(), begin_array_value(is_first), end_array_value(),
        begin_object(), end_object(), begin_object_key(is_first), begin_object_value(), end_object_value(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn both_layouts_are_those_of_the_library() {
        let document = json!({ "a": [1, 2.5, "x\n"], "b": {}, "c": [], "d": { "e": null, "f": [[true]] } });
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        assert_eq!(text(on_one_line(&document).unwrap()), serde_json::to_string(&document).unwrap());
        assert_eq!(text(indented(&document).unwrap()), serde_json::to_string_pretty(&document).unwrap());
    }
}
