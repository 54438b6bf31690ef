//! Drawings that several pages show: the knee with its marks.

use kneewise_types::{Region, Side};

const MAP: &str = include_str!("../../assets/knee-map.svg");
const VIEWS: [&str; 4] = ["front", "outer", "inner", "back"];

/// The knee from the side on which a region lies, that region marked as the main one. For a picture, not for marking:
/// it holds neither names nor roles. The gradients are in the frame of the page.
#[must_use]
pub fn knee_marked(region: Option<Region>, side: Side) -> String {
    let code = region.map_or("", Region::code);
    let home = format!("<path id=\"{code}\"");
    let view = VIEWS.into_iter().find(|name| view(name).contains(&home)).unwrap_or("front");
    let body = view_body(view, code);
    // The drawing is of a right knee.
    let mirror = match side {
        Side::Right => "",
        Side::Left => " transform=\"translate(300 0) scale(-1 1)\"",
    };
    format!("<g{mirror}>{body}</g>")
}

/// The four views for marking: every region a checkbox with its name, repeated outlines following it. The list of the
/// form holds the same answer; a script keeps the two alike.
#[must_use]
pub fn knee_for_marking(
    marked: &[Region],
    side: Side,
    name: impl Fn(Region) -> &'static str,
) -> Vec<(&'static str, String)> {
    let main = marked.first().map_or("", |region| region.code());
    let is_on = |code: &str| marked.iter().any(|region| region.code() == code);
    let drawn = |view_name| {
        let mut body = String::new();
        for part in view(view_name).split('<').filter(|part| part.starts_with("path")) {
            let Some(tag) = part.split('>').next() else { continue };
            let class = attribute(tag, "class").unwrap_or_default();
            let Some(line) = attribute(tag, "d") else { continue };
            let fill = attribute(tag, "fill").map(|fill| format!(" fill=\"{fill}\"")).unwrap_or_default();
            let code = attribute(tag, "data-code").unwrap_or_default();
            let on = if is_on(code) { " on" } else { "" };
            let first = if !code.is_empty() && code == main { " main" } else { "" };
            let region = Region::from_code(code).filter(|_| class == "k-region");
            match region {
                Some(region) => body.push_str(&format!(
                    "<path class=\"k-region{on}{first}\" data-code=\"{code}\" role=\"checkbox\" aria-checked=\"{}\" \
                     tabindex=\"0\" aria-label=\"{name}\" d=\"{line}\"><title>{name}</title></path>",
                    is_on(code),
                    name = name(region)
                )),
                None if class == "k-echo" => body.push_str(&format!(
                    "<path class=\"k-echo{on}{first}\" data-code=\"{code}\" aria-hidden=\"true\" d=\"{line}\"/>"
                )),
                None => body.push_str(&format!("<path class=\"{class}\" d=\"{line}\"{fill}/>")),
            }
        }
        let mirror = match side {
            Side::Right => "",
            Side::Left => " transform=\"translate(300 0) scale(-1 1)\"",
        };
        format!("<g{mirror}>{body}</g>")
    };
    VIEWS.into_iter().map(|view_name| (view_name, drawn(view_name))).collect()
}

/// One view of the map, as it is drawn.
fn view(name: &str) -> &'static str {
    let start = format!("<g id=\"view-{name}\"");
    let Some(from) = MAP.find(&start) else { return "" };
    let rest = MAP.get(from..).unwrap_or_default();
    // The next view, or what has no place of its own, ends it.
    let ends = ["<g id=\"view-", "<path id=\"DEEP_OR_VAGUE\""];
    let next = rest.get(1..).and_then(|rest| ends.iter().filter_map(|end| rest.find(end)).min());
    rest.get(..next.map_or(rest.len(), |at| at + 1)).unwrap_or_default()
}

/// The lines of a view without the words, the mask and what only a live map needs.
fn view_body(name: &str, code: &str) -> String {
    let mut body = String::new();
    for part in view(name).split('<').filter(|part| part.starts_with("path")) {
        let Some(tag) = part.split('>').next() else { continue };
        let class = attribute(tag, "class").unwrap_or_default();
        let Some(line) = attribute(tag, "d") else { continue };
        let is_marked = !code.is_empty() && attribute(tag, "data-code") == Some(code);
        let mark = if is_marked { " on main" } else { "" };
        let fill = attribute(tag, "fill").map(|fill| format!(" fill=\"{fill}\"")).unwrap_or_default();
        body.push_str(&format!("<path class=\"{class}{mark}\" d=\"{line}\"{fill}/>"));
    }
    body
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn every_region_is_marked_where_it_lies() {
        for region in Region::ALL.iter().copied() {
            let drawn = knee_marked(Some(region), Side::Right);
            let marks = drawn.matches(" on main").count();
            // What cannot be pointed at has no place of its own.
            assert_eq!(marks > 0, region != Region::DeepOrVague, "{region:?}");
            assert!(!drawn.contains("id=") && !drawn.contains("role="), "{region:?}");
        }
        let live = knee_for_marking(&[Region::InferiorPole], Side::Left, |region| region.code());
        let all: String = live.iter().map(|(_, body)| body.as_str()).collect();
        assert_eq!(all.matches("role=\"checkbox\"").count(), Region::ALL.len() - 1);
        assert_eq!(all.matches("aria-checked=\"true\"").count(), 1);
        assert!(knee_marked(None, Side::Left).contains("scale(-1 1)"));
        assert!(!knee_marked(None, Side::Left).contains(" on main"));
    }
}
