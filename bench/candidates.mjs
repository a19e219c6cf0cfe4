// The candidates of the benchmark. Their properties:
//
//   name      the path of its page, and its script in pages/
//   host      the element whose shadow root the rest is in
//   search, select, count, row    selectors of the controls and of the first row
//   totalOf   returns the number of results in the count's text, or null if there is none
//   library   a file of dist/ to use in place of a script in pages/
//   page      a file of pages/ to use in place of form.html
//   element   the replacement of ELEMENT in that page
//   hasOwnList  it shows its built-in list, and is compared with lists of about that length
//   hasIndex  it reads an index instead of the file with the rows
//   moreFiles   URLs of further files with its code
//   most      the longest list for which it is measured
//   build     its build, if it belongs to another one: name and folder
//   about     a description

import fs from 'node:fs';
import path from 'node:path';
import { LIBRARY } from './harness/pagefind.mjs';
import { FULL } from './harness/scripts.mjs';

/** The first number in a text. */
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
  // The smallest sufficient script, as in the builder's snippet.
  library: 'gp-federations-finder.js',
  page: 'element',
};

export const candidates = [
  {
    name: 'widget',
    ...widget,
    element: '<gp-federation-finder src="/rows.csv"></gp-federation-finder>',
    about: 'this widget, with the rows from a CSV file (src)',
  },
  {
    name: 'bundled',
    ...widget,
    element: '<gp-federation-finder></gp-federation-finder>',
    hasOwnList: true,
    about: 'this widget, with its built-in list',
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
  {
    name: 'aggrid',
    ...form,
    row: '.ag-row[row-index="0"]',
    about: 'AG Grid Community with its virtual list and only the modules that are needed',
  },
  {
    name: 'pagefind',
    ...form,
    hasIndex: true,
    moreFiles: LIBRARY,
    most: 10_000, // At 100,000 rows its index has 100,000 files.
    about: "Pagefind (an index in many files, beginnings of stemmed words) with the plain page's list",
  },
  { name: 'empty', ...form, about: 'no list at all: what the browser, the rows and the measuring take' },
];

/** The reference for all candidates. */
export const PLAIN = 'plain';
/** The baseline that is subtracted from all measurements. */
export const EMPTY = 'empty';
/** The candidates that can be left out. */
export const names = candidates.map(({ name }) => name).filter((name) => name !== PLAIN && name !== EMPTY);

/** The widget in 2 variants: with rows from a file, and with its built-in list. */
export const WIDGETS = ['widget', 'bundled'];

/** The name of a candidate's other build. */
export const nameIn = (name, build) => `${name}-${build}`;

/**
 * The candidates to measure. With other builds, each widget is followed by its other builds, so that all are opened
 * within the same seconds, and all use the same script: the finder's if every build has it, otherwise the full one.
 */
export function taking(only, dist, builds) {
  const all = candidates.filter(({ name }) => only.includes(name) || name === PLAIN || name === EMPTY);
  if (!builds.length) return all;
  const folders = [dist, ...builds.map((build) => build.dist)];
  const library = [widget.library, FULL].find((file) => folders.every((it) => fs.existsSync(path.join(it, file))));
  if (!library) throw new Error(`not every build has ${FULL}: ${folders.join(', ')}`);
  return all.flatMap((candidate) => {
    if (!WIDGETS.includes(candidate.name)) return [candidate];
    const others = builds.map((build) => ({
      ...candidate,
      library,
      name: nameIn(candidate.name, build.name),
      build,
      about: `the same of ${build.name}`,
    }));
    return [{ ...candidate, library }, ...others];
  });
}

/** The number of rows in a build's built-in list. */
export const rowsOfList = (dist) => JSON.parse(fs.readFileSync(path.join(dist, 'federations.json'), 'utf8')).length;
