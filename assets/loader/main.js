// Entry of gp-federations.js and of the scripts with one element each. esbuild bundles it with its imports into one
// classic script.
import { kinds, version } from 'gpf:payload';
import { address } from './address.js';
import { exposeApi } from './api.js';
import { defineElements } from './element.js';
import { adoptScript, putBack, watchPlaceholders } from './placeholder.js';
import { warn } from './warn.js';
import { otherVersion } from './words.js';

/** @typedef {import('./types').Page} Page */

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const PAGE = Symbol.for('gp-federations');

// A page can contain the tag any number of times, and scripts with other elements: the first script handles the page's
// tags and placeholders, and each defines the elements that no other script has defined.
const page = /** @type {Page | undefined} */ (window[PAGE]);
if (!page) {
  Object.defineProperty(window, PAGE, { value: { version, adoptScript, starts: [], putBack } });
  watchPlaceholders();
} else if (page.version !== version) {
  warn(otherVersion(version, page.version));
}
const { version: used, adoptScript: adopt, starts, putBack: back } = /** @type {Page} */ (window[PAGE]);
if (used === version && defineElements(back)) exposeApi(starts);
adopt(script, address, kinds);
