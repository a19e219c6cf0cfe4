// A list that stands in the page, and what page editors have made of it.

const LIST = /^\s*(?:mce-)?(?:text|application)\/(?:x-)?(?:csv|json|(?:comma|tab)-separated-values)\b/i;
/** Types that somebody may have taken for a list's. */
const NEARLY = /plain|csv|tsv|excel|values|\/json/i;

/** The first list inside an element, wherever editors have put it, and what is wrong: { list, complaint }. */
export function inlineList(host) {
  const scripts = [];
  for (const { content = host } of [host, ...host.querySelectorAll('template')]) {
    scripts.push(...content.querySelectorAll('script'));
  }
  const typeOf = (script) => script.getAttribute('type') || '';
  const lists = scripts.filter((script) => LIST.test(typeOf(script)));
  if (lists.length > 1) return { list: lists[0], complaint: 'an element holds more than one list; the first is used' };
  if (lists.length) return { list: lists[0] };
  const nearly = scripts.find((script) => !script.src && NEARLY.test(typeOf(script)));
  if (nearly) return { complaint: `a list of type="${typeOf(nearly)}" is not read; its type has to be text/csv or application/json` };
  if (/<script[^>]+(?:csv|json)/i.test(host.textContent)) {
    return { complaint: 'the script tag around a list has become text, so the list is not read. Paste it as HTML, or put the list into a file and name that in src' };
  }
  return {};
}

const OPEN = /^(?:\s*(?:\/\/|\/\*)?\s*>?(?:<!--|-->|<!\[CDATA\[)[^\S\n]*(?:\*\/|\/\/)?(?:[^\S\n]*\n)?)+/;
const CLOSE = /[^\S\n]*(?:(?:\/\/|\/\*)?\s*(?:<?!?\]\]>|-->)[^\S\n]*(?:\*\/)?\s*)+$/;
const BREAK = /<br\s*\/?>/gi;

/** The list's text without what editors put into scripts: comments that hide it, paragraphs, breaks, indents. */
export function cleaned(text) {
  // Rows are counted from the tag, so lines stay lines.
  let list = text.replace(OPEN, (it) => it.replace(/[^\n]/g, '')).replace(CLOSE, '');
  if (!list.trim().includes('\n')) list = list.replace(BREAK, '\n');
  list = list.replace(/<br\s*\/?>[^\S\n]*$/gim, '').replace(/^[^\S\n]*<\/?p\b[^>\n]*>|<\/p>[^\S\n]*$/gim, '');
  if (!list.includes('"')) list = list.replace(/&quot;|&#0*34;/g, '"');
  return dedented(list);
}

// Spaces before a cell mean nothing. Tabs may be cells: only those before every row go.
function dedented(text) {
  const rows = text.split('\n').filter((row) => row.trim());
  if (!rows.length || !rows[0].trim().includes('\t')) return text.replace(/^[^\S\n]+/gm, '');
  let [indent] = /^\s*/.exec(rows[0]);
  for (const row of rows) while (!row.startsWith(indent)) indent = indent.slice(0, -1);
  return text.split('\n').map((row) => (row.startsWith(indent) ? row.slice(indent.length) : row)).join('\n');
}
