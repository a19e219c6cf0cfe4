// The scripts of a build, and their sizes, uncompressed and as servers send them.
import { execFileSync } from 'node:child_process';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The script with all elements. */
export const FULL = 'gp-federations.js';
/** All scripts of a build. */
export const SCRIPTS = [FULL, 'gp-federations-finder.js', 'gp-federations-comparison.js', 'gp-federations-guide.js'];

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };

let gnu;

/** Whether `gzip` is GNU gzip. The sizes of other programs and of zlib differ by up to 1%. */
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

/** The program that measures `gzip -9`. */
export const gzipName = () => (hasGnuGzip() ? 'GNU gzip -9' : 'zlib, level 9 (no GNU gzip here)');

/**
 * The uncompressed size, the size after `gzip -9` by GNU gzip, or by zlib if there is none, and the size after `brotli
 * -q 11`.
 */
export const sizesOf = (bytes) => ({
  raw: bytes.length,
  gzip: gzipped(bytes),
  brotli: brotliCompressSync(bytes, BROTLI).length,
});
