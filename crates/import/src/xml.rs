//! One walk through an XML document, element by element, with a bounded depth and no entities of its own.
//!
//! Both track formats are read through it. Names are compared without their namespace prefix, since every
//! program invents its own. Nothing is ever fetched or expanded: a document that declares entities is refused.

use crate::{ImportError, Note};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// Elements inside elements; the real formats need nine.
const MAX_DEPTH: usize = 64;
/// Characters kept of one element's text; a description longer than this is cut.
const MAX_TEXT: usize = 65_536;

/// Where in the document we are: local names from the root to the current element.
#[derive(Debug, Default)]
pub(crate) struct Path {
    names: String,
    starts: Vec<usize>,
}

impl Path {
    /// Local name of the current element.
    pub(crate) fn name(&self) -> &str {
        self.level(0)
    }

    /// Local name of the element around the current one.
    pub(crate) fn parent(&self) -> &str {
        self.level(1)
    }

    /// The name `up` levels above the current one, empty beyond the root.
    fn level(&self, up: usize) -> &str {
        let Some(at) = self.starts.len().checked_sub(up + 1) else { return "" };
        let from = self.starts.get(at).copied().unwrap_or_default();
        let to = self.starts.get(at + 1).copied().unwrap_or(self.names.len());
        self.names.get(from..to).unwrap_or_default()
    }

    fn push(&mut self, name: &str) {
        self.starts.push(self.names.len());
        self.names.push_str(name);
    }

    fn pop(&mut self) {
        if let Some(start) = self.starts.pop() {
            self.names.truncate(start);
        }
    }
}

/// Attributes of one opened element.
#[derive(Debug)]
pub(crate) struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The value of an attribute by its local name, predefined entities resolved.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let is_wanted = |key: &quick_xml::name::QName<'_>| key.local_name().as_ref() == name;
        let attribute = attributes.with_checks(false).flatten().find(|found| is_wanted(&found.key))?;
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
        Some(value.trim().to_owned())
    }
}

/// What a format does with the elements it meets.
pub(crate) trait Visit {
    /// An element opened.
    fn open(&mut self, path: &Path, attributes: &Attributes<'_>) -> Result<(), Stop>;
    /// An element closed; `text` is its own text, trimmed.
    fn close(&mut self, path: &Path, text: &str) -> Result<(), Stop>;
}

/// Why a walk ended before the document did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Damaged from this byte on; what came before stands.
    Broken { at: u64, why: String },
    /// Hostile or absurd; nothing of it is used.
    Refused(String),
}

/// A note about the break, or the refusal of the whole.
pub(crate) fn note_or_refuse(stop: Stop) -> Result<Note, ImportError> {
    match stop {
        Stop::Broken { at, why } => {
            Ok(Note { at: Some(format!("byte {at}")), what: format!("{why}, what came before was kept") })
        }
        Stop::Refused(why) => Err(ImportError::Refused { why }),
    }
}

/// Nothing usable: because the file is broken, else because there was nothing in it.
pub(crate) fn nothing(notes: &[Note], otherwise: &str) -> ImportError {
    let broken = notes.iter().find_map(|note| Some((note.at.as_deref()?, note.what.split(',').next()?)));
    let why = broken.map_or(otherwise.to_owned(), |(at, what)| format!("{otherwise}: at {at} {what}"));
    ImportError::Nothing { why }
}

/// Walks the whole document.
pub(crate) fn walk(document: &str, visitor: &mut impl Visit) -> Result<(), Stop> {
    let mut reader = Reader::from_str(document);
    let mut path = Path::default();
    let mut text = String::new();
    loop {
        let at = reader.buffer_position();
        match reader.read_event() {
            Err(error) => return Err(Stop::Broken { at, why: describe(&error) }),
            Ok(Event::Eof) if path.starts.is_empty() => return Ok(()),
            Ok(Event::Eof) => return Err(cut_inside(at, &path)),
            Ok(Event::Start(element)) => {
                open(&mut path, &element, visitor)?;
                text.clear();
            }
            Ok(Event::Empty(element)) => {
                open(&mut path, &element, visitor)?;
                visitor.close(&path, "")?;
                path.pop();
                text.clear();
            }
            Ok(Event::End(_)) => {
                visitor.close(&path, text.trim())?;
                path.pop();
                text.clear();
            }
            Ok(Event::Text(part)) => append(&mut text, &part.xml10_content()),
            Ok(Event::CData(part)) => append(&mut text, &part.xml10_content()),
            Ok(Event::GeneralRef(reference)) => append(&mut text, &resolve(&reference)),
            Ok(Event::DocType(doctype)) => check_doctype(&doctype.into_inner())?,
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
        }
    }
}

fn open(path: &mut Path, element: &BytesStart<'_>, visitor: &mut impl Visit) -> Result<(), Stop> {
    if path.starts.len() >= MAX_DEPTH {
        return Err(Stop::Refused(format!("elements are nested more than {MAX_DEPTH} deep")));
    }
    path.push(element.local_name().as_ref());
    visitor.open(path, &Attributes(element))
}

fn append(text: &mut String, part: &str) {
    if text.len() + part.len() <= MAX_TEXT {
        text.push_str(part);
    }
}

/// A character or one of the five predefined entities; any other is kept as it is written.
fn resolve(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    match reference.xml10_content().as_ref() {
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "amp" => "&".to_owned(),
        "apos" => "'".to_owned(),
        "quot" => "\"".to_owned(),
        other => format!("&{other};"),
    }
}

fn check_doctype(doctype: &str) -> Result<(), Stop> {
    if doctype.to_ascii_uppercase().contains("<!ENTITY") {
        return Err(Stop::Refused(
            "the document declares XML entities, which no activity file needs; export it again".to_owned(),
        ));
    }
    Ok(())
}

fn cut_inside(at: u64, path: &Path) -> Stop {
    Stop::Broken { at, why: format!("the file ends inside `{}`", path.name()) }
}

/// The fault in plain words; the parser's own wording is for programmers.
fn describe(error: &quick_xml::Error) -> String {
    use quick_xml::errors::{Error, IllFormedError};
    match error {
        Error::Syntax(_) => "a tag is not finished".to_owned(),
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            format!("`{expected}` is closed by `{found}`")
        }
        Error::IllFormed(IllFormedError::UnmatchedEndTag(name)) => {
            format!("`{name}` is closed but was never opened")
        }
        Error::IllFormed(IllFormedError::UnclosedReference) => "an `&` stands alone".to_owned(),
        _ => "the XML is malformed".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Seen(Vec<String>);

    impl Visit for Seen {
        fn open(&mut self, path: &Path, attributes: &Attributes<'_>) -> Result<(), Stop> {
            if let Some(lat) = attributes.get("lat") {
                self.0.push(format!("{} lat {lat}", path.name()));
            }
            Ok(())
        }

        fn close(&mut self, path: &Path, text: &str) -> Result<(), Stop> {
            self.0.push(format!("{}/{} {text}", path.parent(), path.name()));
            Ok(())
        }
    }

    fn seen(document: &str) -> (Vec<String>, Result<(), Stop>) {
        let mut seen = Seen::default();
        let result = walk(document, &mut seen);
        (seen.0, result)
    }

    #[test]
    fn prefixes_entities_and_cdata_do_not_matter() {
        let (seen, result) = seen(r#"<a:x><b:y p:lat="1.5"><![CDATA[one]]> &amp; &#50;</b:y><z/></a:x>"#);
        assert_eq!(seen, ["y lat 1.5", "x/y one & 2", "x/z ", "/x "]);
        assert_eq!(result, Ok(()));
    }

    #[test]
    fn declared_entities_are_refused() {
        let laughs = r#"<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>"#;
        let outside = r#"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>"#;
        for document in [laughs, outside] {
            let Err(Stop::Refused(why)) = seen(document).1 else { panic!("must be refused") };
            assert_eq!(
                why,
                "the document declares XML entities, which no activity file needs; export it again"
            );
        }
    }

    #[test]
    fn a_bottomless_document_is_refused() {
        let Err(Stop::Refused(why)) = seen(&"<x>".repeat(100_000)).1 else { panic!("must be refused") };
        assert_eq!(why, "elements are nested more than 64 deep");
    }

    #[test]
    fn a_cut_document_gives_what_came_before() {
        let (seen, result) = seen("<x><y>1</y><y>2");
        assert_eq!(seen, ["x/y 1"]);
        assert_eq!(result, Err(Stop::Broken { at: 15, why: "the file ends inside `y`".to_owned() }));
    }

    #[test]
    fn a_wrong_end_tag_is_named() {
        let (_, result) = seen("<x><y>1</z></x>");
        assert_eq!(result, Err(Stop::Broken { at: 7, why: "`y` is closed by `z`".to_owned() }));
    }
}
