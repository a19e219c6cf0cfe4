// The tasks of the main thread in which an element starts, which block the page.
import { SLOWDOWN } from './measure.mjs';
import { limit } from './patience.mjs';
import { FULL } from './scripts.mjs';
import { addressOf } from './server.mjs';
import { median } from './statistics.mjs';
import { sleep } from './visit.mjs';

/** The elements, each with the name of its page. */
export const ELEMENTS = [
  { name: 'finder', element: '<gp-federation-finder></gp-federation-finder>' },
  { name: 'comparison', element: '<gp-legal-form-comparison></gp-legal-form-comparison>' },
  { name: 'guide', element: '<gp-federation-guide></gp-federation-guide>' },
].map((it) => ({ ...it, page: 'element', library: FULL }));

/**
 * A calibration workload similar to a start: the given number of lines is created, styled, measured and removed. It
 * shows the current speed of the machine, including other load.
 */
export const WORK = `
  const list = document.body.appendChild(document.createElement('ul'));
  for (let line = 0; line < 120; line++) {
    const item = list.appendChild(document.createElement('li'));
    item.appendChild(document.createElement('b')).textContent = 'North Halton Primary Care Alliance ' + line;
    item.appendChild(document.createElement('p')).textContent = line + ' practices in Runcorn and Widnes, North West';
  }
  list.offsetHeight;
  list.remove();`;

/** Its usual duration on the slowed processor, ms of processor time, measured on 2 cores with a load of 7 to 11. */
export const IDLE = 40;

/** The same in a separate task, so that the trace contains its processor time. */
const REFERENCE = `new Promise((done) => setTimeout(() => {
  ${WORK}
  performance.mark('reference');
  done();
}))`;

/** The number of calibration workloads after a start. */
const REFERENCES = 5;

const CATEGORIES = ['devtools.timeline', 'toplevel', 'blink.user_timing'];
/** The time limit of a start on an idle machine, ms. */
const PATIENCE = 30_000;
/** The time for events of the last frame, ms. */
const LINGER = 150;

/**
 * On a slow processor, `tasks`: milliseconds of each task from the script's evaluation until the element is ready.
 * `reference`: those of the calibration workload right after that. Both are processor time of the main thread, and both
 * were measured in the same seconds.
 */
export async function measureTasks(browser, origin, element) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/blank`);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const events = [];
    devtools.on('Tracing.dataCollected', ({ value }) => events.push(...value));
    await devtools.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: CATEGORIES },
    });
    await page.goto(origin + addressOf(element), { waitUntil: 'commit' });
    await isReady(devtools);
    for (let time = 0; time < REFERENCES; time++)
      await devtools.send('Runtime.evaluate', { expression: REFERENCE, awaitPromise: true });
    const complete = new Promise((resolve) => {
      devtools.once('Tracing.tracingComplete', resolve);
    });
    await devtools.send('Tracing.end');
    await complete;
    return { tasks: tasksOf(events, `/${element.library}`), reference: median(referencesOf(events)) };
  } finally {
    await context.close();
  }
}

async function isReady(devtools) {
  for (const waiting = limit(PATIENCE); !waiting.isOver(); await sleep(100)) {
    const expression = 'performance.getEntriesByName("ready").length';
    const { result } = await devtools.send('Runtime.evaluate', { expression });
    if (result.value) return sleep(2 * LINGER);
  }
  throw new Error('the element did not say that it is ready');
}

/** The tasks in a trace between the evaluation of `script` and the mark `ready`. */
export function tasksOf(events, script) {
  const begin = events.find(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith(script));
  const ready = events.find(({ name, pid }) => name === 'ready' && pid === begin?.pid);
  if (!begin || !ready) throw new Error(`the trace holds no start of ${script}`);
  return tasksLike(events, begin)
    .filter(({ ts, dur }) => ts + dur > begin.ts && ts < ready.ts + LINGER * 1000)
    .map(worked);
}

/** The tasks in a trace that ran the calibration workload. */
export function referencesOf(events) {
  const done = events.filter(({ name }) => name === 'reference');
  if (!done.length) throw new Error('the trace holds no calibration workload');
  // A trace might lose the task of one of them.
  const found = done.flatMap((mark) => {
    const task = tasksLike(events, mark).find(({ ts, dur }) => ts <= mark.ts && mark.ts <= ts + dur);
    return task ? [worked(task)] : [];
  });
  if (!found.length) throw new Error('the calibration workload is in no task of the trace');
  return found;
}

/** The tasks of the thread of this event. */
const tasksLike = (events, { pid: its, tid: own }) =>
  events.filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('::RunTask') && pid === its && tid === own);

/** Processor time, ms, because on a shared machine elapsed time includes the work of other processes. */
const worked = ({ dur, tdur }) => (tdur ?? dur) / 1000;

/** The longest of these tasks, ms, scaled to an idle machine: the calibration workload shows how busy this one is. */
export const longestWhenIdle = ({ tasks, reference }) => Math.max(...tasks) / Math.max(1, reference / IDLE);
