//! Documents: complete, in both languages, harmless, the same bytes for the same input, two pages at most for a case.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::{FixedOffset, Utc};
use regards::app::Opened;
use regards::domain::{Dissent, Mode, Paper, PaperForm, Presence, QuorumStatus, Specialty};
use regards::knowledge;
use regards::meeting::session::{Logged, Quorum, Session, SessionAct};
use regards::meeting::{
    AfterAct, Amendment, DecisionAct, Gap, PersonThen, Plan, Recorded, RoomThen, gaps, proposed_by,
};
use regards::report::qr::Matrix;
use regards::report::{Document, Minutes, Papers, read_back_text};
use regards::text::{Lang, Veil};

use crate::hostile::{fault, in_one};
use crate::scene;

const LINES: &str = "mmf 2 g/j\nprednisone 0,3 mg/kg/j -> 5 mg/j m6\npoursuivre hcq 400 mg/j\n\
    si upcr m3 > 1,2 g/g : voclosporine 23,7 mg x2/j\ncible upcr < 0,5 g/g m12\nbiopsie de contrôle @néphrologie m12\n\
    bilan sanguin et urinaire @Dr Petit m1";

fn room(status: QuorumStatus) -> RoomThen {
    let present = vec![Specialty::Nephrology, Specialty::InternalMedicine, Specialty::Pathology];
    let lacks = status == QuorumStatus::NotReached;
    let missing = if lacks { vec![vec![Specialty::Obstetrics]] } else { Vec::new() };
    let person = |(name, specialty, role)| PersonThen {
        person: regards::domain::Participant { name, specialty, role, centre: None },
        presence: Presence::Room,
        recused: false,
    };
    RoomThen {
        meeting: scene::day("2026-11-26"),
        title: "RCP lupus".to_owned(),
        charter: "regards-1".to_owned(),
        chair: "Pr L. Caron".to_owned(),
        secretary: "S. Blanc".to_owned(),
        quorum: Quorum { status, present, short_by: u32::from(lacks), missing },
        people: scene::PEOPLE
            .iter()
            .map(|(name, specialty, role)| ((*name).to_owned(), *specialty, *role))
            .map(person)
            .collect(),
        mode: Mode::Discuss,
        rule: None,
        position: Some(2),
        seconds: Some(312),
        budget: Some(300),
    }
}

/// A decision with something in every part, on this shipped case.
fn decided(file: &str) -> Recorded {
    static BASE: OnceLock<Recorded> = OnceLock::new();
    let library = scene::library();
    let entry = scene::shipped_entries().into_iter().find(|entry| entry.path().ends_with(file)).unwrap();
    let opened = Opened::new(&entry.file, scene::today(), &library).unwrap();
    let mut recorded = BASE.get_or_init(|| scene::recorded().remove(1)).clone();
    recorded.entry.is_current = true;
    recorded.versions.truncate(1);
    let locked = &mut recorded.locked;
    locked.case_id = opened.case.case.clone();
    locked.alias = opened.case.patient.alias.clone();
    locked.question = opened.case.question.clone();
    locked.case_yaml = entry.file.text.to_string();
    locked.facts = serde_json::to_value(&opened.facts).unwrap();
    locked.table = serde_json::to_value(&opened.table).unwrap();
    locked.safety = serde_json::to_value(opened.safety_with(&proposed_by(LINES))).unwrap();
    locked.missing = knowledge::missing(&opened.table).iter().map(|one| one.datum.code().to_owned()).collect();
    locked.room = Some(room(QuorumStatus::Reached));
    let plan = Plan::of(LINES, scene::day("2026-11-26"));
    let decision = &mut locked.decision;
    (decision.lines, decision.branches, decision.targets) = (plan.lines, plan.branches, plan.targets);
    (decision.actions, decision.represent) = (plan.actions, plan.represent);
    decision.dissent = vec![Dissent {
        specialty: Specialty::Pathology,
        person: Some("Dr A. Morel".to_owned()),
        words: "attendre la relecture de la biopsie".to_owned(),
        minuted: true,
    }];
    decision.teller = Some("Dr N. Petit".to_owned());
    decision.tell_by = Some(scene::day("2026-12-04"));
    decision.patient_question = Some("Une contraception efficace est-elle acceptée ?".to_owned());
    recorded
}

const FILE: &str = "ln-2026-006-classe-v-1-6.yaml";

fn papers(recorded: &Recorded, lang: Lang) -> Papers<'_> {
    Papers { recorded, lang, offset: FixedOffset::east_opt(3600).unwrap(), named: None, masked: false }
}

fn text(document: &Document, form: PaperForm) -> String {
    String::from_utf8(document.written(form).unwrap()).unwrap()
}

fn signed(mut recorded: Recorded) -> Recorded {
    let done = AfterAct::Signed { by: "Pr L. Caron".to_owned() };
    let at = "2026-11-28T09:00:00Z".parse().unwrap();
    let what = DecisionAct { decision: recorded.entry.id, done };
    recorded.after = vec![Logged { seq: 9, at, actor: "Pr L. Caron".to_owned(), what }];
    recorded.entry.signed = true;
    recorded
}

fn meeting() -> Session {
    let acts: Vec<SessionAct> = scene::held(Lang::Fr).1.acts.into_iter().map(|act| act.what).collect();
    let case = |number: &str| number.parse().unwrap();
    let more = [
        SessionAct::Added { case: case("LS-2026-011"), reason: "urgence".to_owned() },
        SessionAct::Started { case: case("LN-2026-006") },
        SessionAct::BreakBegan,
        SessionAct::BreakEnded,
        SessionAct::CarriedOver { case: case("LN-2026-007"), reason: "temps écoulé".to_owned() },
        SessionAct::CarriedOver { case: case("LN-2026-009"), reason: "temps écoulé".to_owned() },
        SessionAct::Closed,
    ];
    let at = |minutes| {
        "2026-11-26T13:00:00Z".parse::<chrono::DateTime<Utc>>().unwrap() + chrono::TimeDelta::minutes(minutes)
    };
    let logged = (0_i64..).zip(acts.into_iter().chain(more));
    let logged: Vec<Logged<SessionAct>> =
        logged.map(|(seq, what)| Logged { seq, at: at(seq), actor: "S. B.".to_owned(), what }).collect();
    Session::of(scene::day("2026-11-26"), &logged)
}

fn minutes(session: &Session, decisions: &[Recorded], lang: Lang) -> Document {
    let postponed = [scene::put_off("LN-2026-001", "biopsie à relire")];
    Minutes {
        session,
        decisions,
        postponed: &postponed,
        hash: Some("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"),
        until: "2026-11-26T15:00:00Z".parse().unwrap(),
        offset: FixedOffset::east_opt(3600).unwrap(),
        lang,
        masked: false,
    }
    .document()
}

fn every_document(lang: Lang) -> BTreeMap<&'static str, Document> {
    let recorded = decided(FILE);
    let mut all: BTreeMap<&'static str, Document> =
        Paper::ALL.iter().map(|paper| (paper.code(), papers(&recorded, lang).document(*paper))).collect();
    all.insert(
        "minutes",
        minutes(&meeting(), &[decided(FILE), signed(decided("ln-2026-008-projet-grossesse.yaml"))], lang),
    );
    all
}

#[test]
fn every_document_reads_as_before_in_both_languages() {
    for lang in Lang::ALL {
        for (name, document) in every_document(*lang) {
            insta::assert_snapshot!(
                format!("document-{name}.{}.md", lang.code()),
                text(&document, PaperForm::Markdown)
            );
            insta::assert_snapshot!(format!("document-{name}.{}.html", lang.code()), text(&document, PaperForm::Html));
        }
    }
}

#[test]
fn the_same_decision_gives_the_same_bytes_in_every_form() {
    for (one, other) in every_document(Lang::Fr).into_values().zip(every_document(Lang::Fr).into_values()) {
        for form in PaperForm::ALL {
            let bytes = one.written(*form).unwrap();
            assert!(bytes == other.written(*form).unwrap(), "{}", one.file_name(*form));
            assert!(bytes == one.written(*form).unwrap(), "{} twice", one.file_name(*form));
            let opening: &[u8] = match form {
                PaperForm::Pdf => b"%PDF-",
                PaperForm::Docx => b"PK\x03\x04",
                PaperForm::Html => b"<!DOCTYPE html>",
                PaperForm::Markdown => b"# ",
                PaperForm::Text => b"",
            };
            assert!(bytes.starts_with(opening), "{}", one.file_name(*form));
        }
    }
}

#[test]
fn the_sheet_of_every_shipped_case_takes_two_pages_at_most() {
    for entry in scene::shipped_entries() {
        let name = entry.path().file_name().unwrap().to_str().unwrap();
        let recorded = decided(name);
        for lang in Lang::ALL {
            let sheet = papers(&recorded, *lang).document(Paper::Sheet);
            let pages = sheet.pages().unwrap();
            assert!((1..=2).contains(&pages), "{name} {}: {pages} pages", lang.code());
        }
    }
}

#[test]
fn a_pdf_has_the_pages_that_were_laid_out() {
    for document in every_document(Lang::Fr).into_values() {
        let counted = format!("/Count {}", document.pages().unwrap());
        let pdf = document.written(PaperForm::Pdf).unwrap();
        assert!(pdf.windows(counted.len()).any(|window| window == counted.as_bytes()), "{counted}");
    }
}

#[test]
fn question_decision_and_reasons_come_first_and_the_process_fields_are_there() {
    let recorded = signed(decided(FILE));
    let said = text(&papers(&recorded, Lang::Fr).document(Paper::Sheet), PaperForm::Text).replace('\u{a0}', " ");
    let at = |words: &str| said.find(words).unwrap_or_else(|| panic!("{words} is not in {said}"));
    let order = ["Question posée", "Débuter mycophénolate mofétil 2 g/j", "Protéinurie persistante", "Ce que disaient"];
    assert!(order.map(at).is_sorted(), "{said}");
    for field in
        ["ORG-126", "ORG-134", "GEN-068", "GEN-100", "34794-8", "Pr L. Caron", "S. Blanc", "regards-1", "EULAR 2025"]
    {
        at(field);
    }
    assert!(!said.contains("PROJET"), "it is signed");
    assert!(said.contains("dit : « 0,3 mg/kg/j -> 5 mg/j m6 »"), "the room's own words stay: {said}");
}

/// A wish for a child under mycophenolate: whoever asked and whoever takes it are told before anything else.
#[test]
fn a_stop_stands_in_the_letter_and_in_the_patients_plan() {
    let recorded = signed(decided(FILE));
    let of = |paper, lang| text(&papers(&recorded, lang).document(paper), PaperForm::Text).replace('\u{a0}', " ");
    for (paper, lang, head, said, before) in [
        (Paper::Letter, Lang::Fr, "les règles de sécurité disent stop", "Tératogène", "Pourquoi"),
        (Paper::Letter, Lang::En, "the safety rules say stop", "Teratogen", "Why"),
        (Paper::Plan, Lang::Fr, "avant de commencer", "enfant à naître", "Mes médicaments"),
        (Paper::Plan, Lang::En, "before I start", "unborn child", "My medicines"),
    ] {
        let document = of(paper, lang).replace("\n  ", " ").replace('\n', " ");
        let at = |words: &str| document.find(words).unwrap_or_else(|| panic!("{words} is not in {document}"));
        assert!([head, said, before].map(at).is_sorted(), "{document}");
    }
}

#[test]
fn the_letter_of_an_amendment_says_what_it_replaces() {
    let mut recorded = signed(decided(FILE));
    let mut second = recorded.versions[0].clone();
    (second.id, second.version) = (scene::recorded().remove(0).entry.id, 2);
    let first = recorded.versions[0].id;
    recorded.locked.amends = Some(Amendment { decision: first, reason: "Dose corrigée.".to_owned() });
    recorded.versions.push(second);
    let letter = text(&papers(&recorded, Lang::Fr).document(Paper::Letter), PaperForm::Text).replace('\u{a0}', " ");
    assert!(letter.contains("remplace celle de la version 1. Motif : Dose corrigée."), "{letter}");
}

#[test]
fn what_is_not_signed_or_had_no_quorum_says_so_in_every_document() {
    let mut recorded = decided(FILE);
    recorded.locked.room = Some(room(QuorumStatus::NotReached));
    for (lang, draft, staff) in [
        (Lang::Fr, "PROJET NON SIGNÉ", "AVIS DE STAFF, QUORUM NON ATTEINT"),
        (Lang::En, "DRAFT, NOT SIGNED", "STAFF OPINION"),
    ] {
        for paper in Paper::ALL {
            let document = papers(&recorded, lang).document(*paper);
            for form in [PaperForm::Text, PaperForm::Html] {
                let said = text(&document, form).replace("\n  ", " ");
                assert!(said.contains(draft), "{paper:?} {form:?}: {said}");
                assert!(said.to_uppercase().contains(staff), "{paper:?} {form:?}: {said}");
            }
        }
    }
    recorded.locked.room = None;
    let letter = text(&papers(&recorded, Lang::Fr).document(Paper::Letter), PaperForm::Text);
    assert!(letter.contains("Le quorum n'est pas connu"), "{letter}");
}

#[test]
fn a_day_to_come_back_is_a_date_to_see_the_case_again() {
    let mut recorded = decided(FILE);
    let decision = &mut recorded.locked.decision;
    (decision.next, decision.represent) =
        (None, Plan::of("re-présentation à 3 mois", scene::day("2026-11-26")).represent);
    assert!(!gaps(decision).contains(&Gap::Next));
    let read_back = read_back_text(decision, None, Lang::Fr);
    assert!(read_back.contains("26/02/2027") && !read_back.contains("Aucune date"), "{read_back}");
    for paper in Paper::ALL {
        let said = text(&papers(&recorded, Lang::Fr).document(*paper), PaperForm::Text).replace("\n  ", " ");
        assert!(said.contains("26/02/2027"), "{paper:?}: {said}");
        assert!(!said.contains("Aucune date") && !said.contains("reste à fixer"), "{paper:?}: {said}");
    }
    recorded.locked.decision.represent = None;
    let plan = text(&papers(&recorded, Lang::Fr).document(Paper::Plan), PaperForm::Text);
    assert!(plan.contains("reste à fixer"), "{plan}");
}

#[test]
fn a_bolus_stays_one_in_the_letter_and_in_the_plan() {
    let mut recorded = decided(FILE);
    for text_typed in ["bolus mp 500 x3", "mp bolus 500 mg x3"] {
        recorded.locked.decision.lines = Plan::of(text_typed, scene::day("2026-11-26")).lines;
        for (paper, lang) in [(Paper::Letter, Lang::Fr), (Paper::Letter, Lang::En), (Paper::Plan, Lang::Fr)] {
            let said = text(&papers(&recorded, lang).document(paper), PaperForm::Text);
            assert!(said.contains("bolus"), "{paper:?} {lang:?}: {said}");
        }
    }
}

/// The document in one line.
fn flat(recorded: &Recorded, paper: Paper, lang: Lang) -> String {
    let said = text(&papers(recorded, lang).document(paper), PaperForm::Text).replace('\u{a0}', " ");
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_was_not_understood_stays_marked_where_it_is_read() {
    let mut recorded = decided(FILE);
    let plan = Plan::of("mmf 2 ; régime sans sel ; si elle va mal : représenter", scene::day("2026-11-26"));
    (recorded.locked.decision.lines, recorded.locked.decision.branches) = (plan.lines, plan.branches);
    for paper in [Paper::Sheet, Paper::Letter] {
        let said = flat(&recorded, paper, Lang::Fr);
        for words in ["régime sans sel (? gardé tel quel)", "mofétil 2 ? non compris", "mal (? gardé tel quel)"] {
            assert!(said.contains(words), "{words}: {said}");
        }
    }
    let plan = flat(&recorded, Paper::Plan, Lang::Fr);
    assert!(plan.contains("régime sans sel (votre médecin vous l'explique)"), "{plan}");
    let read = read_back_text(&recorded.locked.decision, None, Lang::Fr).replace('\u{a0}', " ");
    for words in ["? gardé tel quel : régime sans sel", "? B1 : gardé tel quel"] {
        assert!(read.contains(words), "{words}: {read}");
    }
}

#[test]
fn a_pregnancy_is_told_to_whoever_asked_and_to_the_patient() {
    let mut recorded = decided(FILE);
    let none = "pregnancy: {status: none, wish: within_2_years, contraception: unknown}";
    let yaml = recorded.locked.case_yaml.replace(none, "pregnancy: {status: pregnant, weeks: 9}");
    let opened = Opened::new(&scene::entry(FILE, &yaml).file, scene::today(), &scene::library()).unwrap();
    recorded.locked.safety = serde_json::to_value(opened.safety_with(&proposed_by(LINES))).unwrap();
    recorded.locked.case_yaml = yaml;
    let letter = flat(&recorded, Paper::Letter, Lang::Fr);
    assert!(letter.contains("grossesse en cours 9 SA"), "{letter}");
    for (lang, words, unless) in [
        (Lang::Fr, "Vous êtes enceinte : un médicament peut nuire", "Si vous êtes enceinte"),
        (Lang::En, "You are pregnant: a medicine can harm", "If you are pregnant"),
    ] {
        let plan = flat(&recorded, Paper::Plan, lang);
        assert!(plan.contains(words) && !plan.contains(unless), "{plan}");
    }
    let plan = flat(&recorded, Paper::Plan, Lang::Fr);
    assert!(plan.contains("l'enfant que vous portez (mycophénolate mofétil)"), "{plan}");
}

#[test]
fn the_patients_plan_counts_grams_goes_on_with_what_is_taken_and_says_where_a_taper_goes() {
    let mut recorded = decided(FILE);
    let mut plan = |typed: &str, lang| {
        recorded.locked.decision.lines = Plan::of(typed, scene::day("2026-11-26")).lines;
        flat(&recorded, Paper::Plan, lang)
    };
    for (lang, typed, words) in [
        (Lang::Fr, "mmf 1 g/j", "1 gramme par jour"),
        (Lang::Fr, "mmf 1,5 g/j", "1,5 gramme par jour"),
        (Lang::En, "mmf 1 g/d", "1 gram a day"),
        (Lang::En, "mmf 1.5 g/d", "1.5 grams a day"),
        (Lang::Fr, "hcq", "Continuer : hydroxychloroquine"),
        (Lang::Fr, "hcq 200 mg/j", "Continuer, à la dose qui suit : hydroxychloroquine"),
        (Lang::Fr, "mmf 2 g/j", "Commencer : mycophénolate mofétil"),
        (Lang::Fr, "pred 20 mg/j -> 5 s24", "puis au plus 5 milligrammes par jour, à atteindre avant le 13/05/2027"),
        (Lang::En, "pred 20 mg/d -> 5 w24", "then at most 5 milligrams a day, to be reached by 13 May 2027"),
        (Lang::Fr, "mmf 1 g/j -> 2 g/j m1", "puis 2 grammes par jour, à atteindre avant le 26/12/2026"),
        (Lang::Fr, "décroître pred à 5 mg s24", "au plus 5 milligrammes par jour, à atteindre avant le 13/05/2027"),
        (Lang::Fr, "mp 500 x3", "500 milligrammes, 3 fois en tout (votre médecin vous l'explique)"),
        (Lang::Fr, "mp 500 mg iv j1 j2 j3", "le premier jour, le 2e jour, le 3e jour"),
        (Lang::En, "rtx 1 g d1 d15", "on day 1, on day 15"),
        (Lang::Fr, "rtx 1 g j0 j14", "le premier jour, 14 jours après le début"),
        (Lang::Fr, "mp 500 mg iv x3 tous les 2 jours", "tous les 2 jours, 3 fois en tout, en perfusion"),
    ] {
        let said = plan(typed, lang);
        assert!(said.contains(words), "{typed}: {said}");
    }
}

#[test]
fn the_patients_plan_explains_itself() {
    let recorded = decided(FILE);
    let said = text(&papers(&recorded, Lang::Fr).document(Paper::Plan), PaperForm::Text).replace("\n    ", " ");
    let said = said.replace('\u{a0}', " ");
    for word in ["UPCR", "DFGe", "IEC", " mg", "x2", "MMF", "AMM", "GEN-", "RCP"] {
        let body = said.split("Mes médicaments").nth(1).unwrap();
        assert!(!body.contains(word), "{word} in {body}");
    }
    assert!(said.contains("2 grammes par jour"), "{said}");
    assert!(
        said.contains("19,5 milligrammes par jour (pour 65 kilos), puis au plus 5 milligrammes par jour, à atteindre avant le 26/05/2027"),
        "{said}"
    );
    assert!(said.contains("23,7 milligrammes, 2 fois par jour"), "each time, not over the day: {said}");
    assert!(said.contains("protéines dans les urines en dessous de 0,5 g/g, avant le 26/11/2027"), "{said}");
    assert!(said.contains("www.fai2r.org") && !said.contains("sle-das") && !said.contains("santefidroits"), "{said}");
    let html = text(&papers(&recorded, Lang::Fr).document(Paper::Plan), PaperForm::Html);
    assert_eq!(html.matches("aria-label=\"QR\"").count(), 4);
}

#[test]
fn a_code_on_paper_is_read_back() {
    let link = "https://www.fai2r.org/associations-de-patients";
    let matrix = Matrix::of(link).unwrap();
    let (side, scale) = (matrix.side(), 4);
    let mut dark = vec![vec![false; side]; side];
    for (y, x, length) in matrix.runs() {
        dark[y][x..x + length].fill(true);
    }
    let shade = |x: usize, y: usize| if dark[y / scale][x / scale] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * scale, side * scale, shade);
    let found = image.detect_grids();
    assert_eq!(found[0].decode().unwrap().1, link);
}

/// The names of the elements of a page and of their attributes.
fn tags(html: &str) -> BTreeSet<String> {
    let inside = html.split('<').skip(1).filter_map(|piece| piece.split('>').next());
    let words = inside.flat_map(|tag| {
        let outside_quotes = tag.split('"').step_by(2);
        outside_quotes.flat_map(str::split_whitespace).map(|word| word.trim_end_matches('=').to_owned())
    });
    words.collect()
}

/// Every part of it is XML, with nothing in it that XML forbids.
fn is_word(bytes: &[u8]) {
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut read = 0;
    for number in 0..parts.len() {
        let mut part = parts.by_index(number).unwrap();
        let ending = std::path::Path::new(part.name()).extension().and_then(|ending| ending.to_str());
        if !matches!(ending, Some("xml" | "rels")) {
            continue;
        }
        let mut xml = String::new();
        std::io::Read::read_to_string(&mut part, &mut xml).unwrap();
        assert_eq!(fault(&xml.replace("\r\n", "\n")), None, "{}", part.name());
        let mut reader = quick_xml::Reader::from_str(&xml);
        let mut open = 0_i32;
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{}: {error}", part.name())) {
                quick_xml::events::Event::Start(_) => open += 1,
                quick_xml::events::Event::End(_) => open -= 1,
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open, 0, "{}", part.name());
        read += 1;
    }
    assert!(read > 5, "{read} parts");
}

/// It begins and ends as one, and its end says where its table of objects stands.
fn is_pdf(bytes: &[u8]) {
    let text = String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(200)..]).into_owned();
    let at: usize = text.rsplit("startxref").next().unwrap().split_whitespace().next().unwrap().parse().unwrap();
    assert!(bytes.starts_with(b"%PDF-") && text.trim_end().ends_with("%%EOF"));
    let there = String::from_utf8_lossy(&bytes[at..at + 20]).into_owned();
    assert!(there.starts_with("xref") || there.contains(" obj"), "{there}");
}

#[test]
fn hostile_words_break_no_form() {
    let mut recorded = decided(FILE);
    let hostile = format!("{} {}", in_one(), "é".repeat(700));
    recorded.locked.decision.rationale.clone_from(&hostile);
    recorded.locked.decision.lines[0].words.clone_from(&hostile);
    recorded.locked.decision.teller = Some(hostile.clone());
    recorded.locked.room.as_mut().unwrap().title.clone_from(&hostile);
    recorded.entry.actor.clone_from(&hostile);
    for paper in Paper::ALL {
        let document = papers(&recorded, Lang::Fr).document(*paper);
        assert!(document.pages().unwrap() <= 9, "{paper:?}");
        let plain = papers(&decided(FILE), Lang::Fr).document(*paper).written(PaperForm::Html).unwrap();
        let plain = tags(&String::from_utf8(plain).unwrap());
        for form in PaperForm::ALL {
            let bytes = document.written(*form).unwrap();
            match form {
                PaperForm::Docx => is_word(&bytes),
                PaperForm::Pdf => is_pdf(&bytes),
                _ => {
                    let said = String::from_utf8(bytes).unwrap();
                    assert_eq!(fault(&said), None, "{paper:?} {form:?}");
                    // Nothing that was typed became a tag.
                    let all = tags(&said);
                    let more: Vec<&String> = all.difference(&plain).collect();
                    assert!(*form != PaperForm::Html || more.is_empty(), "{paper:?}: {more:?}");
                }
            }
        }
    }
}

#[test]
fn hidden_names_are_in_no_document_and_an_identity_only_where_it_is_given() {
    let recorded = decided(FILE);
    for paper in Paper::ALL {
        let masked = Papers { masked: true, ..papers(&recorded, Lang::Fr) };
        let veil = Veil::over(["Dr N. Petit", "Pr L. Caron"].into_iter(), std::iter::once("H. B."));
        let said = text(&masked.document(*paper).veiled(&veil), PaperForm::Text);
        assert!(!said.contains("Petit") && !said.contains("Caron") && !said.contains("H. B."), "{paper:?}: {said}");
        let named = Papers { named: Some("DUPONT Marie"), ..papers(&recorded, Lang::Fr) };
        assert!(text(&named.document(*paper), PaperForm::Html).contains("DUPONT Marie"), "{paper:?}");
        assert!(!text(&papers(&recorded, Lang::Fr).document(*paper), PaperForm::Html).contains("DUPONT"));
    }
}

#[test]
fn minutes_say_what_was_decided_late_put_off_carried_over_and_by_whom() {
    let said = text(&every_document(Lang::Fr)["minutes"], PaperForm::Text).replace('\u{a0}', " ");
    for words in [
        "2 décisions, dont 1 à signer",
        "LS-2026-011 : urgence",
        "LN-2026-001 : biopsie à relire",
        "LN-2026-007, LN-2026-009 : temps écoulé",
        "Présence",
        "Signature, présidence",
        "journal : 0123456789abcdef0123456789abcdef",
        "quorum ✓ néphrologie",
    ] {
        assert!(said.contains(words), "{words} is not in {said}");
    }
}
