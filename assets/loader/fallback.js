// The fallback if wasm cannot run: the view that was rendered when the widget was built.
import { prerendered } from './prerendered.js';
import { dispatchError } from './runtime.js';
import { warn } from './warn.js';

let reported = false;
/**
 * Containers that show the fallback, because a panic while mounting is reported twice.
 * @type {WeakSet<HTMLElement>}
 */
const fallen = new WeakSet();
/**
 * Created early: an error that stops the widgets might have broken the page's methods, too, and one failing widget must
 * not stop the others.
 */
const SLOT = document.createElement('slot');

/**
 * Fills `container` with the prerendered view. If even that fails, the page's own content stays.
 * @param {HTMLElement} host
 * @param {HTMLElement} container
 * @param {import('./types').Kind} kind
 * @param {import('./runtime.js').Failure} failure
 */
export function showFallback(host, container, kind, failure) {
  if (fallen.has(container)) return;
  fallen.add(container);
  if (!reported) warn(failure.message, failure.code);
  reported = true;
  try {
    container.replaceChildren(prerendered(kind, host));
    /** @type {HTMLElement} */ (container.lastChild).dataset.code = failure.code;
  } catch {
    container.replaceChildren(SLOT.cloneNode());
  }
  dispatchError(host, failure);
}
