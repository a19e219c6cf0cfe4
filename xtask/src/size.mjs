// Takes a list of parts, each a list of files, and prints [raw, gzip, brotli] of each part.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };
const sizes = JSON.parse(process.argv[1]).map((files) => {
  const bytes = Buffer.concat(files.map((file) => readFileSync(file)));
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, brotli).length];
});
process.stdout.write(JSON.stringify(sizes));
