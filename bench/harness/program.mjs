// The path of Chromium. Other packages of this project use this file, so it must not need npm packages.
import fs from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The path of the first Chromium in PATH. */
export function program() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) =>
    fs.existsSync(file),
  );
  if (!found)
    throw new Error(`Chromium is missing: none of ${NAMES.join(', ')} is on PATH. Run \`cargo xtask setup\`.`);
  return found;
}
