//! What a guideline file must be beyond its form: it names only what exists, asks facts as they can be asked, answers every
//! row or declares its silence. The tests of the shipped files and `regards guidelines check` ask the same.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::condition::{Fault, Way};
use super::{Formulary, Guideline, Source, Statement, Topic, Verdict, Words};
use crate::domain::PathStep::{self, Index, Key};
use crate::domain::{Day, Refusal};
use crate::read::{self, Flaw, Found, Problem, Reading};

/// Reads guideline files and holds each against the formulary, the day, and the ids that are taken.
#[derive(Debug)]
pub struct Auditor<'a> {
    formulary: &'a Formulary,
    today: Day,
    taken: RefCell<BTreeSet<String>>,
}

impl<'a> Auditor<'a> {
    /// One that knows these regimens and this day; the ids of guidelines that are loaded already are taken.
    pub fn new(formulary: &'a Formulary, today: Day, taken: impl IntoIterator<Item = String>) -> Self {
        Self { formulary, today, taken: RefCell::new(taken.into_iter().collect()) }
    }

    /// The guideline of a file, or everything that is wrong with it; its id is taken from then on.
    pub fn read(&self, bytes: &[u8]) -> Reading<Guideline> {
        let mut reading = read::judged(bytes, &required, &|guideline| self.judge(guideline));
        if let Some(guideline) = &reading.value {
            self.taken.borrow_mut().insert(guideline.id.clone());
        }
        for remark in &mut reading.remarks {
            match remark.problem {
                Problem::EmptyFile => remark.problem = Problem::Flawed(Flaw::NothingSaid),
                Problem::ManyDocuments => remark.problem = Problem::Flawed(Flaw::ManyGuidelines),
                _ => {}
            }
        }
        reading
    }

    fn judge(&self, guideline: &Guideline) -> Found {
        let mut findings = Findings { found: Vec::new(), today: self.today };
        findings.head(guideline);
        if self.taken.borrow().contains(&guideline.id) {
            findings.flaw(&[Key("id")], Flaw::TakenId { id: guideline.id.clone() });
        }
        findings.ids(guideline);
        for (place, statement) in guideline.statements.iter().enumerate() {
            findings.statement(&[Key("statements"), Index(place)], statement, guideline, self.formulary);
        }
        findings.silences(guideline);
        findings.found
    }
}

struct Findings {
    found: Found,
    today: Day,
}

impl Findings {
    fn flaw(&mut self, path: &[PathStep], flaw: Flaw) {
        self.found.push((path.to_vec(), Problem::Flawed(flaw)));
    }

    /// A text that must say something.
    fn says(&mut self, path: &[PathStep], key: &'static str, text: &str) {
        if text.trim().is_empty() {
            self.found.push((joined(path, &[Key(key)]), Problem::Refused(Refusal::Empty)));
        }
    }

    fn words(&mut self, path: &[PathStep], words: &Words) {
        self.says(path, "fr", &words.fr);
        self.says(path, "en", &words.en);
    }

    fn head(&mut self, guideline: &Guideline) {
        self.says(&[], "id", &guideline.id);
        self.says(&[], "name", &guideline.name);
        self.says(&[], "edition", &guideline.edition);
        self.words(&[Key("scale")], &guideline.scale);
        if let Some(words) = &guideline.not_read {
            self.words(&[Key("not_read")], words);
        }
        self.source(&[Key("source")], &guideline.source);
        for (place, further) in guideline.further.iter().enumerate() {
            self.source(&[Key("further"), Index(place), Key("source")], &further.source);
        }
        for (place, caution) in guideline.cautions.iter().enumerate() {
            let path = [Key("cautions"), Index(place)];
            self.says(&path, "fr", &caution.fr);
            self.says(&path, "en", &caution.en);
        }
    }

    fn source(&mut self, path: &[PathStep], source: &Source) {
        self.says(path, "title", &source.title);
        self.says(path, "entered_by", &source.entered_by);
        self.words(&joined(path, &[Key("read")]), &source.read);
        match (&source.checked_by, source.checked_on) {
            (Some(_), None) => self.half(path, "checked_by", "checked_on"),
            (None, Some(_)) => self.half(path, "checked_on", "checked_by"),
            _ => {}
        }
        self.due(path, source.next_check);
    }

    fn half(&mut self, path: &[PathStep], there: &'static str, lacks: &str) {
        self.flaw(&joined(path, &[Key(there)]), Flaw::HalfChecked { key: lacks.to_owned() });
    }

    fn due(&mut self, path: &[PathStep], day: Day) {
        if day < self.today {
            self.flaw(&joined(path, &[Key("next_check")]), Flaw::Overdue { day });
        }
    }

    fn ids(&mut self, guideline: &Guideline) {
        self.unique("statements", guideline.statements.iter().map(|statement| &statement.id));
        self.unique("cautions", guideline.cautions.iter().map(|caution| &caution.id));
        self.unique("further", guideline.further.iter().map(|further| &further.id));
    }

    fn unique<'g>(&mut self, key: &'static str, ids: impl Iterator<Item = &'g String>) {
        let mut seen = BTreeSet::new();
        for (place, id) in ids.enumerate() {
            self.says(&[Key(key), Index(place)], "id", id);
            if !seen.insert(id) {
                self.flaw(&[Key(key), Index(place), Key("id")], Flaw::UsedTwice { id: id.clone() });
            }
        }
    }

    fn statement(&mut self, path: &[PathStep], statement: &Statement, guideline: &Guideline, formulary: &Formulary) {
        self.says(path, "fr", &statement.fr);
        self.says(path, "en", &statement.en);
        if statement.number.trim().is_empty() {
            self.flaw(&joined(path, &[Key("number")]), Flaw::NoNumber);
        }
        if let Some(words) = &statement.warning {
            self.words(&joined(path, &[Key("warning")]), words);
        }
        if let Some(day) = statement.review.as_ref().and_then(|review| review.next_check) {
            self.due(&joined(path, &[Key("review")]), day);
        }
        if is_computed(statement.verdict) {
            let verdict = statement.verdict.to_string();
            self.flaw(&joined(path, &[Key("verdict")]), Flaw::IsComputed { verdict });
        }
        self.condition(path, &statement.when.faults());
        self.names(path, statement, guideline);
        self.regimens(path, statement, formulary);
        for (agent, verdict) in statement.drugs.iter().filter(|(_, verdict)| !verdict.lowers()) {
            let path = joined(path, &[Key("drugs"), Key(agent.code())]);
            self.flaw(&path, Flaw::DoesNotLower { verdict: verdict.to_string() });
        }
    }

    fn condition(&mut self, path: &[PathStep], faults: &[Fault]) {
        for fault in faults {
            let fact = fault.fact.to_string();
            let flaw = match &fault.way {
                Way::YesOrNo => Flaw::AskedAsYesOrNo { fact },
                Way::Number => Flaw::AskedAsNumber { fact },
                Way::Unit(amount, known) => {
                    Flaw::UnitOfFact { written: amount.to_string(), fact, known: known.clone() }
                }
            };
            self.flaw(&[path, &[Key("when")], &fault.path].concat(), flaw);
        }
    }

    fn names(&mut self, path: &[PathStep], statement: &Statement, guideline: &Guideline) {
        let others = guideline.statements.iter().map(|other| &other.id).filter(|id| **id != statement.id);
        let others: Vec<String> = others.cloned().collect();
        for (place, other) in statement.conflicts_with.iter().enumerate() {
            self.named(&joined(path, &[Key("conflicts_with"), Index(place)]), "conflicts_with", other, &others);
        }
        let further: Vec<String> = guideline.further.iter().map(|further| further.id.clone()).collect();
        if let Some(from) = &statement.from {
            self.named(&joined(path, &[Key("from")]), "from", from, &further);
        }
    }

    fn named(&mut self, path: &[PathStep], key: &str, written: &str, known: &[String]) {
        if !known.iter().any(|id| id == written) {
            let (nearest, known) = (read::nearest(written, known), known.to_vec());
            self.flaw(path, Flaw::NamesNothing { key: key.to_owned(), written: written.to_owned(), known, nearest });
        }
    }

    fn regimens(&mut self, path: &[PathStep], statement: &Statement, formulary: &Formulary) {
        let known = || formulary.regimens.iter().map(|regimen| regimen.code.clone()).collect::<Vec<_>>();
        for (key, codes) in [("regimens", &statement.regimens), ("over", &statement.over)] {
            for (place, code) in codes.iter().enumerate().filter(|(_, code)| formulary.regimen(code).is_none()) {
                let (written, known) = (code.clone(), known());
                let nearest = read::nearest(code, &known);
                let path = joined(path, &[Key(key), Index(place)]);
                self.flaw(&path, Flaw::UnknownRegimen { written, known, nearest });
            }
        }
    }

    fn silences(&mut self, guideline: &Guideline) {
        for (place, silence) in guideline.silences.iter().enumerate() {
            let path = [Key("silences"), Index(place)];
            self.says(&path, "fr", &silence.fr);
            self.says(&path, "en", &silence.en);
            self.condition(&path, &silence.when.faults());
        }
        if guideline.not_read.is_some() {
            return;
        }
        let said = guideline.statements.iter().flat_map(|statement| statement.also.iter().chain([&statement.topic]));
        let silent = guideline.silences.iter().map(|silence| &silence.topic);
        let answered: BTreeSet<&Topic> = said.chain(silent).collect();
        let open = Topic::ALL.iter().filter(|topic| !answered.contains(topic));
        let topics: Vec<String> = open.map(ToString::to_string).collect();
        if !topics.is_empty() {
            self.flaw(&[Key("silences")], Flaw::Unanswered { topics });
        }
    }
}

fn joined(path: &[PathStep], more: &[PathStep]) -> Vec<PathStep> {
    [path, more].concat()
}

/// Verdicts that follow from the facts of a patient, and that no statement can state.
fn is_computed(verdict: Verdict) -> bool {
    matches!(
        verdict,
        Verdict::Conflict | Verdict::NeedsData | Verdict::NotApplicable | Verdict::NotAddressed | Verdict::NotRead
    )
}

/// The keys that must stand under a key of a guideline file; under the empty one, in the file itself.
fn required(under: &str) -> &'static [&'static str] {
    match under {
        "" => &["id", "name", "edition", "source", "scale", "statements", "silences"],
        "source" => &["title", "reference", "year", "read", "entered_by", "next_check"],
        "scale" | "read" | "not_read" | "warning" => &["fr", "en"],
        "further" => &["id", "name", "source"],
        "cautions" => &["id", "kind", "fr", "en"],
        "statements" => &["id", "topic", "number", "checked", "verdict", "fr", "en"],
        "silences" => &["topic", "fr", "en"],
        "review" => &["checked_by", "checked_on"],
        _ => &[],
    }
}
