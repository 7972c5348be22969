//! Closed lists: each an enum whose codes are what files, database and SQL users see.

/// Declares closed lists with their codes; a code is what is written in files and the database.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
                 serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        pub enum $name { $($(#[$item_doc])* #[serde(rename = $code)] $item),+ }
        impl $name {
            /// Every entry, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$item),+];
            /// What files and the database call it.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$item => $code),+ }
            }
            /// The entry of this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$item),)+ _ => None }
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    )+};
}
pub(crate) use codes;
