import assert from 'node:assert/strict';
import test from 'node:test';

/** A resize observer whose reports are made by the tests. */
class FakeObserver {
  static last;
  targets = new Set();
  constructor(report) {
    this.report = (entries) => report(entries, this);
    FakeObserver.last = this;
  }
  observe(element) {
    this.targets.add(element);
  }
  unobserve(element) {
    this.targets.delete(element);
  }
  disconnect() {
    this.targets.clear();
  }
}

globalThis.ResizeObserver = FakeObserver;
// Node's would keep the process alive.
globalThis.MessageChannel = class {
  port1 = {};
  port2 = { postMessage: () => setImmediate(() => this.port1.onmessage()) };
};
globalThis.requestAnimationFrame = (draw) => setTimeout(draw);
const nextTask = () => new Promise((done) => setImmediate(done));

let browsers = 0;

/** The module in a browser of its own, with 2 observed elements and what is new of them. */
async function inBrowser(vendor) {
  Object.defineProperty(globalThis, 'navigator', { value: { vendor }, configurable: true });
  const module = await import(`../size-observer.js?${browsers++}`);
  const [heard, layouts] = [[], []];
  const [one, other] = ['one', 'other'].map((name) => {
    const element = { isConnected: true, getBoundingClientRect: () => layouts.push(name) };
    module.observeSize(element, ({ width, height }) => heard.push([name, width, height]));
    return element;
  });
  const { report, targets } = FakeObserver.last;
  const reports = (element, width, height) => report([{ target: element, contentRect: { width, height } }]);
  return { ...module, one, other, heard, layouts, targets, reports };
}

test('a new size is reported in a task of its own, and the same size is not', async () => {
  const { one, other, heard, reports } = await inBrowser('Google Inc.');
  reports(one, 300, 40);
  assert.deepEqual(heard, []);
  await nextTask();
  assert.deepEqual(heard.splice(0), [['one', true, true]]);
  reports(one, 300, 40);
  reports(one, 300, 40.5);
  reports(other, 0, 0);
  reports(other, 200, 0);
  await nextTask();
  assert.deepEqual(heard, [
    ['one', false, true],
    ['other', true, false],
  ]);
});

test('nothing is reported of a removed element', async () => {
  const { one, other, heard, targets, reports, unobserveSize } = await inBrowser('Google Inc.');
  one.isConnected = false;
  reports(one, 300, 40);
  unobserveSize(other);
  assert.deepEqual([...targets], [one]);
  reports(other, 300, 40);
  await nextTask();
  assert.deepEqual(heard, []);
});

test('all elements stay observed', async () => {
  const { one, other, targets, reports } = await inBrowser('');
  reports(one, 300, 40);
  assert.deepEqual([...targets], [one, other]);
});

test('in WebKit no element is observed for a time after a new size', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { one, other, layouts, targets, reports, unobserveSize } = await inBrowser('Apple Computer, Inc.');
  reports(one, 300, 40);
  assert.deepEqual([...targets], []);
  t.mock.timers.tick(1000);
  assert.deepEqual([...targets], [one, other]);
  assert.deepEqual(layouts, ['one', 'other']);
  // What is observed again is reported again.
  reports(one, 300, 40);
  assert.deepEqual([...targets], [one, other]);
  reports(one, 300, 50);
  unobserveSize(other);
  t.mock.timers.tick(1000);
  assert.deepEqual([...targets], [one]);
});
