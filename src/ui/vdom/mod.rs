//! A virtual DOM: elements as data, compared by position.
//!
//! Leptos gives every element a type of its own, with its own code to build, compare and remove. Here an element is
//! data, and that code exists once: decision 16 in `docs/DESIGN.md` has the measurements. [`VNode`] works with Leptos
//! like any other view: it can be the result of a reactive closure, be mounted, and be rendered to text.
//!
//! - `node`: the elements and texts of a view
//! - `dom`: the DOM calls of the patcher
//! - `patch`: creating, adopting, comparing, patching and restoring nodes
//! - `root`: a view in the page, and the observer of changes by other programs
//! - `memo`: parts that are only built again if their inputs have changed
//! - `live`: a state with its views, without signals
//! - `html`: rendering to text
//! - `leptos`: the Leptos traits
//!
//! # Contract
//!
//! **Ownership.** A view owns the nodes that it has created: their texts, the attributes and properties that it has
//! set, and the children of each element in their order. Code of this project must not change them in another way: it
//! changes the state, and the view is updated. A test (`xtask/src/doc_tests/second_writers.rs`) lists the files that
//! can change nodes. A view does not own other attributes, the focus, the selection or scroll positions.
//!
//! **Users** change fields and details. The `value` and `checked` of a field are compared with the page and not with
//! the last view ([`VElement::value`], [`VElement::checked`]), so the same view again also corrects them. The `open` of
//! details is not compared with the page: the listener of `toggle` stores it in the state.
//!
//! **Prerendered nodes** can be in the place of a view before it is mounted. The loader creates them from the exact HTML
//! of the same view (`write_exact`) and marks their parent ([`is_prerendered`]). The first view that is not empty adopts
//! them: it creates no nodes in their place, and changes no fields or details. The loader then repeats the events of the
//! fields that users have changed in the meantime (`assets/loader/first-view.js`).
//!
//! **Elements that are filled by hand** use [`VElement::unmanaged_children`]. The view then never reads, adds or
//! removes the children of this element, whatever other code does with them ([`fill`]). In the rest of the view, such
//! code would count as another program.
//!
//! **Other programs** that change the nodes, such as translators, are detected (decision 17). From then on the view
//! checks its nodes before it changes them. A changed text stays while its source is the same. If the source changes or
//! a node is missing, the element gets its own nodes again, and all others are removed. A new text is a new node, because
//! a translation can arrive when its source has gone.
//!
//! **A part that is kept** ([`VNode::Keep`], [`Memo`]) is not compared with anything. But once another program has
//! changed a node, missing nodes of the part are restored too.
//!
//! **The cost of a patch.** The same view again makes no calls, except that it reads `value` and `checked` of fields. A
//! changed text, attribute or property is one call. An element is matched with the one in the same position. So a row
//! that is added or removed at the end costs only that row, and rows in another order cost their texts. The tests of
//! `patch` and `tests/behaviours/dom_calls_*` count the calls.

mod dom;
#[cfg(test)]
mod fake_dom;
mod html;
mod leptos;
mod live;
mod memo;
mod node;
mod patch;
#[cfg(test)]
mod patch_tests;
mod root;

#[cfg(feature = "ssr")]
pub use html::write_exact;
pub use live::Live;
pub use memo::{Identity, Memo};
pub use node::{VElement, VNode, action_button, button, div, el, el_class, scroll_region};
pub use root::{PRERENDERED, fill, is_prerendered};
