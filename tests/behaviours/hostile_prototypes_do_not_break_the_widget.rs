//! A page that adds enumerable properties even to `Object.prototype` and replaces native functions: all three elements
//! run, the finder finds, and the API works.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::all_show;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    // In a frame, because no browser driver works on a page whose objects have extra properties.
    b.open("hostile-frame.html").await?;
    all_show(b, Some("iframe"), 3, "runs").await?;
    b.js::<Value>(
        "const page = document.querySelector('iframe').contentDocument;
         const box = page.querySelector('gp-federation-finder').shadowRoot.querySelector('#gpf-search');
         box.value = 'warrington';
         box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
         return null;",
        &[],
    )
    .await?;
    let ids = "const page = document.querySelector('iframe').contentDocument;
        return [...page.querySelector('gp-federation-finder').shadowRoot.querySelectorAll('.gpf-federation')]
            .map((it) => it.dataset.id).join() === arguments[0];";
    let expected = Expected::text("warrington");
    b.wait_for("what is found", ids, &[expected.first_page().join(",").into()]).await?;
    let (found, region, refused): (usize, usize, bool) = b
        .js(
            "const { gpFederations } = document.querySelector('iframe').contentWindow;
             const refused = () => { try { gpFederations.search({ txt: '' }); } catch (error) { return true; } };
             return [gpFederations.search({ text: 'warrington' }).matching, gpFederations.regions().length, !!refused()];",
            &[],
        )
        .await?;
    ensure!(found == expected.len() && region == 7 && refused, "search: {found}, regions: {region}, {refused}");
    let said: Vec<String> = b.js("return [...document.querySelector('iframe').contentWindow.__recorded]", &[]).await?;
    ensure!(said.is_empty(), "the page's console says {said:?}");
    Ok(())
}
