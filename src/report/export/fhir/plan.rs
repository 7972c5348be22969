//! The decision: its plan, its lines, what is conditional, aimed at and to be done, how it reads against the guidelines.

use serde_json::{Value, json};

use super::{Resource, Said, note, number, reference, resource, text, version};
use crate::domain::{
    ActionEnd, Aim, Comparison, DocumentStatus, Intention, Line, LineKind, OrderedDose, Outcome, Per, Reading, Target,
    Then, Threshold,
};
use crate::meeting::AfterAct;

impl Said<'_> {
    /// The plan, which everything else points at: with references to its parts, its goals, and the looks back.
    pub(super) fn care_plan(&self, parts: &[Value], goals: &[Value], looks: &[Value]) -> Resource {
        let say = &self.words.fhir;
        let (entry, decision) = (&self.recorded.entry, &self.recorded.locked.decision);
        let status = match (entry.is_current, entry.status()) {
            (false, _) => "revoked",
            (true, DocumentStatus::Closed) => "completed",
            (true, _) if is_put_off(decision.outcome) => "on-hold",
            (true, _) => "active",
        };
        let came_of_it = (!looks.is_empty()).then(|| json!({"outcomeReference": looks}));
        let activity: Vec<Value> = parts.iter().map(|part| json!({"reference": part})).chain(came_of_it).collect();
        let next = decision.next.or(decision.represent).map(|day| self.export.lang.date(day));
        let next = next.map(|day| format!("{}{}{day}", self.words.decision.next, self.words.report.colon));
        let notes =
            [Some(self.typed(&decision.rationale)), next].into_iter().flatten().map(|words| json!({"text": words}));
        let body = json!({
            "identifier": [version(entry.id)],
            "replaces": entry.amends.as_ref().map(|amends| json!([{"identifier": version(amends.decision)}])),
            "status": status,
            "intent": "plan",
            "category": [text(say.meeting)],
            "title": format!("{}, {}", say.decision, (say.version)(entry.version)),
            "description": self.words.label(decision.outcome),
            "subject": self.subject(),
            "encounter": self.encounter(),
            "created": self.locked_at(),
            "careTeam": [reference(self.id("team"))],
            "addresses": self.reason(),
            "supportingInfo": [reference(self.id("impression"))],
            "goal": goals,
            "activity": activity,
            "note": notes.collect::<Vec<_>>(),
        });
        resource("CarePlan", self.id("plan"), body)
    }

    /// A line with a drug is a proposed prescription, any other a proposed act.
    pub(super) fn lines(&self) -> Vec<Resource> {
        let lines = (1_u32..).zip(&self.recorded.locked.decision.lines);
        lines
            .map(|(place, line)| if line.drug.is_some() { self.drug(place, line) } else { self.act(place, line) })
            .collect()
    }

    fn drug(&self, place: u32, line: &Line) -> Resource {
        let say = &self.words.fhir;
        let decision = &self.recorded.locked.decision;
        let title = decision.uses.iter().find(|one| Some(one.drug) == line.drug);
        let category = [
            Some(text(self.words.label(line.kind))),
            (line.intention == Intention::Alternative).then(|| text(say.alternative)),
            title.map(|one| text(&(say.use_title)(self.words.label(one.title)))),
        ];
        let order = line.order.as_ref();
        let dosage = json!({
            "sequence": place,
            "text": self.typed(&line.words),
            "route": order.and_then(|order| order.route).map(|route| text(self.words.label(route))),
            "doseAndRate": order.and_then(|order| order.dose.as_ref()).and_then(dose).map(|dose| json!([dose])),
        });
        let body = json!({
            "status": standing(line),
            "intent": "proposal",
            "category": category.into_iter().flatten().collect::<Vec<_>>(),
            "doNotPerform": (line.kind == LineKind::Stop).then_some(true),
            "medicationCodeableConcept": line.drug.map(|drug| text(self.words.label(drug))),
            "subject": self.subject(),
            "encounter": self.encounter(),
            "authoredOn": self.locked_at(),
            "reasonReference": self.reason(),
            "note": note(&self.condition_of(line)),
            "dosageInstruction": [dosage],
        });
        resource("MedicationRequest", self.id(&format!("line/{place}")), body)
    }

    fn act(&self, place: u32, line: &Line) -> Resource {
        let alternative =
            (line.intention == Intention::Alternative).then(|| json!([text(self.words.fhir.alternative)]));
        let body = json!({
            "status": standing(line),
            "intent": "proposal",
            "category": alternative,
            "code": text(&self.typed(&line.words)),
            "subject": self.subject(),
            "encounter": self.encounter(),
            "authoredOn": self.locked_at(),
            "reasonReference": self.reason(),
            "note": note(&self.condition_of(line)),
        });
        resource("ServiceRequest", self.id(&format!("line/{place}")), body)
    }

    fn condition_of(&self, line: &Line) -> String {
        line.condition.as_deref().map(|branch| (self.words.fhir.hangs_on)(branch)).unwrap_or_default()
    }

    /// What holds only if something happens.
    pub(super) fn conditional(&self) -> Vec<Resource> {
        let say = &self.words.fhir;
        let branches = &self.recorded.locked.decision.branches;
        if branches.is_empty() {
            return Vec::new();
        }
        let actions = branches.iter().map(|branch| {
            let said = self.typed(&branch.trigger.words);
            let then = match &branch.then {
                Then::RePresent => say.re_present.to_owned(),
                Then::Line => say.follow_the_line.to_owned(),
                Then::Words(words) => self.typed(words),
            };
            // The schema knows three languages of expressions, and words are none of them.
            json!({
                "prefix": branch.id,
                "title": then,
                "textEquivalent": said,
                "condition": [{"kind": "applicability"}],
                "timingDateTime": branch.due().map(|day| day.to_string()),
            })
        });
        let body = json!({
            "status": "active",
            "intent": "plan",
            "code": text(say.branches),
            "subject": self.subject(),
            "encounter": self.encounter(),
            "authoredOn": self.locked_at(),
            "action": actions.collect::<Vec<_>>(),
        });
        vec![resource("RequestGroup", self.id("branches"), body)]
    }

    /// What is aimed at.
    pub(super) fn goals(&self) -> Vec<Resource> {
        let goal = |(place, target): (u32, &Target)| {
            let what = match &target.what {
                Aim::Measure(measure) => self.words.label(*measure).to_owned(),
                Aim::Drug(drug) => self.words.label(*drug).to_owned(),
                Aim::Words(words) => self.typed(words),
            };
            let comparison = target.comparison.map(Comparison::code).unwrap_or_default();
            let value = target.value.as_ref().map(|value| format!("{} {}", value.amount, unit(value)));
            let said = [what.clone(), comparison.to_owned(), value.unwrap_or_default()];
            let said =
                said.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            let quantity = target.value.as_ref().map(|value| {
                json!({
                    "value": number(&value.amount.to_string()),
                    "comparator": comparison,
                    "unit": unit(value),
                })
            });
            let body = json!({
                "lifecycleStatus": "active",
                "description": text(&said),
                "subject": self.subject(),
                "target": [{
                    "measure": text(&what),
                    "detailQuantity": quantity,
                    "dueDate": target.day().map(|day| day.to_string()),
                }],
                "addresses": self.reason(),
            });
            resource("Goal", self.id(&format!("goal/{place}")), body)
        };
        (1..).zip(&self.recorded.locked.decision.targets).map(goal).collect()
    }

    /// What is to be done beside the drugs, and how it ended where it did.
    pub(super) fn tasks(&self) -> Vec<Resource> {
        let task = |(place, action): (u32, &crate::domain::ActionItem)| {
            let ended = self.ended(place);
            let status = match ended.map(|(end, _)| end) {
                None => "requested",
                Some(ActionEnd::Done) => "completed",
                Some(ActionEnd::Dropped) => "cancelled",
            };
            let reason = ended.map(|(_, words)| self.typed(words)).filter(|words| !words.is_empty());
            let body = json!({
                "basedOn": [self.plan()],
                "status": status,
                "statusReason": reason.map(|words| text(&words)),
                "intent": "order",
                "code": text(self.words.label(action.kind)),
                "description": self.typed(&action.what),
                "for": self.subject(),
                "encounter": self.encounter(),
                "authoredOn": self.locked_at(),
                "owner": action.owner.as_deref().map(|name| self.somebody(name)),
                "restriction": {"period": {"end": action.due().map(|day| day.to_string())}},
            });
            resource("Task", self.id(&format!("task/{place}")), body)
        };
        (1..).zip(&self.recorded.locked.decision.actions).map(task).collect()
    }

    /// How an action of this version ended.
    fn ended(&self, place: u32) -> Option<(ActionEnd, &str)> {
        let own = self.recorded.after.iter().filter(|act| act.what.decision == self.recorded.entry.id);
        own.rev().find_map(|act| match &act.what.done {
            AfterAct::ActionEnded { action, end, words, .. } if *action == place => Some((*end, words.as_str())),
            _ => None,
        })
    }

    /// One response for each guideline, with its edition.
    pub(super) fn guidance(&self) -> Vec<Resource> {
        let decision = &self.recorded.locked.decision;
        let response = decision.concordance.iter().map(|read| {
            let status = if read.reading == Reading::CannotSay { "data-required" } else { "success" };
            let said = (!read.statements.is_empty()).then(|| (self.words.fhir.statements)(&read.statements.join(", ")));
            let body = json!({
                "moduleCodeableConcept": text(&format!("{} ({})", read.guideline, read.edition)),
                "status": status,
                "subject": self.subject(),
                "encounter": self.encounter(),
                "occurrenceDateTime": self.locked_at(),
                "reasonCode": [text(self.words.label(read.reading))],
                "note": note(&self.typed(&said.unwrap_or_default())),
            });
            resource("GuidanceResponse", self.id(&format!("guidance/{}", read.guideline)), body)
        });
        response.collect()
    }

    /// What departs from a guideline, and the reason that was given.
    pub(super) fn deviations(&self) -> Vec<Resource> {
        let decision = &self.recorded.locked.decision;
        let deviation = decision.departures.iter().map(|one| {
            let is_read = decision.concordance.iter().any(|read| read.guideline == one.guideline);
            let evidence = is_read.then(|| reference(self.id(&format!("guidance/{}", one.guideline))));
            let body = json!({
                "status": "final",
                "code": text(&(self.words.fhir.deviation)(&one.guideline)),
                "patient": self.subject(),
                "identifiedDateTime": self.locked_at(),
                "implicated": [self.plan()],
                "evidence": evidence.map(|evidence| json!([{"detail": [evidence]}])),
                "detail": self.typed(&one.words),
                "mitigation": [{"action": text(self.words.label(one.reason))}],
            });
            resource("DetectedIssue", self.id(&format!("deviation/{}", one.guideline)), body)
        });
        deviation.collect()
    }
}

/// Whether the case left without a decision and comes back.
const fn is_put_off(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::DeferredMissingData | Outcome::DeferredMissingSpecialist | Outcome::DeferredTime)
}

/// An alternative and what hangs on a condition are not in force.
fn standing(line: &Line) -> &'static str {
    match line.kind {
        _ if !line.is_given() => "draft",
        LineKind::Hold => "on-hold",
        _ => "active",
    }
}

/// The unit as text; a change says that it is one.
fn unit(value: &Threshold) -> &str {
    if value.is_change { "% change" } else { &value.unit }
}

/// What is counted over a time is a rate, what is given once a dose; a limit is neither and stays in the words.
fn dose(dose: &OrderedDose) -> Option<Value> {
    if dose.limit.is_some() {
        return None;
    }
    let per = dose.per.filter(|per| *per != Per::Administration);
    let unit = per.map_or_else(|| dose.unit.code().to_owned(), |per| format!("{}/{}", dose.unit.code(), per.code()));
    let quantity = |amount: &crate::domain::Written| json!({"value": number(&amount.to_string()), "unit": unit});
    let name = if per.is_some() { "rate" } else { "dose" };
    Some(match &dose.most {
        Some(most) => json!({format!("{name}Range"): {"low": quantity(&dose.amount), "high": quantity(most)}}),
        None => json!({format!("{name}Quantity"): quantity(&dose.amount)}),
    })
}
