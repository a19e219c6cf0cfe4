//! An element looks the same with its own script, which has a shorter style sheet, as with the full one.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::use_script_of;

const PAGES: [(&str, &str, &str); 3] = [
    ("finder", "bare.html", "gp-federation-finder"),
    ("comparison", "comparison.html", "gp-legal-form-comparison"),
    ("guide", "guide.html", "gp-federation-guide"),
];

/// Opens everything that can be opened, then lists each element with all computed properties, including those of its
/// `::before` and `::after`.
const STYLES: &str = "
    const root = document.querySelector(arguments[0]).shadowRoot;
    root.querySelectorAll('details').forEach((it) => { it.open = true; });
    const styles = [];
    for (const element of root.querySelectorAll('*')) {
        for (const part of ['', '::before', '::after', '::marker']) {
            const style = getComputedStyle(element, part || undefined);
            // Without content there is no `::before` and no `::after`, and only list items have a `::marker`.
            const isThere = part === '' || (part === '::marker'
                ? getComputedStyle(element).display.includes('list-item') : !/^(none|normal)$/.test(style.content));
            const values = !isThere ? 'none' : [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
            styles.push(`${element.localName}.${element.getAttribute('class')}${part} { ${values} }`);
        }
    }
    return styles;";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let mut full = Vec::new();
    for (_, page, tag) in PAGES {
        full.push(styles(b, page, tag).await.context(page)?);
    }
    for ((kind, page, tag), full) in PAGES.into_iter().zip(full) {
        use_script_of(b, kind)?;
        let part = styles(b, page, tag).await.context(page)?;
        ensure!(full.len() > 400, "only {} styles of the {kind}", full.len());
        ensure!(
            full.len() == part.len(),
            "{} styles of the {kind} with its own script, not {}",
            part.len(),
            full.len()
        );
        let different: Vec<_> = full.iter().zip(&part).filter(|(full, part)| full != part).collect();
        // A missing rule makes all ancestors smaller. An element with other differences is a better indication.
        let told = different.iter().find(|(full, part)| changed(full, part).any(|it| !FOLLOWS.contains(&name(it))));
        if let Some((full, part)) = told.or(different.first()) {
            let changes: Vec<_> = changed(full, part).take(5).collect();
            bail!(
                "{} elements differ, such as {}: {changes:?}",
                different.len(),
                full.split(" {").next().unwrap_or_default()
            );
        }
    }
    Ok(())
}

/// Properties that depend on the content.
const FOLLOWS: [&str; 6] = ["block-size", "height", "inline-size", "width", "perspective-origin", "transform-origin"];

fn changed<'s>(full: &'s str, part: &'s str) -> impl Iterator<Item = (&'s str, &'s str)> {
    full.split("; ").zip(part.split("; ")).filter(|(full, part)| full != part)
}

fn name<'s>((full, _): (&'s str, &'s str)) -> &'s str {
    full.split(':').next().unwrap_or_default().trim_start_matches(|it: char| !it.is_ascii_lowercase())
}

async fn styles(b: &mut Browser, page: &str, tag: &str) -> Result<Vec<String>> {
    b.open(page).await?;
    b.finder_at(tag).await?;
    b.js(STYLES, &[Value::from(tag)]).await
}
