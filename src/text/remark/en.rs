use super::{Advice, FEW, Slip, both_readings, flaw_en, identity, in_one_piece, keys, listed, number_and_unit, say};
use crate::domain::{Objection, Refusal};
use crate::read::{Kind, Problem};

pub(super) fn problem(problem: &Problem) -> Advice {
    match problem {
        Problem::Unreadable { message } => unreadable(message),
        Problem::NotAFile { folder: true } => {
            say("This is a folder with the name of a YAML file.", "Rename it, or name the files inside it.")
        }
        Problem::NotAFile { folder: false } => say(
            "This is not an ordinary file but a pipe, a socket or a device.",
            "Take it out of the folder, or make it a text file.",
        ),
        Problem::Encoding { found } if found == "binary" => {
            say("This file is not text.", "Check that it is the right file; a case file is text in UTF-8.")
        }
        Problem::Encoding { found } => say(
            format!("The file is encoded in {found}."),
            "Save it as UTF-8: choose the encoding UTF-8 under \"Save as\".",
        ),
        Problem::TooLarge { bytes, most } => say(
            format!("The file has {bytes} bytes; a case file has at most {most}."),
            "Check that it is the right file.",
        ),
        Problem::TooDeep => say(
            "Lists or keys are nested deeper than any case needs.",
            "Check the brackets, the braces and the indentation of this line.",
        ),
        Problem::Repetition => say(
            "YAML aliases (`*name`) repeat the same text without end, or far too often.",
            "Write the values themselves, without `&` and `*`.",
        ),
        Problem::Tag => say("YAML tags (`!name`) are not used here.", "Remove the `!` and the word behind it."),
        Problem::Quotation => say(
            "The text that opens with this quote does not end where it should.",
            "Close it on the same line; inside it, write \\\" between double quotes, '' between single ones.",
        ),
        Problem::Syntax { message } => syntax(message),
        Problem::ManyDocuments => {
            say("The file holds more than one document.", "Write one case per file: remove this `---`.")
        }
        Problem::EmptyFile => {
            say("The file says nothing.", "`regards new` writes a case to fill in, with a comment on each line.")
        }
        Problem::Tab => say("A tab is used to indent.", "Replace it with spaces, two for each level."),
        Problem::ControlCharacter => say(
            "An invisible character that commands the terminal or turns the text round is hidden here.",
            "Delete it, if need be by typing the text again.",
        ),
        Problem::Notation { written } => say(
            format!("`{written}` is easily misread."),
            "Write it in ordinary digits, like 64 or 1.2, or in quotes if it is a text.",
        ),
        Problem::DecimalComma { written, meant } => decimal_comma(written, meant.as_deref()),
        Problem::UnknownKey { key, .. } if key == "<<" => {
            say("Merging of keys (`<<`) is not used here.", "Write the keys and their values themselves.")
        }
        Problem::UnknownKey { key, known, nearest } => {
            say(format!("`{key}` is not a key in this place."), instead(known, nearest.as_deref()))
        }
        Problem::Identity { key } => say(
            format!("`{key}` would identify the person; a case file carries an alias only."),
            "Remove the key. Identity belongs in a separate mapping file, which is never projected.",
        ),
        Problem::MissingKey { key } => {
            say(format!("`{key}` is missing and must be here."), format!("Add `{key}:` with its value."))
        }
        Problem::DuplicateKey { key, first_line } => {
            say(format!("`{key}` is written twice; the first is on line {first_line}."), "Keep one of them.")
        }
        Problem::UnknownWord { written, known, nearest } => {
            say(format!("`{written}` is not in the list."), instead(known, nearest.as_deref()))
        }
        Problem::WrongKind { found, expected } => wrong_kind(*found, *expected),
        Problem::Refused(cause) => refusal(cause),
        Problem::Objected(cause) => objection(cause),
        Problem::Flawed(flaw) => flaw_en::flaw(flaw),
        Problem::Misidentified(flaw) => identity::en(flaw),
        Problem::Keyed(flaw) => keys::en(flaw),
        Problem::Other { message } => {
            say(format!("This value cannot be read: {message}."), "Compare it with the one of a shipped case.")
        }
    }
}

fn unreadable(message: &str) -> Advice {
    if message.contains("No such file") {
        return say("There is no such file or folder.", "Check its name and where it lies.");
    }
    if message.contains("ermission denied") {
        return say("The system refuses to read this file.", "Check that you may read it.");
    }
    say(format!("The system could not read the file: {message}."), "Check the file and the disk.")
}

fn decimal_comma(written: &str, meant: Option<&str>) -> Advice {
    let hint = match meant {
        Some(meant) => format!("Write `{meant}` with a point, or `\"{written}\"` in quotes."),
        None => readings(written),
    };
    say(format!("Inside braces, the comma of `{written}` parts two entries."), hint)
}

fn readings(written: &str) -> String {
    let (decimals, thousands) = both_readings(written);
    format!("Write `{decimals}` or `{thousands}`, whichever is true.")
}

fn syntax(message: &str) -> Advice {
    match Slip::of(message) {
        Slip::ColonInText => say(
            "A colon followed by a space makes a key of this text.",
            "Put the whole text in quotes, or check the indentation of the line.",
        ),
        Slip::NoColon => say(
            "This line does not have the form `key: value`.",
            "Put a colon and a space behind the key, like `ptga: 64`.",
        ),
        Slip::NotClosed => say(
            "A bracket or brace stays open, or a comma is missing.",
            "Close each `[` with `]` and each `{` with `}`, and part the entries with `, `.",
        ),
        Slip::ListInLine => {
            say("A list begins in the middle of a line.", "Begin a new line before the first `- `, or write `[a, b]`.")
        }
        Slip::Indentation => say(
            "This line is not indented like its neighbours.",
            "Begin the keys of one level in the same column, with spaces.",
        ),
        Slip::UnknownAlias => say(
            "`*` refers to a text that is defined nowhere.",
            "Write the value itself; if it is a text, put it in quotes.",
        ),
        Slip::Escape => say(
            "The backslash `\\` has a meaning of its own between double quotes.",
            "Write `\\\\`, or put the text between single quotes.",
        ),
        Slip::Character => {
            say("A value cannot begin with this character.", "Put the text in quotes, or replace the tab with spaces.")
        }
        Slip::NoValue => say(
            "Inside braces, a colon is not followed by a space and a value.",
            "Write a value, `unknown`, or remove the key.",
        ),
        Slip::KeyNotAWord => say("A key is a word, not a list.", "Write `key: value`."),
        Slip::Other => say(
            format!("This is not YAML ({message})."),
            "Check the indentation, the colons and the quotes of this line and the one above.",
        ),
    }
}

pub(super) fn instead(known: &[String], nearest: Option<&str>) -> String {
    let (list, more) = listed(known);
    let other = if known.iter().any(|word| word == "other") { " If none fits: `other`." } else { "" };
    match (nearest, more) {
        (Some(nearest), false) if known.len() <= FEW => format!("Did you mean `{nearest}`? Expected: {list}."),
        (Some(nearest), _) => format!("Did you mean `{nearest}`?"),
        (None, false) => format!("Expected: {list}."),
        (None, true) => format!("Expected: {list}, … (`regards schema` gives the whole list).{other}"),
    }
}

fn wrong_kind(found: Kind, expected: Kind) -> Advice {
    let kind = |kind| match kind {
        Kind::Empty => "nothing",
        Kind::Scalar => "a single value",
        Kind::List => "a list",
        Kind::Map => "keys with values",
    };
    let hint = match (found, expected) {
        (Kind::Empty, Kind::List) => "Write the entries in brackets, `unknown`, or remove the key.",
        (Kind::Empty, Kind::Map) => "Write its keys below, indented, or remove the key.",
        (Kind::Empty, _) => "Write a value, `unknown`, or remove the key.",
        (Kind::Scalar, Kind::List) => "Put it in brackets, even when it is alone: `[value]`.",
        (Kind::Map, Kind::List) => "Begin each entry with a dash and a space, `- `.",
        (_, Kind::Map) => "Write `key: value`, one to a line, or all of them in braces.",
        _ => "Write one value only, on the line of its key.",
    };
    let sentence = match found {
        Kind::Empty => format!("Nothing is written where {} must stand.", kind(expected)),
        _ => format!("Found {} where {} must stand.", kind(found), kind(expected)),
    };
    say(sentence, hint)
}

pub(super) fn refusal(refusal: &Refusal) -> Advice {
    match refusal {
        Refusal::UnitMissing { quantity, units } => say(
            format!("`{quantity}` has no unit."),
            format!("Write the unit behind the number; accepted units: {}.", units.join(", ")),
        ),
        Refusal::UnitUnknown { quantity, unit, units } => {
            say(format!("`{unit}` is not a unit of `{quantity}`."), format!("Accepted units: {}.", units.join(", ")))
        }
        Refusal::NotANumber { written } => {
            say(format!("`{written}` is not a number."), "Write it like 98 or 1.6, or `unknown` when it is not known.")
        }
        Refusal::Comparison { written } => say(
            format!("`{written}` is a comparison, not a value."),
            "Below the limit of detection, write the limit itself if the meeting may read it so, else `unknown`.",
        ),
        Refusal::Spaced { written } => say(
            format!("`{written}` is a number in pieces."),
            format!("Write all its digits together: `{}`.", in_one_piece(written)),
        ),
        Refusal::Ambiguous { written } => {
            say(format!("`{written}` can be read two ways: the comma parts decimals or thousands."), readings(written))
        }
        Refusal::UpsideDown { written } => say(
            format!("`{written}`: the diastolic is not below the systolic."),
            "Write the systolic first, like 122/76 mmHg.",
        ),
        Refusal::Impossible { quantity, written, least, most } => say(
            format!("`{quantity}` cannot be {written}."),
            format!(
                "It lies between {least} and {most}; check {}.",
                number_and_unit(least, "the number", "the number and its unit")
            ),
        ),
        Refusal::Form { written, form } if form.starts_with("11 ") => say(
            format!("The EPICES questionnaire has 11 answers; here are {written}."),
            "Write the 11 answers in order, each yes or no.",
        ),
        Refusal::Form { written, form: expected } => {
            say(format!("`{written}` is not of the form expected."), format!("Write {}.", form(expected)))
        }
        Refusal::CheckDigits { written } => say(
            format!("The key of `{written}` is not that of its digits."),
            "Check every digit against the document, the key included.",
        ),
        Refusal::TooLong { most, length } => {
            say(format!("The text has {length} characters; at most {most} fit."), "Shorten it.")
        }
        Refusal::Empty => say("Nothing is written here.", "Write a text between the quotes."),
        Refusal::Format { written, read } => say(
            format!("The file is of format {written}; this program reads format {read}."),
            "Write `format: 1`, or read the file with the program that wrote it.",
        ),
        Refusal::NoEntry => say("This list is empty and needs at least one entry.", "Add an entry, or remove the key."),
    }
}

/// The forms that the domain asks for, as something to write.
fn form(form: &str) -> &str {
    match form {
        "YYYY-MM-DD" => "a date that exists, YYYY-MM-DD, like 2026-02-10",
        "never, YYYY-MM or YYYY-MM-DD" => "never, or a date YYYY-MM or YYYY-MM-DD",
        "YYYY-MM or YYYY-MM-DD" => "YYYY-MM or YYYY-MM-DD, like 2026-02",
        "13055, 2A004" => "the INSEE code, 5 characters, like 13055, 2A004, or 99350 for a country",
        "13 characters and 2 digits" => "the 13 characters of the number, then the 2 digits of its key",
        "11 × yes/no" => "the 11 answers, each yes or no",
        "0…255" => "a whole number from 0 to 255",
        "0…65535" => "a whole number from 0 to 65535",
        "0…" => "a whole number, 0 or more",
        other => other,
    }
}

pub(super) fn objection(objection: &Objection) -> Advice {
    match objection {
        Objection::Future { date } => say(format!("{date} lies in the future."), "Check the year."),
        Objection::BiopsyOutOfOrder { above } => {
            say(format!("This biopsy is dated before the one above it ({above})."), "Write the biopsies oldest first.")
        }
        Objection::OutOfOrder { above } => say(
            format!("This entry is dated before the one above it ({above})."),
            "Check the date; the series will be read in order of date.",
        ),
        Objection::StepOutOfOrder { above } => say(
            format!("This step does not begin after the one above it ({above})."),
            "Write the steps in order, one a day at most.",
        ),
        Objection::EndsBeforeItBegins { from } => {
            say(format!("The end comes before the beginning ({from})."), "Check both dates.")
        }
        Objection::BeforeBirth => say("This date lies before the birth.", "Check both dates."),
        Objection::NoClass => say("This biopsy has no class.", "Write for example `class: [III, V]`."),
        Objection::NameOfOtherDrug => say("`drug: other` does not say which drug.", "Add its name: `name: …`."),
        Objection::RuleOfRecord => say(
            "`mode: record` does not say which rule it relies on.",
            "Add `rule:` with the name of the standard-of-care rule.",
        ),
        Objection::PresentAndNotAssessed { item } => {
            say(format!("`{item}` is both present and not assessed."), "Keep it in one of the two lists only.")
        }
        Objection::ItemInTwoLists { item, first, second } => say(
            format!("`{item}` is in `{first}` and in `{second}`."),
            "Keep it in one of the two lists only: active, damage, another cause or not assessed.",
        ),
        Objection::NoAge => say(
            "Neither birth month nor age is given: what depends on age cannot be said.",
            "Add `born: YYYY-MM` or `age:` to `patient`.",
        ),
        Objection::PregnancyOfAMan => say("A pregnancy is recorded for a man.", "Check `sex` and `pregnancy`."),
        Objection::Improbable { quantity, written, least, most } => say(
            format!("`{quantity}: {written}` is improbable."),
            format!("Usually between {least} and {most}; check the number and its unit."),
        ),
    }
}
