// The parts of a workbook are XML. They are parsed as a stream of events, because a document tree of a long sheet would
// take ten times the memory of its file. Entities that a document declares are never expanded.
import { Parser } from 'saxen';
import { damaged } from './unreadable.js';

/**
 * @typedef {object} Listeners
 * @property {(name: string, attribute: (name: string) => string | undefined) => void} [open]
 * @property {(name: string) => void} [close]
 * @property {(text: string) => void} [text]
 */

/** Milliseconds of work before the page can run other tasks. */
const WORK = 40;

const turn = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

/**
 * Reads XML from chunks of bytes. `namespaces` gives each namespace a prefix, whatever the file calls it. `open(name,
 * attribute)` is called for each element, `attribute(name)` being the value or undefined; `close(name)`; `text(text)`.
 * @param {any} chunks
 * @param {{ [address: string]: string }} namespaces
 * @param {Listeners} listeners
 */
export async function readXml(chunks, namespaces, { open = () => {}, close = () => {}, text = () => {} }) {
  const parser = new Parser();
  /** @type {Error | null} */
  let failure = null;
  parser.ns(namespaces);
  parser.on('openTag', (name, attributes, decode) =>
    open(name, (key) => {
      const value = attributes()[key];
      return value === undefined ? undefined : decode(value);
    }),
  );
  parser.on('closeTag', (name) => close(name));
  parser.on('text', (value, decode) => text(decode(value)));
  parser.on('cdata', (value) => text(value));
  parser.on('error', (error) => {
    failure = failure || error;
  });
  // Tolerates duplicate attributes and similar errors.
  parser.on('warn', () => {});

  /** @type {TextDecoder | null} */
  let decoder = null;
  let since = performance.now();
  for (const chunk of chunks) {
    decoder = decoder || new TextDecoder(encodingOf(chunk));
    parser.write(decoder.decode(chunk, { stream: true }));
    if (failure) break;
    if (performance.now() - since > WORK) {
      await turn();
      since = performance.now();
    }
  }
  const error = failure || parser.end();
  if (error) throw error.name === 'Unreadable' ? error : damaged();
}

/** @param {Uint8Array} chunk */
const encodingOf = ([first, second]) => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};
