//! Agreement, common ground, conflict, labels, why: on the vignettes and what changes when one fact changes.

use regards::knowledge::{
    Accord, Agent, Cell, Country, Datum, FactId, Facts, Ground, LabelStatus, Missing, Reason, Table, Topic, Truth,
    Verdict, accepted_regimens, missing, says_otherwise, side_by_side, waiting, why,
};

use super::vignettes;

use crate::scene::library;

fn vignette(name: &str, changes: &[(FactId, &str)]) -> Facts {
    vignettes::supposing(name, changes)
}

fn table(facts: &Facts) -> Table {
    side_by_side(&library(), facts, Country::France)
}

fn standing(table: &Table, guideline: &str, regimen: &str) -> Option<Verdict> {
    let cell = table.cell(Topic::InitialTherapy, guideline)?;
    cell.offers.iter().find(|offer| offer.regimen == regimen).map(|offer| offer.standing)
}

fn verdict(table: &Table, topic: Topic, guideline: &str) -> Verdict {
    table.cell(topic, guideline).unwrap().verdict
}

fn accord(table: &Table, topic: Topic) -> (Accord, Reason) {
    let agreement = table.row(topic).unwrap().agreement;
    (agreement.accord, agreement.reason)
}

/// ACR prefers a calcineurin inhibitor from 3 g/g and belimumab with extrarenal disease, and gives no way to choose.
#[test]
fn a_guideline_that_contradicts_itself_is_in_conflict() {
    let table = table(&vignette("V1", &[(FactId::Proteinuria, "3 g/g")]));
    assert_eq!(verdict(&table, Topic::InitialTherapy, "acr-2024"), Verdict::Conflict);
    assert_eq!(standing(&table, "acr-2024", "mmf+bel"), Some(Verdict::Preferred));
    assert_eq!(standing(&table, "acr-2024", "mmf+voc"), Some(Verdict::Preferred));
    assert_eq!(accord(&table, Topic::InitialTherapy), (Accord::Differ, Reason::OwnConflict));
    assert!(table.common.regimens.iter().any(|common| common.regimen == "mmf+bel"));
}

/// KDIGO does not treat the kidney in pure class V below the nephrotic range: each drug's row says so, and why.
#[test]
fn a_drug_that_is_not_advised_says_by_which_statement() {
    let table = table(&vignette("V6", &[]));
    for topic in [Topic::Belimumab, Topic::Cni, Topic::Cyclophosphamide] {
        let cell = table.cell(topic, "kdigo-2024").unwrap();
        assert_eq!(cell.verdict, Verdict::Avoid);
        assert_eq!(cell.spoke.iter().map(|said| said.id.as_str()).collect::<Vec<_>>(), ["pure-v-low"], "{topic:?}");
    }
}

#[test]
fn no_drug_is_refused_without_a_statement() {
    for (id, facts) in vignettes::all() {
        let table = table(&facts);
        for cell in table.rows.iter().filter(|row| row.topic.agent().is_some()).flat_map(|row| &row.cells) {
            let is_refused = matches!(cell.verdict, Verdict::Avoid | Verdict::Judgement);
            assert!(!is_refused || !cell.spoke.is_empty(), "{id} {} {:?}", cell.guideline, cell.topic);
        }
    }
}

#[test]
fn the_threshold_is_three_grams_and_is_held_in_the_reported_unit() {
    let at = |written| verdict(&table(&vignette("V8", &[(FactId::Proteinuria, written)])), Topic::Cni, "acr-2024");
    assert_eq!(at("2.99 g/g"), Verdict::Recommended);
    assert_eq!(at("3 g/g"), Verdict::Preferred);
    // 300 mg/mmol is 2.652 g/g exactly; ACR prints 3 g/g (300 mg/mmol) as one.
    assert_eq!(at("300 mg/mmol"), Verdict::Preferred);
    assert_eq!(at("299 mg/mmol"), Verdict::Recommended);
}

/// ACR 2024: the text keeps to belimumab above 165/105 mmHg, figure 1 asks for less than 165/105 for a calcineurin
/// inhibitor: on the very limit neither is preferred.
#[test]
fn the_pressure_that_decides_has_a_gap_of_one_point() {
    let at = |systolic| {
        let facts = vignette("V8", &[(FactId::Proteinuria, "4 g/g"), (FactId::Systolic, systolic)]);
        let table = table(&facts);
        ["mmf+bel", "mmf+voc"].map(|regimen| standing(&table, "acr-2024", regimen))
    };
    assert_eq!(at("164 mmHg"), [Some(Verdict::Alternative), Some(Verdict::Preferred)]);
    assert_eq!(at("165 mmHg"), [Some(Verdict::Recommended), Some(Verdict::Recommended)]);
    assert_eq!(at("166 mmHg"), [Some(Verdict::Preferred), Some(Verdict::Alternative)]);
}

#[test]
fn calcineurin_inhibitors_by_filtration() {
    let at = |egfr| table(&vignette("V8", &[(FactId::Egfr, egfr)]));
    let forty_five = at("45 mL/min/1.73m²");
    assert_eq!(standing(&forty_five, "eular-2025", "mmf+voc"), Some(Verdict::Recommended));
    assert_eq!(standing(&forty_five, "acr-2024", "mmf+voc"), Some(Verdict::Alternative));
    assert_eq!(standing(&forty_five, "kdigo-2024", "mmf+voc"), None);
    assert_eq!(verdict(&forty_five, Topic::Cni, "kdigo-2024"), Verdict::Avoid);
    let below = at("44.9 mL/min/1.73m²");
    assert_eq!(standing(&below, "eular-2025", "mmf+voc"), Some(Verdict::Caution));
    let thirty = at("30 mL/min/1.73m²");
    assert_eq!(standing(&thirty, "eular-2025", "mmf+voc"), Some(Verdict::Caution));
    let low = at("29.9 mL/min/1.73m²");
    assert_eq!(standing(&low, "eular-2025", "mmf+voc"), Some(Verdict::Avoid));
}

#[test]
fn without_filtration_a_calcineurin_inhibitor_is_not_accepted() {
    let mut facts = vignette("V8", &[]);
    facts.forget(FactId::Egfr);
    let table = table(&facts);
    assert_eq!(standing(&table, "eular-2025", "mmf+voc"), Some(Verdict::NeedsData));
    assert!(!accepted_regimens(&table, "eular-2025").contains(&"mmf+voc"));
    assert!(accepted_regimens(&table, "eular-2025").contains(&"mmf+bel"));
}

#[test]
fn class_five_at_one_and_a_half_grams_divides_them() {
    let table = table(&vignette("V6", &[]));
    assert_eq!(accord(&table, Topic::InitialTherapy), (Accord::Differ, Reason::OneAdvisesAgainst));
    assert_eq!(table.common.regimens_state, Ground::None);
    assert_eq!(accord(&table, Topic::GcStart), (Accord::Undetermined, Reason::NoNumbers));
    assert_eq!(table.common.start_state, Ground::NothingToCompare);
}

#[test]
fn common_ground_has_the_weakest_standing() {
    let table = table(&vignette("V1", &[]));
    let common: Vec<(&str, Verdict)> =
        table.common.regimens.iter().map(|common| (common.regimen.as_str(), common.weakest)).collect();
    assert_eq!(
        common,
        [
            ("mmf+bel", Verdict::Option),
            ("cyc+bel", Verdict::Option),
            ("mmf+voc", Verdict::Alternative),
            ("mmf+tac", Verdict::Alternative)
        ]
    );
    assert_eq!(accord(&table, Topic::InitialTherapy), (Accord::Close, Reason::SharedChoices));
    assert_eq!(accord(&table, Topic::GcStart), (Accord::Close, Reason::RangesMeet));
    assert_eq!(accord(&table, Topic::Response12m), (Accord::Close, Reason::OtherNumbers));
    assert_eq!(accord(&table, Topic::Obinutuzumab), (Accord::Differ, Reason::OneAdvisesAgainst));
}

#[test]
fn labels_are_by_drug_indication_and_country() {
    let library = library();
    let marks = |facts: &Facts, regimen| library.formulary().marks(regimen, facts, Country::France);
    let status = |facts: &Facts, regimen, drug| {
        marks(facts, regimen).iter().find(|mark| mark.drug == drug).map(|mark| mark.status)
    };
    let (four, five) = (vignette("V1", &[]), vignette("V6", &[]));
    assert_eq!(status(&four, "mmf+voc", Agent::Mpaa), Some(LabelStatus::OffLabel));
    assert_eq!(status(&four, "mmf+voc", Agent::Voclosporin), None);
    assert_eq!(status(&five, "mmf+voc", Agent::Voclosporin), None);
    assert_eq!(status(&five, "gc+voc", Agent::Voclosporin), Some(LabelStatus::OffLabel));
    assert_eq!(status(&four, "mmf+obi", Agent::Obinutuzumab), None);
    assert_eq!(status(&five, "mmf+obi", Agent::Obinutuzumab), Some(LabelStatus::OffLabel));
    assert_eq!(status(&five, "mmf+bel", Agent::Belimumab), Some(LabelStatus::NotReimbursed));
    assert_eq!(status(&four, "cyc", Agent::Cyclophosphamide), Some(LabelStatus::NotVerified));
    let child = vignette("V14", &[]);
    assert_eq!(status(&child, "mmf+voc", Agent::Voclosporin), Some(LabelStatus::OffLabel));
}

/// A label for adults says nothing sure of a patient whose age is not known; one that is for children too is not asked.
#[test]
fn a_label_for_adults_waits_for_the_age() {
    let library = library();
    let mut facts = vignette("V1", &[]);
    facts.forget(FactId::Child);
    let status = |agent, with: &[Agent]| library.formulary().status(agent, with, &facts, Country::France);
    assert_eq!(status(Agent::Voclosporin, &[Agent::Mpaa]), LabelStatus::NotVerified);
    assert_eq!(status(Agent::Belimumab, &[Agent::Mpaa]), LabelStatus::Labelled);
    let child = vignette("V14", &[]);
    let status = library.formulary().status(Agent::Belimumab, &[Agent::Mpaa], &child, Country::France);
    assert_eq!(status, LabelStatus::Labelled);
}

/// Neither class III or IV nor pure class V is an indication of its own: what is known of it is told.
#[test]
fn a_label_in_no_class_is_known_where_it_is_entered() {
    let library = library();
    let other = vignette("V1", &[(FactId::Proliferative, "no"), (FactId::PureV, "no")]);
    let status = |agent| library.formulary().status(agent, &[], &other, Country::France);
    assert_eq!(
        (status(Agent::Tacrolimus), status(Agent::Belimumab)),
        (LabelStatus::OffLabel, LabelStatus::NotVerified)
    );
}

#[test]
fn why_shows_the_statement_its_source_and_the_dated_facts() {
    let library = library();
    let facts = vignette("V2", &[]);
    let table = side_by_side(&library, &facts, Country::France);
    let cell = table.cell(Topic::Cni, "acr-2024").unwrap();
    let why = why(&library, &facts, cell).unwrap();
    assert_eq!((why.name, why.edition, why.source.doi.as_deref()), ("ACR", "2024", Some("10.1002/art.43212")));
    assert_eq!(why.source.checked_by, None);
    let heavy = why.statements.iter().find(|statement| statement.id == "cni-heavy-proteinuria").unwrap();
    assert_eq!((heavy.number, heavy.grade, heavy.truth), ("unnumbered", Some("conditional, low"), &Truth::Yes));
    assert!(heavy.words.as_ref().unwrap().fr.contains("≥"));
    let (_, proteinuria) = heavy.facts.iter().find(|(fact, _)| *fact == FactId::Proteinuria).unwrap();
    assert_eq!(proteinuria.evidence[0].written, "5.2 g/g");
    assert_eq!(proteinuria.evidence[0].what, Datum::Upcr);
    assert!(proteinuria.evidence[0].date.is_some());
}

#[test]
fn a_silence_has_its_words() {
    let library = library();
    let facts = vignette("V1", &[]);
    let table = side_by_side(&library, &facts, Country::France);
    let cell = table.cell(Topic::Obinutuzumab, "kdigo-2024").unwrap();
    assert_eq!(cell.verdict, Verdict::NotAddressed);
    assert_eq!(why(&library, &facts, cell).unwrap().silence.len(), 1);
}

#[test]
fn what_is_missing_is_ranked_by_what_it_would_settle() {
    let mut facts = vignette("V1", &[]);
    facts.forget(FactId::Class);
    facts.forget(FactId::ActiveNephritis);
    facts.forget(FactId::Igg);
    let missing = missing(&table(&facts));
    let rank = |one: &Missing| (one.settles, one.with_others, one.touched);
    assert!(missing.windows(2).all(|pair| rank(&pair[0]) >= rank(&pair[1])));
    assert_eq!(missing[0].datum, Datum::Class);
    assert!(missing[0].settles > 10);
}

fn weights(facts: &Facts) -> Vec<(Datum, usize, usize, usize)> {
    missing(&table(facts)).iter().map(|one| (one.datum, one.settles, one.with_others, one.touched)).collect()
}

/// One unknown alone: a contraindication settles the row of hydroxychloroquine in all three, an IgG settles nothing.
#[test]
fn a_datum_settles_the_answers_that_hang_on_it_alone() {
    let mut facts = vignette("V1", &[]);
    // Earlier cyclophosphamide lowers no answer, it only refines some.
    assert!(matches!(weights(&facts)[..], [(Datum::CyclophosphamideBefore, 0, 0, refined)] if refined > 0));
    facts.forget(FactId::HydroxychloroquineContraindicated);
    assert_eq!(weights(&facts)[0], (Datum::HydroxychloroquineContraindicated, 3, 0, 3));
    let mut facts = vignette("V1", &[]);
    facts.forget(FactId::Igg);
    let found = weights(&facts);
    let (_, settles, with_others, touched) = *found.iter().find(|one| one.0 == Datum::Igg).unwrap();
    assert_eq!((settles, with_others), (0, 0), "obinutuzumab stays offered, with caution at the worst");
    assert!(touched > 0, "it bears on obinutuzumab");
}

/// A table kept before a cell said what it hangs on: an open answer hangs on all that it lacks.
#[test]
fn an_older_table_hangs_on_all_that_is_missing() {
    let mut facts = vignette("V1", &[]);
    facts.forget(FactId::HydroxychloroquineContraindicated);
    let now = table(&facts);
    let mut older = now.clone();
    for cell in older.rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.hangs_on.clear();
    }
    assert_eq!(missing(&older)[0], missing(&now)[0]);
    assert_eq!(missing(&older)[0].settles, 3);
}

/// Where no guideline speaks on any row, none is left out.
#[test]
fn where_none_speaks_every_row_is_shown() {
    let mut table = table(&vignette("V1", &[]));
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.verdict = Verdict::NotApplicable;
    }
    assert_eq!(table.speaking(), (0..table.rows.len()).collect::<Vec<_>>());
    assert_eq!(table.silent_topics(), []);
}

/// What decides an open answer settles it; what the cell lacks beside that settles nothing.
#[test]
fn what_is_missing_beside_what_decides_settles_nothing() {
    let mut facts = vignette("V1", &[]);
    facts.forget(FactId::HydroxychloroquineContraindicated);
    let mut table = table(&facts);
    let row = table.rows.iter_mut().find(|row| row.topic == Topic::Hydroxychloroquine).unwrap();
    for cell in &mut row.cells {
        cell.missing.push(Datum::Igg);
    }
    let found = missing(&table);
    assert_eq!((found[0].datum, found[0].settles), (Datum::HydroxychloroquineContraindicated, 3));
    let igg = found.iter().find(|one| one.datum == Datum::Igg).unwrap();
    assert_eq!((igg.settles, igg.with_others, igg.touched), (0, 0, 3));
}

/// Other rows are open too: only those that hang on a datum wait for it.
#[test]
fn what_waits_for_a_datum_is_what_hangs_on_it() {
    let mut facts = vignette("V1", &[]);
    facts.forget(FactId::HydroxychloroquineContraindicated);
    facts.forget(FactId::ActiveNephritis);
    let table = table(&facts);
    let three = ["eular-2025", "acr-2024", "kdigo-2024"].to_vec();
    assert_eq!(waiting(&table, Datum::HydroxychloroquineContraindicated), [(Topic::Hydroxychloroquine, three)]);
}

/// What a cell lacks is part of what it says only where it keeps the cell from speaking.
#[test]
fn what_is_missing_is_said_only_where_the_answer_waits() {
    let table = table(&vignette("V1", &[]));
    let cell = table.cell(Topic::Hydroxychloroquine, "acr-2024").unwrap();
    let lacking = |verdict, missing: &[Datum]| Cell { verdict, missing: missing.to_vec(), ..cell.clone() };
    let differs = |verdict| says_otherwise(&lacking(verdict, &[]), &lacking(verdict, &[Datum::Igg]));
    assert_eq!([Verdict::Recommended, Verdict::NeedsData].map(differs), [false, true]);
}

/// Two unknowns that a statement needs both: each settles it only with the other.
#[test]
fn what_needs_two_data_is_settled_by_neither_alone() {
    let mut facts = vignette("V7", &[]);
    facts.forget(FactId::NephroticRange);
    facts.forget(FactId::Worsening);
    let table = table(&facts);
    let cell = table.cell(Topic::GcPulse, "kdigo-2024").unwrap();
    assert_eq!((cell.verdict, cell.hangs_on.as_slice()), (Verdict::NeedsData, &[Datum::Worsening, Datum::Upcr][..]));
    let found = weights(&facts);
    let of = |datum| *found.iter().find(|one| one.0 == datum).unwrap();
    assert!(of(Datum::Worsening).2 > 0 && of(Datum::Worsening).1 == 0, "{found:?}");
}

/// An answer that is open says what it hangs on, and what it hangs on is among what it lacks.
#[test]
fn every_open_answer_hangs_on_something() {
    for (id, mut facts) in vignettes::all() {
        for fact in [FactId::Class, FactId::Proteinuria, FactId::Egfr, FactId::Tma, FactId::PregnancyWish] {
            facts.forget(fact);
            for cell in table(&facts).rows.iter().flat_map(|row| &row.cells) {
                let is_open = cell.verdict == Verdict::NeedsData;
                let what = format!("{id} {fact} {} {}", cell.guideline, cell.topic);
                assert_eq!(is_open, !cell.hangs_on.is_empty(), "{what}: {cell:?}");
                assert!(cell.hangs_on.iter().all(|datum| cell.missing.contains(datum)), "{what}: {cell:?}");
            }
        }
    }
}

/// Fifteen per cent is a range of tolerance; a milestone says whether the newest values reach it, and when it falls due.
#[test]
fn milestones_have_their_day_and_their_state() {
    let table = table(&vignette("V11", &[]));
    let cell = table.cell(Topic::Response12m, "eular-2025").unwrap();
    let target = &cell.expectations[0];
    assert_eq!(target.reached, Truth::Yes);
    assert!(target.due.is_some());
}

/// Without kidney disease the guidelines of lupus nephritis have nothing to say, and why names the facts that rule them out.
#[test]
fn a_lupus_without_nephritis_is_not_theirs() {
    let library = library();
    for name in ["ls-2026-011-articulaire-cutane", "ls-2026-012-desescalade"] {
        let bytes = std::fs::read(format!("{}/cases/{name}.yaml", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let today = "2026-11-26".parse().unwrap();
        let facts = regards::knowledge::facts(&regards::read::case(&bytes, today).value.unwrap(), today);
        let table = side_by_side(&library, &facts, Country::France);
        // Hydroxychloroquine is for every lupus, and so is screening for nephritis.
        let for_every_lupus = [Topic::Hydroxychloroquine, Topic::Monitoring];
        for row in table.rows.iter().filter(|row| !for_every_lupus.contains(&row.topic)) {
            for cell in &row.cells {
                let silent = matches!(cell.verdict, Verdict::NotApplicable | Verdict::NotAddressed);
                assert!(silent, "{name} {} {}: {}", row.topic, cell.guideline, cell.verdict);
                let why = why(&library, &facts, cell).unwrap();
                let explained = !why.fell_away.is_empty() || !why.silence.is_empty();
                assert!(explained || cell.verdict == Verdict::NotAddressed, "{name} {} {}", row.topic, cell.guideline);
            }
        }
        assert_eq!(missing(&table), [], "{name}");
        let cell = table.cell(Topic::InitialTherapy, "kdigo-2024").unwrap();
        let fell = &why(&library, &facts, cell).unwrap().fell_away[0];
        let (_, active) = fell.facts.iter().find(|(fact, _)| *fact == FactId::ActiveNephritis).unwrap();
        let rests_on: Vec<Datum> = active.evidence.iter().map(|evidence| evidence.what).collect();
        assert_eq!(rests_on, [Datum::Flares, Datum::Upcr]);
    }
}

#[test]
fn a_contraindication_is_heard_before_the_recommendation() {
    let row = |written: &str| {
        let supposed = (FactId::HydroxychloroquineContraindicated, written);
        let table = table(&vignette("V1", &[supposed]));
        ["eular-2025", "acr-2024", "kdigo-2024"].map(|guideline| verdict(&table, Topic::Hydroxychloroquine, guideline))
    };
    assert_eq!(row("no"), [Verdict::Recommended; 3]);
    assert_eq!(row("yes"), [Verdict::Avoid; 3]);
    assert_eq!(row("unknown"), [Verdict::NeedsData; 3]);
}

/// A pregnancy that is under way is no longer one to plan.
#[test]
fn a_pregnancy_under_way_is_not_a_wish() {
    let table = table(&vignette("V12", &[(FactId::Pregnant, "yes")]));
    for cell in &table.row(Topic::Pregnancy).unwrap().cells {
        assert_eq!(cell.spoke[0].id, "pregnancy-under-way", "{}", cell.guideline);
        assert!(cell.spoke.iter().all(|said| said.id != "pregnancy-plan"), "{}", cell.guideline);
    }
}

#[test]
fn obinutuzumab_is_an_option_in_pure_class_five_only() {
    assert_eq!(standing(&table(&vignette("V6", &[])), "eular-2025", "mmf+obi"), Some(Verdict::Option));
    assert_eq!(standing(&table(&vignette("V1", &[])), "eular-2025", "mmf+obi"), Some(Verdict::Recommended));
}

/// ACR asks for a reason beyond stability (guidelines.md G); KDIGO does not.
#[test]
fn an_sglt2_inhibitor_needs_its_reason() {
    let advises = |facts: &Facts, guideline| {
        let table = table(facts);
        let cell = table.cell(Topic::Sglt2Inhibitor, guideline).unwrap();
        cell.advises.contains(&regards::knowledge::Advice::Sglt2Inhibitor)
    };
    let (quiet, diabetic) = (vignette("V11", &[]), vignette("V11", &[(FactId::Diabetes, "yes")]));
    assert!(!advises(&quiet, "acr-2024") && advises(&diabetic, "acr-2024"));
    assert!(advises(&quiet, "kdigo-2024"));
}

/// In sustained complete response all three speak of stopping the glucocorticoid, EULAR of a slow taper as well.
#[test]
fn stopping_the_glucocorticoid_is_said_by_all_three() {
    let table = table(&vignette("V12", &[]));
    assert_eq!(accord(&table, Topic::GcStop), (Accord::Close, Reason::SharedChoices));
    assert!(table.row(Topic::GcStop).unwrap().cells.iter().all(|cell| cell.verdict == Verdict::Option));
    assert_eq!(accord(&table, Topic::GcTarget), (Accord::NoneSpeaks, Reason::NoneSpeaks));
}
