/** @type {Set<string>} The lines of this page so far. */
const written = new Set();

/**
 * Writes a warning to the console, for the page's developers: a text of words.js, possibly with a failure's code. Each
 * line is written once.
 * @param {string} text
 * @param {string} [code]
 */
export function warn(text, code) {
  const line = `gp-federations${code ? ` (${code})` : ''}: ${text}`;
  if (written.has(line)) return;
  written.add(line);
  console.warn(line);
}
