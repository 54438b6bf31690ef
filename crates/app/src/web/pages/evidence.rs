//! Evidence: every source and every rule, each with an anchor that reasons lead to.

use crate::documents::evidence::{Rule, Source, document};
use crate::web::asked::Asked;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::server::Server;
use crate::web::trouble::Trouble;
use crate::words::pages::evidence::Evidence as Texts;
use crate::words::sources::grade_meanings;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

#[derive(Template)]
#[template(path = "evidence.html")]
struct EvidencePage {
    frame: Frame,
    t: Texts,
    lead: String,
    grades: [(char, &'static str); 4],
    sources: &'static [Source],
    groups: Vec<Group>,
}

/// Rules of one part of the program.
struct Group {
    title: &'static str,
    rules: Vec<&'static Rule>,
}

/// `GET /evidence`
pub async fn show(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    server
        .page(asked, Here::Evidence, |desk| {
            let all = document();
            html(&EvidencePage {
                frame: Frame::new(desk, Here::Evidence, Texts.title()),
                t: Texts,
                lead: Texts.lead(&all.sources.len().to_string(), &all.rules.len().to_string()),
                grades: grade_meanings(),
                sources: &all.sources,
                groups: groups(&all.rules),
            })
        })
        .await
}

/// By folder, signs of causes first and in the order of their table.
fn groups(rules: &'static [Rule]) -> Vec<Group> {
    let folders: [(&'static str, &[&str]); 6] = [
        (Texts.signs(), &["/src/causes/"]),
        (Texts.knee_load(), &["/src/knee/"]),
        (Texts.gait(), &["/src/gait/"]),
        (Texts.load(), &["/src/load/"]),
        (Texts.symptoms(), &["/src/symptoms/", "/src/warnings/", "/src/red_flags/", "/src/pattern/"]),
        (Texts.own(), &["/src/own_data/"]),
    ];
    let is_in = |rule: &Rule, folders: &[&str]| folders.iter().any(|folder| rule.file.contains(folder));
    let mut groups: Vec<Group> = folders
        .iter()
        .map(|(title, folders)| Group {
            title,
            rules: rules.iter().filter(|rule| is_in(rule, folders)).collect(),
        })
        .collect();
    let is_elsewhere = |rule: &&'static Rule| folders.iter().all(|(_, folders)| !is_in(rule, folders));
    groups.push(Group { title: Texts.others(), rules: rules.iter().filter(is_elsewhere).collect() });
    for group in &mut groups {
        group.rules.sort_by_key(|rule| (order(&rule.id), rule.file.as_str()));
    }
    groups
}

/// `L10` after `L2`; what has no code comes last.
fn order(id: &str) -> (usize, u32) {
    let letter = id.chars().next().and_then(|letter| "LOWMF".find(letter)).unwrap_or(usize::MAX);
    (letter, id.get(1..).and_then(|digits| digits.parse().ok()).unwrap_or(u32::MAX))
}
