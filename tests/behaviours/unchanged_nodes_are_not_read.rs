//! If only the finder changes its nodes, typing costs as much as the change, and no node is read. What is filled in for
//! printing does not change that. After a change from outside, nodes are read.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

/// Counts reads of nodes and starts of the observer while texts with different results are typed. As a script of the
/// page, because Firefox separates changes by a driver.
const SCRIPT: &str = "{
    const looks = [];
    let watches = 0;
    const count = (name) => {
        const { get, value, ...rest } = Object.getOwnPropertyDescriptor(Node.prototype, name);
        const counted = (what) => function (...args) { looks.push(name); return what.apply(this, args); };
        Object.defineProperty(Node.prototype, name, get ? { ...rest, get: counted(get) } : { ...rest, value: counted(value) });
    };
    ['firstChild', 'nextSibling', 'childNodes', 'contains'].forEach(count);
    const { observe } = MutationObserver.prototype;
    MutationObserver.prototype.observe = function (...args) { watches++; return observe.apply(this, args); };
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    addEventListener('type-now', async () => {
        const search = document.querySelector('gp-federation-finder').shadowRoot.querySelector('#gpf-search');
        looks.length = watches = 0;
        for (const text of ['care', 'car', 'caret', 'ca']) {
            search.value = text;
            search.dispatchEvent(new Event('input', { bubbles: true }));
            await frame();
        }
        document.body.dataset.counted = [looks.length, watches];
    });
}";

/// Prints, and types during it if the argument is false.
const PRINT: &str = "host.dataset.printed = '';
    const sheet = root.querySelector('.gpf-print-sheet');
    const search = root.querySelector('#gpf-search');
    const end = () => {
        dispatchEvent(new Event('afterprint'));
        if (sheet.firstChild) throw new Error('The sheet is still there.');
        host.dataset.printed = 'yes';
    };
    dispatchEvent(new Event('beforeprint'));
    if (!sheet.firstChild) throw new Error('There is no sheet.');
    if (args[0]) {
        setTimeout(end);
    } else {
        search.value = 'c';
        search.dispatchEvent(new Event('input', { bubbles: true }));
        end();
    }
    return null;";

async fn typed(b: &Browser) -> Result<(u32, u32)> {
    b.js::<Value>("delete document.body.dataset.counted; dispatchEvent(new Event('type-now')); return null", &[])
        .await?;
    b.wait_for("four texts", "return !!document.body.dataset.counted", &[]).await?;
    b.js("return document.body.dataset.counted.split(',').map(Number)", &[]).await
}

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    let body = "const script = document.createElement('script');
        script.textContent = arguments[0];
        document.head.append(script);
        return null";
    b.js::<Value>(body, &[SCRIPT.into()]).await?;
    let (looks, watches) = typed(b).await?;
    ensure!(watches >= 4, "{watches} patches of 4 texts are watched");
    ensure!(looks == 0, "untouched, the nodes were looked at {looks} times");
    // Also if the view changes during it.
    for is_still in [true, false] {
        finder.js::<Value>(PRINT, &[is_still.into()]).await?;
        finder.wait_for("the end of printing", "return host.dataset.printed === 'yes'", &[]).await?;
        let (looks, watches) = typed(b).await?;
        ensure!(looks == 0 && watches >= 4, "after printing, {looks} looks and {watches} watches");
    }
    finder.js::<Value>("root.querySelector('.gpf-name').append('!'); return null", &[]).await?;
    let (looks, watches) = typed(b).await?;
    ensure!(looks > 0 && watches == 0, "touched, {looks} looks and {watches} watches");
    Ok(())
}
