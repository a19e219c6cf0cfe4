// Keeps an element where it is in the window while it gets its content.
//
// Browsers keep what is in view where it is when content above it grows. An element without content has no height, so
// they choose the page's content after it: the element would grow upwards, out of the window. This is what happens on a
// page that a link to the element has opened.
import { nextFrame } from './scheduler.js';

/** User actions that scroll. */
const USER_EVENTS = ['wheel', 'touchmove', 'keydown', 'pointerdown'];

/**
 * Only the first element that starts: the others are below it, and move when it grows.
 * @type {HTMLElement | null}
 */
let held = null;

/**
 * Keeps the top of the element where it is, if that is in the window. Returns the function that ends this.
 * @param {HTMLElement} host
 * @returns {() => void}
 */
export function holdPosition(host) {
  const { top } = host.getBoundingClientRect();
  if (held || top < 0 || top >= window.innerHeight || typeof ResizeObserver !== 'function') return () => {};
  held = host;
  // After the layout and before the frame is painted.
  const observer = new ResizeObserver(() => {
    const moved = host.getBoundingClientRect().top - top;
    if (Math.abs(moved) >= 1) scrollerOf(host).scrollBy(0, moved);
  });
  const end = () => {
    if (held !== host) return;
    held = null;
    observer.disconnect();
    for (const name of USER_EVENTS) window.removeEventListener(name, end, true);
  };
  for (const name of USER_EVENTS) window.addEventListener(name, end, { capture: true, passive: true });
  observer.observe(host);
  // The last part is laid out in the next frame.
  return () => void nextFrame().then(end);
}

/**
 * What scrolls the element: a part of the page, or the window.
 * @param {HTMLElement} host
 * @returns {Element | Window}
 */
function scrollerOf(host) {
  for (let it = host.parentNode; it; it = it.parentNode || /** @type {any} */ (it).host) {
    if (!(it instanceof Element) || it === document.body || it === document.documentElement) continue;
    if (it.scrollHeight > it.clientHeight && /auto|scroll|overlay/.test(getComputedStyle(it).overflowY)) return it;
  }
  return window;
}
