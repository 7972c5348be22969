//! The kidney's figures: what they say on the shipped cases, and from what.

use std::fs;
use std::path::Path;

use regards::clinic::FigureId;
use regards::domain::Case;
use regards::knowledge::{Country, facts, side_by_side};
use regards::read;
use regards::text::Lang;
use regards::wording::figure::{self, At, Origin, plain};

use crate::picture::picture;
use crate::scene::*;

const MINE: [FigureId; 7] = [
    FigureId::Proteinuria,
    FigureId::Histology,
    FigureId::RenalResponse,
    FigureId::RenalFlare,
    FigureId::Serology,
    FigureId::HcqLevel,
    FigureId::Type2,
];

fn of<T>(case: &Case, lang: Lang, tell: impl FnOnce(&At) -> T) -> T {
    let facts = facts(case, today());
    let table = side_by_side(&library(), &facts, Country::France);
    tell(&At::new(case, today(), &facts, &table, lang))
}

fn shipped_case(name: &str) -> Case {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let file = files.find(|path| path.file_name().unwrap().to_string_lossy().starts_with(name)).unwrap();
    read::case(&fs::read(file).unwrap(), today()).value.unwrap()
}

fn told(case: &Case, id: FigureId, lang: Lang) -> String {
    let rows = of(case, lang, |at| figure::told(id, at).iter().map(plain).collect::<Vec<_>>());
    rows.join("\n").replace('\u{a0}', " ")
}

fn origin(case: &Case, id: FigureId) -> Origin {
    of(case, Lang::En, |at| figure::origin(id, at))
}

#[test]
fn without_data_every_figure_says_that_it_lacks_them() {
    let mut case = shipped_case("ln-2026-006");
    case.labs.clear();
    case.activity.clear();
    case.kidney.biopsies.clear();
    for id in MINE {
        let said = told(&case, id, Lang::En);
        let lacks = ["not stated", "cannot say", "no biopsy"].iter().any(|word| said.contains(word));
        assert!(lacks, "{} says: {said}", id.code());
        assert!(!said.contains('✓'), "{} says: {said}", id.code());
    }
}

#[test]
fn proteinuria_in_both_units_with_what_disagrees() {
    let said = told(&shipped_case("ln-2026-006"), FigureId::Proteinuria, Lang::En);
    assert!(said.contains("1.6 g/g") && said.contains("= 181 mg/mmol"), "{said}");
    assert!(said.ends_with("= 181 mg/mmol · 0.7 g/24 h ⚠ over twofold apart"), "one day, said once: {said}");
    let reported_in_millimoles = told(&shipped_case("ln-2026-007"), FigureId::Proteinuria, Lang::Fr);
    assert!(reported_in_millimoles.contains("13 mg/mmol") && reported_in_millimoles.contains("= 0,115 g/g"));
    let zone = told(&shipped_case("ln-2026-008"), FigureId::Proteinuria, Lang::En);
    assert!(zone.contains("under discussion, not in guidelines"), "{zone}");
}

/// activity.md 8: never "complete response" alone.
#[test]
fn a_set_is_always_named() {
    let case = shipped_case("ln-2026-007");
    let said = told(&case, FigureId::RenalResponse, Lang::En);
    for set in ["EULAR 2025 ✓ complete", "ACR 2024 ✓ complete", "KDIGO 2024 ✓ complete", "BLISS-LN PERR ✓ yes"]
    {
        assert!(said.contains(set), "{set}: {said}");
    }
    let origin = self::origin(&case, FigureId::RenalResponse);
    let table = origin.grids.first().unwrap();
    assert_eq!(table.head, ["Set", "Criterion", "Found", "Verdict"]);
    assert_eq!(table.rows.len(), 1 + 3 + 2 * 5 + 3 + 3 + 4 + 3);
    assert!(table.rows.iter().all(|row| row.len() == 4 && !row[0].is_empty() && !row[3].is_empty()));
    let mut open = case.clone();
    open.course.rescue = regards::domain::Field::Unknown;
    let lacks = self::origin(&open, FigureId::RenalResponse).lacks;
    assert!(lacks.iter().any(|lack| lack == "REGENCY CRR: whether rescue treatment was needed"), "{lacks:?}");
}

#[test]
fn an_index_that_its_grades_contradict_says_so() {
    let said = told(&shipped_case("ln-2026-006"), FigureId::Histology, Lang::En);
    assert!(said.contains("AI 2/24 ⚠ the grades give 1") && said.contains("CI 1/12"), "{said}");
    let both = told(&shipped_case("ln-2026-002"), FigureId::Histology, Lang::En);
    assert!(both.contains("IV-G (A) ISN/RPS 2003 · AI 11/24 · CI 2/12"), "{both}");
    let classes = origin(&shipped_case("ln-2026-002"), FigureId::Histology).grids;
    let diffuse = classes.first().and_then(|grid| grid.rows.first()).unwrap();
    assert!(plain(&diffuse[1]).starts_with("diffuse") && plain(&diffuse[2]).starts_with("diffuse"), "{diffuse:?}");
}

#[test]
fn levels_serology_and_type_2_on_a_case() {
    let case = shipped_case("ln-2026-006");
    let level = told(&case, FigureId::HcqLevel, Lang::En);
    assert!(level.contains("420 ng/mL whole blood ⚠ below target"), "{level}");
    assert!(level.contains("adherence as stated partial"), "{level}");
    let inputs = origin(&case, FigureId::HcqLevel).inputs;
    assert!(inputs.iter().any(|input| input.name == "taken since"), "the days stand in the origin");
    let serology = told(&case, FigureId::Serology, Lang::En);
    assert!(serology.contains("low (< 0.85)") && serology.contains("[Farr assay]"), "{serology}");
    assert!(serology.contains("Interferon high"), "{serology}");
    let type2 = told(&case, FigureId::Type2, Lang::En);
    assert!(type2.contains("PSD 15/31 severe · Fibromyalgia 2016 ✓ yes · 2011 ✓ yes"), "{type2}");
    assert!(type2.contains("Rogers 2021 mixed"), "{type2}");
    let mut plasma = case;
    plasma.labs.last_mut().unwrap().hcq_matrix = regards::domain::Field::Known(regards::domain::HcqMatrix::Plasma);
    assert!(told(&plasma, FigureId::HcqLevel, Lang::En).contains("plasma: unreliable, not interpreted"));
}

/// The same answer is said once, with every set that gives it.
#[test]
fn sets_that_agree_on_a_flare_stand_together() {
    let said = told(&shipped_case("ln-2026-006"), FigureId::RenalFlare, Lang::En);
    assert!(said.contains("✗ no flare (Italian school, EULAR/ERA-EDTA, Hopkins 2025)"), "{said}");
    assert!(said.contains("? cannot say (KDIGO 2012, J Clin Trials 2024)"), "{said}");
}

#[test]
fn where_the_response_and_the_biopsy_come_from() {
    for (width, height) in [(80, 24), (160, 45)] {
        for (name, downs) in [("response", 2), ("histology", 1)] {
            let taken = Lang::ALL.iter().map(|lang| {
                let mut state = room(*lang);
                press(&mut state, "/LN-2026-007<enter><enter><tab>");
                (0..downs).for_each(|_| drop(press(&mut state, "<down>")));
                press(&mut state, "<enter>");
                picture(&shot(&state, width, height))
            });
            let taken = taken.collect::<Vec<_>>().join("\n");
            insta::assert_snapshot!(format!("renal_{name}_{width}x{height}"), taken);
        }
    }
}
