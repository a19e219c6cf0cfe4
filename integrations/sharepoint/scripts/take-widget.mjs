// Copies the built widget and its options to src/, where SharePoint's toolchain packs them. Both are generated, so they
// are not in version control.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { elements } from '../../../assets/builder/description.js';
import { ELEMENT_WORDS, optionWords, valueWords } from '../../../assets/builder/words.js';

const at = (path) => new URL(path, import.meta.url);
const script = at('../../../dist/gp-federations.js');
if (!existsSync(script)) {
  console.error('dist/gp-federations.js is not there: run `cargo xtask build` in the project first.');
  process.exit(1);
}
copyFileSync(script, at('../src/webpart/gp-federations.js'));

const list = Object.values(elements).map(({ view, tag, description, options }) => ({
  view,
  tag,
  label: (ELEMENT_WORDS[view] || { label: description }).label,
  options: options.map((option) => ({
    name: option.name,
    label: optionWords(option).label,
    kind: option.kind,
    fallback: option.fallback,
    hint: option.kind === 'choice' || option.kind === 'switch' ? '' : optionWords(option).hint || '',
    values:
      option.kind === 'choice'
        ? option.values.map((value) => ({ key: value, text: valueWords(option.name, value) }))
        : [],
  })),
}));
writeFileSync(
  at('../src/webpart/elements.ts'),
  `// Made by scripts/take-widget.mjs.

export interface IOption {
  name: string;
  label: string;
  kind: string;
  fallback: string;
  hint: string;
  values: { key: string; text: string }[];
}

export interface IElement {
  view: string;
  tag: string;
  label: string;
  options: IOption[];
}

export const ELEMENTS: IElement[] = ${JSON.stringify(list, undefined, 2)};
`,
);

// SharePoint updates a package only to a higher version, of 4 numbers.
const { version } = JSON.parse(readFileSync(at('../package.json'), 'utf8'));
const released = /^version = "([^"]+)"/m.exec(readFileSync(at('../../../Cargo.toml'), 'utf8'))[1];
const solution = JSON.parse(readFileSync(at('../config/package-solution.json'), 'utf8')).solution;
if (version !== released || solution.version !== `${released}.0`) {
  console.error(
    `The widget is version ${released}: write it into package.json, and ${released}.0 into config/package-solution.json (twice).`,
  );
  process.exit(1);
}
