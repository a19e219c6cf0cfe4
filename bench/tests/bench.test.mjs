// `cargo xtask test` runs these: the arithmetic, and that everybody gets the same rows.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { judge } from '../budgets.mjs';
import { quantile, ratio } from '../harness/statistics.mjs';
import { changesOf } from '../harness/dry-run.mjs';
import { countOf, csvOf, rowsOf } from '../harness/rows.mjs';
import { IDLE, longestWhenIdle, referencesOf, tasksOf } from '../harness/tasks.mjs';
import { optionsOf } from '../options.mjs';
import { report } from '../report.mjs';
import { medianOf, ratioOf } from '../results.mjs';

const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
const place = (place, covers) => ({
  place,
  covers,
  regions: ['London'],
  icb: null,
  postcodeAreas: ['N', 'NW'],
  longitude: 0,
  latitude: 51,
  status: 'active',
});
fs.writeFileSync(
  path.join(dist, 'federations.json'),
  JSON.stringify([place('Camden', 'Camden, "inner" London'), place('York', 'York')]),
);
test.after(() => fs.rmSync(dist, { recursive: true }));

test('a quantile lies between the two nearest values', () => {
  assert.equal(quantile([4, 1, 3, 2], 0.5), 2.5);
  assert.equal(quantile([10, 20], 0.95), 19.5);
  assert.equal(quantile([], 0.5), null);
});

test('a ratio is taken round by round', () => {
  // The second round was twice as slow for both.
  assert.deepEqual(ratio([2, 4, 3], [1, 2, 1]), { median: 2, low: 2, high: 3 });
  assert.equal(ratio([1], [NaN]), null);
});

test('the rows are the same every time, each with a name of its own, and in order', () => {
  const rows = rowsOf(500, dist);
  assert.deepEqual(rows, rowsOf(500, dist));
  const names = rows.map(({ name }) => name);
  assert.equal(new Set(names).size, 500);
  assert.deepEqual(names, [...names].sort());
});

test('a CSV cell with a comma or a quotation mark is quoted', () => {
  const csv = csvOf(rowsOf(10, dist));
  assert.match(csv, /,"Camden, ""inner"" London",London,/);
  assert.equal(csv.split('\r\n').length, 12);
});

test('all words have to be found', () => {
  const rows = [
    { name: 'York Health', place: 'York', covers: '', region: '', icb: '' },
    { name: 'Camden Health', place: '', covers: '', region: '', icb: '' },
  ];
  assert.equal(countOf(rows, 'health'), 2);
  assert.equal(countOf(rows, 'york hea'), 1);
  assert.equal(countOf(rows, 'york camden'), 0);
});

test('each word starts at what the page shows first', () => {
  assert.deepEqual(
    changesOf({
      start: 'all',
      words: [
        ['a', 'a'],
        ['all', 'b'],
      ],
      regions: ['a'],
    }),
    { keys: [true, false, false, true], regions: [true] },
  );
});

const round = (start, work, keys) => {
  const presses = keys.map((ms) => ({ paint: ms, work: work + ms }));
  return {
    fast: {
      start,
      work,
      keys: presses,
      regions: presses,
      memory: { heap: start, dom: 0, buffers: 0, wasm: 0, whole: 0 },
    },
    slow: { start, blocked: start - 100 },
  };
};
const entry = (start, keys, changes) => ({
  rounds: [round(start, 3, keys)],
  changes: { keys: changes, regions: changes },
});
const size = {
  rows: 78,
  file: { csv: 20_000, json: 30_000 },
  candidates: {
    widget: entry(160, [8, 9, 30], [true, true, true]),
    plain: entry(100, [4, 9, 10], [true, false, true]),
    empty: entry(50, [0, 0, 0], [false, false, false]),
  },
};

test('only keys count that change both pictures, and the empty page is taken off', () => {
  assert.equal(medianOf(size, 'widget', 'key'), 19);
  assert.equal(medianOf(size, 'widget', 'keyWork'), 19);
  assert.equal(ratioOf(size, 'widget', 'keyWork').median, 19 / 7);
  assert.equal(medianOf(size, 'tabulator', 'key'), null);
});

test('somebody who did not get through has no numbers', () => {
  const failed = {
    ...size,
    candidates: {
      ...size.candidates,
      widget: { rounds: [], failure: 'dry run' },
      listjs: { ...entry(1, [1], [true]), rounds: [null] },
    },
  };
  assert.equal(medianOf(failed, 'widget', 'key'), null);
  assert.equal(ratioOf(failed, 'listjs', 'key'), null);
  assert.match(
    report({
      sizes: [failed],
      bytes: {},
      many: [],
      starts: [],
      machine: {},
      budgets: judge({ sizes: [failed], bytes: {}, many: [], starts: [] }),
    }),
    /widget FAILED: dry run/,
  );
});

test('budgets are met, missed, or not measured', () => {
  const table = judge({
    sizes: [size],
    bytes: { widget: { gzip: 100_001 } },
    many: [{ first: 200, each: 10 }],
    starts: [
      {
        name: 'finder',
        rounds: [
          [1, 49],
          [60, 2],
          [3, 51],
        ].map((tasks) => ({ tasks, reference: 50 })),
      },
    ],
  });
  const met = (what, rows) => table.find((line) => line.what === what && line.rows === rows).met;
  assert.equal(met('the script, gzip -9', null), false);
  assert.equal(met('start', 78), false);
  assert.equal(met('start from a file', 100_000), null);
  assert.equal(met('each of 49 more widgets on a page', 75), true);
  assert.equal(met('longest task of the start, 4x slower: finder', null), false);
});

test('the tasks of a start are those of its thread, from the script on until it is ready', () => {
  const task = (ts, tdur, tid = 1) => ({
    name: 'ThreadControllerImpl::RunTask',
    ph: 'X',
    pid: 7,
    tid,
    ts: ts * 1000,
    dur: 2000 * tdur,
    tdur: tdur * 1000,
  });
  const script = { name: 'EvaluateScript', pid: 7, tid: 1, ts: 101_000, args: { data: { url: 'http://x/finder.js' } } };
  const events = [
    task(50, 20),
    task(100, 5),
    script,
    task(120, 7),
    task(125, 30, 2),
    { name: 'ready', pid: 7, ts: 140_000 },
    task(400, 8),
  ];
  assert.deepEqual(tasksOf(events, '/finder.js'), [5, 7]);
  assert.throws(() => tasksOf(events, '/guide.js'), /no start of/);
});

test('options that make no sense are refused with what would', () => {
  assert.deepEqual(optionsOf(['--quick'], ['widget', 'bundled']).rows, [78, 10_000]);
  assert.throws(() => optionsOf(['--rows', 'many'], []), /"many" is not a whole number/);
  assert.throws(() => optionsOf(['--only', 'jquery'], ['widget']), /There are: widget\./);
});

test('the calibration workload is told by its mark, and by the time that the processor worked', () => {
  const task = (ts, dur, tdur) => ({
    name: 'ThreadControllerImpl::RunTask',
    ph: 'X',
    pid: 7,
    tid: 1,
    ts: ts * 1000,
    dur: dur * 1000,
    tdur: tdur * 1000,
  });
  const mark = (ts) => ({ name: 'reference', pid: 7, tid: 1, ts: ts * 1000 });
  assert.deepEqual(
    referencesOf([task(10, 90, 40), mark(99), task(100, 20, 5), task(200, 50, 44), mark(250)]),
    [40, 44],
  );
  assert.throws(() => referencesOf([task(10, 90, 40)]), /no calibration workload/);
  assert.throws(() => referencesOf([task(10, 20, 20), mark(99)]), /in no task/);
});

test('a busy machine is allowed for by the calibration workload; a long task stays one', () => {
  assert.equal(longestWhenIdle({ tasks: [3, 45], reference: IDLE }), 45);
  assert.equal(longestWhenIdle({ tasks: [90, 2], reference: 2 * IDLE }), 45);
  assert.equal(longestWhenIdle({ tasks: [400], reference: 2 * IDLE }), 200);
  // A quicker machine gets no stricter limit: 50 ms are 50 ms.
  assert.equal(longestWhenIdle({ tasks: [30], reference: IDLE / 2 }), 30);
});
