//! What is done, and the drugs: the words of the room beside the labels of both languages.

use std::sync::LazyLock;

use super::lexicon::{Lexicon, lexicon};
use super::token::{Token, tokens};
use crate::domain::{Drug, LineKind};
use crate::text::{Lang, words as words_of};

/// Words that say what is done, French and English.
const KINDS: &[(&str, LineKind)] = &[
    ("start", LineKind::Start),
    ("begin", LineKind::Start),
    ("débuter", LineKind::Start),
    ("début", LineKind::Start),
    ("commencer", LineKind::Start),
    ("introduire", LineKind::Start),
    ("initier", LineKind::Start),
    ("stop", LineKind::Stop),
    ("stopper", LineKind::Stop),
    ("arrêt", LineKind::Stop),
    ("arrêter", LineKind::Stop),
    ("-", LineKind::Stop),
    ("increase", LineKind::Increase),
    ("augmenter", LineKind::Increase),
    ("majorer", LineKind::Increase),
    ("↑", LineKind::Increase),
    ("decrease", LineKind::Decrease),
    ("reduce", LineKind::Decrease),
    ("diminuer", LineKind::Decrease),
    ("baisser", LineKind::Decrease),
    ("réduire", LineKind::Decrease),
    ("baisse", LineKind::Decrease),
    ("descendre", LineKind::Decrease),
    ("↓", LineKind::Decrease),
    ("taper", LineKind::Taper),
    ("décroître", LineKind::Taper),
    ("décroissance", LineKind::Taper),
    ("continue", LineKind::Continue),
    ("keep", LineKind::Continue),
    ("unchanged", LineKind::Continue),
    ("poursuivre", LineKind::Continue),
    ("poursuite", LineKind::Continue),
    ("maintenir", LineKind::Continue),
    ("idem", LineKind::Continue),
    ("inchangé", LineKind::Continue),
    ("hold", LineKind::Hold),
    ("suspendre", LineKind::Hold),
    ("switch", LineKind::Switch),
    ("relais", LineKind::Switch),
    ("add", LineKind::Add),
    ("ajouter", LineKind::Add),
    ("ajout", LineKind::Add),
    ("+", LineKind::Add),
];

/// Short names heard in the room, beside each drug's own code.
const DRUGS: &[(&str, Drug)] = &[
    ("hcq", Drug::Hydroxychloroquine),
    ("plaquenil", Drug::Hydroxychloroquine),
    ("pred", Drug::Prednisone),
    ("cortancyl", Drug::Prednisone),
    ("solupred", Drug::Prednisolone),
    ("mp", Drug::Methylprednisolone),
    ("solumedrol", Drug::Methylprednisolone),
    ("méthylprednisolone", Drug::Methylprednisolone),
    ("mmf", Drug::MycophenolateMofetil),
    ("mycophénolate", Drug::MycophenolateMofetil),
    ("cellcept", Drug::MycophenolateMofetil),
    ("mps", Drug::MycophenolateSodium),
    ("myfortic", Drug::MycophenolateSodium),
    ("cyc", Drug::Cyclophosphamide),
    ("endoxan", Drug::Cyclophosphamide),
    ("aza", Drug::Azathioprine),
    ("imurel", Drug::Azathioprine),
    ("mtx", Drug::Methotrexate),
    ("méthotrexate", Drug::Methotrexate),
    ("tac", Drug::Tacrolimus),
    ("csa", Drug::Ciclosporin),
    ("ciclosporine", Drug::Ciclosporin),
    ("voc", Drug::Voclosporin),
    ("voclo", Drug::Voclosporin),
    ("voclosporine", Drug::Voclosporin),
    ("lupkynis", Drug::Voclosporin),
    ("bel", Drug::Belimumab),
    ("beli", Drug::Belimumab),
    ("bélimumab", Drug::Belimumab),
    ("benlysta", Drug::Belimumab),
    ("anifro", Drug::Anifrolumab),
    ("saphnelo", Drug::Anifrolumab),
    ("rtx", Drug::Rituximab),
    ("obi", Drug::Obinutuzumab),
    ("gazyvaro", Drug::Obinutuzumab),
    ("aspirine", Drug::Aspirin),
    ("zeclar", Drug::Clarithromycin),
    ("paxlovid", Drug::Ritonavir),
    ("nirmatrelvir/ritonavir", Drug::Ritonavir),
    ("pradaxa", Drug::Dabigatran),
    ("xarelto", Drug::Rivaroxaban),
    ("eliquis", Drug::Apixaban),
    ("bactrim", Drug::Cotrimoxazole),
    ("profenid", Drug::Ketoprofen),
    ("voltarene", Drug::Diclofenac),
];

/// Words between what is done and the drug that say nothing.
const BETWEEN: [&str; 14] = ["le", "la", "les", "l", "'", "du", "de", "d", "par", "avec", "vers", "the", "to", "with"];

lexicon! {
    /// How the dose is given, said before the drug.
    BEFORE: () {
        () => "bolus" | "pulse" | "pulses" | "perfusion" | "perfusions" | "low-dose" | "low dose" | "high-dose" | "high dose"
            | "faible dose" | "forte dose" | "oral" | "oral pulse" | "iv"
    }
}

/// A name with a wrong letter is still its drug from this length on.
const LONG_ENOUGH: usize = 7;

static KIND_NAMES: LazyLock<Lexicon<LineKind>> = LazyLock::new(|| {
    let kinds = || LineKind::ALL.iter().copied().filter(|kind| *kind != LineKind::Other);
    let labels = Lang::ALL.iter().flat_map(|lang| kinds().map(|kind| (words_of(*lang).label(kind), kind)));
    Lexicon::new(KINDS.iter().copied().chain(labels))
});

/// Drugs: short names heard in the room, codes, and the names of both languages, whole and short.
static DRUG_NAMES: LazyLock<Lexicon<Drug>> = LazyLock::new(|| {
    let drugs = || Drug::ALL.iter().copied().filter(|drug| *drug != Drug::Other);
    let codes: Vec<(String, Drug)> = drugs().map(|drug| (drug.code().replace('_', " "), drug)).collect();
    let labels = Lang::ALL.iter().flat_map(|lang| {
        let words = words_of(*lang);
        drugs().flat_map(move |drug| [(words.label(drug), drug), ((words.drug_short)(drug), drug)])
    });
    let coded = codes.iter().map(|(code, drug)| (code.as_str(), *drug));
    Lexicon::new(DRUGS.iter().copied().chain(coded).chain(labels))
});

/// What is done, and how many pieces say it.
pub(super) fn kind(tokens: &[Token]) -> Option<(LineKind, usize)> {
    KIND_NAMES.first(tokens)
}

/// The drug that these pieces name, and how many they are; a long name may have one wrong letter.
pub(super) fn drug(tokens: &[Token]) -> Option<(Drug, usize)> {
    DRUG_NAMES.first(tokens).or_else(|| nearly(tokens.first()?).map(|drug| (drug, 1)))
}

/// The drug of this name, whole and without a mistake: a short name heard in the room, its code, its name in either language.
pub fn drug_named(name: &str) -> Option<Drug> {
    let pieces = tokens(&name.replace('_', " "));
    DRUG_NAMES.first(&pieces).filter(|(_, taken)| *taken == pieces.len()).map(|(drug, _)| drug)
}

/// The one drug whose name is a letter away from this word.
fn nearly(token: &Token) -> Option<Drug> {
    if !token.is_word() || token.folded.chars().count() < LONG_ENOUGH {
        return None;
    }
    let near = |name: &str| name.len() >= LONG_ENOUGH && strsim::osa_distance(name, &token.folded) == 1;
    let mut found = DRUG_NAMES.single_words().filter(|(name, _)| near(name)).map(|(_, drug)| drug);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// How many pieces stand between what is done and the drug and say nothing of their own.
pub(super) fn between(tokens: &[Token]) -> usize {
    tokens.iter().take_while(|token| is_between(token)).count()
}

/// Whether the piece says nothing of its own before a drug.
pub(super) fn is_between(token: &Token) -> bool {
    BETWEEN.contains(&token.folded.as_str())
}

/// How many pieces before the drug say how it is given: `bolus`, `3 bolus`.
pub(super) fn before(tokens: &[Token]) -> usize {
    let number = usize::from(tokens.first().is_some_and(|token| token.count().is_some()));
    let mut at = number;
    while let Some(((), taken)) = tokens.get(at..).and_then(|rest| BEFORE.first(rest)) {
        at += taken;
    }
    if at == number { 0 } else { at }
}

/// The drug that a line of these pieces is about, what is done said before it.
pub(super) fn drug_line(tokens: &[Token]) -> Option<Drug> {
    let rest = |at: usize| tokens.get(at..).unwrap_or_default();
    let mut at = kind(tokens).map_or(0, |(_, taken)| taken);
    at += between(rest(at));
    at += before(rest(at));
    at += between(rest(at));
    drug(rest(at)).map(|(drug, _)| drug)
}
