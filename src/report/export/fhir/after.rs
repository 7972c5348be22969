//! What came after the decision: the patient told, what came of it, who recorded and who signed.

use serde_json::{Value, json};

use super::{Resource, Said, instant, note, resource, text, version};
use crate::meeting::{AfterAct, FollowUp};

impl Said<'_> {
    /// That the patient was told, and what they answer.
    pub(super) fn told(&self) -> Vec<Resource> {
        let say = &self.words.fhir;
        let told = self.recorded.after.iter().filter_map(|act| match &act.what.done {
            AfterAct::Told { on, by, answer, words } => {
                let answer = self.words.label(*answer);
                let words = self.typed(words);
                let said = if words.is_empty() { answer.to_owned() } else { format!("{answer}\n{words}") };
                let body = json!({
                    "status": "completed",
                    "topic": text(say.told),
                    "subject": self.subject(),
                    "about": [self.plan()],
                    "encounter": self.encounter(),
                    "sent": on.to_string(),
                    "recipient": [self.subject()],
                    "sender": self.somebody(by),
                    "payload": [{"contentString": said}],
                });
                Some(resource("Communication", self.id(&format!("told/{}", act.seq)), body))
            }
            _ => None,
        });
        told.collect()
    }

    /// Each look back, with what was measured then, as it was written.
    pub(super) fn follow_ups(&self) -> Vec<Resource> {
        let looks = self.recorded.after.iter().filter_map(|act| match &act.what.done {
            AfterAct::Followed(look) => {
                let body = json!({
                    "status": "final",
                    "code": text(&(self.words.fhir.follow_up)(look.months)),
                    "subject": self.subject(),
                    "focus": [self.plan()],
                    "effectiveDateTime": look.on.to_string(),
                    "component": self.components(look),
                    "note": note(&self.typed(&look.words)),
                });
                Some(resource("Observation", self.id(&format!("look/{}", act.seq)), body))
            }
            _ => None,
        });
        looks.collect()
    }

    fn components(&self, look: &FollowUp) -> Vec<Value> {
        let say = &self.words.fhir;
        let label = |name: &str, label: &str| json!({"code": text(name), "valueCodeableConcept": text(label)});
        let written = |name: &str, value: &str| json!({"code": text(name), "valueString": self.typed(value)});
        let mut all = vec![label(say.fulfilment, self.words.label(look.fulfilment))];
        all.extend(look.reason.map(|one| label(say.reason, self.words.label(one))));
        all.extend(look.outcome.map(|one| label(say.outcome, self.words.label(one))));
        all.extend(look.upcr.as_deref().map(|value| written(say.upcr, value)));
        all.extend(look.egfr.as_deref().map(|value| written(say.egfr, value)));
        all.extend(look.sledai.map(|points| json!({"code": text(say.sledai), "valueInteger": points})));
        all.extend(look.steroid.as_deref().map(|value| written(say.steroid, value)));
        all
    }

    /// Who recorded this version, who signed it, and what it replaces.
    pub(super) fn provenance(&self) -> Resource {
        let say = &self.words.fhir;
        let entry = &self.recorded.entry;
        let agent = |kind: &str, name: &str| {
            let who = self.export.mask.name(name).unwrap_or("–");
            json!({"type": text(kind), "who": {"display": crate::text::visible(who)}})
        };
        let signed = self.recorded.after.iter().filter(|act| act.what.decision == entry.id);
        let signed = signed.filter_map(|act| match &act.what.done {
            AfterAct::Signed { by } => Some(agent(say.signatory, by)),
            _ => None,
        });
        let agents: Vec<Value> = std::iter::once(agent(say.author, &entry.actor)).chain(signed).collect();
        let amends = entry.amends.as_ref();
        let body = json!({
            "target": [self.plan()],
            "recorded": instant(entry.locked_at),
            "reason": amends.map(|amends| json!([text(&self.typed(&amends.reason))])),
            "agent": agents,
            "entity": amends.map(|amends| json!([{"role": "revision", "what": {"identifier": version(amends.decision)}}])),
        });
        resource("Provenance", self.id("provenance"), body)
    }
}
