// The scripts of a build, and their bytes as they are and as servers send them.
import { execFileSync } from 'node:child_process';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The script with everything in it. */
export const FULL = 'gp-federations.js';
/** All scripts of a build. */
export const SCRIPTS = [FULL, 'gp-federations-finder.js', 'gp-federations-comparison.js', 'gp-federations-guide.js'];

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };

let gnu;

/** Whether `gzip` is GNU's. Others, and zlib, give up to 1% other sizes. */
function hasGnuGzip() {
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    gnu ??= execFileSync('gzip', ['--version'], options).startsWith('gzip ');
  } catch {
    gnu = false;
  }
  return gnu;
}

function gzipped(bytes) {
  if (!hasGnuGzip()) return gzipSync(bytes, { level: 9 }).length;
  return execFileSync('gzip', ['-9', '-n', '-c'], { input: bytes, maxBuffer: 1e9 }).length;
}

/** What measures `gzip -9`. */
export const gzipName = () => (hasGnuGzip() ? 'GNU gzip -9' : 'zlib, level 9 (no GNU gzip here)');

/** The bytes as they are, after `gzip -9` by GNU gzip, or by zlib if there is none, and after `brotli -q 11`. */
export const sizesOf = (bytes) => ({
  raw: bytes.length,
  gzip: gzipped(bytes),
  brotli: brotliCompressSync(bytes, BROTLI).length,
});
