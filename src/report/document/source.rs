use chrono::FixedOffset;
use serde::Deserialize;

use super::super::decision::quorum_said;
use super::super::page::{Curve, Page, Point};
use super::super::sheet::Sheet;
use super::{Document, Letters, letter, plan, sheet};
use crate::clinic::{self, Series};
use crate::domain::{Case, Day, Line, Mode, Paper, QuorumStatus};
use crate::knowledge::{Alert, Alerts, Level, Library, Table};
use crate::meeting::{AfterAct, Locked, Plan, Recorded};
use crate::read;
use crate::text::{Lang, Words, fold, words};
use crate::wording::{self, Weight, aims};

/// Decimals that a value of a curve is printed with.
const DECIMALS: u32 = 2;

/// What the papers of a recorded decision are made from.
#[derive(Debug, Clone, Copy)]
pub struct Papers<'a> {
    /// The decision.
    pub recorded: &'a Recorded,
    /// The language of the papers.
    pub lang: Lang,
    /// How far the room's clock is from universal time.
    pub offset: FixedOffset,
    /// Who the patient is, where that is to be printed; the pseudonym stands there anyway.
    pub named: Option<&'a str>,
    /// Whether the pseudonym is left out.
    pub masked: bool,
}

impl Papers<'_> {
    /// A document of the decision.
    pub fn document(&self, kind: Paper) -> Document {
        let source = Source::of(self);
        match kind {
            Paper::Sheet => sheet::sheet(&source),
            Paper::Letter => letter::letter(&source),
            Paper::Plan => plan::plan(&source),
        }
    }
}

/// A recorded decision with what was locked, read again.
pub(super) struct Source<'a> {
    pub papers: &'a Papers<'a>,
    library: Library,
    pub recorded: &'a Recorded,
    pub locked: &'a Locked,
    pub lang: Lang,
    pub words: &'static Words,
    /// The case as the file said it then; none where this version of the program cannot read it.
    pub case: Option<Case>,
    /// The guidelines as the room saw them.
    pub table: Option<Table>,
    /// What the safety rules said then.
    pub safety: Option<Alerts>,
    /// The day everything was computed for.
    pub day: Day,
}

impl<'a> Source<'a> {
    pub fn of(papers: &'a Papers<'a>) -> Self {
        let recorded = papers.recorded;
        let locked = &recorded.locked;
        let table = Table::deserialize(&locked.table).ok();
        let locked_on = Day(recorded.entry.locked_at.with_timezone(&papers.offset).date_naive());
        let day = table.as_ref().map_or(locked_on, |table| table.today);
        Self {
            papers,
            library: Library::shipped(),
            recorded,
            locked,
            lang: papers.lang,
            words: words(papers.lang),
            case: read::case(locked.case_yaml.as_bytes(), day).value,
            safety: Alerts::deserialize(&locked.safety).ok(),
            table,
            day,
        }
    }

    /// A document on this decision.
    pub fn document(&self, kind: Paper, letters: Letters, page: Page) -> Document {
        let say = &self.words.documents;
        let entry = &self.recorded.entry;
        let (name, file) = match kind {
            Paper::Sheet => (say.sheet, say.sheet_file),
            Paper::Letter => (say.letter, say.letter_file),
            Paper::Plan => (say.plan, say.plan_file),
        };
        let of = format!("{name} · {}", self.locked.case_id);
        Document {
            lang: self.lang,
            name: of,
            stamp: if kind == Paper::Plan { self.version() } else { self.stamp() },
            caution: self.caution(),
            foot: format!("{} {}", say.reference, entry.id),
            at: entry.locked_at,
            letters,
            page,
            file: format!("{file}-{}-v{}", self.locked.case_id, entry.version),
        }
    }

    /// `version 2 · validé`.
    fn version(&self) -> String {
        let entry = &self.recorded.entry;
        format!("{} · {}", (self.words.screens.version)(entry.version), self.words.label(entry.status()))
    }

    /// `version 2 · validé (GEN-068)`.
    pub fn stamp(&self) -> String {
        format!("{} ({})", self.version(), self.recorded.entry.status().code())
    }

    /// Why the document is not the last word: a newer version, no signature yet, no quorum.
    fn caution(&self) -> Option<String> {
        let say = &self.words.documents;
        let entry = &self.recorded.entry;
        let is_signed = entry.signed || entry.closed;
        let unsigned = if self.recorded.is_to_be_signed_again() { say.to_sign_again } else { say.not_signed };
        let lacks = self.locked.room.as_ref().is_some_and(|room| room.quorum.status == QuorumStatus::NotReached);
        let cautions = [
            (!entry.is_current, say.replaced),
            (entry.is_current && !is_signed, unsigned),
            (lacks, self.words.deliberation.staff_opinion),
        ];
        let said: Vec<String> =
            cautions.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words.to_uppercase()).collect();
        (!said.is_empty()).then(|| said.join(" · "))
    }

    /// What the safety rules forbade when it was locked: read before what is proposed.
    pub fn stops(&self) -> impl Iterator<Item = &Alert> {
        self.safety.iter().flat_map(|alerts| alerts.at(Level::Stop))
    }

    /// The version that this one replaces, and why.
    pub fn replaces(&self) -> Option<(u32, &str)> {
        let amends = self.locked.amends.as_ref()?;
        let before = self.recorded.versions.iter().find(|version| version.id == amends.decision)?;
        Some((before.version, amends.reason.as_str()))
    }

    /// Who signed this version, and when.
    pub fn signed_by(&self) -> Option<(String, Day)> {
        let this = self.recorded.entry.id;
        self.recorded.after.iter().filter(|act| act.what.decision == this).find_map(|act| match &act.what.done {
            AfterAct::Signed { by } => Some((by.clone(), self.day_of(act.at))),
            _ => None,
        })
    }

    /// The room's day of a moment.
    pub fn day_of(&self, at: chrono::DateTime<chrono::Utc>) -> Day {
        Day(at.with_timezone(&self.papers.offset).date_naive())
    }

    /// The day of the meeting; of a decision without one, that of the lock.
    pub fn held(&self) -> Day {
        let room = self.locked.room.as_ref().map(|room| room.meeting);
        room.or(self.locked.meeting).unwrap_or_else(|| self.day_of(self.recorded.entry.locked_at))
    }

    /// The pseudonym, where it may be told.
    pub fn alias(&self) -> &str {
        if self.papers.masked { "–" } else { self.locked.alias.as_str() }
    }

    /// `H. B., femme, 31 ans`.
    pub fn patient(&self) -> String {
        let mut parts = vec![self.alias().to_owned()];
        if let Some(case) = &self.case {
            parts.push(self.words.label(case.patient.sex).to_owned());
            let age = case.patient.age_on(self.day);
            parts.extend(age.map(|years| (self.words.count.years)(i64::from(years))));
            parts.extend(wording::expecting(case, self.words));
        }
        parts.join(", ")
    }

    /// The case as a report reads it, with the guidelines as the room saw them.
    pub fn sheet(&self) -> Option<Sheet<'_>> {
        let (case, table) = (self.case.as_ref()?, self.table.clone()?);
        let safety = self.safety.clone().unwrap_or_default();
        Some(Sheet::as_seen(case, self.day, &self.library, (table, safety)).masked(self.papers.masked))
    }

    /// The case discussed or only recorded, with the code of the French fiche (rcp.md 1.1).
    pub fn mode(&self, mode: Mode) -> String {
        let say = &self.words.sheet;
        match mode {
            Mode::Discuss => format!("{} (ORG-134)", say.discussed),
            Mode::Record => format!("{} (ORG-128)", say.recorded),
        }
    }

    /// What must not be overlooked of the quorum: that there was none, or that nobody knows.
    pub fn quorum_notice(&self) -> Option<String> {
        let say = &self.words.deliberation;
        let Some(quorum) = self.locked.room.as_ref().map(|room| &room.quorum) else {
            return Some(say.quorum_was_unknown.to_owned());
        };
        (quorum.status == QuorumStatus::NotReached).then(|| quorum_said(quorum, self.words))
    }

    /// The decision's lines as they were understood, numbered; conditions, targets and actions are apart. `as_said` adds the
    /// room's own words where they are others: they are the truth.
    pub fn lines(&self, as_said: bool) -> Vec<String> {
        let given = self.locked.decision.lines.iter().filter(|line| line.condition.is_none());
        (1..).zip(given).map(|(number, line): (usize, _)| format!("{number}. {}", self.line(line, as_said))).collect()
    }

    /// Words that were not understood, marked.
    fn kept(&self, said: &str) -> String {
        format!("{said} (? {})", self.words.screens.kept_as_text)
    }

    /// One line, as it was understood; as it was said, where it was not wholly.
    fn line(&self, line: &Line, as_said: bool) -> String {
        if line.drug.is_none() {
            return self.kept(&line.words);
        }
        let head = wording::line_head(self.lang, line);
        let order = line.order.as_ref();
        let meant = order.map(|order| wording::order(self.lang, order, weight_then(self.locked)).join(" · "));
        let meant = meant.filter(|meant| !meant.is_empty());
        let unread = order.map(|order| order.unread.join(" … ")).filter(|unread| !unread.is_empty());
        let unread = unread.map(|unread| format!("? {}", (self.words.shorthand.unread)(&unread)));
        let Some(meant) = meant else {
            let said = format!("{head} {}", line.words).trim_end().to_owned();
            return [Some(said), unread].into_iter().flatten().collect::<Vec<_>>().join(" ");
        };
        // Said in the other language, or without the total for the weight, it is the same.
        let alike = |lang: &Lang| {
            let plain = order.map(|order| wording::order(*lang, order, Weight::Unasked).join(" "));
            plain.is_some_and(|plain| letters(&plain) == letters(&line.words))
        };
        let is_other = letters(&meant) != letters(&line.words) && !Lang::ALL.iter().any(alike);
        let said = (is_other && (as_said || unread.is_some())).then(|| (self.words.sheet.said)(&line.words));
        [Some(head), Some(meant), said, unread].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What holds only if something happens, what is aimed at, what is to be done beside, when the case comes back: named.
    pub fn beside(&self, with_actions: bool) -> Vec<(String, String)> {
        let own = &self.words.shorthand;
        let plan = Plan::from(&self.locked.decision);
        let mut pairs = Vec::new();
        for branch in &plan.branches {
            let condition = wording::trigger(self.lang, &branch.trigger);
            let condition = if branch.trigger.measure.is_some() { condition } else { self.kept(&condition) };
            let then = match &branch.then {
                crate::domain::Then::RePresent => own.comes_back_then.to_owned(),
                crate::domain::Then::Words(words) => words.clone(),
                crate::domain::Then::Line => {
                    plan.under(branch).map(|line| self.line(line, false)).collect::<Vec<_>>().join(" · ")
                }
            };
            pairs.push((branch.id.clone(), format!("{condition}{} {then}", self.words.guide.colon)));
        }
        let mut named = |name: &str, said: Vec<String>| {
            let names = std::iter::once(name.to_owned()).chain(std::iter::repeat(String::new()));
            pairs.extend(names.zip(said));
        };
        named(own.targets, plan.targets.iter().map(|target| wording::aimed(self.lang, target)).collect());
        if with_actions {
            named(own.actions, plan.actions.iter().map(|action| wording::action(self.lang, action)).collect());
        }
        let back = plan.represent.map(|day| self.lang.date(day));
        pairs.push((own.comes_back.to_owned(), back.unwrap_or_default()));
        pairs
    }

    /// Who tells the patient, and by when; a sentence where nobody was named.
    pub fn teller(&self) -> String {
        let decision = &self.locked.decision;
        let by = decision.tell_by.map(|day| (self.words.after.until)(&self.lang.date(day)));
        match &decision.teller {
            Some(teller) => [Some(teller.clone()), by].into_iter().flatten().collect::<Vec<_>>().join(", "),
            None => self.words.deliberation.no_teller.to_owned(),
        }
    }

    /// The name and edition of a guideline as the room saw it.
    pub fn guideline(&self, id: &str) -> String {
        let seen = self.table.iter().flat_map(|table| &table.columns).find(|column| column.guideline == id);
        if let Some(column) = seen {
            return column.heading();
        }
        let then = self.locked.editions.iter().find(|one| one.guideline == id);
        then.map_or_else(|| id.to_owned(), |one| format!("{} {}", one.guideline, one.edition))
    }

    /// Proteinuria and filtration up to the day of the decision, with what the guidelines aimed at.
    pub fn curves(&self) -> Vec<Curve> {
        let (Some(case), Some(table)) = (&self.case, &self.table) else { return Vec::new() };
        let lang = self.lang;
        let upcr = clinic::upcr_series(case);
        let unit = upcr.newest_by(self.day).map_or("g/g", |point| point.value.unit());
        let unit = if unit == "mg/g" { "g/g" } else { unit };
        let ratio = |point: &clinic::Point<crate::domain::Upcr>| {
            let amount = point.value.in_unit(unit)?;
            self.point(point.date, rust_decimal::prelude::ToPrimitive::to_f64(&amount)?, lang.number(amount, DECIMALS))
        };
        let egfr = clinic::egfr_series(case).unwrap_or_else(|_| Series::of(std::iter::empty()));
        let filtered = |point: &clinic::Point<clinic::Egfr>| {
            self.point(point.date, point.value.value, wording::printed_egfr(lang, point.value))
        };
        let aimed =
            |aims: Vec<aims::Aim>, decimals| aims.iter().filter_map(|aim| aim.labelled(lang, decimals)).collect();
        vec![
            Curve {
                title: format!("{} {}", self.words.unit.upcr, lang.unit(unit)),
                points: upcr.points().iter().filter_map(ratio).collect(),
                aims: aimed(aims::proteinuria(table, unit), DECIMALS),
            },
            Curve {
                title: format!("{} {}", self.words.unit.egfr, self.words.unit.egfr_unit),
                points: egfr.points().iter().filter_map(filtered).collect(),
                aims: aimed(aims::filtration(table), 0),
            },
        ]
    }

    /// A value up to the day of the decision.
    fn point(&self, day: Day, value: f64, said: String) -> Option<Point> {
        (day <= self.day).then(|| Point { day, value, on: self.lang.date(day), said })
    }
}

/// The weight that the facts of a locked decision were judged on: totals are told as the room heard them.
pub fn weight_then(locked: &Locked) -> Weight {
    let kept = locked.facts.pointer("/findings/weight/value/number").and_then(serde_json::Value::as_str);
    let known = kept.and_then(|written| written.parse::<crate::domain::Weight>().ok());
    known.map_or(Weight::Unasked, |weight| Weight::Known(crate::domain::Quantity::value(&weight)))
}

/// Letters and digits alone: two texts that differ in nothing else say the same.
pub fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace() && *c != '·').collect()
}
