use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;

/// What was typed (`> `), and beneath it what each item is read as.
fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/shorthand/corpus.txt")
}

/// The lines of the corpus as they are typed.
pub(super) fn typed() -> Vec<String> {
    let text = fs::read_to_string(file()).unwrap();
    text.lines().filter_map(|line| line.strip_prefix("> ")).map(str::to_owned).collect()
}

/// `REGARDS_WRITE=1 cargo test shorthand` writes the readings anew, to be read by somebody who knows the drugs.
#[test]
fn every_line_of_the_corpus_reads_as_it_must() {
    let text = fs::read_to_string(file()).unwrap();
    let mut expected = String::new();
    for line in text.lines().filter(|line| !line.starts_with("  ")) {
        writeln!(expected, "{line}").unwrap();
        let Some(typed) = line.strip_prefix("> ") else { continue };
        for said in read(typed) {
            writeln!(expected, "  {}", noted(&said.item)).unwrap();
        }
    }
    if std::env::var_os("REGARDS_WRITE").is_some() {
        fs::write(file(), &expected).unwrap();
    }
    let differs = text.lines().zip(expected.lines()).find(|(is, must)| is != must);
    assert!(text == expected || std::env::var_os("REGARDS_WRITE").is_some(), "{differs:#?}");
}

#[test]
fn the_corpus_has_at_least_120_lines_two_thirds_of_them_french() {
    let text = fs::read_to_string(file()).unwrap();
    let (french, english) = text.split_once("# English").unwrap();
    let count = |part: &str| part.lines().filter(|line| line.starts_with("> ")).count();
    assert!(typed().len() >= 120, "{}", typed().len());
    assert!(count(french) * 3 >= typed().len() * 2, "{} {}", count(french), count(english));
}
