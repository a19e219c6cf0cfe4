// Who takes part.
//
//   name      its page's address, and its script in pages/
//   host      the element whose shadow root the rest is in
//   search, select, count, row    where they are; the row is the first one
//   totalOf   how many are found, of the count's text; null where it does not say
//   library   a file of dist/ to use in place of a script in pages/
//   page      a file of pages/ to use in place of form.html
//   element   what stands for ELEMENT in that page
//   most      the longest list that it shows
//   total     how many rows it shows, where that is not what is asked for
//   about     what it is

/** The first number of a text. */
const number = (text) => {
  const digits = /\d[\d,]*/.exec(text)?.[0];
  return digits ? Number(digits.replaceAll(',', '')) : null;
};
const form = { search: '#search', select: '#region', count: '#count', row: '#rows > li', totalOf: number };
const widget = {
  host: 'gp-federation-finder',
  search: '#gpf-search',
  select: '#gpf-region',
  count: '.gpf-count',
  row: '.gpf-federation',
  totalOf: (text) => (text.startsWith('No ') ? 0 : number(text)),
  library: 'gp-federations.js',
  page: 'element',
};

const CANDIDATES = [
  {
    name: 'widget',
    ...widget,
    element: '<gp-federation-finder src="rows.csv"></gp-federation-finder>',
    about: 'this widget, with the rows from a CSV file (data-src)',
  },
  {
    name: 'bundled',
    ...widget,
    element: '<gp-federation-finder></gp-federation-finder>',
    most: 78,
    total: 178,
    about: 'this widget, with the list that it comes with (178 rows)',
  },
  {
    name: 'plain',
    ...form,
    about: 'hand-tuned plain JavaScript: one lower-case text a row, `includes`, 20 rows that are filled again',
  },
  { name: 'minisearch', ...form, about: "MiniSearch (an index, word beginnings only) with the plain page's list" },
  { name: 'listjs', ...form, search: '.search', row: '.list > li', about: 'List.js, 20 rows a page' },
  {
    name: 'datatables',
    ...form,
    search: '.dt-search input',
    count: '.dt-info',
    row: 'tbody > tr',
    totalOf: (text) => number(/of ([\d,]+) entr/.exec(text)?.[1] ?? ''),
    about: 'DataTables without jQuery, 20 rows a page',
  },
  {
    name: 'tabulator',
    ...form,
    row: '.tabulator-row',
    about: 'Tabulator with its virtual list and only the modules that are needed',
  },
  { name: 'empty', ...form, about: 'no list at all: what the browser, the rows and the measuring take' },
];

export const candidates = CANDIDATES.map((candidate) => ({ ...candidate, path: `/${candidate.name}` }));
/** What everybody is measured against. */
export const PLAIN = 'plain';
/** What is taken off everybody's work. */
export const EMPTY = 'empty';
/** Everybody who can be left out. */
export const names = candidates.map(({ name }) => name).filter((name) => name !== PLAIN && name !== EMPTY);
