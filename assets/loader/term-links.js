// The links from the guide's texts to its glossary. A URL with # does not find an id in a shadow root, so this handles
// the clicks, with and without wasm.

import { backTo } from './words.js';

/**
 * Handles the links in `view` to its own parts, and adds the way back.
 * @param {HTMLElement} view
 */
export function followTermLinks(view) {
  /** @type {HTMLElement} */
  let origin;
  // Created when it is needed, because an error that stopped the wasm might have broken the page's methods.
  /** @type {HTMLButtonElement | null} */
  let back = null;
  const makeBack = () => Object.assign(document.createElement('button'), { type: 'button', className: 'gpf-link' });

  // The page might have hidden its container, or the user might have closed it.
  const show = (/** @type {HTMLElement} */ element) => {
    for (let it = element; it !== view; it = /** @type {HTMLElement} */ (it.parentNode)) {
      it.hidden = false;
      if (it.localName === 'details') /** @type {HTMLDetailsElement} */ (it).open = true;
    }
    element.focus();
  };

  view.addEventListener('click', (event) => {
    // The links, terms and sections around it are as the guide's view was rendered.
    const link = /** @type {any} */ (event.target).closest('a[href^="#"]');
    if (link) {
      event.preventDefault();
      origin = link;
      const term = /** @type {HTMLElement} */ (view.querySelector(link.hash));
      term.tabIndex = -1;
      back = back || makeBack();
      back.textContent = backTo(link.closest('[data-section]').firstChild.textContent);
      /** @type {Element} */ (term.nextSibling).appendChild(back);
      show(term);
    } else if (event.target === back) {
      /** @type {HTMLButtonElement} */ (back).remove();
      show(origin);
    }
  });
}
