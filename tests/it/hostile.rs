//! What somebody could type, paste or send to have a program obey it: one corpus for every way out of the program.
//!
//! `store/hostile.rs` walks it from the ledger through every command and every export, `door/hostile.rs` from files of every
//! kind, `view/hostile.rs` over the screens, `report/documents.rs` through the documents.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// One of each kind; what is long is made by [`corpus`].
const SHORT: [&str; 66] = [
    // A terminal obeys these: clear, colours, title, clipboard, answers typed back, device control, application programs.
    "\u{1b}[2J\u{1b}[H poof",
    "\u{1b}[31mred\u{1b}[0m",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]52;c;cm0gLXJmIH4=\u{1b}\\",
    "\u{1b}]8;;http://x.invalid\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "\u{1b}[6n\u{1b}[c",
    "\u{1b}P$q\"p\u{1b}\\",
    "\u{1b}_Ga=T\u{1b}\\",
    "\u{1b}^private\u{1b}\\",
    "\u{1b}c\u{1b}#8\u{1b}(0",
    // The same in one byte of Latin-1.
    "\u{9b}2J",
    "\u{9d}0;title\u{9c}",
    "\u{90}q\u{9c}",
    "\u{85}next line",
    "\u{7}\u{8}\u{8}\u{8}\u{c}\u{b}\u{e}\u{f}\u{7f}",
    "nothing\u{0}after",
    "line\nline\r\nline\rover",
    "\tcell\tcell",
    // Reversed, isolated, unseen.
    "\u{202e}dlog\u{202c} g 2",
    "\u{202a}a\u{202b}b\u{202d}c",
    "\u{2066}a\u{2067}b\u{2068}c\u{2069}",
    "\u{200e}\u{200f}\u{61c}",
    "z\u{200b}e\u{200c}r\u{200d}o\u{2060}\u{feff}\u{ad}",
    "\u{e0041}\u{e0042}\u{fff9}a\u{fffa}b\u{fffb}",
    "line\u{2028}paragraph\u{2029}end",
    "مرحبا بالعالم 12 שלום",
    "مستشفى",
    // Letters that are not one cell.
    "👩‍👩‍👧‍👦 👩🏽‍⚕️ 🇫🇷🇫 ❤️",
    "\u{301}alone \u{20dd}\u{337}",
    "漢字かな交じり文",
    "𝒳\u{10ffff}\u{fffd}\u{fdd0}",
    "ﷺ ꧅",
    // A spreadsheet runs these.
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://x.invalid\",\"x\")",
    "+1+1",
    "-2+3",
    "@SUM(1+1)",
    " =1+1",
    "\r=1+1",
    "＝1+1",
    "\"quoted\",\"cell\"",
    ";semicolon;",
    // A database.
    "'; DROP TABLE regards.event; --",
    "\\'; DROP TABLE regards.event; --",
    "\\ \\\\ E'x' $$ $tag$ $regards$ :name :'name' \\! \\q \\copy",
    "%s %n {0} ${HOME} $(id) `id`",
    // Markup, programs in pages, templates.
    "</script><img src=x onerror=alert(1)>",
    "<script>alert(1)</script> ]]> </style> --> <!--",
    "\"><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "&amp; &lt; &#27; &nbsp; &",
    "{{7*7}} #{7*7} {% x %} <%= x %>",
    "# title\n- item\n\n| a | b |\n|---|---|",
    "[link](javascript:alert(1)) ![i](x) `code` *b* _i_ ~~s~~ ``` \\",
    "1. one\n2. two\n---\n***",
    // Other forms of paper.
    "(\\) endobj endstream >> stream",
    "\\end{document} \\input{x} $x$ % ~ ^ _",
    "<w:p/></w:t></w:document><?xml ?>",
    // YAML takes these for something else.
    "no",
    "~",
    "!!python/object:os.system",
    "*alias",
    "key: value # comment",
    "2026-02-30",
    "0x1F",
    " ",
];

/// A letter under so many marks that it draws over the lines around.
fn zalgo() -> String {
    format!("a{}", "\u{35f}\u{313}".repeat(200))
}

/// Everything: the short ones, a word without an end, a line of 100 kB, a heap of marks, and all of them in one.
pub fn corpus() -> Vec<String> {
    let mut all: Vec<String> = SHORT.iter().map(|one| (*one).to_owned()).collect();
    all.push(zalgo());
    all.push("é".repeat(700));
    all.push("mot ".repeat(25_000));
    all.push(in_one());
    all
}

/// All that is short in one text.
pub fn in_one() -> String {
    SHORT.concat()
}

/// What of it a terminal might obey, what turns it round, or what cannot be seen; none where it is harmless.
pub fn obeyed(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, c)| {
        (c.is_control() && *c != '\n')
            || matches!(c,
                '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
    })
}

/// The same as a sentence, with what stands before it.
pub fn fault(text: &str) -> Option<String> {
    obeyed(text).map(|(at, c)| {
        let before: Vec<char> = text[..at].chars().rev().take(60).collect();
        format!("{c:?} after {:?}", before.iter().rev().collect::<String>())
    })
}

/// Every text within a value, by its pointer.
fn texts(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(at.to_owned()),
        Value::Array(all) => {
            for (index, one) in all.iter().enumerate() {
                texts(one, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(all) => {
            for (key, one) in all {
                texts(one, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        _ => {}
    }
}

/// A value and the places in it that take any text.
pub struct Places<T> {
    json: Value,
    at: Vec<String>,
    of: std::marker::PhantomData<T>,
}

impl<T: Serialize + DeserializeOwned> Places<T> {
    /// Those of this value, but for those under some pointers.
    pub fn of(value: &T, but: &[&str]) -> Self {
        let json = serde_json::to_value(value).unwrap();
        let mut places = Vec::new();
        texts(&json, "", &mut places);
        places.retain(|place| {
            let mut json = json.clone();
            *json.pointer_mut(place).unwrap() = "any words".into();
            !but.iter().any(|one| place.starts_with(one)) && serde_json::from_value::<T>(json).is_ok()
        });
        assert!(!places.is_empty(), "{json}");
        Self { json, at: places, of: std::marker::PhantomData }
    }

    /// The value with this text in each of them; a place whose type refuses it keeps what it had.
    pub fn with(&self, text: &str) -> T {
        let mut json = self.json.clone();
        for place in &self.at {
            *json.pointer_mut(place).unwrap() = text.into();
        }
        if let Ok(value) = serde_json::from_value(json) {
            return value;
        }
        let mut json = self.json.clone();
        for place in &self.at {
            let before = std::mem::replace(json.pointer_mut(place).unwrap(), text.into());
            if serde_json::from_value::<T>(json.clone()).is_err() {
                *json.pointer_mut(place).unwrap() = before;
            }
        }
        serde_json::from_value(json).unwrap()
    }

    /// Where it goes.
    pub fn places(&self) -> &[String] {
        &self.at
    }
}

/// Every place of a value that holds no other.
fn leaves(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(index, one)| leaves(one, format!("{at}/{index}"), found));
        }
        Value::Object(all) => all.iter().for_each(|(key, one)| leaves(one, format!("{at}/{key}"), found)),
        _ => found.push(at),
    }
}

/// A file of any format, in which texts can be put; JSON is YAML too, with its own way of writing what cannot be seen.
pub struct Template {
    pub value: Value,
    /// The places that take any words.
    free: Vec<String>,
}

impl Template {
    /// Of a text; `is_taken` says which of its changes are read.
    pub fn of(yaml: &str, is_taken: impl Fn(&str) -> bool) -> Self {
        let value: Value = serde_yaml::from_str(yaml).unwrap();
        assert!(is_taken(&value.to_string()), "{yaml}");
        let mut free = Vec::new();
        leaves(&value, String::new(), &mut free);
        // A name of a closed list or of a few letters is tried among all places.
        free.retain(|at| {
            is_taken(&Self::put(&value, std::slice::from_ref(at), "quelques mots, assez longs pour n'être un code"))
        });
        assert!(!free.is_empty(), "{yaml}");
        Self { value, free }
    }

    fn put(value: &Value, places: &[String], text: &str) -> String {
        let mut value = value.clone();
        for at in places {
            *value.pointer_mut(at).unwrap() = text.into();
        }
        value.to_string()
    }

    /// In every place that takes words; in every place; as a key; and as it is, in no quotes.
    pub fn with(&self, text: &str) -> [String; 4] {
        let mut all = Vec::new();
        leaves(&self.value, String::new(), &mut all);
        let mut keyed = self.value.clone();
        keyed[text] = text.into();
        let raw = format!("{}{text}: {text}\n", serde_yaml::to_string(&self.value).unwrap());
        [Self::put(&self.value, &self.free, text), Self::put(&self.value, &all, text), keyed.to_string(), raw]
    }
}

#[test]
fn the_corpus_has_one_of_each_and_the_law_knows_what_it_forbids() {
    let all = corpus();
    assert_eq!(all.iter().collect::<std::collections::HashSet<_>>().len(), all.len());
    let obeyed = all.iter().filter(|text| obeyed(text).is_some()).count();
    assert!(obeyed > 20 && all.iter().any(|text| text.len() > 99_999), "{obeyed}");
    assert!(super::hostile::obeyed("Protéinurie : 1,6 g/g ↘, « ★ »\n").is_none());
}
