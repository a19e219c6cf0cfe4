// No memory: for the wasm to begin with (?start), or for anything more once it runs.
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
