// Where wasm cannot run, the view that was rendered when the widget was built.
import { prerendered } from './prerendered.js';
import { warn } from './warn.js';

let reported = false;
/** Boxes that have fallen back: a panic while mounting is heard of twice. */
const fallen = new WeakSet();
/** Made in time: whatever stops the widgets may have broken the page's methods too, and one must not stop the others. */
const SLOT = document.createElement('slot');

/** Fills `container` with the prerendered view; where even that fails, the page's own content stays. */
export function showFallback(host, container, kind, failure) {
  if (fallen.has(container)) return;
  fallen.add(container);
  if (!reported) warn(failure.message, failure.code);
  reported = true;
  try {
    container.replaceChildren(prerendered(kind));
    container.lastChild.dataset.code = failure.code;
  } catch {
    container.replaceChildren(SLOT.cloneNode());
  }
  tellFailure(host, failure);
}

/** Tells the page what went wrong. */
export function tellFailure(host, { code, message }) {
  host.dispatchEvent(new CustomEvent('gpf-error', { bubbles: true, composed: true, detail: { code, message } }));
}
