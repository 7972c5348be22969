//! A case file written anew: whole, with its rights, and never over a text that nobody read.

use std::fs;
use std::path::Path;

use regards::cli::{Rewritten, rewrite};
use regards::text::Lang;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_new_text_takes_the_place_of_the_old_one_and_nothing_is_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    fs::write(&path, "pga: 1\r\n").unwrap();
    assert_eq!(rewrite(&path, "pga: 1\r\n", "pga: 2\r\n", Lang::Fr), Ok(Rewritten::Done));
    assert_eq!(fs::read_to_string(&path).unwrap(), "pga: 2\r\n");
    assert_eq!(names(folder.path()), ["a.yaml"]);
}

#[test]
fn a_text_that_changed_meanwhile_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    fs::write(&path, "pga: 3\n").unwrap();
    assert_eq!(rewrite(&path, "pga: 1\n", "pga: 2\n", Lang::Fr), Ok(Rewritten::Changed));
    assert_eq!(fs::read_to_string(&path).unwrap(), "pga: 3\n");
    assert_eq!(names(folder.path()), ["a.yaml"]);
}

#[test]
fn a_file_that_is_gone_is_not_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    let sentence = rewrite(&path, "pga: 1\n", "pga: 2\n", Lang::En).unwrap_err();
    assert!(sentence.contains("a.yaml is no longer there: nothing was written."), "{sentence}");
    assert_eq!(names(folder.path()), [""; 0]);
}

#[cfg(unix)]
#[test]
fn the_rights_of_the_file_stay_and_what_is_read_only_is_not_written() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    let rights = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    fs::write(&path, "pga: 1\n").unwrap();
    rights(0o640);
    rewrite(&path, "pga: 1\n", "pga: 2\n", Lang::Fr).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    rights(0o440);
    let sentence = rewrite(&path, "pga: 2\n", "pga: 3\n", Lang::Fr).unwrap_err();
    assert!(sentence.contains("est en lecture seule\u{a0}: rien n'a été écrit."), "{sentence}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "pga: 2\n");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_what_it_leads_to_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (folder.path().join("real"), folder.path().join("a.yaml"));
    fs::create_dir(&real).unwrap();
    fs::write(real.join("b.yaml"), "pga: 1\n").unwrap();
    std::os::unix::fs::symlink("real/b.yaml", &link).unwrap();
    assert_eq!(rewrite(&link, "pga: 1\n", "pga: 2\n", Lang::Fr), Ok(Rewritten::Done));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(real.join("b.yaml")).unwrap(), "pga: 2\n");
    assert_eq!(names(&real), ["b.yaml"]);
}
