// Turns pasted code, a script tag or a placeholder, into an element.
import { namesOurFile } from './address.js';
import { ELEMENTS, LOADING } from './options.js';
import { warn } from './warn.js';
import { IN_HIDDEN_BOX, NOT_IN_BODY, NO_PLACE, OPTIONS_NOT_USED, missingElement, usingDefault } from './words.js';

/** @typedef {import('./types').Kind} Kind */

const PLACEHOLDER = '[data-gp-federations]';
// Not `Object.values`, which old libraries replace by a function that includes inherited properties.
const KINDS = /** @type {[Kind, import('./types').ElementDefinition][]} */ (Object.entries(ELEMENTS));
const ANY = [PLACEHOLDER].concat(KINDS.map(([, { tag }]) => tag)).join();
/** Options that identify a tag as ours, whatever the name of its file. Other scripts have `data-src`, too. */
const CHOICES = /** @type {(string | string[])[]} */ (KINDS.map(([, { options }]) => options))
  .concat('view', LOADING)
  .join()
  .replace(/[^,]+/g, (option) => (option === 'src' ? 'x' : `[data-${option}]`));

/**
 * Placeholders and script tags that have been handled.
 * @type {WeakSet<HTMLElement>}
 */
const done = new WeakSet();
/**
 * The element of each script tag that has only one, if its file name does not contain it.
 * @type {WeakMap<HTMLScriptElement, Kind>}
 */
const onlyKind = new WeakMap();
/**
 * Elements that replace script tags: the page itself did not ask for these.
 * @type {WeakSet<Element>}
 */
const ofTags = new WeakSet();
let hasTold = false;

/**
 * Shows what script tags ask for, in their own places. Modules and shadow roots have no `document.currentScript`, jQuery runs
 * the text from a tag of its own, and browsers run no script that comes as text: so tags of ours are looked for in the page.
 * `kinds` are the elements of the script that has just run.
 * @param {HTMLScriptElement | null} script
 * @param {string | undefined} address
 * @param {Kind[]} kinds
 */
export function adoptScript(script, address, kinds) {
  // Later, because libraries remove such a tag immediately.
  whenParsed(() =>
    queueMicrotask(() => {
      /** @type {Set<HTMLScriptElement>} */
      const tags = new Set();
      for (const root of script ? [document] : roots()) {
        /** @type {NodeListOf<HTMLScriptElement>} */ (root.querySelectorAll('script[src]')).forEach((tag) => {
          if (isOurs(tag) || (tag.src === address && tag.matches(CHOICES))) tags.add(tag);
        });
      }
      // Under another name, or with our code inline.
      if (script && (script.matches(CHOICES) || (script.isConnected && script.textContent.length > 1e5)))
        tags.add(script);
      if (script && kinds.length === 1) onlyKind.set(script, kinds[0]);
      // One without options loads the script for the others, and one without a place might be a library's copy of
      // another.
      // `true` counts as 1.
      const rank = (/** @type {any} */ tag) => 2 * tag.matches(CHOICES) + hasPlace(tag);
      [...tags].sort((a, b) => rank(b) - rank(a)).forEach(adopt);
      // The page's own scripts might add an element later.
      setTimeout(tags.size ? tellMissing : tell, 1000);
    }),
  );
}

/**
 * A tag with our file name, unless a consent tool blocks it until users have agreed.
 * @param {HTMLScriptElement} tag
 */
const isOurs = ({ src, type }) => namesOurFile(src) && /^$|^module$|script$/.test(type);

/** @type {(tag: HTMLElement) => any} */
const hasPlace = (tag) => document.body.contains(tag) || 'host' in tag.getRootNode();

/** The document and the open shadow roots in it. */
function roots() {
  /** @type {(Document | ShadowRoot)[]} */
  const all = [document];
  for (const root of all) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) all.push(shadowRoot);
  }
  return all;
}

/**
 * Whether the page has a placeholder or an element, including in shadow roots. `counts` can exclude some of them.
 * @param {string} [places]
 * @param {(element: Element) => boolean} [counts]
 */
function isServed(places = ANY, counts = () => true) {
  const has = (/** @type {Document | ShadowRoot} */ root) => [...root.querySelectorAll(places)].some(counts);
  if (has(document)) return true;
  const served = roots().filter(has);
  served.forEach(watch);
  return served.length;
}

/**
 * The only element of a tag's script. Undefined for the script with all of them.
 * @param {HTMLScriptElement} tag
 */
const kindOf = (tag) =>
  /** @type {Kind | undefined} */ ((/\/gp-federations-(finder|comparison|guide)\b/.exec(tag.src) || [])[1]) ||
  onlyKind.get(tag);

/**
 * The places for an element of a kind.
 * @param {Kind} kind
 */
function placesOf(kind) {
  const values = kind === 'finder' ? ['', kind] : [kind];
  return [ELEMENTS[kind].tag].concat(values.map((value) => `[data-gp-federations="${value}"]`)).join();
}

/** Reports elements of the page that no loaded script contains. */
function tellMissing() {
  for (const [kind, { tag }] of KINDS) {
    if (!customElements.get(tag) && document.querySelector(tag)) warn(missingElement(tag, kind));
  }
}

function tell() {
  // The module of the npm package announces that elements can be added at any time.
  if (hasTold || window[Symbol.for('gp-federations.module')] || isServed()) return;
  hasTold = true;
  warn(NO_PLACE);
}

/** @param {HTMLScriptElement} tag */
function adopt(tag) {
  if (done.has(tag)) return;
  done.add(tag);
  const { view } = tag.dataset;
  if (view === 'none') return;
  const root = tag.getRootNode();
  if (/** @type {Partial<ShadowRoot>} */ (root).host) watch(/** @type {ShadowRoot} */ (root));
  // A tag that names no element loads the script for the placeholders and elements of its page. Without them, it
  // becomes a finder, or the only element of its script. If it has a place of its own, it does so beside tags that name
  // other elements, too.
  const kind = kindOf(tag);
  /** @type {(element: Element) => boolean} */
  const counts = (it) => !ofTags.has(it) || it.localName === ELEMENTS[kind || 'finder'].tag || !hasPlace(tag);
  if (view === undefined && isServed(kind && placesOf(kind), counts)) {
    if (tag.matches(CHOICES)) warn(OPTIONS_NOT_USED);
    return;
  }
  const container = tag.parentElement;
  const element = elementFor('data-view', view || kind, tag);
  // A library might replace the tag that it found by another one.
  if (isSame(tag.nextElementSibling, element)) return;
  ofTags.add(element);
  if (!hasPlace(tag)) {
    const main = document.querySelector('main');
    if (!main) warn(NOT_IN_BODY);
    (main || document.body).appendChild(element);
  } else if (container && container.style.visibility === 'hidden') {
    warn(IN_HIDDEN_BOX);
  } else {
    /** @type {ParentNode} */ (tag.parentNode).insertBefore(element, tag.nextSibling);
  }
}

/** @param {any} node Any kind of node: texts have no such methods, and documents not both. */
const upgradeIn = (node) => {
  if (node.matches && node.matches(PLACEHOLDER)) upgrade(node);
  if (node.querySelectorAll) node.querySelectorAll(PLACEHOLDER).forEach(upgrade);
};

const observer = new MutationObserver((records) => {
  for (const record of records) {
    record.addedNodes.forEach((/** @type {any} */ node) => {
      upgradeIn(node);
      if (!node.isConnected || !node.querySelectorAll) return;
      [node, ...node.querySelectorAll('script')].forEach((tag) => isOurs(tag) && adopt(tag));
    });
  }
});

/** @param {Document | ShadowRoot} root */
function watch(root) {
  upgradeIn(root);
  observer.observe(root, { childList: true, subtree: true });
}

/** Turns every placeholder into an element, including those that scripts add later. */
export function watchPlaceholders() {
  // Not while the page is loading: the content of a placeholder would arrive after it has been moved.
  whenParsed(() => watch(document));
}

/** @param {HTMLElement} placeholder */
function upgrade(placeholder) {
  if (done.has(placeholder)) return;
  done.add(placeholder);
  const element = elementFor('data-gp-federations', placeholder.dataset.gpFederations, placeholder);
  if (isSame(placeholder.firstElementChild, element)) return;
  // Shown until the widget is ready, and if it never is.
  while (placeholder.firstChild) element.appendChild(placeholder.firstChild);
  placeholder.appendChild(element);
}

/**
 * A page that was saved from a browser already contains the element.
 * @param {Element | null} saved
 * @param {Element} element
 */
const isSame = (saved, element) => Boolean(saved) && /** @type {Element} */ (saved).cloneNode().isEqualNode(element);

/**
 * @param {string} attribute
 * @param {string | undefined} view
 * @param {HTMLElement} source
 */
function elementFor(attribute, view, source) {
  // Not `ELEMENTS[view]`, which also has what every object has, such as "constructor".
  const found = KINDS.find(([kind]) => kind === view);
  if (view && !found) warn(usingDefault(attribute, view, Object.keys(ELEMENTS)));
  const { tag, options } = (found || KINDS[0])[1];
  const element = document.createElement(tag);
  for (const option of [...options, LOADING]) {
    const value = source.getAttribute(`data-${option}`);
    if (value !== null) element.setAttribute(option, value);
  }
  return element;
}

/** @param {() => void} act */
function whenParsed(act) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act, { once: true });
  else act();
}
