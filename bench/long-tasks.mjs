// Checks that no element blocks its page while it starts: `cargo xtask long-tasks`, a step of `cargo xtask test`. The
// output ends with a `test result:` line, as cargo tests do, so that xtask can add up both.
import { LONG } from './budgets.mjs';
import { launch } from './harness/browser.mjs';
import { distWith } from './harness/dist.mjs';
import { addressOf, putPage, serve } from './harness/server.mjs';
import { ELEMENTS, WORK, longestWhenIdle, measureTasks } from './harness/tasks.mjs';

/**
 * The minimum and maximum number of starts of an element. Other load makes tasks longer, and the calibration workload
 * in the same seconds by the same factor, which is compensated. The remaining variation is random, so another start
 * does not have it.
 */
const STARTS = { least: 3, most: 12 };

/**
 * A page that does block, with 4 times the calibration workload in one task: a limit that nothing exceeds would prove
 * nothing. It works and does not use the clock, so a busy machine slows it down by the same factor.
 */
const BLOCKER = {
  name: 'blocker',
  library: 'blocker.js',
  script: `for (let time = 0; time < 4; time++) {${WORK}}\nperformance.mark("ready");`,
};

const dist = distWith(ELEMENTS.map(({ library }) => library));
const server = await serve();
const browser = await launch();

/** Starts an element repeatedly, until a start has no long task. Returns whether one had none, and the values. */
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
function report(name, isOk, numbers) {
  console.log(`test long_tasks::${name} ... ${isOk ? 'ok' : 'FAILED'} (${numbers})`);
  failed += isOk ? 0 : 1;
}

try {
  for (const element of ELEMENTS) {
    await putPage(server, element, dist);
    const { isMet, numbers } = await judge(element);
    report(element.name, isMet, numbers);
  }
  server.put(
    addressOf(BLOCKER),
    `<!doctype html><title>x</title><link rel="icon" href="data:,"><script src="${BLOCKER.library}" defer></script><p>x`,
  );
  server.put(addressOf(BLOCKER) + BLOCKER.library, BLOCKER.script);
  const { isMet, numbers } = await judge(BLOCKER, { least: 1, most: 2 });
  report('one_that_blocks_is_told', !isMet, numbers);
} finally {
  await browser.close();
  server.close();
}
const all = ELEMENTS.length + 1;
console.log(`test result: ${failed ? 'FAILED' : 'ok'}. ${all - failed} passed; ${failed} failed`);
process.exitCode = failed ? 1 : 0;
