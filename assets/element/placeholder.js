// From what an editor pasted, a script tag or a placeholder, to an element.
import { ELEMENTS, LOADING } from './options.js';

const PLACEHOLDER = '[data-gp-federations]';
// Not `Object.values`, which old libraries replace by one that gives what objects inherit, too.
const KINDS = Object.entries(ELEMENTS);
const ANY = [PLACEHOLDER].concat(KINDS.map(([, { tag }]) => tag)).join();
/** Options by which a tag is known as ours, whatever its file is called. Scripts of others have `data-src`, too. */
const CHOICES = KINDS.reduce((all, [, { options }]) => all.concat(options), ['view', LOADING])
  .filter((option) => option !== 'src').map((option) => `[data-${option}]`).join();
const PASTE = '<div data-gp-federations="finder"></div>';

/** Placeholders and script tags that have been seen to. */
const done = new WeakSet();
/** The script tag that each element was made for. */
const makers = new WeakMap();
let hasTold = false;

/**
 * Shows what the script tag asks for by which this script came, in the tag's own place. Modules and shadow roots have no
 * `document.currentScript`, and jQuery runs the text from a tag of its own: then it is looked for in the page.
 */
export function adoptScript(script, address) {
  whenParsed(() => queueMicrotask(() => {
    let tags = script && isOurs(script) ? [script] : [];
    // One that says nothing may be a library's copy of one that does.
    if (!tags.length || !script.matches(CHOICES)) {
      const found = [];
      for (const root of script ? [document] : roots()) found.push(...root.querySelectorAll('script[src]'));
      tags = tags.concat(found.filter((tag) => tag !== script && isAlive(tag)
        && (isOurFile(tag) || (tag.src === address && tag.matches(CHOICES)))));
    }
    const rank = (tag) => (tag.matches(CHOICES) ? 0 : hasPlace(tag) ? 1 : 2);
    // Those of the same rank in the order of the page.
    tags.sort((a, b) => rank(a) - rank(b) || (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING) - 1);
    if (tags.length) tags.forEach(adopt);
    else if (!isServed()) setTimeout(tell, 1000); // Perhaps the page's own scripts add an element.
  }));
}

const isOurFile = ({ src }) => /\/gp-federations[^/]*\.js$/i.test(String(src).split(/[?#]/)[0]);

// A tag that stands in the page, with our text in it; a library takes its own away at once.
const isOurs = (script) => script.matches(CHOICES)
  || (script.isConnected && (isOurFile(script) || (!script.src && script.textContent.length > 1e5)));

// Not one that a consent manager holds back.
const isAlive = ({ type }) => /^$|^module$|script$/.test(type);

const hasPlace = (tag) => Boolean(document.body.contains(tag) || tag.getRootNode().host);

/** The document and the open shadow roots in it. */
function roots() {
  const all = [document];
  for (const root of all) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) all.push(shadowRoot);
  }
  return all;
}

/** Whether the page says by a placeholder or an element what it wants, be it in a shadow root. */
function isServed() {
  if (document.querySelector(ANY)) return true;
  const places = roots().filter((root) => root.querySelector(ANY));
  places.forEach(watch);
  return places.length > 0;
}

function tell() {
  if (hasTold || isServed()) return;
  hasTold = true;
  console.info(`gp-federations: nothing on this page says where the widget is to be. Put ${PASTE} there; if there is to be none, data-view="none" on the script tag`);
}

function adopt(tag) {
  if (done.has(tag)) return;
  done.add(tag);
  const { view } = tag.dataset;
  if (view === 'none') return;
  if (tag.getRootNode().host) watch(tag.getRootNode());
  // A tag that names no element serves the placeholders and elements of its page; alone, it is a finder.
  if (view === undefined && isServed()) {
    if (tag.matches(CHOICES)) console.warn(`gp-federations: the options of a script tag are not used, because this page has a placeholder or an element. Put them there, or data-view="finder" on the tag for another finder`);
    return;
  }
  const element = elementFor('data-view', view, tag);
  const { nextElementSibling: next, parentElement: box } = tag;
  // A library may put another tag in the place of the one that it found.
  if (isSame(next, element) || (makers.has(next) && !makers.get(next).isConnected)) return;
  if (box && box.style.display === 'none' && box.style.visibility === 'hidden') {
    console.warn(`gp-federations: the script tag stands in a hidden box, as tag managers make them, so no widget is shown. Put ${PASTE} into the page, with the options`);
    return;
  }
  makers.set(element, tag);
  if (hasPlace(tag)) {
    tag.parentNode.insertBefore(element, tag.nextSibling);
    return;
  }
  const main = document.querySelector('main');
  if (!main) console.info(`gp-federations: the script tag has no place in the page's body, so the widget is at its end. For another place put ${PASTE} there, with the options`);
  (main || document.body).appendChild(element);
}

const upgradeIn = (node) => {
  if (node.matches && node.matches(PLACEHOLDER)) upgrade(node);
  if (node.querySelectorAll) node.querySelectorAll(PLACEHOLDER).forEach(upgrade);
};

const observer = new MutationObserver((records) => {
  for (const record of records) {
    record.addedNodes.forEach((node) => {
      upgradeIn(node);
      // Where a page is given HTML as text, browsers don't run the scripts in it.
      if (!node.querySelectorAll || !node.isConnected) return;
      for (const tag of [node, ...node.querySelectorAll('script[src]')]) {
        if (tag.localName === 'script' && isAlive(tag) && isOurFile(tag)) adopt(tag);
      }
    });
  }
});

function watch(root) {
  upgradeIn(root);
  observer.observe(root, { childList: true, subtree: true });
}

/** Turns every placeholder into an element, those that scripts add later too. */
export function watchPlaceholders() {
  // Not while the page is being read: what stands inside a placeholder would arrive after we have moved it.
  whenParsed(() => watch(document));
}

function upgrade(placeholder) {
  if (done.has(placeholder)) return;
  done.add(placeholder);
  const element = elementFor('data-gp-federations', placeholder.dataset.gpFederations, placeholder);
  if (isSame(placeholder.firstElementChild, element)) return;
  // Shown until the widget is ready, and if it never is.
  while (placeholder.firstChild) element.appendChild(placeholder.firstChild);
  placeholder.appendChild(element);
}

// A page that was saved from a browser holds the element that was made before.
const isSame = (saved, element) => Boolean(saved) && saved.cloneNode().isEqualNode(element);

function elementFor(attribute, view, source) {
  if (view && !ELEMENTS[view]) {
    const accepted = Object.keys(ELEMENTS).join(', ');
    console.warn(`gp-federations: ${attribute}="${view}" is not known (accepted: ${accepted}); using the default`);
  }
  const { tag, options } = ELEMENTS[view] || ELEMENTS.finder;
  const element = document.createElement(tag);
  for (const option of [...options, LOADING]) {
    const value = source.getAttribute(`data-${option}`);
    if (value !== null) element.setAttribute(option, value);
  }
  return element;
}

function whenParsed(act) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act, { once: true });
  else act();
}
