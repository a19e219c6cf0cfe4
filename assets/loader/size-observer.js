// Observes the sizes of elements, without "ResizeObserver loop" errors in the page's console.
import { nextTask } from './scheduler.js';

/** The time in ms after which WebKit measures again. */
const SETTLING_MS = 100;

/**
 * What is new of a size.
 * @typedef {{ width: boolean, height: boolean }} IsNew
 */

/**
 * The observed elements, with the last size of each in CSS px.
 * @type {Map<Element, { width: number, height: number, changed: (isNew: IsNew) => void }>}
 */
const observed = new Map();

/**
 * One for all elements: a change of one can change the size of another.
 * @type {ResizeObserver | undefined}
 */
let observer;

/**
 * Calls `changed` when the size of the element is new, in a task of its own: a second change of any observed element in
 * the frame of a report is an error.
 * @param {Element} element
 * @param {(isNew: IsNew) => void} changed
 */
export function observeSize(element, changed) {
  if (typeof ResizeObserver !== 'function') return;
  if (!observer) observer = new ResizeObserver(report);
  observed.set(element, { width: 0, height: 0, changed });
  observer.observe(element);
}

/** @param {Element} element */
export function unobserveSize(element) {
  observed.delete(element);
  if (observer) observer.unobserve(element);
}

/**
 * @param {ResizeObserverEntry[]} entries
 * @param {ResizeObserver} observer
 */
function report(entries, observer) {
  let isAnyNew = false;
  for (const { target, contentRect } of entries) {
    const last = observed.get(target);
    if (!last || !target.isConnected) continue;
    const { width, height } = contentRect;
    const isNew = { width: width !== last.width, height: height !== last.height };
    if (!isNew.width && !isNew.height) continue;
    isAnyNew = true;
    Object.assign(last, { width, height });
    nextTask().then(() => last.changed(isNew));
  }
  // WebKit runs layout again for container queries, after it has measured what it reports.
  if (!isAnyNew || !/^Apple/.test(navigator.vendor)) return;
  observer.disconnect();
  setTimeout(() => requestAnimationFrame(observeAgain), SETTLING_MS);
}

/**
 * In a frame, after its layout: each element is reported again in this frame, usually with the same size, and a second size
 * would be an error.
 */
function observeAgain() {
  for (const element of observed.keys()) {
    element.getBoundingClientRect();
    /** @type {ResizeObserver} */ (observer).observe(element);
  }
}
