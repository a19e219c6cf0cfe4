//! Clicks an element once it does not move, in the middle of the window, as a person would.
//!
//! A driver scrolls the element to the edge of the window, where clicks in WebKit do nothing. It also clicks at the
//! position that it measured first: on a page that still moves, another element might be there by then. Neither counts
//! as a driver error.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::WebElement;

use super::waiting::COMMAND_LIMIT;
use super::waiting::within;

/// Scrolls to the element, waits until its position is the same in two frames (up to a second, because some animations
/// never end), and records the target of the next click. An option has no position: its list opens outside the page.
const PREPARE: &str = "
    const [element, done] = arguments;
    const place = element.closest('select') || element;
    place.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const since = performance.now();
    let last = '';
    const ready = () => {
        window[Symbol.for('clicked')] = element.localName === 'option' ? 'the element' : '';
        const note = (event) => {
            const path = event.composedPath(), [first] = path;
            window[Symbol.for('clicked')] = path.includes(place) ? 'the element'
                : first instanceof Element ? `${first.localName}.${first.className}` : 'no element';
        };
        addEventListener('click', note, { capture: true, once: true });
        done();
    };
    const look = () => {
        const { x, y, width, height } = place.getBoundingClientRect();
        const now = [x, y, width, height].join();
        if (now === last || performance.now() - since > 1000) return ready();
        last = now;
        setTimeout(() => requestAnimationFrame(look));
    };
    look();";

/// The target of the click: empty for none, null if the browser has left the page.
const CLICKED: &str = "
    const done = arguments[arguments.length - 1];
    const clicked = () => window[Symbol.for('clicked')];
    if (clicked() !== '') return done(clicked());
    setTimeout(() => requestAnimationFrame(() => done(clicked())));";

/// Clicks the element, and clicks again if the first click had no target.
///
/// # Errors
/// Returns an error if it cannot be clicked, or another element covers it.
pub(super) async fn click(element: &WebElement, what: &str) -> Result<()> {
    for attempt in [1, 2] {
        let driver = element.handle();
        let prepared = within(COMMAND_LIMIT, driver.execute_async(PREPARE, vec![element.to_json()?])).await;
        prepared.and_then(|it| Ok(it?)).with_context(|| format!("before clicking {what}"))?;
        element.click().await.with_context(|| format!("clicking {what}"))?;
        // A click can leave or close the page. Then there is no target to check, and the next steps of the test show
        // the result.
        let Ok(Ok(clicked)) = within(COMMAND_LIMIT, driver.execute_async(CLICKED, Vec::<Value>::new())).await else {
            return Ok(());
        };
        match clicked.json().as_str() {
            None | Some("the element") => return Ok(()),
            Some("") => (),
            Some(other) => ensure!(attempt == 1, "the click on {what} went to {other}"),
        }
    }
    Ok(())
}
