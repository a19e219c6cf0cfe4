// What the command line asks for.
import { parseArgs } from 'node:util';

export const USAGE = `cargo xtask bench [OPTIONS]

  --rows 78,1000      how many rows the lists have (default: 78,1000,10000,100000)
  --only widget,...   which of the others are measured beside the plain page (default: all)
  --rounds 5          how often each of them is opened (default: 5)
  --quick             78 and 10,000 rows, 2 rounds, only the widget: to see whether something has changed much
  --strict            fail when a budget is missed, too`;

const SIZES = [78, 1_000, 10_000, 100_000];

/** The options of `words`. Throws a sentence for the person who typed them. */
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
    },
  });
  const { quick, strict, help, dist, out } = values;
  const rows =
    values.rows?.split(',').map((text) => whole(text, '--rows', 1, 500_000)) ?? (quick ? [78, 10_000] : SIZES);
  const rounds = values.rounds ? whole(values.rounds, '--rounds', 1, 100) : quick ? 2 : 5;
  const only = values.only?.split(',') ?? (quick ? ['widget', 'bundled'] : names);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`--only: there is no "${unknown}". There are: ${names.join(', ')}.`);
  return { rows, rounds, only, strict, help, dist, out };
}

function whole(text, option, least, most) {
  const number = Number(text.replaceAll('_', ''));
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`${option}: "${text}" is not a whole number from ${least} to ${most}.`);
}
