//! What is said about a key of the configuration.

use super::{Advice, say};
use crate::read::KeyFlaw;

pub(super) fn fr(flaw: &KeyFlaw) -> Advice {
    match flaw {
        KeyFlaw::NotAKey { written, place } => say(
            format!("`{written}` n'est pas une touche (`{place}`)."),
            "Écrire un caractère (d, D, \"+\"), F1 à F12, Ctrl-R, Shift-Tab, Space, Enter, Tab, Up, Down, Left, Right, Home, End, PgUp ou PgDn. Ctrl-H, Ctrl-I, Ctrl-J et Ctrl-M sont d'autres touches pour un terminal.",
        ),
        KeyFlaw::NoKey { place } => say(
            format!("Aucune touche n'est écrite (`{place}`)."),
            "En écrire au moins une\u{a0}: une commande sans touche ne s'atteint plus.",
        ),
        KeyFlaw::Twice { key, place, other } => say(
            format!("`{key}` aurait deux sens dans `{place}`\u{a0}: c'est déjà `{other}`."),
            format!("Prendre une autre touche, ou en donner une autre à `{other}` dans `{place}`."),
        ),
        KeyFlaw::Fixed { key, place } => say(
            format!("`{key}` ne change pas de sens (`{place}`)."),
            "Échap revient en arrière, Ctrl-C quitte, Entrée termine un texte\u{a0}: prendre une autre touche.",
        ),
        KeyFlaw::Typed { key, place } => say(
            format!("`{key}` s'écrit dans un texte (`{place}`)."),
            "Prendre une touche qui n'écrit rien\u{a0}: F1 à F12, ou Ctrl avec une lettre.",
        ),
    }
}

pub(super) fn en(flaw: &KeyFlaw) -> Advice {
    match flaw {
        KeyFlaw::NotAKey { written, place } => say(
            format!("`{written}` is not a key (`{place}`)."),
            "Write a character (d, D, \"+\"), F1 to F12, Ctrl-R, Shift-Tab, Space, Enter, Tab, Up, Down, Left, Right, Home, End, PgUp or PgDn. Ctrl-H, Ctrl-I, Ctrl-J and Ctrl-M are other keys to a terminal.",
        ),
        KeyFlaw::NoKey { place } => say(
            format!("No key is written (`{place}`)."),
            "Write at least one: a command without a key cannot be reached any more.",
        ),
        KeyFlaw::Twice { key, place, other } => say(
            format!("`{key}` would mean two things in `{place}`: it is `{other}` already."),
            format!("Take another key, or give `{other}` another one in `{place}`."),
        ),
        KeyFlaw::Fixed { key, place } => say(
            format!("`{key}` always means the same (`{place}`)."),
            "Esc goes back, Ctrl-C leaves, Enter ends a text: take another key.",
        ),
        KeyFlaw::Typed { key, place } => say(
            format!("`{key}` is typed into a text (`{place}`)."),
            "Take a key that writes nothing: F1 to F12, or Ctrl with a letter.",
        ),
    }
}
