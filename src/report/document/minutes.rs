use chrono::{DateTime, FixedOffset, Utc};

use super::super::decision::quorum_said;
use super::super::page::{Grid, Page};
use super::source::Source;
use super::{Document, Letters, Papers, capital, sheet};
use crate::domain::{CaseId, DocumentStatus};
use crate::meeting::session::{Attendee, Session, Span, Stage};
use crate::meeting::{Postponed, Recorded};
use crate::text::{Lang, Words, clock, words};

/// Letters of a hash that are printed: enough to find its event again.
const HASH_LETTERS: usize = 32;

/// What the minutes of a meeting are made from.
#[derive(Debug, Clone, Copy)]
pub struct Minutes<'a> {
    /// The meeting as its acts tell it.
    pub session: &'a Session,
    /// The decisions in force that were taken at it, in their order.
    pub decisions: &'a [Recorded],
    /// The cases that were put off from it.
    pub postponed: &'a [Postponed],
    /// The hash of the journal's last event, so that one can say later whether the journal is still the same.
    pub hash: Option<&'a str>,
    /// The moment up to which what still runs is counted.
    pub until: DateTime<Utc>,
    /// How far the room's clock is from universal time.
    pub offset: FixedOffset,
    /// The language of the minutes.
    pub lang: Lang,
    /// Whether pseudonyms are left out.
    pub masked: bool,
}

impl Minutes<'_> {
    /// The document.
    pub fn document(&self) -> Document {
        let words = words(self.lang);
        let say = &words.documents;
        let day = self.lang.date(self.session.meeting);
        let mut page = Page::default();
        page.title(format!("{} · {day}", say.minutes));
        self.held(&mut page, words);
        self.decided(&mut page, words);
        self.left(&mut page, words);
        self.room(&mut page, words);
        self.end(&mut page, words);
        let is_closed = self.session.stage == Stage::Closed;
        let stage = if is_closed { words.meeting.closed } else { words.minutes.still_open };
        Document {
            lang: self.lang,
            name: format!("{} · {day}", say.minutes),
            stamp: format!("{stage} · {}", self.signed(words)),
            caution: (!is_closed).then(|| words.minutes.provisional.to_owned()),
            foot: self.hash.map(|hash| Self::hash_said(hash, words)).unwrap_or_default(),
            at: self.until,
            letters: Letters::Small,
            page,
            file: format!("{}-{}", say.minutes_file, self.session.meeting),
        }
    }

    const fn papers<'a>(&self, recorded: &'a Recorded) -> Papers<'a> {
        Papers { recorded, lang: self.lang, offset: self.offset, named: None, masked: self.masked }
    }

    fn time(&self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.offset).format("%H:%M").to_string()
    }

    fn span(&self, span: &Span) -> String {
        format!("{}–{}", self.time(span.from), span.to.map(|to| self.time(to)).unwrap_or_default())
    }

    fn spans(&self, spans: &[Span]) -> String {
        spans.iter().map(|span| self.span(span)).collect::<Vec<_>>().join(", ")
    }

    fn hash_said(hash: &str, words: &Words) -> String {
        let short: String = hash.chars().take(HASH_LETTERS).collect();
        (words.minutes.hash)(&short)
    }

    /// `3 decisions, 1 still to be signed`.
    fn signed(&self, words: &Words) -> String {
        let open = self.decisions.iter().filter(|one| one.entry.status() == DocumentStatus::Completed).count();
        (words.minutes.to_sign)(self.decisions.len(), open)
    }

    fn held(&self, page: &mut Page, words: &Words) {
        let (say, own) = (&words.minutes, &words.meeting);
        let Some(opening) = &self.session.opening else {
            page.notice(say.never_opened);
            return;
        };
        let breaks = self.spans(&self.session.breaks);
        page.pairs([
            (capital(own.name), opening.title.clone()),
            (capital(own.place), opening.place.clone()),
            (capital(own.gathering), format!("{} · {}", words.label(opening.gathering), words.label(opening.reach))),
            (capital(own.chair), opening.chair.clone()),
            (capital(own.secretary), opening.secretary.clone()),
            (capital(say.hours), self.spans(&self.session.open)),
            (capital(say.breaks), if breaks.is_empty() { say.no_break.to_owned() } else { breaks }),
            (capital(own.charter), opening.charter.version.clone()),
        ]);
    }

    fn decided(&self, page: &mut Page, words: &Words) {
        page.section(words.minutes.cases);
        if self.decisions.is_empty() {
            page.paragraph(words.minutes.none_decided);
        }
        for (number, one) in (1..).zip(self.decisions) {
            self.decision(page, number, one, words);
        }
    }

    fn decision(&self, page: &mut Page, number: usize, recorded: &Recorded, words: &Words) {
        let (lang, locked) = (self.lang, &recorded.locked);
        let (decision, room) = (&locked.decision, locked.room.as_ref());
        let alias = if self.masked { "–" } else { locked.alias.as_str() };
        page.topic(format!("{number}. {} · {alias} · {}", locked.case_id, words.label(decision.outcome)));
        page.paragraph(locked.question.as_str());
        let papers = self.papers(recorded);
        let source = Source::of(&papers);
        page.items(0, source.lines(false));
        let departures = decision.departures.iter().map(|one| {
            let more = if one.words.is_empty() { String::new() } else { format!(", {}", one.words) };
            format!("{} ({}{more})", source.guideline(&one.guideline), words.label(one.reason))
        });
        let dissent = decision.dissent.iter().filter(|one| one.minuted).map(|one| sheet::dissent(&source, one));
        let mode = room.map(|room| {
            let time = room.seconds.map(|seconds| {
                let budget = room.budget.map(clock).map(|budget| format!(" / {budget}"));
                format!(" · {}{}", clock(seconds), budget.unwrap_or_default())
            });
            format!("{}{}", source.mode(room.mode), time.unwrap_or_default())
        });
        let quorum = room
            .map_or_else(|| words.deliberation.quorum_was_unknown.to_owned(), |room| quorum_said(&room.quorum, words));
        let next = decision.next.map(|day| lang.date(day)).unwrap_or_default();
        page.pairs(source.beside(true).into_iter().chain([
            (words.decision.rationale.to_owned(), decision.rationale.clone()),
            (words.minutes.departures.to_owned(), departures.collect::<Vec<_>>().join(" · ")),
            (
                words.deliberation.agreement.to_owned(),
                decision.agreement.map(|one| words.label(one).to_owned()).unwrap_or_default(),
            ),
            (words.deliberation.dissents.to_owned(), dissent.collect::<Vec<_>>().join(" · ")),
            (words.deliberation.teller.to_owned(), source.teller()),
            (words.deliberation.looked_at_again.to_owned(), next),
            (capital(words.meeting.quorum), quorum),
            (words.minutes.passage.to_owned(), mode.unwrap_or_default()),
            (words.after.status.to_owned(), source.stamp()),
        ]));
    }

    /// What came late, what was put off, what was not reached, each with its reason; what nobody decided.
    fn left(&self, page: &mut Page, words: &Words) {
        let say = &words.minutes;
        let passages = &self.session.passages;
        let late = passages.iter().filter_map(|one| Some((one.case.to_string(), one.added.as_deref()?)));
        let carried = passages.iter().filter_map(|one| Some((one.case.to_string(), one.carried.as_deref()?)));
        let put_off = self.postponed.iter().map(|one| &one.postponement);
        let put_off = put_off.map(|one| (one.case_id.to_string(), one.reason.as_str()));
        let open: Vec<String> = self.undecided().iter().map(ToString::to_string).collect();
        let parts: Vec<(&str, Vec<String>)> = vec![
            (say.late, together(late, words)),
            (say.postponed, together(put_off, words)),
            (say.carried, together(carried, words)),
            (say.undecided, if open.is_empty() { open } else { vec![open.join(", ")] }),
        ];
        for (name, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
            page.section(name);
            page.items(0, lines);
        }
    }

    /// Cases of the agenda that were neither decided, nor put off, nor carried over.
    fn undecided(&self) -> Vec<&CaseId> {
        let planned = self.session.opening.iter().flat_map(|opening| &opening.agenda);
        let is_done = |case: &CaseId| {
            self.decisions.iter().any(|one| one.locked.case_id == *case)
                || self.postponed.iter().any(|one| one.postponement.case_id == *case)
                || self.session.passage(case).is_some_and(|passage| passage.carried.is_some())
        };
        planned.filter(|case| !is_done(case)).collect()
    }

    fn room(&self, page: &mut Page, words: &Words) {
        let own = &words.meeting;
        page.section(words.minutes.people);
        let head = [own.person, own.specialty, own.role, own.presence, words.minutes.stays, words.minutes.interests];
        let rows = self.session.people.iter().map(|one| self.attendee(one, words)).collect();
        page.grid(Grid { head: head.map(capital).to_vec(), rows });
    }

    fn attendee(&self, one: &Attendee, words: &Words) -> Vec<String> {
        let person = &one.person;
        let centre = person.centre.as_ref().map(|centre| format!(", {centre}")).unwrap_or_default();
        let mut declared: Vec<String> = Vec::new();
        for (interest, said) in &one.interests {
            let said = if said.is_empty() { String::new() } else { format!(", {said}") };
            declared.push(format!("{}{said}", words.label(*interest)));
        }
        let recused: Vec<String> = one.recused.iter().map(ToString::to_string).collect();
        if !recused.is_empty() {
            declared.push((words.meeting.recused_from)(&recused.join(", ")));
        }
        vec![
            format!("{}{centre}", person.name),
            words.label(person.specialty).to_owned(),
            words.label(person.role).to_owned(),
            words.label(one.presence).to_owned(),
            self.spans(&one.stays),
            declared.join(" · "),
        ]
    }

    fn end(&self, page: &mut Page, words: &Words) {
        let say = &words.minutes;
        let mut editions: Vec<String> = Vec::new();
        for recorded in self.decisions {
            let papers = self.papers(recorded);
            let source = Source::of(&papers);
            for said in recorded.locked.editions.iter().map(|one| source.guideline(&one.guideline)) {
                if !editions.contains(&said) {
                    editions.push(said);
                }
            }
        }
        page.pairs([(say.editions.to_owned(), editions.join(", "))]);
        let opening = self.session.opening.as_ref();
        for (role, name) in opening
            .iter()
            .flat_map(|one| [(words.meeting.chair, &one.chair), (words.meeting.secretary, &one.secretary)])
        {
            page.blank((say.signature)(role, name));
        }
        if self.hash.is_some() {
            page.note(say.hash_note);
        }
    }
}

/// Cases with the same reason, in one line.
fn together<'a>(cases: impl Iterator<Item = (String, &'a str)>, words: &Words) -> Vec<String> {
    let mut groups: Vec<(&str, Vec<String>)> = Vec::new();
    for (case, reason) in cases {
        match groups.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, cases)) => cases.push(case),
            None => groups.push((reason, vec![case])),
        }
    }
    groups.into_iter().map(|(reason, cases)| format!("{}{}{reason}", cases.join(", "), words.report.colon)).collect()
}
