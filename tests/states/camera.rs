//! Reproducible screenshots of a page: a fixed width, a fixed date, no animation.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::state::{Mode, Part, State};
use crate::harness::browser::Browser;

/// The height of the window, for all widths.
const HEIGHT: u32 = 1000;

/// The margin around an element in its picture.
const MARGIN: f64 = 8.0;

/// The date of the pages, so that texts about today are the same as in the baselines.
const CLOCK: &str = "(() => {
    const now = Date.UTC(2026, 9, 5, 10), Clock = Date;
    globalThis.Date = class Date extends Clock {
        constructor(...parts) { parts.length ? super(...parts) : super(now); }
        static now() { return now; }
    };
})()";

/// Waits until the page has loaded and painted everything: fonts, images, two frames. All animations end, including
/// those in shadow roots and frames. The text cursor is hidden or, if a contrast theme gives it a colour, does not
/// blink.
const REST: &str = "
    const roots = [document];
    for (const root of roots) {
        for (const it of root.querySelectorAll('*')) {
            if (it.shadowRoot) roots.push(it.shadowRoot);
            if (it.localName === 'iframe' && it.contentDocument) roots.push(it.contentDocument);
        }
    }
    for (const root of roots) {
        const page = root.ownerDocument || root;
        if (!page.defaultView) continue;
        if (!page.isStill) {
            page.isStill = new page.defaultView.CSSStyleSheet();
            page.isStill.replaceSync(`*, ::before, ::after {
                animation: none !important; transition: none !important; scroll-behavior: auto !important;
                caret-color: transparent !important; caret-animation: manual !important;
            }`);
        }
        if (!root.adoptedStyleSheets.includes(page.isStill)) root.adoptedStyleSheets.push(page.isStill);
    }
    await Promise.all(roots.map((root) => root.fonts && root.fonts.ready));
    await Promise.all(roots.flatMap((root) => [...root.querySelectorAll('img')].map((it) => it.decode().catch(() => {}))));
    for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
    return null";

/// The position of the photographed part in the page: [x, y, width, height].
const PLACE: &str = "
    const [css, isToTheEnd] = arguments;
    const find = (root) => {
        const found = root.querySelector(css);
        if (found) return found;
        for (const { shadowRoot } of root.querySelectorAll('*')) {
            const inner = shadowRoot && find(shadowRoot);
            if (inner) return inner;
        }
        return null;
    };
    if (!css) return [0, 0, innerWidth, document.body.getBoundingClientRect().bottom + scrollY];
    const found = find(document);
    if (!found) return null;
    const { left, top, width, bottom } = found.getBoundingClientRect();
    const root = found.getRootNode();
    const end = isToTheEnd ? (root.host || document.body).getBoundingClientRect().bottom : bottom;
    return [left + scrollX, top + scrollY, width, end - top];";

/// The state of a session while screenshots are taken in it.
pub(super) struct Camera {
    clock: String,
}

impl Camera {
    /// Prepares a session.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(super) async fn begin(b: &Browser) -> Result<Self> {
        let clock = send(b, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": CLOCK })).await?;
        let clock = clock["identifier"].as_str().context("the page's clock can't be set")?.to_owned();
        send(b, "Emulation.setTimezoneOverride", json!({ "timezoneId": "Europe/London" })).await?;
        send(b, "Emulation.setLocaleOverride", json!({ "locale": "en-GB" })).await?;
        send(b, "Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        let camera = Self { clock };
        camera.show_as(b, Mode::Desktop).await?;
        Ok(camera)
    }

    /// Restores the session.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(super) async fn end(&self, b: &Browser) -> Result<()> {
        send(b, "Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": self.clock })).await?;
        send(b, "Emulation.setTimezoneOverride", json!({ "timezoneId": "" })).await?;
        send(b, "Emulation.setLocaleOverride", json!({})).await?;
        send(b, "Emulation.setScrollbarsHidden", json!({ "hidden": false })).await?;
        send(b, "Emulation.setEmulatedMedia", json!({ "media": "", "features": [] })).await?;
        send(b, "Emulation.clearDeviceMetricsOverride", json!({})).await.map(drop)
    }

    /// Sets this mode and the usual height of the window.
    ///
    /// # Errors
    /// Returns an error if the session is broken.
    pub(super) async fn show_as(&self, b: &Browser, mode: Mode) -> Result<()> {
        resize(b, mode, HEIGHT).await?;
        let is_forced = mode == Mode::ForcedColours;
        let features = json!([
            { "name": "prefers-reduced-motion", "value": "reduce" },
            { "name": "forced-colors", "value": if is_forced { "active" } else { "none" } },
            // A dark contrast theme shows best which elements keep a colour of their own.
            { "name": "prefers-color-scheme", "value": if is_forced { "dark" } else { "light" } },
        ]);
        let media = if mode == Mode::Print { "print" } else { "screen" };
        send(b, "Emulation.setEmulatedMedia", json!({ "media": media, "features": features })).await?;
        // Moves the pointer away from all elements.
        send(b, "Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": 0, "y": 0 })).await.map(drop)
    }

    /// Takes a screenshot of the page in this mode, as a PNG.
    ///
    /// # Errors
    /// Returns an error if the part is not on the page, or the session is broken.
    pub(super) async fn take(&self, b: &Browser, mode: Mode, state: &State) -> Result<Vec<u8>> {
        rest(b).await?;
        let [_, top, _, height] = place(b, state.part).await?;
        let limit = f64::from(state.limit(mode));
        let top = (top - MARGIN).floor().max(0.0);
        // Makes the window as high as the picture, because content outside the window is not painted.
        let height = (height + 2.0 * MARGIN).ceil().min(limit);
        resize(b, mode, HEIGHT.max(height as u32)).await?;
        b.js::<Value>("scrollTo(0, arguments[0])", &[top.into()]).await?;
        rest(b).await?;
        let clip = clip(place(b, state.part).await?, state.part, mode, limit);
        let format = json!({ "format": "png", "clip": clip, "optimizeForSpeed": true });
        let picture = send(b, "Page.captureScreenshot", format).await?;
        let picture = picture["data"].as_str().context("Chromium took no picture")?;
        Ok(BASE64_STANDARD.decode(picture)?)
    }
}

/// The rectangle that is cut out of the page.
fn clip([left, top, width, height]: [f64; 4], part: Part, mode: Mode, limit: f64) -> Value {
    let page = f64::from(mode.width());
    let margin = if matches!(part, Part::Page) { 0.0 } else { MARGIN };
    let (x, y) = ((left - margin).floor().max(0.0), (top - margin).floor().max(0.0));
    let (right, bottom) = ((left + width + margin).ceil().min(page), (top + height + margin).ceil());
    // If a page is wider than its window, that is a problem, and the picture shows it at its right edge.
    json!({ "x": x, "y": y, "width": (right - x).max(1.0), "height": (bottom - y).clamp(1.0, limit), "scale": 1 })
}

async fn place(b: &Browser, part: Part) -> Result<[f64; 4]> {
    let (css, is_to_the_end) = match part {
        Part::Page => ("", false),
        Part::Of(css) => (css, false),
        Part::From(css) => (css, true),
    };
    let place: Option<[f64; 4]> = b.js(PLACE, &[css.into(), is_to_the_end.into()]).await?;
    let place = place.with_context(|| format!("nothing on the page matches {css}"))?;
    ensure!(place[2] >= 1.0 && place[3] >= 1.0, "{css} is on the page, but not to be seen");
    Ok(place)
}

async fn rest(b: &Browser) -> Result<()> {
    b.js_async::<Value>(REST, &[]).await.map(drop)
}

async fn resize(b: &Browser, mode: Mode, height: u32) -> Result<()> {
    let size = json!({ "width": mode.width(), "height": height, "deviceScaleFactor": 1, "mobile": false });
    send(b, "Emulation.setDeviceMetricsOverride", size).await.map(drop)
}

async fn send(b: &Browser, command: &str, parameters: Value) -> Result<Value> {
    b.driver().cdp().send_raw(command, parameters).await.with_context(|| format!("DevTools, {command}"))
}
