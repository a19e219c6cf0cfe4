// Records the memory of each wasm instance of the page. Not of the decoder of the widget's wasm, which has no imports
// and is released.
window.memories = [];
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(target, parameters) {
    const instance = Reflect.construct(target, parameters);
    const own = parameters.length > 1 ? Object.values(instance.exports) : [];
    window.memories.push(...own.filter((it) => it instanceof WebAssembly.Memory));
    return instance;
  },
});
window.wasmBytes = () => window.memories.reduce((bytes, { buffer }) => bytes + buffer.byteLength, 0);
