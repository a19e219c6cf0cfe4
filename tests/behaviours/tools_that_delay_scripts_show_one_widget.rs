//! Consent tools and speed plugins change script tags before and after they run. There is one widget in the place of
//! the tag, and no notice about a list that the editor has not chosen.

use anyhow::{Context, Result, ensure};

use crate::harness::Browser;

/// A tool, the page's content as it arrives, and what its script does with it.
const TOOLS: [(&str, &str, &str); 6] = [
    (
        "Rocket Loader: runs a copy while the tag of another type is in the page",
        "<script src=\"/gp-federations.js\" defer data-view=\"finder\" type=\"3f2a-text/javascript\"></script>",
        COPY,
    ),
    (
        "Rocket Loader, with an option",
        "<script src=\"/gp-federations.js\" defer data-region=\"London\" type=\"3f2a-text/javascript\"></script>",
        COPY,
    ),
    (
        "Rocket Loader, file with another name",
        "<script src=\"/widget.js\" defer data-view=\"finder\" type=\"3f2a-text/javascript\"></script>",
        COPY,
    ),
    (
        "WP Rocket: gives the tag its type back",
        "<script data-rocket-src=\"/gp-federations.js\" data-view=\"finder\" type=\"rocketlazyloadscript\"></script>",
        "const copy = document.createElement('script');
         copy.dataset.view = 'finder'; copy.src = tag.dataset.rocketSrc; tag.replaceWith(copy);",
    ),
    (
        "Klaro: keeps the address in data-src",
        "<script data-src=\"/gp-federations.js\" data-name=\"widget\" type=\"text/plain\"></script>",
        "const copy = document.createElement('script');
         for (const { name, value } of tag.attributes) if (name !== 'type') copy.setAttribute(name, value);
         copy.src = tag.dataset.src; tag.replaceWith(copy);",
    ),
    (
        "Flying Scripts: keeps the address in data-src, file with another name",
        "<script data-src=\"/widget.js\" data-view=\"finder\" data-type=\"lazy\"></script>",
        "tag.setAttribute('src', tag.getAttribute('data-src'));",
    ),
];

const COPY: &str = "const copy = document.createElement('script');
    for (const { name, value } of tag.attributes) if (name !== 'type') copy.setAttribute(name, value);
    copy.addEventListener('load', () => tag.remove());
    tag.parentNode.insertBefore(copy, tag);";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.serve("/widget.js", crate::harness::all_elements::script()?, &[]);
    for (at, (name, content, tool)) in TOOLS.into_iter().enumerate() {
        let page = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>Page</title><main><h1>Page</h1><div id=place>{content}</div>\
             </main><script>const tag = document.querySelector('#place script'); addEventListener('load', () => setTimeout(() => {{ {tool} }}));\
             </script>"
        );
        b.open_written(&format!("/delayed-{at}.html"), &page).await?;
        one_finder(b).await.with_context(|| name.to_owned())?;
    }
    copy_of_a_template(b).await
}

async fn one_finder(b: &Browser) -> Result<()> {
    let finder = b.finder().await?;
    b.settle(1100).await?;
    let count: usize = b.js("return document.querySelectorAll('gp-federation-finder').length", &[]).await?;
    ensure!(count == 1, "{count} finders");
    let is_there = "return host.parentElement.id === 'place' && !root.querySelector('.gpf-list-error')";
    finder.wait_for("it to be in its place, without a notice", is_there, &[]).await?;
    ensure!(finder.js::<bool>("return !host.hasAttribute('src')", &[]).await?, "the script is used as a list");
    Ok(())
}

/// A framework that copies the page's markup before the tag runs leaves the tag outside the page.
async fn copy_of_a_template(b: &mut Browser) -> Result<()> {
    let page = "<!doctype html><html lang=en><meta charset=utf-8><title>Page</title><main><h1>Page</h1>\
        <div id=place><script src=\"/gp-federations.js\" defer data-view=\"finder\"></script></div></main>\
        <script>const box = document.querySelector('#place'), copy = document.createElement('script'), old = box.firstChild;\
        for (const { name, value } of old.attributes) copy.setAttribute(name, value); old.replaceWith(copy);</script>";
    b.open_written("/copied.html", page).await?;
    one_finder(b).await
}
