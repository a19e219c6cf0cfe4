// The frame page's own script: copies the options from its URL to the placeholder, and reports the height of its
// content to the page around the frame. It runs before gp-federations.js, so that the placeholder is complete.
import { ELEMENTS, LOADING } from '../loader/options.js';
import { warn } from '../loader/warn.js';
import { IN_NEW_TAB, inFrameAddress, onAnotherWebsite } from '../loader/words.js';

/** @typedef {import('../loader/types').Kind} Kind */

const address = new URLSearchParams(location.search);
const isFramed = window.parent !== window;
const place = /** @type {HTMLElement} */ (document.querySelector('[data-gp-federations]'));

fillIn(place, chosenView());
nameThePage();
style();
markLinks();
if (isFramed) tellHeight(place.dataset.gpFederations);

function chosenView() {
  const views = /** @type {Kind[]} */ (Object.keys(ELEMENTS));
  const asked = /** @type {Kind} */ (address.get('view') || views[0]);
  if (views.includes(asked)) return asked;
  warn(inFrameAddress('view', asked, views));
  return views[0];
}

/**
 * @param {HTMLElement} place
 * @param {Kind} view
 */
function fillIn(place, view) {
  const options = [...ELEMENTS[view].options, LOADING];
  place.dataset.gpFederations = view;
  // Alone it is a page with a heading of the first level. In a frame its heading is below one of the page around it.
  if (!isFramed) place.setAttribute('data-heading-level', '1');
  for (const [name, value] of address) {
    if (name === 'src' && !isOurs(value)) warn(onAnotherWebsite(name, value, location.host));
    else if (options.includes(name)) place.setAttribute(`data-${name}`, value);
    // Links to a view contain parameters of the widget's own.
    else if (!['view', 'title'].includes(name) && !name.startsWith('gpf-'))
      warn(inFrameAddress(name, value, ['view', 'title', ...options]));
  }
}

/**
 * Anyone can write a URL: a list from elsewhere would appear under this website's name.
 * @param {string} file
 */
function isOurs(file) {
  try {
    return new URL(file, location.href).origin === location.origin;
  } catch {
    return false;
  }
}

/** A frame needs a name. Without `title=` in the URL, it is the widget's own heading. */
function nameThePage() {
  const title = address.get('title');
  if (title) document.title = title;
  else
    document.addEventListener('gpf-resize', ({ target }) => {
      const { shadowRoot } = /** @type {HTMLElement & { shadowRoot: ShadowRoot }} */ (target);
      const heading = shadowRoot.querySelector('[part~="heading"]');
      if (heading) document.title = heading.textContent;
    });
}

/** A constructed sheet, which a strict `style-src` does not block. */
function style() {
  if (!('adoptedStyleSheets' in document)) return;
  const sheet = new CSSStyleSheet();
  // `flow-root` includes margins in the height.
  sheet.replaceSync('body{display:flow-root;margin:0;font-family:Arial,sans-serif}');
  document.adoptedStyleSheets = [sheet];
}

/**
 * Links open in a new tab (the page's base element), so they say so, also to screen readers. On paper it would be wrong.
 */
function markLinks() {
  if (!('adoptedStyleSheets' in document)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media screen{a[href^=http]:after{content:"${IN_NEW_TAB}"}}`);
  document.addEventListener('gpf-resize', ({ target }) => {
    const { shadowRoot } = /** @type {HTMLElement & { shadowRoot: ShadowRoot }} */ (target);
    if (!shadowRoot.adoptedStyleSheets.includes(sheet))
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  });
}

/**
 * The body's height, which does not depend on the frame's: a page that follows it comes to rest. Any page can hear it,
 * since it says nothing about the reader.
 * @param {string | undefined} view
 */
function tellHeight(view) {
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    window.parent.postMessage({ type: 'gpf-resize', height, view }, '*');
  };
  // The first two also without a widget: then there is the link.
  addEventListener('load', tell);
  addEventListener('resize', tell);
  addEventListener('gpf-resize', tell);
}
