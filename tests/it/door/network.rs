//! The program speaks to nobody: what could open a socket, or look a name up, is not even linked.

use std::process::Command;

/// What a program calls to reach another machine, or to be reached; a pair of its own ends is none of them.
const REACHES: [&str; 8] = ["socket", "connect", "bind", "listen", "accept", "accept4", "getaddrinfo", "gethostbyname"];

#[cfg(target_os = "linux")]
#[test]
fn the_program_imports_nothing_that_reaches_a_network() {
    let program = assert_cmd::cargo::cargo_bin("regards");
    let output = Command::new("nm").arg("-D").arg("--undefined-only").arg(&program).output().unwrap();
    let listed = String::from_utf8(output.stdout).unwrap();
    let imported: Vec<&str> =
        listed.split_whitespace().filter_map(|word| word.split('@').next()).filter(|word| word.len() > 1).collect();
    assert!(imported.contains(&"malloc"), "the list is one of this program: {listed}");
    let reaching: Vec<&&str> = REACHES.iter().filter(|name| imported.contains(name)).collect();
    assert!(reaching.is_empty(), "{reaching:?}");
}
