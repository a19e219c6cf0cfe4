// First script of every page under test: keeps what would have gone to the console, for the test to read at its end.
(() => {
  const lines = [];
  // Not enumerable: pages that list their globals must not trip over the test.
  Object.defineProperty(window, '__recorded', { value: lines });

  const keep = (kind, ...parts) => {
    const text = parts.map((part) =>
      part instanceof Error ? `${part}` : typeof part === 'string' ? part : String(part),
    );
    lines.push(`${kind}: ${text.join(' ')}`);
  };

  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    const original = console[level];
    console[level] = (...parts) => {
      keep(`console.${level}`, ...parts);
      original.apply(console, parts);
    };
  }

  // Capturing, because "did not load" events of scripts and styles do not bubble.
  window.addEventListener(
    'error',
    (event) => {
      const source = event.target && event.target !== window && (event.target.src || event.target.href);
      // Later, because what another listener prevents does not reach the console.
      setTimeout(() => event.defaultPrevented || keep('error', source ? `${source} did not load` : event.message));
    },
    true,
  );
  window.addEventListener('unhandledrejection', (event) => {
    setTimeout(() => event.defaultPrevented || keep('unhandled rejection', event.reason));
  });
  document.addEventListener('securitypolicyviolation', (event) => {
    // Firefox and WebKit ask for the icon by themselves; no page under test names one.
    if (event.blockedURI.endsWith('/favicon.ico')) return;
    keep('securitypolicyviolation', event.effectiveDirective, event.blockedURI);
  });
})();
