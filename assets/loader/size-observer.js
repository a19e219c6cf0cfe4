// Observes the size of an element, without "ResizeObserver loop" errors in the page's console.
import { nextTask } from './scheduler.js';

/** The time in ms after which a height that has just changed is measured again. */
const SETTLING_MS = 100;

/**
 * Calls `changed` when the size of the element, in whole CSS px, is new.
 *
 * A second change in the frame of a report is an error, so after a change the element is not observed for the rest of
 * its frame: the page or the wasm can react to a report, and WebKit runs layout again for container queries after it has
 * measured. A new width is followed at once, because the wasm then changes the height. Observing again takes a frame, so
 * a height that changes with each key press is measured when it has settled.
 * @param {HTMLElement} element
 * @param {(isNew: { width: boolean, height: boolean }) => void} changed
 */
export function observeSize(element, changed) {
  if (typeof ResizeObserver !== 'function') return;
  let [width, height, reported] = [0, 0, 0];
  const observer = new ResizeObserver(([{ borderBoxSize }]) => {
    if (!element.isConnected) return;
    const { offsetWidth, offsetHeight } = element;
    const { blockSize } = borderBoxSize[0];
    const isNew = { width: offsetWidth !== width, height: offsetHeight !== height };
    if (!isNew.width && !isNew.height && blockSize === reported) return;
    [width, height, reported] = [offsetWidth, offsetHeight, blockSize];
    observer.unobserve(element);
    changed(isNew);
    const observe = () => observer.observe(element);
    if (isNew.width) nextTask().then(observe);
    else setTimeout(observe, SETTLING_MS);
  });
  observer.observe(element);
}
