// Aggregates the rounds to one value per candidate, and to its ratio to the plain page.
import { EMPTY, PLAIN } from './candidates.mjs';
import { median, quantile, ratio } from './harness/statistics.mjs';

const paint = (presses) => presses.map((press) => press.paint);
const sum = ({ heap, dom, buffers, wasm }) => heap + dom + buffers + wasm;

/**
 * The properties of a round: the candidate's own share, the empty page's share, and the key presses that count.
 * `counted` leaves out those that change nothing here or on the plain page, so that both use the same keys.
 */
export const MEASURES = {
  shown: ({ fast }) => fast.shown,
  slowShown: ({ slow }) => slow.shown,
  start: ({ fast }) => fast.start,
  slowStart: ({ slow }) => slow.start,
  blocked: ({ slow }) => slow.blocked,
  startWork: ({ fast }) => fast.work,
  key: ({ fast }, _empty, counted) => median(paint(counted(fast.keys, 'keys'))),
  key95: ({ fast }, _empty, counted) => quantile(paint(counted(fast.keys, 'keys')), 0.95),
  keyWork: ({ fast }, empty, counted) => workOf(counted(fast.keys, 'keys'), empty.fast.keys),
  region: ({ fast }, _empty, counted) => median(paint(counted(fast.regions, 'regions'))),
  regionWork: ({ fast }, empty, counted) => workOf(counted(fast.regions, 'regions'), empty.fast.regions),
  memory: ({ fast }) => sum(fast.memory),
  wholeMemory: ({ fast }) => fast.memory.whole,
};

/** The median of the work, without the cost of one key press on a page that ignores it. */
function workOf(presses, idle) {
  const works = (of) => of.map(({ work }) => work);
  const own = median(works(presses)) - median(works(idle));
  return Math.max(0, own);
}

/** Whether there are results for these: none without the two reference pages. */
const ran = (size, ...names) =>
  [...names, PLAIN, EMPTY].every((it) => size.candidates[it]?.changes && size.candidates[it].rounds.some(Boolean));

/** A measure of a candidate in every round, for the keys that also count for `rival`. */
function inRounds(size, name, measure, rival) {
  const { candidates } = size;
  const judges = [name, rival].map((it) => candidates[it].changes);
  const counted = (presses, kind) => presses.filter((_, at) => judges.every((changes) => changes[kind][at]));
  const empties = candidates[EMPTY].rounds;
  return candidates[name].rounds.map((round, at) =>
    round && empties[at] ? MEASURES[measure](round, empties[at], counted) : NaN,
  );
}

/** The median of the rounds, for the keys that also count for `rival`. Null if there is none. */
export const medianOf = (size, name, measure, rival = PLAIN) =>
  ran(size, name, rival) ? median(inRounds(size, name, measure, rival)) : null;

/** The ratio to the plain page, or to another rival, round by round. Null if there is nothing to compare. */
export const ratioOf = (size, name, measure, rival = PLAIN) =>
  ran(size, name, rival) ? ratio(inRounds(size, name, measure, rival), inRounds(size, rival, measure, name)) : null;

/** The average number of DOM calls per key press, for the keys that change both pages. Null if there is none. */
export function callsOf(size, name, rival = PLAIN) {
  const judges = [name, rival].map((it) => size.candidates[it]);
  if (!judges.every((it) => it?.changes && it.calls)) return null;
  const counted = judges[0].calls.filter((_, at) => judges.every(({ changes }) => changes.keys[at]));
  return counted.length ? counted.reduce((sum, calls) => sum + calls, 0) / counted.length : null;
}
