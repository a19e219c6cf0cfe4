// No element may keep its page waiting while it starts: `cargo xtask long-tasks`, a step of `cargo xtask test`.
// Its output ends as that of cargo's tests does, so that xtask can add up both.
import { LONG } from './budgets.mjs';
import { launch } from './harness/browser.mjs';
import { distWith } from './harness/dist.mjs';
import { addressOf, putPage, serve } from './harness/server.mjs';
import { ELEMENTS, WORK, longestWhenIdle, measureTasks } from './harness/tasks.mjs';

/**
 * How often an element starts, at least and at most. What else runs on a machine makes tasks longer, and calibration
 * workload in the same seconds as much longer: that is allowed for. What is left of it by chance, another start has
 * not.
 */
const STARTS = { least: 3, most: 12 };

/**
 * A page that does keep its reader waiting, by 4 times the calibration workload in one task: nothing is said by a limit
 * that nobody exceeds. It works, and does not look at the clock, so a busy machine makes it as much longer as
 * everything else.
 */
const BLOCKER = {
  name: 'blocker',
  library: 'blocker.js',
  script: `for (let time = 0; time < 4; time++) {${WORK}}\nperformance.mark("ready");`,
};

const dist = distWith(ELEMENTS.map(({ library }) => library));
const server = await serve();
const browser = await launch();

/** An element starts, again and again, until it does without a long task. Says whether it did, and the numbers. */
async function judge(element, { least, most } = STARTS) {
  const starts = [];
  let longest = Infinity;
  while (starts.length < least || (longest > LONG && starts.length < most)) {
    starts.push(await measureTasks(browser, server.origin, element));
    longest = Math.min(...starts.map(longestWhenIdle));
  }
  const [task, work] = [({ tasks }) => Math.max(...tasks), ({ reference }) => reference].map((of) =>
    starts.map((start) => of(start).toFixed(0)).join(' '),
  );
  const numbers = `longest task ${longest.toFixed(0)} ms in the best of ${starts.length} starts, allowed ${LONG}; measured ${task}, calibration workload ${work}`;
  return { isMet: longest <= LONG, numbers };
}

let failed = 0;
function tell(name, isOk, numbers) {
  console.log(`test long_tasks::${name} ... ${isOk ? 'ok' : 'FAILED'} (${numbers})`);
  failed += isOk ? 0 : 1;
}

try {
  for (const element of ELEMENTS) {
    await putPage(server, element, dist);
    const { isMet, numbers } = await judge(element);
    tell(element.name, isMet, numbers);
  }
  server.put(
    addressOf(BLOCKER),
    `<!doctype html><title>x</title><link rel="icon" href="data:,"><script src="${BLOCKER.library}" defer></script><p>x`,
  );
  server.put(addressOf(BLOCKER) + BLOCKER.library, BLOCKER.script);
  const { isMet, numbers } = await judge(BLOCKER, { least: 1, most: 2 });
  tell('one_that_blocks_is_told', !isMet, numbers);
} finally {
  await browser.close();
  server.close();
}
const all = ELEMENTS.length + 1;
console.log(`test result: ${failed ? 'FAILED' : 'ok'}. ${all - failed} passed; ${failed} failed`);
process.exitCode = failed ? 1 : 0;
