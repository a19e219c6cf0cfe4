// From the text of a prerendered view to nodes, one by one: pages with Trusted Types refuse HTML as text. By the oldest
// methods only, as some pages have an `append` of their own.

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

// As `ui::node` writes it: every element has its end, but for those without content, and no text or value holds
// a bare `<`, `>` or `"`.
const PIECE = /<(\/?)(\w+)([^>]*)>|[^<]+/g;
const ATTRIBUTE = / ([\w-]+)(?:="([^"]*)")?/g;
const EMPTY = /^(input|br|hr|img)$/;
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"' };

const plain = (text) => text.replace(/&(\w+);/g, (_, name) => ENTITIES[name]);

/** The nodes that `html` describes. */
export function tree(html) {
  const root = document.createDocumentFragment();
  let place = root;
  html.replace(PIECE, (piece, end, tag, attributes) => {
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
  });
  return root;
}
