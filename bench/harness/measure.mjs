// One round of one candidate: the measurements on a page, and on the same page with a slow processor.
import { TYPED } from './dry-run.mjs';
import { Visit, sleep } from './visit.mjs';

export const SLOWDOWN = 4;

/** Opens the page and presses the first key. The start ends when the page has responded to it. */
async function start(visit, plan) {
  const { shown, work } = await visit.started();
  await visit.focus('search');
  const key = await visit.press(TYPED[0][0], plan.words[0][0]);
  return { shown, start: shown + key.paint, work, blocked: await visit.blockedUntil(key.end) };
}

/** An empty search box on an idle page. */
async function atRest(visit, part) {
  await visit.clear();
  await sleep(300);
  await visit.focus(part);
}

/** Start, keys, regions, then memory. */
export async function measure(browser, origin, candidate, plan) {
  const visit = await Visit.open(browser, origin, candidate, { start: plan.start });
  try {
    const started = await start(visit, plan);
    const [keys, regions] = [[], []];
    for (const [at, word] of TYPED.entries()) {
      await atRest(visit, 'search');
      for (const [nth, key] of [...word].entries()) keys.push(await visit.press(key, plan.words[at][nth]));
    }
    await atRest(visit, 'select');
    for (const expected of plan.regions) regions.push(await visit.press('ArrowDown', expected));
    return { ...started, keys, regions, memory: await visit.memory() };
  } finally {
    await visit.close();
  }
}

/** The start alone, on a processor that is slower by `SLOWDOWN`. */
export async function measureSlowly(browser, origin, candidate, plan) {
  const visit = await Visit.open(browser, origin, candidate, { start: plan.start, slowdown: SLOWDOWN, patience: 240 });
  try {
    return await start(visit, plan);
  } finally {
    await visit.close();
  }
}
