// The budgets of the widget, and whether it meets them. Nearly all are relative to other pages, because milliseconds
// depend on the machine and its load.
import { PLAIN } from './candidates.mjs';
import { FULL } from './harness/scripts.mjs';
import { median } from './harness/statistics.mjs';
import { callsOf, medianOf, ratioOf } from './results.mjs';
import { BUILT_IN } from './options.mjs';

/** Frames come every 16.7 ms, so two equally fast pages can differ by a part of one. */
const SAME_FRAME = 4;

const LARGE = 10_000;
const LARGEST = 100_000;
/** Browsers call longer tasks "long tasks", in milliseconds. */
export const LONG = 50;
/** The limit for printing a long list, in milliseconds. */
const PRINTED = 5_000;
/** The limit for each additional widget, as a share of the first one's start. */
const EACH = 0.1;

/** Bytes of each script, gzip -9. */
const BYTES = {
  [FULL]: 242_000,
  'gp-federations-finder.js': 165_000,
  'gp-federations-comparison.js': 110_000,
  'gp-federations-guide.js': 70_000,
};

/** A maximum ratio to the plain page, or to another one. */
const times = (what, name, rows, measure, most, rival = PLAIN) => ({
  what,
  name,
  rows,
  budget: `${most} times ${rival}`,
  judge: (size) => {
    const got = ratioOf(size, name, measure, rival);
    return got && { got: `${fixed(got.median)} (${fixed(got.low)}-${fixed(got.high)})`, met: got.median <= most };
  },
});

/** No later than the plain page, within the precision of frames. */
const noLater = (what, name, rows, measure) => ({
  what,
  name,
  rows,
  budget: `${SAME_FRAME} ms after plain`,
  judge: (size) => {
    const [own, plain] = [medianOf(size, name, measure), medianOf(size, PLAIN, measure, name)];
    if (own === null || plain === null) return null;
    return { got: `${fixed(own, 1)} ms, plain ${fixed(plain, 1)} ms`, met: own <= plain + SAME_FRAME };
  },
});

const OF_SIZES = [
  times('start: rows painted', 'bundled', BUILT_IN, 'shown', 1),
  times('start: first key answered', 'bundled', BUILT_IN, 'start', 1.4),
  times('start, 4x slower: rows painted', 'bundled', BUILT_IN, 'slowShown', 1),
  times('start, 4x slower: first key answered', 'bundled', BUILT_IN, 'slowStart', 1.4),
  {
    what: 'start, 4x slower: blocked over 50 ms',
    name: 'bundled',
    rows: BUILT_IN,
    budget: '0 ms',
    judge: (size) => {
      const got = medianOf(size, 'bundled', 'blocked');
      return got === null ? null : { got: `${fixed(got, 0)} ms`, met: got === 0 };
    },
  },
  times('work of a key', 'bundled', BUILT_IN, 'keyWork', 1, 'listjs'),
  times('work of a key', 'widget', LARGE, 'keyWork', 1.2),
  times('work of a key', 'widget', LARGEST, 'keyWork', 0.9),
  ...[BUILT_IN, 1_000, LARGE, LARGEST].flatMap((rows) =>
    (rows === BUILT_IN ? ['widget', 'bundled'] : ['widget']).map((name) =>
      noLater('key to paint, 95th percentile', name, rows, 'key95'),
    ),
  ),
  times('start from a file: first key answered', 'widget', LARGEST, 'start', 1.2),
  times('memory', 'widget', LARGEST, 'memory', 0.8),
];

/** The whole table: what, rows, budget, got, met (true, false, or null if it was not measured or has no budget). */
export function judge({ sizes, bytes, many, starts }) {
  const notMeasured = { got: 'not measured', met: null };
  const bytesLines = Object.entries(BYTES).map(([file, most]) => {
    const gzip = bytes.scripts.find((it) => it.file === file && !it.build)?.gzip;
    const result = gzip ? { got: `${number(gzip)} bytes`, met: gzip <= most } : notMeasured;
    return { what: `${file}, gzip -9`, rows: null, budget: `${number(most)} bytes`, ...result };
  });
  const startLines = starts.map(({ name, rounds }) => {
    const longest = median(rounds.map(({ tasks }) => Math.max(...tasks)));
    const got = `${fixed(longest, 0)} ms, median of ${rounds.length} starts`;
    return {
      what: `longest task of the start, 4x slower: ${name}`,
      rows: null,
      budget: `${LONG} ms`,
      got,
      met: longest <= LONG,
    };
  });
  const sizeLines = OF_SIZES.map(({ what, name, rows, budget, judge }) => {
    const size = sizes.find((it) => it.rows === rows && it.candidates[name]);
    const isBuiltIn = name === 'bundled' ? ' (built-in list)' : '';
    return { what: what + isBuiltIn, rows, budget, ...((size && judge(size)) ?? notMeasured) };
  });
  const share = median(many.map(({ first, each }) => each / first));
  const printing = sizes.find((size) => size.printing)?.printing;
  const calls = sizes.flatMap((size) => {
    const got = callsOf(size, 'widget');
    if (got === null) return [];
    const note = `${fixed(got, 1)}, plain ${fixed(callsOf(size, PLAIN, 'widget'), 1)}`;
    return [
      { what: 'calls of nodes at a key', rows: size.rows, budget: 'none: tests hold them', got: note, met: null },
    ];
  });
  return [
    ...bytesLines,
    ...startLines,
    ...sizeLines,
    ...calls,
    {
      what: 'each of 49 more widgets on a page',
      rows: BUILT_IN,
      budget: `${EACH} of the first one's start`,
      ...(share === null
        ? notMeasured
        : { got: `${fixed(share, 3)} (${fixed(median(many.map((it) => it.each)))} ms)`, met: share <= EACH }),
    },
    {
      what: 'printing: 2,000 rows of a longer list',
      rows: LARGE,
      budget: `${number(PRINTED)} ms`,
      ...(printing ? { got: `${fixed(printing, 0)} ms`, met: printing <= PRINTED } : notMeasured),
    },
  ];
}

const number = (value) => value.toLocaleString('en');
const fixed = (value, digits = 2) => value.toFixed(digits);
