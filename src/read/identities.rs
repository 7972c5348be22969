//! Files that say who the patients are: what is wrong with one is said without repeating anything of an identity.

use super::{Found, Problem, Reading, decode_error};
use crate::domain::{Day, Identities, IdentityFlaw, Refusal};

/// The keys of the format.
const KEYS: [&str; 13] = [
    "format",
    "patients",
    "case",
    "alias",
    "birth_name",
    "used_name",
    "first_names",
    "birth_date",
    "sex",
    "birth_place",
    "identity_status",
    "ins",
    "ipp",
];

/// What stands for a text of the file.
const UNSAID: &str = "…";

/// Reads a file of identities, all its errors at once. `today` decides which births lie in the future.
pub fn identities(bytes: &[u8], today: Day) -> Reading<Identities> {
    let judge = |identities: &Identities| -> Found {
        identities.flaws(today).into_iter().map(|(path, flaw)| (path, Problem::Misidentified(flaw))).collect()
    };
    let mut reading = super::judged(bytes, &required, &judge);
    for remark in &mut reading.remarks {
        remark.excerpt.clear();
        unsay(&mut remark.problem);
    }
    reading
}

fn required(above: &str) -> &'static [&'static str] {
    match above {
        "" => &["format", "patients"],
        "patients" => &["birth_name", "identity_status"],
        _ => &[],
    }
}

/// Takes out of a problem whatever could be of an identity: values, and keys that are none of the format's.
fn unsay(problem: &mut Problem) {
    if let Problem::Identity { key } = problem {
        let known: Vec<String> = KEYS.iter().map(ToString::to_string).collect();
        let nearest = decode_error::nearest(key, &known);
        *problem = Problem::UnknownKey { key: std::mem::take(key), known, nearest };
    }
    match problem {
        Problem::EmptyFile => *problem = Problem::Misidentified(IdentityFlaw::NothingSaid),
        Problem::ManyDocuments => *problem = Problem::Misidentified(IdentityFlaw::ManyDocuments),
        Problem::Refused(refusal) => unsay_value(refusal),
        Problem::Notation { written } | Problem::UnknownWord { written, .. } => hide(written),
        Problem::DecimalComma { written, meant } => {
            hide(written);
            *meant = None;
        }
        Problem::UnknownKey { key, nearest: None, .. } => hide(key),
        Problem::DuplicateKey { key, .. } if !KEYS.contains(&key.as_str()) => hide(key),
        Problem::Other { message } | Problem::Syntax { message } if message.contains('`') => hide(message),
        _ => {}
    }
}

fn unsay_value(refusal: &mut Refusal) {
    match refusal {
        Refusal::Form { written, .. }
        | Refusal::CheckDigits { written }
        | Refusal::NotANumber { written }
        | Refusal::Comparison { written }
        | Refusal::Spaced { written }
        | Refusal::Ambiguous { written }
        | Refusal::UpsideDown { written }
        | Refusal::Impossible { written, .. } => hide(written),
        Refusal::UnitMissing { .. }
        | Refusal::UnitUnknown { .. }
        | Refusal::TooLong { .. }
        | Refusal::Empty
        | Refusal::Format { .. }
        | Refusal::NoEntry => {}
    }
}

fn hide(text: &mut String) {
    UNSAID.clone_into(text);
}
