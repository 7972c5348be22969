//! The content files are whole: they parse, they name only what exists, they answer every row or declare their silence.

use std::collections::BTreeSet;

use regards::knowledge::{Agent, Auditor, Checked, Guideline, Library};

use crate::scene::library;

fn complain(complaints: &[String]) {
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

fn each(mut ask: impl FnMut(&Library, &Guideline) -> Vec<String>) {
    let library = library();
    let example = example();
    let complaints: Vec<String> = library
        .guidelines()
        .iter()
        .chain([&example])
        .flat_map(|guideline| {
            ask(&library, guideline).into_iter().map(|complaint| format!("{}: {complaint}", guideline.id))
        })
        .collect();
    complain(&complaints);
}

fn example() -> Guideline {
    regards::read::trusted(Library::example()).unwrap()
}

#[test]
fn the_shipped_files_parse() {
    let library = library();
    assert_eq!(library.faults(), &[] as &[String]);
    let ids: Vec<&str> = library.guidelines().iter().map(|guideline| guideline.id.as_str()).collect();
    assert_eq!(ids, ["eular-2025", "acr-2024", "kdigo-2024"]);
}

/// The rules are the library's own: `regards guidelines check` asks the same.
#[test]
fn the_shipped_files_and_the_example_have_nothing_to_be_said_of() {
    let library = library();
    let auditor = Auditor::new(library.formulary(), "2026-11-26".parse().unwrap(), []);
    for (name, text) in Library::texts().chain([("example".to_owned(), Library::example())]) {
        let reading = auditor.read(text.as_bytes());
        assert_eq!(reading.remarks, [], "{name}");
        assert!(reading.value.is_some(), "{name}");
    }
}

/// The example is read as one of the user's own; everything else asked here is asked of the shipped three.
#[test]
fn only_the_example_is_a_part_of_its_publication() {
    let unread: Vec<bool> = library().guidelines().iter().map(|guideline| guideline.not_read.is_some()).collect();
    assert_eq!(unread, [false, false, false]);
    assert!(example().not_read.is_some());
    assert!(example().silences.is_empty(), "what was not read is not the protocol's silence");
    assert!(example().statements.iter().all(|statement| statement.checked == Checked::Secondary));
}

#[test]
fn acr_does_not_number_its_recommendations() {
    let library = library();
    let numbered = library.guideline("acr-2024").unwrap().statements.iter();
    let numbered: Vec<&str> =
        numbered.filter(|statement| statement.number != "unnumbered").map(|statement| statement.id.as_str()).collect();
    assert_eq!(numbered, [] as [&str; 0]);
}

/// The 28 graded recommendations of ACR 2024 in their printed order (guidelines.md V.2), each with its statements,
/// speak in several rows. Nothing else of that publication bears a grade.
#[test]
fn acr_grades_its_28_recommendations_and_nothing_else() {
    let printed: [(&str, &[&str]); 28] = [
        ("strong, very low, indirect", &["screening"]),
        ("conditional, low to very low", &["biopsy"]),
        ("conditional, low to very low", &["repeat-biopsy"]),
        ("strong, low to very low", &["hydroxychloroquine"]),
        ("conditional, low to very low", &["raas-blocker"]),
        ("conditional, moderate to low", &["pulse", "oral-start", "five-mg"]),
        ("conditional, low", &["maintenance-duration", "duration-not-reached", "duration-total"]),
        ("conditional, moderate to low", &["triple", "proliferative-class"]),
        ("conditional, low to very low", &["mycophenolate-over-cyclophosphamide"]),
        ("conditional, low", &["cni-heavy-proteinuria"]),
        ("conditional, low", &["belimumab-extrarenal"]),
        ("conditional, very low", &["mycophenolate-dose"]),
        ("conditional, very low", &["cyclophosphamide-monthly"]),
        ("strong, very low", &["cyclophosphamide-oral"]),
        ("conditional, moderate to low", &["maintenance-triple-complete"]),
        ("conditional, no evidence", &["maintenance-triple-partial"]),
        ("conditional, low", &["maintenance-dual-complete"]),
        ("conditional, no evidence", &["maintenance-dual-partial"]),
        ("conditional, very low, indirect", &["pure-v-from-1g", "class-v-from-1g"]),
        ("conditional, no evidence", &["pure-v-below-1g", "class-v-below-1g"]),
        (
            "conditional, very low to none",
            &[
                "inadequate-to-triple",
                "inadequate-other-belimumab",
                "inadequate-other-cni",
                "inadequate-anti-cd20",
                "anti-cd20-after-failure",
            ],
        ),
        ("conditional, very low to none", &["refractory"]),
        ("strong, very low, indirect", &["proteinuria-without-complete-response"]),
        ("strong, very low, indirect", &["proteinuria-in-complete-response"]),
        ("strong, high", &["transplant"]),
        ("conditional, very low", &["transplant-preemptive"]),
        ("conditional, very low", &["transplant-without-remission"]),
        ("strong, very low", &["replacement-follow-up"]),
    ];
    assert_eq!(printed.iter().filter(|(grade, _)| grade.starts_with("strong")).count(), 7);
    let expected: BTreeSet<(&str, &str)> =
        printed.iter().flat_map(|(grade, ids)| ids.iter().map(|id| (*id, *grade))).collect();
    let library = library();
    let own = library.guideline("acr-2024").unwrap().statements.iter().filter(|statement| statement.from.is_none());
    let graded: BTreeSet<(&str, &str)> =
        own.filter_map(|statement| Some((statement.id.as_str(), statement.grade.as_deref()?))).collect();
    assert_eq!(graded, expected);
}

#[test]
fn the_formulary_knows_every_drug_it_speaks_of() {
    let library = library();
    let formulary = library.formulary();
    let named: BTreeSet<Agent> = formulary.regimens.iter().flat_map(|regimen| regimen.drugs.iter().copied()).collect();
    let unknown: Vec<String> = named
        .iter()
        .filter(|agent| formulary.entry(**agent).is_none())
        .map(|agent| format!("{agent}: no entry"))
        .collect();
    complain(&unknown);
}

pub fn is_wrong_french(text: &str) -> bool {
    let spaced = [" :", " ;", " ?", " !", " %", "< 1", "≥ 1", "≤ 5"].iter().any(|bad| text.contains(bad));
    let dotted = text.as_bytes().windows(3).any(|three| {
        three[1] == b'.' && three[0].is_ascii_digit() && three[2].is_ascii_digit() && !text.contains("10.1002")
    });
    spaced || dotted || text.contains("RPC") || text.contains("eGFR")
}

/// French typography: a no-break space before `:`, `;`, `?`, `!`, `%`, between a comparison and its number, and between a
/// number and its unit; a decimal comma; `UPCR` and `DFGe`.
#[test]
fn french_texts_are_written_as_the_french_write() {
    let rules = &library().safety().rules.clone();
    let said = rules.iter().flat_map(|rule| [&rule.fr, &rule.name.fr]);
    let said = said.chain(rules.iter().filter_map(|rule| rule.not_judged.as_ref()).map(|words| &words.fr));
    complain(&said.filter(|text| is_wrong_french(text)).cloned().collect::<Vec<_>>());
    each(|library, guideline| {
        let statements = guideline.statements.iter();
        let warnings = statements.clone().filter_map(|statement| statement.warning.as_ref()).map(|words| &words.fr);
        let notes = library.formulary().labels.iter().filter_map(|label| label.note.as_ref()).map(|words| &words.fr);
        let silences = guideline.silences.iter().map(|silence| &silence.fr);
        let cautions = guideline.cautions.iter().map(|caution| &caution.fr);
        let further = guideline.further.iter().map(|further| &further.source.read.fr);
        let texts = statements.map(|statement| &statement.fr).chain(warnings).chain(notes).chain(silences);
        let texts = texts.chain(cautions).chain(further);
        let texts = texts.chain(guideline.not_read.iter().map(|words| &words.fr));
        texts
            .chain([&guideline.source.read.fr, &guideline.scale.fr])
            .filter(|text| is_wrong_french(text))
            .cloned()
            .collect()
    });
}

/// The three recommendations and the practice points of KDIGO 2024 whose number is known, all there (guidelines.md V.3); what
/// has no known number is `PP`. Practice points have no grade, and nothing of KDIGO was read in its own text.
#[test]
fn the_statements_of_kdigo_are_all_there() {
    let library = library();
    let kdigo = library.guideline("kdigo-2024").unwrap();
    let numbers: BTreeSet<&str> = kdigo.statements.iter().map(|statement| statement.number.as_str()).collect();
    let recommendations = ["10.2.1.1", "10.2.3.1.1", "10.2.3.2.1"].map(str::to_owned);
    let single = ["10.1.1", "10.2.1.1", "10.2.2.1", "10.3.1.1"].map(|number| format!("PP {number}"));
    let initial = (1..=7).map(|last| format!("PP 10.2.3.1.{last}"));
    let later = (1..=6).map(|last| format!("PP 10.2.3.2.{last}"));
    let known = recommendations.into_iter().chain(single).chain(initial).chain(later);
    let expected: BTreeSet<String> = known.chain(["PP", "unnumbered"].map(str::to_owned)).collect();
    assert_eq!(numbers, expected.iter().map(String::as_str).collect());
    for statement in &kdigo.statements {
        assert!(statement.checked != Checked::Verified, "{}", statement.id);
        assert!(statement.grade.is_none() || !statement.number.starts_with("PP"), "{}", statement.id);
        let is_counted = statement.duration.is_some() && !statement.number.starts_with("PP");
        assert!(!is_counted, "{}: the months are those of a practice point", statement.id);
    }
}
