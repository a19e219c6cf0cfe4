// Where gp-federations.js lies, as somebody types it: a folder or the file, with or without https://.
import { ADDRESS } from './words.js';

const FILE = 'gp-federations.js';
/** The script of one element: its folder has the others, too. */
const PART = /^gp-federations-(finder|comparison|guide)\.js$/;

/**
 * Reads what was typed: { script, folder, isFile, isAbsolute, warning } or { error }. `script` is the full script; `isFile`
 * says that its own address was typed, not that of its folder.
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

/** What is wrong with an address for a host that shows nothing but pages on https://; null if nothing is. */
export function secureProblem({ script, isAbsolute }, name) {
  // What is relative is told beside the snippet.
  if (!isAbsolute || script.startsWith('//')) return null;
  const { protocol, hostname } = new URL(script);
  if (/^(localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$|\.localhost$/.test(hostname)) {
    return ADDRESS.thisComputer(hostname);
  }
  return protocol === 'https:' ? null : ADDRESS.needsHttps(name);
}

function isComplete(text) {
  try {
    return new URL(text).host !== '' && /^https?:\/\/[^/]/i.test(text);
  } catch {
    return false;
  }
}

const hostOf = (text) => new URL(text).host;

/** What to suggest: the folder of the builder itself, which is where the script is, unless it was opened from a disk. */
export const suggestion = (page) => (/^https?:$/.test(page.protocol) ? new URL('.', page.href).href : FILE);
