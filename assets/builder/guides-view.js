// Links to the guides of docs/hosts, which the packer lays beside this page as pages of their own.
import { el } from './dom.js';

const GUIDES = [
  ['index', 'Choose how to add the widget'],
  ['wordpress', 'WordPress'],
  ['sharepoint-editors', 'SharePoint, for editors'],
  ['sharepoint-administrators', 'SharePoint, for administrators'],
  ['static', 'Static pages'],
  ['drupal', 'Drupal'],
  ['umbraco', 'Umbraco'],
  ['moodle', 'Moodle'],
  ['iframe', 'Frames (iframe)'],
  ['standalone', 'Single file without a server'],
  ['offline', 'Offline use'],
  ['react', 'React'],
  ['vue', 'Vue'],
  ['svelte', 'Svelte'],
  ['angular', 'Angular'],
  ['vite', 'JavaScript modules with Vite'],
  ['other', 'Other systems'],
];

/** Fills the list. */
export function showGuides(list) {
  list.replaceChildren(...GUIDES.map(([file, label]) => el('li', {}, el('a', { href: `guides/${file}.html` }, label))));
}
