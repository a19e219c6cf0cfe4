// The code in view all the time, with a button that copies it: a second look at the first snippet, for the eye and the
// mouse. What is read out and reached by keyboard is the snippet itself.
import { copy } from './copy.js';
import { byId, el } from './dom.js';
import { COPIED, COPY, PRESS_KEYS } from './words.js';

/** So many letters fit into two lines of a phone. */
const MAX = 40;

let field = null;
let shown = '';
let watch = null;
const code = el('code', {});
const button = el(
  'button',
  {
    class: 'nhsuk-button nhsuk-button--small',
    type: 'button',
    tabindex: '-1',
    onclick: async () => {
      button.textContent = (await copy(field)) ? COPIED : PRESS_KEYS;
    },
  },
  COPY,
);

/** Shows what this box holds for as long as the box itself is out of view; null shows nothing. */
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
  // Once the box has been filled in.
  queueMicrotask(() => {
    if (!field || shown === field.value) return;
    shown = field.value;
    code.textContent = shown.length > MAX ? `${shown.slice(0, MAX)}…` : shown;
    button.textContent = COPY;
  });
}
