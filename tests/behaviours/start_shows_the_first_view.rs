//! A finder shows its first view before the WebAssembly runs, and adopts its nodes when it is ready: none of them is created
//! again, and none moves. If a finder begins with another view, the content of the page stays until then. The page has a
//! strict policy.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::fallback::shows_the_plain_list;
use crate::harness::held_start::{open_first_view, open_held, release};
use crate::harness::oracle::{Expected, directory};
use crate::harness::paper;

/// The page's own content of the element.
const LINK: &str = "<a href=\"list.html\">The list</a>";
const FINDER: &str = "<gp-federation-finder loading=\"eager\"></gp-federation-finder>";

/// The place and the attributes of each element that is there before and after.
const LOOK: &str = "
    const places = [], texts = [];
    for (const it of root.querySelectorAll('*')) {
        if (it.matches('.gpf-england *')) continue;
        const { x, y, width, height } = it.getBoundingClientRect();
        const attributes = [...it.attributes].map(({ name, value }) => `${name}=${value}`)
            .filter((text) => !/^(data-prerendered|style)/.test(text)).sort().join(' ');
        const own = [...it.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data).join('|');
        places.push([x + scrollX, y + scrollY, width, height].map(Math.round).join(' '));
        texts.push(`${it.localName} ${attributes} ${own}`);
    }
    return [places, texts];";

/// From now on, `made` has each element that is created, except those of the map, `changed` each element whose children
/// have changed, and `shifts` the layout shift, if the browser measures that. `drawn` is the size of the map in the task
/// in which the nodes were adopted.
const WATCH: &str = "
    window.made = [];
    for (const name of ['createElement', 'createElementNS']) {
        const make = Document.prototype[name];
        Document.prototype[name] = function (...of) {
            const it = make.apply(this, of);
            if (!/svg$/.test(it.namespaceURI)) window.made.push(it.localName);
            return it;
        };
    }
    window.changed = [];
    new MutationObserver((records) => {
        for (const { target } of records) if (!target.closest('svg')) window.changed.push(target.className || target.localName);
    }).observe(root, { childList: true, subtree: true });
    window.kept = [...root.querySelectorAll('*')];
    new MutationObserver(() => { window.drawn = root.querySelectorAll('.gpf-england *').length; })
        .observe(root.firstElementChild, { attributeFilter: ['data-prerendered'] });
    window.shifts = 0;
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
        new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shifts += value; })
            .observe({ type: 'layout-shift' });
    }
    root.querySelector('#gpf-search').focus();
    return null";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for (width, attributes) in [
        (320, ""),
        (768, "heading-level=\" 03 \" heading=\" Near &lt;you&gt;\""),
        (1280, ""),
        (1280, "heading=\"\" heading-level=\"5\" feedback=\"https://example.org/\" url-sync show-import-report"),
    ] {
        is_adopted(b, width, attributes).await?;
    }
    for (query, attributes, inside) in [
        ("", "region=\"London\"", LINK),
        ("", "search=\"leeds\"", LINK),
        ("", "sort=\"name\"", LINK),
        ("", "page-size=\"5\"", LINK),
        ("", "map=\"none\"", LINK),
        ("", "src=\"none.csv\"", LINK),
        ("?gpf-region=London", "", LINK),
        ("?mine-search=leeds", "id=\"mine\"", LINK),
        ("", "", "<script type=\"text/csv\">name\nA federation\n</script><p>The list</p>"),
        // The whole list, for example.
        ("", "", "<canvas height=\"900\"></canvas>"),
    ] {
        is_left(b, query, attributes, inside).await?;
    }
    option_comes_meanwhile(b).await?;
    two_have_their_own_names(b).await?;
    removed_before_it_is_ready(b).await?;
    page_without_frames(b).await?;
    is_printed(b).await?;
    fallback_takes_its_place(b).await
}

async fn is_adopted(b: &mut Browser, width: u32, attributes: &str) -> Result<()> {
    let what = format!("{width} px, {attributes}");
    let body = format!(
        "<div id=\"around\"><gp-federation-finder loading=\"eager\" {attributes}>{LINK}</gp-federation-finder></div>
         <p id=\"below\">Below</p>"
    );
    let finder = open_first_view(b, "", &body).await?;
    let narrow = "document.querySelector('#around').style.width = `${arguments[0]}px`; return null";
    b.js::<Value>(narrow, &[width.into()]).await?;
    let border = "return getComputedStyle(root.querySelector('.gpf')).borderTopStyle";
    ensure!(finder.js::<String>(border, &[]).await? == "solid", "{what}: it has no style");
    let [places, texts]: [Vec<String>; 2] = finder.js(LOOK, &[]).await?;
    ensure!(texts.len() > 100, "{what}: {texts:#?}");
    let all = directory().len();
    ensure!(finder.text(".gpf-count").await? == format!("{all} federations"), "{what}");
    let below = "return document.querySelector('#below').getBoundingClientRect().y + scrollY";
    let before: f64 = b.js(below, &[]).await?;
    finder.js::<Value>(WATCH, &[]).await?;

    let finder = release(b).await?;
    finder.wait_for("the map", "return root.querySelectorAll('.gpf-england path').length > 7", &[]).await?;
    b.settle(0).await?;
    let [made, changed]: [Vec<String>; 2] = b.js("return [window.made, window.changed]", &[]).await?;
    ensure!(made.is_empty() && changed.is_empty(), "{what}: it made {made:?} and changed the children of {changed:?}");
    let drawn: usize = b.js("return window.drawn", &[]).await?;
    ensure!(drawn == 0, "{what}: the map is drawn in the same task, with {drawn} elements");
    let is_kept = "return window.kept.every((it) => root.contains(it)) && root.activeElement === root.querySelector('#gpf-search')";
    ensure!(finder.js::<bool>(is_kept, &[]).await?, "{what}: nodes are gone, or the focus has moved");
    let shifts: f64 = b.js("return window.shifts", &[]).await?;
    ensure!(shifts == 0.0, "{what}: the page shifts by {shifts}");
    let [now_places, now_texts]: [Vec<String>; 2] = finder.js(LOOK, &[]).await?;
    // The name of the search can be different.
    let is_search = |text: &str| text.contains("role=search");
    for (before, now) in texts.iter().zip(&now_texts).filter(|(it, _)| !is_search(it)) {
        ensure!(before == now, "{what}: {before} became {now}");
    }
    for (at, (before, now)) in places.iter().zip(&now_places).enumerate() {
        ensure!(before == now, "{what}: {} moved from {before} to {now}", texts[at]);
    }
    ensure!(texts.len() == now_texts.len(), "{what}: {} elements, then {}", texts.len(), now_texts.len());
    let now: f64 = b.js(below, &[]).await?;
    ensure!((now - before).abs() < 1.0, "{what}: the text below moved from {before} to {now}");

    // The finder works, and the page notices changes.
    finder.search("leeds").await?;
    Expected::text("leeds").is_shown_by(&finder).await?;
    let [made, changed]: [Vec<String>; 2] = b.js("return [window.made, window.changed]", &[]).await?;
    ensure!(!made.is_empty() && !changed.is_empty(), "the page notices no change");
    Ok(())
}

/// Shows the page's own content until it is ready.
async fn is_left(b: &mut Browser, query: &str, attributes: &str, inside: &str) -> Result<()> {
    let what = [query, attributes, inside].concat();
    let body = format!("<gp-federation-finder loading=\"eager\" {attributes}>{inside}</gp-federation-finder>");
    let finder = open_held(b, query, &body).await?;
    ensure!(finder.count(".gpf").await? == 0, "{what}: there is a first view");
    ensure!(finder.count("slot").await? == 1, "{what}: the page's content is gone");
    if attributes.contains("src") {
        b.allow_console("none.csv");
        b.allow_console("404");
    }
    release(b).await?;
    Ok(())
}

async fn option_comes_meanwhile(b: &mut Browser) -> Result<()> {
    let finder = open_first_view(b, "", FINDER).await?;
    finder.js::<Value>("host.setAttribute('region', 'London'); return null", &[]).await?;
    let finder = release(b).await?;
    ensure!(finder.controls().await?[1] == "London");
    ensure!(finder.count("[data-region=London][open] > .gpf-federation").await? > 5, "its federations are not there");
    ensure!(finder.count(".gpf-finder").await? == 1, "the first view is still there");

    let finder = open_first_view(b, "", FINDER).await?;
    finder.js::<Value>("host.setAttribute('heading', 'Near you'); return null", &[]).await?;
    let finder = release(b).await?;
    ensure!(finder.text(".gpf-heading").await? == "Near you", "the heading is still the earlier one");
    Ok(())
}

async fn two_have_their_own_names(b: &mut Browser) -> Result<()> {
    open_first_view(b, "", &FINDER.repeat(2)).await?;
    release(b).await?;
    b.finder_at("gp-federation-finder:last-of-type").await?;
    let labels: Vec<String> = b
        .js(
            "return [...document.querySelectorAll('gp-federation-finder')]
                 .map(({ shadowRoot }) => shadowRoot.querySelector('[role=search]').getAttribute('aria-label'))",
            &[],
        )
        .await?;
    ensure!(labels == ["Find a GP federation", "Find a GP federation, 2"], "{labels:?}");
    Ok(())
}

async fn removed_before_it_is_ready(b: &mut Browser) -> Result<()> {
    let finder = open_first_view(b, "", FINDER).await?;
    finder.js::<Value>("window.host = host; host.remove(); return null", &[]).await?;
    b.settle(0).await?;
    b.js_async::<Value>("window.release(); await gpFederations.ready; return null", &[]).await?;
    b.js::<Value>("document.querySelector('main').append(window.host); return null", &[]).await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await
}

/// A hidden page gets no frames, so the finder can be ready before the second part of the first view is shown.
async fn page_without_frames(b: &mut Browser) -> Result<()> {
    let script = "const later = window.setTimeout;
        window.late = 0;
        window.requestAnimationFrame = () => 0;
        window.setTimeout = (call, ms) => later(() => { call(); window.late += ms === 100; }, ms === 100 ? 2000 : ms);";
    b.serve("/no-frames.js", script, &[]);
    let html = format!(
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>No frames</title>
         <script src=\"/no-frames.js\"></script>
         <script src=\"/gp-federations.js\" defer></script></head><body><main>{FINDER}</main></body></html>"
    );
    b.open_written("/no-frames.html", &html).await?;
    let finder = b.finder().await?;
    b.wait_for("the late frame", "return window.late > 0", &[]).await?;
    let parts = finder.count(".gpf-controls, .gpf-columns, .gpf-footer").await?;
    ensure!(parts == 3, "{parts} parts, not 3");
    Expected::everything().is_shown_by(&finder).await
}

/// The whole list is printed, and the finder still adopts the first view afterwards.
async fn is_printed(b: &mut Browser) -> Result<()> {
    let finder = open_first_view(b, "", FINDER).await?;
    let names = "window.dispatchEvent(new Event('beforeprint'));
        const names = [...root.querySelectorAll('.gpf-print-sheet li > strong')].length;
        window.dispatchEvent(new Event('afterprint'));
        return [names, root.querySelectorAll('.gpf-print-sheet > *').length]";
    let [names, left]: [usize; 2] = finder.js(names, &[]).await?;
    ensure!(names == directory().len() && left == 0, "{names} federations on paper, {left} elements left");
    if let Some(paper) = paper::print(b).await? {
        for text in ["Find a GP federation", "Warrington Health Plus"] {
            ensure!(paper.holds(text), "not on paper: {text}");
        }
        ensure!(!paper.holds("Show all"), "a button is on paper");
    }
    finder.js::<Value>(WATCH, &[]).await?;
    let finder = release(b).await?;
    let made: Vec<String> = b.js("return window.made", &[]).await?;
    ensure!(made.is_empty(), "after printing it made {made:?}");
    Expected::everything().is_shown_by(&finder).await
}

async fn fallback_takes_its_place(b: &mut Browser) -> Result<()> {
    b.allow_fallback("no-memory");
    let finder = open_first_view(b, "", FINDER).await?;
    finder.js::<Value>("window.refuse(); return null", &[]).await?;
    shows_the_plain_list(&finder).await?;
    finder.wait_for("the mark to go", "return !root.querySelector('[data-prerendered]')", &[]).await?;
    // The first view does not listen any more.
    b.js::<Value>(
        "for (const it of ['beforeprint', 'afterprint']) window.dispatchEvent(new Event(it)); return null",
        &[],
    )
    .await?;
    shows_the_plain_list(&finder).await
}
