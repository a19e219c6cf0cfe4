// Chromium, as Lighthouse opens it.
import * as launcher from 'chrome-launcher';
import { program } from '../../bench/harness/program.mjs';

/** Starts it without a window; `port` is where Lighthouse finds it. */
export const launch = () =>
  launcher.launch({
    chromePath: program(),
    chromeFlags: ['--headless=new', '--disable-gpu', '--no-proxy-server', ...asRoot()],
    logLevel: 'silent',
  });

// Chromium's own sandbox refuses to run as root, as it does in most containers.
const asRoot = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
