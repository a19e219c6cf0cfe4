import assert from 'node:assert/strict';
import test from 'node:test';
import { PNG } from 'pngjs';
import { compare, MOST } from '../compare.mjs';
import { shrink } from '../shrink.mjs';

/** A picture with pixels from a function that returns [red, green, blue]. */
function draw(width, height, colour) {
  const picture = new PNG({ width, height });
  for (let at = 0; at < width * height; at += 1) {
    picture.data.set([...colour(at % width, Math.floor(at / width)), 255], at * 4);
  }
  return PNG.sync.write(picture);
}

const WHITE = [255, 255, 255];
const INK = [33, 43, 50];
const page = draw(400, 300, (x, y) => (x > 50 && x < 200 && y % 20 < 2 ? INK : WHITE));
const changed = (change) => draw(400, 300, (x, y) => change(x, y) ?? (x > 50 && x < 200 && y % 20 < 2 ? INK : WHITE));

test('the same picture is the same', () => {
  assert.equal(compare(page, page).problem, '');
});

test('a difference of a few pixels is allowed, a larger one is not', () => {
  const speck = changed((x, y) => (x < 3 && y < 4 ? INK : undefined));
  assert.equal(compare(page, speck).problem, '');
  const mark = changed((x, y) => (x < 4 && y < 4 ? INK : undefined));
  const { problem, picture } = compare(page, mark);
  assert.match(problem, /^16 pixels differ, 16 of them in a square of 32 × 32 \(allowed: 12\)$/);
  const { data } = PNG.sync.read(picture);
  assert.deepEqual([...data.subarray(0, 3)], [255, 0, 0], 'where it differs is red');
  assert.ok(MOST < 16);
});

test('a line that moved by a pixel is seen on a page of any length', () => {
  const long = (at) => draw(300, 3000, (x, y) => (x > 20 && x < 60 && (y === at || y === at + 1) ? INK : WHITE));
  assert.notEqual(compare(long(1000), long(1001)).problem, '');
});

test('another colour of an area is seen, also a pale one', () => {
  const area = (colour) => draw(200, 200, () => colour);
  assert.notEqual(compare(area([240, 244, 245]), area([216, 221, 224])).problem, '');
  assert.notEqual(compare(area(WHITE), area([232, 237, 238])).problem, '');
  assert.equal(compare(area(WHITE), area([253, 254, 254])).problem, '', 'one that nobody sees is not');
});

test('a different size is reported with its position', () => {
  const { problem, picture } = compare(
    page,
    draw(400, 320, () => WHITE),
  );
  assert.match(problem, /^it was 400 × 300 pixels and is 400 × 320; /);
  assert.equal(PNG.sync.read(picture).height, 320);
});

test('a small picture looks the same, its areas to the last bit', () => {
  // 600 colours: a gradient of an area, and steps at the edge of letters.
  const colourful = draw(600, 200, (x, y) => (y < 100 ? [0, 94, 184] : [x % 256, (x * 7) % 256, 40 + (x % 200)]));
  const small = shrink(colourful);
  assert.ok(small.length < colourful.length, `${small.length} of ${colourful.length} bytes`);
  const { width, height, data } = PNG.sync.read(small);
  assert.deepEqual([width, height], [600, 200]);
  assert.deepEqual([...data.subarray(0, 4)], [0, 94, 184, 255]);
  const steps = draw(400, 300, (x, y) => (y % 10 === 0 ? INK.map((it) => it + ((x * 13) % 200)) : WHITE));
  assert.equal(compare(shrink(steps), steps).problem, '');
});
