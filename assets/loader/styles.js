// The widget's style sheets. Constructed ones only: a page's `style-src` does not stop them.
import { css } from 'gpf:payload';

/** The sheets of each document: a sheet belongs to the one that it was made for. */
const sheets = new WeakMap();

/** Styles a shadow root. All widgets of a page share the same sheets. */
export function adoptStyles(root) {
  const page = root.ownerDocument;
  const view = page.defaultView;
  // Before Safari 16.4: the fallback, readable without style. In a document that nobody sees there are no sheets.
  if (!view || !('adoptedStyleSheets' in root)) return;
  if (!sheets.has(page)) {
    const sizes = `:host{--_gpf-rem:var(--gpf-rem,${mediumTextSize(root, view)})}`;
    sheets.set(page, [sheetOf(css, view), sheetOf(sizes, view)]);
  }
  const [first] = sheets.get(page);
  if (root.adoptedStyleSheets[0] !== first) root.adoptedStyleSheets = sheets.get(page);
}

function sheetOf(text, view) {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

// The text size that the reader chose in the browser. `rem` would follow the page instead, and many pages
// set html{font-size:62.5%}.
function mediumTextSize(root, view) {
  const probe = root.appendChild(document.createElement('span'));
  // The family too: of a page in `monospace`, the medium size is 13px.
  probe.style.font = 'medium serif';
  const size = view.getComputedStyle(probe).fontSize;
  probe.remove();
  return size || '16px';
}
