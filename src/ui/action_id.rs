//! The value of `data-action`, which specifies what a click on an element does, and what that is about.

/// The id of an action. It is only made from a widget's enum, so no button can have an action without a handler.
#[derive(Clone, Copy)]
pub struct ActionId(pub(super) &'static str);

/// The attribute with the id of what an action, a field or details are about.
pub const DATA_ID: &str = "data-id";

/// A selector for the elements whose attribute has this value.
#[must_use]
pub fn attribute_selector(attribute: &str, value: &str) -> String {
    ["[", attribute, "=\"", value, "\"]"].concat()
}

/// Declares the actions of a widget.
macro_rules! actions {
    ($($definition:tt)+) => {
        gpf_domain::named_enum! {
            /// What a click does.
            #[derive(Debug)]
            pub(crate) enum Action { $($definition)+ }
        }

        impl From<Action> for $crate::ui::action_id::ActionId {
            fn from(action: Action) -> Self {
                Self::new(action.id())
            }
        }
    };
}
pub(crate) use actions;

impl ActionId {
    /// For [`actions!`] only.
    pub(crate) const fn new(id: &'static str) -> Self {
        Self(id)
    }
}

#[cfg(test)]
mod tests {
    use crate::{comparison, finder, guide};

    #[test]
    fn the_loader_knows_the_print_buttons_of_all_elements() {
        let loader = include_str!("../../assets/loader/print.js");
        for id in [
            finder::controls::Action::Print.id(),
            comparison::controls::Action::Print.id(),
            guide::controls::Action::Print.id(),
        ] {
            assert!(loader.contains(&["[data-action=", id, "]"].concat()), "print.js does not know \"{id}\"");
        }
    }

    #[test]
    fn action_and_field_ids_round_trip_and_are_unique() {
        macro_rules! check {
            ($($Enum:ty),+) => {$(
                for (at, it) in <$Enum>::ALL.iter().enumerate() {
                    assert!(<$Enum>::parse(it.id()) == Some(*it), "{} is not read back", it.id());
                    assert!(<$Enum>::ALL[..at].iter().all(|other| other.id() != it.id()), "{} is there twice", it.id());
                }
                assert!(<$Enum>::parse("no such id").is_none());
            )+};
        }
        check!(
            finder::controls::Action,
            comparison::controls::Action,
            comparison::controls::Field,
            guide::controls::Action
        );
    }
}
