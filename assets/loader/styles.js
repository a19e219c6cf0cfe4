// The widget's style sheets. Only constructed ones, because a page's `style-src` does not block them.
import { css } from 'gpf:payload';

/** @typedef {Window & typeof globalThis} View */

/**
 * The sheets of each document: a sheet belongs to the document that it was created for.
 * @type {WeakMap<Document, CSSStyleSheet[]>}
 */
const sheets = new WeakMap();

/**
 * Styles a shadow root. All widgets of a page share the same sheets.
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
  const page = root.ownerDocument;
  const view = page.defaultView;
  // Before Safari 16.4: the fallback, readable without styles. In a document without a window there are no sheets.
  if (!view || !('adoptedStyleSheets' in root)) return;
  if (!sheets.has(page)) {
    const sizes = `:host{--_gpf-rem:var(--gpf-rem,${mediumTextSize(root, view)})}`;
    sheets.set(page, [sheetOf(css, view), sheetOf(sizes, view)]);
  }
  const [first] = /** @type {CSSStyleSheet[]} */ (sheets.get(page));
  if (root.adoptedStyleSheets[0] !== first) root.adoptedStyleSheets = /** @type {CSSStyleSheet[]} */ (sheets.get(page));
}

/**
 * @param {string} text
 * @param {View} view
 */
function sheetOf(text, view) {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/**
 * The text size in the user's browser settings. `rem` would follow the page instead, and many pages set
 * html{font-size:62.5%}.
 * @param {ShadowRoot} root
 * @param {View} view
 */
function mediumTextSize(root, view) {
  const probe = root.appendChild(document.createElement('span'));
  // Also the font family: on a page in `monospace`, the medium size is 13px.
  probe.style.font = 'medium serif';
  const size = view.getComputedStyle(probe).fontSize;
  probe.remove();
  return size || '16px';
}
