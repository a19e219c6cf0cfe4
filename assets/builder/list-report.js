// How a list was read: what was recognised, and every fault with its place and what would be right.
import { cellsOf, details, facts, rest } from './list-file.js';
import { el } from './dom.js';

/** As many faults as the page shows. */
const MAX_SHOWN = 100;
const FAULTS = 'Problems and how to fix them';
const HEADINGS = ['Row', 'Column', 'Value', 'Problem', 'How to fix it', 'What is left out'];

/** What there is to say of the list, as elements. `address` is where its faults can be had as a file. */
export function reportOf(report, address) {
  return [
    el(
      'div',
      { class: 'bld-read' },
      el('div', {}, el('h3', {}, 'Summary of your file'), summary(report)),
      el('div', {}, el('h3', {}, 'How your columns are read'), columns(report)),
    ),
    ...(report.problems.length ? faults(report, address) : []),
  ];
}

const summary = (report) =>
  el(
    'dl',
    { class: 'bld-facts' },
    facts(report).map(([key, value]) => el('div', {}, el('dt', {}, key), el('dd', {}, value))),
  );

// The file's own headings may be anything, so they are only text.
function columns({ columns: all }) {
  const known = all.filter(({ column }) => column);
  const others = details(all);
  return [
    el(
      'ul',
      { class: 'bld-columns' },
      known.map(({ heading, column }) =>
        el('li', {}, heading, heading === column ? null : [' → ', el('code', {}, column)]),
      ),
    ),
    others.length
      ? el(
          'p',
          {},
          "Other columns, shown in each federation's details: ",
          el('strong', {}, others.map(({ heading }) => heading).join(', ')),
          '.',
        )
      : null,
  ];
}

// In a narrow window the rows are no longer laid out as a table, and engines would forget that they are one.
function faults(report, address) {
  const shown = report.problems.slice(0, MAX_SHOWN);
  const note = rest(shown.length, report);
  const name = `${report.file.replace(/\.[^.]*$/, '')}-problems.csv`;
  return [
    el('h3', { id: 'list-faults' }, FAULTS),
    el(
      'table',
      { class: 'bld-faults', role: 'table', 'aria-labelledby': 'list-faults' },
      el(
        'thead',
        { role: 'rowgroup' },
        el(
          'tr',
          { role: 'row' },
          HEADINGS.map((text) => el('th', { scope: 'col', role: 'columnheader' }, text)),
        ),
      ),
      el('tbody', { role: 'rowgroup' }, shown.map(row)),
    ),
    note ? el('p', {}, note) : null,
    el('p', {}, el('a', { class: 'bld-download', href: address, download: name }, 'Download the problems (CSV)')),
  ];
}

const row = (fault) =>
  el(
    'tr',
    { role: 'row' },
    cellsOf(fault).map((text, at) =>
      at
        ? el('td', { role: 'cell', 'data-column': HEADINGS[at] }, text)
        : el('th', { role: 'rowheader', scope: 'row' }, text),
    ),
  );
