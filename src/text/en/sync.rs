use super::plural;
use crate::text::SyncWords;

pub(super) const SYNC: SyncWords = SyncWords {
    masked: "--mask cannot hide what a journal holds word by word: leave it out, or export CSV or JSON",
    not_a_centre: |written| {
        format!(
            "`{written}` is no name of a centre: small letters a to z, digits, and hyphens between them, e.g. marseille or chu-lyon"
        )
    },
    unnamed: "this database has no centre's name yet: give one with --centre, e.g. --centre marseille; it is recorded once and for good",
    named_otherwise: |known| format!("this database is that of {known}: leave --centre out, or give that name"),
    past_the_end: |last| format!("the journal goes to entry {last}: give --since {last}, or less"),
    sent: |n, centre, to| format!("{} of {centre} written to {to}", plural(n, "entry", "entries")),
    nothing_new: |centre, last| format!("nothing of {centre} after entry {last}"),
    carries: "It carries health data: cases under their numbers and pseudonyms, as they were decided upon, with what was typed; names of professionals. It carries no identities, no drafts, no access log.",
    script: |n, to| format!("{} written to {to}, for PostgreSQL", plural(n, "entry", "entries")),
    archive_missing: |path| {
        format!("There is no shared archive at {path}: check the path, or make it with `regards sync import`.")
    },
    not_an_archive: |path| {
        format!("{path} is a database, but no shared archive: give another path. Nothing was changed.")
    },
    newer_archive: |found, known| {
        format!(
            "This shared archive has format {found}, this program knows up to {known}: use the newer program that wrote it. Nothing was changed."
        )
    },
    taking: "Taking in",
    took: |new, known| format!("{} taken, {} known already", plural(new, "entry", "entries"), known),
    refused: "nothing taken",
    unreadable: |why| format!("it cannot be read ({why}): check the path and the rights"),
    not_a_journal: "it is no journal of a centre: give a file that `regards sync export` wrote",
    newer: |found, known| {
        format!(
            "it has form {found}, this program knows up to {known}: take it with the newer version of the program, for every centre"
        )
    },
    broken: |line| format!("line {line} is no entry of a journal: have the file sent again"),
    changed: |seq| {
        format!("entry {seq} does not hold in the chain, the file was changed on its way: have it sent again")
    },
    cut: |last, found| {
        format!(
            "it says that it ends with entry {last} and ends with {found}, it was cut on its way: have it sent again"
        )
    },
    gap: |from, to| {
        let missing = if from == to { format!("entry {from} is") } else { format!("entries {from} to {to} are") };
        format!("{missing} missing before it: ask the centre for an export with --since {}", from - 1)
    },
    fork: |seq| {
        format!(
            "entry {seq} is another than the one in the archive: the centre restored or rewrote its journal; ask it which one is true, `regards verify --head` with the archive's hash tells it where they part"
        )
    },
    other_centre: |named| format!("its journal is that of {named}, not of the centre it names: ask who sent it"),
    twin: |centre| {
        format!("the archive has the same entries as those of {centre}: one journal has one name, ask who sent it")
    },
    not_reached: "the work ended before it: name it again",
    ended: "stopped: the files that were taken before stay taken, the others can be named again",
    centre: |centre, events, head| {
        format!("{centre}: {}, the last with the hash {head}", plural(events, "entry", "entries"))
    },
    sound: "Every chain is whole.",
    not_sound: "The archive is not sound. Keep it as it is and make another one from the centres' files.",
    empty: "The archive has no journal yet.",
};
