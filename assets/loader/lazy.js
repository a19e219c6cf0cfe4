// `loading`: a widget far from the visible part waits. Until it is scrolled near, it costs only its download.
import { ELEMENTS } from './options.js';
import { forPrint } from './prerendered.js';
import { warn } from './warn.js';
import { usingDefault } from './words.js';

const VALUES = ['lazy', 'eager'];

/** @typedef {{ container: HTMLElement, kind: import('./types').Kind, resolve: () => void }} Waiting */

/**
 * Elements that wait, each with the function that ends the wait.
 * @type {Map<HTMLElement, Waiting>}
 */
const waiting = new Map();

/**
 * Events for the first element of a kind, which might still be waiting: it starts, and then gets the event again.
 * @type {Record<string, import('./types').Kind>}
 */
const REQUESTS = { 'gpf-show-form': 'comparison', 'gpf-show-federations': 'finder' };

/**
 * Resolves when this element can start.
 * @param {HTMLElement} host
 * @param {HTMLElement} container
 * @param {import('./types').Kind} kind
 * @returns {Promise<void>}
 */
export function whenVisible(host, container, kind) {
  if (isEager(host) || typeof IntersectionObserver !== 'function' || isNear(container)) return Promise.resolve();
  return new Promise((resolve) => {
    waiting.set(host, { container, kind, resolve });
    observer().observe(container);
  });
}

/** @param {HTMLElement} host */
export const isWaiting = (host) => waiting.has(host);

/**
 * Ends the wait, if there is one, without a start.
 * @param {HTMLElement} host
 */
export function cancel(host) {
  const one = waiting.get(host);
  if (!one) return;
  waiting.delete(host);
  observer().unobserve(one.container);
}

/**
 * Called when the attribute has changed.
 * @param {HTMLElement} host
 */
export function loadingChanged(host) {
  if (waiting.has(host) && isEager(host)) start(host);
}

/** @param {HTMLElement} host */
function start(host) {
  const { resolve } = /** @type {Waiting} */ (waiting.get(host));
  cancel(host);
  resolve();
}

/** @param {HTMLElement} host */
function isEager(host) {
  const value = (host.getAttribute('loading') || VALUES[0]).trim().toLowerCase();
  if (VALUES.includes(value)) return value === 'eager';
  warn(usingDefault('loading', value, VALUES));
  return false;
}

/**
 * The observer reports one frame later than a page could show the widget. Inside a frame, only the observer knows what
 * is visible.
 * @param {HTMLElement} container
 */
function isNear(container) {
  // A page might have moved it to a frame or another window.
  const view = container.ownerDocument.defaultView;
  if (!view || view.top !== view || !container.getClientRects().length) return false;
  const { top, bottom } = container.getBoundingClientRect();
  return top < 2 * view.innerHeight && bottom > -view.innerHeight;
}

/** @type {IntersectionObserver | null} */
let shared = null;

function observer() {
  if (shared) return shared;
  shared = new IntersectionObserver(
    (entries) => {
      const seen = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
      for (const [host, { container }] of [...waiting]) if (seen.includes(container)) start(host);
    },
    { rootMargin: '100%' },
  );
  for (const [request, kind] of Object.entries(REQUESTS))
    document.addEventListener(request, (event) => startForEvent(/** @type {CustomEvent} */ (event), kind));
  window.addEventListener('beforeprint', print);
  window.addEventListener('afterprint', putBack);
  return shared;
}

/**
 * @param {CustomEvent} event
 * @param {import('./types').Kind} kind
 */
function startForEvent({ type, detail }, kind) {
  const host = /** @type {HTMLElement} */ (document.querySelector(ELEMENTS[kind].tag));
  if (!waiting.has(host)) return;
  // After `gpf-ready`, the element listens.
  const again = () => setTimeout(() => document.dispatchEvent(new CustomEvent(type, { detail })));
  host.addEventListener('gpf-ready', again, { once: true });
  start(host);
}

// Print has no "near", and browsers do not wait for widgets to start: the static content from the build is printed.
function print() {
  for (const [host, { container, kind }] of waiting) container.replaceChildren(forPrint(kind, host));
}

function putBack() {
  for (const { container } of waiting.values()) container.replaceChildren(document.createElement('slot'));
}
