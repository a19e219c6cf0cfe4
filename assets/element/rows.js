// The wasm comes cut into rows, each of numbers of one kind (xtask/src/pack/rows.rs says why and how). This knows no wasm:
// phrases say which bytes follow each other, and which numbers come from which row.

/** The row of the phrases. The first row is what stands before the functions, the last what stands behind them. */
const PHRASES = 1;

/** The phrase that ends a function. */
const END = 0;

/** The most bytes that the length of a function takes. */
const LENGTH = 5;

/** So many functions are put together between two rests. */
const MANY = 64;

/** Puts together the wasm of `bytes`, which hold the rows one after the other. Rests in between. */
export function* joining(bytes, { size, functions, rows, phrases }) {
  const wasm = new Uint8Array(size + LENGTH);
  let end = 0;
  let total = 0;
  const next = rows.map((length) => (total += length) - length);
  const copyRow = (row) => {
    wasm.set(bytes.subarray(next[row], next[row] + rows[row]), end);
    end += rows[row];
  };

  copyRow(0);
  for (let i = 1; i <= functions; i++) {
    // Its length stands before it, and is known when it is there.
    const begin = end + LENGTH;
    const behind = joinFunction(bytes, next, phrases, wasm, begin);
    let length = behind - begin;
    for (; length > 127; length >>= 7) wasm[end++] = length | 128;
    wasm[end++] = length;
    wasm.copyWithin(end, begin, behind);
    end += behind - begin;
    if (i % MANY === 0) yield;
  }
  copyRow(rows.length - 1);
  return wasm.subarray(0, size);
}

/** Puts together the next function, at `end` of `wasm`; `next` says where each row goes on. Returns the end of it. */
function joinFunction(bytes, next, phrases, wasm, end) {
  let phrase;
  do {
    phrase = bytes[next[PHRASES]++];
    if (phrase > 127) phrase += (bytes[next[PHRASES]++] - 1) * 128;
    const pieces = phrases[phrase];
    for (let i = 0; i < pieces.length; i++) {
      if (pieces[i] < 0) {
        // The next number of a row. A byte over 127 says that another one belongs to it.
        let at = next[-pieces[i]];
        do wasm[end++] = bytes[at]; while (bytes[at++] > 127);
        next[-pieces[i]] = at;
      } else {
        wasm[end++] = pieces[i];
      }
    }
  } while (phrase !== END);
  return end;
}
