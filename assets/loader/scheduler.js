// Splits work into tasks, between which the page stays responsive.

// Not a timer, because nested timers are delayed by 4 ms.
const { port1, port2 } = new MessageChannel();
/** @type {(() => void)[]} */
const waiting = [];
// There is a message for each that waits.
port1.onmessage = () => /** @type {() => void} */ (waiting.shift())();

/** The maximum length of a task in ms: half of a frame. */
export const TASK_BUDGET_MS = 8;

/**
 * Resolves in a task of its own.
 * @returns {Promise<void>}
 */
export const nextTask = () =>
  new Promise((go) => {
    waiting.push(go);
    port2.postMessage(null);
  });

/**
 * Runs the steps of a generator in tasks of a few milliseconds, and resolves with its return value.
 * @template Result
 * @param {Generator<undefined, Result>} steps
 * @returns {Promise<Result>}
 */
export async function inTasks(steps) {
  let [step, begun] = [steps.next(), performance.now()];
  while (!step.done) {
    if (performance.now() - begun > TASK_BUDGET_MS) {
      await nextTask();
      begun = performance.now();
    }
    step = steps.next();
  }
  return step.value;
}

/** A hidden page gets no frames, so the wait for one ends after this time, in ms. */
const FRAME_TIMEOUT_MS = 100;

/**
 * Resolves when the browser has painted the current content.
 * @returns {Promise<void>}
 */
export const nextFrame = () =>
  new Promise((go) => {
    const late = setTimeout(go, FRAME_TIMEOUT_MS);
    requestAnimationFrame(() => {
      clearTimeout(late);
      nextTask().then(go);
    });
  });
