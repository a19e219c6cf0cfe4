// First script of every page under test: records console messages and errors, which the test reads at its end.
(() => {
  const lines = [];
  // Not enumerable, because some pages list their globals.
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

  // In the capture phase, because the `error` events of scripts and styles do not bubble.
  window.addEventListener(
    'error',
    (event) => {
      const source = event.target && event.target !== window && (event.target.src || event.target.href);
      // Deferred, because errors that another listener prevents do not reach the console.
      setTimeout(() => event.defaultPrevented || keep('error', source ? `${source} did not load` : event.message));
    },
    true,
  );
  window.addEventListener('unhandledrejection', (event) => {
    setTimeout(() => event.defaultPrevented || keep('unhandled rejection', event.reason));
  });
  document.addEventListener('securitypolicyviolation', (event) => {
    // Firefox and WebKit request the icon without a link. No page under test has one.
    if (event.blockedURI.endsWith('/favicon.ico')) return;
    keep('securitypolicyviolation', event.effectiveDirective, event.blockedURI);
  });
})();
