import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { DEFAULTS, contrast, pairs, ratioInWords, readColour } from '../colours.js';
import { colours, kindOf } from '../description.js';

test('contrast as WCAG counts it', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#777777'), 1);
  assert.equal(contrast('#ffffff', '#767676').toFixed(2), '4.54');
  assert.equal(ratioInWords(contrast('#ffffff', '#777777')), '4.4 to 1');
});

test('the colours that the widget comes with are enough', () => {
  assert.ok(pairs({}).every(({ isEnough }) => isEnough));
});

test('a pair under AA is named, with what to do', () => {
  const bad = pairs({ '--gpf-accent': '#ffcc00' }).filter(({ isEnough }) => !isEnough);
  assert.deepEqual(
    bad.map(({ what }) => what),
    ['Links and buttons on the background'],
  );
  assert.match(bad[0].advice, /darker colour for the links/);
  const dark = pairs({ '--gpf-background': '#000000' })
    .filter(({ isEnough }) => !isEnough)
    .map(({ what }) => what);
  assert.deepEqual(dark.length, 4);
  assert.match(pairs({ '--gpf-background': '#000000' })[0].advice, /lighter colour for the text/);
});

test('colours are read as people write them', () => {
  for (const [text, colour] of [
    ['#ABC', '#aabbcc'],
    ['005eb8', '#005eb8'],
    [' #005EB8 ', '#005eb8'],
    ['blue', null],
    ['#12345', null],
  ]) {
    assert.equal(readColour(text), colour);
  }
});

test('the builder knows every colour of the widget, in the value the widget has', () => {
  assert.deepEqual(colours.map(({ name }) => name).sort(), Object.keys(DEFAULTS).sort());
  const host = readFileSync(new URL('../../styles/_host.scss', import.meta.url), 'utf8');
  for (const name of Object.keys(DEFAULTS)) assert.ok(host.includes(`var(${name}, #{nhsuk-colour(`), name);
});

test('types are read as TypeScript writes them', () => {
  assert.deepEqual(kindOf("'a' | 'b c'"), { kind: 'choice', values: ['a', 'b c'] });
  assert.deepEqual(kindOf('1 | 2 | 3'), { kind: 'choice', values: ['1', '2', '3'] });
  assert.deepEqual(kindOf("('a' | 'b')[]"), { kind: 'several', values: ['a', 'b'] });
  assert.deepEqual(kindOf('boolean'), { kind: 'switch' });
  assert.deepEqual(kindOf('number'), { kind: 'number' });
  assert.deepEqual(kindOf('string'), { kind: 'text' });
});
