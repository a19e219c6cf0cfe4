// Lighthouse's scores of the pages in dist/ for accessibility and best practices: `cargo xtask lighthouse`. The output
// ends with a `test result:` line, as cargo tests do, so that xtask can add up both.
import lighthouse, { desktopConfig } from 'lighthouse';
import { distWith } from '../../bench/harness/dist.mjs';
import { slowdown } from '../../bench/harness/patience.mjs';
import { launch } from './chromium.mjs';
import { CATEGORIES, faults } from './faults.mjs';
import { serve } from './server.mjs';

const PAGES = ['index.html', 'gp-federations.html'];
// Lighthouse simulates a phone by default.
const DEVICES = { mobile: undefined, desktop: desktopConfig };

const dist = distWith(PAGES);
const product = await serve(dist);
const own = await serve(import.meta.dirname);
const chromium = await launch();

async function faultsOf(address, config) {
  // Lighthouse's time limit for a page, on an idle machine.
  const slower = slowdown();
  const limits = { maxWaitForLoad: 45_000 * slower, maxWaitForFcp: 30_000 * slower };
  const flags = { port: chromium.port, onlyCategories: CATEGORIES, logLevel: 'silent', ...limits };
  const result = await lighthouse(address, flags, config);
  return faults(result.lhr);
}

/**
 * A score of 100 proves nothing if Lighthouse does not look at the page, so a page with 2 known problems must get less.
 */
async function missed() {
  const told = (await faultsOf(`${own.address}/faulty.html`)).join('\n');
  const expected = ['accessibility: ', 'image-alt', 'best-practices: ', 'errors-in-console'];
  return expected.filter((text) => !told.includes(text)).map((text) => `"${text}" is not in: ${told}`);
}

const tests = PAGES.flatMap((page) =>
  Object.entries(DEVICES).map(([device, config]) => [
    `${device}::${page}`,
    () => faultsOf(`${product.address}/${page}`, config),
  ]),
);
tests.push(['page_with_errors_scores_less', missed]);

let failed = 0;
try {
  for (const [name, look] of tests) {
    const lines = await look();
    console.log(`test lighthouse::${name} ... ${lines.length ? 'FAILED' : 'ok'}`);
    for (const line of lines) console.log(`  ${line}`);
    if (lines.length) failed += 1;
  }
} finally {
  chromium.kill();
  for (const { server } of [product, own]) server.close();
}
console.log(`test result: ${failed ? 'FAILED' : 'ok'}. ${tests.length - failed} passed; ${failed} failed`);
process.exitCode = failed ? 1 : 0;
