// The links from the guide's texts to its glossary. An address with # does not find an id in a shadow root, so they are
// followed here, whether the wasm runs or not.

import { backTo } from './words.js';

/** Follows the links in `view` to its own parts, and offers the way back. */
export function followTermLinks(view) {
  let origin;
  // Made when it is needed: whatever stopped the wasm may have broken the page's methods.
  let back = null;
  const makeBack = () => Object.assign(document.createElement('button'), { type: 'button', className: 'gpf-link' });

  // The page can have hidden or the reader closed what is around it.
  const show = (element) => {
    for (let it = element; it !== view; it = it.parentNode) {
      it.hidden = false;
      if (it.localName === 'details') it.open = true;
    }
    element.focus();
  };

  view.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) {
      event.preventDefault();
      origin = link;
      const term = view.querySelector(link.hash);
      term.tabIndex = -1;
      back = back || makeBack();
      back.textContent = backTo(link.closest('[data-section]').firstChild.textContent);
      term.nextSibling.appendChild(back);
      show(term);
    } else if (event.target === back) {
      back.remove();
      show(origin);
    }
  });
}
