//! What is to be done beside the drugs: `bio m1 m3`, `@nephro biopsie 2 sem`, `avis gynéco @Dr Martin m1`.

use super::hidden;
use super::lexicon::lexicon;
use super::measure;
use super::token::{Token, said, tokens};
use super::when;
use crate::domain::{ActionItem, ActionKind, Due};

lexicon! {
    /// Words that an act begins with.
    HEADS: ActionKind {
        ActionKind::Labs => "labs" | "lab" | "bio" | "biologie" | "bilan" | "contrôle" | "recontrôle" | "control" | "recontrol"
            | "recheck" | "check" | "dosage" | "doser" | "prélèvement" | "nfs" | "ecbu" | "blood test" | "bloods" | "surveillance",
        ActionKind::Biopsy => "biopsy" | "biopsie" | "pbr" | "re-biopsie" | "rebiopsie" | "re-biopsier" | "rebiopsier" | "biopsier"
            | "rebiopsy" | "re-biopsy" | "kidney biopsy" | "repeat biopsy" | "renal biopsy" | "refaire une biopsie",
        ActionKind::Opinion => "avis" | "opinion" | "advice" | "referral" | "refer" | "adresser" | "demander avis" | "ask",
        ActionKind::Vaccine => "vaccin" | "vaccins" | "vaccination" | "vaccinations" | "vacciner" | "vaccine" | "vaccines" | "vaccinate",
        ActionKind::Tell => "tell" | "inform" | "informer" | "prévenir" | "annoncer" | "annonce" | "expliquer" | "appeler" | "call"
            | "dire",
        ActionKind::Imaging => "scanner" | "tdm" | "irm" | "mri" | "ct" | "echo" | "échographie" | "ultrasound" | "fond d'oeil"
            | "fo" | "oct" | "dxa" | "dmo" | "ostéodensitométrie" | "ecg" | "eye exam" | "examen ophtalmo" | "ophtalmo"
            | "radio" | "ett",
        ActionKind::Visit => "consultation" | "cs" | "visit" | "follow-up" | "suivi" | "hospitalisation" | "hdj" | "etp" | "revoir"
            | "rdv" | "éducation thérapeutique" | "clinic",
    }
    /// Between two dates.
    AND: () { () => "," | "et" | "and" | "&" | "puis" | "then" | ", puis" }
    /// Titles before a name.
    TITLES: () { () => "dr" | "pr" | "mme" | "mr" | "dre" | "pre" | "dr." | "pr." | "prof" }
}

/// The acts that these words say, one for each date; none where they are no act, or name a drug.
pub(super) fn actions(text: &str) -> Vec<ActionItem> {
    let tokens = tokens(text);
    let (mut what, mut dues, mut at) = (Vec::new(), Vec::new(), 0);
    let mut named: Option<String> = None;
    while at < tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        if let Some(taken) = dates(rest, &mut dues) {
            at += taken;
        } else if let Some((who, taken)) = owner(text, rest).filter(|_| named.is_none()) {
            named = Some(who);
            at += taken;
        } else {
            what.extend(rest.first());
            at += 1;
        }
    }
    let what: Vec<Token> = what.into_iter().cloned().collect();
    let kind = kind(&what, named.is_some(), !dues.is_empty()).filter(|_| !hidden::names_drug(&what));
    let Some(kind) = kind else { return Vec::new() };
    let what = runs(text, &what);
    let act = |when| ActionItem { kind, what: what.clone(), owner: named.clone(), when };
    if dues.is_empty() { vec![act(None)] } else { dues.iter().map(|due| act(Some(*due))).collect() }
}

fn kind(what: &[Token], has_owner: bool, has_date: bool) -> Option<ActionKind> {
    if what.is_empty() {
        return None;
    }
    let level = || measure::measure(what).map(|(_, taken)| taken).or_else(|| hidden::level(what));
    let is_measure = || level().filter(|taken| *taken == what.len() && has_date);
    let head = HEADS.first(what).map(|(kind, _)| kind);
    head.or_else(|| is_measure().map(|_| ActionKind::Labs)).or_else(|| has_owner.then_some(ActionKind::Other))
}

/// Dates that follow each other.
fn dates(tokens: &[Token], dues: &mut Vec<Due>) -> Option<usize> {
    let (due, mut at) = when::due(tokens)?;
    dues.push(due);
    loop {
        let rest = tokens.get(at..).unwrap_or_default();
        let gap = AND.first(rest).map_or(0, |((), taken)| taken);
        let Some((due, taken)) = rest.get(gap..).and_then(when::due) else { return Some(at) };
        dues.push(due);
        at += gap + taken;
    }
}

/// `@nephro`, `@Dr Martin`, `@Jean-Paul`.
fn owner(text: &str, tokens: &[Token]) -> Option<(String, usize)> {
    let [at, name, ..] = tokens else { return None };
    if !at.is("@") || !name.joined || !name.is_word() {
        return None;
    }
    let title = tokens.get(1..).and_then(|rest| TITLES.first(rest)).map_or(0, |((), taken)| taken);
    let is_capital = |token: &Token| text.get(token.start..).is_some_and(|said| said.starts_with(char::is_uppercase));
    let mut end = 2;
    if title > 0 {
        let names = tokens.iter().skip(1 + title).take_while(|token| token.is_word() && is_capital(token)).count();
        end = 1 + title + names;
    }
    while let [sign, next, ..] = tokens.get(end..).unwrap_or_default() {
        let is_part = sign.joined && next.joined && (sign.is("-") || sign.is("'")) && next.is_word();
        if !is_part {
            break;
        }
        end += 2;
    }
    Some((said(text, tokens.get(1..end)?), end))
}

/// The pieces as they were said, those apart from each other with a space between.
fn runs(text: &str, tokens: &[Token]) -> String {
    let mut words = String::new();
    let mut end: Option<usize> = None;
    for token in tokens {
        let is_near = end == Some(token.start);
        if !is_near && !words.is_empty() {
            words.push(' ');
        }
        words.push_str(text.get(token.start..token.end).unwrap_or_default());
        end = Some(token.end);
    }
    words
}
