// Counts the wasm instances that the page makes, whichever way. Not the one that puts the widget's wasm together, which
// asks the page for nothing and is let go of.
window.instances = 0;
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(target, parameters) {
    if (parameters.length > 1) window.instances += 1;
    return Reflect.construct(target, parameters);
  },
});
for (const name of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[name];
  WebAssembly[name] = (...parameters) => {
    window.instances += 1;
    return original.apply(WebAssembly, parameters);
  };
}
