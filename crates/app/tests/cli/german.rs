//! Every page in German, in every state: no English is left but what the runner wrote, commands and ids, and what is marked
//! as English on the page: what a source is used for, and the texts of rules.

mod states;
mod texts;
mod troubles;

use crate::browser::{DESKTOP, SMALL_PHONE, Site, pages::pages};
use crate::serving::{FORM, Got, Served};
use std::collections::BTreeSet;
use texts::{english_in, german_texts, own_words};

/// A browser that has chosen German.
pub const GERMAN: &str = "Cookie: kneewise-view=theme=light&language=de";

/// Pages that were read, and what was left in English on them.
struct Reading<'a> {
    served: &'a Served,
    own: BTreeSet<String>,
    left: Vec<String>,
    /// Texts that were read: most stand on many pages.
    read: BTreeSet<String>,
}

impl<'a> Reading<'a> {
    fn new(site: &'a Site) -> Self {
        Self { served: &site.served, own: own_words(site), left: Vec::new(), read: BTreeSet::new() }
    }

    fn take(&mut self, what: &str, page: &str) {
        for text in german_texts(page) {
            if !self.read.insert(text.clone()) {
                continue;
            }
            let words = english_in(&text, &self.own);
            if !words.is_empty() {
                self.left.push(format!("{what} {words:?}: {text}"));
            }
        }
    }

    fn page(&mut self, address: &str) -> Got {
        let got = self.served.send(&format!("GET {address}"), &[GERMAN], "");
        assert!(got.body.contains("<html lang=\"de\""), "{address} {}: {}", got.status, got.body);
        self.take(address, &got.body);
        got
    }

    fn all(&mut self, addresses: &[&str]) {
        for address in addresses {
            self.page(address);
        }
    }

    /// Sends a form of ours, and reads the page that answers it.
    fn send(&mut self, address: &str, fields: &str) -> Got {
        let body = format!("csrf={}&{fields}", self.served.token());
        let got = self.served.send(&format!("POST {address}"), &[GERMAN, FORM], &body);
        self.take(&format!("POST {address} {fields}"), &got.body);
        got
    }

    fn end(self) {
        let left: BTreeSet<String> = self.left.into_iter().collect();
        assert!(self.read.len() > 20, "{} texts read", self.read.len());
        assert!(left.is_empty(), "{}\n{}", left.len(), left.into_iter().collect::<Vec<_>>().join("\n"));
    }
}

fn read_every_page(site: &Site, more: &str) {
    let mut reading = Reading::new(site);
    for page in pages(site) {
        let mark = if page.contains('?') { '&' } else { '?' };
        reading.page(&if more.is_empty() { page } else { format!("{page}{mark}{more}") });
    }
    reading.end();
}

#[test]
fn every_page_is_german_in_german() {
    read_every_page(&Site::demo(), "");
}

#[test]
fn every_page_is_german_in_miles() {
    read_every_page(&Site::demo(), "units=imperial");
}

#[test]
fn every_page_is_german_when_nothing_is_known() {
    read_every_page(&Site::empty(), "");
}

/// German words are longer: nothing is pushed out of a small phone or a desktop.
#[test]
fn every_german_page_fits_its_screen() {
    let site = Site::demo();
    let body = format!("csrf={}&language=de", site.served.token());
    assert_eq!(site.served.send("POST /view", &[FORM], &body).status, 303);
    let Some(tab) = site.tab() else { return };
    let mut wide = Vec::new();
    for screen in [SMALL_PHONE, DESKTOP] {
        tab.look(screen, "light");
        for page in pages(&site) {
            tab.go(&page);
            assert_eq!(tab.eval("document.documentElement.lang"), "de", "{page}");
            if tab.overflow() > 0 {
                wide.push(format!("{page} {} px: {} too wide", screen.width, tab.overflow()));
            }
        }
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}
