//! Under a header of the page that stays at the top of the window, nothing that has the focus is covered, if the page has
//! given the header's height as `--gpf-sticky-top`. If the window gets the focus back, the page stays where it was.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::{ELEMENTS, TAGS, all_show};

/// Moves the focus from the last stop of each element up to the first. Returns the number of stops, and those that the
/// header covers.
const UPWARDS: &str = "
    const covered = [], header = document.querySelector('header');
    let stops = 0;
    for (const tag of arguments[0]) {
        const { shadowRoot } = document.querySelector(tag);
        const all = [...shadowRoot.querySelectorAll('a[href], button, input, select, summary')];
        const shown = all.filter((it) => it.checkVisibility({ visibilityProperty: true }));
        shown[shown.length - 1].scrollIntoView({ block: 'end' });
        for (const it of shown.reverse()) {
            it.focus();
            // In WebKit our own scrolling follows a moment later.
            await new Promise((done) => setTimeout(done, 30));
            if (shadowRoot.activeElement !== it) continue;
            stops += 1;
            const { top } = it.getBoundingClientRect(), { bottom } = header.getBoundingClientRect();
            if (top < bottom - 1) covered.push(`${tag}: ${it.textContent.trim() || it.id} at ${Math.round(top)}`);
        }
    }
    return [stops, covered];";

/// Focuses the last control of an element, and scrolls so that it is above the window.
const SCROLL_AWAY: &str = "
    const { shadowRoot } = document.querySelector(arguments[0]);
    const all = [...shadowRoot.querySelectorAll('a[href], button, input, select, summary')];
    window.focused = all.filter((it) => it.checkVisibility({ visibilityProperty: true })).pop();
    focused.focus();
    scrollBy(0, focused.getBoundingClientRect().bottom + 50);
    window.place = -1;
    return null";

const FOCUS_AGAIN: &str = "
    focused.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    const { shadowRoot } = document.querySelector(arguments[0]);
    return [scrollY - place, shadowRoot.activeElement === focused]";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let page = format!(
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page</title><style>
         header {{ position: sticky; top: 0; height: 120px; background: silver; z-index: 9 }}
         main > * {{ --gpf-sticky-top: 120px }}</style></head><body><header>Our intranet</header>
         <main>{ELEMENTS}</main><script src=\"/gp-federations.js\" defer></script></body></html>"
    );
    b.open_written("/pages/sticky-header.html", &page).await?;
    all_show(b, None, TAGS.len(), "runs").await?;
    let (stops, covered): (usize, Vec<String>) = b.js_async(UPWARDS, &[TAGS.to_vec().into()]).await?;
    ensure!(stops > 60, "only {stops} stops");
    ensure!(covered.is_empty(), "of {stops} stops, the header covers {covered:?}");
    for tag in TAGS {
        b.js::<Value>(SCROLL_AWAY, &[tag.into()]).await?;
        let settled = "const before = window.place;
            window.place = scrollY;
            return before === scrollY && scrollY > 0";
        b.wait_for("the page to be still", settled, &[]).await?;
        let here = b.driver().window().await?;
        let other = b.driver().new_tab().await?;
        b.driver().switch_to_window(other).await?;
        b.driver().close_window().await?;
        b.driver().switch_to_window(here).await?;
        // Drivers give some windows no focus, so the event is also sent here, as a browser does.
        let (moved, is_focused): (f64, bool) = b.js(FOCUS_AGAIN, &[tag.into()]).await?;
        ensure!(is_focused, "{tag} has lost the focus");
        ensure!(moved.abs() < 1., "{tag}: the page has moved by {moved} px when its window got the focus back");
    }
    Ok(())
}
