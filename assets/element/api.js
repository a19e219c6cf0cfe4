// window.gpFederations: the wasm's functions for a page's own scripts.
import { version } from 'gpf:payload';
import { loadList } from './own-list.js';
import { failure, runtime } from './runtime.js';

export function exposeApi() {
  let wasm = null;
  const ready = runtime().then((glue) => { wasm = glue; });
  ready.catch(() => {}); // A page that never looks at `ready` should not see an unhandled rejection.

  const call = (name) => (...args) => {
    if (failure()) throw failure();
    if (!wasm) throw new Error(`gpFederations.${name}: not ready yet; await gpFederations.ready first`);
    return wasm[name](...args);
  };

  Object.defineProperty(window, 'gpFederations', {
    enumerable: true,
    value: Object.freeze({
      ready,
      version,
      search: call('search'),
      regions: call('regions'),
      federation: call('federation'),
      compare: call('compare'),
      shortlist: call('shortlist'),
      load: async (data, options) => loadList(await runtime(), data, options),
    }),
  });
}
