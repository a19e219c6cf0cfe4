// One candidate's page, opened in a fresh profile, and the actions of a user: trusted keys, sent through the DevTools
// protocol.
import fs from 'node:fs';
import { addressOf } from './server.mjs';

const PROBE = fs.readFileSync(new URL('./probe.js', import.meta.url), 'utf8');
const COUNTER = fs.readFileSync(new URL('./call-counter.js', import.meta.url), 'utf8');
/** Milliseconds after the frame in which deferred work of the page still counts for that key press. */
const LINGER = 50;
/** Milliseconds without a change after which a page counts as idle. */
const QUIET = 250;

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** An error in one line, because Playwright adds the browser's whole log. */
export const reasonOf = (error) => error.message.split('\n')[0];

/** The result of a promise, or an error that names what took too long. */
async function within(seconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export class Visit {
  #context;
  #devtools;
  #patience;
  #candidate;
  #start;

  /** Errors and warnings of the page. */
  errors = [];

  /**
   * Opens the page. `start` is its state after the start, or null if it is not known yet. With `countsCalls`, the calls of
   * nodes are counted from the beginning.
   */
  static async open(browser, origin, candidate, options = {}) {
    const { start = null, patience = 60 } = options;
    const visit = new Visit();
    visit.#candidate = candidate;
    visit.#patience = patience;
    visit.#start = start;
    visit.#context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    try {
      await visit.#navigate(origin, options);
      return visit;
    } catch (error) {
      await visit.close();
      throw error;
    }
  }

  async #navigate(origin, { start = null, slowdown = 1, countsCalls = false }) {
    const page = await this.#context.newPage();
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    const { host, search, select, count, row } = this.#candidate;
    const where = JSON.stringify({ host, search, select, count, row, start });
    await page.addInitScript(PROBE.replace('WHERE', () => where) + (countsCalls ? COUNTER : ''));
    // The process and the connection are started before the measurement. Nothing of the candidate is loaded yet.
    await page.goto(`${origin}/blank`);
    this.#devtools = await this.#context.newCDPSession(page);
    // Processor time of the main thread, not elapsed time, because other processes might use this machine, too.
    await this.#send('Performance.enable', { timeDomain: 'threadTicks' });
    if (slowdown > 1) await this.#send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(origin + addressOf(this.#candidate), { waitUntil: 'commit' });
  }

  #send(method, options) {
    return within(this.#patience, method, this.#devtools.send(method, options));
  }

  async #metrics() {
    const { metrics } = await this.#send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }

  /** The value of an expression in the page. */
  async ask(expression) {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', options);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** The value of an expression that waits until the page has this state. If it never has, the error says what it has. */
  async #once(expression, expected) {
    try {
      return await this.ask(expression);
    } catch (error) {
      const shown = await this.ask('probe.shown()').catch(() => null);
      const texts = [expected, shown].map((text) => JSON.stringify(text)?.slice(0, 120));
      throw new Error(`${error.message}; it waits for ${texts[0]}; the page shows ${texts[1]}`);
    }
  }

  /** Milliseconds from the navigation to the end of the frame that shows the start, and the work until then. */
  async started() {
    const shown = await this.#once('probe.started', this.#start);
    return { shown, work: (await this.#metrics()).TaskDuration * 1000 };
  }

  /** Down and up together, so that a page that listens for keyup is not charged for the duration of the press. */
  #press(key, more = {}) {
    const code = { ArrowDown: 40, Backspace: 8, Home: 36 }[key];
    const text = code || more.modifiers ? {} : { text: key };
    const windowsVirtualKeyCode = code ?? key.toUpperCase().charCodeAt(0);
    return Promise.all(
      ['keyDown', 'keyUp'].map((type) =>
        this.#send('Input.dispatchKeyEvent', {
          type,
          key,
          windowsVirtualKeyCode,
          ...(type === 'keyDown' && { ...text, ...more }),
        }),
      ),
    );
  }

  focus(part) {
    return this.ask(`probe.focus('${part}')`);
  }

  /** Presses one key and waits until the page has the expected state. */
  async answered(key, expected) {
    await this.ask(`probe.listen(${JSON.stringify(expected)})`);
    await this.#press(key);
    return this.#once('probe.answer', expected);
  }

  /** The same, and measures it. */
  async press(key, expected) {
    // Before the key is sent, because keys overtake other messages to the page.
    await this.ask(`probe.listen(${JSON.stringify(expected)})`);
    const before = await this.#metrics();
    await this.#press(key);
    const { paint, end } = await this.#once('probe.answer', expected);
    await sleep(LINGER);
    const after = await this.#metrics();
    return { paint, end, work: (after.TaskDuration - before.TaskDuration) * 1000 };
  }

  /** Presses one key without waiting for its effect. */
  tap(key) {
    return this.#press(key);
  }

  /** Empties the search box. */
  async clear() {
    await this.focus('search');
    if (!(await this.ask(`probe.value('search')`))) return;
    await this.#press('a', { modifiers: 2, commands: ['selectAll'] });
    await this.#press('Backspace');
  }

  /** The state of the page when it no longer changes and, if a total is given, shows that total. */
  async settled(total) {
    const { totalOf } = this.#candidate;
    const end = Date.now() + this.#patience * 1000;
    let [shown, since] = [null, 0];
    while (Date.now() < end) {
      const now = await this.ask('window.probe ? probe.shown() : ""');
      if (now !== shown) [shown, since] = [now, Date.now()];
      const counted = totalOf(now.split('\n')[0]);
      const isDone = counted !== null && (total === undefined || counted === total);
      if (isDone && Date.now() - since >= QUIET) return now;
      await sleep(25);
    }
    throw new Error(
      `the page doesn't come to rest; it shows ${JSON.stringify(shown?.slice(0, 120))}; errors: ${this.errors.join('; ') || 'none'}`,
    );
  }

  /** Bytes of memory after garbage collection, measured by Chromium and by the page. */
  async memory() {
    await this.#send('HeapProfiler.enable');
    await this.#send('HeapProfiler.collectGarbage');
    await this.#send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await this.#send('Runtime.getHeapUsage');
    const wasm = await this.ask('probe.wasm()');
    const whole = await this.ask('performance.measureUserAgentSpecificMemory?.().then((it) => it.bytes)').catch(
      () => null,
    );
    return { heap: usedSize, dom: embedderHeapUsedSize, buffers: backingStorageSize, wasm, whole };
  }

  /** Milliseconds until the page is printed, as a PDF. */
  async print() {
    const begin = performance.now();
    await this.#send('Page.printToPDF', { transferMode: 'ReturnAsStream' });
    return performance.now() - begin;
  }

  /** The number of calls that created, changed, moved or removed nodes since the last request. */
  calls() {
    return this.ask('probe.calls()');
  }

  blockedUntil(end) {
    return this.ask(`probe.blockedUntil(${end})`);
  }

  close() {
    return this.#context.close().catch(() => {});
  }
}
