// Stands in every page before anything of the page does: says what the page shows, and when a frame showed it.
// What it costs is in the empty page's numbers too.
((where) => {
  if (window.probe || window.top !== window || location.pathname === '/blank') return;

  const root = () => (where.host ? document.querySelector(where.host)?.shadowRoot : document);
  const find = (part) => root()?.querySelector(where[part]) ?? null;
  const text = (part) => find(part)?.textContent ?? '';
  const shown = () => `${text('count')}\n${text('row')}`;

  // A task that is posted while a frame is made runs when the frame has been painted.
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

  /** Takes the time from the next press of a key to the end of the frame that shows what is expected. */
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

  // Weakly: one that the page has let go of is no longer its memory.
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
