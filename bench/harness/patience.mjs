// Time limits that are scaled by the current speed of this machine. The same piece of work is measured repeatedly, and
// its ratio to an idle reference machine slows down the clock of all limits. `tests/src/patience.rs` does the same for
// the browser tests.

/** Iterations of the loop, and their milliseconds on an idle reference machine. */
const TURNS = 10_000_000;
const REFERENCE = 12;

/** The maximum slowdown of the clock, so that programs that hang end eventually. */
const MAX = 10;

function work() {
  const begun = performance.now();
  let number = 1;
  for (let turn = 0; turn < TURNS; turn++) number = (Math.imul(number, 1_664_525) + 1_013_904_223) | 0;
  // The result must be used, or the compiler removes the loop.
  return number === 0.5 ? 0 : performance.now() - begun;
}

/** The current slowdown compared with the reference machine, as the median of a few measurements. */
export function slowdown(measure = work, times = 5) {
  const took = Array.from({ length: times }, () => measure()).sort((one, other) => one - other);
  return Math.min(MAX, Math.max(1, took[times >> 1] / REFERENCE));
}

/** A limit in milliseconds of an idle machine. `isOver` must be called repeatedly. */
export function limit(milliseconds, now = () => performance.now(), slower = () => slowdown(work, 1)) {
  let passed = 0;
  let at = now();
  let factor = slower();
  return {
    isOver() {
      const time = now();
      passed += (time - at) / factor;
      at = time;
      // A single measurement can be an outlier, so each is combined with earlier ones.
      factor = (factor + slower()) / 2;
      return passed >= milliseconds;
    },
  };
}
