// Links to the guides of docs/hosts, which are packed as pages beside this one.
import { el } from './dom.js';
import { GUIDES } from './words.js';

/**
 * Fills the list.
 * @param {HTMLElement} list
 */
export function showGuides(list) {
  list.replaceChildren(...GUIDES.map(([file, label]) => el('li', {}, el('a', { href: `guides/${file}.html` }, label))));
}
