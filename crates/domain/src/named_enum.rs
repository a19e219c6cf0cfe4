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
///
/// What people type is read more generously: `enum Cup (any case)` parses an id whatever its case and the spaces around it;
/// within this crate, `enum Cup (id or label)` parses a label too.
#[macro_export]
macro_rules! named_enum {
    (
        $(#[$meta:meta])*
        $vis:vis enum $Name:ident $(($($mode:ident)+))? {
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
        }

        $crate::named_enum!(@parse $Name $($($mode)+)?; $($Variant $id;)+);
        $crate::named_enum!(@labels $Name $($Variant $($label)?;)+);
    };
    (@parse $Name:ident; $($Variant:ident $id:literal;)+) => {
        impl $Name {
            /// Parses an [`id`](Self::id). `None` for anything else.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text {
                    $($id => Some(Self::$Variant),)+
                    _ => None,
                }
            }
        }
    };
    (@parse $Name:ident any case; $($Variant:ident $id:literal;)+) => {
        impl $Name {
            /// Parses an [`id`](Self::id), whatever its case and the spaces around it. `None` for anything else.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|it| it.id().eq_ignore_ascii_case(text.trim()))
            }
        }
    };
    (@parse $Name:ident id or label; $($Variant:ident $id:literal;)+) => {
        impl $Name {
            /// Parses an [`id`](Self::id) or a label, whatever the case, spaces and hyphens. `None` for anything else.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                $crate::directory::label_match::match_label(&Self::ALL, Self::id, text)
            }
        }
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
