//! What the terminal can do, as far as its environment tells.

use crate::text::{Lang, words};

/// Why no screen can be opened here; none where one can.
pub fn refusal(lang: Lang) -> Option<&'static str> {
    (std::env::var("TERM").as_deref() == Ok("dumb")).then_some(words(lang).config.dumb)
}

/// That signs may be garbled; none where the locale is UTF-8.
pub fn doubt(lang: Lang) -> Option<String> {
    doubt_of(lang, |name| std::env::var(name).ok())
}

fn doubt_of(lang: Lang, env: impl Fn(&str) -> Option<String>) -> Option<String> {
    let words = &words(lang).config;
    let named = |name| env(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(named);
    let is_utf8 = locale.as_ref().is_some_and(|locale| {
        let folded = locale.to_lowercase().replace('-', "");
        folded.contains("utf8")
    });
    (!is_utf8).then(|| (words.not_utf8)(locale.as_deref().unwrap_or(words.locale_unset)))
}
