//! Dark Reader and similar extensions read our custom properties from the style sheets, and compute other colours from
//! them. In Chromium a property is read as "initial" if `all` follows it.

use anyhow::{Result, ensure};

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("plain-element.html").await?;
    let finder = b.finder().await?;
    let properties: Vec<(String, String)> = finder
        .js(
            "const all = (rules) => [...rules].flatMap((rule) => rule.style ? [rule] : rule.cssRules ? all(rule.cssRules) : []);
             return root.adoptedStyleSheets.flatMap((sheet) => all(sheet.cssRules)).filter((rule) => rule.selectorText === '.gpf')
                 .flatMap(({ style }) => [...style].filter((name) => name.startsWith('--'))
                 .map((name) => [name, style.getPropertyValue(name).trim()]));",
            &[],
        )
        .await?;
    ensure!(properties.iter().any(|(name, _)| name == "--_text"), "{properties:?}");
    let unreadable: Vec<_> = properties.iter().filter(|(_, value)| value.is_empty() || value == "initial").collect();
    ensure!(unreadable.is_empty(), "{unreadable:?} cannot be read");
    Ok(())
}
