// Entry of gp-federations.js. esbuild bundles it and what it imports into one classic script.
import { exposeApi } from './api.js';
import { defineElements } from './element.js';
import { adoptScript, watchPlaceholders } from './placeholder.js';

const script = document.currentScript;
const COPY = Symbol.for('gp-federations');

if (window[COPY]) {
  // A page may hold the tag any number of times: the first copy does the work for all of them.
  window[COPY](script);
} else {
  Object.defineProperty(window, COPY, { value: adoptScript });
  exposeApi();
  defineElements();
  watchPlaceholders();
  adoptScript(script);
}
