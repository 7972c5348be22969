use super::agent;
use crate::knowledge::{Agent, Cell, LabelMark, LabelStatus, Offer, Verdict};
use crate::text::Words;

/// Breaks no line between the parts of one name.
const HARD_SPACE: &str = "\u{a0}";

/// Regimens that stand alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// How they stand.
    pub standing: Verdict,
    /// Their short names, with the marks of their labels.
    pub names: Vec<String>,
}

/// The regimens of a cell by how they stand, strongest first. Two or more calcineurin inhibitors beside the same
/// partner are one name, `MMF+CNI (VOC TAC*)`: which drug carries which mark stays readable.
pub fn groups(words: &Words, cell: &Cell) -> Vec<Group> {
    let mut groups: Vec<(Verdict, Vec<&Offer>)> = Vec::new();
    for offer in &cell.offers {
        match groups.iter_mut().find(|(standing, _)| *standing == offer.standing) {
            Some((_, offers)) => offers.push(offer),
            None => groups.push((offer.standing, vec![offer])),
        }
    }
    groups.into_iter().map(|(standing, offers)| Group { standing, names: names(words, &offers) }).collect()
}

fn names(words: &Words, offers: &[&Offer]) -> Vec<String> {
    let mut names = Vec::new();
    let mut done: Vec<&str> = Vec::new();
    for offer in offers {
        let Some((partner, _)) = with_inhibitor(&offer.regimen) else {
            names.push(regimen(words, &offer.regimen, &offer.labels));
            continue;
        };
        let alike: Vec<&&Offer> = offers
            .iter()
            .filter(|other| with_inhibitor(&other.regimen).is_some_and(|(other, _)| other == partner))
            .collect();
        if alike.len() < 2 {
            names.push(regimen(words, &offer.regimen, &offer.labels));
        } else if !done.contains(&partner) {
            done.push(partner);
            names.push(together(words, partner, &alike));
        }
    }
    names
}

/// `MMF+CNI (VOC TAC*)`.
fn together(words: &Words, partner: &str, offers: &[&&Offer]) -> String {
    let labels = offers.first().map_or(&[][..], |offer| offer.labels.as_slice());
    let drugs = offers.iter().filter_map(|offer| {
        let (_, drug) = with_inhibitor(&offer.regimen)?;
        Some(part(words, drug, &offer.labels))
    });
    let drugs: Vec<String> = drugs.collect();
    let class = words.guide.calcineurin_inhibitor;
    format!("{}+{class}{HARD_SPACE}({})", part(words, partner, labels), drugs.join(HARD_SPACE))
}

/// The partner and the calcineurin inhibitor of a regimen of two.
fn with_inhibitor(code: &str) -> Option<(&str, &str)> {
    code.split_once('+').filter(|(_, drug)| matches!(*drug, "voc" | "tac" | "csa"))
}

/// The short name of a regimen by its code, a mark after each drug whose label is not in order: `MMF*+TAC*`.
pub fn regimen(words: &Words, code: &str, labels: &[LabelMark]) -> String {
    let parts: Vec<String> = code.split('+').map(|drug| part(words, drug, labels)).collect();
    let name = parts.join("+");
    match code {
        "mmf" | "gc" => format!("{name}{HARD_SPACE}{}", words.guide.alone),
        _ => name,
    }
}

fn part(words: &Words, code: &str, labels: &[LabelMark]) -> String {
    let (drug, form) = match code {
        "cyc" => ("cyc", Some(words.guide.low_dose)),
        "cyc-high" => ("cyc", Some(words.guide.high_dose)),
        "cyc-oral" => ("cyc", Some(words.guide.oral)),
        "cyc-any" => ("cyc", Some(words.guide.any_dose)),
        "mmf" => ("mpaa", None),
        other => (other, None),
    };
    let known = Agent::from_code(drug);
    let name = known.map_or_else(|| code.to_uppercase(), |known| agent(words, known).to_owned());
    let status = labels.iter().find(|label| Some(label.drug) == known).map(|label| label.status);
    let mark = status.map_or("", label_mark);
    form.map_or_else(
        || format!("{name}{mark}"),
        |form| format!("{name}{mark}{HARD_SPACE}{}", form.replace(' ', HARD_SPACE)),
    )
}

/// The mark of a label; empty where it is in order.
pub const fn label_mark(status: LabelStatus) -> &'static str {
    match status {
        LabelStatus::Labelled => "",
        LabelStatus::OffLabel => "*",
        LabelStatus::NotReimbursed => "†",
        LabelStatus::NotVerified => "‡",
    }
}

/// What the marks of these offers mean: `* off label`, each once.
pub fn label_marks<'a>(words: &Words, offers: impl Iterator<Item = &'a Offer>) -> Vec<String> {
    let mut statuses: Vec<LabelStatus> = offers.flat_map(|offer| &offer.labels).map(|label| label.status).collect();
    statuses.sort_unstable();
    statuses.dedup();
    let explained = |status: LabelStatus| format!("{} {}", label_mark(status), (words.codes.label)(status.code()));
    statuses.into_iter().filter(|status| *status != LabelStatus::Labelled).map(explained).collect()
}
