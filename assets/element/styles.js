// The widget's style sheets. Constructed ones only: a page's `style-src` does not stop them.
import { css } from 'gpf:payload';

let sheets = null;

/** Styles a shadow root. All widgets of a page share the same sheets. */
export function adoptStyles(root) {
  if (!('adoptedStyleSheets' in root)) return; // Before Safari 16.4: the fallback, readable without style.
  sheets = sheets || [sheetOf(css), sheetOf(`:host{--_gpf-rem:var(--gpf-rem,${mediumTextSize(root)})}`)];
  root.adoptedStyleSheets = sheets;
}

function sheetOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

// The text size that the reader chose in the browser. `rem` would follow the page instead, and many pages
// set html{font-size:62.5%}.
function mediumTextSize(root) {
  const probe = root.appendChild(document.createElement('span'));
  probe.style.fontSize = 'medium';
  const size = getComputedStyle(probe).fontSize;
  probe.remove();
  return size || '16px';
}
