/** Writes a warning to the console, for whoever looks after the page: a text of words.js, perhaps with a failure's code. */
export const warn = (text, code) => console.warn(`gp-federations${code ? ` (${code})` : ''}: ${text}`);
