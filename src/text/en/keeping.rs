use super::plural;
use crate::text::KeepingWords;

pub(super) const KEEPING: KeepingWords = KeepingWords {
    unproven: |from| format!("From entry {from} on nothing is proven any more:"),
    entries: |n| plural(n, "entry", "entries"),
    acts: |kind, n| match kind {
        "decision-locked" => plural(n, "decision locked", "decisions locked"),
        "decision-amended" => plural(n, "amendment", "amendments"),
        "passage-postponed" => plural(n, "postponement", "postponements"),
        "agenda-ordered" => plural(n, "agenda order", "agenda orders"),
        "hypothesis-recorded" => plural(n, "hypothesis", "hypotheses"),
        "meeting-act" => plural(n, "act of a meeting", "acts of meetings"),
        "decision-act" => plural(n, "act after a decision", "acts after decisions"),
        "centre-named" => plural(n, "name of the centre", "names of the centre"),
        "access-purged" => plural(n, "purge of the access log", "purges of the access log"),
        other => plural(n, &format!("`{other}` entry"), &format!("`{other}` entries")),
    },
    decisions: "Decisions",
    cases: "Cases",
    meetings: "Meetings",
    and_others: |n| format!(" and {}", plural(n, "other", "others")),
    outside: "Outside the chain, so not proven: the access log, drafts, saved queries, what the room's screen shows.",
    head_found: |hash, seq, day, since| {
        let since = match since {
            0 => "no entry since".to_owned(),
            n => format!("{} since", plural(n, "entry", "entries")),
        };
        format!("Hash {hash} is that of entry {seq}, of {day}; {since}.")
    },
    head_lost: |hash| {
        format!(
            "No entry has the hash {hash}: the end of the journal was cut or rewritten, or this is another database."
        )
    },
    not_a_hash: |written| {
        format!("`{written}` is no hash: give 16 to 64 hexadecimal digits, as at the foot of the minutes.")
    },
    restored: "The database is restored.",
    would_restore: "If this copy took the database's place:",
    copy_sound: |events, format| format!("The copy is whole: {}, format {format}", plural(events, "entry", "entries")),
    copy_damaged: |events, format| {
        format!("The copy is damaged: {}, readable or not, format {format}", plural(events, "entry", "entries"))
    },
    nothing_there: "There is no database to replace",
    unreadable_there: |why| format!("The present database cannot be read: {why}"),
    shared: |seq| match seq {
        0 => "The copy and the present database have no entry in common".to_owned(),
        seq => format!("The copy and the present database are the same up to entry {seq}"),
    },
    nothing_lost: "The copy lacks no entry of the present database",
    lost: "Of the present database, the copy has not:",
    drafts_lost: |n| {
        plural(n, "draft of the present database is not in it", "drafts of the present database are not in it")
    },
    gained: |n| {
        plural(
            n,
            "entry of the copy is not in the present database",
            "entries of the copy are not in the present database",
        )
    },
    kept: |path| format!("The database before is kept at {path}."),
    dry_run: "Nothing was changed. Without --dry-run, the copy takes the database's place, and the present one is kept beside it.",
    in_use: "The database is open in another program: close it everywhere, then restore. Nothing was changed.",
    copy_not_sound: "The copy is not sound: restore another one, or this one with --even-if-damaged. Nothing was changed.",
    same_file: |path| format!("{path} is the database itself: name the copy that takes its place."),
    access_when: "When",
    access_who: "Who",
    access_did: "Did",
    access_what: "What",
    access_rows: |shown, total| match total {
        0 => "The access log is empty.".to_owned(),
        _ => format!("{} of {total}, the newest first; --limit shows more.", plural(shown, "row", "rows")),
    },
    access_old: |older, day, written| match older {
        0 => format!("No row is older than 12 months (before {day})."),
        n => format!(
            "{} older than 12 months (before {day}): `regards access --purge-before {written} --dry-run`, then without --dry-run.",
            plural(n, "row is", "rows are")
        ),
    },
    access_tried: |older, day| match older {
        0 => format!("No row is from before {day}: nothing to purge."),
        n => format!(
            "{} from before {day}: without --dry-run, the purge takes them away. Nothing was changed.",
            plural(n, "row is", "rows are")
        ),
    },
    access_purged: |older, day| match older {
        0 => format!("No row was from before {day}. The journal says that the purge was done."),
        n => format!("{} from before {day} taken away. The journal says so.", plural(n, "row", "rows")),
    },
    access_retention: "Retention proposed: 12 months. Sources differ (6 rolling months in the French public health code, 12 to 36 months for the CNIL): the institution chooses. Decisions are never purged.",
    looked: |code| match code {
        "opened-case" => "case opened",
        "opened-decision" => "decision opened",
        "searched" => "search",
        "exported" => "list or export",
        "identity-shown" => "identity shown",
        other => other,
    },
    not_logged: |why| format!("This look could not be written into the access log. {why}"),
};
