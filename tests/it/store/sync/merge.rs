use super::*;

#[test]
fn three_centres_in_any_order_give_one_archive() {
    let network = Network::new();
    let files = ["marseille", "chu-lyon", "nice2"].map(|name| network.journal(name));
    let mut seen: Option<Vec<String>> = None;
    for (number, order) in orders(&files).iter().enumerate() {
        let order: Vec<&Path> = order.iter().map(PathBuf::as_path).collect();
        let (at_once, apart) = (network.at(&format!("{number}.sqlite")), network.at(&format!("{number}-apart.sqlite")));
        for taken in take(&at_once, &order) {
            assert!(matches!(taken.result, Ok((15.., 0))), "{taken:?}");
        }
        for file in &order {
            take(&apart, &[file]);
        }
        let held = contents(&Connection::open(&at_once).unwrap());
        assert_eq!(held, contents(&Connection::open(&apart).unwrap()));
        assert_eq!(*seen.get_or_insert_with(|| held.clone()), held, "order {number}");
        // Once more changes nothing.
        for taken in take(&at_once, &order) {
            assert!(matches!(taken.result, Ok((0, 15..))), "{taken:?}");
        }
        assert_eq!(contents(&Connection::open(&at_once).unwrap()), held);
        let verified = SharedArchive::open_read_only(&at_once).unwrap().verify(&mut ()).unwrap();
        assert!(verified.is_sound(), "{verified:?}");
    }
}

#[test]
fn increments_in_any_order_give_the_same_archive() {
    let network = Network::new();
    let mut files = Vec::new();
    let mut whole = Vec::new();
    for name in ["marseille", "lyon"] {
        let mut ledger = network.ledger(name);
        files.push(network.sent(&ledger, 0, &format!("{name}-1.jsonl")));
        let first = ledger.verify().unwrap().events.cast_signed();
        decide(&mut ledger, "LN-8");
        decide(&mut ledger, "LN-9");
        // They overlap: what is known is compared.
        files.push(network.sent(&ledger, first - 1, &format!("{name}-2.jsonl")));
        whole.push(network.sent(&ledger, 0, &format!("{name}.jsonl")));
    }
    take(&network.at("whole.sqlite"), &[&whole[0], &whole[1]]);
    let expected = contents(&Connection::open(network.at("whole.sqlite")).unwrap());
    for (number, order) in orders(&files).iter().enumerate() {
        let archive = network.at(&format!("{number}.sqlite"));
        let order: Vec<&Path> = order.iter().map(PathBuf::as_path).collect();
        assert!(take(&archive, &order).iter().all(|taken| taken.result.is_ok()), "order {number}");
        assert_eq!(contents(&Connection::open(&archive).unwrap()), expected, "order {number}");
    }
    // One by one, in every order that a centre could send them.
    for (number, order) in orders(&files).iter().enumerate() {
        let place = |file: &PathBuf| order.iter().position(|other| other == file);
        if place(&files[0]) > place(&files[1]) || place(&files[2]) > place(&files[3]) {
            continue;
        }
        let archive = network.at(&format!("{number}-apart.sqlite"));
        for file in order {
            assert!(take(&archive, &[file]).iter().all(|taken| taken.result.is_ok()));
        }
        assert_eq!(contents(&Connection::open(&archive).unwrap()), expected, "order {number}");
    }
}

#[test]
fn nothing_new_is_no_fault() {
    let network = Network::new();
    let ledger = network.ledger("lyon");
    let last = ledger.verify().unwrap().events.cast_signed();
    let nothing = network.sent(&ledger, last, "nothing.jsonl");
    assert_eq!(std::fs::read_to_string(&nothing).unwrap().lines().count(), 1);
    let all = network.sent(&ledger, 0, "all.jsonl");
    let results: Vec<_> = network.take(&[&nothing, &all]).into_iter().map(|taken| taken.result).collect();
    assert_eq!(results, [Ok((0, 0)), Ok((last.unsigned_abs(), 0))]);
}

/// The views of the archive say of a centre what its own ledger says.
#[test]
fn an_archive_reads_as_the_ledgers_it_was_made_of() {
    let network = Network::new();
    let (one, mut other) = (network.ledger("marseille"), network.ledger("lyon"));
    let id = other.recent(1, None).unwrap()[0].id;
    let mut amending = super::super::amending("LN-1", id, "troisième choix, « l'autre »\n\\ $$ ☂");
    amending.decision.concordance[0].statements.clear();
    amending.decision.lines.clear();
    other.lock(&amending, None, &by("Dr O'Brien", 60)).unwrap();
    let files = [network.sent(&one, 0, "m.jsonl"), network.sent(&other, 0, "l.jsonl")];
    network.take(&[&files[0], &files[1]]);
    let archive = network.archive();
    for view in ["decisions", "decision_history", "decision_lines", "concordance", "postponements"] {
        let columns = columns(one.connection(), view);
        assert_eq!(super::merge::columns(&archive, view), [&["centre".to_owned()][..], &columns].concat(), "{view}");
        for (name, ledger) in [("marseille", &one), ("lyon", &other)] {
            let own = rows_of(ledger.connection(), view, "*");
            let of_centre = format!("(SELECT {} FROM {view} WHERE centre = '{name}')", columns.join(", "));
            let here = rows_of(&archive, &of_centre, "*");
            let said =
                |rows: &[String]| rows.iter().map(|row| row.split_once(": ").unwrap().1.to_owned()).collect::<Vec<_>>();
            assert!(!own.is_empty(), "{view}");
            assert_eq!(said(&here), said(&own), "{view} of {name}");
        }
    }
    // The same case number at both: two cases.
    let cases = rows_of(&archive, "decisions WHERE case_id = 'LN-1'", "centre, case_id, version");
    assert_eq!(cases.len(), 2, "{cases:?}");
    let heads = SharedArchive::open_read_only(&network.at("archive.sqlite")).unwrap().centres().unwrap();
    assert_eq!(heads[0].head, other.verify().unwrap().head);
    assert_eq!(heads[1].head, one.verify().unwrap().head);
}

pub(super) fn columns(connection: &Connection, view: &str) -> Vec<String> {
    let select = connection.prepare(&format!("SELECT * FROM {view}")).unwrap();
    select.column_names().iter().map(ToString::to_string).collect()
}

#[test]
fn an_archive_only_grows() {
    let network = Network::new();
    network.take(&[&network.journal("lyon")]);
    let archive = network.archive();
    let before = contents(&archive);
    let copied = "INSERT OR REPLACE INTO event (centre, seq, id, at, actor, case_id, kind, payload, prev_hash, hash)";
    for change in [
        "UPDATE event SET actor = 'X'".to_owned(),
        "DELETE FROM event".to_owned(),
        format!("{copied} SELECT centre, seq, id, at, 'X', case_id, kind, payload, prev_hash, hash FROM event"),
        format!("{copied} SELECT 'nice', 1, id, at, 'X', case_id, kind, payload, prev_hash, hash FROM event LIMIT 1"),
        format!(
            "{copied} SELECT 'nice', 2, 'new', at, 'X', case_id, kind, payload, prev_hash, 'new' FROM event LIMIT 1"
        ),
    ] {
        let refused = archive.execute_batch(&change).unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{change}: {refused}");
    }
    assert_eq!(contents(&archive), before);
}

#[test]
fn what_was_changed_in_an_archive_is_found() {
    let network = Network::new();
    network.take(&[&network.journal("lyon"), &network.journal("nice")]);
    network
        .archive()
        .execute_batch("DROP TRIGGER event_no_update; UPDATE event SET actor = 'X' WHERE centre = 'nice' AND seq = 2")
        .unwrap();
    let verified = SharedArchive::open_read_only(&network.at("archive.sqlite")).unwrap().verify(&mut ()).unwrap();
    assert!(!verified.is_sound());
    assert_eq!(
        verified.faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["trigger event_no_update is missing"]
    );
    assert_eq!((verified.centres[0].centre.as_str(), verified.centres[0].faults.len()), ("lyon", 0));
    let said = verified.centres[1].faults[0].to_string();
    assert!(said.starts_with("event 2 (") && said.contains("was changed after it was recorded"), "{said}");
}
