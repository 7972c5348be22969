//! The figures of the scores: what they say of shipped cases, and where each comes from.

use regards::app::Opened;
use regards::clinic::{FigureId, Verdict};
use regards::domain::Case;
use regards::read::CaseFile;
use regards::text::Lang;
use regards::wording::figure::{self, Origin, plain};

use crate::scene::{day, library, shipped};

fn opened(name: &str, change: impl FnOnce(String) -> String) -> Opened {
    let text = change(shipped(name));
    let today = day("2026-11-26");
    let file = CaseFile::new(name.into(), text.as_bytes(), today);
    Opened::new(&file, today, &library()).unwrap()
}

fn remission() -> Opened {
    opened("ls-2026-012-desescalade.yaml", |text| text)
}

fn first_flare() -> Opened {
    opened("ln-2026-001-polyarthrite.yaml", |text| text)
}

fn said(opened: &Opened, id: FigureId) -> String {
    let rows = figure::told(id, &opened.at(Lang::En, false));
    rows.iter().map(|row| plain(row).replace('\u{a0}', " ")).collect::<Vec<_>>().join("\n")
}

fn origin(opened: &Opened, id: FigureId) -> Origin {
    figure::origin(id, &opened.at(Lang::En, false))
}

const SCORES: [FigureId; 9] = [
    FigureId::Sledai,
    FigureId::SledaiBands,
    FigureId::SleDas,
    FigureId::Discordance,
    FigureId::Doris,
    FigureId::Lldas,
    FigureId::Flare,
    FigureId::ResponseIndex,
    FigureId::Difficult,
];

#[test]
fn both_targets_are_met_and_the_edge_at_five_is_told() {
    let case = remission();
    assert_eq!(said(&case, FigureId::Doris), "met (17 Nov 2026)\nat exactly 5 mg/d: yes (abstract), no (box)");
    assert_eq!(said(&case, FigureId::Lldas), "met (17 Nov 2026)");
    let table = origin(&case, FigureId::Doris).criteria;
    let verdicts: Vec<&Verdict> = table.iter().map(|line| &line.verdict).collect();
    assert_eq!(verdicts, [&Verdict::Yes, &Verdict::Yes, &Verdict::Yes, &Verdict::No, &Verdict::Yes]);
    assert_eq!(origin(&case, FigureId::Lldas).criteria.len(), 9);
    assert!(origin(&case, FigureId::Doris).notes.is_empty(), "no warning without its reason");
}

#[test]
fn the_criteria_that_fail_are_named_with_what_was_found() {
    let case = first_flare();
    let doris = said(&case, FigureId::Doris);
    assert!(doris.starts_with("not met (16 Nov 2026)\n✗ clinical SLEDAI without serology = 0 (found 16)"), "{doris}");
    let lldas = said(&case, FigureId::Lldas);
    assert!(lldas.contains("no item of a major organ (found Haematuria, Proteinuria)"), "{lldas}");
    assert!(!lldas.contains("haemolytic"), "what holds is not named: {lldas}");
}

/// activity.md 16.3, T16: DORIS by the letter with haemolysis.
#[test]
fn remission_with_haemolysis_is_warned_of() {
    let case = opened("ls-2026-012-desescalade.yaml", |text| text.replace("haemolysis: no", "haemolysis: yes"));
    let doris = said(&case, FigureId::Doris);
    assert!(doris.starts_with("met") && doris.contains("⚠ DORIS by the letter, yet haemolytic anaemia"), "{doris}");
    assert!(said(&case, FigureId::Lldas).contains("no haemolytic anaemia (found yes)"));
}

#[test]
fn an_item_that_does_not_score_is_shown_with_its_reason() {
    let case = opened("ls-2026-011-articulaire-cutane.yaml", |text| text);
    let sledai = said(&case, FigureId::Sledai);
    assert!(sledai.starts_with("11 · without serology 7 · without laboratory 6 · renal 0"), "{sledai}");
    assert!(sledai.contains("not scored Alopecia (damage)"), "{sledai}");
    let titles: Vec<String> = origin(&case, FigureId::Sledai).grids.into_iter().map(|grid| grid.title).collect();
    assert_eq!(titles, ["Items", "Not scored", "Assessed and absent"]);
}

#[test]
fn every_item_stands_in_the_origin_once_with_its_definition() {
    let case = first_flare();
    let grids = origin(&case, FigureId::Sledai).grids;
    let rows: Vec<_> = grids.into_iter().flat_map(|grid| grid.rows).collect();
    assert_eq!(rows.len(), 24);
    assert!(rows.iter().all(|row| row.len() == 5 && !row[4].is_empty()));
    let number = |item: &str| {
        let row = rows.iter().find(|row| plain(&row[0]) == item).unwrap();
        plain(&row[3]).replace('\u{a0}', " ")
    };
    assert_eq!(number("Haematuria"), "red cells in urine 24 /hpf > 5: yes (16 Nov 2026)");
    assert_eq!(number("Pyuria"), "white cells in urine 4 /hpf > 5: no (16 Nov 2026)");
}

#[test]
fn a_number_against_the_tick_is_said() {
    let case = opened("ln-2026-001-polyarthrite.yaml", |text| text.replace("24 /hpf", "2 /hpf"));
    let sledai = said(&case, FigureId::Sledai);
    assert!(sledai.starts_with("20 "), "the tick scores: {sledai}");
    assert!(sledai.contains("⚠ Haematuria: ticked, and the numbers say otherwise"), "{sledai}");
}

#[test]
fn the_parts_of_sle_das_add_up_to_what_is_shown() {
    let case = first_flare();
    let [terms] = <[_; 1]>::try_from(origin(&case, FigureId::SleDas).grids).unwrap();
    let sum: f64 = terms.rows.iter().map(|row| plain(&row[1]).replace('−', "-").parse::<f64>().unwrap()).sum();
    let shown = said(&case, FigureId::SleDas);
    assert!(shown.starts_with(&format!("{sum:.2}")), "{sum} {shown}");
    assert!(origin(&case, FigureId::SleDas).notes[0].contains("could not be verified"));
}

#[test]
fn a_flare_names_its_domains_and_both_scores() {
    assert_eq!(said(&remission(), FigureId::Flare), "SFI no flare (20 Apr 2026 → 17 Nov 2026)\nSLE-DAS Δ 0 no flare");
    assert!(said(&first_flare(), FigureId::Flare).starts_with("SFI severe by SLEDAI-2K, signs (28 Sep 2026"));
}

#[test]
fn what_nobody_told_is_lacking_and_never_vanishes() {
    let mut case = opened("ln-2026-002-nephrotique-homme.yaml", |text| text);
    for id in SCORES {
        assert!(!said(&case, id).is_empty(), "{}", id.code());
    }
    assert!(said(&case, FigureId::SleDas).contains("the number of swollen joints"));
    case.case.activity.clear();
    let bare: &Case = &case.case;
    assert!(bare.activity.is_empty());
    for id in SCORES {
        let said = said(&case, id);
        assert!(
            said.contains("cannot say") || said.contains("No activity visit") || id == FigureId::Difficult,
            "{said}"
        );
        assert!(!origin(&case, id).rules.is_empty(), "{}", id.code());
    }
}

#[test]
fn difficult_to_treat_is_a_list_without_a_verdict() {
    let case = opened("ls-2026-011-articulaire-cutane.yaml", |text| text);
    let said = said(&case, FigureId::Difficult);
    assert!(
        said.contains("contributing: tobacco, UV exposure, stress, adherence · to ask post-traumatic stress"),
        "{said}"
    );
    assert!(said.contains("a list, no verdict"), "{said}");
    let factors = &origin(&case, FigureId::Difficult).grids[1];
    assert!(factors.rows.iter().all(|row| !row[2].is_empty()), "each factor with its evidence");
}
