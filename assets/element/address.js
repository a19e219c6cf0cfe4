// Where this script came from. `document.currentScript` is null in modules and shadow roots, and somebody else's where a
// library fetches the text and runs it; the stack of an error knows better.
const [found] = /(?:blob:)?(?:https?|file):[^\s)]*?(?=:\d+:\d+)/.exec(String(new Error().stack)) || [];

/** The address of this script, or of the bundle that holds it; undefined where nobody knows. */
export const address = found && found.split('#')[0];
