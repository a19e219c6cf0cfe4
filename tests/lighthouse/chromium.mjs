// Starts Chromium for Lighthouse.
import * as launcher from 'chrome-launcher';
import { program } from '../../bench/harness/program.mjs';

/** Starts Chromium without a window. Lighthouse connects to `port`. */
export const launch = () =>
  launcher.launch({
    chromePath: program(),
    chromeFlags: ['--headless=new', '--disable-gpu', '--no-proxy-server', ...asRoot()],
    logLevel: 'silent',
  });

// Chromium's own sandbox does not work for root, the user of most containers.
const asRoot = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
