// The states of a page after each action of the benchmark. Nothing is measured here. The measured run waits for these
// states.
import { Visit } from './visit.mjs';

/**
 * The typed words, one key at a time, with an empty box between them. Every word has results in every list, including
 * the built-in one: a search without results is different work, because the widget then looks for typos and for the
 * nearest federations.
 */
export const TYPED = ['bolton', 'york health', 'primary'];
/** The number of regions that are selected, one after the other. */
export const REGIONS = 3;

/** Runs all actions once. */
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

/**
 * The keys and regions that change the view. Without a change, the press of one key cannot be distinguished from a lost
 * one.
 */
export function changesOf({ start, words, regions }) {
  const changes = (shown) => shown.map((now, at) => now !== (shown[at - 1] ?? start));
  return { keys: words.flatMap(changes), regions: changes(regions) };
}
