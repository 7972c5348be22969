//! One line of a decision, from the words of the room and back.

use std::sync::LazyLock;

use crate::domain::{Drug, Line, LineKind};
use crate::text::{Lang, fold, words as words_of};

/// The longest name of a drug, in words.
const MOST_WORDS: usize = 4;

/// Words that say what is done, French and English; matched without case.
const KINDS: &[(&str, LineKind)] = &[
    ("start", LineKind::Start),
    ("begin", LineKind::Start),
    ("débuter", LineKind::Start),
    ("commencer", LineKind::Start),
    ("introduire", LineKind::Start),
    ("stop", LineKind::Stop),
    ("arrêt", LineKind::Stop),
    ("arrêter", LineKind::Stop),
    ("-", LineKind::Stop),
    ("increase", LineKind::Increase),
    ("augmenter", LineKind::Increase),
    ("decrease", LineKind::Decrease),
    ("reduce", LineKind::Decrease),
    ("diminuer", LineKind::Decrease),
    ("réduire", LineKind::Decrease),
    ("taper", LineKind::Taper),
    ("décroître", LineKind::Taper),
    ("décroissance", LineKind::Taper),
    ("continue", LineKind::Continue),
    ("keep", LineKind::Continue),
    ("poursuivre", LineKind::Continue),
    ("maintenir", LineKind::Continue),
    ("hold", LineKind::Hold),
    ("suspendre", LineKind::Hold),
    ("switch", LineKind::Switch),
    ("relais", LineKind::Switch),
    ("add", LineKind::Add),
    ("ajouter", LineKind::Add),
    ("+", LineKind::Add),
];

/// Short names heard in the room, beside each drug's own code.
const DRUGS: &[(&str, Drug)] = &[
    ("hcq", Drug::Hydroxychloroquine),
    ("plaquenil", Drug::Hydroxychloroquine),
    ("pred", Drug::Prednisone),
    ("cortancyl", Drug::Prednisone),
    ("mp", Drug::Methylprednisolone),
    ("solumedrol", Drug::Methylprednisolone),
    ("méthylprednisolone", Drug::Methylprednisolone),
    ("mmf", Drug::MycophenolateMofetil),
    ("mycophénolate", Drug::MycophenolateMofetil),
    ("mycophenolate", Drug::MycophenolateMofetil),
    ("cellcept", Drug::MycophenolateMofetil),
    ("mps", Drug::MycophenolateSodium),
    ("myfortic", Drug::MycophenolateSodium),
    ("cyc", Drug::Cyclophosphamide),
    ("endoxan", Drug::Cyclophosphamide),
    ("eurolupus", Drug::Cyclophosphamide),
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

/// A name as folded words, and what is meant by it.
type Names<T> = Vec<(Vec<String>, T)>;

/// What is done: the words of the room, and the labels of both languages.
static KIND_NAMES: LazyLock<Names<LineKind>> = LazyLock::new(|| {
    let kinds = || LineKind::ALL.iter().copied().filter(|kind| *kind != LineKind::Other);
    let labels = Lang::ALL.iter().flat_map(|lang| kinds().map(|kind| (words_of(*lang).label(kind), kind)));
    names(KINDS.iter().copied().chain(labels))
});

/// Drugs: short names heard in the room, codes, and the names of both languages, whole and short.
static DRUG_NAMES: LazyLock<Names<Drug>> = LazyLock::new(|| {
    let drugs = || Drug::ALL.iter().copied().filter(|drug| *drug != Drug::Other);
    let codes: Vec<(String, Drug)> = drugs().map(|drug| (drug.code().replace('_', " "), drug)).collect();
    let labels = Lang::ALL.iter().flat_map(|lang| {
        let words = words_of(*lang);
        drugs().flat_map(move |drug| [(words.label(drug), drug), ((words.drug_short)(drug), drug)])
    });
    let coded = codes.iter().map(|(code, drug)| (code.as_str(), *drug));
    names(DRUGS.iter().copied().chain(coded).chain(labels))
});

fn names<'a, T>(known: impl Iterator<Item = (&'a str, T)>) -> Names<T> {
    known.map(|(name, meant)| (name.split_whitespace().map(fold).collect(), meant)).collect()
}

/// The longest of these names that begins the words, and how many of them it takes.
fn first_of<T: Copy>(words: &[&str], names: &Names<T>) -> Option<(T, usize)> {
    let begins: Vec<String> =
        words.iter().take(MOST_WORDS).map(|word| fold(word.trim_end_matches([',', ';', ':']))).collect();
    let begun = names.iter().filter(|(name, _)| !name.is_empty() && begins.starts_with(name));
    begun.max_by_key(|(name, _)| name.len()).map(|(name, meant)| (*meant, name.len()))
}

/// The line that the words say; `None` for an empty one. What is not recognised is kept as it was typed.
pub fn line(text: &str) -> Option<Line> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let spaced = ["+", "-"].iter().find_map(|sign| text.strip_prefix(sign).map(|rest| format!("{sign} {rest}")));
    let words: Vec<&str> = spaced.as_deref().unwrap_or(text).split_whitespace().collect();
    let kind = first_of(&words, &KIND_NAMES);
    let rest = words.get(kind.map_or(0, |(_, taken)| taken)..).unwrap_or_default();
    let Some((drug, taken)) = first_of(rest, &DRUG_NAMES) else {
        return Some(Line { kind: LineKind::Other, drug: None, words: text.to_owned() });
    };
    let words = rest.get(taken..).unwrap_or_default().join(" ");
    Some(Line { kind: kind.map_or(LineKind::Start, |(kind, _)| kind), drug: Some(drug), words })
}

/// The line as text in this language that reads back to the same line.
pub fn printed(line: &Line, lang: Lang) -> String {
    let Some(drug) = line.drug else { return line.words.clone() };
    let words = words_of(lang);
    format!("{} {} {}", words.label(line.kind), words.label(drug), line.words).trim_end().to_owned()
}
