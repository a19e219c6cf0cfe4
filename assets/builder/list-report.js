// The report of a list: the recognised properties, and every problem with its position and its fix.
import { aboutMembers, cellsOf, details, facts, recognised, rest } from './list-file.js';
import { el } from './dom.js';
import {
  DOWNLOAD_PROBLEMS,
  HOW_COLUMNS_ARE_READ,
  OTHER_COLUMNS,
  memberColumns,
  PROBLEMS,
  PROBLEM_HEADINGS,
  SUMMARY,
} from './words.js';

/** @typedef {import('gpf:types').ImportReport} Report */

/** The maximum number of problems on the page. */
const MAX_SHOWN = 100;

/**
 * The report as elements. `address` is the URL of a file with the problems.
 * @param {Report} report
 * @param {string} address
 */
export function reportOf(report, address) {
  // Problems to fix come first.
  return [
    ...(report.problems.length ? problems(report, address) : []),
    el(
      'div',
      { class: 'bld-read' },
      el('div', {}, el('h3', {}, SUMMARY), summary(report)),
      el('div', {}, el('h3', {}, HOW_COLUMNS_ARE_READ), columns(report)),
    ),
  ];
}

/** @param {Report} report */
const summary = (report) =>
  el(
    'dl',
    { class: 'bld-facts' },
    facts(report).map(([key, value]) => el('div', {}, el('dt', {}, key), el('dd', {}, value))),
  );

// The file's own headings can be any text, so they are never HTML.
/** @param {Report} report */
function columns({ columns: all, memberKind }) {
  const known = recognised(all);
  return [
    el(
      'ul',
      { class: 'bld-columns' },
      known.map(({ heading, column }) =>
        el('li', {}, heading, heading === column ? null : [' → ', el('code', {}, column)]),
      ),
    ),
    named(OTHER_COLUMNS, details(all)),
    named(memberColumns(memberKind), aboutMembers(all)),
  ];
}

/**
 * @param {string} text
 * @param {Report['columns']} list
 */
const named = (text, list) =>
  list.length ? el('p', {}, text, el('strong', {}, list.map(({ heading }) => heading).join(', ')), '.') : null;

// In a narrow window the rows have another layout than a table, and browsers would drop their roles.
/**
 * @param {Report} report
 * @param {string} address
 */
function problems(report, address) {
  const shown = report.problems.slice(0, MAX_SHOWN);
  const note = rest(shown.length, report);
  const name = `${report.file.replace(/\.[^.]*$/, '')}-problems.csv`;
  return [
    el('h3', { id: 'list-problems' }, PROBLEMS),
    el(
      'table',
      { class: 'bld-list-problems', role: 'table', 'aria-labelledby': 'list-problems' },
      el(
        'thead',
        { role: 'rowgroup' },
        el(
          'tr',
          { role: 'row' },
          PROBLEM_HEADINGS.map((text) => el('th', { scope: 'col', role: 'columnheader' }, text)),
        ),
      ),
      el('tbody', { role: 'rowgroup' }, shown.map(row)),
    ),
    note ? el('p', {}, note) : null,
    el('p', {}, el('a', { class: 'bld-download', href: address, download: name }, DOWNLOAD_PROBLEMS)),
  ];
}

/** @param {Report['problems'][number]} problem */
const row = (problem) =>
  el(
    'tr',
    { role: 'row' },
    cellsOf(problem).map((text, at) =>
      at
        ? el('td', { role: 'cell', 'data-column': PROBLEM_HEADINGS[at] }, text)
        : el('th', { role: 'rowheader', scope: 'row' }, text),
    ),
  );
