// Records the longest time in which the page could not run.
window.longest = 0;
window.bars = [];
document.addEventListener("gpf-ready", ({ target }) => {
  const { port1, port2 } = new MessageChannel();
  let last = 0;
  port1.onmessage = () => {
    const now = performance.now();
    if (last) window.longest = Math.max(window.longest, now - last);
    last = now;
    const bar = target.shadowRoot.querySelector("progress");
    if (bar && bar.value !== window.bars[window.bars.length - 1]) window.bars.push(bar.value);
    setTimeout(() => port2.postMessage(null), 4);
  };
  // The start is not part of the measurement.
  setTimeout(() => port2.postMessage(null));
});
document.addEventListener("gpf-data", ({ detail }) => (window.read = detail));
