// An editor's own list: which list each finder shows, and its progress.
import { cleaned, inlineList } from './inline-list.js';
import { readList } from './list-reader.js';
import { addressOf, fileName, fromData, fromUrl, nameOf } from './list-source.js';
import { Failure, failure, stop, dispatchError } from './runtime.js';
import { warn } from './warn.js';
import { OF_PAGE, cannotBeUsed } from './words.js';

/**
 * @typedef {import('./types').Glue} Glue
 * @typedef {import('./types').Widget} Widget
 * @typedef {import('./types').ElementSource} ElementSource
 * @typedef {import('./types').Import} Import
 * @typedef {import('./types').Pieces} Pieces
 * @typedef {import('gpf:types').GpfData} GpfData
 */

/**
 * A finder that is shown.
 * @typedef {object} Finder
 * @property {Widget} widget
 * @property {Glue} wasm
 * @property {MutationObserver} observer
 * @property {Import | null} reading
 * @property {boolean} isScheduled
 */

/**
 * An answer that was asked for before the wasm was there.
 * @typedef {object} Prefetched
 * @property {string} key
 * @property {Promise<Pieces>} opened
 * @property {AbortController} controller
 */

const OPTIONS = ['src', 'merge', 'label', 'date'];

/**
 * The state of each finder.
 * @type {Map<HTMLElement, Finder>}
 */
const finders = new Map();
/**
 * Requests sent before the wasm was ready, by finder.
 * @type {Map<HTMLElement, Prefetched>}
 */
const prefetched = new Map();
/**
 * Lists that finders show or wait for, by identity.
 * @type {Map<string, Import>}
 */
const imports = new Map();
/**
 * The `data` property of each finder that has one, with a unique number for each value.
 * @type {WeakMap<HTMLElement, { data: GpfData, number: number }>}
 */
const dataProperty = new WeakMap();
/**
 * A unique number for each file.
 * @type {WeakMap<Blob, number>}
 */
const files = new WeakMap();
let count = 0;

/**
 * Requests the editor's list from the server while the wasm starts.
 * @param {HTMLElement} host
 */
export function prefetchList(host) {
  const source = wantedList(host);
  if (
    !source ||
    !source.url ||
    imports.has(source.key) ||
    [...prefetched.values()].some(({ key }) => key === source.key)
  )
    return;
  const controller = new AbortController();
  // It is fetched, so it is a promise.
  const opened = /** @type {Promise<Pieces>} */ (source.open(controller.signal));
  opened.catch(() => {}); // Who reads it will hear of it.
  prefetched.set(host, { key: source.key, opened, controller });
}

/**
 * Shows the editor's list, and follows its changes until `unfollowList`.
 * @param {HTMLElement} host
 * @param {Widget} widget
 * @param {Glue} wasm
 */
export function followList(host, widget, wasm) {
  const observer = new MutationObserver(() => listChanged(host));
  observer.observe(host, { childList: true, characterData: true, subtree: true });
  finders.set(host, { widget, wasm, observer, reading: null, isScheduled: false });
  selectSource(host);
}

/**
 * Checks again which list to show, after all simultaneous changes.
 * @param {HTMLElement} host
 */
export function listChanged(host, option = OPTIONS[0]) {
  const finder = finders.get(host);
  if (!finder || finder.isScheduled || !OPTIONS.includes(option)) return;
  finder.isScheduled = true;
  queueMicrotask(() => {
    finder.isScheduled = false;
    if (finders.get(host) === finder && !failure()) selectSource(host);
  });
}

/**
 * The finder is removed, and so is its list if no other finder uses it.
 * @param {HTMLElement} host
 */
export function unfollowList(host) {
  takePrefetched(host, null);
  const finder = finders.get(host);
  if (!finder) return;
  finder.observer.disconnect();
  finders.delete(host);
  detach(finder.reading, host);
}

/**
 * The property `data`: CSV text, a list of records, `{ federations, sources }`, a file, or `null` for none.
 * @param {HTMLElement} prototype
 */
export function defineData(prototype) {
  Object.defineProperty(prototype, 'data', {
    configurable: true,
    enumerable: true,
    get() {
      return dataProperty.has(this) ? /** @type {{ data: GpfData }} */ (dataProperty.get(this)).data : null;
    },
    set(data) {
      if (data === null || data === undefined || data === '') dataProperty.delete(this);
      else dataProperty.set(this, { data, number: numberOf(data) });
      listChanged(this);
    },
  });
}

/**
 * A file keeps its identity: finders with the same file share the parsed list.
 * @param {GpfData} data
 */
function numberOf(data) {
  if (!(data instanceof Blob)) return count++;
  if (!files.has(data)) files.set(data, count++);
  return /** @type {number} */ (files.get(data));
}

/** Shows the page's list in each finder that has no list of its own. */
export function showPageList() {
  for (const finder of finders.values()) {
    const { reading } = finder;
    if (!reading || reading.failure || (reading.list && reading.list.error)) show(finder);
  }
}

/**
 * The editor's list of an element: first the property, then the URL, then the content.
 * @param {HTMLElement} host
 * @returns {ElementSource | null}
 */
export function wantedList(host) {
  const [src, merge, label, date] = OPTIONS.map((name) => host.getAttribute(name) || undefined);
  /** @type {(what: string | number | undefined, file: string, open: ElementSource['open']) => ElementSource} */
  const source = (what, file, open) => ({
    key: [merge, label, date, what].join('\0'),
    file,
    open,
    merge,
    label,
    date,
  });
  const { data, number } = dataProperty.get(host) || {};
  if (data !== undefined) return source(number, nameOf(data), () => fromData(data, 'data'));
  /** @type {(at: string) => ElementSource} */
  const far = (at) => {
    const url = addressOf(at);
    return { ...source(url, fileName(at), (signal) => fromUrl(at, signal)), url };
  };
  if (src) return far(src);
  const { list, complaint } = inlineList(host);
  if (complaint && !list) {
    // The built-in list alone would look like the editor's.
    return source(complaint, OF_PAGE, () => {
      throw new Failure('data-unusable', complaint);
    });
  }
  if (complaint) warn(complaint);
  if (!list) return null;
  const { textContent } = list;
  if (list.src && !textContent.trim()) return far(list.src);
  return source(textContent, OF_PAGE, () => fromData(cleaned(textContent)));
}

/** @param {HTMLElement} host */
function selectSource(host) {
  const finder = /** @type {Finder} */ (finders.get(host));
  const source = wantedList(host);
  const before = finder.reading;
  if (source ? before && before.key === source.key : !before) return;
  const asked = takePrefetched(host, source && source.key);
  finder.reading = source && (imports.get(source.key) || start(finder.wasm, { ...source, ...asked }));
  if (source) /** @type {Import} */ (finder.reading).finders.add(host);
  detach(before, host);
  show(finder, host);
}

/**
 * The early request, if it is for this list. A request for another list is cancelled.
 * @param {HTMLElement} host
 * @param {string | null} key
 */
function takePrefetched(host, key) {
  const asked = prefetched.get(host);
  prefetched.delete(host);
  if (!asked) return null;
  const { opened, controller } = asked;
  if (asked.key === key && !imports.has(key)) return { open: () => opened, controller };
  controller.abort();
  return null;
}

/**
 * @param {Import | null} reading
 * @param {HTMLElement} host
 */
function detach(reading, host) {
  if (!reading) return;
  reading.finders.delete(host);
  if (reading.finders.size) return;
  imports.delete(reading.key);
  reading.controller.abort();
  if (reading.list && !failure()) reading.list.free();
  reading.list = null;
}

/**
 * Shows the progress of its list in a finder.
 * @param {Finder} finder
 * @param {HTMLElement} [host]
 */
function show({ widget, reading }, host) {
  if (failure()) return;
  if (!reading) return widget.use_page_list();
  if (reading.list) widget.use_list(reading.list);
  else if (reading.failure) widget.use_page_list(reading.failure.message);
  else widget.list_progress(reading.file, reading.progress);
  if (host && reading.failure) dispatchError(host, reading.failure);
}

/**
 * @param {Glue} wasm
 * @param {ElementSource} source
 * @returns {Import}
 */
function start(wasm, source) {
  const { key, file, controller = new AbortController() } = source;
  /** @type {Import} */
  const reading = { key, file, controller, finders: new Set(), progress: undefined, list: null, failure: null };
  imports.set(key, reading);
  const isWanted = () => !controller.signal.aborted;
  const showAll = () => reading.finders.forEach((host) => show(/** @type {Finder} */ (finders.get(host)), host));
  /** @param {number | undefined} progress */
  const tell = (progress) => {
    if (progress === reading.progress) return;
    reading.progress = progress;
    showAll();
  };
  readList(wasm, source, tell, isWanted, controller.signal)
    .then(
      (list) => {
        if (!isWanted()) return list.free();
        reading.list = list;
        if (list.error) reading.failure = new Failure('data-unusable', list.error);
      },
      (error) => {
        const unusable = () => new Failure('data-unusable', cannotBeUsed(file, error));
        reading.failure = error instanceof Failure ? error : unusable();
      },
    )
    .then(() => {
      if (!isWanted() || failure()) return;
      if (reading.failure) warn(reading.failure.message, reading.failure.code);
      showAll();
    })
    .catch((error) => stop(String(error)));
  return reading;
}
