//! However the snippet is inserted into the page, there is one finder in the place of the tag, with the tag's options.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::place::{TAG, is_in_its_place, page, quoted, serve_jquery};

/// Ways without a library: the content of the place, and a script at the end of the page.
const WAYS: [(&str, &str, &str); 13] = [
    ("document.write", "<script>document.write(SNIPPET)</script>", ""),
    ("a module", "<script type=\"module\" src=\"/gp-federations.js\" data-region=\"London\"></script>", ""),
    ("a module by another name", "<script type=\"module\" src=\"/renamed.js\" data-view=\"finder\" data-region=\"London\"></script>", ""),
    ("a classic script by another name", "<script src=\"/renamed.js\" data-region=\"London\"></script>", ""),
    ("async", "<script src=\"/gp-federations.js\" async data-region=\"London\"></script>", ""),
    (
        "createContextualFragment",
        "",
        "place.append(document.createRange().createContextualFragment(SNIPPET));",
    ),
    (
        "createElement",
        "",
        "const it = document.createElement('script'); it.src = '/gp-federations.js'; it.dataset.region = 'London'; place.append(it);",
    ),
    (
        "after the page has loaded",
        "",
        "addEventListener('load', () => setTimeout(() => {
            const it = document.createElement('script'); it.src = '/gp-federations.js'; it.dataset.view = 'finder';
            it.dataset.region = 'London'; place.append(it); }, 50));",
    ),
    // As Turbo and htmx do: a tag that was inserted as text runs as a copy in the same place.
    (
        "a copy in the place of the tag",
        "",
        "place.innerHTML = SNIPPET; const old = place.querySelector('script'); const it = document.createElement('script');
         for (const { name, value } of old.attributes) it.setAttribute(name, value); old.replaceWith(it);",
    ),
    (
        "a copy some time later, where the script runs already",
        "<script src=\"/gp-federations.js\" data-view=\"none\"></script>",
        "place.insertAdjacentHTML('beforeend', SNIPPET); setTimeout(() => {
            const old = place.querySelector('[data-region]'); const it = document.createElement('script');
            for (const { name, value } of old.attributes) it.setAttribute(name, value);
            old.before(it); old.remove(); }, 100);",
    ),
    (
        "insertAdjacentHTML, where the script runs already",
        "<script src=\"/gp-federations.js\" data-view=\"none\"></script>",
        "place.insertAdjacentHTML('beforeend', SNIPPET);",
    ),
    (
        "in a shadow root",
        "",
        "const it = document.createElement('script'); it.src = '/gp-federations.js'; it.dataset.view = 'finder';
         it.dataset.region = 'London'; place.attachShadow({ mode: 'open' }).append(it);",
    ),
    (
        "a placeholder and a tag in a shadow root",
        "",
        "const it = document.createElement('script'); it.src = '/gp-federations.js';
         const div = document.createElement('div'); div.dataset.gpFederations = 'finder'; div.dataset.region = 'London';
         place.attachShadow({ mode: 'open' }).append(div, it);",
    ),
];

/// Calls of jQuery with the snippet.
const JQUERY: [(&str, &str); 5] = [
    ("html, while the page is read", "$('#place').html(SNIPPET);"),
    ("append, when it is there", "$(function () { $('#place').append(SNIPPET); });"),
    ("html, on a click long after", "setTimeout(function () { $('#place').html(SNIPPET); }, 100);"),
    ("load", "$(function () { $('#place').load('/part.html'); });"),
    (
        "html of a script from another server",
        "$(function () { $('#place').html(SNIPPET.replace('/gp', ELSEWHERE + '/gp')); });",
    ),
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let libraries = serve_jquery(b)?;
    b.serve("/renamed.js", crate::harness::all_elements::script()?, &[]);
    b.serve("/part.html", format!("<p>Part</p>{TAG}"), &[]);
    // jQuery 3 and older fetch the script themselves, with a method that browsers warn about.
    b.allow_console("Synchronous XMLHttpRequest");
    b.allow_console("document.write");
    // This host name makes another origin than the page's.
    let elsewhere = b.origin().replacen("http://", "http://elsewhere.", 1);
    let constants = format!("const SNIPPET = {}, ELSEWHERE = {};", quoted(TAG), quoted(&elsewhere));

    for (way, place, script) in WAYS {
        let place = place.replace("SNIPPET", &quoted(TAG));
        let end = format!("<script>{constants} const place = document.querySelector('#place'); {script}</script>");
        b.open_written("/place.html", &page("", &place, &end)?).await?;
        is_in_its_place(b).await.with_context(|| way.to_owned())?;
    }
    for library in libraries {
        for (way, script) in JQUERY {
            let end = format!("<script src=\"{library}\"></script><script>{constants} {script}</script>");
            b.open_written("/place.html", &page("", "", &end)?).await?;
            is_in_its_place(b).await.with_context(|| format!("{library}: {way}"))?;
            // And once more, in the place of the first.
            if way.starts_with("html") {
                b.js::<Value>("$('#place').html($('#place script').prop('outerHTML')); return null", &[]).await?;
                is_in_its_place(b).await.with_context(|| format!("{library}: {way}, again"))?;
            }
        }
    }
    Ok(())
}
