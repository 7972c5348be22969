use super::Lang;
use crate::domain::CaseId;

/// A case file to fill in, with a comment in this language on each part of the format.
pub fn skeleton(lang: Lang, case: &CaseId) -> String {
    let template = match lang {
        Lang::Fr => include_str!("skeleton.fr.yaml"),
        Lang::En => include_str!("skeleton.en.yaml"),
    };
    template.replace("{case}", &plain_or_quoted(case.as_str()))
}

/// A file of invented identities, with a comment in this language on each part of the format.
pub const fn identities_example(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => include_str!("identities.fr.yaml"),
        Lang::En => include_str!("identities.en.yaml"),
    }
}

/// A number of a case that YAML might take for something else than a text stands in quotes.
fn plain_or_quoted(case: &str) -> String {
    let is_plain = case.starts_with(|c: char| c.is_ascii_alphabetic()) && case.contains('-');
    if is_plain { case.to_owned() } else { format!("\"{case}\"") }
}
