// Which build is judged. Other packages of this project judge it too, so nothing of npm is needed here.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** The folder that `--dist` names. Throws unless it holds all of `files`. */
export function distWith(files, args = process.argv.slice(2)) {
  const {
    values: { dist },
  } = parseArgs({ args, options: { dist: { type: 'string' } } });
  const missing = files.find((file) => !dist || !fs.existsSync(path.join(dist, file)));
  if (missing) throw new Error(`--dist has to name the folder with ${missing}: run \`cargo xtask build\` first`);
  return dist;
}
