// Decodes the wasm, which is packed in streams of similar numbers, with a small wasm in front of them (crates/wasm-codec
// explains the format). JavaScript that runs for the first time would take 3 times as long.

/**
 * What crates/wasm-codec exports.
 * @typedef {object} Decoder
 * @property {WebAssembly.Memory} memory
 * @property {(at: number, size: number) => void} decode
 */

/** Bytes of a number. */
const NUMBER = 4;

/** Bytes per page of memory. */
const PAGE = 65_536;

/**
 * Decodes the packed wasm: the size of the decoder, the decoder, then the streams, which begin with their size.
 * @param {Uint8Array<ArrayBuffer>} packed
 */
export function decode(packed) {
  const numbers = new DataView(packed.buffer, packed.byteOffset);
  const begin = NUMBER + numbers.getUint32(0, true);
  const size = numbers.getUint32(begin, true);
  const streams = packed.subarray(begin);
  const decoder = /** @type {Decoder} */ (
    new WebAssembly.Instance(new WebAssembly.Module(packed.subarray(NUMBER, begin))).exports
  );

  const room = decoder.memory.grow(Math.ceil((streams.length + size) / PAGE)) * PAGE;
  new Uint8Array(decoder.memory.buffer).set(streams, room);
  decoder.decode(room, streams.length);
  return new Uint8Array(decoder.memory.buffer, room + streams.length, size);
}
