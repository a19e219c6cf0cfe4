// The options of the command line.
import { parseArgs } from 'node:util';

export const USAGE = `cargo xtask bench [OPTIONS]

  --rows 178,1000     how many rows the lists have (default: 178,1000,10000,100000)
  --only widget,...   which of the others are measured beside the plain page (default: all)
  --rounds 5          how often each of them is opened (default: 5)
  --quick             178 and 10,000 rows, 2 rounds, only the widget and List.js: to see whether something has changed much
  --compare REV       builds this revision and the working tree, and measures both in turn (only the widget; 178, 10,000
                      and 100,000 rows; with --quick 178 and 10,000 rows, 3 rounds); can be used several times
  --strict            fail when a budget is missed, too`;

/** About the number of rows in the built-in list. */
export const BUILT_IN = 178;
const LARGE = 10_000;
const LARGEST = 100_000;

/** Parses the options in `words`. Throws a message for the user. */
export function optionsOf(words, names) {
  const { values } = parseArgs({
    args: words,
    options: {
      rows: { type: 'string' },
      only: { type: 'string' },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      dist: { type: 'string' },
      out: { type: 'string' },
      // The form of --compare that `cargo xtask bench` passes on: a name and the folder of a build.
      build: { type: 'string', multiple: true, default: [] },
    },
  });
  const { quick, strict, help, dist, out } = values;
  const builds = values.build.map(buildOf);
  const usual = defaults(quick, builds.length > 0, names);
  const rows = values.rows?.split(',').map((text) => whole(text, '--rows', 1, 500_000)) ?? usual.rows;
  const rounds = values.rounds ? whole(values.rounds, '--rounds', 1, 100) : usual.rounds;
  const only = values.only?.split(',') ?? usual.only;
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`--only: there is no "${unknown}". There are: ${names.join(', ')}.`);
  return { rows, rounds, only, quick, builds, strict, help, dist, out };
}

function defaults(quick, isComparison, names) {
  const widgets = ['widget', 'bundled'];
  if (isComparison)
    return { rows: quick ? [BUILT_IN, LARGE] : [BUILT_IN, LARGE, LARGEST], rounds: quick ? 3 : 5, only: widgets };
  if (quick) return { rows: [BUILT_IN, LARGE], rounds: 2, only: [...widgets, 'listjs'] };
  return { rows: [BUILT_IN, 1_000, LARGE, LARGEST], rounds: 5, only: names };
}

function buildOf(text) {
  const [, name, dist] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (!dist) throw new Error(`--build: "${text}" is not a name and a folder, as in v1=target/v1.`);
  return { name, dist };
}

function whole(text, option, least, most) {
  const number = Number(text.replaceAll('_', ''));
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`${option}: "${text}" is not a whole number from ${least} to ${most}.`);
}
