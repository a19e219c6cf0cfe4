// From what an editor pasted, a script tag or a placeholder, to an element.
import { ELEMENTS, LOADING } from './options.js';

const PLACEHOLDER = '[data-gp-federations]';
// Not `Object.values`, which old libraries replace by one that gives what objects inherit, too.
const ANY = [PLACEHOLDER].concat(Object.entries(ELEMENTS).map(([, { tag }]) => tag)).join();
const done = new WeakSet();

/** Shows what a script tag asks for, in its own place. */
export function adoptScript(script) {
  if (!script) return;
  const { view } = script.dataset;
  if (view === 'none') return;
  whenParsed(() => {
    // A tag without options serves the placeholders and elements of its page; alone, it is a finder.
    if (view === undefined && document.querySelector(ANY)) return;
    const element = elementFor('data-view', view, script);
    if (isSame(script.nextElementSibling, element)) return;
    if (document.body.contains(script)) script.parentNode.insertBefore(element, script.nextSibling);
    else (document.querySelector('main') || document.body).appendChild(element);
  });
}

/** Turns every placeholder into an element, those that scripts add later too. */
export function watchPlaceholders() {
  const upgradeIn = (node) => {
    if (node.matches && node.matches(PLACEHOLDER)) upgrade(node);
    if (node.querySelectorAll) node.querySelectorAll(PLACEHOLDER).forEach(upgrade);
  };
  // Not while the page is being read: what stands inside a placeholder would arrive after we have moved it.
  whenParsed(() => {
    upgradeIn(document);
    new MutationObserver((records) => {
      for (const record of records) record.addedNodes.forEach(upgradeIn);
    }).observe(document, { childList: true, subtree: true });
  });
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
