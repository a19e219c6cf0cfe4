/**
 * What the stack of an error says: `document.currentScript` is null in modules and shadow roots, and somebody else's where a
 * library fetches the text and runs it. Chromium reads the whole script again for its line numbers, which takes longer than
 * all else here, so an error is made only where nothing else knows.
 */
function fromStack() {
  const [found] = /(?:blob:)?(?:https?|file):[^\s)]*?(?=:\d+:\d+)/.exec(String(new Error().stack)) || [];
  return found;
}

/** Whether an address is that of a file under our name, or one that begins so. */
export const namesOurFile = (address) => /\/gp-federations[^/]*\.js$/i.test(String(address).split(/[?#]/)[0]);

const { src } = document.currentScript || {};
const found = namesOurFile(src) ? src : fromStack();

/** The address of this script, or of the bundle that holds it; undefined where nobody knows. */
export const address = found && found.split('#')[0];
