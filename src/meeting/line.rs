//! One line of a decision, from the words of the room and back.

use crate::domain::{Drug, Line, LineKind};

/// Words that say what is done, French and English; matched without case.
const KINDS: &[(&str, LineKind)] = &[
    ("start", LineKind::Start),
    ("begin", LineKind::Start),
    ("débuter", LineKind::Start),
    ("debuter", LineKind::Start),
    ("commencer", LineKind::Start),
    ("introduire", LineKind::Start),
    ("stop", LineKind::Stop),
    ("arrêt", LineKind::Stop),
    ("arret", LineKind::Stop),
    ("arrêter", LineKind::Stop),
    ("arreter", LineKind::Stop),
    ("-", LineKind::Stop),
    ("increase", LineKind::Increase),
    ("augmenter", LineKind::Increase),
    ("decrease", LineKind::Decrease),
    ("reduce", LineKind::Decrease),
    ("diminuer", LineKind::Decrease),
    ("réduire", LineKind::Decrease),
    ("reduire", LineKind::Decrease),
    ("taper", LineKind::Taper),
    ("décroître", LineKind::Taper),
    ("décroissance", LineKind::Taper),
    ("decroissance", LineKind::Taper),
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
];

fn kind_of(word: &str) -> Option<LineKind> {
    let word = word.to_lowercase();
    KINDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
}

fn drug_of(word: &str) -> Option<Drug> {
    let word = word.to_lowercase();
    let word = word.trim_end_matches([',', ';', ':']);
    DRUGS
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, drug)| *drug)
        .or_else(|| Drug::from_code(&word.replace(' ', "_")))
        .filter(|drug| *drug != Drug::Other)
}

/// The line that the words say; `None` for an empty one. What is not recognised is kept as it was typed.
pub fn line(text: &str) -> Option<Line> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let spaced = ["+", "-"].iter().find_map(|sign| text.strip_prefix(sign).map(|rest| format!("{sign} {rest}")));
    let words: Vec<&str> = spaced.as_deref().unwrap_or(text).split_whitespace().collect();
    let (kind, rest) = match words.split_first() {
        Some((first, rest)) => kind_of(first).map_or((None, words.as_slice()), |kind| (Some(kind), rest)),
        None => (None, words.as_slice()),
    };
    let two = rest.get(0..2).and_then(|pair| drug_of(&pair.join(" "))).map(|drug| (drug, 2));
    let found = two.or_else(|| rest.first().and_then(|word| drug_of(word)).map(|drug| (drug, 1)));
    let Some((drug, taken)) = found else {
        return Some(Line { kind: LineKind::Other, drug: None, words: text.to_owned() });
    };
    let words = rest.get(taken..).unwrap_or_default().join(" ");
    Some(Line { kind: kind.unwrap_or(LineKind::Start), drug: Some(drug), words })
}

/// The line as text that reads back to the same line.
pub fn printed(line: &Line) -> String {
    match line.drug {
        Some(drug) => format!("{} {} {}", line.kind, drug.code().replace('_', " "), line.words).trim_end().to_owned(),
        None => line.words.clone(),
    }
}
