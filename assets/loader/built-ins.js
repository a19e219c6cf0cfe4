// The browser's own objects, even if the page has variables with these names, as old libraries do with Event. esbuild puts
// these in place of the global names in all code of the script, also in the glue of the wasm (`inject`).
// The payload first, so that the texts are next to the code in the script, which is 0.5 kB smaller compressed.
import 'gpf:payload';
import { replacedBuiltIn } from './words.js';

const page = /** @type {any} */ (window);
// Nothing else leads to these. Each needs this method.
for (const [name, method] of Object.entries({ AbortController: 'abort', Map: 'get', MutationObserver: 'observe' })) {
  if (!Object(Object(page[name]).prototype)[method]) throw new Error(replacedBuiltIn(name));
}
// biome-ignore lint/suspicious/noShadowRestrictedNames: the names in the code are those of the browser.
export const { AbortController, Map, MutationObserver } = window;

/**
 * @template {object} T
 * @param {T} instance
 */
const classOf = (instance) => /** @type {new (...options: any[]) => T} */ (instance.constructor);

// A variable of the page does not change the class of what the page's document creates.
export const Text = classOf(document.createTextNode(''));
export const Event = classOf(document.createEvent('event'));
export const CustomEvent = classOf(document.createEvent('CustomEvent'));
