//! The page of a red flag. It stands in the place of every page that is about results; no menu, no chart, no plan.

use crate::web::drawing::knee_marked;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::server::Desk;
use crate::web::trouble::Trouble;
use crate::words::pages::lock::Lock as Texts;
use crate::words::{facts, knee, red_flags};
use askama::Template;
use axum::response::Response;
use kneewise_types::advice::Advice;
use kneewise_types::assessment::RedFlag;
use kneewise_types::{Region, Side};

#[derive(Template)]
#[template(path = "lock.html")]
struct LockPage {
    frame: Frame,
    t: Texts,
    flags: Vec<FlagShown>,
    whom: &'static str,
    go_today: [&'static str; 3],
    figure: Option<String>,
}

struct FlagShown {
    id: String,
    act: &'static str,
    why: &'static str,
    meanwhile: String,
    told: Vec<String>,
}

/// The page of a red flag, when there is one and the page asked for does not stay open.
pub fn instead(desk: &Desk<'_>, here: Here) -> Result<Option<Response>, Trouble> {
    let Advice::SeekCare { red_flags } = &desk.snapshot.advice else { return Ok(None) };
    if here.stays_open() {
        return Ok(None);
    }
    let Some(first) = red_flags.first() else { return Ok(None) };
    let page = LockPage {
        frame: Frame::new(desk, here, red_flags::act(first.urgency)).without_menu(),
        t: Texts,
        flags: red_flags.iter().map(|flag| shown(flag, desk)).collect(),
        whom: red_flags::whom(first.urgency),
        go_today: red_flags::go_today(),
        figure: first.side.map(|side| knee_marked(marked(desk, side), side)),
    };
    html(&page).map(Some)
}

fn shown(flag: &RedFlag, desk: &Desk<'_>) -> FlagShown {
    let voice = desk.voice();
    let about = flag.side.map(|side| format!(" {}", Texts.about_knee(knee::the(side)))).unwrap_or_default();
    FlagShown {
        id: format!("{:?}", flag.id),
        act: red_flags::act(flag.urgency),
        why: red_flags::why(flag.id),
        meanwhile: format!("{}{about}", red_flags::meanwhile(flag.id)),
        told: flag.reasons.iter().map(|reason| facts::sentence(&reason.fact, &voice)).collect(),
    }
}

/// The main place of the knee's latest entry that names one.
fn marked(desk: &Desk<'_>, side: Side) -> Option<Region> {
    let entries = desk.history().symptoms.iter();
    entries
        .filter(|entry| entry.side == side && entry.date <= desk.as_of())
        .filter_map(|entry| Some((entry.date, *entry.regions.first()?)))
        .max_by_key(|(date, _)| *date)
        .map(|(_, region)| region)
}
