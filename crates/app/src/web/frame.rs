//! What stands around every page.

use super::asked::Theme;
use super::assets;
use super::server::Desk;
use crate::why::pick;
use crate::words::numbers::full_day;
use crate::words::pages::frame::Frame as Texts;
use kneewise_types::Side;

/// The pages of the navigation, and whether a red flag leaves them open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Here {
    Knee,
    Diary,
    Notes,
    Runs,
    KneeLoad,
    WhatIf,
    Experiments,
    Report,
    Import,
    Settings,
    Evidence,
    Trust,
    Log,
    More,
    /// Login, errors and whatever has no place in the navigation.
    Elsewhere,
}

impl Here {
    /// With a red flag everything else is put away. What is entered or owned stays open, and so does what one hands to a
    /// clinician.
    #[must_use]
    pub const fn stays_open(self) -> bool {
        match self {
            Self::Diary
            | Self::Notes
            | Self::Log
            | Self::Settings
            | Self::Report
            | Self::Trust
            | Self::Elsewhere => true,
            Self::Knee
            | Self::Runs
            | Self::KneeLoad
            | Self::WhatIf
            | Self::Experiments
            | Self::Import
            | Self::Evidence
            | Self::More => false,
        }
    }
}

/// A link of the navigation.
#[derive(Debug, Clone)]
pub struct Link {
    pub address: &'static str,
    pub name: &'static str,
    pub is_here: bool,
    /// The line of its icon on the phone; empty in the top bar.
    pub drawing: &'static str,
    /// The one in the middle of the phone's bar.
    pub is_log: bool,
}

/// Lines of the phone's icons, 24 units wide.
const KNEE_ICON: &str = "M9,3 C9,9 11,10 11,13 C11,16 9,17 9,21 M16,3 C16,8 18,10 17,13 C16,16 15,18 15,21";
const DIARY_ICON: &str = "M6,3 h12 v18 h-12 z M9,8 h6 M9,12 h6 M9,16 h4";
const RUNS_ICON: &str = "M4,18 L9,11 L13,14 L20,5 M15,5 H20 V10";
const MORE_ICON: &str = "M5,12 h.01 M12,12 h.01 M19,12 h.01";

/// The frame of one page.
#[derive(Debug)]
pub struct Frame {
    pub t: Texts,
    pub title: String,
    pub here: Here,
    pub language: &'static str,
    /// `light` or `dark` when chosen, else empty.
    pub theme: &'static str,
    pub token: String,
    /// Whose knee, at the top right.
    pub who: &'static str,
    /// The day, when it is not today's answer.
    pub other_day: Option<String>,
    /// Without navigation: the page of a red flag, the login.
    pub is_bare: bool,
}

impl Frame {
    /// The frame of a page with its title.
    #[must_use]
    pub fn new(desk: &Desk<'_>, here: Here, title: impl Into<String>) -> Self {
        let assessment = &desk.snapshot.assessment;
        let side = assessment.side.filter(|_| pick::is_sore(assessment));
        let is_asked = desk.asked.as_of.is_some() && desk.asked.as_of != desk.server.as_of();
        Self {
            who: match side {
                Some(Side::Left) => Texts.left_knee(),
                Some(Side::Right) => Texts.right_knee(),
                None => "",
            },
            other_day: is_asked.then(|| full_day(desk.as_of())),
            ..Self::bare(desk.asked, here, title)
        }
    }

    /// The frame without navigation.
    #[must_use]
    pub fn bare(asked: &super::asked::Asked, here: Here, title: impl Into<String>) -> Self {
        Self {
            t: Texts,
            title: title.into(),
            here,
            language: asked.language().tag(),
            theme: match asked.view.theme {
                Theme::System => "",
                chosen => chosen.word(),
            },
            token: asked.token.clone(),
            who: "",
            other_day: None,
            is_bare: false,
        }
    }

    /// The same without navigation.
    #[must_use]
    pub fn without_menu(self) -> Self {
        Self { is_bare: true, ..self }
    }

    /// The top bar: every page that is there, in the order of the design. Strength, Shoes and Plan have their place before
    /// What if; they get their line with their page.
    #[must_use]
    pub fn menu(&self) -> Vec<Link> {
        let t = self.t;
        let pages = [
            (Here::Knee, "/", t.knee()),
            (Here::Diary, "/diary", t.diary()),
            (Here::Runs, "/runs", t.runs()),
            (Here::WhatIf, "/what-if", t.what_if()),
            (Here::More, "/more", t.more()),
        ];
        pages.into_iter().map(|(here, address, name)| self.link(here, address, name, "")).collect()
    }

    /// The phone's bar: at most five, Log in the middle.
    #[must_use]
    pub fn tabs(&self) -> Vec<Link> {
        let t = self.t;
        let pages = [
            (Here::Knee, "/", t.knee(), KNEE_ICON),
            (Here::Diary, "/diary", t.diary(), DIARY_ICON),
            (Here::Runs, "/runs", t.runs(), RUNS_ICON),
            (Here::More, "/more", t.more(), MORE_ICON),
        ];
        pages.into_iter().map(|(here, address, name, icon)| self.link(here, address, name, icon)).collect()
    }

    /// Every page by name, for More: those of the top bar and those that are reached from here alone.
    #[must_use]
    pub fn all(&self) -> Vec<Link> {
        let menu = self.menu().into_iter().filter(|link| link.address != "/more");
        let t = self.t;
        let others = [
            (Here::KneeLoad, "/knee-load", t.knee_load()),
            (Here::Experiments, "/experiments", t.experiments()),
            (Here::Diary, "/week", t.week()),
            (Here::Notes, "/notes", t.notes()),
            (Here::Report, "/report", t.report()),
            (Here::Import, "/import", t.import()),
            (Here::Settings, "/settings", t.settings()),
            (Here::Evidence, "/evidence", t.evidence()),
            (Here::Trust, "/trust", t.trust()),
        ];
        menu.chain(others.map(|(here, address, name)| self.link(here, address, name, ""))).collect()
    }

    fn link(&self, here: Here, address: &'static str, name: &'static str, drawing: &'static str) -> Link {
        Link { address, name, is_here: self.here == here, drawing, is_log: here == Here::Log }
    }

    /// The address of a file of the page.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }
}
