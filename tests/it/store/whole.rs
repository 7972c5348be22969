use std::fs;
use std::io::{self, Write};
use std::path::Path;

use regards::store::{StoreError, write_whole};

fn write(to: &Path, replaces: bool, text: &str) -> Result<(), StoreError> {
    write_whole(to, replaces, &|out: &mut dyn Write| out.write_all(text.as_bytes()))
}

pub(super) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_is_new_or_replaced_only_where_that_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("fiche.html");
    write(&file, false, "une").unwrap();
    assert!(matches!(write(&file, false, "deux"), Err(StoreError::AlreadyThere(_))));
    assert_eq!(fs::read_to_string(&file).unwrap(), "une");
    write(&file, true, "trois").unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), "trois");
    assert_eq!(names(folder.path()), ["fiche.html"]);
}

#[test]
fn what_fails_half_way_leaves_nothing_and_harms_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("export.csv");
    let fails = |out: &mut dyn Write| {
        out.write_all(b"half")?;
        Err(io::Error::from(io::ErrorKind::StorageFull))
    };
    assert!(matches!(write_whole(&file, false, &fails), Err(StoreError::DiskFull)));
    assert!(names(folder.path()).is_empty());
    write(&file, false, "whole").unwrap();
    assert!(matches!(write_whole(&file, true, &fails), Err(StoreError::DiskFull)));
    assert_eq!((names(folder.path()), fs::read_to_string(&file).unwrap()), (vec!["export.csv".into()], "whole".into()));
}

#[test]
fn a_folder_or_a_missing_one_is_said() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(write(folder.path(), true, ""), Err(StoreError::IsAFolder(_))));
    assert!(matches!(write(&folder.path().join("no/such.csv"), false, ""), Err(StoreError::FolderMissing(_))));
}

#[cfg(unix)]
#[test]
fn rights_are_the_owners_alone_or_stay_and_a_link_or_a_device_stays_one() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("real.txt"), folder.path().join("link.txt"));
    write(&file, false, "one").unwrap();
    let rights = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(rights(&file), 0o600);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&file, &link).unwrap();
    write(&link, true, "two").unwrap();
    assert_eq!((fs::read_to_string(&file).unwrap(), rights(&file)), ("two".into(), 0o640));
    assert!(link.is_symlink());
    assert!(matches!(write(Path::new("/dev/null"), true, ""), Err(StoreError::AlreadyThere(_))));
}
