// Reads a list in slices, between which the page stays responsive.
import { failure, stopIfTrap } from './runtime.js';
import { TASK_BUDGET_MS, nextTask } from './scheduler.js';

/** The bytes that are read in a step. */
const PIECE = 65536;
/** When the current task began: all lists that are read at one time share its budget. */
let begun = 0;

/**
 * Reads a list. Resolves with the wasm's `CustomList`, which the caller has to free.
 * @param {import('./types').Glue} wasm
 * @param {import('./types').ListSource} source
 * @param {(progress: number) => void} tell
 * @param {() => boolean} isWanted
 * @param {AbortSignal} [signal]
 * @returns {Promise<import('./types').CustomList>}
 */
export async function readList(wasm, { file, label, date, merge, open }, tell, isWanted, signal) {
  const { size, pieces } = await open(signal);
  const list = new wasm.CustomList(file, size, label, date, merge);
  let isKnown = size !== undefined;
  const work = async () => {
    do {
      if (performance.now() - begun > TASK_BUDGET_MS) {
        if (isKnown) tell(Math.floor(list.progress / 10) * 10);
        await nextTask();
        begun = performance.now();
      }
      if (failure()) throw failure();
      if (!isWanted()) throw new Error(); // The list is no longer needed, so its error is ignored.
    } while (list.step());
  };
  try {
    feeding: for await (const piece of pieces) {
      for (let at = 0; at < piece.length; at += PIECE) {
        if (!list.feed(piece.subarray(at, at + PIECE))) break feeding;
        await work();
      }
    }
    isKnown = true;
    list.close();
    await work();
    return list;
  } catch (error) {
    stopIfTrap(error);
    if (!failure()) list.free();
    throw error;
  }
}
