/**
 * The script's URL from the stack of an error: `document.currentScript` is null in modules and shadow roots, and
 * another script if a library fetches the text and runs it. Chromium parses the whole script again for its line
 * numbers, which takes longer than everything else here, so an error is created only as a last resort.
 */
function fromStack() {
  const [found] = /(?:blob:)?(?:https?|file):[^\s)]*?(?=:\d+:\d+)/.exec(String(new Error().stack)) || [];
  return found;
}

/**
 * Whether a URL is that of a file with our name, or with a name that begins with it.
 * @param {string | undefined} address
 */
export const namesOurFile = (address) => /\/gp-federations[^/]*\.js$/i.test(String(address).split(/[?#]/)[0]);

const { src } = /** @type {Partial<HTMLScriptElement>} */ (document.currentScript || {});
const found = namesOurFile(src) ? src : fromStack();

/** The URL of this script, or of the bundle that contains it. Undefined if it is unknown. */
export const address = found && found.split('#')[0];
