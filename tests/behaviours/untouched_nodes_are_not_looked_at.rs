//! Where nothing else changes a finder's nodes, a key costs what it changes: no node is looked at. Once something else has,
//! they are.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

/// Counts what is read of nodes, and how often the watch over them is taken up.
const COUNT: &str = "window.looks = [];
    window.watches = 0;
    const count = (name) => {
        const { get, value, ...rest } = Object.getOwnPropertyDescriptor(Node.prototype, name);
        const counted = (what) => function (...args) { looks.push(name); return what.apply(this, args); };
        Object.defineProperty(Node.prototype, name, get ? { ...rest, get: counted(get) } : { ...rest, value: counted(value) });
    };
    ['firstChild', 'nextSibling', 'childNodes', 'contains', 'parentNode'].forEach(count);
    const { observe } = MutationObserver.prototype;
    MutationObserver.prototype.observe = function (...args) { watches++; return observe.apply(this, args); };
    return null";

/// Types texts of as many rows that differ, and gives back what was read of nodes and how often they were watched anew.
const TYPE: &str = "const search = root.querySelector('#gpf-search');
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    looks.length = watches = 0;
    (async () => {
        for (const text of ['care', 'car', 'caret', 'ca']) {
            search.value = text;
            search.dispatchEvent(new Event('input', { bubbles: true }));
            await frame();
        }
        window.counted = [looks.length, watches];
    })();
    return null";

async fn typed(b: &Browser, finder: &crate::harness::finder::Finder) -> Result<(u32, u32)> {
    b.js::<Value>("window.counted = null; return null", &[]).await?;
    finder.js::<Value>(TYPE, &[]).await?;
    b.wait_for("four texts", "return !!window.counted", &[]).await?;
    b.js("return window.counted", &[]).await
}

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    b.js::<Value>(COUNT, &[]).await?;
    let (looks, watches) = typed(b, &finder).await?;
    ensure!(watches >= 4, "{watches} patches of 4 texts are watched");
    ensure!(looks == 0, "untouched, the nodes were looked at {looks} times");
    finder.js::<Value>("root.querySelector('.gpf-name').append('!'); return null", &[]).await?;
    let (looks, watches) = typed(b, &finder).await?;
    ensure!(looks > 0 && watches == 0, "touched, {looks} looks and {watches} watches");
    Ok(())
}
