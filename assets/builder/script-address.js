// Where gp-federations.js lies, as somebody types it: a folder or the file, with or without https://.

const FILE = 'gp-federations.js';
/** The script of one element: its folder has the others, too. */
const PART = /^gp-federations-(finder|comparison|guide)\.js$/;
const EXAMPLE = 'https://intranet.example.nhs.uk/gp-federations/';

/**
 * Reads what was typed: { script, folder, isFile, isAbsolute, warning } or { error }. `script` is the full script; `isFile`
 * says that its own address was typed, not that of its folder.
 */
export function readAddress(typed) {
  const text = typed.trim();
  if (!text) return { error: `Enter the web address of the folder that has ${FILE}, for example ${EXAMPLE}` };
  if (/^[a-z]:[\\/]|^\\\\|^file:/i.test(text)) {
    return {
      error: `This address is on a computer or shared drive, so web pages cannot load it. Ask your web team to put ${FILE} on a web server, then enter that address, for example ${EXAMPLE}`,
    };
  }
  if (/[\s"'<>`\\]/.test(text))
    return {
      error:
        "The address must not contain spaces, quotation marks, backslashes, < or >. Copy it from your browser's address bar",
    };
  if (/[?#]/.test(text)) return { error: 'Remove the ? or # and everything after it' };
  if (text.includes('&'))
    return {
      error: 'The address must not contain &, because some systems change it. Use a folder with a different name',
    };
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(text);
  if (scheme && !/^https?$/i.test(scheme[1]))
    return { error: `The address must start with https://. This one starts with ${scheme[1]}:` };
  if (scheme && !isComplete(text)) return { error: `Enter the full address, for example ${EXAMPLE}` };
  const host = /^((?:[a-z\d-]+\.)+[a-z]{2,})(\/|$)/i.exec(text);
  if (!scheme && host && !/\.(js|mjs|html?)$/i.test(host[1]))
    return { error: `Add https:// to the start: https://${text}` };
  const last = text.slice(text.lastIndexOf('/') + 1);
  if (/\.[a-z]+$/i.test(last) && last !== FILE && !PART.test(last) && last !== (scheme && hostOf(text))) {
    return { error: `${last} is a different file. Enter the folder that has ${FILE}, or the address of ${FILE}` };
  }
  const folder =
    last === FILE || PART.test(last) ? text.slice(0, text.length - last.length) : text.replace(/\/?$/, '/');
  const warning =
    /^http:/i.test(text) && !/^http:\/\/localhost\b/i.test(text)
      ? 'This address starts with http://. Pages that start with https:// will not load it. Use https:// if your server supports it'
      : null;
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
    return `${hostname} is this computer: other people cannot open it. Enter an address on your web server, for example ${EXAMPLE}`;
  }
  return protocol === 'https:' ? null : `${name} needs an address that begins with https://`;
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
