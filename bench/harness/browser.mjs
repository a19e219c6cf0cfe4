// Starts Chromium for the benchmark.
import { chromium } from 'playwright-core';
import { program } from './program.mjs';

export const launch = () =>
  chromium.launch({
    executablePath: program(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // measureUserAgentSpecificMemory otherwise waits up to 20 seconds for a garbage collection.
      '--enable-blink-features=ForceEagerMeasureMemory',
    ],
  });
