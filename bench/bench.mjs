// Opens the pages of all candidates, repeatedly and in turn, and prints the measured values. `cargo xtask bench` starts
// this.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { judge } from './budgets.mjs';
import { EMPTY, PLAIN, names, rowsOfList, taking } from './candidates.mjs';
import { launch } from './harness/browser.mjs';
import { countCalls } from './harness/calls.mjs';
import { measureMany } from './harness/many.mjs';
import { measure, measureSlowly } from './harness/measure.mjs';
import { TYPED, changesOf, dryRun } from './harness/dry-run.mjs';
import { putIndex } from './harness/pagefind.mjs';
import { countOf, csvOf, rowsOf } from './harness/rows.mjs';
import { SCRIPTS, gzipName, sizesOf } from './harness/scripts.mjs';
import { filesOf, putPage, serve } from './harness/server.mjs';
import { inTurn } from './harness/statistics.mjs';
import { ELEMENTS, measureTasks } from './harness/tasks.mjs';
import { Visit, reasonOf } from './harness/visit.mjs';
import { BUILT_IN, USAGE, optionsOf } from './options.mjs';
import { report } from './report.mjs';

/** The number of starts per element for which tasks are measured, except in quick mode. */
const STARTS = 9;
/** Lists of at least this number of rows are longer than the printed part. */
const PRINTED = 10_000;

function log(text) {
  console.error(`${new Date().toLocaleTimeString('en-GB')}  ${text}`);
}

function options() {
  try {
    return optionsOf(process.argv.slice(2), names);
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    return process.exit(2);
  }
}

/** Restarts the browser if a page has crashed it, so that the other candidates are still measured. */
async function revive(bench) {
  if (!bench.browser.isConnected()) bench.browser = await launch();
}

/** Runs a list size once without measuring. Leaves out candidates that fail, with the reason. */
async function dryRunAll(bench, size, rows) {
  const plans = new Map();
  const isTaking = ({ hasOwnList, most = Infinity }) => size.rows <= (hasOwnList ? BUILT_IN : most);
  for (const candidate of bench.taking.filter(isTaking)) {
    const { name } = candidate;
    const total = candidate.hasOwnList ? rowsOfList(candidate.build?.dist ?? bench.dist) : size.rows;
    const entry = { rounds: [] };
    size.candidates[name] = entry;
    try {
      const plan = await dryRun(bench.browser, bench.origin, candidate, total);
      entry.changes = changesOf(plan);
      entry.note = noteOf(candidate, plan, rows);
      if (candidate.library || name === PLAIN)
        entry.calls = await countCalls(bench.browser, bench.origin, candidate, plan);
      plans.set(candidate, plan);
    } catch (error) {
      entry.failure = reasonOf(error);
      await revive(bench);
    }
    log(`${size.rows} rows, dry run: ${name}${entry.failure ? ` FAILED: ${entry.failure}` : ''}`);
  }
  return plans;
}

/** Returns a result of a candidate that does not match the words, if there is one. */
function noteOf({ name, hasOwnList, totalOf }, { words }, rows) {
  if (name === EMPTY || hasOwnList) return undefined;
  const differing = TYPED.flatMap((text, at) => {
    const [expected, found] = [countOf(rows, text), totalOf(words[at].at(-1).split('\n')[0])];
    return found === expected ? [] : [`${found} for "${text}", where ${expected} rows have these words`];
  });
  return differing.length ? `finds ${differing.join('; ')}` : undefined;
}

/** One round: all candidates once, each time starting with another one. */
async function round(bench, size, plans, number) {
  for (const [candidate, plan] of inTurn([...plans], number)) {
    const entry = size.candidates[candidate.name];
    // The second time after an error, because the browser itself stops now and then.
    for (const isLast of [false, true]) {
      try {
        const fast = await measure(bench.browser, bench.origin, candidate, plan);
        const slow = await measureSlowly(bench.browser, bench.origin, candidate, plan);
        entry.rounds[number] = { fast, slow };
        if (candidate.name === 'bundled')
          bench.many.push(await measureMany(bench.browser, bench.origin, candidate, plan));
        break;
      } catch (error) {
        const failure = `round ${number + 1}: ${reasonOf(error)}`;
        log(`${candidate.name}, ${failure}`);
        await revive(bench);
        if (isLast) [entry.rounds[number], entry.failure] = [null, failure];
      }
    }
  }
  bench.loads.push(os.loadavg()[0]);
  log(`${size.rows} rows, round ${number + 1} of ${bench.rounds}`);
}

/** The tasks in which each element starts, in every round. */
async function measureStarts(bench) {
  const count = bench.quick ? bench.rounds : Math.max(bench.rounds, STARTS);
  const starts = ELEMENTS.map(({ name }) => ({ name, rounds: [] }));
  for (const element of ELEMENTS) await putPage(bench.server, element, bench.dist);
  for (let number = 0; number < count; number++) {
    for (const [at, element] of ELEMENTS.entries())
      starts[at].rounds.push(await measureTasks(bench.browser, bench.origin, element));
    log(`tasks of the start, round ${number + 1} of ${count}`);
  }
  return starts;
}

async function measureSize(bench, count) {
  const rows = rowsOf(count, bench.dist);
  const [csv, json] = [csvOf(rows), JSON.stringify(rows)];
  for (const text of TYPED.filter((it) => !countOf(rows, it)))
    log(`${count} rows: none has "${text}", so a part of what is measured is a search without a result`);
  bench.server.put('/rows.csv', csv);
  bench.server.put('/rows.json', json);
  const index = bench.taking.find(({ hasIndex, most = Infinity }) => hasIndex && count <= most);
  if (index) await putIndex(bench.server, rows);
  const size = { rows: count, file: { csv: Buffer.byteLength(csv), json: Buffer.byteLength(json) }, candidates: {} };
  const plans = await dryRunAll(bench, size, rows);
  for (let number = 0; number < bench.rounds; number++) await round(bench, size, plans, number);
  const widget = [...plans].find(([{ name }]) => name === 'widget');
  if (widget && count >= PRINTED && !bench.builds.length) size.printing = await measurePrinting(bench, ...widget);
  return size;
}

/** Milliseconds to print a list that is longer than the printed part. Null if printing failed. */
async function measurePrinting(bench, candidate, plan) {
  const visit = await Visit.open(bench.browser, bench.origin, candidate, { start: plan.start, patience: 120 });
  try {
    await visit.started();
    return await visit.print();
  } catch (error) {
    log(`printing: ${reasonOf(error)}`);
    return null;
  } finally {
    await visit.close();
  }
}

/** The bytes of each script of each build, and of the pages. */
function bytesOf({ server, dist, builds, taking }) {
  const scripts = [{ name: '', dist }, ...builds].flatMap((build) =>
    SCRIPTS.map((file) => ({ file, build: build.name, place: path.join(build.dist, file) })),
  );
  const sum = (sizes, kind) => sizes.reduce((total, size) => total + size[kind], 0);
  const pages = taking.map((candidate) => {
    const sizes = filesOf(candidate)
      .filter(server.has)
      .map((address) => sizesOf(server.content(address)));
    return [candidate.name, Object.fromEntries(['raw', 'gzip', 'brotli'].map((kind) => [kind, sum(sizes, kind)]))];
  });
  return {
    scripts: scripts
      .filter(({ place }) => fs.existsSync(place))
      .map(({ file, build, place }) => ({ file, build, ...sizesOf(fs.readFileSync(place)) })),
    pages: Object.fromEntries(pages),
  };
}

async function main() {
  const { rows, rounds, only, quick, builds, strict, help, dist, out } = options();
  if (help) return console.log(USAGE);
  const server = await serve();
  const bench = {
    taking: taking(only, dist, builds),
    server,
    browser: await launch(),
    origin: server.origin,
    dist,
    builds,
    rounds,
    quick,
    many: [],
    loads: [os.loadavg()[0]],
  };
  try {
    for (const candidate of bench.taking) await putPage(server, candidate, candidate.build?.dist ?? dist);
    const starts = builds.length ? [] : await measureStarts(bench);
    const sizes = [];
    for (const count of rows) sizes.push(await measureSize(bench, count));
    const machine = {
      date: new Date().toISOString().slice(0, 10),
      rounds,
      processors: os.cpus().length,
      processor: os.cpus()[0]?.model,
      load: bench.loads,
      chromium: `Chromium ${bench.browser.version()}`,
      node: process.version,
      gzip: gzipName(),
      builds: builds.map(({ name }) => name),
    };
    const results = { machine, bytes: bytesOf(bench), sizes, many: bench.many, starts };
    results.budgets = builds.length ? [] : judge(results);
    console.log(report(results));
    fs.mkdirSync(out, { recursive: true });
    fs.writeFileSync(path.join(out, 'results.json'), JSON.stringify(results));
    const failed = sizes.some((size) => Object.values(size.candidates).some(({ failure }) => failure));
    const missed = results.budgets.some(({ met }) => met === false);
    process.exitCode = failed || (strict && missed) ? 1 : 0;
  } finally {
    await bench.browser.close();
    server.close();
  }
}

await main();
