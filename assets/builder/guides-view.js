// Links to the guides of docs/hosts, which the packer lays beside this page as pages of their own.
import { el } from './dom.js';
import { GUIDES } from './words.js';

/** Fills the list. */
export function showGuides(list) {
  list.replaceChildren(...GUIDES.map(([file, label]) => el('li', {}, el('a', { href: `guides/${file}.html` }, label))));
}
