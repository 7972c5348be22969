//! What is remarked on the lines of a draft: in the form, where it is read back, on the command line.

use regards::app::{Action, Opened, Place, update};
use regards::domain::{Drug, Outcome};
use regards::meeting::{Plan, Remark, remarks};
use regards::report::remarks_text;
use regards::text::Lang;

use crate::scene::*;

/// This case takes mycophenolate mofetil, 2 g/d since October 2024.
fn opened() -> Opened {
    let entries = shipped_entries();
    let entry = entries.iter().find(|entry| entry.path().ends_with("ln-2026-008-projet-grossesse.yaml")).unwrap();
    Opened::new(&entry.file, today(), &library()).unwrap()
}

fn of(text: &str) -> Vec<Remark> {
    let mut opened = opened();
    opened.case.treatments.clear();
    remarks(None, &Plan::of(text, today()).lines, &opened.case, today())
}

#[test]
fn two_lines_for_a_drug_are_remarked() {
    let two = vec![Remark::TwoLines(Drug::MycophenolateMofetil)];
    for text in [
        "mmf 2 g/j ; mmf 3 g/j",
        "stop mmf ; mmf 2 g/j",
        "mmf 2 g/j ; mmf 2 g/j",
        "poursuivre mmf ; arrêt mmf",
        "mmf 1 g/j dès m1 ; mmf 2 g/j dès m1",
        "mmf 2 g/j ; hcq 400 mg/j ; alt aza 2 mg/kg ; stop mmf",
    ] {
        assert_eq!(of(text), two, "{text}");
    }
}

#[test]
fn lines_that_plainly_follow_each_other_are_not() {
    for text in [
        "mp 500 mg x3 ; pred 20 mg/j",
        "mmf 1 g/j ; mmf 2 g/j dès m1",
        "mmf 2 g/j ; stop mmf m6",
        "mmf 2 g/j ; alt mmf 3 g/j",
        "mmf 2 g/j ; si upcr m3 > 1 g/g : mmf 3 g/j",
        "pred 20 mg/j pendant 4 semaines ; pred 10 mg/j",
        "pred 20 mg/j ; décroissance pred à 5 mg/j en s24",
        "hcq 400 mg/j ; taux hcq m3",
        "avis cardio ; régime sans sel",
    ] {
        assert_eq!(of(text), [], "{text}");
    }
}

#[test]
fn a_dose_that_is_left_open_is_remarked_where_a_drug_is_given() {
    let open = |drug| vec![Remark::DosesOpen(vec![drug])];
    assert_eq!(of("mp 250-500 mg/j × 1-3 j"), open(Drug::Methylprednisolone));
    assert_eq!(of("Débuter mycophénolate mofétil"), open(Drug::MycophenolateMofetil));
    assert_eq!(of("increase mmf"), open(Drug::MycophenolateMofetil));
    assert_eq!(of("relais aza"), open(Drug::Azathioprine));
    for text in [
        "hcq 400 mg/j",
        "poursuivre mmf",
        "arrêt mmf",
        "hold mmf",
        "alt voclo",
        "si grossesse : relais aza",
        "pred ≤ 5 mg/j à m6",
        "décroître pred à 5 mg/j en s24",
        "ep x5",
        "mmf 2",
    ] {
        assert_eq!(of(text), [], "{text}");
    }
}

#[test]
fn a_bare_drug_that_the_patient_takes_is_remarked_with_what_is_taken() {
    let opened = opened();
    let said =
        |text: &str, lang| remarks_text(Outcome::Decided, &Plan::of(text, today()).lines, &opened.case, today(), lang);
    let plain = |text: &str, lang| said(text, lang).replace('\u{a0}', " ");
    let english = "mycophenolate mofetil · already taken: 2 g/d since 7 oct 2024; say continue, increase, decrease\n";
    assert_eq!(plain("mmf 3 g/d", Lang::En).to_lowercase(), english);
    let french =
        "mycophénolate mofétil · déjà pris : 2 g/j depuis le 07/10/2024 ; dites poursuivre, augmenter ou diminuer\n";
    assert_eq!(plain("mmf 3 g/j", Lang::Fr), french);
    assert_eq!(plain("+mmf 3 g/j", Lang::Fr), french);
    for text in ["augmenter mmf à 3 g/j", "poursuivre mmf", "arrêt mmf", "alt mmf 3 g/j", "aza 2 mg/kg"] {
        assert_eq!(said(text, Lang::Fr), "", "{text}");
    }
}

#[test]
fn lines_of_treatment_are_remarked_where_the_patient_died() {
    let opened = opened();
    let of = |outcome, text: &str| remarks(outcome, &Plan::of(text, today()).lines, &opened.case, today());
    let died = Some(Outcome::Deceased);
    assert_eq!(of(died, "poursuivre mmf"), [Remark::AfterDeath]);
    assert_eq!(of(died, "avis cardio"), []);
    assert_eq!(of(died, ""), []);
    assert_eq!(of(Some(Outcome::Decided), "poursuivre mmf"), []);
    let text =
        remarks_text(Outcome::Deceased, &Plan::of("poursuivre mmf", today()).lines, &opened.case, today(), Lang::Fr);
    assert_eq!(text, "décès\u{a0}: des lignes de traitement sont restées\n");
}

#[test]
fn the_form_and_what_is_read_back_show_them() {
    let mut state = room(Lang::Fr);
    press(&mut state, "/008<enter>d<down><tab><f6>");
    update(&mut state, Action::Paste("mmf 2 g/j ; mmf 3 g/j ; rtx".to_owned()));
    let all = ["deux lignes pour mycophénolate mofétil", "déjà pris : 2 g/j", "dose à fixer"];
    let shows_all = |picture: String| {
        let picture = picture.replace('\u{a0}', " ");
        for words in all {
            assert!(picture.contains(words), "{words}: {picture}");
        }
    };
    shows_all(said(&shot(&state, 80, 40)));
    shows_all(said(&shot(&state, 160, 45)));
    press(&mut state, "<tab>");
    update(&mut state, Action::Paste("Parce que.".to_owned()));
    press(&mut state, "<c-r>");
    assert_eq!(state.place(), Place::ReadBack, "{}", said(&shot(&state, 160, 45)));
    shows_all(said(&shot(&state, 160, 80)));
}
