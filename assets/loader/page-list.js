// The list of the whole page: `gpFederations.load` and `gpFederations.check`.
import { showPageList, wantedList } from './custom-list.js';
import { escaped } from './escape-html.js';
import { readList } from './list-reader.js';
import { fromData, nameOf } from './list-source.js';
import { BUILT_IN_INSTEAD, inCall, notRecognised } from './words.js';

/**
 * @typedef {import('./types').Glue} Glue
 * @typedef {import('./types').CustomList} CustomList
 * @typedef {import('./types').ListSource} ListSource
 * @typedef {import('gpf:types').GpfData} GpfData
 * @typedef {import('gpf:types').GpfLoadOptions} GpfLoadOptions
 * @typedef {import('gpf:types').ImportReport} ImportReport
 */

/**
 * `gpFederations.load`, as one function: `null` for the built-in list.
 * @callback Load
 * @param {GpfData | null} data
 * @param {GpfLoadOptions} [options]
 * @returns {Promise<ImportReport | null>}
 */

/** The arguments of `load` and `check`, and the values of `merge`. */
const ACCEPTED = ['label', 'date', 'merge', 'file'];
const MERGES = ['replace', 'extend'];

/**
 * The last call of `load`.
 * @type {object | null}
 */
let latest = null;
/** The number of lists that are being read for the page. */
let reading = 0;
/** Whether the page has a list in place of the built-in one. */
let hasList = false;

/**
 * `gpFederations.load`: sets another list for the whole page. Resolves with the report.
 * @param {Glue} wasm
 * @param {GpfData | null} data
 * @param {GpfLoadOptions} [options]
 * @returns {Promise<ImportReport | null>}
 */
export async function loadList(wasm, data, options) {
  const source = sourceOf('load', data, options);
  const mine = {};
  latest = mine;
  if (data === null) {
    hasList = false;
    wasm.reset_page_list();
    showPageList();
    return null;
  }
  reading += 1;
  try {
    const list = await readAll(wasm, source);
    try {
      // If two calls overlap, the later one wins.
      if (mine === latest && list.install_for_page()) {
        hasList = true;
        showPageList();
      }
      return list.report();
    } finally {
      list.free();
    }
  } finally {
    reading -= 1;
  }
}

/**
 * `gpFederations.check`: returns the same report as `load`, and more, and changes nothing.
 * @param {Glue} wasm
 * @param {GpfData} data
 * @param {GpfLoadOptions} [options]
 * @returns {Promise<import('gpf:types').GpfCheck>}
 */
export async function checkList(wasm, data, options) {
  const list = await readAll(wasm, sourceOf('check', data, options));
  try {
    return { ...list.report(), error: list.error || null, problemsCsv: list.problems_csv() };
  } finally {
    list.free();
  }
}

/**
 * The list that a page's script names in a call.
 * @param {string} name
 * @param {GpfData | null} data
 * @param {GpfLoadOptions} [options]
 * @returns {ListSource}
 */
function sourceOf(name, data, options = {}) {
  const call = inCall(name);
  /** @type {(what: string, accepted: string[]) => never} */
  const refuse = (what, accepted) => {
    throw new Error(call + notRecognised(what, accepted));
  };
  const unknown = Object.keys(options).find((it) => !ACCEPTED.includes(it));
  if (unknown) refuse(`"${unknown}"`, ACCEPTED);
  const { merge, file = nameOf(data) } = options;
  if (merge !== undefined && !MERGES.includes(merge)) refuse(`merge="${merge}"`, MERGES);
  return { ...options, file: String(file), open: () => fromData(data, `${call}data`) };
}

/** @type {(wasm: Glue, source: ListSource) => Promise<CustomList>} */
const readAll = (wasm, source) =>
  readList(
    wasm,
    source,
    () => {},
    () => true,
  );

/**
 * Whether a finder shows the built-in list, as far as the loader knows before the wasm runs.
 * @param {HTMLElement} host
 */
export const showsBuiltInList = (host) => !hasList && !reading && !wantedList(host);

/**
 * A notice for a prerendered list, as HTML: the element has another list, with a link to its file. Empty if the list is
 * the built-in one.
 * @param {HTMLElement} host
 */
export function customListNotice(host) {
  if (showsBuiltInList(host)) return '';
  const { file = '', url = '' } = wantedList(host) || {};
  const [before, after] = BUILT_IN_INSTEAD;
  const link = /^https?:/.test(url) ? ` (<a href="${escaped(url)}">${escaped(file)}</a>)` : '';
  return `<p class="gpf-notice">${before}${link}${after}</p>`;
}
