// The bytes of an editor's own list. Each source returns { size, pieces }: their number, if it is known, and the bytes
// themselves in chunks.
import { Failure } from './runtime.js';
import { OF_PAGE, cutOff, fileNotRead, fromFolder, notLoaded, otherType, refusedByServer } from './words.js';

/** @typedef {import('./types').Pieces} Pieces */

/** @param {string} message */
const unreachable = (message) => new Failure('data-unreachable', message);

/**
 * The name of a file at this URL for users.
 * @param {string} src
 */
export function fileName(src) {
  const name = src.split(/[?#]/)[0].split('/').pop() || src;
  try {
    return decodeURIComponent(name).slice(0, 80);
  } catch {
    return name.slice(0, 80);
  }
}

/**
 * The absolute URL, if there is one.
 * @param {string} src
 */
export function addressOf(src) {
  try {
    return new URL(src, document.baseURI).href;
  } catch {
    return src;
  }
}

/**
 * From a URL.
 * @param {string} src
 * @param {AbortSignal} [signal]
 * @returns {Promise<Pieces>}
 */
export async function fromUrl(src, signal) {
  const file = fileName(src);
  const url = addressOf(src);
  if (url.startsWith('file:')) {
    throw unreachable(fromFolder(file));
  }
  let response;
  try {
    response = await fetch(url, { credentials: 'same-origin', signal });
  } catch (/** @type {any} */ error) {
    throw unreachable(notLoaded(file, error.message));
  }
  if (!response.ok) {
    throw unreachable(refusedByServer(file, response.status));
  }
  const { headers } = response;
  // For a compressed response, it would be the compressed size.
  const size = headers.get('Content-Encoding') ? 0 : Number(headers.get('Content-Length'));
  return {
    size: size || undefined,
    pieces: bodyOf(/** @type {ReadableStream<Uint8Array>} */ (response.body), file, cutOff),
  };
}

/**
 * `words` returns the message for a `file` that was not loaded completely.
 * @param {ReadableStream<Uint8Array>} body
 * @param {string} file
 * @param {(file: string, error: string) => string} words
 */
async function* bodyOf(body, file, words) {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (/** @type {any} */ error) {
    throw unreachable(words(file, error.message));
  } finally {
    reader.cancel().catch(() => {}); // If a list is rejected, the rest need not be loaded.
  }
}

/**
 * From an argument of a page's own script, or from the page. `name` is its name in error messages.
 * @param {unknown} data
 * @param {string} [name] Text needs none.
 * @returns {Pieces}
 */
export function fromData(data, name) {
  if (data instanceof Blob) {
    // Only a file has a name, and what is not text has a name for complaints.
    return { size: data.size, pieces: bodyOf(data.stream(), /** @type {any} */ (data).name || name, fileNotRead) };
  }
  if (typeof data !== 'string' && (typeof data !== 'object' || data === null)) {
    throw new Failure('data-unusable', otherType(/** @type {string} */ (name), typeof data));
  }
  return { size: undefined, pieces: piecesOf(/** @type {string | { [key: string]: unknown }} */ (data)) };
}

/** The number of records per chunk of JSON, which takes a millisecond or two. */
const RECORDS = 500;

/**
 * @param {string | { [key: string]: unknown }} data
 * @returns {Generator<Uint8Array>}
 */
function* piecesOf(data) {
  if (typeof data === 'string') {
    yield* encoded(data);
  } else if (Array.isArray(data)) {
    yield* listed(data);
  } else if (data.toJSON) {
    yield* encoded(JSON.stringify(data));
  } else {
    let before = '{';
    for (const [key, value] of Object.entries(data)) {
      const isList = Array.isArray(value);
      const text = isList ? '' : JSON.stringify(value);
      if (text === undefined) continue;
      yield* encoded(`${before}${JSON.stringify(key)}:${text}`);
      if (isList) yield* listed(value);
      before = ',';
    }
    yield* encoded(before === '{' ? '{}' : '}');
  }
}

/**
 * @param {unknown[]} list
 * @returns {Generator<Uint8Array>}
 */
function* listed(list) {
  yield* encoded('[');
  for (let at = 0; at < list.length; at += RECORDS) {
    const records = list.slice(at, at + RECORDS).map((record) => JSON.stringify(record) || 'null');
    yield* encoded((at ? ',' : '') + records.join(','));
  }
  yield* encoded(']');
}

const LETTERS = 32768;

/**
 * @param {string} text
 * @returns {Generator<Uint8Array>}
 */
function* encoded(text) {
  const encoder = new TextEncoder();
  let end = 0;
  for (let at = 0; at < text.length; at = end) {
    end = at + LETTERS;
    // Not between the two halves of a surrogate pair.
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end -= 1;
    yield encoder.encode(text.slice(at, end));
  }
}

/**
 * The list's name for users, if its editor does not set one.
 * @param {import('gpf:types').GpfData | null} data
 */
export const nameOf = (data) => (data instanceof Blob && /** @type {Partial<File>} */ (data).name) || OF_PAGE;
