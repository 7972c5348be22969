//! What guidelines and scores say, in the words of a language: the same on the screen, in text and in Markdown.

pub mod aims;
mod amount;
mod concordance;
mod fact;
pub mod figure;
mod ground;
mod missing;
mod offer;
mod order;
pub mod quorum;
mod safety;
mod schedule;
pub mod sparkline;
mod taper;

pub use amount::{amount, doses, duration, expectation, mg_range, proteinuria, pulse, pulse_parts, target, written};
pub use concordance::{concordance, reading};
pub use fact::{value, written_value};
pub use ground::{Part, course, glucocorticoid};
pub use missing::{ask, difference, silent, weighed, weight};
pub use offer::{Group, groups, label_mark, label_marks, regimen};
pub use order::{Weight, action, due, is_dose_unread, line_head, order, target as aimed, trigger};
pub use safety::{alert_name, grounds, level, missing_rules, safety_change, vouched};
pub use schedule::{Timetable, taper, timetable};
pub use taper::{
    TaperRow, TaperSum, taper_against, taper_guide, taper_held, taper_line, taper_reached, taper_rows, taper_sums,
    taper_weeks, taper_yaml,
};

use crate::clinic::{Agreement, Egfr, HcqBand, KidneyRisk, Need, NotScored};
use crate::domain::{Case, Drug, PregnancyStatus, Sex};
use crate::knowledge::{
    Accord, Advice, Agent, Caution, Checked, Coverage, Datum, FactId, Quiet, Reason, Topic, Verdict, WhyStatement,
};
use crate::text::{Lang, Words};

/// A pregnancy, or the time after it, which change what may be given: `grossesse en cours 12 SA`.
pub fn expecting(case: &Case, words: &Words) -> Option<String> {
    use PregnancyStatus::{Breastfeeding, Postpartum, Pregnant};
    let pregnancy = &case.pregnancy;
    let status = pregnancy.status.known().filter(|status| matches!(status, Pregnant | Postpartum | Breastfeeding));
    let status = status.filter(|_| case.patient.sex == Sex::Female)?;
    let weeks = pregnancy.weeks.known().filter(|_| *status == Pregnant);
    let weeks = weeks.map(|weeks| format!(" {weeks}\u{a0}{}", words.case.weeks_of_amenorrhoea));
    Some(format!("{}{}", words.label(*status), weeks.unwrap_or_default()))
}

/// The name of a row.
pub fn topic(words: &Words, topic: Topic) -> &'static str {
    (words.codes.topic)(topic.code())
}

/// The word of a verdict.
pub fn verdict(words: &Words, verdict: Verdict) -> &'static str {
    (words.codes.verdict)(verdict.code())
}

/// How the guidelines of a row stand to each other.
pub fn accord(words: &Words, accord: Accord) -> &'static str {
    (words.codes.accord)(accord.code())
}

/// Why they stand so; none where the word itself says it.
pub fn reason(words: &Words, reason: Reason) -> Option<&'static str> {
    let said = matches!(reason, Reason::Identical | Reason::OnlyOneSpeaks | Reason::NoneSpeaks);
    (!said).then(|| (words.codes.reason)(reason.code()))
}

/// What a guideline asks for.
pub fn advice(words: &Words, advice: Advice) -> &'static str {
    (words.codes.advice)(advice.code())
}

/// What a case file can say.
pub fn datum(words: &Words, datum: Datum) -> &'static str {
    (words.codes.datum)(datum.code())
}

/// Several, as a list: `class, UPCR`.
pub fn data(words: &Words, data: impl IntoIterator<Item = Datum>) -> String {
    data.into_iter().map(|one| datum(words, one)).collect::<Vec<_>>().join(", ")
}

/// What a statement asks of a patient.
pub fn fact(words: &Words, fact: FactId) -> &'static str {
    (words.codes.fact)(fact.code())
}

/// What a score lacks, as a list.
pub fn needs(words: &Words, needs: &[Need]) -> String {
    needs.iter().map(|need| (words.codes.need)(need.code())).collect::<Vec<_>>().join(", ")
}

/// A statement's own number, before it the publication it is taken from where that is another one: `EULAR 2023 R8`.
pub fn number(words: &Words, statement: &WhyStatement<'_>) -> String {
    let number = if statement.number == "unnumbered" { words.table.unnumbered } else { statement.number };
    statement.from.map_or_else(|| number.to_owned(), |from| format!("{} {number}", from.name))
}

/// What to know before leaning on the guideline's words: `not verified: …`.
pub fn caution(lang: Lang, caution: &Caution) -> String {
    let words = crate::text::words(lang);
    format!("{}{} {}", (words.codes.caution)(caution.kind.code()), words.guide.colon, caution.said(lang))
}

/// How sure an entry is; none where its wording was read in the source.
pub fn checked(words: &Words, checked: Checked) -> Option<&'static str> {
    (checked != Checked::Verified).then(|| (words.codes.checked)(checked.code()))
}

/// What an entry has on a row: how many statements and how sure the least sure is, or how it is silent.
pub fn covered(words: &Words, covered: Coverage) -> String {
    let weakest = covered.weakest.and_then(|weakest| checked(words, weakest));
    let statements = (covered.statements > 0).then(|| covered.statements.to_string());
    let quiet = covered.quiet.map(|quiet| self::quiet(words, quiet).to_owned());
    let parts: Vec<String> = statements.into_iter().chain(weakest.map(str::to_owned)).chain(quiet).collect();
    parts.join(" · ")
}

/// How an entry is silent on a row.
pub fn quiet(words: &Words, quiet: Quiet) -> &'static str {
    match quiet {
        Quiet::Silent => words.editions.silent,
        Quiet::SilentForSome => words.editions.silent_for_some,
        Quiet::NotRead => verdict(words, Verdict::NotRead),
    }
}

/// How well a score's wording was checked; none where it was read in the source.
pub fn score_checked(words: &Words, checked: crate::clinic::Checked) -> Option<&'static str> {
    (checked != crate::clinic::Checked::Primary).then(|| (words.codes.checked)(checked.code()))
}

/// The band of a level of hydroxychloroquine.
pub fn hcq_band(words: &Words, band: HcqBand) -> &'static str {
    (words.codes.hcq_band)(band.code())
}

/// The word of the KDIGO grid.
pub fn kidney_risk(words: &Words, risk: KidneyRisk) -> &'static str {
    (words.codes.kidney_risk)(risk.code())
}

/// Why a recorded damage does not score.
pub fn not_scored(words: &Words, reason: NotScored) -> &'static str {
    (words.codes.not_scored)(reason.code())
}

/// An eGFR as it is printed; with decimals where the whole number would belong to another stage than the value.
pub fn printed_egfr(lang: Lang, egfr: Egfr) -> String {
    lang.real(egfr.value, if egfr.misread().is_some() { 2 } else { 0 })
}

/// Who sees more activity.
pub fn discordance(words: &Words, agreement: Agreement) -> &'static str {
    (words.codes.discordance)(agreement.code())
}

/// The abbreviation of a drug as guidelines speak of it.
pub fn agent(words: &Words, agent: Agent) -> &'static str {
    let drug = match agent {
        Agent::Cni => return words.guide.calcineurin_inhibitor,
        Agent::Glucocorticoid => return words.guide.glucocorticoid,
        Agent::Mpaa => Drug::MycophenolateMofetil,
        Agent::Cyclophosphamide => Drug::Cyclophosphamide,
        Agent::Belimumab => Drug::Belimumab,
        Agent::Voclosporin => Drug::Voclosporin,
        Agent::Tacrolimus => Drug::Tacrolimus,
        Agent::Ciclosporin => Drug::Ciclosporin,
        Agent::Obinutuzumab => Drug::Obinutuzumab,
        Agent::Rituximab => Drug::Rituximab,
        Agent::Azathioprine => Drug::Azathioprine,
    };
    (words.drug_short)(drug)
}
