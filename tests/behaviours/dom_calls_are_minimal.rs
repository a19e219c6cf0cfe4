//! Only changes of the view change the page: every DOM call is counted in the browser.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;

/// The number of calls of each kind.
type Calls = BTreeMap<String, u32>;

/// Whether a call changes a node.
fn is_change(name: &str) -> bool {
    ![
        "get ",
        "Node.contains",
        "Element.closest",
        "Element.matches",
        "Element.query",
        "Element.getAttribute",
        "Element.has",
    ]
    .iter()
    .any(|look| name.starts_with(look))
}

fn changes(batches: &[Calls]) -> Calls {
    let mut sum = Calls::new();
    for (name, count) in batches.iter().flatten().filter(|(name, _)| is_change(name)) {
        *sum.entry(name.clone()).or_default() += count;
    }
    sum
}

fn calls(expected: &[(&str, u32)]) -> Calls {
    expected.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
}

async fn of_option(b: &Browser, name: &str, value: &str) -> Result<Vec<Calls>> {
    b.js_async("return await domCalls.option(arguments[0], arguments[1])", &[json!(name), json!(value)]).await
}

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("dom-calls.html").await?;
    let finder = b.finder().await?;
    let shown = async |rows: usize| {
        let body = "return root.querySelectorAll('.gpf-federation').length === args[0]";
        finder.wait_for(&format!("{rows} rows"), body, &[rows.into()]).await
    };
    shown(3).await?;
    b.wait_for("all of the finder", "return domCalls.isReady", &[]).await?;
    // Renders the same view again. Fields are read, because a user might have typed in them, and options, because the
    // browser's selection moves if one is removed.
    let same = of_option(b, "heading", "Federations").await?;
    let options = u32::try_from(finder.count("option").await?)?;
    let reads = calls(&[("get HTMLInputElement.value", 1), ("get HTMLOptionElement.selected", options)]);
    ensure!(same == [reads], "the same heading again: {same:?}");

    // The heading is also in the name of the landmark.
    let heading = changes(&of_option(b, "heading", "Our federations").await?);
    let expected = calls(&[("set Node.nodeValue", 1), ("Element.setAttribute aria-label", 1)]);
    ensure!(heading == expected, "another heading: {heading:?}");

    // One more row, and 2 texts: "Show 2 more" and "Showing 4 of 6".
    let mut more = changes(&of_option(b, "page-size", "4").await?);
    let body = "const row = [...root.querySelectorAll('.gpf-federation')].at(-1);
        const elements = [row, ...row.querySelectorAll('*')];
        const texts = elements.flatMap((it) => [...it.childNodes]).filter((it) => it.nodeType === Node.TEXT_NODE).length;
        return [elements.length, texts, elements.reduce((sum, it) => sum + it.attributes.length, 0)];";
    let [elements, texts, attributes]: [u32; 3] = finder.js(body, &[]).await?;
    let mut take = |part: &str| {
        let (found, rest) =
            std::mem::take(&mut more).into_iter().partition::<Calls, _>(|(name, _)| name.contains(part));
        more = rest;
        found.into_values().sum::<u32>()
    };
    let created =
        [take("Document.createElement"), take("new Text"), take("Element.setAttribute"), take("insertBefore")];
    ensure!(created == [elements, texts, attributes, elements + texts], "a row: {created:?}");
    let rest = calls(&[("set HTMLDetailsElement.open false", 1), ("set Node.nodeValue", 2)]);
    ensure!(more == rest, "a row more: {more:?}");

    // One row fewer.
    let less = changes(&of_option(b, "page-size", "3").await?);
    ensure!(less == calls(&[("Node.removeChild", 1), ("set Node.nodeValue", 2)]), "a row less: {less:?}");

    // Other federations in the same rows: the name, place and id of each. No node is created or removed.
    let other = of_option(b, "sort", "name-reversed").await?;
    let other = changes(&other);
    let only = [
        "set Node.nodeValue",
        "Element.setAttribute data-id",
        "set HTMLOptionElement.selected true",
        "set HTMLOptionElement.selected false",
    ];
    ensure!(other.keys().all(|name| only.contains(&&**name)), "rows in another order: {other:?}");
    ensure!(other["Element.setAttribute data-id"] == 3, "rows in another order: {other:?}");

    // The typed text is already in the box, so another space changes nothing.
    b.js_async::<Value>("return await domCalls.type('camden')", &[]).await?;
    finder.eventually_contains(".gpf-count", "1 ").await?;
    shown(1).await?;
    let space: Vec<Calls> = b.js_async("return await domCalls.type('camden ')", &[]).await?;
    ensure!(changes(&space[..1]).is_empty(), "a space more: {space:?}");
    Ok(())
}
