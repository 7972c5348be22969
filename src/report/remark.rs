//! What is remarked on the lines of a draft, in words.

use crate::domain::{Case, Day, Line, Outcome};
use crate::meeting::{Remark, remarks};
use crate::text::{Lang, words};

/// A remark as the room hears it.
pub fn remark_said(remark: &Remark, lang: Lang) -> String {
    let words = words(lang);
    let say = &words.shorthand;
    match remark {
        Remark::TwoLines(drug) => (say.two_lines)(words.label(*drug)),
        Remark::Taken(drug, dose, since) => {
            let dose = dose.map(|dose| lang.dose(&dose)).unwrap_or_default();
            (say.taken)(words.label(*drug), &dose, &lang.date(*since))
        }
        Remark::DosesOpen(drugs) => {
            let drugs: Vec<&str> = drugs.iter().map(|drug| words.label(*drug)).collect();
            format!("{}{}{}", say.dose_open, words.report.colon, drugs.join(", "))
        }
        Remark::AfterDeath => say.after_death.to_owned(),
    }
}

/// The remarks on these lines, one a row.
pub fn remarks_text(outcome: Outcome, lines: &[Line], case: &Case, today: Day, lang: Lang) -> String {
    remarks(Some(outcome), lines, case, today).into_iter().map(|one| remark_said(&one, lang) + "\n").collect()
}
