//! Which document is written, as what, and where.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar};
use super::look::Look;
use super::page::Page;
use super::{mark, shown};
use crate::app::{PapersOf, PapersScreen, State};
use crate::domain::PaperForm;
use crate::text::words;

/// Draws the choice.
pub fn draw(screen: &PapersScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    let say = &words.documents;
    let (of, names): (String, Vec<&str>) = match &screen.of {
        PapersOf::Decision(recorded) => {
            let locked = &recorded.locked;
            let version = (words.screens.version)(recorded.entry.version);
            let of = format!("{} · {} · {version}", locked.case_id, shown::alias(state, &locked.alias));
            (of, screen.papers().iter().map(|paper| words.label(*paper)).collect())
        }
        PapersOf::Meeting(day) => (state.lang.date(*day), vec![say.minutes]),
    };
    let title = Line::from(Span::styled(format!("{} · {of}", say.menu), look.title));
    bar(look, parts.head, buffer, &title, &Line::default());
    let mut page = Page::of(parts.body);
    page.row(Line::default());
    for (place, name) in names.into_iter().enumerate() {
        let (sign, style) = if place == screen.selected { (mark::CURSOR, look.selected) } else { (" ", look.text) };
        let lead = Line::from(Span::styled(format!(" {sign} "), look.key));
        page.hanging(lead, 4, name, look.text.patch(style));
    }
    page.blank();
    let mut forms = vec![Span::styled("← → ", look.key)];
    for form in PaperForm::ALL {
        let name = words.label(*form);
        if *form == screen.form() {
            forms.push(Span::styled(format!("{} ", mark::CURSOR), look.key));
            forms.push(Span::styled(name, look.text.patch(look.selected)));
        } else {
            forms.push(Span::styled(name, look.dim));
        }
        forms.push(Span::raw("  "));
    }
    page.set_in(&Line::from(forms), 4, 8);
    page.blank();
    let said = if state.read_only { say.read_only.to_owned() } else { (say.to_folder)(&state.papers) };
    page.hanging(Line::raw("    "), 4, &said, look.text);
    if state.masked {
        page.hanging(Line::raw("    "), 4, say.masked, look.dim);
    }
    if let PapersOf::Decision(recorded) = &screen.of
        && !recorded.entry.signed
        && !recorded.entry.closed
    {
        page.hanging(Line::raw("    "), 4, say.will_be_draft, look.warning);
    }
    page.draw(look, parts.body, buffer, 0);
}
