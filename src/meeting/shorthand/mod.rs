//! The shorthand: what the secretary types while the room speaks, as items with structure, and back.
//!
//! ```text
//! text      = item { (";" | end of line) item | ("+" | "," | "puis" | "then" | "et" | "and") line }
//! item      = branch | target | return | line | action | words
//! branch    = ("si" | "if" | "en cas de" …) condition (":" | "->" | "alors" | "then" | ",") then
//!           | then "si" condition              where the condition is understood whole
//! condition = measure [date] [comparison value]   `upcr m3 > -25 %`: it fell by less than a quarter
//! then      = "représenter" | "re-present" | line | words
//! target    = ("cible" | "objectif" | "target" …) (measure | drug) [comparison value] [date]
//! return    = ("représenter" | "re-present" …) date
//! line      = ["alt" | "sinon" | "2e intention" …] [kind | "+" | "-"] drug order
//! order     = { dose | rhythm | times | route | duration | date | step }, in any order
//! dose      = [comparison] number ["-" number] unit ["/" period]
//! rhythm    = "bid" | "x2/j" | "q2w" | "toutes les 4 semaines" | "J0 J14" …
//! times     = "x3" | "x1-3" | "6 fois" | number "x" before the dose
//! duration  = ("pendant" | "for" | "x") number unit of time
//! step      = ("->" | "puis" | "then") (dose | "arrêt" | "stop") [date]
//!           | ("décroissance" | "baisse" | "taper" …) (["à" | "jusqu'à" | "to"] dose | "arrêt" …) [date]
//!           | ("arrêt" | "stop") date
//! date      = "m3" | "s24" | "w24" | "j14" | "en 6 mois" | 2026-12-01 | 01/12/2026
//! action    = head { "@owner" | date | word }    one for each date: `bio m1 m3`
//! ```
//!
//! Conventions of the room:
//! - A drug without a word for what is done is started; `continue`, `increase` or `decrease` are never guessed.
//! - A bare number is milligrams, marked as assumed, only for drugs dosed in milligrams and from 5 on; from 50 on for those
//!   that are also ordered by weight (hydroxychloroquine, belimumab, azathioprine, ciclosporin); behind `->` also below
//!   5, where the dose before is in milligrams. Of drugs ordered in grams or by body surface (`mmf 2`, `cyc 500`) a bare
//!   number is not understood.
//! - Two doses side by side, `400/200 mg`, `1 000 mg` and `1,000 mg` can be read in two ways: they are no dose.
//! - `+`, a comma, `puis`, `et` before a further drug begin a line of its own, unless the line before stops, holds or
//!   changes something and it could be meant for both: then it stays, and is marked.
//! - A dose behind a word for going down or up is a step, its date the one it is reached by; where that can be read in two
//!   ways all of it stays unread. A date behind a word that is not understood is that word's, and no date of the line.
//! - What is to be done or aimed at hides no drug: one that is named there begins a line of its own behind the act's date or a
//!   comma, else all of it stays words.
//! - `;` between two digits does not part items: `0;4` is a decimal comma missed by one key.
//! - A name of a drug of seven letters or more may have one wrong letter.
//! - Nothing typed is dropped. The words of a line are kept as said; what of them was not understood stands in
//!   [`Order::unread`](crate::domain::Order::unread), and an item that is not understood at all is [`Item::Words`].
//!
//! The law: [`read`] of what [`print()`] wrote gives the same item, in both languages.

mod action;
mod branch;
mod dose;
mod hidden;
mod item;
mod lexicon;
mod line;
mod measure;
mod names;
mod order;
mod pin;
mod plan;
mod print;
mod proposed;
mod read;
mod represent;
mod rhythm;
mod step;
mod token;
mod when;

pub use hidden::hides_drug;
pub use item::{Consequence, Item, Said};
pub use names::drug_named;
pub use plan::Plan;
pub(super) use print::number;
pub use print::{condition, line as printed, order as ordered, print};
pub(super) use proposed::uppermost;
pub use proposed::{proposed, proposed_by};
pub use read::read;
pub(super) use when::when;
