// Simulates a lack of memory: for the first wasm memory (?start), or for any growth after the start.
const { Instance } = WebAssembly;
WebAssembly.Instance = new Proxy(Instance, {
  construct(target, parameters) {
    if (location.search === "?start") throw new RangeError("WebAssembly.Instance(): Out of memory");
    const instance = Reflect.construct(target, parameters);
    window.takeAllMemory = () => {
      const memory = Object.values(instance.exports).find((it) => it instanceof WebAssembly.Memory);
      for (let pages = 65536; pages >= 1; ) {
        try {
          memory.grow(pages);
        } catch (error) {
          pages /= 2;
        }
      }
      return memory.buffer.byteLength;
    };
    return instance;
  },
});
