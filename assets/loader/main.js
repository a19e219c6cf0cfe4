// Entry of gp-federations.js. esbuild bundles it and what it imports into one classic script.
import { version } from 'gpf:payload';
import { address } from './address.js';
import { exposeApi } from './api.js';
import { defineElements } from './element.js';
import { adoptScript, watchPlaceholders } from './placeholder.js';

const script = document.currentScript;
const COPY = Symbol.for('gp-federations');

if (window[COPY]) {
  const { version: other } = window.gpFederations;
  if (other !== version) console.warn(`gp-federations: version ${version} is not used because the page already has version ${other}`);
  // A page may hold the tag any number of times: the first copy does the work for all of them.
  window[COPY](script, address);
} else {
  Object.defineProperty(window, COPY, { value: adoptScript });
  exposeApi();
  defineElements();
  watchPlaceholders();
  adoptScript(script, address);
}
