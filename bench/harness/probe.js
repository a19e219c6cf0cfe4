// The first script in every page: reports the state of the page, and when a frame showed it. Its cost is included in
// the empty page's values, too.
((where) => {
  if (window.probe || window.top !== window || location.pathname === '/blank') return;

  const root = () => (where.host ? document.querySelector(where.host)?.shadowRoot : document);
  const find = (part) => root()?.querySelector(where[part]) ?? null;
  const text = (part) => find(part)?.textContent ?? '';
  const shown = () => `${text('count')}\n${text('row')}`;

  // A task that is posted while a frame is rendered runs after the frame has been painted.
  const afterPaint = new MessageChannel();
  const whenShown = (expected) =>
    new Promise((resolve) => {
      const frame = () =>
        requestAnimationFrame(() => {
          afterPaint.port1.onmessage = () => (shown() === expected ? resolve(performance.now()) : frame());
          afterPaint.port2.postMessage(null);
        });
      frame();
    });

  /** Measures the time from the next key press to the end of the frame with the expected state. */
  const listen = (expected) => {
    window.probe.answer = new Promise((resolve) => {
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          whenShown(expected).then((end) => resolve({ paint: end - timeStamp, end }));
        },
        { capture: true, once: true },
      );
    });
  };

  const longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });

  // Weak references: objects that the page has released must not count as its memory.
  const memories = [];
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, words) {
      const instance = Reflect.construct(target, words);
      const own = Object.values(instance.exports).filter((it) => it instanceof WebAssembly.Memory);
      memories.push(...own.map((memory) => new WeakRef(memory)));
      return instance;
    },
  });

  window.probe = {
    shown,
    listen,
    started: where.start === null ? null : whenShown(where.start),
    count: () => text('count'),
    value: (part) => find(part)?.value,
    focus: (part) => find(part).focus(),
    blockedUntil: (end) =>
      longTasks.filter(([start]) => start < end).reduce((sum, [, ms]) => sum + Math.max(0, ms - 50), 0),
    wasm: () => memories.reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0),
  };
})(WHERE);
