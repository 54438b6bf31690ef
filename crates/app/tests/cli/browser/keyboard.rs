//! With the keyboard alone: everything that can be used is reached, is to be seen and shows that it has the focus; and
//! the main tasks can be done.

use super::pages::pages;
use super::{DESKTOP, PHONE, Site, Tab};

/// Notes every element that gets the focus, and what is wrong with it.
const NOTE: &str = "
  window.walked = [];
  document.addEventListener('focusin', ({ target }) => {
    const box = target.getBoundingClientRect();
    const shown = [target, target.closest('label'), target.parentElement].filter(Boolean)
      .some((each) => getComputedStyle(each).outlineStyle !== 'none' || getComputedStyle(each).boxShadow !== 'none');
    const hidden = !box.width || !box.height || box.right < 0 || box.bottom < 0 || box.left > innerWidth || box.top > innerHeight;
    walked.push([target.outerHTML.slice(0, 120), hidden ? 'not to be seen' : shown ? '' : 'shows no focus']);
  });";

/// How many stops there are: of a group of radios one.
const STOPS: &str = "(() => {
  const groups = new Set();
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((each) => {
    if (each.tabIndex < 0 || each.disabled || each.type === 'hidden' || !each.checkVisibility({ visibilityProperty: true })) return false;
    if (each.type !== 'radio') return true;
    const group = each.name + '|' + (each.form?.id ?? each.form?.action);
    return !groups.has(group) && groups.add(group);
  }).length;
})()";

/// Whether the focus has been everywhere.
const ROUND: &str = "document.activeElement === document.body || walked.length > 1 && document.activeElement.matches('.skip')";

fn wrong_with(tab: &Tab, page: &str) -> Vec<String> {
    tab.go(page);
    tab.eval("document.querySelectorAll('details').forEach((each) => { each.open = false; })");
    let stops = usize::try_from(tab.eval(STOPS).as_u64().unwrap()).unwrap();
    tab.eval(NOTE);
    // A field for a day has several stops in itself.
    for _ in 0..stops + 20 {
        tab.key("Tab");
        if tab.eval(ROUND) == true {
            break;
        }
    }
    let walked = tab.eval("window.walked");
    let walked = walked.as_array().unwrap();
    let mut wrong: Vec<String> = walked
        .iter()
        .filter(|stop| stop[1] != "")
        .map(|stop| format!("{page}: {} {}", stop[0], stop[1]))
        .collect();
    if walked.len() < stops {
        wrong.push(format!(
            "{page}: {} of {stops} stops are reached, the last is {:?}",
            walked.len(),
            walked.last()
        ));
    }
    wrong
}

#[test]
fn everything_on_every_page_is_reached() {
    let site = Site::demo();
    let Some(tab) = site.tab() else { return };
    let mut wrong = Vec::new();
    for screen in [DESKTOP, PHONE] {
        tab.look(screen, "light");
        wrong.extend(pages(&site).iter().flat_map(|page| wrong_with(&tab, page)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pain_is_entered_with_keys_alone() {
    let site = Site::demo();
    let Some(tab) = site.tab() else { return };
    tab.go("/diary?side=right");
    let until = |selector: &str| {
        for _ in 0..200 {
            if tab.eval(&format!("document.activeElement?.matches({selector:?}) ?? false")) == true {
                return;
            }
            tab.key("Tab");
        }
        panic!("{selector} is not reached");
    };
    until("input[name=pain_morning]");
    tab.key("4");
    until("[data-map] [role=checkbox]");
    tab.key("ArrowDown");
    tab.key(" ");
    let region = tab.eval("document.activeElement.dataset.code").as_str().unwrap().to_owned();
    until("button[type=submit]");
    tab.loading("saving", || tab.key("Enter"));
    tab.is_quiet("saving");
    let entries = site.place.json(&["diary"]);
    let last = entries["entries"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["pain_morning"], &last["side"]), (&4.into(), &"right".into()), "{last}");
    assert_eq!(last["regions"][0], region.as_str(), "{last}");
}
