use super::super::page::{Code, Page};
use super::plan_order::{compared, line};
use super::source::Source;
use super::{Document, Letters};
use crate::domain::{Aim, Drug, Paper, PregnancyStatus, Sex, Then};
use crate::knowledge::{Alert, DrugClass, RESOURCES, Trust};
use crate::meeting::Plan;

/// The rule on drugs that harm a child to be born.
const HARMS_A_CHILD: &str = "S05";
/// Lines for questions.
const QUESTIONS: usize = 2;

/// What a drug is for, as a patient is told: by its class, in the closed list below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum For {
    Antimalarial,
    Steroid,
    Immunosuppressant,
    KidneyProtection,
    Anticoagulant,
}

impl For {
    /// The word of it.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Antimalarial => "antimalarial",
            Self::Steroid => "steroid",
            Self::Immunosuppressant => "immunosuppressant",
            Self::KidneyProtection => "kidney",
            Self::Anticoagulant => "anticoagulant",
        }
    }

    /// By the classes that the guidelines' conditions name too; none where a drug is in none of them.
    pub(super) fn of(drug: Drug) -> Option<Self> {
        let classes = [
            (DrugClass::Antimalarials, Self::Antimalarial),
            (DrugClass::Immunosuppressants, Self::Immunosuppressant),
            (DrugClass::CalcineurinInhibitors, Self::Immunosuppressant),
            (DrugClass::AntiCd20, Self::Immunosuppressant),
            (DrugClass::RaasBlockers, Self::KidneyProtection),
            (DrugClass::Sglt2Inhibitors, Self::KidneyProtection),
            (DrugClass::Anticoagulants, Self::Anticoagulant),
        ];
        let steroids = [Drug::Prednisone, Drug::Prednisolone, Drug::Methylprednisolone, Drug::Hydrocortisone];
        if steroids.contains(&drug) {
            return Some(Self::Steroid);
        }
        classes.into_iter().find(|(class, _)| class.has(drug)).map(|(_, what)| what)
    }
}

/// The patient's plan: everyday words, large letters, dates, whom to call, reliable addresses. The physician explains it.
pub(super) fn plan(source: &Source<'_>) -> Document {
    let (say, words, lang) = (&source.words.plan, source.words, source.lang);
    let decision = &source.locked.decision;
    let mut page = Page::default();
    page.title(say.title);
    page.pairs([(words.documents.identity.to_owned(), source.papers.named.unwrap_or_default().to_owned())]);
    page.paragraph((say.for_you)(source.alias(), &lang.date(source.held())));
    page.note(say.given_by);

    let stops: Vec<String> = source.stops().map(|alert| stop(source, alert)).collect();
    if !stops.is_empty() {
        page.section(say.before);
        page.items(0, stops);
    }
    page.section(say.treatments);
    let given: Vec<String> = decision.lines.iter().filter(|one| one.is_given()).map(|one| line(source, one)).collect();
    if given.is_empty() {
        page.paragraph(say.no_change);
    }
    page.items(0, given);
    page.paragraph(say.do_not_change);

    let plan = Plan::from(decision);
    let branches: Vec<String> = plan
        .branches
        .iter()
        .map(|branch| {
            let when = compared(
                source,
                branch.trigger.measure.map(|one| measure(source, one)).as_deref().unwrap_or(&branch.trigger.words),
                branch.trigger.comparison.zip(branch.trigger.value.as_ref()),
                branch.due().map(|day| (words.app.on_date)(&lang.date(day))),
            );
            let then = match &branch.then {
                Then::RePresent => say.comes_back.to_owned(),
                Then::Words(words) => words.clone(),
                Then::Line => plan.under(branch).map(|one| line(source, one)).collect::<Vec<_>>().join(" "),
            };
            (say.otherwise)(&when, &then)
        })
        .collect();
    if !branches.is_empty() {
        page.section(say.if_it_happens);
        page.items(0, branches);
    }
    let targets: Vec<String> = plan
        .targets
        .iter()
        .map(|target| {
            let what = match &target.what {
                Aim::Measure(one) => measure(source, *one),
                Aim::Drug(drug) => words.label(*drug).to_owned(),
                Aim::Words(words) => words.clone(),
            };
            compared(
                source,
                &what,
                target.comparison.zip(target.value.as_ref()),
                target.day().map(|day| (say.by_day)(&lang.date(day))),
            )
        })
        .collect();
    if !targets.is_empty() {
        page.section(say.aims);
        page.items(0, targets);
    }
    if !plan.actions.is_empty() {
        page.section(say.to_do);
        page.items(0, plan.actions.iter().map(|action| done(source, action)));
    }
    dates(&mut page, source);
    calls(&mut page, source);
    resources(&mut page, source);
    page.section(say.my_questions);
    (0..QUESTIONS).for_each(|_| page.blank(""));
    source.document(Paper::Plan, Letters::Large, page)
}

/// A measure in everyday words; its name where there are none.
pub(super) fn measure(source: &Source<'_>, measure: crate::domain::Measure) -> String {
    let words = source.words;
    (words.plan.measure)(measure.code()).unwrap_or_else(|| words.label(measure)).to_owned()
}

/// What a rule forbids, in everyday words; its few words where there are none.
fn stop(source: &Source<'_>, alert: &Alert) -> String {
    let say = &source.words.plan;
    let is_pregnant = source.case.as_ref().is_some_and(|case| {
        case.patient.sex == Sex::Female && case.pregnancy.status.known() == Some(&PregnancyStatus::Pregnant)
    });
    if is_pregnant && alert.rule == HARMS_A_CHILD && !alert.drugs.is_empty() {
        let drugs: Vec<&str> = alert.drugs.iter().map(|drug| source.words.label(*drug)).collect();
        return (say.forbids_pregnant)(&drugs.join(", "));
    }
    (say.forbids)(&alert.rule).map_or_else(|| (say.forbids_other)(alert.name.said(source.lang)), str::to_owned)
}

fn done(source: &Source<'_>, action: &crate::domain::ActionItem) -> String {
    let (say, lang) = (&source.words.plan, source.lang);
    let by = action.due().map(|day| (say.by_day)(&lang.date(day)));
    let who = action.owner.as_ref().map(|owner| (say.by)(owner));
    // What a room calls `bio` is said in whole words.
    let is_short = matches!(action.what.to_lowercase().as_str(), "bio" | "biologie" | "bilan" | "labs" | "lab");
    let what = if is_short { say.labs.to_owned() } else { action.what.clone() };
    [Some(what), by, who].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn dates(page: &mut Page, source: &Source<'_>) {
    let (say, lang) = (&source.words.plan, source.lang);
    let decision = &source.locked.decision;
    page.section(say.dates);
    if decision.represent.is_none() && decision.next.is_none() {
        page.item(0, say.no_next);
    }
    page.items(0, decision.next.iter().map(|day| (say.next)(&lang.date(*day))));
    page.items(0, decision.represent.iter().map(|day| (say.meeting_again)(&lang.date(*day))));
    page.item(
        0,
        match (&decision.teller, decision.tell_by) {
            (Some(teller), Some(day)) => (say.explains_by)(teller, &lang.date(day)),
            (Some(teller), None) => (say.explains)(teller),
            (None, _) => say.nobody.to_owned(),
        },
    );
    page.items(0, decision.patient_question.iter().map(|question| (say.asked)(question)));
    page.item(0, say.your_view);
}

fn calls(page: &mut Page, source: &Source<'_>) {
    let say = &source.words.plan;
    page.section(say.call);
    page.blank(say.doctor);
    page.blank(say.telephone);
    page.paragraph(say.emergency);
}

/// Addresses for patients whose code can be trusted as far as the print goes.
fn resources(page: &mut Page, source: &Source<'_>) {
    let say = &source.words.plan;
    let codes = RESOURCES.iter().filter(|one| one.trust == Trust::FromTalk).filter_map(|one| {
        let (name, purpose) = one.said(source.lang);
        let address = one.address.to_owned();
        Some(Code { name: name.to_owned(), purpose: purpose.to_owned(), address, link: one.link()? })
    });
    page.section(say.resources);
    page.codes(codes);
    page.note(say.resources_note);
}
