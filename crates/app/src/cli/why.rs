//! `kneewise why`: the main answer.

use super::context::Context;
use super::failure::Failure;
use crate::{documents, why};

pub fn run(context: &Context) -> Result<(), Failure> {
    let mut store = context.store()?;
    let (history, as_of) = context.history(&mut store)?;
    let assessment = kneewise_analyse::assess(&history, as_of);
    let advice = kneewise_advise::advise(&assessment);
    if context.screen.is_json {
        let document = documents::why::document(&assessment, &advice, context.units(&history.profile));
        return context.screen.json(&document);
    }
    let style = context.style(&history.profile);
    if history == kneewise_types::History::default() {
        return context.screen.print(&why::render_empty(&style));
    }
    context.screen.print(&why::render(&assessment, &advice, &style))?;
    super::diary::proposals::line(&store, &history, context, as_of)
}
