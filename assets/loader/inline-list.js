// A list in the page, with the changes that rich text editors have made to it.

import { warn } from './warn.js';
import { LIST_OUTSIDE, SEVERAL_LISTS, TAG_LOST } from './words.js';

const LIST = /csv|\/json|-values/i;
/** Types that people use for a list by mistake. */
const NEARLY = /plain|excel/i;
/** What filters leave of a type. */
const NO_TYPE = /^$|script/i;
/** A line with a column of names: no space follows its separators, and nothing before it belongs to a program. */
const START =
  /^\s*(?:\[\s*\{\s*"|\{\s*"federations"|[^\n(){}=]*(?:(?:name|federation|organi[sz]ation|practice)s?"?[,;|\t]"?[a-z]|[a-z]"?[,;|\t]"?(?:\w[\w ]* )?(?:name|federation|organi[sz]ation|practice)))|<script[^>]+(?:csv|json)/im;

/** A row below the headings, or the same on one line: other texts have a comma or a bar, too. */
const ROWS = /^\s*[[{<]|[,;|\t].*\n.*[,;|\t]|(?:,\S[^,]*){2}/;

/**
 * Where a list begins in a text, or -1 if it has none.
 * @param {string} text
 */
export function listStart(text) {
  const at = text.search(START);
  return ROWS.test(text.slice(at)) ? at : -1;
}

/** @param {string} text */
const isListOrEmpty = (text) => !text.trim() || listStart(text) >= 0;

/**
 * The first list inside an element, wherever editors have moved it, and its problem.
 * @param {Element} host
 * @returns {{ list?: HTMLScriptElement, complaint?: string | false }}
 */
export function inlineList(host) {
  // A template of SVG has no content.
  const templates = [...host.querySelectorAll('template')].filter(({ content }) => content);
  /** @type {HTMLScriptElement[]} */
  const scripts = [];
  // Only templates have `content`.
  for (const { content = host } of /** @type {any[]} */ ([host, ...templates])) {
    scripts.push(...content.querySelectorAll('script'));
  }
  const lists = scripts.filter(
    ({ src, type, textContent, dataset }) =>
      LIST.test(type) ||
      // Consent tools block scripts by such a type, and keep what they need in their data.
      (!src && NEARLY.test(type) && !Object.keys(dataset).length) ||
      (!src && NO_TYPE.test(type) && !listStart(cleaned(textContent))),
  );
  if (lists.length) return { list: lists[0], complaint: lists.length > 1 && SEVERAL_LISTS };
  // The text of another script is not for people. Links and such are of the page.
  const text = [...host.childNodes].map((it) => (/^(?:a|style)$/i.test(it.nodeName) ? '' : it.textContent));
  const isLost =
    (!scripts.length && listStart(text.join('')) >= 0) ||
    templates.some(({ content }) => !content.firstElementChild && isListOrEmpty(content.textContent));
  return isLost ? { complaint: TAG_LOST } : { list: listOutside(host) };
}

/**
 * The list that an editor has moved out of the only finder of a page. If it is not beside it, it must be in CSV and without an
 * id, by which the scripts of other tools find their data.
 * @param {Element} host
 */
function listOutside(host) {
  const tag = host.localName;
  const root = /** @type {Document} */ (host.getRootNode());
  const beside = (host.closest('p') || host).nextElementSibling;
  const lists = [.../** @type {NodeListOf<HTMLScriptElement>} */ (root.querySelectorAll('script'))].filter(
    (it) =>
      LIST.test(it.type) &&
      (it === beside || (!it.id && !/json/i.test(it.type))) &&
      !it.closest(tag) &&
      listStart(it.textContent) >= 0,
  );
  if (lists.length === 1 && root.querySelectorAll(tag).length === 1) return lists[0];
  if (lists.length) warn(LIST_OUTSIDE);
  return undefined;
}

const OPEN = /^(?:[\s/*>]*<!(?:--|\[CDATA\[)(?:[^\S\n]|[/*<>!-]|\[CDATA\[)*\n?)+/;
const CLOSE = /[^\S\n]*(?:\/[/*])?\s*(?:-->|<?!?\]\]>)[\s/*<>!\]-]*$/;
const PARAGRAPHS = /^[^\S\n]*<\/?p\b[^>\n]*>|(?:<br\s*\/?>|<\/p>)+[^\S\n]*$/gim;

/** The accents of the names of letters, such as `&eacute;`, from U+0300 in the order of Unicode. */
const ACCENTS = 'grave,acute,circ,tilde,,,,,uml,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,cedil'.split(',');

/**
 * The list's text without the additions of editors: comments that hide it, paragraphs, breaks, indents, entities.
 * @param {string} text
 */
export function cleaned(text) {
  // Rows are counted from the tag, so lines must stay lines.
  let list = text
    .replace(OPEN, (it) => it.replace(/[^\n]/g, ''))
    .replace(CLOSE, '')
    .replace(PARAGRAPHS, '');
  // Markdown replaces an empty line by the start of a paragraph, and the last one ends behind the list.
  if (text.split(/<p>/i).length === text.split(/<\/p>/i).length + 1)
    list = list.replace(/"(?:\\.|[^"\\])*"|<p>/gi, (it) => (it[0] === '<' ? '\n\n' : it));
  // The importer knows the entities of signs.
  list = list.replace(/&([a-z])(grave|acute|circ|tilde|uml|cedil);/gi, (_, letter, name) =>
    (letter + String.fromCharCode(768 + ACCENTS.indexOf(name))).normalize(),
  );
  if (!list.includes('"')) list = list.replace(/&quot;|&#34;/g, '"');
  // Spaces before a cell are ignored. Tabs can be separators, so only those before the first row are removed.
  const [, indent, head] = /^\s*?([^\S\n]*)(\S.*)/.exec(list) || ['', '', ''];
  return list.replace(head.includes('\t') ? RegExp(`^${indent}`, 'gm') : /^[^\S\n]+/gm, '');
}
