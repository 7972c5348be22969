//! Which statements a row hears, by guidelines of a few statements: class IV, 60 kg, and it is not known whether the
//! pressure is high.

use regards::knowledge::{Advice, Cell, Country, Datum, FactId, Guideline, Library, Topic, Verdict, side_by_side};
use serde_json::{Value, json};

use super::agreement::saying;
use super::vignettes;

use crate::scene::library;

fn cell(row: Topic, statements: &[Value]) -> Cell {
    let mut facts = vignettes::supposing("V1", &[]);
    facts.forget(FactId::Hypertension);
    let library = Library::of(vec![saying("g", statements)], library().formulary().clone());
    side_by_side(&library, &facts, Country::France).cell(row, "g").unwrap().clone()
}

fn offers(row: Topic, statements: &[Value]) -> Vec<(String, Verdict)> {
    cell(row, statements).offers.into_iter().map(|offer| (offer.regimen, offer.standing)).collect()
}

fn offer(regimen: &str, standing: Verdict) -> (String, Verdict) {
    (regimen.to_owned(), standing)
}

fn usual() -> Vec<Value> {
    vec![
        json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": ["mmf+bel"] }),
        json!({ "topic": "cni", "verdict": "option", "regimens": ["mmf+voc"] }),
        json!({ "topic": "maintenance", "verdict": "recommended", "regimens": ["aza"] }),
        json!({ "topic": "maintenance", "also": ["cni"], "verdict": "option", "regimens": ["mmf+tac"] }),
    ]
}

#[test]
fn initial_therapy_hears_the_rows_of_the_drugs() {
    let (bel, voc, tac) =
        (offer("mmf+bel", Verdict::Recommended), offer("mmf+voc", Verdict::Option), offer("mmf+tac", Verdict::Option));
    assert_eq!(offers(Topic::InitialTherapy, &usual()), [bel.clone(), voc.clone(), tac.clone()]);
    assert_eq!(offers(Topic::Cni, &usual()), [voc, tac.clone()]);
    assert_eq!(offers(Topic::Belimumab, &usual()), [bel]);
    assert_eq!(offers(Topic::Maintenance, &usual()), [offer("aza", Verdict::Recommended), tac]);
}

/// What lowers a drug is heard in every row that offers it, and in no other.
#[test]
fn what_lowers_a_drug_is_heard_where_it_is_offered() {
    let with = |lowering: Value| {
        let mut all = usual();
        all.push(lowering);
        all
    };
    let lowering = json!({ "topic": "cni", "verdict": "avoid", "drugs": { "cni": "avoid" } });
    let initial = offers(Topic::InitialTherapy, &with(lowering.clone()));
    assert!(initial.contains(&offer("mmf+voc", Verdict::Avoid)) && initial.contains(&offer("mmf+tac", Verdict::Avoid)));
    assert!(initial.contains(&offer("mmf+bel", Verdict::Recommended)));
    assert!(offers(Topic::Maintenance, &with(lowering.clone())).contains(&offer("mmf+tac", Verdict::Avoid)));
    let mut waits = lowering;
    waits["when"] = json!({ "is": "hypertension" });
    let waiting = cell(Topic::InitialTherapy, &with(waits));
    let voc = waiting.offers.iter().find(|offer| offer.regimen == "mmf+voc").unwrap();
    assert_eq!((voc.standing, voc.missing.as_slice()), (Verdict::NeedsData, [Datum::Comorbidities].as_slice()));
    let wary = json!({ "topic": "belimumab", "verdict": "caution", "drugs": { "bel": "caution" } });
    assert_eq!(offers(Topic::Belimumab, &with(wary)), [offer("mmf+bel", Verdict::Caution)]);
}

/// A drug of which nothing is said takes over what the initial therapy says against treating, with the statement that says
/// so, or what it waits for.
#[test]
fn a_drug_without_a_word_follows_the_initial_therapy() {
    let avoid = [json!({ "topic": "initial_therapy", "verdict": "avoid" })];
    let found = cell(Topic::Belimumab, &avoid);
    assert_eq!(found.verdict, Verdict::Avoid);
    assert_eq!(found.spoke.iter().map(|said| said.id.as_str()).collect::<Vec<_>>(), ["s0"]);
    let waits = [json!({ "topic": "initial_therapy", "verdict": "avoid", "when": { "is": "hypertension" } })];
    let found = cell(Topic::Belimumab, &waits);
    assert_eq!((found.verdict, found.hangs_on.as_slice()), (Verdict::NeedsData, [Datum::Comorbidities].as_slice()));
    assert_eq!(found.missing, [Datum::Comorbidities]);
    let other = [json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": ["mmf"] })];
    assert_eq!(cell(Topic::Belimumab, &other).verdict, Verdict::NotAddressed);
}

/// The first statement that does not fall away has the word of a row without offers; one that may contradict it makes it
/// wait.
#[test]
fn the_first_statement_that_holds_has_the_word() {
    let said = |verdict: &str| json!({ "topic": "kidney_protection", "verdict": verdict });
    let when = |mut said: Value, fact: &str| {
        said["when"] = json!({ "is": fact });
        said
    };
    let word = |statements: &[Value]| cell(Topic::KidneyProtection, statements).verdict;
    assert_eq!(word(&[said("recommended"), said("option")]), Verdict::Recommended);
    assert_eq!(word(&[when(said("avoid"), "male"), said("option")]), Verdict::Option, "V1 is a woman");
    assert_eq!(word(&[when(said("avoid"), "male")]), Verdict::NotApplicable);
    assert_eq!(word(&[when(said("avoid"), "hypertension"), said("option")]), Verdict::NeedsData);
    assert_eq!(word(&[said("option"), when(said("avoid"), "hypertension")]), Verdict::Option);
    let mut against = when(said("avoid"), "hypertension");
    against["conflicts_with"] = json!(["s0"]);
    assert_eq!(word(&[said("option"), against.clone()]), Verdict::NeedsData);
    against["when"] = json!({ "is": "male" });
    assert_eq!(word(&[said("option"), against.clone()]), Verdict::Option, "what falls away raises no doubt");
    against["when"] = json!({ "is": "proliferative" });
    assert_eq!(word(&[said("option"), against]), Verdict::Conflict);
    assert_eq!(word(&[]), Verdict::NotAddressed);
}

/// A row tells the statements that bear on it: what offers and what lowers one of its regimens, and no other.
#[test]
fn a_row_tells_the_statements_that_bear_on_it() {
    let told = |row: Topic, more: &[Value]| -> Vec<String> {
        let all: Vec<Value> = usual().into_iter().chain(more.iter().cloned()).collect();
        cell(row, &all).spoke.into_iter().map(|said| said.id).collect()
    };
    assert_eq!(told(Topic::InitialTherapy, &[]), ["s0", "s1", "s3"]);
    assert_eq!(told(Topic::Belimumab, &[]), ["s0"], "the initial therapy contains it");
    assert_eq!(told(Topic::Maintenance, &[]), ["s2", "s3"]);
    let wary = json!({ "topic": "belimumab", "verdict": "caution", "drugs": { "bel": "caution" } });
    assert_eq!(told(Topic::Maintenance, std::slice::from_ref(&wary)), ["s2", "s3"], "belimumab is not offered there");
    assert_eq!(told(Topic::Cni, std::slice::from_ref(&wary)), ["s1", "s3"]);
    assert_eq!(told(Topic::InitialTherapy, &[wary]), ["s0", "s1", "s3", "s4"]);
    let one_of_the_class = json!({ "topic": "pregnancy", "verdict": "caution", "drugs": { "voc": "caution" } });
    assert_eq!(told(Topic::Cni, &[one_of_the_class]), ["s1", "s3", "s4"]);
    let two_drugs =
        json!({ "topic": "pregnancy", "verdict": "caution", "drugs": { "bel": "caution", "rtx": "caution" } });
    assert_eq!(told(Topic::InitialTherapy, &[two_drugs]), ["s0", "s1", "s3", "s4"]);
    let against = |regimens: &[&str]| json!({ "topic": "cyclophosphamide", "verdict": "avoid", "regimens": regimens });
    assert_eq!(told(Topic::InitialTherapy, &[against(&["cyc-oral"])]), ["s0", "s1", "s3"], "nobody offers it");
    assert_eq!(told(Topic::InitialTherapy, &[against(&["cyc-oral", "mmf+voc"])]), ["s0", "s1", "s3", "s4"]);
    let two = json!({ "topic": "initial_therapy", "verdict": "option", "regimens": ["mmf+bel", "mmf+voc"] });
    assert_eq!(told(Topic::Belimumab, &[two]), ["s0", "s4"]);
    let elsewhere = json!({ "topic": "maintenance", "also": ["withdrawal"], "verdict": "option", "regimens": ["cyc"] });
    assert_eq!(told(Topic::InitialTherapy, std::slice::from_ref(&elsewhere)), ["s0", "s1", "s3"]);
    assert_eq!(told(Topic::Cyclophosphamide, &[elsewhere]), [""; 0]);
}

/// What offers in its own row and lowers a drug as well is heard for the drug alone where another row offers, and makes no
/// row offer that has no offer.
#[test]
fn what_lowers_a_drug_offers_nothing_elsewhere() {
    let mixed = json!({ "topic": "cni", "verdict": "preferred", "regimens": ["mmf+voc", "aza"], "drugs": { "tac": "caution" } });
    let all: Vec<Value> = usual().into_iter().chain([mixed]).collect();
    let maintenance = [offer("aza", Verdict::Recommended), offer("mmf+tac", Verdict::Caution)];
    assert_eq!(offers(Topic::Maintenance, &all), maintenance);
    assert_eq!(offers(Topic::KidneyProtection, &all), []);
    let voc = json!({ "topic": "cni", "verdict": "option", "regimens": ["mmf+voc"] });
    let wary = json!({ "topic": "pregnancy", "verdict": "caution", "drugs": { "voc": "caution" } });
    assert_eq!(offers(Topic::InitialTherapy, &[voc, wary]), [offer("mmf+voc", Verdict::Caution)]);
}

fn spoke(cell: &Cell) -> Vec<&str> {
    cell.spoke.iter().map(|said| said.id.as_str()).collect()
}

/// What a drug's row takes over from the initial therapy, and what it does not.
#[test]
fn a_drug_takes_over_what_decided_the_initial_therapy() {
    let initial = |verdict: &str, regimens: &[&str]| json!({ "topic": "initial_therapy", "verdict": verdict, "regimens": regimens });
    let when = |mut said: Value, fact: &str| {
        said["when"] = json!({ "is": fact });
        said
    };
    let bel = |topic: &str| json!({ "topic": topic, "verdict": "caution", "drugs": { "bel": "caution" } });
    let found = |statements: &[Value]| cell(Topic::Belimumab, statements);

    let twice = found(&[initial("avoid", &[]), initial("option", &[])]);
    assert_eq!((twice.verdict, spoke(&twice)), (Verdict::Avoid, vec!["s0"]), "the second decided nothing");
    let with_own = found(&[initial("avoid", &[]), bel("pregnancy")]);
    assert_eq!((with_own.verdict, spoke(&with_own)), (Verdict::Avoid, vec!["s1", "s0"]));
    let heard = found(&[initial("avoid", &["mmf+bel"])]);
    assert_eq!(spoke(&heard), ["s0"], "once");
    let own_word = found(&[initial("avoid", &[]), bel("belimumab")]);
    assert_eq!((own_word.verdict, spoke(&own_word)), (Verdict::Caution, vec!["s1"]));
    let offered = found(&[initial("recommended", &["mmf"]), initial("recommended", &["mmf+bel"])]);
    assert_eq!((offered.verdict, spoke(&offered)), (Verdict::Recommended, vec!["s1"]));

    assert_eq!(found(&[when(initial("avoid", &[]), "male")]).verdict, Verdict::NotApplicable);
    let silent = json!([{ "topic": "belimumab", "fr": "", "en": "" }]);
    assert_eq!(
        open_cell(Topic::Belimumab, &[initial("avoid", &[])], &silent).verdict,
        Verdict::NotAddressed,
        "declared"
    );
    assert_eq!(found(&[initial("judgement", &[])]).verdict, Verdict::Judgement);
    assert_ne!(found(&[initial("recommended", &["mmf"]), bel("pregnancy")]).verdict, Verdict::NeedsData);
    for topic in ["pregnancy", "belimumab"] {
        let waits = found(&[initial("recommended", &["mmf"]), when(bel(topic), "hypertension")]);
        assert_eq!((waits.verdict, waits.hangs_on), (Verdict::NeedsData, vec![Datum::Comorbidities]), "{topic}");
    }
    let mut against = json!({ "topic": "belimumab", "verdict": "avoid", "conflicts_with": ["s0"] });
    assert_eq!(found(&[initial("option", &["mmf+bel"]), against.clone()]).verdict, Verdict::Conflict);
    against["when"] = json!({ "is": "male" });
    assert_eq!(found(&[initial("option", &["mmf+bel"]), against]).verdict, Verdict::Option);
}

/// The cell of a guideline with silences, where neither pressure nor filtration is known.
fn open_cell(row: Topic, statements: &[Value], silences: &Value) -> Cell {
    let mut facts = vignettes::supposing("V1", &[(FactId::Egfr, "unknown")]);
    facts.forget(FactId::Hypertension);
    let silences = serde_json::from_value(silences.clone()).unwrap();
    let guideline = Guideline { silences, ..saying("g", statements) };
    let library = Library::of(vec![guideline], library().formulary().clone());
    side_by_side(&library, &facts, Country::France).cell(row, "g").unwrap().clone()
}

/// An open answer hangs on what decides it, not on all that is missing in its row.
#[test]
fn an_open_answer_hangs_on_what_decides_it() {
    let hypertension = json!({ "is": "hypertension" });
    let filtration = json!({ "below": { "fact": "egfr", "value": "30 mL/min/1.73m²" } });
    let said = |when: &Value| json!({ "topic": "kidney_protection", "verdict": "option", "when": when });
    let hangs_on = |row: Topic, statements: &[Value], silences: &Value| {
        let cell = open_cell(row, statements, silences);
        assert_eq!(cell.verdict, Verdict::NeedsData);
        (cell.hangs_on, cell.missing)
    };
    let row = Topic::KidneyProtection;
    let both = vec![Datum::Creatinine, Datum::Comorbidities];
    let mut all = both.clone();
    all.sort_unstable();
    let first = (vec![Datum::Comorbidities], all.clone());
    let none = json!([]);
    assert_eq!(hangs_on(row, &[said(&hypertension), said(&filtration)], &none), first);
    let fallen = said(&json!({ "is": "male" }));
    assert_eq!(hangs_on(row, &[fallen, said(&hypertension), said(&filtration)], &none), first);
    let mut against = said(&hypertension);
    against["conflicts_with"] = json!(["s0"]);
    assert_eq!(hangs_on(row, &[said(&json!({ "all": [] })), against, said(&filtration)], &none), first);

    let silent = |when: &Value| json!([{ "topic": "kidney_protection", "when": when, "fr": "", "en": "" }]);
    let by_silence = (vec![Datum::Comorbidities], vec![Datum::Comorbidities]);
    assert_eq!(hangs_on(row, &[], &silent(&hypertension)), by_silence);
    assert_eq!(hangs_on(row, &[said(&filtration)], &silent(&hypertension)), (vec![Datum::Creatinine], all.clone()));

    let offering = json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": ["mmf", "cyc"] });
    let lowers = |drug: &str, when: &Value| json!({ "topic": "pregnancy", "verdict": "avoid", "drugs": { drug: "avoid" }, "when": when });
    let mut waiting = offering.clone();
    waiting["when"] = filtration.clone();
    waiting["regimens"] = json!([]);
    let offers = [waiting, offering, lowers("mpaa", &hypertension), lowers("cyc", &filtration)];
    assert_eq!(hangs_on(Topic::InitialTherapy, &offers, &none), first, "on what the first offer lacks");
    assert_eq!(hangs_on(Topic::Cyclophosphamide, &offers, &none).0, [Datum::Creatinine]);
    let mmf = json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": ["mmf"] });
    let pair = [mmf, lowers("mpaa", &hypertension), lowers("mpaa", &filtration)];
    assert_eq!(hangs_on(Topic::InitialTherapy, &pair, &none).0, all, "on both that may keep it from her");
}

#[test]
fn a_statement_that_asks_a_fact_twice_tells_it_once() {
    let when = json!({ "all": [
        { "at_least": { "fact": "activity_index", "value": 0 } }, { "at_most": { "fact": "activity_index", "value": 24 } }
    ] });
    let said = json!({ "topic": "kidney_protection", "verdict": "option", "when": when });
    let cell = cell(Topic::KidneyProtection, &[said]);
    let told = cell.spoke.iter().chain(&cell.waiting).next().unwrap();
    assert_eq!(told.facts, [FactId::ActivityIndex]);
}

/// An offer names the statements that raise it and those that lower it, each once.
#[test]
fn an_offer_names_its_statements() {
    let mut all = usual();
    all.push(
        json!({ "topic": "initial_therapy", "verdict": "preferred", "regimens": ["mmf+voc"], "over": ["mmf+bel"] }),
    );
    all.push(json!({ "topic": "cni", "verdict": "caution", "regimens": ["mmf+voc"], "drugs": { "cni": "caution" } }));
    let cell = cell(Topic::InitialTherapy, &all);
    let named = |regimen: &str| cell.offers.iter().find(|offer| offer.regimen == regimen).unwrap().statements.clone();
    assert_eq!(named("mmf+bel"), ["s0", "s4"]);
    assert_eq!(named("mmf+voc"), ["s1", "s4", "s5"]);
    assert_eq!(named("mmf+tac"), ["s3", "s5"]);
}

/// A drug of which a part that was not read may speak waits where a statement on it waits, and is not read where none does.
#[test]
fn a_drug_that_was_not_read_waits_for_what_is_heard_of_it() {
    let verdict = |when: Option<&str>| {
        let mut facts = vignettes::supposing("V1", &[]);
        facts.forget(FactId::Hypertension);
        let mut wary = json!({ "topic": "pregnancy", "verdict": "caution", "drugs": { "bel": "caution" } });
        if let Some(fact) = when {
            wary["when"] = json!({ "is": fact });
        }
        let not_read = Some(regards::knowledge::Words { fr: String::new(), en: String::new() });
        let offering = json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": ["mmf"] });
        let guideline = Guideline { not_read, ..saying("g", &[offering, wary]) };
        let library = Library::of(vec![guideline], library().formulary().clone());
        side_by_side(&library, &facts, Country::France).cell(Topic::Belimumab, "g").unwrap().verdict
    };
    assert_eq!(verdict(None), Verdict::Caution, "what was read speaks of it");
    assert_eq!(verdict(Some("male")), Verdict::NotRead);
    assert_eq!(verdict(Some("hypertension")), Verdict::NeedsData);
}

/// A drug that is in no offer, and that a statement of another row keeps from this patient: its row says so. A class is not
/// kept from her with one of its drugs.
#[test]
fn what_another_row_says_of_a_drug_is_its_word() {
    let not_here =
        json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": ["mmf"], "when": { "is": "male" } });
    let pregnancy = json!({ "topic": "pregnancy", "verdict": "recommended", "drugs": { "cyc": "avoid", "bel": "caution", "voc": "avoid" } });
    let word = |row: Topic, all: &[Value]| cell(row, all).verdict;
    let both = [not_here.clone(), pregnancy];
    assert_eq!(word(Topic::Cyclophosphamide, &both), Verdict::Avoid);
    assert_eq!(word(Topic::Belimumab, &both), Verdict::Caution);
    assert_eq!(word(Topic::Cni, &both), Verdict::NotApplicable);
    assert_eq!(word(Topic::Cyclophosphamide, &[not_here]), Verdict::NotApplicable);
}

/// What a statement asks for goes with its regimens where all of them are kept from the patient; one that only lowers a drug
/// asks in its own row.
#[test]
fn what_is_asked_for_goes_with_the_regimens_and_stands_in_its_own_row() {
    let asked = |row: Topic, avoided: &[&str]| {
        let drugs: Value = avoided.iter().map(|drug| ((*drug).to_owned(), json!("avoid"))).collect();
        let own = json!({ "topic": "pregnancy", "verdict": "recommended", "drugs": drugs, "advises": ["aspirin"] });
        let both = json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": ["mmf+bel", "mmf+voc"], "advises": ["triple_therapy"] });
        let alone = json!({ "topic": "initial_therapy", "verdict": "recommended", "advises": ["individualise"] });
        cell(row, &[own, both, alone]).advises
    };
    let (triple, alone) = (Advice::TripleTherapy, Advice::Individualise);
    assert_eq!(asked(Topic::InitialTherapy, &["bel"]), [triple, alone], "one of the two is left");
    assert_eq!(asked(Topic::InitialTherapy, &["bel", "voc"]), [alone]);
    assert_eq!(asked(Topic::InitialTherapy, &["mpaa"]), [alone]);
    assert_eq!(asked(Topic::Belimumab, &["bel"]), [triple]);
    assert_eq!(asked(Topic::Belimumab, &["mpaa"]), []);
    assert_eq!(asked(Topic::Pregnancy, &["mpaa"]), [Advice::Aspirin]);
}

/// Two statements lower one drug: the word that lowers it most is heard, in its row and where a regimen has it.
#[test]
fn a_drug_is_lowered_by_the_strongest_word() {
    let said = |drugs: Value, regimens: &[&str]| json!({ "topic": "initial_therapy", "verdict": "recommended", "regimens": regimens, "drugs": drugs });
    let heard = |regimens: &[&str]| {
        let statements = [said(json!({ "bel": "reserved" }), regimens), said(json!({ "bel": "caution" }), regimens)];
        (cell(Topic::Belimumab, &statements).verdict, cell(Topic::InitialTherapy, &statements).offers[0].standing)
    };
    assert_eq!(heard(&["mmf"]), (Verdict::Reserved, Verdict::Recommended));
    assert_eq!(heard(&["mmf+bel"]), (Verdict::Reserved, Verdict::Reserved));
}
