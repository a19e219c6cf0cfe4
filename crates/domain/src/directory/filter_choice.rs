//! The values of a filter: those of an enum, and one for federations whose value is not known.

/// Declares the values of a filter over an enum that has `ALL`, `id`, `label` and `index`. They have these too, and
/// `parse`. The last value has an id and a label of its own.
macro_rules! filter_choice {
    (
        $(#[$meta:meta])*
        $vis:vis enum $Name:ident {
            $(#[$is_meta:meta])* Is($Value:ident),
            $(#[$unknown_meta:meta])* $Unknown:ident => $id:literal, $label:literal,
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $Name {
            $(#[$is_meta])* Is($Value),
            $(#[$unknown_meta])* $Unknown,
        }

        impl $Name {
            /// Every value, in the order of lists.
            pub const ALL: [Self; $Value::ALL.len() + 1] = {
                let mut all = [Self::$Unknown; $Value::ALL.len() + 1];
                let mut at = 0;
                while at < $Value::ALL.len() {
                    all[at] = Self::Is($Value::ALL[at]);
                    at += 1;
                }
                all
            };

            /// The id in files, attributes and addresses.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    Self::Is(value) => value.id(),
                    Self::$Unknown => $id,
                }
            }

            /// The label that people read.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self {
                    Self::Is(value) => value.label(),
                    Self::$Unknown => $label,
                }
            }

            /// Parses an [`id`](Self::id), ignoring case, spaces and hyphens, with "&" as "and". `None` for anything else.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                $crate::directory::label_match::match_label(&Self::ALL, Self::id, text)
            }

            /// Its position in [`ALL`](Self::ALL).
            #[must_use]
            pub const fn index(self) -> usize {
                match self {
                    Self::Is(value) => value.index(),
                    Self::$Unknown => $Value::ALL.len(),
                }
            }
        }
    };
}

pub(crate) use filter_choice;
