//! The interface of the page's elements, and what they are created from.

use std::any::Any;

#[cfg(any(feature = "finder", feature = "comparison"))]
use leptos::prelude::Owner;
use web_sys::HtmlElement;

#[cfg(feature = "finder")]
use super::custom_list::CustomList;

/// How an element reacts to its options and its list.
pub(super) trait WidgetElement {
    /// An attribute has changed. `None` if it was removed.
    fn set(&self, option: &str, value: Option<&str>);

    #[cfg(feature = "finder")]
    /// The list that the element shows has changed. Only finders have one.
    fn list_changed(&self, _news: ListUpdate<'_>) {}

    /// Renders the next phase. Returns whether there is another one. Most elements render everything in one phase.
    fn render_next(&self) -> bool {
        false
    }
}

/// A change of the list that an element shows.
#[cfg(feature = "finder")]
pub(super) enum ListUpdate<'a> {
    /// Its custom list is being read: the file's name and the progress.
    Progress(&'a str, Option<u32>),
    /// It has a custom list.
    Custom(&'a CustomList),
    /// It has no custom list, or one that cannot be used, and why.
    PageDefault(Option<&'a str>),
}

/// The place in the page for an element.
pub(super) struct MountPoint {
    /// The custom element. It has the options, and events are dispatched from it.
    pub(super) host: HtmlElement,
    /// A plain `<div>` in its shadow root.
    ///
    /// It is never the shadow root itself: Leptos expects an element as the parent of the nodes that it replaces, and a
    /// shadow root is not one.
    pub(super) parent: HtmlElement,
    /// The prefix of this element's parameters in the page's address.
    pub(super) prefix: String,
}

impl MountPoint {
    /// The value of an option, if the editor has set it.
    pub(super) fn option(&self, name: &str) -> Option<String> {
        self.host.get_attribute(name)
    }
}

/// An element that is ready to be shown: the object that handles its options, and the function that mounts its views.
pub(super) type NewElement = (Box<dyn WidgetElement>, MountFn);

/// Mounts views, which stay until the returned value is dropped.
pub(super) type MountFn = Box<dyn FnOnce() -> Box<dyn Any>>;

/// Creates an element whose signals, timers and listeners have an owner, which is dropped after its views.
#[cfg(any(feature = "finder", feature = "comparison"))]
pub(super) fn with_owner(place: MountPoint, create: fn(MountPoint) -> NewElement) -> NewElement {
    let owner = Owner::new();
    let (element, views) = owner.with(|| create(place));
    let mount = move || -> Box<dyn Any> {
        let mounted = owner.with(views);
        Box::new((mounted, owner))
    };
    (element, Box::new(mount))
}
