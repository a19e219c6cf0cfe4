// Where gp-federations.js lies, as somebody types it: a folder or the file, with or without https://.

const FILE = 'gp-federations.js';
const EXAMPLE = 'https://intranet.example.nhs.uk/gp-federations/';

/**
 * Reads what was typed: { script, folder, isAbsolute, warning } or { error }. `script` is what goes into `src`.
 */
export function readAddress(typed) {
  const text = typed.trim();
  if (!text) return { error: `Enter the address of the folder that ${FILE} is in, such as ${EXAMPLE}` };
  if (/^[a-z]:[\\/]|^\\\\|^file:/i.test(text)) {
    return { error: `This is a place on a computer or a shared drive. Other people’s browsers can’t open it from a web page. Ask for ${FILE} to be put on a web server, and enter its address, such as ${EXAMPLE}` };
  }
  if (/[\s"'<>`\\]/.test(text)) return { error: 'An address has no spaces, quotation marks, backslashes or < and >. Copy it from the browser’s address bar.' };
  if (/[?#]/.test(text)) return { error: 'Leave out everything from the ? or the # on.' };
  if (text.includes('&')) return { error: 'Leave out the & sign: page editors change it. Use a folder whose name has none.' };
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(text);
  if (scheme && !/^https?$/i.test(scheme[1])) return { error: `An address begins with https://. This one begins with ${scheme[1]}:` };
  if (scheme && !isComplete(text)) return { error: `This address is not complete. It should look like ${EXAMPLE}` };
  const host = /^((?:[a-z\d-]+\.)+[a-z]{2,})(\/|$)/i.exec(text);
  if (!scheme && host && !/\.(js|mjs|html?)$/i.test(host[1])) return { error: `Begin with https:// to make it https://${text}` };
  const last = text.slice(text.lastIndexOf('/') + 1);
  if (/\.[a-z]+$/i.test(last) && last !== FILE && last !== (scheme && hostOf(text))) {
    return { error: `Enter the folder, or the address of ${FILE} itself. ${last} is another file.` };
  }
  const folder = last === FILE ? text.slice(0, -FILE.length) : text.replace(/\/?$/, '/');
  const warning = /^http:/i.test(text) && !/^http:\/\/localhost\b/i.test(text)
    ? 'This begins with http://. A page that begins with https:// will refuse it: use https:// if the server can.'
    : null;
  return { script: folder + FILE, folder, isAbsolute: Boolean(scheme) || text.startsWith('//'), warning };
}

function isComplete(text) {
  try {
    return new URL(text).host !== '' && /^https?:\/\/[^/]/i.test(text);
  } catch (error) {
    return false;
  }
}

const hostOf = (text) => new URL(text).host;

/** What to suggest: the folder of the builder itself, which is where the script is, unless it was opened from a disk. */
export const suggestion = (page) => (/^https?:$/.test(page.protocol) ? new URL('.', page.href).href : FILE);
