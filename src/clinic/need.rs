/// An answer, or everything it lacks.
pub type Answer<T> = Result<T, Vec<Need>>;

/// Declares the list of needs with their codes, by which words are found for them.
macro_rules! needs {
    ($($(#[$doc:meta])* $need:ident = $code:literal,)+) => {
        /// A fact without which an answer of this room cannot be given; never replaced by a default.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Need { $($(#[$doc])* $need),+ }
        impl Need {
            /// Every need, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$need),+];
            /// Its code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$need => $code),+ }
            }
        }
    };
}

needs! {
    /// Birth month, or age.
    Age = "age",
    /// Birth month: an equation for children takes the age with its decimals.
    BirthMonth = "birth_month",
    /// An age that an equation exists for: one year or more.
    AgeOfOneYear = "age_of_one_year",
    /// Height.
    Height = "height",
    /// Real body weight.
    Weight = "weight",
    /// Serum creatinine.
    Creatinine = "creatinine",
}
