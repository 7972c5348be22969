//! A decision in figures: who the patient was, and what was decided. What past decisions are searched, compared and
//! counted by. Whatever is not known is none.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Locked, proposed};
use crate::clinic::IMMUNOSUPPRESSANTS;
use crate::domain::codes::codes;
use crate::domain::{
    ActionKind, Case, Class, Day, Decision, Drug, Due, Field, Interval, Line, LineKind, OrderUnit, Outcome, Per,
    PregnancyStatus, Route, Severity, Sex, TimeUnit, Wish,
};
use crate::knowledge::{Condition, DrugClass, DrugRef, FactId, Facts, Finding, Kind, Truth, Value, facts, facts_with};
use crate::read;

codes! {
    /// The ISN/RPS classes as the guidelines group them.
    ClassGroup {
        /// III or IV, or both, without V.
        Proliferative = "proliferative",
        /// V with III or IV.
        MixedV = "mixed_v",
        /// V without III or IV.
        PureV = "pure_v",
        /// I or II and nothing else.
        IOrII = "i_ii",
        /// VI.
        VI = "vi",
    }
    /// Activity outside the kidney, at its worst.
    ExtrarenalLevel { None = "none", Mild = "mild", ModerateSevere = "moderate_severe" }
    /// Pregnancy, or the wish for one now or within two years.
    PregnancyProject { None = "none", Wish = "wish", Pregnant = "pregnant" }
}

/// A version of a decision in figures, at the moment it was locked.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Profile {
    /// The group of the newest class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class_group: Option<ClassGroup>,
    /// Newest proteinuria, g/g; 24 h protein in g stands for it where there is no UPCR, as the guidelines do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upcr: Option<f64>,
    /// Newest eGFR, mL/min/1.73 m².
    #[serde(skip_serializing_if = "Option::is_none")]
    pub egfr: Option<f64>,
    /// Age, years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<f64>,
    /// Sex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Real weight, kg.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
    /// Kidney flares, this one included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flares: Option<u32>,
    /// Failed courses of treatment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failed_courses: Option<u32>,
    /// How many different immunosuppressants were received until then, those still taken included; none where the case
    /// lists no treatment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prior_lines: Option<u32>,
    /// Activity outside the kidney.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extrarenal: Option<ExtrarenalLevel>,
    /// Pregnancy or the wish for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pregnancy: Option<PregnancyProject>,
    /// NIH activity index, 0 to 24.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity_index: Option<u32>,
    /// NIH chronicity index, 0 to 12.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chronicity_index: Option<u32>,
    /// The requester's centre.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre: Option<String>,
    /// Whether the file said what the patient wishes or refuses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patient_view: Option<bool>,
    /// The immunosuppressants given as the decision stands, in the order of their codes; none where the case left without a
    /// proposal of treatment, or lists no treatment and no line gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regimen: Option<Vec<Drug>>,
    /// Those of them that the decision starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started: Option<Vec<Drug>>,
    /// Oral glucocorticoid as the decision stands, mg/d of prednisone equivalent: the first dose of a taper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steroid_start: Option<f64>,
    /// The same over the real weight, mg/kg/d.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steroid_start_kg: Option<f64>,
    /// Whether the decision orders intravenous methylprednisolone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pulse: Option<bool>,
    /// Oral prednisone planned six months after, mg/d; none where the lines do not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steroid_m6: Option<f64>,
    /// Hydroxychloroquine as the decision stands, mg/kg/d of real weight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hcq_kg: Option<f64>,
    /// Whether a RAAS blocker is given as the decision stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raas: Option<bool>,
    /// Whether an SGLT2 inhibitor is given as the decision stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sglt2: Option<bool>,
    /// Whether the decision asks for a biopsy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rebiopsy: Option<bool>,
}

impl Profile {
    /// Who the patient is on this day; nothing of what was decided.
    pub fn of_patient(case: &Case, facts: &Facts) -> Self {
        Self {
            class_group: class_group(facts),
            upcr: number(facts.get(FactId::Proteinuria), FactId::Proteinuria).map(|milligrams| milligrams / 1000.0),
            egfr: number(facts.get(FactId::Egfr), FactId::Egfr),
            age: number(facts.get(FactId::Age), FactId::Age),
            sex: Some(case.patient.sex),
            weight: number(facts.get(FactId::Weight), FactId::Weight),
            flares: case.lupus.flares.known().map(|count| u32::from(*count)),
            failed_courses: case.lupus.failed_courses.known().map(|count| u32::from(*count)),
            prior_lines: prior_lines(case, facts.today),
            extrarenal: extrarenal(case),
            pregnancy: pregnancy(case),
            activity_index: count(facts, FactId::ActivityIndex),
            chronicity_index: count(facts, FactId::ChronicityIndex),
            centre: case.requester.as_ref().and_then(|requester| requester.centre.clone()),
            patient_view: Some(case.person.wishes.known().is_some() || case.person.refusals.known().is_some()),
            ..Self::default()
        }
    }

    /// The figures of a decision on a case, with the facts as they were on that day.
    pub fn of(case: &Case, before: &Facts, decision: &Decision) -> Self {
        let patient = Self::of_patient(case, before);
        let lines: Vec<_> = decision.lines.iter().filter_map(proposed).collect();
        let after = facts_with(case, before.today, &lines);
        let treats = is_a_proposal(decision.outcome);
        let said = |drugs: &[Drug]| as_said(decision, drugs, patient.weight);
        let steroid_start = number(after.get(FactId::SteroidDaily), FactId::SteroidDaily)
            .or_else(|| said(&[Drug::Prednisone, Drug::Prednisolone]))
            .filter(|_| treats);
        let per_kilo = |dose: f64| patient.weight.filter(|weight| *weight > 0.0).map(|weight| rounded(dose / weight));
        Self {
            regimen: regimen(&after, false).filter(|_| treats),
            started: regimen(&after, true).filter(|_| treats),
            steroid_start,
            steroid_start_kg: steroid_start.and_then(per_kilo),
            pulse: treats.then(|| decision.lines.iter().any(is_pulse)),
            steroid_m6: steroid_at_six_months(decision, before.today, steroid_start).filter(|_| treats),
            hcq_kg: number(after.get(FactId::HcqPerKilo), FactId::HcqPerKilo)
                .or_else(|| said(&[Drug::Hydroxychloroquine]).and_then(per_kilo))
                .filter(|_| treats),
            raas: given(&after, DrugClass::RaasBlockers).filter(|_| treats),
            sglt2: given(&after, DrugClass::Sglt2Inhibitors).filter(|_| treats),
            rebiopsy: treats.then(|| decision.actions.iter().any(|action| action.kind == ActionKind::Biopsy)),
            ..patient
        }
    }

    /// The figures of what was locked: as they were kept, or, where it was locked before they were, from the case as it was.
    /// Where that case cannot be read any more nothing is known.
    pub fn of_locked(locked: &Locked, locked_on: Day) -> Self {
        if let Some(kept) = &locked.profile {
            return kept.clone();
        }
        let day =
            locked.facts.get("today").and_then(|day| serde_json::from_value(day.clone()).ok()).unwrap_or(locked_on);
        let reading = read::case(locked.case_yaml.as_bytes(), day);
        reading.value.map_or_else(Self::default, |case| Self::of(&case, &facts(&case, day), &locked.decision))
    }
}

/// Whether the case left the room with a proposal about its treatment.
const fn is_a_proposal(outcome: Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Decided
            | Outcome::DecidedConditional
            | Outcome::ContinueUnchanged
            | Outcome::DeEscalate
            | Outcome::TrialProposed
    )
}

fn class_group(facts: &Facts) -> Option<ClassGroup> {
    let Value::Classes(classes) = &facts.get(FactId::Class).value else { return None };
    let has = |wanted: &[Class]| classes.iter().any(|class| wanted.contains(class));
    let proliferative = has(&[Class::III, Class::IV]);
    match (proliferative, has(&[Class::V])) {
        (true, true) => Some(ClassGroup::MixedV),
        (true, false) => Some(ClassGroup::Proliferative),
        (false, true) => Some(ClassGroup::PureV),
        (false, false) if has(&[Class::VI]) => Some(ClassGroup::VI),
        (false, false) if has(&[Class::I, Class::II]) => Some(ClassGroup::IOrII),
        (false, false) => None,
    }
}

/// The number of a finding in the first unit of its measure.
fn number(finding: &Finding, fact: FactId) -> Option<f64> {
    let Kind::Number(measure) = fact.kind() else { return None };
    measure.canonical(finding.amount()?)?.to_f64()
}

fn count(facts: &Facts, fact: FactId) -> Option<u32> {
    facts.get(fact).amount()?.number.0.to_u32()
}

fn prior_lines(case: &Case, today: Day) -> Option<u32> {
    let received =
        |drug: &&Drug| case.treatments.iter().any(|treatment| treatment.drug == **drug && treatment.from <= today);
    let listed = !case.treatments.is_empty();
    listed.then(|| u32::try_from(IMMUNOSUPPRESSANTS.iter().filter(received).count()).ok()).flatten()
}

fn extrarenal(case: &Case) -> Option<ExtrarenalLevel> {
    let Field::Known(list) = &case.extrarenal else { return None };
    Some(if list.iter().any(|one| matches!(one.severity, Severity::Moderate | Severity::Severe)) {
        ExtrarenalLevel::ModerateSevere
    } else if list.is_empty() {
        ExtrarenalLevel::None
    } else {
        ExtrarenalLevel::Mild
    })
}

/// A wish for later is no project yet: the guidelines ask about now and the next two years.
fn pregnancy(case: &Case) -> Option<PregnancyProject> {
    let (status, wish) = (case.pregnancy.status.known(), case.pregnancy.wish.known());
    match (status, wish) {
        (Some(PregnancyStatus::Pregnant), _) => Some(PregnancyProject::Pregnant),
        (_, Some(Wish::Now | Wish::WithinOneYear | Wish::WithinTwoYears)) => Some(PregnancyProject::Wish),
        (Some(PregnancyStatus::NotApplicable), _) | (_, Some(Wish::None | Wish::Later)) => Some(PregnancyProject::None),
        (_, None) => (case.patient.sex == Sex::Male).then_some(PregnancyProject::None),
    }
}

/// The immunosuppressants given, or those started; none where nobody said what is taken.
fn regimen(after: &Facts, started: bool) -> Option<Vec<Drug>> {
    let all = [DrugRef::Class(DrugClass::Immunosuppressants)];
    if matches!(after.judge(&Condition::Given(all.to_vec())), Truth::Unknown(_)) {
        return None;
    }
    let mut drugs: Vec<Drug> =
        after.board().among(&all).filter(|given| given.is_started || !started).map(|given| given.drug).collect();
    drugs.sort_by_key(|drug| drug.code());
    drugs.dedup();
    Some(drugs)
}

fn given(after: &Facts, class: DrugClass) -> Option<bool> {
    match after.judge(&Condition::Given(vec![DrugRef::Class(class)])) {
        Truth::Yes => Some(true),
        Truth::No => Some(false),
        Truth::Unknown(_) => None,
    }
}

fn gives(line: &Line) -> bool {
    line.is_given() && !matches!(line.kind, LineKind::Stop | LineKind::Hold | LineKind::Other)
}

fn is_pulse(line: &Line) -> bool {
    let route = line.order.as_ref().and_then(|order| order.route);
    gives(line) && line.drug == Some(Drug::Methylprednisolone) && route.is_none_or(|route| route == Route::Intravenous)
}

/// The daily dose, mg, of the line that gives one of these drugs, where its words name one dose and no rhythm: `pred 0,4
/// mg/kg` is taken as a daily dose here, as the room means it, which the safety rules do not [own rule of this program].
fn as_said(decision: &Decision, drugs: &[Drug], weight: Option<f64>) -> Option<f64> {
    let line = decision.lines.iter().find(|line| gives(line) && line.drug.is_some_and(|drug| drugs.contains(&drug)))?;
    let order = line
        .order
        .as_ref()
        .filter(|order| order.rhythm.is_none() && order.route.is_none_or(|route| route == Route::Oral))?;
    let dose = order.dose.as_ref().filter(|dose| dose.limit.is_none() && dose.most.is_none())?;
    let amount = dose.amount.0.to_f64().filter(|_| dose.per.is_none_or(|per| per == Per::Day))?;
    match dose.unit {
        OrderUnit::Milligram => Some(amount),
        OrderUnit::MilligramPerKilo => weight.map(|weight| rounded(amount * weight)),
        _ => None,
    }
}

/// The dose of the last dated step of the prednisone line that falls within six months; the dose of today where no step
/// changes it and it is at most 5 mg/d already, the aim of the guidelines: a higher one is not left as it is, so nothing
/// was said of month 6.
fn steroid_at_six_months(decision: &Decision, today: Day, start: Option<f64>) -> Option<f64> {
    let limit = Interval { count: 6, unit: TimeUnit::Month }.after(today)?;
    let is_oral = |line: &&Line| line.is_given() && matches!(line.drug, Some(Drug::Prednisone | Drug::Prednisolone));
    let line = decision.lines.iter().find(is_oral);
    let order = line.and_then(|line| line.order.as_ref());
    let steps = order.map_or(&[][..], |order| order.steps.as_slice());
    let reached = |due: &Due| due.day.or_else(|| due.said.from(today)).is_some_and(|day| day <= limit);
    let last = steps.iter().rfind(|step| step.by.as_ref().is_some_and(reached));
    match (last, start) {
        (Some(step), _) => step.to.map_or(Some(0.0), |dose| {
            (dose.unit == OrderUnit::Milligram).then(|| dose.most.unwrap_or(dose.amount).0.to_f64())?
        }),
        (None, Some(dose)) if steps.is_empty() && dose <= 5.0 => Some(dose),
        (None, _) => None,
    }
}

fn rounded(value: f64) -> f64 {
    Decimal::from_f64_retain(value).map(|value| value.round_dp(4)).and_then(|value| value.to_f64()).unwrap_or(value)
}
