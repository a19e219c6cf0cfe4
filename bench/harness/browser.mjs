// Starts Chromium for the benchmark.
import { chromium } from 'playwright-core';
import { QUIET, program } from './program.mjs';

export const launch = () =>
  chromium.launch({
    executablePath: program(),
    args: [
      ...QUIET,
      // measureUserAgentSpecificMemory otherwise waits up to 20 seconds for a garbage collection.
      '--enable-blink-features=ForceEagerMeasureMemory',
    ],
  });
