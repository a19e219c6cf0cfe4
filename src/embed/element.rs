//! What an element of a page has to do, and what it is made with.

use std::any::Any;

use web_sys::HtmlElement;

#[cfg(feature = "finder")]
use super::custom_list::CustomList;

/// What an element does with its options.
pub(super) trait WidgetElement {
    /// An attribute has changed; `None` is its removal.
    fn set(&self, option: &str, value: Option<&str>);

    #[cfg(feature = "finder")]
    /// There is news of the list that it shows. Only a finder shows one.
    fn list_changed(&self, _news: ListUpdate<'_>) {}

    /// Shows the next part of it. Says whether there is another one after that. Most show all they have at once.
    fn render_next(&self) -> bool {
        false
    }
}

/// What an element is told about the list that it shows.
#[cfg(feature = "finder")]
pub(super) enum ListUpdate<'a> {
    /// One of its own is being read: the file's name and how far that is.
    Progress(&'a str, Option<u32>),
    /// It has one of its own.
    Custom(&'a CustomList),
    /// It has none of its own, and perhaps there is a reason why.
    PageDefault(&'a str),
}

/// Where an element is to be shown.
pub(super) struct MountPoint {
    /// The custom element: options are read from it, events leave from it.
    pub(super) host: HtmlElement,
    /// A plain `<div>` in its shadow root.
    ///
    /// Never the shadow root itself: Leptos looks for the parent of what it swaps as an element, and a shadow root is
    /// none.
    pub(super) parent: HtmlElement,
    /// What this element's parameters in the page's address begin with.
    pub(super) prefix: String,
}

impl MountPoint {
    /// The value of an option, where the editor has set it.
    pub(super) fn option(&self, name: &str) -> Option<String> {
        self.host.get_attribute(name)
    }
}

/// An element that is to be shown: what hears of its options, and what puts its views in their place.
pub(super) type NewElement = (Box<dyn WidgetElement>, MountFn);

/// Puts views in their place, where they stay until what this gives is dropped.
pub(super) type MountFn = Box<dyn FnOnce() -> Box<dyn Any>>;
