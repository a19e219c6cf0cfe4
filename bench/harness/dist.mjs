// The build to check. Other packages of this project use this file, so it must not need npm packages.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** The folder in `--dist`. Throws unless it contains all `files`. */
export function distWith(files, args = process.argv.slice(2)) {
  const {
    values: { dist },
  } = parseArgs({ args, options: { dist: { type: 'string' } } });
  const missing = files.find((file) => !dist || !fs.existsSync(path.join(dist, file)));
  if (missing) throw new Error(`--dist has to name the folder with ${missing}: run \`cargo xtask build\` first`);
  return dist;
}
