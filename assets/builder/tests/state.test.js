import assert from 'node:assert/strict';
import test from 'node:test';
import { atFirst, fromHash, toHash } from '../state.js';

const HOSTS = ['wordpress', 'other'];

test('a link restores the settings', () => {
  const state = {
    ...atFirst(),
    show: 'guide',
    host: 'other',
    script: 'https://a.example/',
    options: { section: 'sizes' },
  };
  assert.deepEqual(fromHash(`#${toHash(state)}`, HOSTS), state);
});

test('an unknown element is the finder, also if every object has a property of this name', () => {
  for (const name of ['finders', '', 'constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    assert.deepEqual(fromHash(`#show=${name}&host=${name}`, HOSTS), atFirst());
  }
});
