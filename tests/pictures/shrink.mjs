// Makes a screenshot small enough for the repository: up to 256 colours, with zlib's best compression.
import zlib from 'node:zlib';
import { PNG } from 'pngjs';

/** A colour with a smaller share of the picture is a step between two others, at the edge of a letter. */
const RARE = 1 / 2000;

/**
 * Steps are rounded to 16 values per channel: by up to 8 of 255, which is invisible and within the limit of the
 * comparison.
 */
const STEP = 255 / 15;

/**
 * The same picture as an indexed PNG. The colours of areas do not change.
 * @param {Buffer} png
 * @returns {Buffer}
 */
export function shrink(png) {
  const { width, height, data } = PNG.sync.read(png);
  const pixels = opaque(data);
  const counts = count(pixels);
  const rare = pixels.length * RARE;
  const exact = [...counts].filter(([, number]) => number >= rare).map(([colour]) => colour);
  const rounded = new Map([...counts.keys()].map((colour) => [colour, rounding(colour)]));
  for (const colour of exact) {
    rounded.set(colour, colour);
  }
  // The most frequent colour has the lowest number, which compresses best.
  const used = [...count(pixels.map((colour) => rounded.get(colour)))].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const palette = used.slice(0, 256).map(([colour]) => colour);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  for (const [colour] of used.slice(256)) {
    places.set(colour, nearest(palette, colour));
  }
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < pixels.length; at += 1) {
    // Each row begins with the number of its filter: none.
    rows[at + Math.floor(at / width) + 1] = places.get(rounded.get(pixels[at]));
  }
  return encode(width, height, palette, rows);
}

/** The pixels as numbers, 0xRRGGBB. A page has a background, so no pixel is transparent. */
function opaque(data) {
  const pixels = new Uint32Array(data.length / 4);
  for (let at = 0; at < pixels.length; at += 1) {
    pixels[at] = (data[at * 4] << 16) | (data[at * 4 + 1] << 8) | data[at * 4 + 2];
  }
  return pixels;
}

function count(pixels) {
  const counts = new Map();
  for (const colour of pixels) {
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

function rounding(colour) {
  const [red, green, blue] = channels(colour).map((it) => Math.round(Math.round(it / STEP) * STEP));
  return (red << 16) | (green << 8) | blue;
}

function nearest(palette, colour) {
  const from = channels(colour);
  const distance = (other) => channels(other).reduce((sum, it, at) => sum + (it - from[at]) ** 2, 0);
  return palette.reduce((best, other, place) => (distance(other) < distance(palette[best]) ? place : best), 0);
}

function encode(width, height, palette, rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits per pixel, with a palette.
  header.set([8, 3, 0, 0, 0], 8);
  const { Z_DEFAULT_STRATEGY, Z_FILTERED } = zlib.constants;
  const packed = [Z_DEFAULT_STRATEGY, Z_FILTERED].map((strategy) =>
    zlib.deflateSync(rows, { level: 9, memLevel: 9, windowBits: 15, strategy }),
  );
  const smallest = packed.reduce((best, it) => (it.length < best.length ? it : best));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', smallest),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, content) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(checksum(named));
  return Buffer.concat([length, named, sum]);
}

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, number) => {
  let sum = number;
  for (let bit = 0; bit < 8; bit += 1) {
    sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  }
  return sum;
});

/** CRC-32, which Node itself has only since 20.15. */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum = CHECKSUMS[(sum ^ byte) & 255] ^ (sum >>> 8);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
