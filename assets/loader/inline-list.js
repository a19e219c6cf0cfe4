// A list in the page, with the changes that rich text editors have made to it.

import { LIST_AS_TEXT, SEVERAL_LISTS, notAList } from './words.js';

const LIST = /csv|\/json|-values/i;
/** Types that people might use for a list by mistake. */
const NEARLY = /plain|excel/i;

/**
 * The first list inside an element, wherever editors have moved it, and its problem.
 * @param {Element} host
 * @returns {{ list?: HTMLScriptElement, complaint?: string | false }}
 */
export function inlineList(host) {
  /** @type {HTMLScriptElement[]} */
  const scripts = [];
  // Only templates have `content`.
  for (const { content = host } of /** @type {any[]} */ ([host, ...host.querySelectorAll('template')])) {
    scripts.push(...content.querySelectorAll('script'));
  }
  const lists = scripts.filter(({ type }) => LIST.test(type));
  const nearly = scripts.find(({ src, type }) => !src && NEARLY.test(type));
  if (lists.length > 1) return { list: lists[0], complaint: SEVERAL_LISTS };
  if (lists.length) return { list: lists[0] };
  if (nearly) return { complaint: notAList(nearly.type) };
  const isText = /<script[^>]+(?:csv|json)/i.test(host.textContent);
  return { complaint: isText && LIST_AS_TEXT };
}

const OPEN = /^(?:[\s/*>]*<!(?:--|\[CDATA\[)(?:[^\S\n]|[/*<>!-]|\[CDATA\[)*\n?)+/;
const CLOSE = /[^\S\n]*(?:\/[/*])?\s*(?:-->|<?!?\]\]>)[\s/*<>!\]-]*$/;
const PARAGRAPHS = /^[^\S\n]*<\/?p\b[^>\n]*>|(?:<br\s*\/?>|<\/p>)+[^\S\n]*$/gim;

/**
 * The list's text without the additions of editors: comments that hide it, paragraphs, breaks, indents.
 * @param {string} text
 */
export function cleaned(text) {
  // Rows are counted from the tag, so lines must stay lines.
  let list = text
    .replace(OPEN, (it) => it.replace(/[^\n]/g, ''))
    .replace(CLOSE, '')
    .replace(PARAGRAPHS, '');
  if (!list.includes('"')) list = list.replace(/&quot;|&#34;/g, '"');
  // Spaces before a cell are ignored. Tabs can be separators, so only those before the first row are removed.
  const [, indent, head] = /^\s*?([^\S\n]*)(\S.*)/.exec(list) || ['', '', ''];
  return list.replace(head.includes('\t') ? RegExp(`^${indent}`, 'gm') : /^[^\S\n]+/gm, '');
}
