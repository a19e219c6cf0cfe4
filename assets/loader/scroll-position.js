// Keeps an element where it is in the window while it gets its content.
//
// Browsers keep what is in view where it is when content above it grows. An element without content has no height, so
// they choose the page's content after it: the element would grow upwards, out of the window. This is what happens on a
// page that a link to the element has opened.
import { nextFrame } from './scheduler.js';

/**
 * Scrolls back as far as the element moves up because it grows, if its top was in the window. Other scrolling, by the user
 * or by the page, stays. Returns the function that ends this.
 * @param {HTMLElement} host
 * @returns {() => void}
 */
export function holdPosition(host) {
  if (typeof ResizeObserver !== 'function') return () => {};
  let { top, height } = host.getBoundingClientRect();
  const noteScroll = () => {
    const now = host.getBoundingClientRect();
    // If it has grown too, the browser might have scrolled. Firefox can do so before the observer is called.
    if (now.height === height) top = now.top;
  };
  // After the layout and before the frame is painted.
  const observer = new ResizeObserver(() => {
    const now = host.getBoundingClientRect();
    const [grown, moved] = [now.height - height, now.top - top];
    const isInWindow = top >= 0 && top < window.innerHeight;
    // It moves further if an element below it grows in the same frame.
    // At once, also on a page with `scroll-behavior: smooth`.
    if (isInWindow && grown > 0 && moved < 1 - grown) scrollerOf(host).scrollBy({ top: moved, behavior: 'instant' });
    ({ top, height } = host.getBoundingClientRect());
  });
  window.addEventListener('scroll', noteScroll, { capture: true, passive: true });
  observer.observe(host);
  const end = () => {
    observer.disconnect();
    window.removeEventListener('scroll', noteScroll, true);
  };
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
