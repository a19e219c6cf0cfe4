import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scope } from '../scope-styles.mjs';

function fitted(css) {
  const { css: scoped, problems } = scope(css);
  assert.deepEqual(problems, []);
  return scoped;
}

const refusal = (css) => scope(css).problems.join('\n');

test("lengths follow the widget's own size of text", () => {
  for (const [css, expected] of [
    ['a{margin:1rem}', 'a{margin:var(--_gpf-rem)}'],
    ['a{margin:1.5rem -0.25rem}', 'a{margin:calc(1.5*var(--_gpf-rem)) calc(-0.25*var(--_gpf-rem))}'],
    ['a{margin:.5rem auto}', 'a{margin:calc(.5*var(--_gpf-rem)) auto}'],
    ['a{font:1rem/1.5 x}', 'a{font:var(--_gpf-rem)/1.5 x}'],
    ['a{width:calc(100% - 2rem)}', 'a{width:calc(100% - calc(2*var(--_gpf-rem)))}'],
    ['a{width:calc(2*1.5rem)}', 'a{width:calc(2*calc(1.5*var(--_gpf-rem)))}'],
    ['a{width:min(50%,20rem)}', 'a{width:min(50%,calc(20*var(--_gpf-rem)))}'],
    ['a{top:var(--b,2rem)}', 'a{top:var(--b,calc(2*var(--_gpf-rem)))}'],
    ['a{--own: 2rem}', 'a{--own: calc(2*var(--_gpf-rem))}'],
    ['a{padding:10px 2em}', 'a{padding:10px 2em}'],
  ]) {
    assert.equal(fitted(css), expected);
  }
});

test('text that only looks like a rem unit is kept', () => {
  for (const css of [
    '.theorem{top:0}',
    '.w-2rem{top:0}',
    '.a2rem{top:0}',
    'a{color:rgb(1 2 3)}',
    'a::before{content:"2rem"}',
    'a{--x2rem:0}',
    'a{grid-area:x2rem}',
  ]) {
    assert.equal(fitted(css), css);
  }
});

test('width media queries become container queries', () => {
  for (const [css, expected] of [
    ['@media (min-width: 40.0625em){a{top:0}}', '@container (min-width: 40.0625em){a{top:0}}'],
    ['@media (max-width:40.0525em){a{top:0}}', '@container (max-width: 40.0525em){a{top:0}}'],
    [
      '@media (min-width: 20rem) and (max-width: 600px){a{top:0}}',
      '@container (min-width: 20em) and (max-width: 37.5em){a{top:0}}',
    ],
  ]) {
    assert.equal(fitted(css), expected);
  }
});

test('other media queries stay', () => {
  for (const query of ['print', '(forced-colors: active)', '(hover: none)', '(prefers-reduced-motion: reduce)']) {
    const css = `@media ${query}{a{top:0}}`;
    assert.equal(fitted(css), css);
  }
});

test('a width beside something else is refused', () => {
  for (const query of [
    'print and (min-width: 10em)',
    '(min-width: 10em), print',
    '(min-width: 10vw)',
    '(width > 9em)',
  ]) {
    assert.match(refusal(`@media ${query}{a{top:0}}`), /in a @media of their own/);
  }
});

test('page-only CSS is rejected by name', () => {
  for (const [css, part] of [
    ['html{top:0}', '`html`'],
    ['a,body .b{top:0}', '`body`'],
    ['a:not(body *){top:0}', '`body`'],
    ['@media print{html a{top:0}}', '`html`'],
    [':root{--a:0}', '`:root`'],
    ['@font-face{font-family:x}', '`@font-face`'],
    ['@import "x.css";', '`@import`'],
    ['a{background:url(x.png)}', '`url(`'],
    ['a{background:URL("x.png")}', '`url(`'],
    ['a{color:$nhsuk-blue}', '`$nhsuk-`'],
    ['.nhsuk-frontend-supported a{top:0}', '`.nhsuk-frontend-supported`'],
  ]) {
    assert.ok(refusal(css).includes(part), `${css}: ${refusal(css)}`);
  }
});

test('CSS that only resembles page-only CSS is accepted', () => {
  for (const css of [
    'tbody{top:0}',
    '.body{top:0}',
    '.gpf-body{top:0}',
    '.a.html{top:0}',
    '[type=body]{top:0}',
    'a{content:"html{}body{}"}',
    ':host{top:0}',
    '@keyframes a{50%{top:0}}',
  ]) {
    assert.equal(fitted(css), css);
  }
});

test('comments are gone and quotes inside strings end nothing', () => {
  assert.equal(fitted("/* it's html{} */a{top:0}"), 'a{top:0}');
  assert.equal(
    fitted(String.raw`a{content:"\"1rem'"}b{top:1rem}`),
    String.raw`a{content:"\"1rem'"}b{top:var(--_gpf-rem)}`,
  );
});

test('an invalid style sheet is rejected with its position', () => {
  assert.throws(() => scope('a{top:0'), /1:1: Unclosed block/);
});
