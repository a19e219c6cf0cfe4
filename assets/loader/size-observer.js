// Observes the size of an element, without "ResizeObserver loop" errors in the page's console.
import { nextTask } from './scheduler.js';

/**
 * Calls `changed` when the size of the element is new. If it returns true, or if the browser's report is already out of
 * date, nothing more is reported in this frame, because a second report in one frame is an error. That is not done each
 * time: observing again takes a frame.
 * @param {HTMLElement} element
 * @param {() => boolean | void} changed
 */
export function observeSize(element, changed) {
  if (typeof ResizeObserver !== 'function') return;
  let reported = 0;
  const observer = new ResizeObserver(([{ borderBoxSize }]) => {
    if (!element.isConnected) return;
    const { blockSize } = borderBoxSize[0];
    // WebKit runs layout again for container queries, after it has measured what it reports. In a zoomed page the two
    // are never the same, but then the report is not new.
    const isOutdated = Math.abs(blockSize - element.offsetHeight) >= 1 && blockSize !== reported;
    reported = blockSize;
    if (!changed() && !isOutdated) return;
    observer.unobserve(element);
    nextTask().then(() => observer.observe(element));
  });
  observer.observe(element);
}
