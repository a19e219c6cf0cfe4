// Adapts a style sheet to a shadow root in another page: `node scope-styles.mjs FILE` prints it, or every problem.
//
// In a shadow root, `rem` and the viewport are the page's, and the widget might be in a narrow column of a wide window. So
// lengths are relative to the widget's own unit, and media queries become container queries. Rules that only work on a page of
// its own (`html`, fonts, external files) are rejected with their text.
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import postcss from 'postcss';
import selectorParser from 'postcss-selector-parser';
import valueParser from 'postcss-value-parser';

/** Instead of `1rem`. The loader sets it on `:host`, from `--gpf-rem` or the text size that the user chose. */
const REM = 'var(--_gpf-rem)';

/** Pixels of one `em` or `rem` at the usual text size. */
const USUAL_EM = 16;

/** At-rules that cannot be used, and why. */
const AT_RULES = { 'font-face': 'fonts are for the page to choose', import: 'nothing is fetched' };

const URL_PROBLEM = '`url(`: nothing is fetched, and a page can forbid data: URLs. Draw with CSS or inline SVG';

/** Returns the adapted style sheet and the problems. */
export function scope(css) {
  const root = postcss.parse(css);
  const problems = new Set();
  root.walkComments((comment) => {
    comment.remove();
  });
  root.walkDecls((declaration) => {
    declaration.value = ownLengths(declaration.value, problems);
  });
  root.walkAtRules((rule) => {
    if (rule.name in AT_RULES) problems.add(`\`@${rule.name}\`: ${AT_RULES[rule.name]}`);
    if (rule.name === 'media' && rule.params.includes('width')) askContainer(rule, problems);
  });
  root.walkRules((rule) => {
    // `from`, `to` and percentages are not selectors.
    if (!/keyframes$/.test(rule.parent.name)) checkSelector(rule.selector, problems);
  });
  const scoped = root.toString();
  if (scoped.includes('$nhsuk-')) problems.add('`$nhsuk-`: a Sass variable was not resolved');
  return { css: scoped, problems: [...problems] };
}

/** `1.5rem` -> `calc(1.5*var(--_gpf-rem))`. */
function ownLengths(value, problems) {
  const parsed = valueParser(value);
  parsed.walk((node) => {
    if (node.type === 'function' && node.value.toLowerCase() === 'url') problems.add(URL_PROBLEM);
    const length = node.type === 'word' && valueParser.unit(node.value);
    if (length && length.unit === 'rem') node.value = length.number === '1' ? REM : `calc(${length.number}*${REM})`;
  });
  return parsed.toString();
}

/**
 * `@media (min-width: 641px)` -> `@container (min-width: 40.0625em)`, an em being the widget's own unit: at twice the text size,
 * the narrow layout applies up to twice the width. Other media queries stay.
 */
function askContainer(rule, problems) {
  const widths = rule.params.split(' and ').map(containerWidth);
  if (widths.includes(undefined)) {
    problems.add(
      `@media ${rule.params}: write the widths (min-width or max-width, in em, rem or px) in a @media of their own`,
    );
  }
  Object.assign(rule, { name: 'container', params: widths.join(' and ') });
}

function containerWidth(condition) {
  const [, name, number, unit] = /^\((min-width|max-width):\s*([\d.]+)(px|em|rem)\)$/.exec(condition.trim()) || [];
  if (!name) return undefined;
  return `(${name}: ${Number(number) / (unit === 'px' ? USUAL_EM : 1)}em)`;
}

/** Finds the parts of a selector that match nothing in a shadow root. */
function checkSelector(selector, problems) {
  const onPage = (part) => problems.add(`\`${part}\` in the selector \`${selector}\`: only the page has it`);
  selectorParser((parsed) => {
    parsed.walk((node) => {
      if (node.type === 'tag' && ['html', 'body'].includes(node.value.toLowerCase())) onPage(node.value);
      if (node.type === 'pseudo' && node.value === ':root') onPage(node.value);
      if (node.type === 'class' && node.value === 'nhsuk-frontend-supported')
        problems.add('`.nhsuk-frontend-supported`: only pages with the script of the NHS.UK frontend have it');
    });
  }).processSync(selector);
}

if (import.meta.url === pathToFileURL(argv[1] || '').href) {
  const { css, problems } = scope(readFileSync(argv[2], 'utf8'));
  if (problems.length) {
    console.error(`not fit for a shadow root:\n${problems.join('\n')}`);
    process.exitCode = 1;
  } else {
    process.stdout.write(css);
  }
}
