use std::sync::Arc;

use crate::domain::{Case, Identities, PatientIdentity};

/// What this session knows of who the patients are.
#[derive(Debug, Clone, Default)]
pub enum IdentityFile {
    /// No file was given.
    #[default]
    NotGiven,
    /// The file is not used: a sentence that says why, and what to do.
    Refused(String),
    /// The file as read.
    Read(Arc<Identities>),
}

/// Why no identity is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Withheld {
    /// Identities are hidden in this session.
    Hidden,
    /// No file was given.
    NoFile,
    /// The file is not used, for this reason.
    Refused(String),
    /// The file knows neither the case nor its pseudonym.
    Unknown,
    /// What the file says is of another sex or birth than the case.
    Differs,
}

impl IdentityFile {
    /// Who the patient of this case is, in a session that hides identities or does not; else why that is not said.
    ///
    /// # Errors
    /// The reason.
    pub fn of(&self, case: &Case, is_masked: bool) -> Result<&PatientIdentity, Withheld> {
        let identities = match self {
            _ if is_masked => return Err(Withheld::Hidden),
            Self::NotGiven => return Err(Withheld::NoFile),
            Self::Refused(why) => return Err(Withheld::Refused(why.clone())),
            Self::Read(identities) => identities,
        };
        let identity = identities.of(case).ok_or(Withheld::Unknown)?;
        if identity.fits(case) { Ok(identity) } else { Err(Withheld::Differs) }
    }
}
