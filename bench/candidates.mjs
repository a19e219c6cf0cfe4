// Who takes part.
//
//   name      its page's address, and its script in pages/
//   host      the element whose shadow root the rest is in
//   search, select, count, row    where they are; the row is the first one
//   totalOf   how many are found, of the count's text; null if the text does not say
//   library   a file of dist/ to use in place of a script in pages/
//   page      a file of pages/ to use in place of form.html
//   element   what stands for ELEMENT in that page
//   hasOwnList  it shows the list that it comes with, and is measured beside lists of about that length
//   hasIndex  it reads an index in place of the file with the rows
//   moreFiles   addresses of further files that are its code
//   most      the longest list that it is measured with
//   build     the other build that it is of, if it is of one: its name and its folder
//   about     what it is

import fs from 'node:fs';
import path from 'node:path';
import { LIBRARY } from './harness/pagefind.mjs';
import { FULL } from './harness/scripts.mjs';

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
  // The smallest script that suffices, as the builder gives it.
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
    most: 10_000, // At 100,000 rows its index is 100,000 files.
    about: "Pagefind (an index in many files, beginnings of stemmed words) with the plain page's list",
  },
  { name: 'empty', ...form, about: 'no list at all: what the browser, the rows and the measuring take' },
];

/** What everybody is measured against. */
export const PLAIN = 'plain';
/** What is taken off everybody's work. */
export const EMPTY = 'empty';
/** Everybody who can be left out. */
export const names = candidates.map(({ name }) => name).filter((name) => name !== PLAIN && name !== EMPTY);

/** The widget in its 2 ways: with rows from a file, and with its own list. */
export const WIDGETS = ['widget', 'bundled'];

/** The name of a candidate's other build. */
export const nameIn = (name, build) => `${name}-${build}`;

/**
 * Who is measured. With other builds, each widget is followed by its other builds, so that all are opened in the same
 * seconds, and all use the same script: that of the finder if every build has it, otherwise the one with everything.
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

/** How many rows a build's own list has. */
export const rowsOfList = (dist) => JSON.parse(fs.readFileSync(path.join(dist, 'federations.json'), 'utf8')).length;
