// Counts the wasm instances of the page, by all ways of instantiation. Does not count the decoder of the widget's wasm,
// which has no imports and is released.
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
