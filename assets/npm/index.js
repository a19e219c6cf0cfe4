// The ES module of the npm package. On a server it defines nothing, so that shared code can import it.
const isBrowser = typeof window !== 'undefined' && typeof customElements !== 'undefined';

async function define() {
  // The page might add an element later, so the script must not warn that there is none.
  window[Symbol.for('gp-federations.module')] = true;
  await import('./gp-federations.js');
}

/** Resolves when the elements are defined. On a server, immediately. */
export const defined = isBrowser ? define() : Promise.resolve();

/** Starts the WebAssembly, and resolves with `window.gpFederations`. On a server, resolves with `null`. */
export async function ready() {
  await defined;
  if (!isBrowser) return null;
  await window.gpFederations.ready;
  return window.gpFederations;
}
