// Opens everybody's page, in turn and again, and prints what they took. `cargo xtask bench` starts this.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { judge } from './budgets.mjs';
import { EMPTY, PLAIN, candidates, names } from './candidates.mjs';
import { launch } from './harness/browser.mjs';
import { measureMany } from './harness/many.mjs';
import { measure, measureSlowly } from './harness/measure.mjs';
import { TYPED, changesOf, dryRun } from './harness/dry-run.mjs';
import { countOf, csvOf, rowsOf } from './harness/rows.mjs';
import { putPage, serve } from './harness/server.mjs';
import { ELEMENTS, measureTasks } from './harness/tasks.mjs';
import { reasonOf } from './harness/visit.mjs';
import { USAGE, optionsOf } from './options.mjs';
import { report } from './report.mjs';

function say(text) {
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

/** Starts the browser again where a page has taken it down, so that the others still get their turn. */
async function revive(bench) {
  if (!bench.browser.isConnected()) bench.browser = await launch();
}

/** Goes through a size once without measuring. Leaves out, with the reason, who does not get through. */
async function dryRunAll(bench, size, rows) {
  const plans = new Map();
  for (const candidate of bench.taking.filter(({ most }) => !most || size.rows <= most)) {
    const { name, total = size.rows } = candidate;
    const entry = { rounds: [] };
    size.candidates[name] = entry;
    try {
      const plan = await dryRun(bench.browser, bench.origin, candidate, total);
      entry.changes = changesOf(plan);
      entry.note = noteOf(candidate, plan, rows);
      plans.set(candidate, plan);
    } catch (error) {
      entry.failure = reasonOf(error);
      await revive(bench);
    }
    say(`${size.rows} rows, dry run: ${name}${entry.failure ? ` FAILED: ${entry.failure}` : ''}`);
  }
  return plans;
}

/** What somebody finds that is not what the words say, if anything. */
function noteOf({ name, total, totalOf }, { words }, rows) {
  if (name === EMPTY || total) return undefined;
  const differing = TYPED.flatMap((text, at) => {
    const [expected, found] = [countOf(rows, text), totalOf(words[at].at(-1).split('\n')[0])];
    return found === expected ? [] : [`${found} for "${text}", where ${expected} rows have these words`];
  });
  return differing.length ? `finds ${differing.join('; ')}` : undefined;
}

/** One round: everybody once, from another one on each time. */
async function round(bench, size, plans, number) {
  const everybody = [...plans];
  const from = (number * 3) % everybody.length;
  for (const [candidate, plan] of [...everybody.slice(from), ...everybody.slice(0, from)]) {
    const entry = size.candidates[candidate.name];
    try {
      const fast = await measure(bench.browser, bench.origin, candidate, plan);
      const slow = await measureSlowly(bench.browser, bench.origin, candidate, plan);
      entry.rounds[number] = { fast, slow };
      if (candidate.total) bench.many.push(await measureMany(bench.browser, bench.origin, candidate, plan));
    } catch (error) {
      entry.rounds[number] = null;
      entry.failure = `round ${number + 1}: ${reasonOf(error)}`;
      say(`${candidate.name}, ${entry.failure}`);
      await revive(bench);
    }
  }
  say(`${size.rows} rows, round ${number + 1} of ${bench.rounds}`);
}

/** The tasks in which each element starts, in every round. */
async function measureStarts(bench) {
  const starts = ELEMENTS.map(({ name }) => ({ name, rounds: [] }));
  for (const element of ELEMENTS) await putPage(bench.server, element, bench.dist);
  for (let number = 0; number < bench.rounds; number++) {
    for (const [at, element] of ELEMENTS.entries())
      starts[at].rounds.push(await measureTasks(bench.browser, bench.origin, element));
    say(`tasks of the start, round ${number + 1} of ${bench.rounds}`);
  }
  return starts;
}

async function measureSize(bench, count) {
  const rows = rowsOf(count, bench.dist);
  const [csv, json] = [csvOf(rows), JSON.stringify(rows)];
  bench.server.put('/rows.csv', csv);
  bench.server.put('/rows.json', json);
  const size = { rows: count, file: { csv: Buffer.byteLength(csv), json: Buffer.byteLength(json) }, candidates: {} };
  const plans = await dryRunAll(bench, size, rows);
  for (let number = 0; number < bench.rounds; number++) await round(bench, size, plans, number);
  return size;
}

function bytesOf(server, taking) {
  return Object.fromEntries(
    taking.map(({ name, library }) => {
      const files = [`/${name}.js`, ...(library ? [] : [`/${name}.css`])].map(server.weight);
      const sum = (kind) => files.reduce((total, file) => total + file[kind], 0);
      return [name, { gzip: sum('gzip'), raw: sum('raw') }];
    }),
  );
}

async function main() {
  const { rows, rounds, only, strict, help, dist, out } = options();
  if (help) return console.log(USAGE);
  const taking = candidates.filter(({ name }) => only.includes(name) || name === PLAIN || name === EMPTY);
  const server = await serve();
  const bench = { taking, server, browser: await launch(), origin: server.origin, dist, rounds, many: [] };
  const busyBefore = os.loadavg()[0];
  try {
    for (const candidate of taking) await putPage(server, candidate, dist);
    const starts = await measureStarts(bench);
    const sizes = [];
    for (const count of rows) sizes.push(await measureSize(bench, count));
    const machine = {
      date: new Date().toISOString().slice(0, 10),
      rounds,
      processors: os.cpus().length,
      processor: os.cpus()[0]?.model,
      load: `${busyBefore.toFixed(1)} and ${os.loadavg()[0].toFixed(1)}`,
      chromium: `Chromium ${bench.browser.version()}`,
      node: process.version,
    };
    const results = { machine, bytes: bytesOf(server, taking), sizes, many: bench.many, starts };
    results.budgets = judge(results);
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
