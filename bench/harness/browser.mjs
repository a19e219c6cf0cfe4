// Chromium, from where it usually is.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

function program() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
  if (!found) throw new Error(`Chromium is missing: none of ${NAMES.join(', ')} is on PATH. Run \`cargo xtask setup\`.`);
  return found;
}

export const launch = () => chromium.launch({
  executablePath: program(),
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    // measureUserAgentSpecificMemory otherwise waits up to 20 seconds for a garbage collection.
    '--enable-blink-features=ForceEagerMeasureMemory',
  ],
});
