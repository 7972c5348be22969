//! A new case: asked field by field, checked as it is typed, kept, shown, written.

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use regards::app::{
    Action, Effect, Fault, IntakeEffect, IntakeNews, NewDraft, NewField, NewScreen, Notice, Place, Screen, Slot, State,
    update,
};
use regards::domain::*;
use regards::read;
use regards::text::Lang;

use crate::scene::*;

fn form(state: &State) -> &NewScreen {
    match &state.screen {
        Screen::New(screen) => screen,
        other => panic!("no form: {other:?}"),
    }
}

fn begun(lang: Lang) -> State {
    let mut state = room(lang);
    state.folder = PathBuf::from("cases");
    let effects = press(&mut state, "n");
    assert!(matches!(effects.as_slice(), [Effect::Intake(IntakeEffect::FindDraft(_))]), "{effects:?}");
    assert_eq!(state.place(), Place::New);
    state
}

/// To this field, by the keys of a person.
fn to(state: &mut State, field: NewField, entry: usize) {
    let slot = Slot { field, entry };
    let slots = form(state).slots();
    let wanted = slots.iter().position(|one| *one == slot).unwrap_or_else(|| panic!("{slot:?} is not asked"));
    let at = slots.iter().position(|one| *one == form(state).at).unwrap();
    let key = if wanted > at { "<down>" } else { "<up>" };
    for _ in 0..wanted.abs_diff(at) {
        press(state, key);
    }
    assert_eq!(form(state).at, slot);
}

fn fill(state: &mut State, field: NewField, entry: usize, text: &str) {
    to(state, field, entry);
    update(state, Action::Paste(text.to_owned()));
}

fn choose(state: &mut State, field: NewField, entry: usize, code: &str) {
    to(state, field, entry);
    for _ in 0..20 {
        if form(state).value(Slot { field, entry }) == code {
            return;
        }
        press(state, "<right>");
    }
    panic!("{field:?} has no {code}");
}

#[test]
fn the_next_number_and_the_next_meeting_are_proposed() {
    let state = begun(Lang::Fr);
    assert_eq!(form(&state).value(Slot::of(NewField::Case)), "LN-2026-011");
    let meeting = form(&state).value(Slot::of(NewField::Meeting)).parse::<Day>().unwrap();
    assert!(meeting >= today());
    assert_eq!(form(&state).at, Slot::of(NewField::Question));
    assert!(!form(&state).is_begun() && form(&state).draft().is_empty(), "what is proposed is nobody's");
}

#[test]
fn a_bare_number_names_the_units_and_an_improbable_value_is_warned_of() {
    let mut state = begun(Lang::En);
    fill(&mut state, NewField::Weight, 0, "62");
    let faults = form(&state).faults(form(&state).at);
    assert!(matches!(faults.as_slice(), [Fault::Refused(Refusal::UnitMissing { .. })]), "{faults:?}");
    assert!(said(&shot(&state, 80, 24)).contains("kg"));
    update(&mut state, Action::Paste(" kg".to_owned()));
    assert_eq!(form(&state).faults(form(&state).at), []);
    press(&mut state, "<f6>");
    update(&mut state, Action::Paste("650 kg".to_owned()));
    let faults = form(&state).faults(form(&state).at);
    assert!(matches!(faults.as_slice(), [fault @ Fault::Remark(..)] if !fault.is_error()), "{faults:?}");
}

#[test]
fn pregnancy_is_asked_only_where_it_applies() {
    let mut state = begun(Lang::Fr);
    let asks = |state: &State| form(state).slots().iter().any(|slot| slot.field == NewField::PregnancyStatus);
    assert!(!asks(&state));
    choose(&mut state, NewField::Sex, 0, "female");
    assert!(asks(&state));
    let weeks = |state: &State| form(state).slots().contains(&Slot::of(NewField::PregnancyWeeks));
    assert!(!weeks(&state));
    choose(&mut state, NewField::PregnancyStatus, 0, "pregnant");
    assert!(weeks(&state));
    choose(&mut state, NewField::Sex, 0, "male");
    assert!(!asks(&state));
    assert_eq!(form(&state).value(Slot::of(NewField::PregnancyStatus)), "pregnant", "what was said is kept");
}

#[test]
fn unknown_and_never_asked_are_two_things() {
    let mut state = begun(Lang::Fr);
    to(&mut state, NewField::Height, 0);
    press(&mut state, "<f4>");
    assert!(form(&state).is_unknown(Slot::of(NewField::Height)));
    press(&mut state, "<f4>");
    assert!(!form(&state).is_unknown(Slot::of(NewField::Height)));
    press(&mut state, "?");
    assert!(form(&state).is_unknown(Slot::of(NewField::Height)));
    to(&mut state, NewField::Alias, 0);
    press(&mut state, "<f4>");
    assert_eq!(state.notice, Some(Notice::CannotBeUnknown));
}

#[test]
fn a_drug_is_completed_and_one_that_is_not_listed_is_another_drug() {
    let mut state = begun(Lang::Fr);
    to(&mut state, NewField::Drug, 0);
    press(&mut state, "hydroxy<right>");
    assert_eq!(form(&state).value(form(&state).at), "hydroxychloroquine");
    assert!(form(&state).slots().contains(&Slot { field: NewField::EyeExam, entry: 0 }));
    assert!(form(&state).slots().contains(&Slot { field: NewField::Drug, entry: 1 }), "another one can be entered");
    to(&mut state, NewField::Drug, 1);
    press(&mut state, "thalidomide");
    assert!(said(&shot(&state, 120, 36)).contains("Hors de la liste"));
}

#[test]
fn every_key_is_kept_and_what_is_left_is_there_again() {
    let mut state = begun(Lang::Fr);
    let effects = press(&mut state, "ab");
    assert_eq!(effects.len(), 2);
    let Effect::Intake(IntakeEffect::Keep(folder, draft)) = &effects[1] else { panic!("{effects:?}") };
    assert_eq!(folder, &PathBuf::from("cases"));
    let kept = NewDraft::from_text(&draft.to_text()).unwrap();
    assert_eq!(&kept, draft);
    press(&mut state, "<esc>");
    assert_eq!((state.place(), state.notice.clone()), (Place::Queue, Some(Notice::NewCaseKept)));
    assert!(press(&mut state, "n").is_empty());
    assert_eq!(form(&state).value(Slot::of(NewField::Question)), "ab");

    let mut other = begun(Lang::Fr);
    update(&mut other, Action::Intake(IntakeNews::DraftFound(kept)));
    assert_eq!(form(&other).value(Slot::of(NewField::Question)), "ab");
    assert_eq!(other.notice, Some(Notice::NewCaseBack));
    assert_eq!(form(&other).value(Slot::of(NewField::Case)), "LN-2026-011", "the number is proposed anew");
}

#[test]
fn what_the_disk_does_not_take_is_not_left_without_a_word() {
    let mut state = begun(Lang::Fr);
    press(&mut state, "ab");
    update(&mut state, Action::Intake(IntakeNews::NotKept("plein".to_owned())));
    assert!(said(&shot(&state, 80, 24)).contains("plein"));
    press(&mut state, "<esc>");
    assert!(press(&mut state, "q").is_empty());
    assert_eq!(state.notice, Some(Notice::Unsaved));
    assert!(matches!(press(&mut state, "q").as_slice(), [Effect::Quit]));
}

#[test]
fn nothing_is_written_before_it_can_be_read_and_was_shown() {
    let mut state = begun(Lang::Fr);
    assert!(press(&mut state, "<c-r>").is_empty());
    assert_eq!(state.notice, Some(Notice::CaseLacks));
    assert_eq!(form(&state).at, Slot::of(NewField::Question));
    assert!(said(&shot(&state, 80, 24)).contains("À remplir"));
    press(&mut state, "Faut-il traiter ?");
    fill(&mut state, NewField::Alias, 0, "H. B.");
    press(&mut state, "<c-r>");
    assert_eq!(form(&state).at, Slot::of(NewField::Sex));
    press(&mut state, "<right>");
    fill(&mut state, NewField::Case, 0, "");
    press(&mut state, "<f6>");
    press(&mut state, "LN-2026-006");
    press(&mut state, "<c-r>");
    assert!(matches!(form(&state).faults(form(&state).at).as_slice(), [Fault::Taken(_)]));
    press(&mut state, "b<c-r>");
    assert_eq!(state.place(), Place::ScoresPreview);
    let effects = press(&mut state, "<enter>");
    let [Effect::Intake(IntakeEffect::Create(path, text))] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(path, &PathBuf::from("cases/ln-2026-006b.yaml"));
    let reading = read::case(text.as_bytes(), today());
    assert!(reading.is_sound(), "{:?}", reading.remarks);
    assert_eq!(reading.value.unwrap().question.as_str(), "Faut-il traiter ?");
    assert!(press(&mut state, "<enter>").is_empty(), "once is enough");

    update(&mut state, Action::Intake(IntakeNews::Created(path.clone())));
    assert_eq!(state.place(), Place::Queue);
    update(&mut state, Action::Read(vec![entry(&path.to_string_lossy(), text)]));
    assert_eq!(state.queue.current().unwrap().path(), path.as_path(), "the cursor is on the new case");
    assert!(press(&mut state, "n").len() == 1, "the next form is a new one");
}

#[test]
fn a_file_that_cannot_be_written_leaves_the_form() {
    let mut state = begun(Lang::Fr);
    press(&mut state, "Question");
    fill(&mut state, NewField::Alias, 0, "H. B.");
    choose(&mut state, NewField::Sex, 0, "male");
    press(&mut state, "<c-r><enter>");
    update(&mut state, Action::Intake(IntakeNews::NotCreated("non".to_owned())));
    assert_eq!(state.notice, Some(Notice::Failed("non".to_owned())));
    assert_eq!(press(&mut state, "<enter>").len(), 1, "it can be tried again");
    press(&mut state, "<esc>");
    assert_eq!(form(&state).value(Slot::of(NewField::Alias)), "H. B.");
}

#[test]
fn the_written_file_is_commented_in_the_language_and_in_the_order_of_the_format() {
    for lang in [Lang::Fr, Lang::En] {
        let mut state = begun(lang);
        press(&mut state, "Classe V : # que faire ?");
        fill(&mut state, NewField::RequesterName, 0, "Dr \"A\" Martin");
        fill(&mut state, NewField::Alias, 0, "H. B.");
        choose(&mut state, NewField::Sex, 0, "female");
        fill(&mut state, NewField::Born, 0, "06/1994");
        fill(&mut state, NewField::BiopsyDate, 0, "12/01/2026");
        choose(&mut state, NewField::Class, 0, "III+V");
        fill(&mut state, NewField::LabDate, 0, "2026-02-10");
        fill(&mut state, NewField::Upcr, 0, "1,6 g/g");
        fill(&mut state, NewField::LabDate, 1, "03/11/2025");
        fill(&mut state, NewField::Creatinine, 1, "60 µmol/L");
        fill(&mut state, NewField::Drug, 0, "HCQ");
        fill(&mut state, NewField::Dose, 0, "400 mg/j");
        fill(&mut state, NewField::From, 0, "15/03/2021");
        fill(&mut state, NewField::Wishes, 0, "unknown");
        press(&mut state, "<c-r>");
        let preview = form(&state).preview.as_ref().expect("it can be written");
        insta::assert_snapshot!(format!("new-case-{}", lang.code()), preview.text);
        let reading = read::case(preview.text.as_bytes(), today());
        assert_eq!(reading.remarks, []);
        let case = reading.value.unwrap();
        assert_eq!(case.labs[0].date.to_string(), "2025-11-03", "the oldest first");
        assert_eq!(case.person.wishes, Field::Unknown);
    }
}

#[test]
fn the_form_and_what_it_writes_on_the_screen() {
    for (name, lang, size) in
        [("80x24-fr", Lang::Fr, (80, 24)), ("120x36-en", Lang::En, (120, 36)), ("160x45-fr", Lang::Fr, (160, 45))]
    {
        let mut state = begun(lang);
        press(&mut state, "Faut-il immunosupprimer ?");
        fill(&mut state, NewField::Alias, 0, "H. B.");
        choose(&mut state, NewField::Sex, 0, "female");
        fill(&mut state, NewField::Weight, 0, "62");
        insta::assert_snapshot!(format!("new-{name}"), crate::picture::picture(&shot(&state, size.0, size.1)));
        fill(&mut state, NewField::Weight, 0, " kg");
        press(&mut state, "<c-r>");
        insta::assert_snapshot!(format!("new-preview-{name}"), crate::picture::picture(&shot(&state, size.0, size.1)));
    }
}

/// What a person could have typed, and the case that it is.
#[derive(Debug, Clone)]
struct Typed {
    values: Vec<(NewField, usize, String)>,
    case: Case,
}

fn text() -> impl Strategy<Value = String> {
    "[a-zéA-Z0-9 :#'\"\\[\\]{},?!&*%@`|<>=~.-]{0,40}[a-zé0-9\"'?]"
}

fn bare() -> Case {
    let yaml = "format: 1\ncase: X\norigin: clinic\nquestion: q\npatient: {alias: a, sex: male}\n";
    read::case(yaml.as_bytes(), today()).value.unwrap()
}

fn past_day() -> impl Strategy<Value = Day> {
    (2000_i32..2026, 1_u32..=12, 1_u32..=28).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}").parse().unwrap())
}

fn typed() -> impl Strategy<Value = Typed> {
    let head = ("[A-Za-z0-9._-]{1,20}", text(), proptest::option::of(past_day()), proptest::option::of(text()));
    let patient = (
        "[A-Z]\\. [A-Z]\\.",
        any::<bool>(),
        proptest::option::of(0_u32..=120),
        proptest::option::of((8_u32..220, any::<bool>())),
    );
    let labs = proptest::collection::btree_map(past_day(), (20_u32..900, proptest::option::of(1_u32..500)), 0..4);
    let drugs =
        proptest::collection::vec((0..Drug::ALL.len() - 1, past_day(), proptest::option::of(1_u32..2000)), 0..4);
    let biopsies = proptest::collection::btree_map(past_day(), 0_usize..9, 0..3);
    (head, patient, labs, drugs, biopsies, proptest::option::of(text())).prop_map(
        |((number, question, meeting, requester), (alias, male, age, weight), labs, drugs, biopsies, wishes)| {
            let mut case = bare();
            let mut values = Vec::new();
            let mut put = |field, entry, text: String| values.push((field, entry, text));
            case.case = number.parse().unwrap();
            put(NewField::Case, 0, number);
            case.question = question.trim().parse().unwrap();
            put(NewField::Question, 0, question);
            case.meeting = meeting;
            if let Some(day) = meeting {
                put(NewField::Meeting, 0, day.to_string());
            }
            if let Some(name) = requester {
                case.requester = Some(Requester { name: name.trim().to_owned(), specialty: None, centre: None });
                put(NewField::RequesterName, 0, name);
            }
            case.patient.alias = alias.parse().unwrap();
            put(NewField::Alias, 0, alias);
            case.patient.sex = if male { Sex::Male } else { Sex::Female };
            put(NewField::Sex, 0, case.patient.sex.code().to_owned());
            if let Some(age) = age {
                case.patient.age = Some(Years(age));
                put(NewField::Age, 0, age.to_string());
            }
            if let Some((weight, known)) = weight {
                let written = format!("{weight},5 kg");
                case.patient.weight = if known { Field::Known(written.parse().unwrap()) } else { Field::Unknown };
                put(NewField::Weight, 0, if known { written } else { "inconnu".to_owned() });
            }
            for (entry, (day, (creatinine, albumin))) in labs.into_iter().rev().enumerate() {
                put(NewField::LabDate, entry, day.0.format("%d/%m/%Y").to_string());
                put(NewField::Creatinine, entry, format!("{creatinine} µmol/L"));
                let mut lab: Lab = serde_json::from_value(serde_json::json!({"date": day.to_string()})).unwrap();
                lab.creatinine = Field::Known(format!("{creatinine} µmol/L").parse().unwrap());
                if let Some(albumin) = albumin {
                    let written = format!("{}.{} g/L", albumin / 10 + 1, albumin % 10);
                    lab.albumin = Field::Known(written.parse().unwrap());
                    put(NewField::Albumin, entry, written);
                }
                case.labs.insert(0, lab);
            }
            for (entry, (drug, from, dose)) in drugs.into_iter().enumerate() {
                let drug = Drug::ALL[drug];
                put(NewField::Drug, entry, regards::text::words(Lang::Fr).label(drug).to_owned());
                put(NewField::From, entry, from.to_string());
                let dose = dose.map(|dose| format!("{dose} mg/j"));
                if let Some(dose) = &dose {
                    put(NewField::Dose, entry, dose.clone());
                }
                let dose = dose.map_or(Field::Absent, |dose| Field::Known(dose.parse().unwrap()));
                case.treatments.push(Treatment {
                    drug,
                    name: None,
                    dose,
                    route: None,
                    times: None,
                    from,
                    to: None,
                    stopped_for: None,
                    eye_exam: Field::Absent,
                });
            }
            for (entry, (day, class)) in biopsies.into_iter().rev().enumerate() {
                let class = ["I", "II", "III", "IV", "V", "II+V", "III+V", "IV+V", "VI"][class];
                put(NewField::BiopsyDate, entry, day.to_string());
                put(NewField::Class, entry, class.to_owned());
                let classes: Vec<&str> = class.split('+').collect();
                let biopsy = serde_json::json!({"date": day.to_string(), "class": classes});
                case.kidney.biopsies.insert(0, serde_json::from_value(biopsy).unwrap());
            }
            if let Some(wishes) = wishes {
                case.person.wishes = match wishes.trim() {
                    "?" | "unknown" | "inconnu" | "inconnue" => Field::Unknown,
                    said => Field::Known(said.to_owned()),
                };
                put(NewField::Wishes, 0, wishes);
            }
            Typed { values, case }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever is entered, the file that is written reads as a case with exactly these values.
    #[test]
    fn the_file_says_what_was_entered(typed in typed()) {
        let mut state = State::new(today(), Lang::Fr, (80, 24), library());
        press(&mut state, "n");
        let fields = typed.values.iter().map(|(field, entry, text)| {
            // As typing takes it.
            let is_unknown = matches!(text.trim(), "?" | "unknown" | "inconnu" | "inconnue");
            let text = if is_unknown && field.can_be_unknown() { "unknown" } else { text };
            serde_json::json!([field.code(), entry, text])
        });
        let draft = serde_json::json!({"fields": fields.collect::<Vec<_>>()});
        let draft = NewDraft::from_text(&draft.to_string()).unwrap();
        update(&mut state, Action::Intake(IntakeNews::DraftFound(draft)));
        press(&mut state, "<c-r>");
        let screen = form(&state);
        let Some(preview) = &screen.preview else {
            let at = screen.at;
            panic!("{at:?}: {:?} {:?}", screen.value(at), screen.faults(at));
        };
        let reading = read::case(preview.text.as_bytes(), today());
        prop_assert!(reading.is_sound(), "{}\n{:?}", preview.text, reading.remarks);
        prop_assert_eq!(reading.value.unwrap(), typed.case, "{}", preview.text);
    }
}

#[test]
fn the_shipped_folder_is_left_alone() {
    assert!(
        !fs::read_dir(env!("CARGO_MANIFEST_DIR"))
            .unwrap()
            .any(|one| { one.unwrap().file_name().to_string_lossy().starts_with(".regards-new") })
    );
}
