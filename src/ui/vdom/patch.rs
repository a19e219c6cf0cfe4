//! Creating the nodes of a view, and patching them to show the next view.

use super::dom::DomNode;
use super::node::{Attr, ElementParts, Text, VNode};

/// A piece of a view that is in the page.
#[derive(Debug)]
pub(super) struct Mounted<N> {
    pub(super) node: N,
    kind: MountedKind<N>,
}

impl<N> Mounted<N> {
    /// Whether it is an element. If not, it is the text of a view that shows nothing yet.
    pub(super) fn is_element(&self) -> bool {
        matches!(self.kind, MountedKind::Element { .. })
    }
}

#[derive(Debug)]
enum MountedKind<N> {
    /// `is_reused` means that the node had another text before.
    Text {
        text: Text,
        is_reused: bool,
    },
    Element {
        tag: &'static str,
        attrs: Attrs,
        children: Vec<Mounted<N>>,
        is_unmanaged: bool,
    },
}

type Attrs = Vec<(&'static str, Attr)>;

/// Whether other programs have changed the nodes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// They have not.
    Untouched,
    /// Another program has changed some of them, and can do so again.
    Touched,
    /// They have not been watched yet. All of them are set, and are watched from then on.
    Unwatched,
}

/// Creates the nodes of a view.
pub(super) fn create<N: DomNode>(node: VNode) -> Mounted<N> {
    match node {
        // This position was empty before.
        VNode::Keep => create(VNode::Text(Text::Borrowed(""))),
        VNode::Text(text) => Mounted { node: N::new_text(&text), kind: text_kind(text) },
        VNode::Element(element) => {
            let ElementParts { tag, attrs, children, is_unmanaged } = *element.0;
            let element = N::new_element(tag);
            for (name, attr) in &attrs {
                element.set_attr(name, attr);
            }
            let children: Vec<Mounted<N>> = children.into_iter().map(create).collect();
            for child in &children {
                element.insert(&child.node, None);
            }
            Mounted { node: element, kind: MountedKind::Element { tag, attrs, children, is_unmanaged } }
        }
    }
}

/// Adopts prerendered nodes: `here` was created from the exact HTML (`write_exact`) of the same view, and no other program
/// has changed it.
///
/// Nodes are only created at the end of an element that has too few, and no field is changed. Only attributes with
/// computed values are set, because these can be different.
pub(super) fn adopt<N: DomNode>(node: VNode, here: N) -> Mounted<N> {
    match node {
        VNode::Element(element) => {
            let ElementParts { tag, attrs, children, is_unmanaged } = *element.0;
            for (name, attr) in &attrs {
                if matches!(attr, Attr::Attribute(Text::Owned(_))) {
                    here.set_attr(name, attr);
                }
            }
            let mut next = here.first_child();
            let mut adopted = Vec::with_capacity(children.len());
            for child in children {
                adopted.push(if let Some(place) = next {
                    next = place.next_sibling();
                    adopt(child, place)
                } else {
                    let created: Mounted<N> = create(child);
                    here.insert(&created.node, None);
                    created
                });
            }
            Mounted { node: here, kind: MountedKind::Element { tag, attrs, children: adopted, is_unmanaged } }
        }
        VNode::Text(text) => Mounted { node: here, kind: text_kind(text) },
        // Memos keep nothing in a first view.
        VNode::Keep => Mounted { node: here, kind: text_kind(Text::Borrowed("")) },
    }
}

fn text_kind<N>(text: Text) -> MountedKind<N> {
    MountedKind::Text { text, is_reused: false }
}

/// Patches the nodes in the page. Returns whether a text has changed or a node was replaced.
///
/// `parent` is the element that contains the node. If it is `None`, the caller [restores](restore) the node.
pub(super) fn patch<N: DomNode>(node: VNode, mounted: &mut Mounted<N>, trust: Trust, parent: Option<&N>) -> bool {
    match (node, &mut mounted.kind) {
        (VNode::Keep, _) => {
            if trust != Trust::Untouched {
                repair(mounted, trust);
            }
            false
        }
        (VNode::Text(new), MountedKind::Text { text, is_reused }) if trust != Trust::Touched || new == *text => {
            let is_news = new != *text;
            if is_news {
                mounted.node.set_text(&new);
                *text = new;
                *is_reused = true;
            }
            is_news
        }
        (VNode::Element(new), MountedKind::Element { tag, attrs, children, is_unmanaged })
            if (new.0.tag, new.0.is_unmanaged) == (*tag, *is_unmanaged) =>
        {
            patch_attrs(&mounted.node, new.0.attrs, attrs);
            if !*is_unmanaged {
                patch_children(&mounted.node, new.0.children, children, trust);
            }
            false
        }
        (new, _) => {
            let new = create(new);
            if let Some(parent) = parent {
                parent.replace(&new.node, &mounted.node);
            }
            *mounted = new;
            true
        }
    }
}

fn patch_attrs<N: DomNode>(element: &N, new: Attrs, old: &mut Attrs) {
    for it in &new {
        let is_live = matches!(it.1, Attr::Value(_) | Attr::Checked(_));
        // If another attribute is inserted before it, its position changes but not its value.
        if is_live || !old.contains(it) {
            element.set_attr(it.0, &it.1);
        }
    }
    for (name, _) in old.iter().filter(|(name, _)| new.iter().all(|(it, _)| it != name)) {
        element.remove_attr(name);
    }
    *old = new;
}

fn patch_children<N: DomNode>(element: &N, new: Vec<VNode>, old: &mut Vec<Mounted<N>>, trust: Trust) {
    let is_intact = trust == Trust::Untouched || is_intact(element, old);
    let parent = is_intact.then_some(element);
    let mut is_news = new.len() != old.len();
    for gone in old.drain(new.len().min(old.len())..) {
        if is_intact {
            element.remove(&gone.node);
        }
    }
    for (at, node) in new.into_iter().enumerate() {
        if let Some(mounted) = old.get_mut(at) {
            is_news |= patch(node, mounted, trust, parent);
        } else {
            let mounted = create(node);
            if is_intact {
                element.insert(&mounted.node, None);
            }
            old.push(mounted);
        }
    }
    // A translation stays as long as its source text does.
    if !is_intact && (trust == Trust::Unwatched || is_news || is_lacking(element, old)) {
        restore(element, old);
    }
}

/// Restores the missing nodes of a part that is kept.
fn repair<N: DomNode>(mounted: &Mounted<N>, trust: Trust) {
    let MountedKind::Element { children, is_unmanaged: false, .. } = &mounted.kind else { return };
    for child in children {
        repair(child, trust);
    }
    let element = &mounted.node;
    if !is_intact(element, children) && (trust == Trust::Unwatched || is_lacking(element, children)) {
        restore(element, children);
    }
}

/// Replaces the nodes that had another text before, and what another program has put in their place: it can be the
/// translation of that other text. A later one does not find the node in the page.
pub(super) fn renew<N: DomNode>(mounted: &mut Mounted<N>) {
    let MountedKind::Element { children, .. } = &mut mounted.kind else { return };
    let mut is_any = false;
    for child in &mut *children {
        if let MountedKind::Text { text, is_reused } = &mut child.kind {
            if std::mem::take(is_reused) {
                child.node = N::new_text(text);
                is_any = true;
            }
        } else {
            renew(child);
        }
    }
    if is_any {
        restore(&mounted.node, children);
    }
}

/// Whether the element's children are exactly these nodes, in order.
fn is_intact<N: DomNode>(element: &N, children: &[Mounted<N>]) -> bool {
    let mut next = element.first_child();
    for child in children {
        let Some(here) = next.filter(|it| *it == child.node) else { return false };
        next = here.next_sibling();
    }
    next.is_none()
}

/// Whether a node was removed from the element and not replaced by another.
fn is_lacking<N: DomNode>(element: &N, children: &[Mounted<N>]) -> bool {
    let (mut ours, mut gone) = (0, 0);
    for Mounted { node, kind } in children {
        if node.parent().is_some_and(|it| it == *element) {
            ours += 1;
            continue;
        }
        match kind {
            MountedKind::Text { text, .. } => gone += u32::from(!text.is_empty()),
            // The node can be in a wrapper.
            MountedKind::Element { .. } if element.contains(node) => gone += 1,
            MountedKind::Element { .. } => return true,
        }
    }
    element.child_count() < ours + gone
}

/// Puts the element's nodes back, with their texts, and removes all others. A node in the right position is not moved,
/// so that a field keeps the focus.
fn restore<N: DomNode>(element: &N, children: &[Mounted<N>]) {
    let mut next = element.first_child();
    for Mounted { node, kind } in children {
        if let MountedKind::Text { text, .. } = kind {
            node.set_text(text);
        }
        if node.parent().is_some_and(|it| it == *element) {
            while let Some(here) = next.take_if(|it| it != node) {
                next = here.next_sibling();
                element.remove(&here);
            }
            next = node.next_sibling();
        } else {
            element.insert(node, next.as_ref());
        }
    }
    while let Some(here) = next {
        next = here.next_sibling();
        element.remove(&here);
    }
}
