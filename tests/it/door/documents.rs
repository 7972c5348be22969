//! `regards sheet`, `letter`, `plan`, `minutes`: to standard output, to a file, never over one that is there.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

fn regards(home: &Path) -> Command {
    let mut command = Command::cargo_bin("regards").unwrap();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().env("HOME", home).env("LANG", "fr_FR.UTF-8");
    command.env("USER", "secretary").args(["--date", "2026-11-26", "--db"]).arg(home.join("r.sqlite"));
    command
}

fn run(home: &Path, arguments: &[&str]) -> (i32, Vec<u8>, String) {
    let output = regards(home).args(arguments).output().unwrap();
    (output.status.code().unwrap(), output.stdout, String::from_utf8(output.stderr).unwrap())
}

fn decided() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let decision = ["decide", "LN-2026-006", "--outcome", "decided", "--line", "mmf 2 g/j", "--next=m3"];
    let reasons = [
        "--rationale",
        "Protéinurie persistante.",
        "--depart",
        "kdigo-2024=patient-choice",
        "--teller",
        "Camille Testart",
    ];
    let all: Vec<&str> = decision.into_iter().chain(reasons).collect();
    assert_eq!(run(home.path(), &["meeting", "open", "--chair", "Pr L. Caron", "--secretary", "S. Blanc"]).0, 0);
    let (code, _, complaint) = run(home.path(), &all);
    assert_eq!(code, 0, "{complaint}");
    home
}

#[test]
fn documents_go_to_standard_output_or_to_a_file_and_replace_nothing_unasked() {
    let home = decided();
    let home = home.path();
    for order in ["sheet", "letter", "plan"] {
        let (code, said, complaint) = run(home, &[order, "LN-2026-006"]);
        let said = String::from_utf8(said).unwrap();
        assert!(code == 0 && complaint.is_empty() && said.contains("PROJET NON SIGNÉ"), "{order}: {said}{complaint}");
        let (code, bytes, _) = run(home, &[order, "LN-2026-006", "--format", "pdf"]);
        assert!(code == 0 && bytes.starts_with(b"%PDF-"), "a pipe takes a PDF");
    }
    let file = home.join("fiche.docx");
    let written = ["sheet", "LN-2026-006", "-o", file.to_str().unwrap()];
    assert_eq!(run(home, &written).0, 0);
    let first = fs::read(&file).unwrap();
    assert!(first.starts_with(b"PK"), "the ending says the form");
    let (code, _, complaint) = run(home, &written);
    assert!(code == 3 && complaint.contains("--replace"), "{complaint}");
    let replacing: Vec<&str> = written.into_iter().chain(["--replace"]).collect();
    assert_eq!(run(home, &replacing).0, 0);
    assert_eq!(fs::read(&file).unwrap(), first, "the same bytes");
    assert_eq!(
        fs::read_dir(home)
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|e| e == "partial"))
            .count(),
        0
    );
    let log = String::from_utf8(run(home, &["access"]).1).unwrap();
    assert!(log.contains("sheet 0"), "{log}");
}

#[test]
fn there_is_no_plan_for_a_patient_who_died() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let died = ["decide", "LN-2026-006", "--outcome", "deceased", "--rationale", "Décès."];
    assert_eq!(run(home, &died).0, 0);
    let (code, said, complaint) = run(home, &["plan", "LN-2026-006"]);
    assert!(code == 3 && said.is_empty() && complaint.contains("constate un décès"), "{complaint}");
    assert_eq!(run(home, &["letter", "LN-2026-006"]).0, 0);
}

#[test]
fn minutes_are_found_by_their_day_and_what_is_not_there_is_said() {
    let home = decided();
    let home = home.path();
    let (code, said, _) = run(home, &["minutes", "2026-11-26", "--format", "markdown"]);
    let said = String::from_utf8(said).unwrap();
    assert!(code == 0 && said.contains("RÉUNION NON CLOSE") && said.contains("Protéinurie persistante"), "{said}");
    let (code, _, complaint) = run(home, &["minutes", "2020-01-01"]);
    assert!(code == 3 && complaint.contains("01/01/2020"), "{complaint}");
    assert_eq!(run(home, &["sheet", "LN-2026-001"]).0, 3);
    assert_eq!(run(home, &["sheet", "LN-2026-006", "--format", "rtf"]).0, 2);
    assert_eq!(run(home, &["sheet", "LN-2026-006", "--replace"]).0, 2);
}

#[test]
fn a_masked_document_covers_names_and_an_identity_needs_its_file() {
    let home = decided();
    let home = home.path();
    for order in [
        &["sheet", "LN-2026-006"][..],
        &["letter", "LN-2026-006"],
        &["plan", "LN-2026-006"],
        &["minutes", "2026-11-26"],
    ] {
        let masked: Vec<&str> = order.iter().copied().chain(["--mask", "--format", "html"]).collect();
        let said = String::from_utf8(run(home, &masked).1).unwrap();
        assert!(!said.contains("Testart") && !said.contains("Caron") && !said.contains("H. B."), "{order:?}: {said}");
    }
    let (code, _, complaint) = run(home, &["sheet", "LN-2026-006", "--identity"]);
    assert!(code == 3 && complaint.contains("--identities"), "{complaint}");
}

#[cfg(unix)]
#[test]
fn an_identity_that_is_asked_for_is_printed_and_written_into_the_access_log() {
    use std::os::unix::fs::PermissionsExt;
    let home = decided();
    let home = home.path();
    let who = home.join("who.yaml");
    fs::write(&who, regards::text::identities_example(regards::text::Lang::Fr)).unwrap();
    fs::set_permissions(&who, fs::Permissions::from_mode(0o600)).unwrap();
    let asked = ["sheet", "LN-2026-006", "--identities", who.to_str().unwrap()];
    let plain = String::from_utf8(run(home, &asked).1).unwrap();
    assert!(!plain.contains("FICTIVE"), "the pseudonym alone, unless it is asked for: {plain}");
    let named: Vec<&str> = asked.into_iter().chain(["--identity"]).collect();
    let (code, said, complaint) = run(home, &named);
    let said = String::from_utf8(said).unwrap();
    assert!(code == 0 && said.contains("FICTIVE Exemple Anne"), "{said}{complaint}");
    let log = String::from_utf8(run(home, &["access", "--format", "json"]).1).unwrap();
    assert!(log.contains("identity-shown") && log.contains("exported") && !log.contains("FICTIVE"), "{log}");
    let masked: Vec<&str> = named.into_iter().chain(["--mask"]).collect();
    assert_eq!(run(home, &masked).0, 3, "a session that hides names prints none");
}
