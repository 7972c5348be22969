//! `regards new`: a commented case file to start from.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use super::aside;
use crate::domain::CaseId;
use crate::text::{Lang, advice_on_refusal, skeleton, visible};

/// Writes a skeleton of a case to a new file, or prints it. Exit codes: 0; 2 where the number cannot be one of a case;
/// 3 where the file is there already or cannot be written.
///
/// # Errors
/// When the output cannot be written.
pub fn new(case: &str, file: Option<&Path>, lang: Lang, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let case: CaseId = match case.parse() {
        Ok(case) => case,
        Err(refusal) => {
            aside(err, &visible(&advice_on_refusal(lang, &refusal).whole()))?;
            return Ok(2);
        }
    };
    let text = skeleton(lang, &case);
    let Some(file) = file else {
        out.write_all(text.as_bytes())?;
        return Ok(0);
    };
    // Somebody's case may lie there: only the system can say so without a gap between asking and writing.
    match create(file).and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => Ok(0),
        Err(error) => {
            aside(err, &refused(lang, file, &error))?;
            Ok(3)
        }
    }
}

/// A file that was not there, which others than its owner and group never read: the case of a patient, if a pseudonymous one.
pub(super) fn create(file: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o660);
    options.open(file)
}

fn refused(lang: Lang, file: &Path, error: &io::Error) -> String {
    let name = file.to_string_lossy();
    let name = visible(&name);
    match (lang, error.kind() == io::ErrorKind::AlreadyExists) {
        (Lang::Fr, true) => format!("{name} existe déjà et reste tel quel. Donner un autre nom avec -o."),
        (Lang::En, true) => format!("{name} is there already and stays as it is. Give another name with -o."),
        (Lang::Fr, false) => {
            format!(
                "{name} ne peut pas être écrit ({error}). Vérifier que le répertoire existe et qu'on peut y écrire."
            )
        }
        (Lang::En, false) => {
            format!("{name} cannot be written ({error}). Check that the folder exists and that you may write there.")
        }
    }
}
