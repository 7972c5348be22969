//! What the label of a drug that a decision starts says in France, where it is not simply in order for this patient.

use super::{Agent, Alert, AlertGround, Country, Facts, Formulary, Given, Label, LabelStatus, Level, Reference, Words};
use crate::knowledge::Checked;
use crate::text::{Lang, words};

/// One line to know for each started drug outside its label, not reimbursed, or not verified.
pub(super) fn label_alerts(formulary: &Formulary, facts: &Facts) -> Vec<Alert> {
    let given = facts.board().given();
    let with: Vec<Agent> = given.iter().filter_map(|one| formulary.agent(one.drug)).collect();
    let started = given.iter().filter(|one| one.is_started);
    let alerts = started.filter_map(|one| {
        let agent = formulary.agent(one.drug).filter(|agent| *agent != Agent::Glucocorticoid)?;
        let status = formulary.status(agent, &with, facts, Country::France);
        let label = formulary.label(agent, Country::France);
        let is_open = label.is_some_and(|label| label.reimbursement_not_verified);
        (status != LabelStatus::Labelled || is_open).then(|| alert(one, status, label))
    });
    alerts.collect()
}

fn alert(given: &Given, status: LabelStatus, label: Option<&Label>) -> Alert {
    let said = |lang: Lang| {
        let words = words(lang);
        let status = (words.codes.label)(status.code());
        let country = (words.codes.country)(Country::France.code());
        let note = label.and_then(|label| label.note.as_ref()).map(|note| format!(". {}", note.said(lang)));
        format!("{}{} {status} ({country}){}", words.label(given.drug), words.guide.colon, note.unwrap_or_default())
    };
    let name = |lang: Lang| {
        let words = words(lang);
        let status = (words.codes.label)(status.code());
        format!("{}{} {status}", words.label(given.drug), words.guide.colon)
    };
    Alert {
        rule: "label".to_owned(),
        level: Level::Info,
        fires: true,
        missing: Vec::new(),
        grounds: vec![AlertGround { fact: None, amount: None, evidence: vec![given.evidence.clone()] }],
        drugs: vec![given.drug],
        name: Words { fr: name(Lang::Fr), en: name(Lang::En) },
        said: Words { fr: said(Lang::Fr), en: said(Lang::En) },
        not_judged: None,
        source: label
            .map(|label| Reference { name: label.source.clone(), reference: None, doi: None })
            .into_iter()
            .collect(),
        as_of: label.map_or_else(|| "n. d.".to_owned(), |label| label.as_of.clone()),
        checked: label.map_or(Checked::Memory, |label| label.checked),
    }
}
