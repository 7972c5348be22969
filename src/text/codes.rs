/// The word of a code; `?` for a code that this edition of the program does not know.
pub type ByCode = fn(&str) -> &'static str;

/// Words for the codes of the rooms below this one, which it cannot name: found by `code()`.
#[expect(missing_docs, reason = "each is the list of codes of its name")]
pub struct Codes {
    pub topic: ByCode,
    pub verdict: ByCode,
    pub accord: ByCode,
    pub reason: ByCode,
    pub ground: ByCode,
    pub advice: ByCode,
    /// What a case file can say, as it is asked for.
    pub datum: ByCode,
    /// What statements ask about, as it is answered.
    pub fact: ByCode,
    /// What a score or an equation lacks.
    pub need: ByCode,
    pub goal: ByCode,
    /// The intensity of a glucocorticoid scheme; nothing is said where there is only one.
    pub scheme: ByCode,
    pub counted_from: ByCode,
    /// How sure an entry is of its source, of a guideline's or of a score's.
    pub checked: ByCode,
    pub caution: ByCode,
    /// How loud a safety rule speaks.
    pub level: ByCode,
    pub label: ByCode,
    pub country: ByCode,
    pub indication: ByCode,
    pub band: ByCode,
    pub hcq_band: ByCode,
    pub hcq_status: ByCode,
    pub kidney_risk: ByCode,
    pub not_scored: ByCode,
    pub discordance: ByCode,
    /// What made the end of a range of doses.
    pub end_by: ByCode,
    /// The sentence that asks for what a case file does not say.
    pub ask: ByCode,
}
