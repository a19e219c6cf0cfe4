// Chromium, from where it usually is.
import fs from 'node:fs';
import path from 'node:path';
import * as launcher from 'chrome-launcher';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

function program() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
  if (!found) throw new Error(`Chromium is missing: none of ${NAMES.join(', ')} is on PATH. Run \`cargo xtask setup\`.`);
  return found;
}

/** Starts it without a window; `port` is where Lighthouse finds it. */
export const launch = () => launcher.launch({
  chromePath: program(),
  chromeFlags: ['--headless=new', '--disable-gpu', '--no-proxy-server', ...asRoot()],
  logLevel: 'silent',
});

// Chromium's own sandbox refuses to run as root, as it does in most containers.
const asRoot = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
