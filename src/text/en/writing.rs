use crate::text::WritingWords;

pub(super) const WRITING: WritingWords = WritingWords {
    written: "Case file written.",
    changed: "The case file changed on disk since it was read: nothing was written to it. Read the case again and try again.",
    session: "Read only (--read-only): the case file stays as it is. Start without --read-only to write.",
    disk_full: "The disk is full: the case file stays as it is. Free some space and try again.",
    gone: |path| {
        format!(
            "{path} is no longer there: nothing was written. Put the file back, or go back to the queue, and try again."
        )
    },
    permission: |path| {
        format!(
            "No permission on {path}: nothing was written. Ask its owner for the right to write the file and its folder."
        )
    },
    read_only: |path| format!("{path} is read-only: nothing was written. Make the file writable and try again."),
    disk: |path, why| {
        format!(
            "{path} could not be written ({why}) and stays as it is. Check the disk or the network drive, then try again."
        )
    },
};
