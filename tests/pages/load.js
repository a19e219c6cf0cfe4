// The memory of each wasm instance of the page, to be looked at from outside. Not of the one that puts the widget's wasm
// together, which asks the page for nothing and is let go of.
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
