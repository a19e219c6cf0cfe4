// The views that were rendered when the widget was built.
import { comparisonFallback, federations, finderFallback, guide, legalForms, sources } from 'gpf:payload';
import { escaped } from './escape-html.js';
import { customListNotice } from './page-list.js';
import { parseHtml, parseHtmlInTasks } from './parse-html.js';
import { followTermLinks } from './term-links.js';

/* global HAS_FINDER, HAS_COMPARISON -- which elements this script has */

/** @typedef {import('./types').Kind} Kind */

/**
 * The sentences of the comparison are in the wasm's data. Its view refers to them by number.
 * @param {string} html
 */
function expandReferences(html) {
  const fields = legalForms.split(/[\t\n]/);
  return html.replace(/~(\d+)~/g, (_, at) => escaped(fields[at]));
}

/**
 * The columns of a packed table: by name, all cells from the first row on.
 * @param {string} packed
 */
function columnsOf(packed) {
  const [names, ...columns] = packed.split('\n').map((line) => line.split('\t'));
  return { columns, named: (/** @type {string} */ name) => columns[names.indexOf(name)] };
}

/**
 * A date of the data in words, as far as it goes: `2016`, `March 2016`, `7 March 2016`.
 * @param {string} date
 */
const inWords = (date) =>
  date &&
  new Date(date).toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: date[4] ? 'long' : undefined,
    day: date[7] ? 'numeric' : undefined,
  });

/**
 * The cells of the list are in the wasm's data, too: ~3~ is the cell of the third column in the item's row, ~3,~ has
 * commas between its entries, ~s~ lists the sources with their publishers and dates.
 * @param {string} html
 */
function withCells(html) {
  const list = columnsOf(federations);
  const source = columnsOf(sources);
  const [ids, titles, publishers, dates] = ['id', 'title', 'publisher', 'date'].map((name) => source.named(name));
  const title = (/** @type {string} */ id) => {
    const at = ids.indexOf(id);
    return [titles[at], publishers[at], inWords(dates[at])].filter(Boolean).join(', ');
  };
  let row = -1;
  return html.replace(/<li>|~(\d+)(,?)~|~s~/g, (reference, column, commas) => {
    if (reference === '<li>') {
      row += 1;
      return reference;
    }
    if (!column) return escaped(list.named('source')[row].split('; ').map(title).join('; '));
    const cell = list.columns[column][row];
    return escaped(commas ? cell.replace(/; /g, ', ') : cell);
  });
}

/** @type {{ [kind in Kind]: () => string }} */
const views = {
  finder: () => (HAS_FINDER ? withCells(finderFallback) : ''),
  comparison: () => (HAS_COMPARISON ? expandReferences(comparisonFallback) : ''),
  guide: () => guide,
};

/**
 * @param {DocumentFragment} nodes
 * @param {Kind} kind
 */
function withLinks(nodes, kind) {
  if (kind === 'guide') followTermLinks(/** @type {HTMLElement} */ (nodes.firstChild));
  return nodes;
}

/**
 * The prerendered list is the built-in one. If the element has another list, it says so below the heading.
 * @param {string} html
 * @param {HTMLElement} host
 * @param {Kind} kind
 */
const withListNotice = (html, host, kind) =>
  HAS_FINDER && kind === 'finder' ? html.replace('</h2>', (end) => end + customListNotice(host)) : html;

/**
 * The prerendered view of a kind of element, as nodes.
 * @param {Kind} kind
 * @param {HTMLElement} host
 */
export const prerendered = (kind, host) => withLinks(parseHtml(withListNotice(views[kind](), host, kind)), kind);

/**
 * Removes the notice about functions that need the wasm.
 * @param {string} html
 */
const withoutNotice = (html) => html.replace(/<p class="gpf-notice">.*?<\/p>/g, '');

/**
 * The same for print, without the notice.
 * @param {Kind} kind
 * @param {HTMLElement} host
 */
export const forPrint = (kind, host) => parseHtml(withListNotice(withoutNotice(views[kind]()), host, kind));

/**
 * The same for the wasm to hydrate, created in tasks, between which the page stays responsive.
 * @param {Kind} kind
 */
export const prerenderedInTasks = (kind) =>
  parseHtmlInTasks(withoutNotice(views[kind]())).then((nodes) => withLinks(nodes, kind));
