// The single wasm instance of the page: decompressed and started once, for all widgets.
import * as glue from 'gpf:glue';
import * as payload from 'gpf:payload';
import { address } from './address.js';
import { decode } from './wasm-codec.js';
import { nextTask } from './scheduler.js';
import { NO_WASM, OLD_BROWSER, damaged, noMemory, wasmBlocked } from './words.js';

/**
 * @typedef {import('./types').Glue} Glue
 * @typedef {import('./types').Kind} Kind
 * @typedef {[Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array]} Texts What `start` of the glue is given.
 */

/** The possible errors, with a code for the `gpf-error` event and a text of words.js. */
export class Failure extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/**
 * Reports an error to the page.
 * @param {HTMLElement} host
 * @param {Failure} failure
 */
export function dispatchError(host, { code, message }) {
  host.dispatchEvent(new CustomEvent('gpf-error', { bubbles: true, composed: true, detail: { code, message } }));
}

/** @type {(code: string, message: string) => never} */
const fail = (code, message) => {
  throw new Failure(code, message);
};

/**
 * @param {string} base64
 * @returns {Uint8Array<ArrayBuffer>}
 */
function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

async function unpack() {
  try {
    return await inflate(bytesOf(payload.wasm));
  } catch (error) {
    return fail('damaged', damaged(error));
  }
}

/**
 * Not as the stream of a Blob, which takes twice as long, because it comes from another process.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function inflate(bytes) {
  // Gzip data ends with the uncompressed size.
  const inflated = new Uint8Array(new DataView(bytes.buffer).getUint32(bytes.length - 4, true));
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // Errors are handled by the reader.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const reader = readable.getReader();
  for (let end = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return inflated;
    inflated.set(value, end);
    end += value.length;
  }
}

/** @param {Uint8Array<ArrayBuffer>} packed */
async function instantiate(packed) {
  try {
    const module = await WebAssembly.compile(decode(packed));
    // In the same `try`, because WebKit compiles under every policy, and only this call fails.
    glue.initSync({ module });
  } catch (error) {
    if (error instanceof RangeError || /out of memory/i.test(/** @type {any} */ (error)))
      fail('no-memory', noMemory(error));
    return fail('wasm-blocked', wasmBlocked(error));
  }
}

/** Whether the browser has everything that the wasm needs. */
export const canStart = () => typeof WebAssembly === 'object' && typeof DecompressionStream === 'function';

// Each step is a task, because on a slow phone each of them takes as long as a task can take.
async function start() {
  if (typeof WebAssembly !== 'object') fail('no-wasm', NO_WASM);
  if (typeof DecompressionStream !== 'function') fail('old-browser', OLD_BROWSER);
  await nextTask();
  const packed = await unpack();
  await nextTask();
  await instantiate(packed);
  await nextTask();
  // A browser copies bytes natively, but the glue copies strings character by character.
  const texts = [payload.federations, payload.sources, payload.legalForms, payload.names, payload.districts];
  glue.start(.../** @type {Texts} */ (texts.map((text) => new TextEncoder().encode(text))), stop);
  window.addEventListener('error', stopOnTrap);
  exports = glue;
  return glue;
}

// A script that is inline in the page has the page's URL.
const script = document.currentScript && (document.currentScript.src || location.href.split('#')[0]);
/** @type {((failure: Failure) => void)[]} */
const onStop = [];
/** @type {Failure | null} */
let stopped = null;

/**
 * Calls back with the failure when the wasm has stopped.
 * @param {(failure: Failure) => void} callback
 */
export const whenStopped = (callback) => onStop.push(callback);

/** The failure that stopped the wasm, or null while it runs. */
export const failure = () => stopped;

/**
 * After a panic the instance must not be called again, so every widget on the page falls back.
 * @param {string} message
 */
export function stop(message) {
  if (stopped) return;
  stopped = new Failure('stopped', message);
  // Not from inside the panicking call, whose caller still uses the widget's nodes.
  queueMicrotask(() => onStop.forEach((callback) => callback(/** @type {Failure} */ (stopped))));
}

/**
 * An exception of one of our calls: after a trap the instance is unusable, even if the exception was caught.
 * @param {unknown} error
 */
export function stopIfTrap(error) {
  if (typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError) stop(String(error));
}

/**
 * A panic ends in a trap, and so do a stack overflow and a lack of memory, which run no panic hook. Only traps that
 * passed through this script are ours: another widget's wasm is ignored.
 * @param {ErrorEvent} event
 */
function stopOnTrap(event) {
  const { error } = event;
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  if (!stopped && ![script, address].some((it) => it && String(error.stack).includes(it))) return;
  event.preventDefault(); // One clear line in the console, not two.
  stop(String(error));
}

/** @type {Promise<Glue> | null} */
let running = null;
/** @type {Glue | null} */
let exports = null;

/** The wasm's exports, or null until it runs. */
export const started = () => exports;

/** The wasm's exports, once it runs. Rejects with a Failure if it cannot. The first call starts it. */
export function runtime() {
  if (!running) {
    running = start().catch((error) => {
      stopped = asFailure(error);
      throw stopped;
    });
    running.catch(() => {}); // All callers get the error. There should be no additional "unhandled rejection".
  }
  return running;
}

/** @type {{ [kind in Kind]?: Promise<Glue> }} */
const preparing = {};

/**
 * The wasm's exports, once it has read the data for all elements of this kind. They continue in document order.
 * @param {Kind} kind
 */
export function prepared(kind) {
  preparing[kind] = preparing[kind] || prepare(kind);
  return preparing[kind];
}

/** @param {Kind} kind */
async function prepare(kind) {
  const wasm = await runtime();
  do await nextTask();
  while (!failure() && wasm.prepare(kind));
  return wasm;
}

/**
 * Any error, with a code.
 * @param {unknown} error
 */
export const asFailure = (error) => (error instanceof Failure ? error : new Failure('stopped', String(error)));
