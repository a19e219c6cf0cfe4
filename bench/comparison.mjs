// Ratios of the working tree's measurements to another build's.
import { WIDGETS, nameIn } from './candidates.mjs';
import { fixed } from './harness/statistics.mjs';
import { callsOf, medianOf, ratioOf } from './results.mjs';

/** The compared measures: their names, and how the number is formatted. */
const COMPARED = [
  ['start: rows painted, ms', 'shown', 0],
  ['start: first key answered, ms', 'start', 0],
  ['start, 4x slower: rows painted, ms', 'slowShown', 0],
  ['start, 4x slower: first key answered, ms', 'slowStart', 0],
  ['work of the start, ms', 'startWork', 0],
  ['work of a key, ms', 'keyWork', 2],
  ['key to paint, 95th percentile, ms', 'key95', 1],
  ['memory, MB', 'memory', 1, 1e6],
];
const CALLS = 'calls of nodes at a key';

/**
 * A line for each measure of each list: its name, the rows, the other build's value, the working tree's value, and the
 * ratio: the median of the rounds, with the lowest and the highest.
 */
export function compare(sizes, build) {
  return sizes.flatMap((size) =>
    WIDGETS.filter((name) => size.candidates[name] && size.candidates[nameIn(name, build)]).flatMap((name) =>
      linesOf(size, name, nameIn(name, build)),
    ),
  );
}

function linesOf(size, name, other) {
  const rows = name === 'bundled' ? 'built-in' : size.rows.toLocaleString('en');
  const measured = COMPARED.map(([what, measure, digits, unit = 1]) => {
    const [before, after] = [medianOf(size, other, measure, name), medianOf(size, name, measure, other)];
    const ratio = ratioOf(size, name, measure, other);
    return { what, rows, before: fixed(before, digits, unit), after: fixed(after, digits, unit), ratio };
  });
  const calls = [callsOf(size, other, name), callsOf(size, name, other)];
  const [before, after] = calls.map((value) => fixed(value, 1));
  // These values are always the same, so there is no spread.
  const ratio = calls.every((value) => value !== null) && calls[0] ? calls[1] / calls[0] : null;
  const exact = ratio === null ? null : { median: ratio, low: ratio, high: ratio };
  return [...measured, { what: CALLS, rows, before, after, ratio: exact }];
}
