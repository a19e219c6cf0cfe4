import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limit, slowdown } from '../harness/patience.mjs';

test('the slowdown is the middle of a few measurements, within bounds', () => {
  const measured = (...times) => slowdown(() => times.shift(), times.length);
  assert.equal(measured(24, 500, 24), 2);
  assert.equal(measured(1, 1, 1), 1);
  assert.equal(measured(5_000, 5_000, 5_000), 10);
});

test('a limit is over in its time on an idle machine, and later on a busy one', () => {
  for (const [slower, end] of [
    [1, 1_000],
    [3, 3_000],
  ]) {
    let time = 0;
    const waiting = limit(
      1_000,
      () => time,
      () => slower,
    );
    while (!waiting.isOver()) time += 100;
    assert.ok(Math.abs(time - end) <= 100, `${slower} times slower it is over after ${time}`);
  }
});

test('elapsed time does not change if the machine becomes busy', () => {
  let [time, slower] = [0, 1];
  const waiting = limit(
    1_000,
    () => time,
    () => slower,
  );
  time = 900;
  assert.equal(waiting.isOver(), false);
  slower = 10;
  time = 1_001;
  assert.equal(waiting.isOver(), true);
});
