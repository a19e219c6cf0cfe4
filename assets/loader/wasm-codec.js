// The wasm comes cut into rows, each of numbers of one kind, and a small wasm before them puts it together (crates/wasm-codec says
// how and why). JavaScript that runs for the first time would take 3 times as long.

/** Bytes of a number. */
const NUMBER = 4;

/** Bytes that memory grows by. */
const PAGE = 65_536;

/** Puts together the wasm that was packed: the size of the joiner, the joiner, then the rows, which begin with their size. */
export function decode(packed) {
  const numbers = new DataView(packed.buffer, packed.byteOffset);
  const begin = NUMBER + numbers.getUint32(0, true);
  const size = numbers.getUint32(begin, true);
  const rows = packed.subarray(begin);
  const decoder = new WebAssembly.Instance(new WebAssembly.Module(packed.subarray(NUMBER, begin))).exports;

  const room = decoder.memory.grow(Math.ceil((rows.length + size) / PAGE)) * PAGE;
  new Uint8Array(decoder.memory.buffer).set(rows, room);
  decoder.decode(room, rows.length);
  return new Uint8Array(decoder.memory.buffer, room + rows.length, size);
}
