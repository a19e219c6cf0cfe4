//! Tests that the patcher makes exactly these calls.

use super::dom::DomNode;
use super::fake_dom::{FakeNode, take_calls};
use super::node::{VElement, VNode, div, el, el_class};
use super::patch::{Mounted, Trust, adopt, create, patch, renew};

/// A view in a tree of its own.
struct Page {
    place: FakeNode,
    mounted: Mounted<FakeNode>,
}

impl Page {
    fn with(view: impl Into<VNode>) -> Self {
        let mounted: Mounted<FakeNode> = create(view.into());
        let place = FakeNode::foreign("main");
        place.put(&mounted.node, 0);
        take_calls();
        Self { place, mounted }
    }

    /// The calls that the next view makes.
    fn calls(&mut self, trust: Trust, view: impl Into<VNode>) -> Vec<String> {
        patch(view.into(), &mut self.mounted, trust, Some(&self.place));
        take_calls()
    }

    /// The calls in a page that no other program has changed.
    fn calls_of(&mut self, view: impl Into<VNode>) -> Vec<String> {
        self.calls(Trust::Untouched, view)
    }
}

fn row(name: &'static str) -> VElement {
    el_class("li", "row").child(el("b").text(name)).text(" ").child(el("i").text("London"))
}

fn list(names: &[&'static str]) -> VElement {
    el("ul").extend(names.iter().map(|name| row(name)))
}

/// The calls that create a row and add it.
fn calls_of_a_row(name: &str) -> Vec<String> {
    let text = ["create text ", name].concat();
    let name = ["create b", &text, "insert"];
    let place = ["create i", "create text London", "insert"];
    let all = [&["create li", "set class row"][..], &name, &["create text  "], &place, &["insert"; 4]].concat();
    all.into_iter().map(str::to_owned).collect()
}

#[test]
fn unchanged_view_makes_no_dom_call() {
    let mut page = Page::with(list(&["a", "b"]).attr("class", "x").prop_bool("hidden", false));
    assert!(page.calls_of(list(&["a", "b"]).attr("class", "x").prop_bool("hidden", false)).is_empty());
    assert!(page.calls_of(VNode::Keep).is_empty());
}

#[test]
fn prerendered_nodes_are_adopted() {
    let view = |number: u32, items: &[&'static str]| {
        let field = div("f").attr("aria-label", format!("Find {number}")).child(el("input").value("").checked(false));
        div("a").child(field.text("").child(list(items)).child(el("p").unmanaged_children()))
    };
    let mut page = Page::with(view(1, &["a", "b"]));
    let [root, field] = [page.mounted.node.clone(), page.mounted.node.child(0)];
    let sheet = field.child(3);
    sheet.put(&FakeNode::foreign_text("ours"), 0);
    // What a user does stays: a text is typed, and details are opened.
    field.child(0).set("value", "hal");
    field.child(2).set("open", "true");
    let before = field.children();

    page.mounted = adopt(view(2, &["a", "b"]).into(), root.clone());
    let calls = take_calls();
    assert_eq!(calls.iter().filter(|it| it.starts_with("set")).collect::<Vec<_>>(), ["set aria-label Find 2"]);
    let reads = ["first child", "next sibling", "set aria-label Find 2"];
    assert!(calls.iter().all(|it| reads.contains(&&**it)), "{calls:?}");
    assert!(page.mounted.node == root && field.children() == before);
    assert_eq!([field.child(0).get("value"), field.child(2).get("open"), sheet.read()], ["hal", "true", "ours"]);

    // From then on it is a view like any other.
    let calls = page.calls_of(view(2, &["a", "c"]));
    assert_eq!(calls, ["read value", "set value ", "read checked", "text c"]);
    assert!(page.calls_of(view(2, &["a"])).contains(&"remove".to_owned()));
}

#[test]
fn missing_nodes_are_added_after_prerendered_ones() {
    let mut page = Page::with(list(&["a", "b"]));
    let rows = page.mounted.node.clone();
    rows.child(1).detach();
    page.mounted = adopt(list(&["a", "b"]).into(), rows.clone());
    let calls = take_calls();
    assert_eq!(calls[calls.len() - calls_of_a_row("b").len()..], calls_of_a_row("b"));
    assert_eq!(page.place.read(), "a Londonb London");
}

#[test]
fn changed_text_is_one_dom_call() {
    let mut page = Page::with(list(&["a", "b"]));
    assert_eq!(page.calls_of(list(&["a", "c"])), ["text c"]);
    assert_eq!(
        page.place.show(),
        "<main><ul><li class=row><b>a</> <i>London</></><li class=row><b>c</> <i>London</></></></>"
    );
}

#[test]
fn changed_attribute_or_property_is_one_dom_call() {
    let view = |class: &'static str, is_hidden| el_class("p", class).attr("id", "p").prop_bool("hidden", is_hidden);
    let mut page = Page::with(view("a", false));
    assert_eq!(page.calls_of(view("b", false)), ["set class b"]);
    assert_eq!(page.calls_of(view("b", true)), ["set hidden true"]);
    assert_eq!(page.calls_of(el_class("p", "b").attr("id", "p")), ["unset hidden"]);
    // A new first attribute leaves the others as they are.
    assert_eq!(page.calls_of(el("p").attr("lang", "en").attr("class", "b").attr("id", "p")), ["set lang en"]);
}

#[test]
fn appended_row_creates_only_that_row() {
    let mut page = Page::with(list(&["a", "b"]));
    assert_eq!(page.calls_of(list(&["a", "b", "c"])), calls_of_a_row("c"));
    assert_eq!(page.calls_of(list(&["a", "b", "c"])), [""; 0]);
}

#[test]
fn removed_last_row_is_one_dom_call() {
    let mut page = Page::with(list(&["a", "b", "c"]));
    assert_eq!(page.calls_of(list(&["a", "b"])), ["remove"]);
    assert_eq!(page.calls_of(list(&[])), ["remove", "remove"]);
}

#[test]
fn reordered_rows_change_only_their_texts() {
    let mut page = Page::with(list(&["a", "b", "c"]));
    assert_eq!(page.calls_of(list(&["c", "b", "a"])), ["text c", "text a"]);
    // An item is removed from the middle. The items after it move up, and the last element is removed.
    assert_eq!(page.calls_of(list(&["c", "a"])), ["remove", "text a"]);
}

#[test]
fn changed_element_is_replaced() {
    let mut page = Page::with(el("p").child(el("b")).text("x"));
    assert_eq!(page.calls_of(el("p").child(el("i")).text("x")), ["create i", "replace"]);
    assert_eq!(page.calls_of(el("p").child_opt(None).text("x")), ["create text ", "replace"]);
    assert_eq!(page.calls_of(VNode::Text("y".into())), ["create text y", "replace"]);
    assert_eq!(page.place.show(), "<main>y</>");
}

#[test]
fn user_input_is_compared_with_the_page() {
    let view =
        |text: &'static str, is_checked| div("f").child(el("input").value(text)).child(el("input").checked(is_checked));
    let mut page = Page::with(view("", true));
    let (field, tick) = (page.mounted.node.child(0), page.mounted.node.child(1));
    assert_eq!(page.calls_of(view("", true)), ["read value", "read checked"]);
    // The user types, so the field has the value of the state already.
    field.set("value", "hal");
    assert_eq!(page.calls_of(view("hal", true)), ["read value", "read checked"]);
    // A refused tick is corrected, although the view has not changed.
    tick.set("checked", "false");
    assert_eq!(page.calls_of(view("hal", true)), ["read value", "read checked", "set checked true"]);
    assert_eq!(page.calls_of(view("", true)), ["read value", "set value ", "read checked"]);
}

#[test]
fn unmanaged_children_are_left_alone() {
    let view = |text: &'static str| div("a").child(div("sheet").unmanaged_children()).text(text);
    let mut page = Page::with(view("x"));
    let sheet = page.mounted.node.child(0);
    sheet.put(&FakeNode::foreign_text("ours"), 0);
    assert_eq!(page.calls_of(view("y")), ["text y"]);
    for trust in [Trust::Touched, Trust::Unwatched] {
        page.calls(trust, view("z"));
        assert_eq!(sheet.read(), "ours");
    }
    sheet.detach();
    page.calls(Trust::Touched, view("z"));
    assert_eq!(page.place.read(), "oursz");
}

#[test]
fn element_is_recreated_if_its_management_changes() {
    let mut page = Page::with(div("a").child(el("p").unmanaged_children()));
    page.mounted.node.child(0).put(&FakeNode::foreign_text("ours"), 0);
    page.calls_of(div("a").child(el("p").text("x")));
    assert_eq!(page.place.show(), "<main><div class=a><p>x</></></>");
    page.calls_of(div("a").child(el("p").unmanaged_children()));
    assert_eq!(page.place.show(), "<main><div class=a><p data-unmanaged=></></></>");
}

#[test]
fn a_translation_stays_until_its_source_changes() {
    let view = |text: &'static str| el("p").text(text).child(el("b").text("b"));
    let mut page = Page::with(view("a"));
    let (source, translation) = (page.mounted.node.child(0), FakeNode::foreign("font"));
    page.mounted.node.put(&translation, 0);
    translation.put(&FakeNode::foreign_text("ä"), 0);
    source.detach();
    page.calls(Trust::Touched, view("a"));
    assert_eq!(page.place.read(), "äb");
    page.calls(Trust::Touched, view("c"));
    assert_eq!(page.place.show(), "<main><p>c<b>b</></></>");
}

/// What a translator does with the answer for a text that it has read.
fn translate(source: &FakeNode, answer: &str) {
    let Some(parent) = source.parent() else { return };
    let at = parent.position(source).expect("it is a child");
    source.detach();
    let translation = FakeNode::foreign("font");
    translation.put(&FakeNode::foreign_text(answer), 0);
    parent.put(&translation, at);
}

#[test]
fn first_translation_of_an_outdated_text_is_discarded() {
    let view = |text: &'static str| el("p").text(text).child(el("b").text("b")).child(el("p").unmanaged_children());
    let mut page = Page::with(view("a"));
    page.mounted.node.child(2).put(&FakeNode::foreign_text("ours"), 0);
    let sources = [page.mounted.node.child(0), page.mounted.node.child(1).child(0)];
    page.calls_of(view("c"));
    for (source, answer) in sources.iter().zip(["ä", "ß"]) {
        translate(source, answer);
    }
    renew(&mut page.mounted);
    // The source of the other one is still there.
    assert_eq!(page.place.read(), "cßours");
}

#[test]
fn later_translation_of_an_outdated_text_is_discarded() {
    let view = |text: &'static str| el("p").text(text).child(el("b").text("b"));
    let mut page = Page::with(view("a"));
    page.calls_of(view("c"));
    renew(&mut page.mounted);
    let source = page.mounted.node.child(0);
    page.calls(Trust::Touched, view("d"));
    translate(&source, "ç");
    assert_eq!(page.place.read(), "db");
    // The same text again keeps its node.
    let source = page.mounted.node.child(0);
    page.calls(Trust::Touched, view("d"));
    translate(&source, "δ");
    assert_eq!(page.place.read(), "δb");
}

#[test]
fn missing_nodes_are_restored() {
    let mut page = Page::with(list(&["a", "b"]));
    page.mounted.node.child(0).detach();
    page.calls(Trust::Touched, list(&["a", "b"]));
    assert_eq!(page.place.read(), "a Londonb London");
}

#[test]
fn missing_nodes_are_restored_in_a_kept_part() {
    let view = |list: VNode| div("a").child(list).child(div("sheet").unmanaged_children());
    let mut page = Page::with(view(list(&["a", "b"]).into()));
    let rows = page.mounted.node.child(0);
    assert!(page.calls_of(view(VNode::Keep)).is_empty());
    rows.child(0).child(0).detach();
    rows.child(1).detach();
    assert_eq!(page.place.read(), " London");
    assert!(page.calls_of(view(VNode::Keep)).is_empty());
    page.calls(Trust::Touched, view(VNode::Keep));
    assert_eq!(page.place.read(), "a Londonb London");
    // Its translation stays, because its source has not changed.
    let (text, wrapper) = (rows.child(0).child(0).child(0), FakeNode::foreign("font"));
    rows.child(0).child(0).put(&wrapper, 0);
    wrapper.put(&FakeNode::foreign_text("ä"), 0);
    text.detach();
    page.calls(Trust::Touched, view(VNode::Keep));
    assert_eq!(page.place.read(), "ä Londonb London");
    page.calls(Trust::Unwatched, view(VNode::Keep));
    assert_eq!(page.place.read(), "a Londonb London");
}

/// Pseudo-random numbers that are the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

fn any_view(numbers: &mut Numbers, depth: usize) -> VElement {
    let mut element = el(["p", "div", "b"][numbers.below(3)]);
    for name in ["class", "id", "title"] {
        if numbers.below(2) == 0 {
            element = element.attr(name, ["a", "b"][numbers.below(2)]);
        }
    }
    for _ in 0..numbers.below(4) {
        element = if depth == 0 || numbers.below(2) == 0 {
            element.text(["", "x", "yz"][numbers.below(3)])
        } else {
            element.child(any_view(numbers, depth - 1))
        };
    }
    element
}

/// The same view twice, because views cannot be cloned.
fn any_view_twice(numbers: &mut Numbers) -> [VNode; 2] {
    let seed = numbers.0;
    [any_view(&mut Numbers(seed), 3).into(), any_view(numbers, 3).into()]
}

#[test]
fn patched_page_equals_a_new_page() {
    let mut numbers = Numbers(1);
    for _ in 0..2_000 {
        let mut page = Page::with(any_view(&mut numbers, 3));
        for _ in 0..4 {
            let [view, same] = any_view_twice(&mut numbers);
            page.calls_of(view);
            let expected: Mounted<FakeNode> = create(same);
            assert_eq!(page.place.child(0).show(), expected.node.show());
            take_calls();
        }
    }
}

/// Wraps, removes, splits or adds a node at a random position.
fn damage(node: &FakeNode, numbers: &mut Numbers) {
    for child in node.children() {
        let at = node.position(&child).expect("it is a child");
        match numbers.below(10) {
            0 => child.detach(),
            1 => {
                let wrapper = FakeNode::foreign("font");
                node.put(&wrapper, at);
                wrapper.put(&child, 0);
            }
            2 => node.put(&FakeNode::foreign("ad"), at),
            _ => {}
        }
        damage(&child, numbers);
    }
}

#[test]
fn damaged_page_is_restored_to_the_text_of_a_new_page() {
    let mut numbers = Numbers(7);
    for _ in 0..2_000 {
        let mut page = Page::with(any_view(&mut numbers, 3));
        for _ in 0..4 {
            damage(&page.mounted.node, &mut numbers);
            let [view, same] = any_view_twice(&mut numbers);
            page.calls(Trust::Touched, view);
            let expected: Mounted<FakeNode> = create(same);
            assert_eq!(page.place.read(), expected.node.read());
            take_calls();
        }
    }
}
