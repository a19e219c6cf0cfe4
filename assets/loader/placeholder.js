// Turns pasted code, a script tag or a placeholder, into an element.
import { namesOurFile } from './address.js';
import { ELEMENTS, LOADING, tidyOptions } from './options.js';
import { warn } from './warn.js';
import {
  IN_HIDDEN_BOX,
  NOT_IN_BODY,
  NO_PLACE,
  OPTIONS_NOT_USED,
  missingElement,
  notClosed,
  usingDefault,
} from './words.js';

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
 * The tag or placeholder of each element that was made here.
 * @type {WeakMap<Element, HTMLElement>}
 */
const sources = new WeakMap();
/** An attribute of these elements, which copies of them have, too. */
const MADE = 'data-gpf-made';
/**
 * Tags without options that were added to the body of the loaded page while it had an element.
 * @type {Set<HTMLScriptElement>}
 */
const waiting = new Set();
/**
 * The times in milliseconds at which elements of a tag or placeholder were put back.
 * @type {WeakMap<HTMLElement, number[]>}
 */
const restored = new WeakMap();
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
          if (isOurs(tag) || (tag.src === address && tag.matches(CHOICES) && runs(tag))) tags.add(tag);
        });
      }
      // Under another name, or with our code inline.
      const isCopied = (/** @type {HTMLScriptElement} */ it) => [...tags].some((tag) => tag.isEqualNode(it));
      if (script && (script.matches(CHOICES) ? !isCopied(script) : isInline(script))) tags.add(script);
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

/** @param {HTMLScriptElement} script */
const isInline = (script) => script.isConnected && script.textContent.length > 1e5;

/**
 * Whether the browser runs a tag of this type. Tools that ask for consent or delay scripts give tags other types until
 * they run them: "text/plain", "1234-text/javascript".
 * @param {HTMLScriptElement} tag
 */
const runs = ({ type }) => /^$|^module$|^(text|application)\/(x-)?(java|ecma)script$/i.test(type);

/**
 * A tag with our file name that runs.
 * @param {HTMLScriptElement} tag
 */
const isOurs = (tag) => namesOurFile(tag.src) && runs(tag);

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
  tidyOptions(tag, []);
  moveOut(tag);
  const view = word(tag.dataset.view);
  if (view === 'none') return;
  const root = tag.getRootNode();
  if (/** @type {Partial<ShadowRoot>} */ (root).host) watch(/** @type {ShadowRoot} */ (root));
  // A tag that names no element loads the script for the placeholders and elements of its page. Without them, it
  // becomes a finder, or the only element of its script. If it has a place of its own, it does so beside tags that name
  // other elements, too.
  const kind = kindOf(tag);
  /** @type {(element: Element) => boolean} */
  const counts = (it) => !isOfTag(it) || it.localName === ELEMENTS[kind || 'finder'].tag || !hasPlace(tag);
  if (view === undefined && isServed(kind && placesOf(kind), counts)) {
    if (tag.matches(CHOICES)) warn(OPTIONS_NOT_USED);
    if (document.readyState === 'complete' && hasPlace(tag)) waiting.add(tag);
    return;
  }
  const container = tag.parentElement;
  const element = elementFor('data-view', view || kind, tag);
  // A library might replace the tag that it found by another one.
  const near = hasPlace(tag) ? [tag.nextElementSibling] : [...mainOf(document).children];
  if (isAmong(near, hasPlace(tag) ? savedAfter(tag) : [], element, tag)) return;
  if (!hasPlace(tag) && mainOf(document) === document.body) warn(NOT_IN_BODY);
  if (hasPlace(tag) && container && container.style.visibility === 'hidden') warn(IN_HIDDEN_BOX);
  else insert(element, tag);
}

/**
 * The name of an element without the spaces and quotation marks that editors add.
 * @param {string | undefined} name
 */
const word = (name) => name && name.replace(/^\W+|\W+$/g, '');

/**
 * An element or a placeholder that is not closed contains the rest of its page, which would be hidden. What follows its
 * script tag is moved behind it.
 * @param {HTMLScriptElement} tag
 */
function moveOut(tag) {
  const inside = tag.closest(ANY);
  if (!inside) return;
  const open = inside.closest(PLACEHOLDER) || inside;
  // Not a range, which Firefox does not extract from an element with a shadow root.
  /** @type {any[]} */
  const rest = [tag];
  for (let at = /** @type {Node} */ (tag); at !== inside; at = /** @type {Node} */ (at.parentNode))
    for (let next = at.nextSibling; next; next = next.nextSibling) rest.push(next);
  /** @type {(it: any) => boolean} */
  // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts, not the text of scripts inside.
  const isShown = ({ localName, innerText = '' }) =>
    !/^(?:script|noscript|style|template)$/.test(localName) && innerText.trim();
  // One that is not closed is the last in its parent.
  const isPage = open.contains(document.body);
  if (isPage || open.nextElementSibling || !rest.some(isShown)) return;
  warn(notClosed(inside.localName));
  open.after(...rest);
}

/** @param {Element} element */
const isOfTag = (element) => sources.has(element) && sources.get(element) instanceof HTMLScriptElement;

/** @param {Document} page */
const mainOf = (page) => page.querySelector('main') || page.body;

/**
 * Puts the element in the place of its tag or placeholder.
 * @param {Element} element
 * @param {HTMLElement} source
 */
function insert(element, source) {
  sources.set(element, source);
  if (!source.matches('script')) {
    // Shown until the widget is ready, and if it never is.
    while (source.firstChild) element.appendChild(source.firstChild);
    source.appendChild(element);
  } else if (hasPlace(source)) {
    /** @type {ParentNode} */ (source.parentNode).insertBefore(element, source.nextSibling);
  } else {
    mainOf(document).appendChild(element);
  }
}

/**
 * What follows when an element has left the page. Libraries that morph a page into the server's HTML remove what is not
 * in it, so the element is put back while its tag or placeholder stays. `true` if so.
 * @param {Element} element
 */
export function putBack(element) {
  const source = sources.get(element);
  if (!source || !source.isConnected) {
    // Its page was replaced by one whose tag found it still there.
    if (!element.hasAttribute(MADE)) return false;
    const tags = [...waiting];
    waiting.clear();
    tags.forEach((tag) => {
      done.delete(tag);
      if (tag.isConnected) adopt(tag);
    });
    return false;
  }
  // A tag in the head stays when a library replaces the body: the next page might not ask for a widget.
  if (element.parentNode) return false;
  // Something might remove it every time.
  const now = Date.now();
  const times = (restored.get(source) || []).filter((time) => now - time < 10000);
  restored.set(source, times.concat(now));
  if (times.length > 4) return false;
  if (source.firstChild && !source.matches('script')) element.textContent = '';
  insert(element, source);
  return true;
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
  tidyOptions(placeholder, []);
  const element = elementFor('data-gp-federations', word(placeholder.dataset.gpFederations), placeholder);
  const saved = [...placeholder.querySelectorAll(`[${MADE}]`)].filter((it) => !sources.has(it));
  if (!isAmong([placeholder.firstElementChild], saved, element, placeholder)) insert(element, placeholder);
}

/**
 * The elements that a saved page has for this tag. A rich text editor might have moved them, but not behind our next tag.
 * @param {HTMLScriptElement} tag
 */
function savedAfter(tag) {
  const root = /** @type {Document | ShadowRoot} */ (tag.getRootNode());
  const all = [...root.querySelectorAll(`script[src], [${MADE}]`)];
  const after = all.slice(all.indexOf(tag) + 1);
  const end = after.findIndex((it) => it.matches('script') && isOurs(/** @type {HTMLScriptElement} */ (it)));
  const isSaved = (/** @type {Element} */ it) =>
    it.matches(`[${MADE}]`) && !sources.has(it) && !it.closest(PLACEHOLDER);
  return after.slice(0, end < 0 ? after.length : end).filter(isSaved);
}

/**
 * A page that was saved from a browser, or that a library copied, already contains the element. Its attributes might have
 * changed since it was made, or those of its tag or placeholder, which decide. `saved` are all of such elements, of which
 * only one is needed.
 * @param {(Element | null)[]} near
 * @param {Element[]} saved
 * @param {Element} element
 * @param {HTMLElement} source
 */
function isAmong(near, saved, element, source) {
  const same = near
    .concat(saved)
    .find(
      (it) =>
        it &&
        it.localName === element.localName &&
        it.hasAttribute(MADE) &&
        (!sources.has(it) || it.cloneNode().isEqualNode(element)),
    );
  saved.forEach((it) => it !== same && it.replaceWith(...it.childNodes));
  if (!same) return false;
  for (const option of sources.has(same) ? [] : optionsOf(same)) {
    const value = element.getAttribute(option);
    if (value === null) same.removeAttribute(option);
    else same.setAttribute(option, value);
  }
  sources.set(same, source);
  return true;
}

/**
 * The names of the options of one of our elements.
 * @param {Element} element
 */
const optionsOf = (element) =>
  KINDS.flatMap(([, { tag, options }]) => (tag === element.localName ? [...options, LOADING] : []));

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
  element.setAttribute(MADE, '');
  for (const option of [...options, LOADING]) {
    const value = source.getAttribute(`data-${option}`);
    // Tools that delay scripts keep the address of the script there.
    if (value !== null && !(option === 'src' && isAddressOf(source, value))) element.setAttribute(option, value);
  }
  return element;
}

/**
 * Whether this is the address of the script that the tag runs.
 * @param {HTMLElement} tag
 * @param {string} address
 */
function isAddressOf(tag, address) {
  const link = document.createElement('a');
  link.href = address;
  return tag.matches('script') && (namesOurFile(link.href) || link.href === /** @type {HTMLScriptElement} */ (tag).src);
}

/** @param {() => void} act */
function whenParsed(act) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act, { once: true });
  else act();
}
