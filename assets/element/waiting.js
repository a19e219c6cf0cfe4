// `loading`: a widget far from what the reader sees waits. Until it comes near it costs its download and nothing else.
import { printed } from './prerendered.js';

const VALUES = ['lazy', 'eager'];

/** Elements that wait, each with what ends it: { box, kind, wake }. */
const waiting = new Map();

/** A signal to the first element of a kind, which may still be waiting: it wakes, and then hears it. */
const SIGNALS = { 'gpf-show-form': 'gp-legal-form-comparison', 'gpf-show-federations': 'gp-federation-finder' };

/** Resolves when this element's turn to start has come. */
export function turn(host, box, kind) {
  if (isEager(host) || typeof IntersectionObserver !== 'function' || isNear(box)) return Promise.resolve();
  return new Promise((wake) => {
    waiting.set(host, { box, kind, wake });
    observer().observe(box);
  });
}

export const isWaiting = (host) => waiting.has(host);

/** Ends the waiting, if there is one, without a start. */
export function forget(host) {
  const one = waiting.get(host);
  if (!one) return;
  waiting.delete(host);
  observer().unobserve(one.box);
}

/** The attribute has changed. */
export function loadingChanged(host) {
  if (waiting.has(host) && isEager(host)) start(host);
}

function start(host) {
  const { wake } = waiting.get(host);
  forget(host);
  wake();
}

function isEager(host) {
  const value = (host.getAttribute('loading') || VALUES[0]).trim().toLowerCase();
  if (VALUES.includes(value)) return value === 'eager';
  console.warn(`gp-federations: loading="${value}" is not recognised. Use one of: ${VALUES.join(', ')}. Using the default.`);
  return false;
}

// The observer answers a frame later than a page could already show the widget. Inside a frame it alone knows what can
// be seen.
function isNear(box) {
  // A page may have put it into a frame or a window of its own.
  const view = box.ownerDocument.defaultView;
  if (!view || view.top !== view || !box.getClientRects().length) return false;
  const { top, bottom } = box.getBoundingClientRect();
  return top < 2 * view.innerHeight && bottom > -view.innerHeight;
}

let shared = null;

function observer() {
  if (shared) return shared;
  shared = new IntersectionObserver((entries) => {
    const seen = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
    for (const [host, { box }] of [...waiting]) if (seen.includes(box)) start(host);
  }, { rootMargin: '100%' });
  for (const [signal, tag] of Object.entries(SIGNALS)) document.addEventListener(signal, (event) => lead(event, tag));
  window.addEventListener('beforeprint', print);
  window.addEventListener('afterprint', putBack);
  return shared;
}

function lead({ type, detail }, tag) {
  const host = document.querySelector(tag);
  if (!waiting.has(host)) return;
  // Once it listens, which is after it says that it is ready.
  const again = () => setTimeout(() => document.dispatchEvent(new CustomEvent(type, { detail })));
  host.addEventListener('gpf-ready', again, { once: true });
  start(host);
}

// Paper has no "near", and browsers don't wait for us to start: they print what was rendered when the widget was built.
function print() {
  for (const { box, kind } of waiting.values()) {
    box.replaceChildren(printed(kind));
  }
}

function putBack() {
  for (const { box } of waiting.values()) box.replaceChildren(document.createElement('slot'));
}
