/**
 * Writes a warning to the console, for the page's developers: a text of words.js, possibly with a failure's code.
 * @param {string} text
 * @param {string} [code]
 */
export const warn = (text, code) => console.warn(`gp-federations${code ? ` (${code})` : ''}: ${text}`);
