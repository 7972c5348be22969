use super::head::named;
use super::page::Page;
use super::sheet::Sheet;
use crate::text::{Lang, words};
use crate::wording;

/// What the safety rules say of the case: what fires, the loudest first, then what cannot be said and why.
pub(super) fn safety(page: &mut Page, sheet: &Sheet<'_>, lang: Lang) {
    let words = words(lang);
    page.section(words.safety.title);
    let waiting = sheet.safety.waiting().count();
    if sheet.safety.firing().next().is_none() {
        page.item(0, if waiting == 0 { words.safety.nothing } else { words.safety.fires_none });
    }
    for alert in sheet.safety.firing() {
        let level = wording::level(lang, alert.level);
        let rule = if alert.rule == "label" { words.topic.label } else { &alert.rule };
        page.item(0, format!("{rule} ({level}){}{}", words.report.colon, alert.said.said(lang)));
        let grounds = wording::grounds(lang, alert);
        if !grounds.is_empty() {
            page.item(1, grounds);
        }
        page.item(1, named(lang, words.app.source, &wording::vouched(lang, alert)));
        if let Some(not_judged) = &alert.not_judged {
            page.item(1, format!("{} {}", words.safety.not_judged, not_judged.said(lang)));
        }
    }
    if waiting > 0 {
        page.item(0, (words.safety.cannot_say)(waiting));
        page.items(
            1,
            wording::missing_rules(lang, &sheet.safety).into_iter().map(|(what, rules)| named(lang, &what, &rules)),
        );
    }
}
