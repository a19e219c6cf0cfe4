// Links to the guides of docs/hosts, which the packer lays beside this page as pages of their own.
import { el } from './dom.js';

const GUIDES = [
  ['index', 'Which way for which website?'],
  ['wordpress', 'WordPress'],
  ['sharepoint-editors', 'SharePoint, for editors'],
  ['sharepoint-administrators', 'SharePoint, for administrators'],
  ['static', 'Static pages'],
  ['drupal', 'Drupal'],
  ['umbraco', 'Umbraco'],
  ['moodle', 'Moodle'],
  ['iframe', 'Frames (iframe)'],
  ['standalone', 'One page without a server'],
  ['offline', 'Offline use'],
  ['other', 'Something else'],
];

/** Fills the list. */
export function showGuides(list) {
  list.replaceChildren(...GUIDES.map(([file, label]) => el('li', {}, el('a', { href: `guides/${file}.html` }, label))));
}
