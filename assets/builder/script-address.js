// The URL of gp-federations.js as typed by the user: a folder or the file, with or without https://.
import { ADDRESS } from './words.js';

const FILE = 'gp-federations.js';
/** The script of one element: its folder contains the others, too. */
const PART = /^gp-federations-(finder|comparison|guide)\.js$/;

/**
 * Parses the typed text: { script, folder, isFile, isAbsolute, warning } or { error }. `script` is the full script.
 * `isFile` is true for the URL of the file, not of its folder.
 * @param {string} typed
 * @returns {import('./types').Address}
 */
export function readAddress(typed) {
  const text = typed.trim();
  if (!text) return { error: ADDRESS.empty };
  if (/^[a-z]:[\\/]|^\\\\|^file:/i.test(text)) return { error: ADDRESS.onComputer };
  if (/[\s"'<>`\\]/.test(text)) return { error: ADDRESS.characters };
  if (/[?#]/.test(text)) return { error: ADDRESS.query };
  if (text.includes('&')) return { error: ADDRESS.ampersand };
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(text);
  if (scheme && !/^https?$/i.test(scheme[1])) return { error: ADDRESS.scheme(scheme[1]) };
  if (scheme && !isComplete(text)) return { error: ADDRESS.incomplete };
  const host = /^((?:[a-z\d-]+\.)+[a-z]{2,})(\/|$)/i.exec(text);
  if (!scheme && host && !/\.(js|mjs|html?)$/i.test(host[1])) return { error: ADDRESS.withoutScheme(text) };
  const last = text.slice(text.lastIndexOf('/') + 1);
  if (/\.[a-z]+$/i.test(last) && last !== FILE && !PART.test(last) && last !== (scheme && hostOf(text))) {
    return { error: ADDRESS.otherFile(last) };
  }
  const folder =
    last === FILE || PART.test(last) ? text.slice(0, text.length - last.length) : text.replace(/\/?$/, '/');
  const warning = /^http:/i.test(text) && !/^http:\/\/localhost\b/i.test(text) ? ADDRESS.insecure : null;
  return {
    script: folder + FILE,
    folder,
    isFile: last === FILE,
    isAbsolute: Boolean(scheme) || text.startsWith('//'),
    warning,
  };
}

/**
 * The problem of a URL in a system that only shows pages on https://. Null if there is none.
 * @param {{ script?: string, isAbsolute?: boolean }} address
 * @param {string} name
 */
export function secureProblem(address, name) {
  const url = urlOf(address);
  // Relative URLs have a note beside the snippet.
  if (!url) return null;
  const { protocol, hostname } = url;
  if (isThisComputer(hostname) || hostname.endsWith('.localhost')) return ADDRESS.thisComputer(hostname);
  return protocol === 'https:' ? null : ADDRESS.needsHttps(name);
}

/**
 * The host of a URL that only works on this computer, as `cargo xtask serve` has it. Null for other URLs.
 * @param {{ script?: string, isAbsolute?: boolean }} address
 */
export function localHost(address) {
  const url = urlOf(address);
  return url && isThisComputer(url.hostname) ? url.hostname : null;
}

/**
 * The URL of an address with a scheme. Null if it has none, so that it depends on the page.
 * @param {{ script?: string, isAbsolute?: boolean }} address
 */
const urlOf = ({ script, isAbsolute }) => (script && isAbsolute && !script.startsWith('//') ? new URL(script) : null);

/** @param {string} host */
const isThisComputer = (host) => /^(localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/.test(host);

/** @param {string} text */
function isComplete(text) {
  try {
    return new URL(text).host !== '' && /^https?:\/\/[^/]/i.test(text);
  } catch {
    return false;
  }
}

/** @param {string} text */
const hostOf = (text) => new URL(text).host;

/**
 * The suggestion: the folder of the builder itself, which contains the script, unless the builder was opened from a
 * disk.
 * @param {{ protocol: string, href: string }} page
 */
export const suggestion = (page) => (/^https?:$/.test(page.protocol) ? new URL('.', page.href).href : FILE);
