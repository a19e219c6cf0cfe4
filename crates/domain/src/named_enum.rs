//! Enums whose variants have an id in files, attributes and URLs, and some of them a label for people.

/// Declares an enum with `ALL`, `id` and `parse`, and with `label` if the variants have labels:
///
/// ```
/// gpf_domain::named_enum! {
///     /// The size of a cup.
///     #[derive(Debug)]
///     pub enum Cup {
///         /// For an espresso.
///         Small => "small", "A small cup";
///         /// For tea.
///         Large => "large", "A large cup";
///     }
/// }
/// assert_eq!(Cup::parse("large"), Some(Cup::Large));
/// assert_eq!(Cup::ALL.map(Cup::label), ["A small cup", "A large cup"]);
/// ```
#[macro_export]
macro_rules! named_enum {
    (
        $(#[$meta:meta])*
        $vis:vis enum $Name:ident {
            $($(#[$variant_meta:meta])* $Variant:ident => $id:literal $(, $label:literal)?;)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq)]
        $vis enum $Name {
            $($(#[$variant_meta])* $Variant,)+
        }

        impl $Name {
            /// All variants, in the order of lists.
            pub const ALL: [Self; [$($id),+].len()] = [$(Self::$Variant),+];

            /// The id in files, attributes and URLs.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$Variant => $id,)+
                }
            }

            /// Parses an [`id`](Self::id). `None` for anything else.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text {
                    $($id => Some(Self::$Variant),)+
                    _ => None,
                }
            }
        }

        $crate::named_enum!(@labels $Name $($Variant $($label)?;)+);
    };
    (@labels $Name:ident $($Variant:ident $label:literal;)+) => {
        impl $Name {
            /// The label that people read.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$Variant => $label,)+
                }
            }
        }
    };
    (@labels $Name:ident $($Variant:ident;)+) => {};
}
