// Observes the size of an element, without "ResizeObserver loop" errors in the page's console.
import { nextTask } from './scheduler.js';

/** The time in ms after which WebKit measures a new height again. */
const SETTLING_MS = 100;

/**
 * Calls `changed` when the size of the element, in whole CSS px, is new.
 *
 * A second change in the frame of a report is an error, so the element is not observed for the rest of the frame: after a
 * new width, because the wasm then changes the height, and in WebKit after each change. Elsewhere a new height is not
 * followed by another change, and observing again would take a frame at each key press.
 * @param {HTMLElement} element
 * @param {(isNew: { width: boolean, height: boolean }) => void} changed
 */
export function observeSize(element, changed) {
  if (typeof ResizeObserver !== 'function') return;
  // It runs layout again for container queries, after it has measured what it reports.
  const isWebKit = /^Apple/.test(navigator.vendor);
  let [width, height, reported] = [0, 0, 0];
  const observer = new ResizeObserver(([{ borderBoxSize }]) => {
    if (!element.isConnected) return;
    const { offsetWidth, offsetHeight } = element;
    const { blockSize } = borderBoxSize[0];
    const isNew = { width: offsetWidth !== width, height: offsetHeight !== height };
    if (!isNew.width && !isNew.height && blockSize === reported) return;
    [width, height, reported] = [offsetWidth, offsetHeight, blockSize];
    changed(isNew);
    if (!isNew.width && !isWebKit) return;
    observer.unobserve(element);
    const observe = () => observer.observe(element);
    if (isNew.width) nextTask().then(observe);
    else setTimeout(observe, SETTLING_MS);
  });
  observer.observe(element);
}
