// How long a script waits on this machine at this time. The same piece of work is done over and over; by as much as it
// takes longer than on an idle machine of reference, the clock of all limits goes slower. `tests/src/patience.rs` does
// the same for the browser tests.

/** Turns of the loop, and the milliseconds that they take on an idle machine of reference. */
const TURNS = 10_000_000;
const REFERENCE = 12;

/** The clock goes at most so many times slower: what hangs ends some time. */
const MAX = 10;

function work() {
  const begun = performance.now();
  let number = 1;
  for (let turn = 0; turn < TURNS; turn++) number = (Math.imul(number, 1_664_525) + 1_013_904_223) | 0;
  // Something has to ask for the number, or nothing is done.
  return number === 0.5 ? 0 : performance.now() - begun;
}

/** How many times longer the work takes now than on the machine of reference, by the middle of a few. */
export function slowdown(measure = work, times = 5) {
  const took = Array.from({ length: times }, () => measure()).sort((one, other) => one - other);
  return Math.min(MAX, Math.max(1, took[times >> 1] / REFERENCE));
}

/** A limit of so many milliseconds on an idle machine. `isOver` is asked from time to time. */
export function limit(milliseconds, now = () => performance.now(), slower = () => slowdown(work, 1)) {
  let passed = 0;
  let at = now();
  let factor = slower();
  return {
    isOver() {
      const time = now();
      passed += (time - at) / factor;
      at = time;
      // One measurement may be an accident: each counts with those before it.
      factor = (factor + slower()) / 2;
      return passed >= milliseconds;
    },
  };
}
