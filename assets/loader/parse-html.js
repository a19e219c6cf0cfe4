// From the text of a prerendered view to nodes, one by one: pages with Trusted Types refuse HTML as text. By the oldest
// methods only, as some pages have an `append` of their own.
import { inTasks } from './scheduler.js';

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

// As `ui::vdom` writes it: every element has its end, but for those without content, and no text or value holds
// a bare `<`, `>` or `"`.
const PIECE = /<(\/?)(\w+)([^>]*)>|[^<]+/g;
const ATTRIBUTE = / ([\w-]+)(?:="([^"]*)")?/g;
const EMPTY = /^(input|br|hr|img)$/;
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"' };

const plain = (text) => text.replace(/&(\w+);/g, (_, name) => ENTITIES[name]);

/** How many pieces are made between two rests. */
const NODES_PER_STEP = 100;

/** Makes the nodes that `html` describes, and rests in between for whoever wants to do something else meanwhile. */
function* parseSteps(html) {
  const root = document.createDocumentFragment();
  const pieces = new RegExp(PIECE);
  let place = root;
  for (let made = 1, found = pieces.exec(html); found; made++, found = pieces.exec(html)) {
    const [piece, end, tag, attributes] = found;
    if (!tag) {
      place.appendChild(new Text(plain(piece)));
    } else if (end) {
      place = place.parentNode;
    } else {
      const element = document.createElementNS(tag === 'svg' ? SVG : place.namespaceURI || HTML, tag);
      attributes.replace(ATTRIBUTE, (_, name, value) => element.setAttribute(name, plain(value || '')));
      place.appendChild(element);
      if (!EMPTY.test(tag)) place = element;
    }
    if (made % NODES_PER_STEP === 0) yield;
  }
  return root;
}

/** The nodes that `html` describes, made at once. */
export function parseHtml(html) {
  const making = parseSteps(html);
  let step = making.next();
  while (!step.done) step = making.next();
  return step.value;
}

/** The same, made in tasks of a few milliseconds. */
export const parseHtmlInTasks = (html) => inTasks(parseSteps(html));
