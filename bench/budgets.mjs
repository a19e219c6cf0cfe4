// What the widget may take, and whether it does. The plain page is the measure of nearly everything: milliseconds are
// of this machine and this hour.
import { PLAIN } from './candidates.mjs';
import { median } from './harness/statistics.mjs';
import { medianOf, ratioOf } from './results.mjs';

/** Frames come every 16.7 ms, so two pages that are equally quick differ by a part of one. */
const SAME_FRAME = 4;

const LARGEST = 100_000;

/** At most so many times the plain page's. */
const times = (what, rows, measure, most) => ({
  what,
  rows,
  budget: `${most}x the plain page`,
  judge: (size, name) => {
    const got = ratioOf(size, name, measure);
    return (
      got && { got: `${fixed(got.median)}x (rounds: ${fixed(got.low)} to ${fixed(got.high)})`, met: got.median <= most }
    );
  },
});

/** No later than the plain page, as far as frames can tell. */
const noWorse = (what, rows, measure) => ({
  what,
  rows,
  budget: `the plain page's and ${SAME_FRAME} ms`,
  judge: (size, name) => {
    const [own, plain] = [medianOf(size, name, measure), medianOf(size, PLAIN, measure, name)];
    if (own === null || plain === null) return null;
    return { got: `${fixed(own)} ms, plain ${fixed(plain)} ms`, met: own <= plain + SAME_FRAME };
  },
});

const never = (what, rows, measure) => ({
  what,
  rows,
  budget: '0 ms',
  judge: (size, name) => {
    const got = medianOf(size, name, measure);
    return got === null ? null : { got: `${fixed(got)} ms`, met: got === 0 };
  },
});

const OF_SIZES = [
  times('start', 78, 'start', 1.5),
  times('start, processor 4x slower', 78, 'slowStart', 1.5),
  times('start from a file', LARGEST, 'start', 1.5),
  ...[78, 1_000, 10_000, LARGEST].map((rows) => never('start, 4x slower: blocked over 50 ms', rows, 'blocked')),
  times('work of a key', 78, 'keyWork', 1.5),
  times('work of a key', 10_000, 'keyWork', 0.8),
  times('work of a key', LARGEST, 'keyWork', 0.4),
  ...[78, 1_000, 10_000, LARGEST].map((rows) => noWorse('key to paint, 95th percentile', rows, 'key95')),
  ...[78, 1_000, 10_000, LARGEST].map((rows) => noWorse('region to paint', rows, 'region')),
  times('memory', LARGEST, 'memory', 1),
];

/** The widget takes part in 2 ways. */
const WIDGETS = [
  { name: 'widget', as: '' },
  { name: 'bundled', as: ' (its own list)' },
];

const BYTES = 100_000;
const EACH = 0.1;
/** Milliseconds after which browsers call a task long. */
export const LONG = 50;

/** The whole table: what, rows, budget, got, met (true, false, or null where it was not measured). */
export function judge({ sizes, bytes, many, starts }) {
  const notMeasured = { got: 'not measured', met: null };
  const ofSizes = OF_SIZES.flatMap(({ what, rows, budget, judge }) => {
    const size = sizes.find((it) => it.rows === rows);
    const taking = WIDGETS.filter(({ name }) => size?.candidates[name]);
    if (!taking.length) return [{ what, rows, budget, ...notMeasured }];
    return taking.map(({ name, as }) => ({ what: what + as, rows, budget, ...(judge(size, name) ?? notMeasured) }));
  });
  const gzip = WIDGETS.map(({ name }) => bytes[name]?.gzip).find(Boolean);
  const share = median(many.map(({ first, each }) => each / first));
  return [
    {
      what: 'the script, gzip -9',
      rows: null,
      budget: `${BYTES.toLocaleString('en')} bytes`,
      ...(gzip ? { got: `${gzip.toLocaleString('en')} bytes`, met: gzip <= BYTES } : notMeasured),
    },
    ...starts.map(({ name, rounds }) => {
      const longest = median(rounds.map(({ tasks }) => Math.max(...tasks)));
      return {
        what: `longest task of the start, 4x slower: ${name}`,
        rows: null,
        budget: `${LONG} ms`,
        got: `${fixed(longest)} ms`,
        met: longest <= LONG,
      };
    }),
    ...ofSizes,
    {
      what: 'each of 49 more widgets on a page',
      rows: 75,
      budget: `${EACH} of the first one's start`,
      ...(share === null
        ? notMeasured
        : { got: `${fixed(share, 3)} (${fixed(median(many.map((it) => it.each)))} ms)`, met: share <= EACH }),
    },
  ];
}

const fixed = (number, digits = 2) => number.toFixed(digits);
