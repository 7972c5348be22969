use super::super::head;
use super::super::marks;
use super::super::page::{Grid, Page};
use super::source::Source;
use super::{Document, Letters, capital};
use crate::domain::{Day, Paper};
use crate::knowledge::{Cell, Column, Datum, Row, Table, Topic};
use crate::meeting::RoomThen;
use crate::wording;

/// Rows of the side-by-side table that a sheet prints, in this order, where a guideline speaks on them for this patient.
const TOPICS: [Topic; 13] = [
    Topic::InitialTherapy,
    Topic::Maintenance,
    Topic::InadequateResponse,
    Topic::Refractory,
    Topic::Relapse,
    Topic::GcPulse,
    Topic::GcStart,
    Topic::GcTarget,
    Topic::Response6m,
    Topic::Response12m,
    Topic::Withdrawal,
    Topic::Pregnancy,
    Topic::Rebiopsy,
];
/// LOINC code of minutes of a multidisciplinary meeting (rcp.md 4.1).
const LOINC: &str = "34794-8";

/// The sheet of a case (fiche RCP): question, decision and reasons first; then what was said, the file, the meeting.
pub(super) fn sheet(source: &Source<'_>) -> Document {
    let mut page = Page::default();
    page.title(format!("{} · {}", source.words.documents.sheet, source.locked.case_id));
    who(&mut page, source);
    source.quorum_notice().into_iter().for_each(|notice| page.notice(notice));
    decision(&mut page, source);
    guidelines(&mut page, source);
    record(&mut page, source);
    safety(&mut page, source);
    meeting(&mut page, source);
    source.document(Paper::Sheet, Letters::Small, page)
}

fn who(page: &mut Page, source: &Source<'_>) {
    let (say, lang) = (&source.words.sheet, source.lang);
    let room = source.locked.room.as_ref();
    let meeting = [room.map(|room| room.title.clone()), Some(lang.date(source.held()))];
    let named = source.papers.named.map(|name| (source.words.documents.identity.to_owned(), name.to_owned()));
    let pairs = [
        named,
        Some((say.patient.to_owned(), source.patient())),
        Some((say.meeting.to_owned(), meeting.into_iter().flatten().collect::<Vec<_>>().join(" · "))),
    ];
    page.pairs(pairs.into_iter().flatten());
}

fn decision(page: &mut Page, source: &Source<'_>) {
    let (words, lang) = (source.words, source.lang);
    let (say, own) = (&words.sheet, &words.deliberation);
    let decision = &source.locked.decision;
    page.section(say.question);
    page.paragraph(source.locked.question.as_str());
    page.section(say.decision);
    page.topic(words.label(decision.outcome));
    page.items(0, source.lines(true));
    page.pairs(source.beside(true));
    page.topic(words.decision.rationale);
    page.paragraph(decision.rationale.as_str());
    let next = decision.next.or(decision.represent).map_or_else(|| own.no_next.to_owned(), |day| lang.date(day));
    let voices = [decision.agreement.map(|one| words.label(one)), decision.confidence.map(|one| words.label(one))];
    let uses = decision.uses.iter().filter(|one| one.title != crate::domain::UseType::InLabel);
    let uses: Vec<String> = uses.map(|one| format!("{} ({})", words.label(one.drug), words.label(one.title))).collect();
    let minuted = decision.dissent.iter().filter(|one| one.minuted);
    let dissent: Vec<String> = minuted.map(|one| dissent(source, one)).collect();
    page.pairs([
        (own.agreement.to_owned(), voices.into_iter().flatten().collect::<Vec<_>>().join(" · ")),
        (own.dissents.to_owned(), dissent.join(" · ")),
        (own.uses.to_owned(), uses.join(" · ")),
        (own.asked_of_patient.to_owned(), decision.patient_question.clone().unwrap_or_default()),
        (own.looked_at_again.to_owned(), next),
        (own.teller.to_owned(), source.teller()),
    ]);
}

/// Whose dissent, by specialty; the name only where they wished it and names are told.
pub(super) fn dissent(source: &Source<'_>, one: &crate::domain::Dissent) -> String {
    let specialty = source.words.label(one.specialty);
    let person = one.person.as_ref().filter(|_| !source.papers.masked).map(|name| format!(" ({name})"));
    format!("{specialty}{}{}{}", person.unwrap_or_default(), source.words.report.colon, one.words)
}

fn guidelines(page: &mut Page, source: &Source<'_>) {
    let say = &source.words.sheet;
    page.section(say.guidelines);
    let Some(table) = &source.table else {
        page.paragraph(say.file_unreadable);
        return;
    };
    let columns = table.columns.iter().map(Column::heading);
    let head = std::iter::once(source.words.report.topic.to_owned()).chain(columns).chain([source
        .words
        .table
        .agreement
        .to_owned()]);
    let mut rows = vec![this_decision(source, table)];
    let spoken = TOPICS.iter().filter_map(|topic| table.row(*topic)).filter(|row| row.speaks());
    rows.extend(spoken.map(|row| self::row(source, row)));
    page.grid(Grid { head: head.collect(), rows });
}

/// How the decision reads against each guideline, and why it departs.
fn this_decision(source: &Source<'_>, table: &Table) -> Vec<String> {
    let (words, decision) = (source.words, &source.locked.decision);
    let reading = |column: &Column| {
        let read = decision.concordance.iter().find(|one| one.guideline == column.guideline);
        read.map_or_else(|| "–".to_owned(), |one| wording::concordance(words, decision, one))
    };
    std::iter::once(words.sheet.this_decision.to_owned())
        .chain(table.columns.iter().map(reading))
        .chain([String::new()])
        .collect()
}

fn row(source: &Source<'_>, row: &Row) -> Vec<String> {
    let words = source.words;
    let accord = row.agreement.accord;
    let agreement = format!("{} {}", marks::accord(accord), wording::accord(words, accord));
    std::iter::once(wording::topic(words, row.topic).to_owned())
        .chain(row.cells.iter().map(|cell| self::cell(source, cell)))
        .chain([agreement])
        .collect()
}

/// The verdict, and what follows in short: regimens, doses, targets.
fn cell(source: &Source<'_>, cell: &Cell) -> String {
    let (words, lang) = (source.words, source.lang);
    let verdict = format!("{} {}", marks::verdict(cell.verdict), wording::verdict(words, cell.verdict));
    let mut parts: Vec<String> = Vec::new();
    for group in wording::groups(words, cell).into_iter().filter(|group| group.standing.accepts()) {
        let standing = (group.standing != cell.verdict).then(|| wording::verdict(words, group.standing));
        let names = group.names.join(", ");
        parts.push(standing.map_or_else(|| names.clone(), |word| format!("{word} {names}")));
    }
    parts.extend(cell.pulses.iter().map(|pulse| wording::pulse(lang, pulse)));
    parts.extend(wording::doses(lang, &cell.doses));
    parts.extend(cell.targets.iter().map(|target| wording::target(lang, target)));
    parts.extend(cell.expectations.iter().map(|expected| wording::expectation(lang, expected)));
    parts.extend(cell.durations.iter().map(|duration| wording::duration(lang, duration)));
    if parts.is_empty() {
        parts.extend(cell.advises.iter().map(|advice| wording::advice(words, *advice).to_owned()));
    }
    if parts.is_empty() { verdict } else { format!("{verdict}\n{}", parts.join("\u{2002}· ")) }
}

/// The file in short, as it was then.
fn record(page: &mut Page, source: &Source<'_>) {
    let say = &source.words.sheet;
    page.section(say.record);
    let Some(sheet) = source.sheet() else {
        page.paragraph(say.file_unreadable);
        return;
    };
    page.items(0, head::record(&sheet, source.lang));
    page.curves(source.curves());
}

/// What fires, the loudest first.
fn safety(page: &mut Page, source: &Source<'_>) {
    let Some(alerts) = &source.safety else { return };
    let lang = source.lang;
    page.section(source.words.safety.at_lock);
    let fire: Vec<String> = alerts
        .firing()
        .map(|alert| format!("{} ({})", wording::alert_name(lang, alert), wording::level(lang, alert.level)))
        .collect();
    page.paragraph(if fire.is_empty() { source.words.safety.fires_none.to_owned() } else { fire.join(" · ") });
}

/// The process fields of rcp.md 4.1: who, in which quorum, under which charter, on which editions; the document's own state.
fn meeting(page: &mut Page, source: &Source<'_>) {
    let (words, say) = (source.words, &source.words.sheet);
    page.section(say.meeting_and_document);
    if let Some(room) = &source.locked.room {
        page.grid(people(source, room));
    }
    let room = source.locked.room.as_ref();
    let held = room.map(|room| {
        let chair = format!("{} {}", words.meeting.chair, room.chair);
        let secretary = format!("{} {}", words.meeting.secretary, room.secretary);
        format!("{chair} · {secretary} · {} {}", words.meeting.charter, room.charter)
    });
    let status = room.map_or(crate::domain::QuorumStatus::Unknown, |room| room.quorum.status);
    let quorum = format!("{} ({})", words.label(status), status.code());
    let requester = source.case.as_ref().and_then(|case| case.requester.as_ref()).filter(|_| !source.papers.masked);
    let requester = requester.map(|one| {
        let who = [Some(one.name.as_str()), one.specialty.as_deref(), one.centre.as_deref()];
        who.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let editions: Vec<String> = source.locked.editions.iter().map(|one| source.guideline(&one.guideline)).collect();
    page.pairs([
        (words.meeting.title.to_owned(), held.unwrap_or_else(|| words.deliberation.quorum_was_unknown.to_owned())),
        (say.quorum.to_owned(), quorum),
        (say.mode.to_owned(), room.map(|room| mode(source, room)).unwrap_or_default()),
        (say.requester.to_owned(), requester.unwrap_or_default()),
        (say.file.to_owned(), completeness(source)),
        (say.editions.to_owned(), editions.join(", ")),
        (say.document.to_owned(), state(source, lang_date(source))),
    ]);
}

fn people(source: &Source<'_>, room: &RoomThen) -> Grid {
    let (words, say) = (source.words, &source.words.sheet);
    let own = &words.meeting;
    let head = [own.person, own.specialty, own.role, own.presence].map(capital).to_vec();
    let row = |one: &crate::meeting::PersonThen| {
        let presence = words.label(one.presence);
        let presence = if one.recused { format!("{presence}, {}", say.recused) } else { presence.to_owned() };
        let centre = one.person.centre.as_ref().map(|centre| format!(", {centre}")).unwrap_or_default();
        vec![
            format!("{}{centre}", one.person.name),
            words.label(one.person.specialty).to_owned(),
            words.label(one.person.role).to_owned(),
            presence,
        ]
    };
    Grid { head, rows: room.people.iter().map(row).collect() }
}

/// Discussed or only recorded, with the code of the French fiche (rcp.md 1.1); its place on the agenda, its time.
fn mode(source: &Source<'_>, room: &RoomThen) -> String {
    let (words, say) = (source.words, &source.words.sheet);
    let place = room.position.map(|place| (say.place)(place));
    let time = room.seconds.map(|seconds| words.meeting.length(seconds));
    let rule = room.rule.as_ref().map(|rule| format!("{}{}{rule}", say.rule, words.report.colon));
    let parts = [Some(source.mode(room.mode)), rule, place, time];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Whether the file was complete (GEN-100), and what some guideline asked for and it did not say.
fn completeness(source: &Source<'_>) -> String {
    let (words, say) = (source.words, &source.words.sheet);
    let missing: Vec<&str> = source
        .locked
        .missing
        .iter()
        .filter_map(|code| Datum::from_code(code))
        .map(|one| wording::datum(words, one))
        .collect();
    if missing.is_empty() { say.complete.to_owned() } else { (say.incomplete)(&missing.join(", ")) }
}

fn lang_date(source: &Source<'_>) -> impl Fn(Day) -> String {
    let lang = source.lang;
    move |day| lang.date(day)
}

/// What the document is, its version, why it was amended, its state, who locked and who signed it.
fn state(source: &Source<'_>, date: impl Fn(Day) -> String) -> String {
    let (words, say) = (source.words, &source.words.sheet);
    let entry = &source.recorded.entry;
    let locked = (say.locked_by)(&entry.actor, &date(source.day_of(entry.locked_at)));
    let signed = source.signed_by().map(|(by, day)| (words.after.signed)(&by, &date(day)));
    let amends = entry.amends.as_ref().map(|amends| format!("{} · {}", words.screens.because, amends.reason));
    let parts = [Some(format!("{} (LOINC {LOINC})", say.kind)), Some(source.stamp()), amends, Some(locked), signed];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
