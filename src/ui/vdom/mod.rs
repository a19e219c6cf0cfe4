//! A virtual DOM: elements as data, compared by position.
//!
//! Leptos gives every element a type of its own, with its own code to build, compare and remove. Here an element is
//! data, and that code exists once: decision 16 in `docs/DESIGN.md` has the measurements. [`VNode`] takes part in
//! Leptos like any other view: it can be what a reactive closure returns, be mounted, and be rendered to text.
//!
//! - `node`: what a view is made of
//! - `dom`: the calls that are made of a page's nodes
//! - `patch`: creating nodes, comparing, patching, restoring
//! - `root`: a view in the page, and the watch for foreign changes
//! - `memo`: parts that are only made again if what they are made of has changed
//! - `html`: rendering to text
//! - `leptos`: the traits of Leptos
//!
//! # Contract
//!
//! **Who can change what.** A view owns the nodes that it has created: their texts, the attributes and properties that
//! it has set, and the children of each element in their order. Code of this project never changes them in another way:
//! it changes the state, and the view follows. A test (`xtask/src/doc_tests/second_writers.rs`) lists the files that
//! can change nodes. A view does not own other attributes, the focus, the selection or scroll positions.
//!
//! **Users** change fields and details. Of a field, `value` and `checked` are compared with the page and not with the
//! last view ([`VElement::value`], [`VElement::checked`]), so a view that shows the same again also corrects them. Of
//! details, `open` is not compared with the page: the listener of `toggle` brings it into the state.
//!
//! **Code of ours that has to fill an element by hand** asks for it: [`VElement::unmanaged_children`]. The view then
//! never looks at the children of this element, adds any or removes any, whatever is done with them ([`fill`]). The
//! rest of the view takes it for a change by something else.
//!
//! **Anything else** that changes the nodes, such as a translator, is noticed (decision 17). From then on the view
//! looks at its nodes before it relies on them. A changed text stays while its source is the same. If the source
//! changes or a node is missing, the element gets its own nodes again, and everything else goes.
//!
//! **A part that is kept** ([`VNode::Keep`], [`Memo`]) is not compared with anything. But once something else has
//! changed a node, what is missing in it comes back too.
//!
//! **What a patch costs.** The same view again makes no call at all, except that it reads `value` and `checked` of
//! fields. A changed text, attribute or property is one call. An element is matched with the one in the same position,
//! so a row that is added or removed at the end costs that row, and rows in another order cost their texts. The tests
//! of `patch` and `tests/behaviours/dom_calls_*` count them.

mod dom;
#[cfg(test)]
mod fake_dom;
mod html;
mod leptos;
mod memo;
mod node;
mod patch;
#[cfg(test)]
mod patch_tests;
mod root;

pub use memo::{Identity, Memo};
pub use node::{VElement, VNode, action_button, button, div, el, el_class, scroll_region};
pub use root::fill;
