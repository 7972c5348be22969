//! The table of keys as a whole.

use regards::app::{Binding, bindings};

/// Two commands on one key would make the second one a key that does nothing.
#[test]
fn no_key_means_two_things_in_one_place() {
    let all = bindings();
    for (at, one) in all.iter().enumerate() {
        let same = |other: &&Binding| {
            other.place == one.place && other.key == one.key && other.ctrl == one.ctrl && other.shift == one.shift
        };
        let twice = all.iter().skip(at + 1).find(same);
        assert!(twice.is_none(), "{:?} {:?}: {:?} and {:?}", one.place, one.key, one.command, twice.map(|b| b.command));
    }
}
