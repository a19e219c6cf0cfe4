// Converts the text of a prerendered view to nodes, one by one, because pages with Trusted Types reject HTML as
// strings. Uses only the oldest methods, because some pages replace `append`.
import { inTasks } from './scheduler.js';

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

// The format of `ui::vdom`: every element has an end tag, except void elements, and no text or value contains an
// unescaped `<`, `>` or `"`. `<!>` is an empty text, or separates 2 texts.
const PIECE = /<(\/?)(\w+|!)([^>]*)>|[^<]+/g;
const ATTRIBUTE = / ([\w-]+)(?:="([^"]*)")?/g;
const EMPTY = /^(input|br|hr|img)$/;
/** @type {{ [name: string]: string }} */
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** @param {string} text */
const plain = (text) => text.replace(/&(\w+);/g, (_, name) => ENTITIES[name]);

/** The number of nodes between two yields. */
const NODES_PER_STEP = 100;

/**
 * Creates the nodes of `html`, and yields in between so that the caller can pause.
 * @param {string} html
 * @returns {Generator<undefined, DocumentFragment>}
 */
function* parseSteps(html) {
  const root = document.createDocumentFragment();
  const pieces = new RegExp(PIECE);
  /** @type {ParentNode & Node} */
  let place = root;
  for (let made = 1, found = pieces.exec(html); found; made++, found = pieces.exec(html)) {
    const [piece, end, tag, attributes] = found;
    if (!tag) {
      place.appendChild(new Text(plain(piece)));
    } else if (tag === '!') {
      if (!place.lastChild || place.lastChild.nodeType !== Node.TEXT_NODE) place.appendChild(new Text());
    } else if (end) {
      place = /** @type {ParentNode} */ (place.parentNode);
    } else {
      const element = document.createElementNS(
        tag === 'svg' ? SVG : /** @type {Partial<Element>} */ (place).namespaceURI || HTML,
        tag,
      );
      // Called for its calls: the text that it makes is not used.
      attributes.replace(ATTRIBUTE, (_, name, value) => {
        return /** @type {any} */ (element.setAttribute(name, plain(value || '')));
      });
      place.appendChild(element);
      if (!EMPTY.test(tag)) place = element;
    }
    if (made % NODES_PER_STEP === 0) yield;
  }
  return root;
}

/**
 * The nodes of `html`, created synchronously.
 * @param {string} html
 */
export function parseHtml(html) {
  const making = parseSteps(html);
  let step = making.next();
  while (!step.done) step = making.next();
  return step.value;
}

/**
 * The same, created in tasks of a few milliseconds.
 * @param {string} html
 */
export const parseHtmlInTasks = (html) => inTasks(parseSteps(html));
