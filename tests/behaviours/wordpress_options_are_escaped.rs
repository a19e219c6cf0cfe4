//! Options are always text: here a super admin, whose posts WordPress does not filter, tries to inject HTML.

use anyhow::{Result, ensure};

use crate::harness::Browser;

/// The headings as text, by the ids of the widgets that an attack left intact.
const HEADINGS: [(&str, &str); 3] = [
    ("quoted", "\" onmouseover=\"window.broken=1"),
    ("single", "\" autofocus tabindex=0 onfocus=window.broken=1 x=\""),
    ("block", "\"><img src=x onerror=window.broken=1>"),
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    // One of the attacks names a list that does not exist.
    b.allow_console("gp-federations (data-unreachable)");
    b.allow_console("Failed to load resource");
    b.open_wordpress("/attacks/").await?;
    for (id, heading) in HEADINGS {
        let finder = b.finder_at(&format!("#{id}")).await?;
        let shown = finder.text(".gpf-heading").await?;
        ensure!(shown == heading, "#{id} has the heading {shown}");
    }
    let (widgets, strange): (usize, Vec<String>) = b
        .js(
            "const widgets = [...document.querySelectorAll('gp-federation-finder')];
             const options = new Set([...customElements.get('gp-federation-finder').observedAttributes, 'id']);
             const strange = widgets.flatMap((widget) => [...widget.attributes].map(({ name }) => name));
             const content = document.querySelector('.entry-content');
             return [
                 widgets.length,
                 strange.filter((name) => !options.has(name))
                     .concat([...content.querySelectorAll('script, img, svg')].map((element) => element.outerHTML)),
             ];",
            &[],
        )
        .await?;
    ensure!(widgets == 6, "{widgets} widgets instead of 6");
    ensure!(strange.is_empty(), "these came through: {strange:?}");
    // All interactions that trigger an attack.
    let is_broken: bool = b
        .js(
            "for (const widget of document.querySelectorAll('gp-federation-finder')) {
                 for (const type of ['mouseover', 'focus', 'click', 'load']) widget.dispatchEvent(new Event(type));
             }
             return 'broken' in window;",
            &[],
        )
        .await?;
    ensure!(!is_broken, "an attack ran");
    Ok(())
}
