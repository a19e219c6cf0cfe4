//! An element looks the same with its own script, which has a shorter style sheet, as with the full one.

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::{script, use_script_of};

const PAGES: [(&str, &str, &str); 3] = [
    ("finder", "bare.html", "gp-federation-finder"),
    ("comparison", "comparison.html", "gp-legal-form-comparison"),
    ("guide", "guide.html", "gp-federation-guide"),
];

const SCRIPT: &str = "GET /gp-federations.js";

/// The same page twice, each in a whole window, one over the other.
const TWO_FRAMES: &str =
    "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>The same twice</title>
    <style>iframe { position: fixed; top: 0; left: 0; width: 100%; height: 100%; border: 0 }</style></head>
    <body><iframe id=\"full\" title=\"With the full script\" src=\"/pages/PAGE\"></iframe>
    <iframe id=\"part\" title=\"With its own script\"></iframe></body></html>";

/// Opens everything that can be opened, then compares all computed properties of each element, including those of its
/// `::before`, `::after` and `::marker`. Done in the page: as text, they are many megabytes.
const COMPARE: &str = "
    const hosts = ['full', 'part'].map((id) => document.getElementById(id).contentDocument.querySelector(arguments[0]));
    for (const { shadowRoot } of hosts) shadowRoot.querySelectorAll('details').forEach((it) => { it.open = true; });
    const [full, part] = hosts.map(({ shadowRoot }) => [...shadowRoot.querySelectorAll('*')]);
    const title = (it) => `${it.localName}.${it.getAttribute('class')}`;
    const styleOf = (element, pseudo) => {
        const style = element.ownerDocument.defaultView.getComputedStyle(element, pseudo || undefined);
        // Without content there is no `::before` and no `::after`, and only list items have a `::marker`.
        const isThere = pseudo === '' || (pseudo === '::marker'
            ? element.ownerDocument.defaultView.getComputedStyle(element).display.includes('list-item')
            : !/^(none|normal)$/.test(style.content));
        return isThere ? style : null;
    };
    const differences = [];
    let compared = 0;
    for (const [at, element] of full.entries()) {
        const other = part[at];
        if (!other) break;
        for (const pseudo of ['', '::before', '::after', '::marker']) {
            const [one, two] = [styleOf(element, pseudo), styleOf(other, pseudo)];
            const changes = [];
            if (title(element) !== title(other)) changes.push(['element', title(element), title(other)]);
            if (!one !== !two) changes.push(['content', String(!!one), String(!!two)]);
            if (one && two) {
                compared += 1;
                // A style is a list of names. Each of them is asked of both.
                if (one.length !== two.length) changes.push(['length', `${one.length}`, `${two.length}`]);
                for (let i = 0; i < one.length; i += 1) {
                    const name = one[i];
                    const [before, now] = [one.getPropertyValue(name), two.getPropertyValue(name)];
                    if (before !== now) changes.push([name, before, now]);
                }
            }
            if (changes.length) differences.push({ element: title(element) + pseudo, changes });
        }
    }
    return { elements: [full.length, part.length], compared, count: differences.length,
        // A missing rule makes all ancestors smaller. An element with other differences is a better indication.
        first: differences.find(({ changes }) => changes.some(([name]) => !arguments[1].includes(name))) || differences[0] || null };";

/// Properties that depend on the content.
const FOLLOWS: [&str; 6] = ["block-size", "height", "inline-size", "width", "perspective-origin", "transform-origin"];

#[derive(Deserialize)]
struct Compared {
    /// The numbers of elements, with the full script and with its own.
    elements: [usize; 2],
    /// The number of styles that were compared.
    compared: usize,
    /// The number of styles that differ.
    count: usize,
    first: Option<Difference>,
}

#[derive(Deserialize)]
struct Difference {
    element: String,
    /// Name, value with the full script, value with its own.
    changes: Vec<[String; 3]>,
}

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for (kind, page, tag) in PAGES {
        looks_the_same(b, kind, page, tag).await.context(page)?;
    }
    Ok(())
}

async fn looks_the_same(b: &mut Browser, kind: &str, page: &str, tag: &str) -> Result<()> {
    let asked_before = requests_of_script(b);
    b.serve("/gp-federations.js", script()?, &["Content-Type: text/javascript; charset=utf-8"]);
    b.open_written("/twice.html", &TWO_FRAMES.replace("PAGE", page)).await?;
    is_shown(b, "#full", tag).await?;
    use_script_of(b, kind)?;
    let address = format!("/pages/{page}");
    b.js::<Value>("document.getElementById('part').src = arguments[0]", &[address.into()]).await?;
    is_shown(b, "#part", tag).await?;
    let asked = requests_of_script(b) - asked_before;
    ensure!(asked == 2, "the frames have asked {asked} times for their scripts");

    let Compared { elements: [full, part], compared, count, first } =
        b.js(COMPARE, &[tag.into(), FOLLOWS.to_vec().into()]).await?;
    ensure!(full == part, "{part} elements of the {kind} with its own script, not {full}");
    ensure!(full > 100 && compared > full, "only {compared} styles of {full} elements of the {kind}");
    if let Some(Difference { element, changes }) = first {
        let changes: Vec<_> = changes.iter().take(5).collect();
        bail!("{count} styles differ, such as {element}: {changes:?}");
    }
    Ok(())
}

fn requests_of_script(b: &Browser) -> usize {
    b.requests().iter().filter(|it| *it == SCRIPT).count()
}

/// Waits until the element in this frame is complete.
async fn is_shown(b: &mut Browser, frame: &str, tag: &str) -> Result<()> {
    b.enter_frame(frame).await?;
    b.finder_at(tag).await?;
    b.leave_frame().await
}
