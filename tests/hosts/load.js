// The memory of each wasm instance of the page, to be looked at from outside.
window.memories = [];
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(target, parameters) {
    const instance = Reflect.construct(target, parameters);
    window.memories.push(...Object.values(instance.exports).filter((it) => it instanceof WebAssembly.Memory));
    return instance;
  },
});
window.wasmBytes = () => window.memories.reduce((bytes, { buffer }) => bytes + buffer.byteLength, 0);
