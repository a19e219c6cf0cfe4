// The path of Chromium, and its options. Other packages of this project use this file, so it must not need npm packages.
import fs from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Its options, so that it does nothing of its own in the background. */
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

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
