// What a page shows after everything that will be done to it. Nothing is measured here; measuring then waits for these.
import { Visit } from './visit.mjs';

/**
 * What is typed, one key at a time, the box emptied between. Every word is found in every list, the built-in one too: a
 * search without a result is other work, since the widget then looks for typos and for what is near.
 */
export const TYPED = ['bolton', 'york health', 'primary'];
/** How many regions are chosen, one after the other. */
export const REGIONS = 3;

/** Goes through it all once. */
export async function dryRun(browser, origin, candidate, total) {
  const visit = await Visit.open(browser, origin, candidate, { patience: 120 });
  try {
    const start = await visit.settled(total);
    const words = [];
    for (const word of TYPED) {
      await visit.focus('search');
      const shown = [];
      for (const key of word) {
        await visit.tap(key);
        shown.push(await visit.settled());
      }
      words.push(shown);
      await visit.clear();
      await visit.settled(total);
    }
    const regions = [];
    await visit.focus('select');
    for (let step = 0; step < REGIONS; step++) {
      await visit.tap('ArrowDown');
      regions.push(await visit.settled());
    }
    if (visit.errors.length) throw new Error(`the page complains: ${visit.errors[0]}`);
    return { start, words, regions };
  } finally {
    await visit.close();
  }
}

/** Which keys and which regions change what is shown. The others cannot be told from keys that were lost. */
export function changesOf({ start, words, regions }) {
  const changes = (shown) => shown.map((now, at) => now !== (shown[at - 1] ?? start));
  return { keys: words.flatMap(changes), regions: changes(regions) };
}
