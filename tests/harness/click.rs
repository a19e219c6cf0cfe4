//! A click that lands where a person would put it: on what stands still, in the middle of the window.
//!
//! A driver scrolls what it clicks to the edge of the window, where WebKit clicks nothing, and clicks where it was when
//! it asked: on a page that still moves, something else is there by then. Neither is an error of the driver's.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::WebElement;

use super::waiting::COMMAND_LIMIT;
use super::waiting::within;

/// Scrolls to it, waits until it is at the same place in two frames (a second at most: some things glide for ever), and
/// notes which element the next click goes to. An option has no place of its own: its list opens outside the page.
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

/// What the click went to: empty for nothing, null where the page has gone for another one.
const CLICKED: &str = "
    const done = arguments[arguments.length - 1];
    const clicked = () => window[Symbol.for('clicked')];
    if (clicked() !== '') return done(clicked());
    setTimeout(() => requestAnimationFrame(() => done(clicked())));";

/// Clicks it, and once more if the first click went to nothing at all.
///
/// # Errors
/// When it cannot be clicked, or something else was in the way.
pub(super) async fn click(element: &WebElement, what: &str) -> Result<()> {
    for attempt in [1, 2] {
        let driver = element.handle();
        let prepared = within(COMMAND_LIMIT, driver.execute_async(PREPARE, vec![element.to_json()?])).await;
        prepared.and_then(|it| Ok(it?)).with_context(|| format!("before clicking {what}"))?;
        element.click().await.with_context(|| format!("clicking {what}"))?;
        // A click may leave the page, or close it: then there is nobody to ask, and what follows in the test tells.
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
