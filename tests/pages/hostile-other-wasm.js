// Another widget of the page, built with the same tools: a global of the usual name, and a wasm that traps.
window.wasm_bindgen = Object.assign(() => Promise.reject(new Error("not yours")), { initSync: () => { throw new Error("not yours"); } });
window.wasm = { search: "theirs" };
window.wasmBindings = window.wasm;
window.__wbindgen_start = () => { throw new Error("not yours"); };
// (module (func (export "trap") unreachable))
const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11];
const { trap } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
window.otherTraps = () => setTimeout(trap);
window.otherRejects = () => { (async () => trap())(); };
