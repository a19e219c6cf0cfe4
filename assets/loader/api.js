// window.gpFederations: the wasm's functions for a page's own scripts.
import { version } from 'gpf:payload';
import { checkList, loadList } from './custom-list.js';
import { failure, runtime, started, stopIfTrap } from './runtime.js';

export function exposeApi() {
  let ready = null;
  // Only a page that asks for it pays for the start.
  const whenReady = () => {
    if (!ready) {
      ready = runtime().then(() => {});
      ready.catch(() => {}); // Looking at `ready` alone should not lead to an unhandled rejection.
    }
    return ready;
  };

  const call = (name) => (...args) => {
    if (failure()) throw failure();
    const wasm = started();
    if (!wasm) {
      whenReady();
      throw new Error(`gpFederations.${name}: not ready yet. Await gpFederations.ready first.`);
    }
    try {
      return wasm[name](...args);
    } catch (error) {
      stopIfTrap(error);
      throw error;
    }
  };

  Object.defineProperty(window, 'gpFederations', {
    enumerable: true,
    value: Object.freeze({
      get ready() { return whenReady(); },
      version,
      search: call('search'),
      regions: call('regions'),
      federation: call('federation'),
      compare: call('compare'),
      shortlist: call('shortlist'),
      load: async (data, options) => loadList(await runtime(), data, options),
      check: async (data, options) => checkList(await runtime(), data, options),
    }),
  });
}
