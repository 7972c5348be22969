//! Everything that is locked with a decision: the case as it was, what the guidelines said, the room.

use chrono::{DateTime, Utc};

use super::Form;
use crate::domain::Decision;
use crate::knowledge;
use crate::meeting::{DecisionId, GuidelineEdition, Locked, Profile, Session, sha256};
use crate::text::Lang;

/// What is locked of this form; `None` if the facts could not be written down, which is a fault.
pub fn locked(
    form: &Form,
    decision: &Decision,
    session: &Session,
    now: DateTime<Utc>,
    previous: Option<DecisionId>,
    lang: Lang,
) -> Option<Locked> {
    let opened = &form.opened;
    let shown = opened.shown(lang);
    let case_yaml = opened.file.text.to_string();
    let editions = opened.table.columns.iter();
    Some(Locked {
        case_id: opened.case.case.clone(),
        alias: opened.case.patient.alias.clone(),
        meeting: opened.case.meeting,
        question: opened.case.question.clone(),
        class: shown.class,
        upcr: shown.upcr,
        egfr: shown.egfr,
        case_sha256: sha256(&case_yaml),
        case_yaml,
        facts: serde_json::to_value(&opened.facts).ok()?,
        table: serde_json::to_value(&opened.table).ok()?,
        safety: serde_json::to_value(&form.safety).ok()?,
        editions: editions
            .map(|one| GuidelineEdition { guideline: one.guideline.clone(), edition: one.edition.clone() })
            .collect(),
        language: lang.code().to_owned(),
        decision: decision.clone(),
        profile: Some(Profile::of(&opened.case, &opened.facts, decision)),
        missing: knowledge::missing(&opened.table).iter().map(|one| one.datum.code().to_owned()).collect(),
        room: session.then(&opened.case.case, opened.case.mode, opened.case.rule.as_deref(), now),
        amends: form.draft().amends,
        previous: previous.filter(|_| form.amends.is_none()),
    })
}

impl Form {
    /// The decision, complete, with what its label says of each drug.
    ///
    /// # Errors
    /// Everything that is still lacking.
    pub fn decide(&self, today: crate::domain::Day) -> Result<Decision, Vec<crate::meeting::Lack>> {
        let mut decision = self.draft().decide(self.concordance.clone(), today)?;
        decision.uses = self.uses(&decision.lines, &self.talk.uses);
        Ok(decision)
    }
}
