// Creates elements without HTML strings, which a page with Trusted Types would reject.

/**
 * @typedef {string | Node | null | undefined} Child
 * @typedef {{ [on: `on${string}`]: (event: any) => unknown, [name: string]: any }} Attributes
 */

/**
 * Creates an element. `attributes` that are null, undefined or false are left out, true is an empty value, and `on…`
 * adds a listener.
 * @template {string} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {(Child | Child[])[]} children
 * @returns {Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return /** @type {any} */ (element);
}

/**
 * Content that opens under its title.
 * @param {Attributes} attributes
 * @param {string} title
 * @param {HTMLElement} content
 */
export const details = (attributes, title, content) =>
  el(
    'details',
    attributes,
    el('summary', { class: 'nhsuk-details__summary' }, el('span', { class: 'nhsuk-details__summary-text' }, title)),
    content,
  );

/**
 * The element with this id, from the page's own HTML.
 * @type {(id: string) => any}
 */
export const byId = (id) => document.getElementById(id);

/**
 * Text with `code` between backticks.
 * @param {string} text
 */
export function rich(text) {
  return text.split('`').map((part, at) => (at % 2 ? el('code', {}, part) : part));
}
