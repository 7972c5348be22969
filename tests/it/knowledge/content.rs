//! The content files are whole: they parse, they name only what exists, they answer every row or declare their silence.

use regards::knowledge::Guideline;
use regards::read;

#[test]
fn guideline_files_parse_and_ask_only_what_facts_can_answer() {
    for path in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/knowledge/guidelines")).unwrap() {
        let path = path.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let guideline: Guideline = read::trusted(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for statement in &guideline.statements {
            let faults = statement.when.faults();
            assert!(faults.is_empty(), "{} {}: {}", guideline.id, statement.id, faults.join("; "));
        }
    }
}
