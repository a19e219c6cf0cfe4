//! A page's `* { … }` rule does not style the widget's content.

use anyhow::{Result, ensure};

use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let alone = look(&b.finder().await?).await?;
    b.open("reset.html").await?;
    let reset = look(&b.finder().await?).await?;
    for (one, other) in alone.iter().zip(&reset) {
        ensure!(one == other, "it looks like {other}\n  instead of {one}");
    }
    Ok(())
}

/// Visible properties of some elements inside.
async fn look(finder: &Finder) -> Result<Vec<String>> {
    finder
        .js(
            "const properties = ['fontFamily', 'fontSize', 'lineHeight', 'color', 'backgroundColor',
                 'letterSpacing', 'wordSpacing', 'textTransform', 'textAlign', 'boxSizing', 'paddingLeft',
                 'borderTopWidth', 'display'];
             return ['.gpf', '.gpf-heading', 'label', '#gpf-search', '#gpf-region', '.gpf-count',
                 'summary', '.gpf-more']
                 .map((css) => {
                     const style = getComputedStyle(root.querySelector(css));
                     return `${css}: ${properties.map((name) => `${name} ${style[name]}`).join(', ')}`;
                 });",
            &[],
        )
        .await
}
