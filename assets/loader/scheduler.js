// Turns to work, between which the page goes on answering.

// Not a timer: those take 4 ms more.
const { port1, port2 } = new MessageChannel();
const waiting = [];
port1.onmessage = () => waiting.shift()();

/** So long, in ms, the page may wait for us: half of a frame. */
export const TASK_BUDGET_MS = 8;

/** Resolves in a task of its own. */
export const nextTask = () =>
  new Promise((go) => {
    waiting.push(go);
    port2.postMessage(null);
  });

/** Takes the steps of a generator in tasks of a few milliseconds, and resolves with what it returns. */
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

/** No frame comes while a page is hidden, so nobody waits for one longer than this, in ms. */
const FRAME_TIMEOUT_MS = 100;

/** Resolves when the browser has painted what is there by now. */
export const nextFrame = () =>
  new Promise((go) => {
    const late = setTimeout(go, FRAME_TIMEOUT_MS);
    requestAnimationFrame(() => {
      clearTimeout(late);
      nextTask().then(go);
    });
  });
