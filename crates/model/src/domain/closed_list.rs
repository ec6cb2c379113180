//! Closed lists: an enum whose values each have one public id, used in files and addresses.

/// Declares an enum with `ALL`, `IDS`, `id()` and `from_id()`. Ids are public: they are in content files, open data and URLs.
#[macro_export]
macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $id:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// Every value, in the order in which the screen shows them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The public ids, in the same order.
            pub const IDS: &'static [&'static str] = &[$($id,)+];

            /// The public id of this value.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// The value with this public id.
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
