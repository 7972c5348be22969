//! The regimens a guideline offers this patient, and how each stands.

use std::collections::BTreeSet;

use super::judged::Judged;
use super::{Country, Datum, Facts, Formulary, Offer, Statement, Truth, Verdict};

/// Everything offered by the statements that speak in a row, lowered by all it hears; strongest first, then in the order of
/// the formulary.
pub(super) fn offers(
    speaking: &[&Judged<'_>],
    judged: &[&Judged<'_>],
    formulary: &Formulary,
    facts: &Facts,
    country: Country,
) -> Vec<Offer> {
    let raised = speaking.iter().filter(|judged| judged.truth == Truth::Yes && !judged.statement.verdict.lowers());
    let codes: BTreeSet<&String> = raised.flat_map(|judged| &judged.statement.regimens).collect();
    let mut offers: Vec<Offer> =
        codes.into_iter().map(|code| Standing { code, speaking, judged, formulary }.offer(facts, country)).collect();
    offers.sort_by_key(|offer| (offer.standing, formulary.place(&offer.regimen)));
    offers
}

struct Standing<'a> {
    code: &'a str,
    speaking: &'a [&'a Judged<'a>],
    judged: &'a [&'a Judged<'a>],
    formulary: &'a Formulary,
}

impl Standing<'_> {
    fn offer(&self, facts: &Facts, country: Country) -> Offer {
        let mut standing = Verdict::NotAddressed;
        let mut statements = Vec::new();
        for judged in self.speaking.iter().filter(|judged| judged.truth == Truth::Yes) {
            let statement = judged.statement;
            if statement.regimens.iter().any(|code| code == self.code) && !statement.verdict.lowers() {
                standing = standing.min(statement.verdict);
                statements.push(statement.id.clone());
            }
        }
        let (standing, pending) = self.lowered(standing, &mut statements);
        let labels = self.formulary.marks(self.code, facts, country);
        let missing: Vec<Datum> = pending.into_iter().collect();
        Offer { regimen: self.code.to_owned(), standing, labels, statements, missing }
    }

    /// The standing after everything that lowers it; while a lowering statement waits, the weakest it can be, with all that
    /// is missing to know.
    fn lowered(&self, mut standing: Verdict, statements: &mut Vec<String>) -> (Verdict, BTreeSet<Datum>) {
        let mut waiting = Vec::new();
        for judged in self.judged.iter().filter(|judged| judged.truth != Truth::No) {
            let Some(cap) = self.cap(judged) else { continue };
            if judged.truth.is_unknown() {
                waiting.push((cap, &judged.truth));
                continue;
            }
            standing = standing.max(cap);
            if !statements.contains(&judged.statement.id) {
                statements.push(judged.statement.id.clone());
            }
        }
        waiting.retain(|(cap, _)| *cap > standing);
        let pending = waiting.iter().flat_map(|(_, truth)| truth.missing()).collect();
        match waiting.iter().map(|(cap, _)| *cap).max() {
            None => (standing, pending),
            Some(weakest) if weakest.accepts() => (weakest, pending),
            Some(_) => (Verdict::NeedsData, pending),
        }
    }

    /// How far this statement lowers the regimen, if it does.
    fn cap(&self, judged: &Judged<'_>) -> Option<Verdict> {
        let statement = judged.statement;
        let drugs = self.formulary.regimen(self.code).map(|regimen| regimen.drugs.as_slice()).unwrap_or_default();
        let by_drug = statement.drugs.iter().filter(|(agent, _)| agent.is_in(drugs)).map(|(_, verdict)| *verdict);
        let named = statement.regimens.iter().any(|code| code == self.code);
        let by_name = (named && statement.verdict.lowers()).then_some(statement.verdict);
        let second = statement.over.iter().any(|code| code == self.code) && !self.contradicted(statement);
        by_drug.chain(by_name).chain(second.then_some(Verdict::Alternative)).max()
    }

    /// Whether a statement that speaks prefers this regimen and contradicts this one: neither then lowers the other.
    fn contradicted(&self, statement: &Statement) -> bool {
        self.judged.iter().filter(|other| other.truth == Truth::Yes).any(|other| {
            other.statement.regimens.iter().any(|code| code == self.code) && contradict(statement, other.statement)
        })
    }
}

/// Whether two statements of a guideline contradict each other when both speak.
pub(super) fn contradict(one: &Statement, other: &Statement) -> bool {
    one.conflicts_with.contains(&other.id) || other.conflicts_with.contains(&one.id)
}
