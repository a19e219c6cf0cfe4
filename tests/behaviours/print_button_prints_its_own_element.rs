//! A Print button prints only its own element, on a page with a strict policy, shadow roots, columns and its own print
//! styles. Afterwards the page is unchanged, and its own "Print" prints all of it.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::WebElement;

use crate::harness::engine::Engine;
use crate::harness::paper::print;
use crate::harness::{Browser, Finder};

/// The page's own texts, on the screen and on paper.
const OF_THE_PAGE: [&str; 8] = [
    "Banner of the page",
    "Text of the page",
    "Heading of the page",
    "Menu of the page",
    "Heading of the card",
    "Text in the card",
    "Heading of the box",
    "Foot of the page",
];

/// The texts of each element, and the number of A4 pages that it fills in Chromium.
const OF_ELEMENTS: [(&str, usize); 3] =
    [("Find a GP federation", 7), ("Compare legal forms", 5), ("questions answered: 1 done, 0 to do", 2)];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("printing.html").await?;
    let finder = b.finder().await?;
    let comparison = b.comparison().await?;
    b.wait_for("the guide", "return !!window.guideInTheBox.shadowRoot?.querySelector('.gpf-result button')", &[])
        .await?;
    let guide: WebElement = b.driver().execute("return window.guideInTheBox", []).await?.element()?;
    let guide = Finder::new(guide);
    guide
        .js::<Value>(
            "root.querySelector('[data-section=readiness] details, details[data-section=readiness]').open = true;
             root.querySelector('.gpf-question [value=yes]').click();
             return null",
            &[],
        )
        .await?;
    // The dialog would wait for a user. WebDriver prints the same document.
    b.js::<Value>("window.print = () => { window.asked = true; }", &[]).await?;
    let before = page(b).await?;
    for (at, element) in [&finder, &comparison, &guide].into_iter().enumerate() {
        element.js::<Value>("root.querySelector('button[data-action=print]').click(); return null", &[]).await?;
        b.wait_for("the print dialog", "return window.asked", &[]).await?;
        b.js::<Value>("window.asked = false", &[]).await?;
        is_alone(element).await?;
        // Several times, as for another paper size.
        for _ in 0..2 {
            let Some(paper) = print(b).await? else { break };
            for text in OF_THE_PAGE {
                ensure!(!paper.holds(text), "with element {at}, \"{text}\" is printed");
            }
            for (of, (text, pages)) in OF_ELEMENTS.iter().enumerate() {
                ensure!(paper.holds(text) == (of == at), "element {at} is printed, and of element {of}: {text}");
                let most = if b.engine == Engine::Chromium { *pages } else { 2 * pages };
                ensure!(of != at || paper.pages <= most, "element {at} is printed on {} pages", paper.pages);
            }
        }
        let after = page(b).await?;
        ensure!(after == before, "printing has changed the page:\n{before}\n{after}");
    }
    // After the next key, the page is printed.
    b.press('x').await?;
    let Some(paper) = print(b).await? else { return Ok(()) };
    for text in OF_THE_PAGE {
        ensure!(paper.holds(text), "the page is printed without \"{text}\"");
    }
    let texts = [OF_ELEMENTS[0].0, OF_ELEMENTS[1].0];
    ensure!(texts.iter().all(|text| paper.holds(text)), "the page is printed without its elements");
    Ok(())
}

/// The markup of the page, and the number of its adopted style sheets.
async fn page(b: &Browser) -> Result<String> {
    b.js(
        "const { host } = window.guideInTheBox.getRootNode();
         const roots = [document, document.querySelector('page-card').shadowRoot, window.guideInTheBox.getRootNode()];
         return roots.map((root) => root.adoptedStyleSheets.length + (root.innerHTML || root.documentElement.outerHTML))
             .join('\\n') + host.outerHTML",
        &[],
    )
    .await
}

/// During printing, only the element and its ancestors are marked.
async fn is_alone(element: &Finder) -> Result<()> {
    let marked: Option<bool> = element
        .js(
            "dispatchEvent(new Event('beforeprint'));
             const all = (root) => [...root.querySelectorAll('*')].flatMap((it) =>
                 [it, ...(it.shadowRoot && !it.shadowRoot.querySelector('.gpf') ? all(it.shadowRoot) : [])]);
             const marked = [...all(document), ...all(window.guideInTheBox.getRootNode())]
                 .filter((it) => it.hasAttribute('data-gpf-printed'));
             const own = marked.filter((it) => it.dataset.gpfPrinted === 'this');
             dispatchEvent(new Event('afterprint'));
             return own.length === 1 && own[0] === host && marked.length > 3 && marked.includes(document.documentElement)",
            &[],
        )
        .await?;
    ensure!(marked.context("nothing is marked")?, "the marks are wrong");
    Ok(())
}
