// The bytes of an editor's own list. Each source returns { size, pieces }: their number, if it is known, and the bytes
// themselves in chunks.
import { Failure } from './runtime.js';
import { cutOff, fileNotRead, fromFolder, notLoaded, otherType, refusedByServer } from './words.js';

const unreachable = (message) => new Failure('data-unreachable', message);

/** The name of a file at this URL for users. */
export function fileName(src) {
  const name = src.split(/[?#]/)[0].split('/').pop() || src;
  try {
    return decodeURIComponent(name).slice(0, 80);
  } catch {
    return name.slice(0, 80);
  }
}

/** The absolute URL, if there is one. */
export function addressOf(src) {
  try {
    return new URL(src, document.baseURI).href;
  } catch {
    return src;
  }
}

/** From a URL. */
export async function fromUrl(src, signal) {
  const file = fileName(src);
  const url = addressOf(src);
  if (url.startsWith('file:')) {
    throw unreachable(fromFolder(file));
  }
  let response;
  try {
    response = await fetch(url, { credentials: 'same-origin', signal });
  } catch (error) {
    throw unreachable(notLoaded(file, error.message));
  }
  if (!response.ok) {
    throw unreachable(refusedByServer(file, response.status));
  }
  const { headers } = response;
  // For a compressed response, it would be the compressed size.
  const size = headers.get('Content-Encoding') ? 0 : Number(headers.get('Content-Length'));
  return { size: size || undefined, pieces: bodyOf(response.body, file, cutOff) };
}

/** `words` returns the message for a `file` that was not loaded completely. */
async function* bodyOf(body, file, words) {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw unreachable(words(file, error.message));
  } finally {
    reader.cancel().catch(() => {}); // If a list is rejected, the rest need not be loaded.
  }
}

/** From an argument of a page's own script, or from the page. `name` is its name in error messages. */
export function fromData(data, name) {
  if (data instanceof Blob) {
    return { size: data.size, pieces: bodyOf(data.stream(), data.name || name, fileNotRead) };
  }
  if (typeof data !== 'string' && (typeof data !== 'object' || data === null)) {
    throw new Failure('data-unusable', otherType(name, typeof data));
  }
  return { size: undefined, pieces: piecesOf(data) };
}

/** The number of records per chunk of JSON, which takes a millisecond or two. */
const RECORDS = 500;

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

function* listed(list) {
  yield* encoded('[');
  for (let at = 0; at < list.length; at += RECORDS) {
    const records = list.slice(at, at + RECORDS).map((record) => JSON.stringify(record) || 'null');
    yield* encoded((at ? ',' : '') + records.join(','));
  }
  yield* encoded(']');
}

const LETTERS = 32768;

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
