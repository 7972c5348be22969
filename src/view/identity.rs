//! The card that says who the patient is; nothing else on the screen, and nothing of it anywhere else.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use super::bars::{Parts, bar, withheld};
use super::look::Look;
use super::page::Page;
use crate::app::{IdentityScreen, State};
use crate::domain::{Name, PatientIdentity};
use crate::text::{Lang, Words, visible, words};

/// Cells of the labels.
const LABELS: usize = 18;

/// Draws the card; where identities are hidden, only that they are.
pub fn draw(screen: &IdentityScreen, state: &State, look: &Look, parts: &Parts, buffer: &mut Buffer) {
    let words = words(state.lang);
    let case = &screen.opened.case;
    let title = format!("{} · {}", words.identity.title, case.case);
    bar(look, parts.head, buffer, &Line::from(Span::styled(title, look.title)), &Line::default());
    let mut page = Page::of(parts.body);
    page.row(Line::default());
    match state.identities.of(case, state.masked) {
        Ok(identity) => write(&mut page, identity, state, look, words),
        Err(why) => page.words(&withheld(&why, words), look.warning),
    }
    page.draw(look, parts.body, buffer, 0);
}

fn write(page: &mut Page, identity: &PatientIdentity, state: &State, look: &Look, words: &Words) {
    let say = &words.identity;
    let mut pair = |label: &str, value: &str| page.pair(look, label, LABELS, &visible(value), look.text);
    if let Some(name) = &identity.used_name {
        pair(say.used_name, name.as_str());
    }
    pair(say.birth_name, identity.birth_name.as_str());
    let first_names: Vec<&str> = identity.first_names.iter().map(Name::as_str).collect();
    if !first_names.is_empty() {
        pair(say.first_names, &first_names.join(", "));
    }
    if let Some(born) = born(identity, state, words) {
        pair(say.birth_date, &born);
    }
    if let Some(sex) = identity.sex {
        pair(say.sex, words.label(sex));
    }
    if let Some(place) = &identity.birth_place {
        pair(say.birth_place, place.as_str());
    }
    if let Some(ipp) = &identity.ipp {
        pair(say.ipp, ipp.as_str());
    }
    pair(say.status, words.label(identity.identity_status));
    match identity.ins() {
        Some(ins) => pair(say.ins, &ins.to_string()),
        None if identity.withholds_ins() => pair(say.ins, say.ins_unused),
        None => {}
    }
    page.blank();
    page.words(say.only_here, look.dim);
}

/// The date of birth with the age today.
fn born(identity: &PatientIdentity, state: &State, words: &Words) -> Option<String> {
    let lang: Lang = state.lang;
    let date = lang.date(identity.birth_date?);
    Some(match identity.age_on(state.today) {
        Some(years) => (words.identity.aged)(&date, years),
        None => date,
    })
}
