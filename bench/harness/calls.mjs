// The number of DOM calls per key press. It is always the same, so the calls are counted once, on a page that is not
// measured.
import { TYPED } from './dry-run.mjs';
import { Visit, sleep } from './visit.mjs';

/** Milliseconds after which work that waits for a pause in typing is done. */
const PAUSE = 350;

/** The calls of each key press, up to the frame that shows its result. */
export async function countCalls(browser, origin, candidate, plan) {
  const visit = await Visit.open(browser, origin, candidate, { start: plan.start, patience: 120, countsCalls: true });
  try {
    await visit.started();
    await sleep(PAUSE);
    const keys = [];
    for (const [word, text] of TYPED.entries()) {
      await visit.clear();
      await sleep(PAUSE);
      await visit.focus('search');
      for (const [at, key] of [...text].entries()) {
        await visit.calls();
        await visit.answered(key, plan.words[word][at]);
        keys.push(await visit.calls());
        await sleep(PAUSE);
      }
    }
    return keys;
  } finally {
    await visit.close();
  }
}
