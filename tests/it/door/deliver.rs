//! A file is written whole or not at all.

use std::fs;
use std::io;

use regards::cli::deliver;

#[test]
fn a_file_is_put_in_its_place_whole() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("a.csv");
    deliver(&to, false, |out| out.write_all(b"one")).unwrap();
    assert_eq!(fs::read(&to).unwrap(), b"one");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&to).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_write_that_stops_leaves_nothing_and_what_was_there_stays() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("a.csv");
    fs::write(&to, "before").unwrap();
    let stopped = deliver(&to, true, |out| {
        out.write_all(b"half")?;
        Err(io::ErrorKind::Interrupted.into())
    });
    assert_eq!(stopped.unwrap_err().kind(), io::ErrorKind::Interrupted);
    assert_eq!(fs::read_to_string(&to).unwrap(), "before");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_stands_there_is_replaced_only_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("a.csv");
    fs::write(&to, "before").unwrap();
    let refused = deliver(&to, false, |out| out.write_all(b"after"));
    assert_eq!(refused.unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read_to_string(&to).unwrap(), "before");
    deliver(&to, true, |out| out.write_all(b"after")).unwrap();
    assert_eq!(fs::read_to_string(&to).unwrap(), "after");
}
