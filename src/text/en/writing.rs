use crate::text::WritingWords;

pub(super) const WRITING: WritingWords = WritingWords {
    written: "Case file written.",
    changed: "The case file changed on disk since it was read: nothing was written to it. Read the case again and try again.",
    session: "Read only (--read-only): the case file stays as it is. Start without --read-only to write.",
    disk_full: "The disk is full: the case file stays as it is. Free some space and try again.",
    not_written: "Nothing is written: add --write to write these lines to the file.",
    unchanged: "The file says so already: nothing to write.",
    nothing_told: "No score is given: give one with --present, --absent, --not-assessed, --pga or --ptga.",
    not_understood: "The way the file is laid out does not let it be edited safely: it stays as it is.",
    twice: "Two entries of the file have this date or name: it stays as it is. Keep one of them.",
    would_harm: "The edit would change something else or lose a comment: the file stays as it is.",
    by_hand: "To write by hand:",
    told_twice: |item| format!("`{item}` is given twice: give it as present, absent or not assessed."),
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
