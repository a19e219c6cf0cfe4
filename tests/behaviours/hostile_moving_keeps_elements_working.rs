//! Scripts can detach, append, wrap, sort and clone the elements, or rewrite a part of the page from its own HTML.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::Region;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::all_show;
use crate::harness::oracle::Expected;

/// The action, and the number of elements after it.
const DEEDS: [(&str, &str, usize); 6] = [
    (
        "$(…).detach(), later appendTo",
        "const it = one.firstElementChild; it.remove(); setTimeout(() => other.append(it), 50);",
        3,
    ),
    ("wrapAll", "const div = document.createElement('div'); one.before(div); div.append(one);", 3),
    ("sorted", "[...one.children].reverse().forEach((it) => one.append(it));", 3),
    ("clone", "other.append(one.cloneNode(true));", 5),
    ("written again", "const text = other.innerHTML; other.innerHTML = ''; other.innerHTML = text;", 5),
    ("a part goes", "other.querySelector('section').remove();", 3),
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("hostile-moving.html").await?;
    all_show(b, None, 3, "runs").await?;
    for (name, deed, count) in DEEDS {
        let script =
            format!("const [one, other] = ['one', 'other'].map((id) => document.querySelector('#' + id)); {deed}");
        b.js::<Value>(&format!("{script} return null"), &[]).await?;
        // Longer than the delay after which a removed element is destroyed.
        b.settle(150).await?;
        all_show(b, None, count, "runs").await.context(name)?;
    }
    let finder = b.finder().await?;
    Expected::region(Region::London).is_shown_by(&finder).await?;
    let instances: usize = b.js("return window.instances", &[]).await?;
    ensure!(instances == 1, "{instances} wasm instances");
    Ok(())
}
