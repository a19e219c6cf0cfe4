// window.gpFederations: the wasm's functions for a page's own scripts.
import { version } from 'gpf:payload';
import { checkList, loadList } from './page-list.js';
import { failure, runtime, started, stopIfTrap } from './runtime.js';
import { NOT_READY, inCall } from './words.js';

/* global HAS_FINDER, HAS_COMPARISON -- which elements this script has */

/** @typedef {import('gpf:types').GpFederations} GpFederations */

/**
 * Adds the functions of this script to the page's API. `starts` contains the functions that start the wasm of each
 * loaded script.
 * @param {(() => Promise<unknown>)[]} starts
 */
export function exposeApi(starts) {
  starts.push(runtime);
  const api = window.gpFederations || {};
  if (!window.gpFederations) {
    addTo(api, { version });
    Object.defineProperty(api, 'ready', { enumerable: true, get: readyOf(starts) });
    Object.defineProperty(window, 'gpFederations', { enumerable: true, value: api });
  }
  if (HAS_FINDER) {
    addTo(api, {
      search: call('search'),
      regions: call('regions'),
      federation: call('federation'),
      /** @type {import('./page-list.js').Load} */
      load: async (data, options) => loadList(await runtime(), data, options),
      /** @type {GpFederations['check']} */
      check: async (data, options) => checkList(await runtime(), data, options),
    });
  }
  if (HAS_COMPARISON) addTo(api, { compare: call('compare'), shortlist: call('shortlist') });
}

/**
 * Pages cannot change it, but other scripts of ours can add functions.
 * @param {object} api
 * @param {{ [name: string]: unknown }} functions
 */
function addTo(api, functions) {
  for (const [name, value] of Object.entries(functions)) {
    if (!(name in api)) Object.defineProperty(api, name, { enumerable: true, value });
  }
}

/**
 * Only pages that use it start the wasm. Starts again if a script has been added.
 * @param {(() => Promise<unknown>)[]} starts
 */
function readyOf(starts) {
  let [ready, count] = /** @type {[Promise<void> | null, number]} */ ([null, 0]);
  return () => {
    if (count !== starts.length) {
      count = starts.length;
      ready = Promise.all(starts.map((start) => start())).then(() => {});
      ready.catch(() => {}); // Reading `ready` alone should not lead to an unhandled rejection.
    }
    return ready;
  };
}

/**
 * A function of the wasm as the page calls it.
 * @param {'search' | 'regions' | 'federation' | 'compare' | 'shortlist'} name
 */
const call =
  (name) =>
  /** @param {unknown[]} args */
  (...args) => {
    if (failure()) throw failure();
    const wasm = started();
    if (!wasm) {
      runtime(); // The next call might succeed.
      throw new Error(inCall(name) + NOT_READY);
    }
    try {
      // The wasm checks what it is given.
      return /** @type {(...args: unknown[]) => unknown} */ (wasm[name])(...args);
    } catch (error) {
      stopIfTrap(error);
      throw error;
    }
  };
