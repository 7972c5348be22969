//! Every word people see, one file per language. Never prints a key for a missing word: a missing one does not compile.

mod ask_en;
mod ask_fr;
mod codes;
mod codes_en;
mod codes_fr;
pub mod dictionary;
mod en;
mod fold;
mod fr;
mod lang;
mod lists;
mod number;
mod remark;
mod skeleton;
mod veil;
mod visible;
mod words;

pub use codes::{ByCode, Codes};
pub use fold::fold;
pub use lang::Lang;
pub use lists::{Label, Lists};
pub use number::rounded;
pub use remark::{Advice, advice, advice_on_objection, advice_on_refusal};
pub use skeleton::{identities_example, skeleton};
pub use veil::{Veil, named_in_case, named_in_decision};
pub use visible::{harmless_json, is_plain, shown_path, visible, visible_lines};
pub use words::*;

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &fr::WORDS,
        Lang::En => &en::WORDS,
    }
}
