//! Where a patient, or who cares for one, finds reliable help: addresses as they were printed. Nothing is ever fetched.

use crate::domain::codes::codes;
use crate::text::Lang;

codes! {
    /// How far an address can be trusted.
    Trust {
        /// From the talk's slides; the address was not opened.
        FromTalk = "from_talk",
        /// From the talk's slides; what the site does could not be verified.
        FunctionNotVerified = "function_not_verified",
        /// As printed on the slide, where it looks mistyped: no QR code is made of it.
        LooksMistyped = "looks_mistyped",
        /// From the fact sheet on activity, where its page was read.
        FromSheet = "from_sheet",
    }
}

/// One resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resource {
    /// Its name, and what it is for, in French.
    pub fr: (&'static str, &'static str),
    /// The same in English.
    pub en: (&'static str, &'static str),
    /// The address, as it was printed.
    pub address: &'static str,
    /// The language of its pages, where it is known.
    pub language: Option<Lang>,
    /// How far the address can be trusted.
    pub trust: Trust,
}

impl Resource {
    /// Its name, and what it is for.
    pub const fn said(&self, lang: Lang) -> (&'static str, &'static str) {
        match lang {
            Lang::Fr => self.fr,
            Lang::En => self.en,
        }
    }

    /// What a QR code of it holds: the printed address with its scheme. None of an address that looks mistyped.
    pub fn link(&self) -> Option<String> {
        (self.trust != Trust::LooksMistyped).then(|| match self.address.split_once("://") {
            Some(_) => self.address.to_owned(),
            None => format!("https://{}", self.address),
        })
    }
}

/// The resources, those for patients first.
pub const RESOURCES: &[Resource] = &[
    Resource {
        fr: ("FAI2R", "filière de santé des maladies auto-immunes et auto-inflammatoires rares"),
        en: ("FAI2R", "French network for rare autoimmune and autoinflammatory diseases"),
        address: "www.fai2r.org",
        language: Some(Lang::Fr),
        trust: Trust::FromTalk,
    },
    Resource {
        fr: ("Associations de patients", "coordonnées des associations par maladie, sur le site de FAI2R"),
        en: ("Patients' associations", "addresses of associations by disease, on the site of FAI2R"),
        address: "www.fai2r.org/associations-de-patients",
        language: Some(Lang::Fr),
        trust: Trust::FromTalk,
    },
    Resource {
        fr: ("Dossier MDPH", "remplir un dossier de handicap\u{a0}: questions fréquentes, sur le site de FAI2R"),
        en: ("Disability file (MDPH)", "how to fill in the French disability file, on the site of FAI2R"),
        address: "www.fai2r.org/faq-questions-comment-remplir-mon-dossier-mdph",
        language: Some(Lang::Fr),
        trust: Trust::FromTalk,
    },
    Resource {
        fr: ("France Assos Santé", "droits des patients et démarches administratives"),
        en: ("France Assos Santé", "patients' rights and paperwork in France"),
        address: "www.france-assos-sante.org",
        language: Some(Lang::Fr),
        trust: Trust::FromTalk,
    },
    Resource {
        fr: ("Santé Info Droits", "ligne d'information juridique et sociale"),
        en: ("Santé Info Droits", "French legal and social information line"),
        address: "www.santefidroits.org",
        language: Some(Lang::Fr),
        trust: Trust::LooksMistyped,
    },
    Resource {
        fr: ("Corticomed", "outil d'aide à la décroissance des corticoïdes, pour les soignants"),
        en: ("Corticomed", "help with tapering glucocorticoids, for clinicians"),
        address: "www.corticomed.fr",
        language: Some(Lang::Fr),
        trust: Trust::FunctionNotVerified,
    },
    Resource {
        fr: ("SLE-DAS", "calculateur des auteurs du score, pour les soignants"),
        en: ("SLE-DAS", "calculator of the score's authors, for clinicians"),
        address: "http://sle-das.eu/",
        language: None,
        trust: Trust::FromSheet,
    },
];
