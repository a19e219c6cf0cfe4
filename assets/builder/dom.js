// Makes elements without HTML text, which a page with Trusted Types would refuse.

/** An element. `attributes` that are null, undefined or false are left out; true is an empty value; `on…` listens. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** The element with this id; the page's own HTML holds it. */
export const byId = (id) => document.getElementById(id);

/** Text in which `code` stands between backticks. */
export function rich(text) {
  return text.split('`').map((part, at) => (at % 2 ? el('code', {}, part) : part));
}
