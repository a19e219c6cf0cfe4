// An editor's own list: selects the list of a finder, and reads it in slices, between which the page stays responsive.
import { tellFailure } from './fallback.js';
import { cleaned, inlineList } from './inline-list.js';
import { addressOf, fileName, fromData, fromUrl } from './list-source.js';
import { Failure, failure, stop, stopIfTrap } from './runtime.js';
import { TASK_BUDGET_MS, nextTask } from './scheduler.js';
import { warn } from './warn.js';
import { OF_PAGE, cannotBeUsed, inCall, notRecognised } from './words.js';

const OPTIONS = ['src', 'merge', 'label', 'date'];
/** The arguments of `load` and `check`, and the values of `merge`. */
const ACCEPTED = ['label', 'date', 'merge', 'file'];
const MERGES = ['replace', 'extend'];

/** The state of each finder: { widget, wasm, observer, reading, isScheduled }. */
const finders = new Map();
/** Requests sent before the wasm was ready, by finder: { key, opened, controller }. */
const prefetched = new Map();
/** Lists that finders show or wait for, by identity: { key, file, finders, list, failure, stop }. */
const imports = new Map();
/** The `data` property of each finder that has one, with a unique number for each value. */
const dataProperty = new WeakMap();
/** A unique number for each file. */
const files = new WeakMap();
/** The warnings about lists inside elements that were already shown. */
const complaints = new Set();
let count = 0;

/** Requests the editor's list from the server while the wasm starts. */
export function prefetchList(host) {
  const source = wanted(host);
  if (
    !source ||
    !source.isFar ||
    imports.has(source.key) ||
    [...prefetched.values()].some(({ key }) => key === source.key)
  )
    return;
  const controller = new AbortController();
  const opened = source.open(controller.signal);
  opened.catch(() => {}); // The code that reads it handles the error.
  prefetched.set(host, { key: source.key, opened, controller });
}

/** Shows the editor's list, and follows its changes until `unfollowList`. */
export function followList(host, widget, wasm) {
  const observer = new MutationObserver(() => listChanged(host));
  observer.observe(host, { childList: true, characterData: true, subtree: true });
  finders.set(host, { widget, wasm, observer, reading: null, isScheduled: false });
  selectSource(host);
}

/** Checks again which list to show, after all simultaneous changes. */
export function listChanged(host, option = OPTIONS[0]) {
  const finder = finders.get(host);
  if (!finder || finder.isScheduled || !OPTIONS.includes(option)) return;
  finder.isScheduled = true;
  queueMicrotask(() => {
    finder.isScheduled = false;
    if (finders.get(host) === finder && !failure()) selectSource(host);
  });
}

/** The finder is removed, and so is its list if no other finder uses it. */
export function unfollowList(host) {
  takePrefetched(host, null);
  const finder = finders.get(host);
  if (!finder) return;
  finder.observer.disconnect();
  finders.delete(host);
  detach(finder.reading, host);
}

/** The property `data`: CSV text, a list of records, `{ federations, sources }`, a file, or `null` for none. */
export function defineData(prototype) {
  Object.defineProperty(prototype, 'data', {
    configurable: true,
    enumerable: true,
    get() {
      return dataProperty.has(this) ? dataProperty.get(this).data : null;
    },
    set(data) {
      if (data === null || data === undefined) dataProperty.delete(this);
      else dataProperty.set(this, { data, number: numberOf(data) });
      listChanged(this);
    },
  });
}

// A file keeps its identity: finders with the same file share the parsed list.
function numberOf(data) {
  if (!(data instanceof Blob)) return count++;
  if (!files.has(data)) files.set(data, count++);
  return files.get(data);
}

/** `gpFederations.load`: sets another list for the whole page. Resolves with the report. */
export async function loadList(wasm, data, options) {
  const source = sourceOf('load', data, options);
  const mine = {};
  loads = mine;
  if (data === null) {
    wasm.reset_page_list();
    showPageList();
    return null;
  }
  const list = await readAll(wasm, source);
  try {
    // If two calls overlap, the later one wins.
    if (mine === loads && list.install_for_page()) showPageList();
    return list.report();
  } finally {
    list.free();
  }
}
let loads = null;

/** `gpFederations.check`: returns the same report as `load`, and more, and changes nothing. */
export async function checkList(wasm, data, options) {
  const list = await readAll(wasm, sourceOf('check', data, options));
  try {
    return { ...list.report(), error: list.error, problemsCsv: list.problems_csv() };
  } finally {
    list.free();
  }
}

function sourceOf(name, data, options = {}) {
  const call = inCall(name);
  const refuse = (what, accepted) => {
    throw new Error(call + notRecognised(what, accepted));
  };
  const unknown = Object.keys(options).find((it) => !ACCEPTED.includes(it));
  if (unknown) refuse(`"${unknown}"`, ACCEPTED);
  const { merge, file = nameOf(data) } = options;
  if (merge !== undefined && !MERGES.includes(merge)) refuse(`merge="${merge}"`, MERGES);
  return { ...options, file: String(file), open: () => fromData(data, `${call}data`) };
}

const readAll = (wasm, source) =>
  read(
    wasm,
    source,
    () => {},
    () => true,
  );

/** The list's name for users, if its editor does not set one. */
const nameOf = (data) => (data instanceof Blob && data.name) || OF_PAGE;

function showPageList() {
  for (const finder of finders.values()) {
    const { reading } = finder;
    if (!reading || reading.failure || (reading.list && reading.list.error)) show(finder);
  }
}

// Which list ---------------------------------------------------------------------------------------------------------

/** The editor's list of an element: first the property, then the URL, then the content. */
function wanted(host) {
  const [src, merge, label, date] = OPTIONS.map((name) => host.getAttribute(name) || undefined);
  const source = (what, file, open) => ({
    key: JSON.stringify([what, merge, label, date]),
    file,
    open,
    merge,
    label,
    date,
  });
  const { data, number } = dataProperty.get(host) || {};
  if (data !== undefined) return source(number, nameOf(data), () => fromData(data, 'data'));
  const far = (at) => ({ ...source(addressOf(at), fileName(at), (signal) => fromUrl(at, signal)), isFar: true });
  if (src) return far(src);
  const { list, complaint } = inlineList(host);
  if (complaint && !complaints.has(complaint)) warn(complaint);
  complaints.add(complaint);
  if (!list) return null;
  const { textContent } = list;
  if (list.src && !textContent.trim()) return far(list.src);
  return source(textContent, OF_PAGE, () => fromData(cleaned(textContent)));
}

function selectSource(host) {
  const finder = finders.get(host);
  const source = wanted(host);
  const before = finder.reading;
  if (source ? before && before.key === source.key : !before) return;
  const asked = takePrefetched(host, source && source.key);
  finder.reading = source && (imports.get(source.key) || start(finder.wasm, { ...source, ...asked }));
  if (source) finder.reading.finders.add(host);
  detach(before, host);
  show(finder, host);
}

/** The early request, if it is for this list. A request for another list is cancelled. */
function takePrefetched(host, key) {
  const asked = prefetched.get(host);
  prefetched.delete(host);
  if (!asked) return null;
  const { opened, controller } = asked;
  if (asked.key === key && !imports.has(key)) return { open: () => opened, controller };
  controller.abort();
  return null;
}

function detach(reading, host) {
  if (!reading) return;
  reading.finders.delete(host);
  if (reading.finders.size) return;
  imports.delete(reading.key);
  reading.controller.abort();
  if (reading.list && !failure()) reading.list.free();
  reading.list = null;
}

/** Shows the progress of its list in a finder. */
function show({ widget, reading }, host) {
  if (failure()) return;
  if (!reading) return widget.use_page_list('');
  if (reading.list) widget.use_list(reading.list);
  else if (reading.failure) widget.use_page_list(reading.failure.message);
  else widget.list_progress(reading.file, reading.progress);
  if (host && reading.failure) tellFailure(host, reading.failure);
}

// Reading it ---------------------------------------------------------------------------------------------------------

function start(wasm, source) {
  const { key, file, controller = new AbortController() } = source;
  const reading = { key, file, controller, finders: new Set(), progress: undefined, list: null, failure: null };
  imports.set(key, reading);
  const isWanted = () => !controller.signal.aborted;
  const showAll = () => reading.finders.forEach((host) => show(finders.get(host), host));
  const tell = (progress) => {
    if (progress === reading.progress) return;
    reading.progress = progress;
    showAll();
  };
  read(wasm, source, tell, isWanted, controller.signal)
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

const PIECE = 65536;
let begun = 0;

/** Reads a list. Resolves with the wasm's `CustomList`, which the caller has to free. */
async function read(wasm, { file, label, date, merge, open }, tell, isWanted, signal) {
  const { size, pieces } = await open(signal);
  const list = new wasm.CustomList(file, size, label || '', date || '', merge);
  let isKnown = size !== undefined;
  const work = async () => {
    do {
      if (performance.now() - begun > TASK_BUDGET_MS) {
        if (isKnown) tell(Math.floor(list.progress / 10) * 10);
        await nextTask();
        begun = performance.now();
      }
      if (failure()) throw failure();
      if (!isWanted()) throw new Error(); // The list is no longer needed, so its error is ignored.
    } while (list.step());
  };
  try {
    feeding: for await (const piece of pieces) {
      for (let at = 0; at < piece.length; at += PIECE) {
        if (!list.feed(piece.subarray(at, at + PIECE))) break feeding;
        await work();
      }
    }
    isKnown = true;
    list.close();
    await work();
    return list;
  } catch (error) {
    stopIfTrap(error);
    if (!failure()) list.free();
    throw error;
  }
}
