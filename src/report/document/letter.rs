use super::super::page::Page;
use super::source::Source;
use super::{Document, Letters, sheet};
use crate::domain::{Outcome, Paper, QuorumStatus, Requester};
use crate::wording;

/// The letter to whoever asked: question, proposal, why, what is asked of them, when; the requester stays responsible.
pub(super) fn letter(source: &Source<'_>) -> Document {
    let (say, words, lang) = (&source.words.letter, source.words, source.lang);
    let decision = &source.locked.decision;
    let mut page = Page::default();
    page.title(say.title);
    let asked = source.case.as_ref().and_then(|case| case.requester.as_ref()).filter(|_| !source.papers.masked);
    page.paragraph(asked.map_or_else(|| say.to_nobody.to_owned(), |one| (say.to)(&addressed(one))));
    let named = source.papers.named.map(|name| (words.documents.identity.to_owned(), name.to_owned()));
    let about = (say.subject.to_owned(), format!("{} · {}", source.locked.case_id, source.patient()));
    page.pairs(named.into_iter().chain([about]));
    source.quorum_notice().into_iter().for_each(|notice| page.notice(notice));
    if let Some((version, reason)) = source.replaces() {
        page.notice((say.replaces)(&version.to_string(), reason));
    }
    page.paragraph(say.greeting);
    let day = lang.date(source.held());
    let room = source.locked.room.as_ref();
    page.paragraph(match room {
        Some(room) => (say.opening)(&room.title, &day),
        None => (say.opening_no_room)(&day),
    });
    page.paragraph((say.quoted)(source.locked.question.as_str()));

    page.section(say.proposal);
    if decision.outcome != Outcome::Decided {
        page.topic(words.label(decision.outcome));
    }
    let lines = source.lines(false);
    if lines.is_empty() {
        page.paragraph(say.no_line);
    }
    page.items(0, lines);
    page.pairs(source.beside(false));
    let stops: Vec<String> =
        source.stops().map(|alert| format!("{} ({})", alert.said.said(lang), wording::vouched(lang, alert))).collect();
    if !stops.is_empty() {
        page.section(say.stops);
        page.items(0, stops);
    }

    page.section(say.reasons);
    page.paragraph(decision.rationale.as_str());
    for departure in &decision.departures {
        let mut reason = words.label(departure.reason).to_owned();
        if !departure.words.is_empty() {
            reason = format!("{reason}, {}", departure.words);
        }
        page.item(0, (say.departs)(&source.guideline(&departure.guideline), &reason));
    }
    for one in decision.dissent.iter().filter(|one| one.minuted) {
        page.item(0, format!("{}{}{}", say.dissent, words.report.colon, sheet::dissent(source, one)));
    }

    page.section(say.asked);
    page.items(0, decision.actions.iter().map(|action| wording::action(lang, action)));
    page.item(
        0,
        match (&decision.teller, decision.tell_by) {
            (Some(teller), Some(by)) => (say.told_by)(teller, &lang.date(by)),
            (Some(teller), None) => (say.told)(teller),
            (None, _) => say.nobody_tells.to_owned(),
        },
    );
    page.items(0, decision.patient_question.iter().map(|question| (say.patient_question)(question)));
    page.items(0, decision.next.iter().map(|day| (say.next)(&lang.date(*day))));
    page.items(0, decision.represent.iter().map(|day| (say.back)(&lang.date(*day))));

    let quorum = room.map_or(QuorumStatus::Unknown, |room| room.quorum.status);
    page.section(say.standing);
    page.paragraph(match quorum {
        QuorumStatus::Reached => say.valid,
        QuorumStatus::NotReached => say.staff,
        QuorumStatus::Unknown => say.quorum_unknown,
    });
    page.paragraph(say.responsible);
    page.paragraph(say.closing);
    page.paragraph((say.for_the_meeting)(room.map_or(say.no_chair, |room| room.chair.as_str())));
    let signed = source.signed_by().map(|(by, day)| (words.after.signed)(&by, &lang.date(day)));
    page.paragraph(signed.unwrap_or_else(|| say.not_signed_yet.to_owned()));
    source.document(Paper::Letter, Letters::Usual, page)
}

fn addressed(one: &Requester) -> String {
    let who = [Some(one.name.as_str()), one.specialty.as_deref(), one.centre.as_deref()];
    who.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
