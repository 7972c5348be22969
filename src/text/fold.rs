use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Small letters without accents or ligatures, so that `nephro` finds `Néphrologie`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.to_lowercase().replace('œ', "oe").replace('æ', "ae").nfd().filter(|c| !is_combining_mark(*c)).collect()
}
