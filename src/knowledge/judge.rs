//! What one guideline says on one topic for one patient.

use std::collections::{BTreeMap, BTreeSet};

use super::judged::Judged;
use super::offers::{contradict, offers};
use super::{
    Advice, Agent, Cell, Country, Datum, Facts, Formulary, Guideline, Offer, Said, Statement, Topic, Truth, Verdict,
    amounts,
};

/// One guideline held against the facts of one patient: one cell a topic, and the drugs that it advises this patient
/// against, each with the statements that do.
pub(super) fn column(
    guideline: &Guideline,
    facts: &Facts,
    formulary: &Formulary,
    country: Country,
) -> (Vec<Cell>, BTreeMap<Agent, Vec<String>>) {
    let judged: Vec<Judged<'_>> = guideline.statements.iter().map(|statement| Judged::of(statement, facts)).collect();
    let mut on: BTreeMap<Topic, Vec<&Judged<'_>>> = BTreeMap::new();
    for one in &judged {
        for topic in std::iter::once(&one.statement.topic).chain(&one.statement.also) {
            let row = on.entry(*topic).or_default();
            if !row.last().is_some_and(|last| std::ptr::eq(*last, one)) {
                row.push(one);
            }
        }
    }
    (Column { guideline, judged: &judged, on, facts, formulary, country }.cells(), kept(&judged))
}

fn kept(judged: &[Judged<'_>]) -> BTreeMap<Agent, Vec<String>> {
    let mut kept: BTreeMap<Agent, Vec<String>> = BTreeMap::new();
    for statement in judged.iter().filter(|one| one.truth == Truth::Yes).map(|one| one.statement) {
        for (agent, _) in statement.drugs.iter().filter(|(_, verdict)| **verdict == Verdict::Avoid) {
            kept.entry(*agent).or_default().push(statement.id.clone());
        }
    }
    kept
}

struct Column<'a> {
    guideline: &'a Guideline,
    judged: &'a [Judged<'a>],
    /// The statements of each row, in the file's order.
    on: BTreeMap<Topic, Vec<&'a Judged<'a>>>,
    facts: &'a Facts,
    formulary: &'a Formulary,
    country: Country,
}

impl Topic {
    /// The drug that a drug row is about.
    pub fn agent(self) -> Option<Agent> {
        match self {
            Self::Belimumab => Some(Agent::Belimumab),
            Self::Cni => Some(Agent::Cni),
            Self::Cyclophosphamide => Some(Agent::Cyclophosphamide),
            Self::Obinutuzumab => Some(Agent::Obinutuzumab),
            _ => None,
        }
    }

    fn is_therapy(self) -> bool {
        self == Self::InitialTherapy || self.agent().is_some()
    }
}

impl Statement {
    fn is_on_therapy(&self) -> bool {
        self.topic.is_therapy() || self.also.iter().any(|topic| topic.is_therapy())
    }

    /// Whether what it asks for is asked for in this row: what only lowers a drug here asks in its own.
    fn asks_in(&self, topic: Topic) -> bool {
        self.is_on(topic) || (topic.is_therapy() && self.is_on_therapy())
    }

    /// Whether what it offers is offered in this row: that of initial therapy takes the drug rows' offers as well.
    fn speaks_in(&self, topic: Topic) -> bool {
        self.is_on(topic) || (topic == Topic::InitialTherapy && !self.regimens.is_empty() && self.is_on_therapy())
    }
}

impl<'a> Column<'a> {
    fn cells(&self) -> Vec<Cell> {
        let initial = self.cell(Topic::InitialTherapy);
        let withheld = self.withheld(&initial);
        let cell = |topic: Topic| match topic.agent() {
            Some(agent) => self.drug(topic, agent, &initial),
            None if topic == Topic::InitialTherapy => initial.clone(),
            None => self.cell(topic),
        };
        let mut cells: Vec<Cell> = Topic::ALL.iter().map(|topic| cell(*topic)).collect();
        for cell in &mut cells {
            cell.advises.retain(|advice| !withheld.contains(advice));
        }
        cells
    }

    /// What no row asks for: what a statement withholds, and what only statements ask for whose regimens are kept from this
    /// patient.
    fn withheld(&self, initial: &Cell) -> BTreeSet<Advice> {
        let speaking = self.judged.iter().filter(|judged| judged.truth == Truth::Yes).map(|judged| judged.statement);
        let kept =
            speaking.clone().filter(|one| one.speaks_in(Topic::InitialTherapy) && is_withheld(one, &initial.offers));
        let asked = kept.flat_map(|statement| statement.advises.iter().copied());
        let gone = asked.filter(|advice| !initial.advises.contains(advice));
        gone.chain(speaking.flat_map(|statement| statement.withholds.iter().copied())).collect()
    }

    /// The statements of a row; where it offers regimens also what lowers a drug, so that none is offered where the guideline
    /// keeps it from this patient.
    fn heard(&self, topic: Topic) -> Vec<&'a Judged<'a>> {
        let own = self.on.get(&topic).map_or(&[][..], Vec::as_slice);
        if topic != Topic::InitialTherapy && own.iter().all(|judged| judged.statement.regimens.is_empty()) {
            return own.to_vec();
        }
        let on = |statement: &Statement| statement.speaks_in(topic) || !statement.drugs.is_empty();
        self.judged.iter().filter(|judged| on(judged.statement)).collect()
    }

    fn cell(&self, topic: Topic) -> Cell {
        let heard = self.heard(topic);
        let speaking: Vec<&Judged<'_>> =
            heard.iter().copied().filter(|judged| judged.statement.speaks_in(topic)).collect();
        let offers = offers(&speaking, &heard, self.formulary, self.facts, self.country);
        // A statement that only lowers drugs has its say where there is an offer to lower.
        let relevant = |judged: &Judged<'_>| {
            judged.statement.is_on(topic) || offers.iter().any(|offer| self.bears_on(judged, &offer.regimen))
        };
        let heard: Vec<&Judged<'_>> = heard.into_iter().filter(|judged| relevant(judged)).collect();
        let verdict = match offers.first() {
            _ if conflict(&heard) => Verdict::Conflict,
            Some(first) => first.standing,
            None => self.verdict(topic, &heard),
        };
        let mut cell = self.empty(topic, verdict, &heard, &offers);
        cell.offers = offers;
        cell.hangs_on = self.hangs_on(&cell, &heard);
        amounts::fill(&mut cell, &heard, self.facts);
        cell
    }

    fn bears_on(&self, judged: &Judged<'_>, code: &str) -> bool {
        let statement = judged.statement;
        let drugs = self.formulary.regimen(code).map(|regimen| regimen.drugs.as_slice()).unwrap_or_default();
        let named = statement.regimens.iter().chain(&statement.over).any(|named| named == code);
        named || statement.drugs.keys().any(|agent| agent.is_in(drugs))
    }

    /// A drug's row: the offers of the initial therapy that contain it, and what is said of the drug itself. A word taken
    /// over from the initial therapy comes with the statements that decided it.
    fn drug(&self, topic: Topic, agent: Agent, initial: &Cell) -> Cell {
        let with = self.formulary.regimens.iter().filter(|regimen| agent.is_in(&regimen.drugs));
        let with: Vec<&str> = with.map(|regimen| regimen.code.as_str()).collect();
        let contains = |code: &str| with.contains(&code);
        let offers: Vec<_> = initial.offers.iter().filter(|offer| contains(&offer.regimen)).cloned().collect();
        let lowers = |statement: &Statement| statement.drugs.keys().any(|named| agent.is_in(&[*named]));
        let concerns = |statement: &Statement| {
            statement.is_on(topic)
                || lowers(statement)
                || (statement.is_on_therapy()
                    && statement.regimens.iter().chain(&statement.over).any(|code| contains(code)))
        };
        let heard: Vec<&Judged<'_>> = self.judged.iter().filter(|judged| concerns(judged.statement)).collect();
        let own: Vec<&Judged<'_>> = heard.iter().copied().filter(|judged| judged.statement.is_on(topic)).collect();
        let said = self.verdict(topic, &own);
        let is_derived = offers.is_empty() && !said.speaks();
        let verdict = match offers.first() {
            _ if conflict(&heard) => Verdict::Conflict,
            Some(first) => first.standing,
            None if is_derived => match self.without_offer(said, topic, initial, &heard) {
                word if word.speaks() => word,
                word => lowered(agent, &heard).unwrap_or(word),
            },
            None => said,
        };
        let mut cell = self.empty(topic, verdict, &heard, &initial.offers);
        cell.offers = offers;
        if is_derived {
            let decisive = initial.spoke.iter().filter(|said| said.verdict == verdict);
            let unheard: Vec<Said> =
                decisive.filter(|said| cell.spoke.iter().all(|own| own.id != said.id)).cloned().collect();
            cell.spoke.extend(unheard);
        }
        if verdict == Verdict::NeedsData {
            amounts::lack(&mut cell, &initial.missing);
            let is_taken_over = is_derived && initial.verdict == Verdict::NeedsData;
            let from_initial = initial.hangs_on.clone();
            cell.hangs_on = if is_taken_over { from_initial } else { self.hangs_on(&cell, &own) };
        }
        amounts::fill(&mut cell, &own, self.facts);
        cell
    }

    /// The word for a drug that is in no offer and of which nothing is said for this patient.
    fn without_offer(&self, said: Verdict, topic: Topic, initial: &Cell, heard: &[&Judged<'_>]) -> Verdict {
        if self.declared(topic) == Truth::Yes {
            return Verdict::NotAddressed;
        }
        if said == Verdict::NotRead {
            let waits = heard.iter().any(|judged| judged.truth.is_unknown());
            return if waits { Verdict::NeedsData } else { Verdict::NotRead };
        }
        match initial.verdict {
            Verdict::NeedsData => Verdict::NeedsData,
            Verdict::NotApplicable | Verdict::Avoid | Verdict::Judgement => initial.verdict,
            _ if heard.iter().any(|judged| judged.truth.is_unknown()) => Verdict::NeedsData,
            _ => said,
        }
    }

    fn declared(&self, topic: Topic) -> Truth {
        let silences = self.guideline.silences.iter().filter(|silence| silence.topic == topic);
        Truth::any(silences.map(|silence| self.facts.judge(&silence.when)))
    }

    /// The word for a row without offers: that of its first statement, in the file's order, which does not fall away.
    /// While that one waits, or one that would contradict it, so does the row.
    fn verdict(&self, topic: Topic, own: &[&Judged<'_>]) -> Verdict {
        if let Some(first) = own.iter().find(|judged| judged.truth != Truth::No) {
            let doubted =
                own.iter().any(|other| other.truth.is_unknown() && contradict(first.statement, other.statement));
            let sure = first.truth == Truth::Yes && !doubted;
            return if sure { first.statement.verdict } else { Verdict::NeedsData };
        }
        match self.declared(topic) {
            Truth::Yes => Verdict::NotAddressed,
            Truth::Unknown(_) => Verdict::NeedsData,
            Truth::No if self.guideline.not_read.is_some() => Verdict::NotRead,
            Truth::No if own.is_empty() => Verdict::NotAddressed,
            Truth::No => Verdict::NotApplicable,
        }
    }

    /// What an open answer hangs on: what the offer that stands first lacks, else the statement that does not fall away,
    /// with those that may contradict it, else the silence; where none of these is open, everything heard that waits.
    fn hangs_on(&self, cell: &Cell, own: &[&Judged<'_>]) -> Vec<Datum> {
        if cell.verdict != Verdict::NeedsData {
            return Vec::new();
        }
        let offered = cell.offers.first().into_iter().flat_map(|offer| offer.missing.iter().copied());
        let mut lacking: BTreeSet<Datum> = offered.collect();
        if let Some(first) = own.iter().find(|judged| judged.truth != Truth::No).filter(|_| lacking.is_empty()) {
            let doubts = own.iter().filter(|other| contradict(first.statement, other.statement));
            lacking.extend(doubts.chain([first]).flat_map(|judged| judged.truth.missing()));
        }
        if lacking.is_empty() {
            lacking.extend(self.declared(cell.topic).missing());
        }
        if lacking.is_empty() {
            lacking.extend(cell.waiting.iter().flat_map(|said| said.truth.missing()));
        }
        lacking.into_iter().collect()
    }

    /// A cell with what is said in it; `offers` are those of the row that its statements offer in.
    fn empty(&self, topic: Topic, verdict: Verdict, heard: &[&Judged<'_>], offers: &[Offer]) -> Cell {
        let said = |wanted: fn(&Truth) -> bool| {
            heard.iter().copied().filter(|judged| wanted(&judged.truth)).map(Said::of).collect::<Vec<_>>()
        };
        let spoke = heard.iter().filter(|judged| judged.truth == Truth::Yes).map(|judged| judged.statement);
        let warned = spoke.clone().filter(|statement| statement.warning.is_some());
        let mut missing: BTreeSet<Datum> = heard.iter().flat_map(|judged| judged.truth.missing()).collect();
        if verdict == Verdict::NeedsData {
            missing.extend(self.declared(topic).missing());
        }
        let mut advises = Vec::new();
        let asks = spoke.clone().filter(|one| one.asks_in(topic) && !is_withheld(one, offers));
        for advice in asks.flat_map(|statement| &statement.advises) {
            if !advises.contains(advice) {
                advises.push(*advice);
            }
        }
        Cell {
            guideline: self.guideline.id.clone(),
            topic,
            verdict,
            offers: Vec::new(),
            pulses: Vec::new(),
            doses: Vec::new(),
            targets: Vec::new(),
            tapers: Vec::new(),
            expectations: Vec::new(),
            durations: Vec::new(),
            advises,
            spoke: said(|truth| *truth == Truth::Yes),
            waiting: said(Truth::is_unknown),
            missing: missing.into_iter().collect(),
            hangs_on: Vec::new(),
            warnings: warned.map(|statement| statement.id.clone()).collect(),
        }
    }
}

/// Whether all that a statement offers is kept from this patient: what it asks for goes with its regimens.
fn is_withheld(statement: &Statement, offers: &[Offer]) -> bool {
    let is_kept = |code: &String| offers.iter().any(|offer| offer.regimen == *code && offer.standing == Verdict::Avoid);
    !statement.regimens.is_empty() && statement.regimens.iter().all(is_kept)
}

/// How far the statements that speak lower this very drug: a class is not lowered with one of its drugs.
fn lowered(agent: Agent, heard: &[&Judged<'_>]) -> Option<Verdict> {
    let speaking = heard.iter().filter(|judged| judged.truth == Truth::Yes);
    speaking.filter_map(|judged| judged.statement.drugs.get(&agent)).copied().max()
}

impl Said {
    fn of(judged: &Judged<'_>) -> Self {
        let statement = judged.statement;
        let mut facts = statement.when.facts();
        facts.dedup();
        Self {
            id: statement.id.clone(),
            number: statement.number.clone(),
            grade: statement.grade.clone(),
            checked: statement.checked,
            verdict: statement.verdict,
            truth: judged.truth.clone(),
            facts,
        }
    }
}

/// Whether two of the statements that speak contradict each other.
fn conflict(heard: &[&Judged<'_>]) -> bool {
    let spoke: Vec<&Statement> =
        heard.iter().filter(|judged| judged.truth == Truth::Yes).map(|judged| judged.statement).collect();
    spoke.iter().any(|one| spoke.iter().any(|other| contradict(one, other)))
}
