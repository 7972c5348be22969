//! The meeting, the passage of the case, who took part, the quorum, where each specialty stands.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{CI_SIS, Resource, Said, coded, instant, made_of, note, reference, resource, text};
use crate::domain::{Day, QuorumStatus, Specialty};
use crate::knowledge::Datum;
use crate::meeting::{PersonThen, Recorded};
use crate::store::{Attendant, Chosen, Held, StoreError};
use crate::wording;

/// A meeting and who was there.
pub(super) struct Meeting {
    held: Option<Held>,
    sheet: Vec<Attendant>,
}

/// The meeting that a decision was taken at, and when the case was begun and done with.
pub(super) struct Frame {
    meeting: Option<Rc<Meeting>>,
    passed: [Option<DateTime<Utc>>; 2],
}

impl Frame {
    /// Each meeting is read once.
    pub(super) fn of(
        chosen: &Chosen<'_>,
        recorded: &Recorded,
        known: &mut BTreeMap<Day, Rc<Meeting>>,
    ) -> Result<Self, StoreError> {
        let Some(day) = recorded.locked.room.as_ref().map(|room| room.meeting) else {
            return Ok(Self { meeting: None, passed: [None, None] });
        };
        let meeting = if let Some(meeting) = known.get(&day) {
            Rc::clone(meeting)
        } else {
            let read = Rc::new(Meeting { held: chosen.held(day)?, sheet: chosen.sheet(day)? });
            known.insert(day, Rc::clone(&read));
            read
        };
        Ok(Self { meeting: Some(meeting), passed: chosen.passed(day, &recorded.entry.case_id)? })
    }
}

impl Said<'_> {
    fn meeting_id(&self) -> Option<uuid::Uuid> {
        self.recorded.locked.room.as_ref().map(|room| made_of(&format!("meeting/{}", room.meeting)))
    }

    /// One for each meeting; an appointment has a beginning and an end, so a meeting that is not closed has none yet.
    pub(super) fn meeting(&self) -> Option<Resource> {
        let (id, meeting) = (self.meeting_id()?, self.room.meeting.as_ref()?);
        let held = meeting.held.as_ref()?;
        let end = held.closed_at?;
        let participant = meeting.sheet.iter().map(|one| {
            json!({
                "type": [text(self.words.label(one.role)), text(self.words.label(one.specialty))],
                "actor": self.somebody(&one.name),
                "status": "accepted",
            })
        });
        let participant: Vec<Value> = participant.collect();
        if participant.is_empty() {
            return None;
        }
        let body = json!({
            "status": "fulfilled",
            "appointmentType": text(self.words.fhir.meeting),
            "description": self.typed(&held.title),
            "start": instant(held.opened_at),
            "end": instant(end),
            "participant": participant,
        });
        Some(resource("Appointment", id, body))
    }

    /// The passage of the case: class VR, as the header of the French report of a meeting has it (rcp.md 4.1).
    pub(super) fn passage(&self, meeting: Option<&Resource>) -> Resource {
        let [start, end] = self.room.passed;
        let meeting = meeting.map(|(id, _)| json!([reference(*id)]));
        let body = json!({
            "status": "finished",
            "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "VR"},
            "type": [text(self.words.fhir.meeting)],
            "subject": self.subject(),
            "participant": self.people().map(|one| json!({
                "type": [text(self.words.label(one.person.specialty))],
                "individual": self.somebody(&one.person.name),
            })).collect::<Vec<_>>(),
            "appointment": meeting,
            "period": {"start": start.map(instant), "end": end.map(instant)},
            "reasonReference": self.reason(),
        });
        resource("Encounter", self.id("passage"), body)
    }

    fn people(&self) -> impl Iterator<Item = &PersonThen> {
        self.recorded.locked.room.iter().flat_map(|room| &room.people)
    }

    /// The question that was put.
    pub(super) fn request(&self) -> Resource {
        let body = json!({
            "status": "completed",
            "intent": "order",
            "code": text(self.words.fhir.question),
            "subject": self.subject(),
            "encounter": self.encounter(),
            "authoredOn": self.locked_at(),
            "reasonReference": self.reason(),
            "note": note(&self.typed(self.recorded.locked.question.as_str())),
        });
        resource("ServiceRequest", self.id("request"), body)
    }

    /// Who took part in this case; who did not is said to have not.
    pub(super) fn care_team(&self) -> Resource {
        let member = |one: &PersonThen| {
            let recused = one.recused.then(|| text(self.words.fhir.recused));
            json!({
                "role": [text(self.words.label(one.person.specialty)), text(self.words.label(one.person.role)), recused],
                "member": self.somebody(&one.person.name),
            })
        };
        let body = json!({
            "status": "active",
            "name": self.words.fhir.room,
            "subject": self.subject(),
            "encounter": self.encounter(),
            "participant": self.people().map(member).collect::<Vec<_>>(),
        });
        resource("CareTeam", self.id("team"), body)
    }

    /// Quorum, completeness of the file, state of the document: the codes of the French report (rcp.md 4.1).
    pub(super) fn state_of_the_room(&self) -> Vec<Resource> {
        let say = &self.words.fhir;
        let locked = &self.recorded.locked;
        let observed = |part: &str, code: Value, more: Value| {
            let mut body = json!({
                "status": "final",
                "code": code,
                "subject": self.subject(),
                "focus": [self.plan()],
                "encounter": self.encounter(),
                "effectiveDateTime": self.locked_at(),
            });
            if let (Value::Object(body), Value::Object(more)) = (&mut body, more) {
                body.extend(more);
            }
            resource("Observation", self.id(part), body)
        };
        let quorum = locked.room.as_ref().map_or(QuorumStatus::Unknown, |room| room.quorum.status);
        let status = self.recorded.entry.status();
        let mut all = vec![
            observed(
                "quorum",
                coded(CI_SIS, "ORG-125", say.quorum),
                json!({"valueCodeableConcept": coded(CI_SIS, quorum.code(), self.words.label(quorum))}),
            ),
            observed(
                "document",
                coded(CI_SIS, "GEN-065", self.words.after.status),
                json!({"valueCodeableConcept": coded(CI_SIS, status.code(), self.words.label(status))}),
            ),
        ];
        // What was recorded before a room was says nothing of the file.
        if locked.room.is_some() {
            let lacks =
                if locked.missing.is_empty() { String::new() } else { (say.lacks)(&self.data(&locked.missing)) };
            let more = json!({"valueBoolean": locked.missing.is_empty(), "note": note(&self.typed(&lacks))});
            all.push(observed("file", coded(CI_SIS, "GEN-100", say.complete_file), more));
        }
        all
    }

    /// Data by their codes, in words; one that this edition no longer knows stays a code.
    fn data(&self, codes: &[String]) -> String {
        let name = |code| Datum::from_code(code).map_or(code, |datum| wording::datum(self.words, datum));
        codes.iter().map(|code| name(code.as_str())).collect::<Vec<_>>().join(", ")
    }

    /// Where each specialty stands, and the disagreements that the minutes print.
    pub(super) fn positions(&self) -> Vec<Resource> {
        let say = &self.words.fhir;
        let decision = &self.recorded.locked.decision;
        let stand = |who: (Specialty, Option<&str>), part: String, code: &str, value: Value, words: String| {
            let named = who.1.and_then(|name| self.export.mask.name(name));
            let who = named.map_or_else(|| self.words.label(who.0).to_owned(), ToOwned::to_owned);
            let body = json!({
                "status": "final",
                "code": text(code),
                "subject": self.subject(),
                "focus": [self.plan()],
                "encounter": self.encounter(),
                "effectiveDateTime": self.locked_at(),
                "performer": [text_of(&who)],
                "valueCodeableConcept": value,
                "note": note(&words),
            });
            resource("Observation", self.id(&part), body)
        };
        let mut all = Vec::new();
        for (place, one) in (1..).zip(&decision.positions) {
            let who = (one.specialty, one.person.as_deref());
            let before = one.before.map(|stand| (say.before)(self.words.label(stand)));
            let after = one.after.map(|stand| (say.after)(self.words.label(stand)));
            let last = one.after.or(one.before).map(|stand| text(self.words.label(stand)));
            let words =
                before.into_iter().chain(after).chain([self.typed(&one.words)]).filter(|words| !words.is_empty());
            let words = words.collect::<Vec<_>>().join("\n");
            all.push(stand(who, format!("position/{place}"), say.position, last.into(), words));
        }
        for (place, one) in (1..).zip(&decision.dissent).filter(|(_, one)| one.minuted) {
            let who = (one.specialty, one.person.as_deref());
            all.push(stand(who, format!("dissent/{place}"), say.dissent, Value::Null, self.typed(&one.words)));
        }
        all
    }
}

fn text_of(display: &str) -> Value {
    json!({"display": crate::text::visible(display)})
}
