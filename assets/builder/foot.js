// A sticky copy of the first snippet with a copy button, always in view: at the bottom of the window or, in wide layouts,
// below the preview. For mouse users only: screen readers and keyboards use the snippet itself.
import { copy } from './copy.js';
import { byId, el } from './dom.js';
import { COPIED, COPY, PRESS_KEYS } from './words.js';

/** This number of characters fits into two lines on a phone. */
const MAX = 40;

/** @type {HTMLTextAreaElement | null} */
let field = null;
let shown = '';
/** @type {IntersectionObserver | null} */
let watch = null;
const code = el('code', {});
const button = el(
  'button',
  {
    class: 'nhsuk-button nhsuk-button--small',
    type: 'button',
    tabindex: '-1',
    onclick: async () => {
      button.textContent = (await copy(/** @type {HTMLTextAreaElement} */ (field))) ? COPIED : PRESS_KEYS;
    },
  },
  COPY,
);

/**
 * Shows the content of this box while the box itself is out of view. Null shows nothing.
 * @param {HTMLTextAreaElement | null} box
 */
export function showFoot(box) {
  const foot = byId('foot');
  if (!foot.firstChild) foot.append(code, button);
  if (box !== field) {
    field = box;
    if (watch) watch.disconnect();
    foot.hidden = true;
    if (field && window.IntersectionObserver) {
      watch = new IntersectionObserver(([{ isIntersecting }]) => {
        foot.hidden = isIntersecting;
      });
      watch.observe(field);
    }
  }
  // Later, when the box has been filled.
  queueMicrotask(() => {
    if (!field || shown === field.value) return;
    shown = field.value;
    code.textContent = shown.length > MAX ? `${shown.slice(0, MAX)}…` : shown;
    button.textContent = COPY;
  });
}
