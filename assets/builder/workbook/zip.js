// The files in a zip archive, decompressed in chunks. Sizes in the archive are not trusted: the output is counted, so
// that a small file cannot fill the memory.
import { Inflate } from 'fflate';
import { TOO_LARGE } from '../words.js';
import { damaged, tooLarge, withPassword } from './unreadable.js';

/**
 * An open archive. Names are in lower case, with slashes.
 * @typedef {{ names: string[], has(name: string): boolean, chunks(name: string): Iterable<Uint8Array> }} Zip
 * @typedef {{ flags: number, method: number, sum: number, packed: number, size: number, offset: number }} Entry
 */

/** The maximum total size of all parts that are read: a sheet of 500,000 rows takes about 250 MB. */
export const MAX_UNPACKED = 400e6;
/** Compressed bytes per chunk: the output can be a thousand times larger. */
const PIECE = 16384;

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The maximum length of an archive's comment, with its record. */
const MAX_END = 65557;
/**
 * The fields that can be in a separate record, in its order.
 * @type {('size' | 'packed' | 'offset')[]}
 */
const LARGE_FIELDS = ['size', 'packed', 'offset'];
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens the archive: { names, has(name), chunks(name) }. Names are in lower case, with slashes.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} [limit]
 */
export function openZip(bytes, limit = MAX_UNPACKED) {
  const entries = entriesOf(bytes);
  let unpacked = 0;

  /** @param {Uint8Array} chunk */
  const count = (chunk) => {
    unpacked += chunk.length;
    if (unpacked > limit) throw tooLarge(TOO_LARGE.unpacked(Math.round(limit / 1e6)));
    return chunk;
  };

  return {
    names: [...entries.keys()],
    /** @param {string} name */
    has: (name) => entries.has(name.toLowerCase()),
    /**
     * The content of the file of this name, in chunks.
     * @param {string} name
     */
    *chunks(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) throw damaged();
      let sum = ~0;
      for (const chunk of content(bytes, entry)) {
        sum = crc(sum, count(chunk));
        yield chunk;
      }
      if (~sum >>> 0 !== entry.sum) throw damaged();
    },
  };
}

/**
 * A whole file as text. Only for small ones.
 * @param {Zip} zip
 * @param {string} name
 */
export function textOf(zip, name) {
  const decoder = new TextDecoder();
  let text = '';
  for (const chunk of zip.chunks(name)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function entriesOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    let { at, count } = directory(view);
    /** @type {Map<string, Entry>} */
    const entries = new Map();
    const decoder = new TextDecoder();
    for (; count > 0; count -= 1) {
      if (view.getUint32(at, true) !== ENTRY) throw damaged();
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
      const name = decoder
        .decode(bytes.subarray(at + 46, at + 46 + nameLength))
        .replace(/\\/g, '/')
        .toLowerCase();
      const entry = {
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        sum: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      };
      readLargeSizes(view, at + 46 + nameLength, extraLength, entry);
      if (!entries.has(name)) entries.set(name, entry);
      at += 46 + nameLength + extraLength + commentLength;
    }
    return entries;
  } catch (error) {
    // Offsets beyond the end of the file.
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}

/**
 * The position of the list of entries, and their number.
 * @param {DataView} view
 */
function directory(view) {
  let end = view.byteLength - 22;
  while (end >= 0 && end > view.byteLength - MAX_END && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== END) throw damaged();
  const [count, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END_64_LOCATOR) return { count, at };
  const end64 = large(view, locator + 8);
  if (view.getUint32(end64, true) !== END_64) throw damaged();
  return { count: large(view, end64 + 32), at: large(view, end64 + 48) };
}

/**
 * @param {DataView} view
 * @param {number} at
 */
const large = (view, at) => Number(view.getBigUint64(at, true));

/**
 * Archives with 64-bit sizes store them separately, in the order of the fields that are full.
 * @param {DataView} view
 * @param {number} from
 * @param {number} length
 * @param {Entry} entry
 */
function readLargeSizes(view, from, length, entry) {
  for (let at = from; at + 4 <= from + length; ) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (id === 1) {
      let place = at + 4;
      for (const key of LARGE_FIELDS) {
        if (entry[key] === 0xffffffff) {
          entry[key] = large(view, place);
          place += 8;
        }
      }
    }
    at += 4 + size;
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {Entry} entry
 */
function* content(bytes, { flags, method, packed, offset }) {
  if (flags & 1) throw withPassword();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) throw damaged();
  if (method === STORED) {
    for (let at = 0; at < data.length; at += PIECE) yield data.subarray(at, at + PIECE);
    return;
  }
  if (method !== DEFLATED) throw damaged();
  /** @type {Uint8Array[]} */
  const chunks = [];
  const inflate = new Inflate((chunk) => chunks.push(chunk));
  for (let at = 0; at < data.length; at += PIECE) {
    try {
      inflate.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
    } catch {
      throw damaged();
    }
    yield* chunks.splice(0);
  }
}

/** @type {Int32Array | null} */
let table = null;

/**
 * @param {number} sum
 * @param {Uint8Array} chunk
 */
function crc(sum, chunk) {
  table =
    table ||
    Int32Array.from({ length: 256 }, (_, at) => {
      let value = at;
      for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
      return value;
    });
  for (let at = 0; at < chunk.length; at += 1) sum = table[(sum ^ chunk[at]) & 255] ^ (sum >>> 8);
  return sum;
}
