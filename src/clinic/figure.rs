/// Declares the figures, panel by panel, with their codes.
macro_rules! figures {
    ($($(#[$doc:meta])* $panel:ident { $($(#[$of:meta])* $figure:ident = $code:literal,)+ })+) => {
        /// What a panel of the dashboard tells: one number or state, with where it comes from. A figure is always
        /// there: where nothing can be said it says what is missing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FigureId { $($($(#[$of])* $figure,)+)+ }
        impl FigureId {
            /// Every figure, in the order of the panels.
            pub const ALL: &'static [Self] = &[$($(Self::$figure,)+)+];
            $($(#[$doc])* pub const $panel: &'static [Self] = &[$(Self::$figure,)+];)+
            /// Its code.
            pub const fn code(self) -> &'static str {
                match self { $($(Self::$figure => $code,)+)+ }
            }
        }
    };
}

figures! {
    /// The activity panel, what matters most first.
    ACTIVITY {
        /// Level of hydroxychloroquine.
        HcqLevel = "hcq_level",
        /// SLEDAI-2K with its items.
        Sledai = "sledai",
        /// Severity by each set of bands.
        SledaiBands = "sledai_bands",
        /// SLE-DAS.
        SleDas = "sle_das",
        /// Physician against patient.
        Discordance = "discordance",
        /// Remission.
        Doris = "doris",
        /// Low disease activity.
        Lldas = "lldas",
        /// Flare since the previous visit.
        Flare = "flare",
        /// SRI-4 and its modified form.
        ResponseIndex = "response_index",
        /// Difficult to treat, or to manage.
        Difficult = "difficult",
    }
    /// The damage panel, what matters most first.
    DAMAGE {
        /// Blood pressure.
        BloodPressure = "blood_pressure",
    }
    /// The person panel, what matters most first.
    PERSON {
        /// Deprivation.
        Epices = "epices",
    }
}
