//! Tab moves through all controls in reading order. Enter and Space work like a click.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::Browser;
use crate::harness::browser::NAME_OF;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    finder.open_region("Midlands").await?;
    let in_reading_order: Vec<String> = finder
        .js(
            &format!(
                "{NAME_OF}
                 return [...root.querySelectorAll('input, select, button, summary, a[href]')]
                     .filter((element) => element.checkVisibility())
                     .map(nameOf);"
            ),
            &[],
        )
        .await?;
    ensure!(in_reading_order.len() > 25);
    finder.js::<Value>("root.querySelector('#gpf-search').focus()", &[]).await?;
    let mut reached = vec![b.focused().await?];
    while reached.len() < in_reading_order.len() {
        b.press(Key::Tab).await?;
        reached.push(b.focused().await?);
    }
    ensure!(reached == in_reading_order, "Tab goes {reached:?}\n  instead of {in_reading_order:?}");

    // The results follow the search controls: the search box and the 4 selects.
    ensure!(reached[5].starts_with("summary.gpf-summary"), "after the selects comes {}", reached[5]);

    finder.js::<Value>("root.querySelector('.gpf-federation > summary').focus()", &[]).await?;
    b.press(Key::Enter).await?;
    finder.wait_for("Enter to open the row", "return root.querySelector('.gpf-federation').open", &[]).await?;
    b.press(Key::Space).await?;
    finder.wait_for("Space to close it", "return !root.querySelector('.gpf-federation').open", &[]).await?;

    // The focus must be visible everywhere.
    for css in ["#gpf-search", "#gpf-region", "#gpf-sort", ".gpf-federation:nth-of-type(2) > summary", ".gpf-copy-link"]
    {
        let look = "const element = root.querySelector(args[0]);
            if (args[1]) element.focus(); else element.blur();
            return [element, ...element.querySelectorAll('*')].map((it) => {
                const style = getComputedStyle(it);
                return ['outline', 'boxShadow', 'backgroundColor', 'color', 'border', 'textDecoration']
                    .map((name) => style[name]).join(' ');
            }).join()";
        let focused: String = finder.js(look, &[css.into(), true.into()]).await?;
        let blurred: String = finder.js(look, &[css.into(), false.into()]).await?;
        ensure!(focused != blurred, "{css} looks the same with and without focus: {focused}");
    }
    Ok(())
}
