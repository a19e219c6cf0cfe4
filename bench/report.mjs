// The results as tables for a terminal, in Markdown.
import { EMPTY, PLAIN } from './candidates.mjs';
import { compare } from './comparison.mjs';
import { fixed, median } from './harness/statistics.mjs';
import { callsOf, medianOf, ratioOf } from './results.mjs';

/** Columns of the large tables: heading, measure, and how the number is formatted. */
const COLUMNS = [
  ['shown ms', 'shown', 0],
  ['shown 4x ms', 'slowShown', 0],
  ['start ms', 'start', 0],
  ['start 4x ms', 'slowStart', 0],
  ['blocked 4x ms', 'blocked', 0],
  ['start work ms', 'startWork', 0],
  ['key ms', 'key', 1],
  ['key 95% ms', 'key95', 1],
  ['key work ms', 'keyWork', 2],
  ['region ms', 'region', 1],
  ['region work ms', 'regionWork', 2],
  ['memory MB', 'memory', 1, 1e6],
  ["page's own count MB", 'wholeMemory', 1, 1e6],
];

export function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map((cell) => String(cell ?? '')));
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at].length)));
  const numeric = head.map((_, at) => cells.slice(1).every((row) => /^(-|[\d.,]+( \(.*\))?|)$/.test(row[at])));
  const line = (row) =>
    `| ${row.map((cell, at) => (numeric[at] ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (numeric[at] ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}

const spread = ({ median, low, high }) => `${fixed(median, 2)} (${fixed(low, 2)}-${fixed(high, 2)})`;

function sizeReport(size) {
  const taking = Object.keys(size.candidates).map((name) => ({ name }));
  const ran = taking.filter(({ name }) => !size.candidates[name].failure);
  const [csv, json] = [size.file.csv, size.file.json].map((bytes) => (bytes / 1e6).toFixed(2));
  const rows = ran.map(({ name }) => [
    name,
    ...COLUMNS.map(([, measure, digits, unit]) => fixed(medianOf(size, name, measure), digits, unit)),
    fixed(callsOf(size, name), 1),
  ]);
  const ratios = ran
    .filter(({ name }) => name !== PLAIN && name !== EMPTY)
    .map(({ name }) => [
      name,
      ...COLUMNS.filter(([, measure]) => measure !== 'blocked').map(([, measure]) => {
        const got = ratioOf(size, name, measure);
        return got ? spread(got) : '-';
      }),
    ]);
  const failures = taking.flatMap(({ name }) =>
    size.candidates[name].failure ? [`${name} FAILED: ${size.candidates[name].failure}`] : [],
  );
  const notes = ran.flatMap(({ name }) =>
    size.candidates[name].note ? [`${name}: ${size.candidates[name].note}`] : [],
  );
  const multiples = ran
    .filter(({ name }) => name !== EMPTY)
    .flatMap(({ name }) => {
      const memory = medianOf(size, name, 'memory');
      const file = name.startsWith('widget') ? size.file.csv : size.file.json;
      return memory === null || name.startsWith('bundled') || name === 'pagefind'
        ? []
        : [`${name} ${(memory / file).toFixed(1)}`];
    });
  return [
    `## ${size.rows.toLocaleString('en')} rows (${csv} MB as CSV, ${json} MB as JSON)`,
    table(['medians', ...COLUMNS.map(([heading]) => heading), 'calls of nodes at a key'], rows),
    table(
      [
        'times the plain page (lowest and highest round)',
        ...COLUMNS.filter(([, measure]) => measure !== 'blocked').map(([heading]) => heading.replace(/ (ms|MB)$/, '')),
      ],
      ratios,
    ),
    `memory as a multiple of the file: ${multiples.join(', ')}`,
    ...failures,
    ...notes,
  ].join('\n\n');
}

/** The longest tasks of each element's start, in the median round. */
function startsReport(starts) {
  const rows = starts.map(({ name, rounds }) => {
    const longest = rounds.map(({ tasks }) => [...tasks].sort((a, b) => b - a)).sort((a, b) => a[0] - b[0])[
      Math.floor(rounds.length / 2)
    ];
    const reference = median(rounds.map((round) => round.reference));
    return [name, longest.length, ...[...longest.slice(0, 5), reference].map((ms) => ms.toFixed(0))];
  });
  const head = ['element', 'tasks', 'longest ms', '2nd', '3rd', '4th', '5th', 'calibration workload'];
  return `## Tasks of the start, processor 4x slower\n\n${table(head, rows)}`;
}

/** The working tree compared with another build. */
function comparisonReport(sizes, build) {
  const lines = compare(sizes, build).map(({ what, rows, before, after, ratio }) => [
    what,
    rows,
    before,
    after,
    ratio ? spread(ratio) : '-',
  ]);
  return `## The working tree, times ${build}\n\n${table(['what', 'rows', build, 'working tree', 'ratio (rounds)'], lines)}`;
}

/** The lowest and the highest system load. */
const loadOf = (loads) => [Math.min(...loads), Math.max(...loads)].map((load) => load.toFixed(1)).join(' to ');

export function report({ sizes, bytes, many, starts, machine, budgets }) {
  const weight = (size) => [size.raw, size.gzip, size.brotli].map((value) => value.toLocaleString('en'));
  const heads = ['raw', machine.gzip, 'brotli 11'];
  const scripts = bytes.scripts.map((it) => [it.file, it.build || 'working tree', ...weight(it)]);
  const pages = Object.entries(bytes.pages).map(([name, it]) => [name, ...weight(it)]);
  return [
    `# ${machine.date}: ${machine.rounds} rounds; ${machine.processors} processors with a load of ${loadOf(machine.load)}; ${machine.chromium}`,
    table(['bytes of the script', 'build', ...heads], scripts),
    table(['bytes of script and styles', ...heads], pages),
    ...machine.builds.map((build) => comparisonReport(sizes, build)),
    ...(starts.length ? [startsReport(starts)] : []),
    ...sizes.map(sizeReport),
    ...(many.length
      ? [
          `## 49 more widgets\n\n${table(
            ['round', 'first ms', 'each more ms'],
            many.map((it, at) => [at + 1, it.first.toFixed(0), it.each.toFixed(2)]),
          )}`,
        ]
      : []),
    ...(budgets.length ? [`## Budgets\n\n${budgetsReport(budgets)}`] : []),
    '',
  ].join('\n\n');
}

const budgetsReport = (budgets) =>
  table(
    ['what', 'rows', 'budget', 'got', 'met'],
    budgets.map(({ what, rows, budget, got, met }) => [
      what,
      rows?.toLocaleString('en') ?? '',
      budget,
      got,
      { true: 'yes', false: 'NO', null: '-' }[met],
    ]),
  );
