// The tasks of the main thread in which an element starts: how long the page can't answer meanwhile.
import { SLOWDOWN } from './measure.mjs';
import { median } from './statistics.mjs';
import { sleep } from './visit.mjs';

/** The elements, each with the name of its page. */
export const ELEMENTS = [
  { name: 'finder', element: '<gp-federation-finder></gp-federation-finder>' },
  { name: 'comparison', element: '<gp-legal-form-comparison></gp-legal-form-comparison>' },
  { name: 'guide', element: '<gp-federation-guide></gp-federation-guide>' },
].map((it) => ({ ...it, page: 'element', library: 'gp-federations.js' }));

/**
 * A piece of work of the kind that a start is made of: so many lines are made, styled, measured and taken away. It says
 * how quick the machine is at this moment, whatever else runs on it.
 */
const REFERENCE = `(() => {
  const begun = performance.now();
  const list = document.body.appendChild(document.createElement('ul'));
  for (let line = 0; line < 120; line++) {
    const item = list.appendChild(document.createElement('li'));
    item.appendChild(document.createElement('b')).textContent = 'North Halton Primary Care Alliance ' + line;
    item.appendChild(document.createElement('p')).textContent = line + ' practices in Runcorn and Widnes, North West';
  }
  list.offsetHeight;
  list.remove();
  return performance.now() - begun;
})()`;

const CATEGORIES = ['devtools.timeline', 'toplevel', 'blink.user_timing'];
const PATIENCE = 30_000;
/** What comes with the last frame, ms. */
const LINGER = 150;

/**
 * On a slow processor, `tasks`: milliseconds of each task from the script's evaluation until the element is ready;
 * `reference`: those of the work of reference right after that.
 */
export async function measureTasks(browser, origin, { name }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/blank`);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const events = [];
    devtools.on('Tracing.dataCollected', ({ value }) => events.push(...value));
    await devtools.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } });
    await page.goto(`${origin}/${name}`, { waitUntil: 'commit' });
    await isReady(devtools);
    const complete = new Promise((resolve) => { devtools.once('Tracing.tracingComplete', resolve); });
    await devtools.send('Tracing.end');
    await complete;
    return { tasks: tasksOf(events, `/${name}.js`), reference: await referenceOf(devtools) };
  } finally {
    await context.close();
  }
}

async function isReady(devtools) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
    const expression = 'performance.getEntriesByName("ready").length';
    const { result } = await devtools.send('Runtime.evaluate', { expression });
    if (result.value) return sleep(2 * LINGER);
  }
  throw new Error('the element did not say that it is ready');
}

async function referenceOf(devtools) {
  const times = [];
  for (let time = 0; time < 3; time++) {
    const { result } = await devtools.send('Runtime.evaluate', { expression: REFERENCE });
    times.push(result.value);
  }
  return median(times);
}

/** Of a trace, the tasks between the evaluation of `script` and the mark `ready`. */
export function tasksOf(events, script) {
  const begin = events.find(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith(script));
  const ready = events.find(({ name, pid }) => name === 'ready' && pid === begin?.pid);
  if (!begin || !ready) throw new Error(`the trace holds no start of ${script}`);
  return events
    .filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('::RunTask') && pid === begin.pid && tid === begin.tid)
    .filter(({ ts, dur }) => ts + dur > begin.ts && ts < ready.ts + LINGER * 1000)
    // The time that the processor worked: on a shared machine the time that passes is also that of others.
    .map(({ dur, tdur }) => (tdur ?? dur) / 1000);
}
