// Counts the wasm instances that the page makes, whichever way.
window.instances = 0;
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(target, parameters) {
    window.instances += 1;
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
