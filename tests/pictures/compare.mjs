// Compares a new screenshot with the one in the repository.
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The maximum difference of two colours. Black and white have a difference of 1. */
export const THRESHOLD = 0.05;

/**
 * The maximum number of different pixels in any square of the picture, and the length of its sides. A share of the
 * whole picture would not notice a missing word on a long page. Pixels at the edges of letters do not count, because
 * they depend on the browser.
 */
export const MOST = 12;
export const SQUARE = 32;

/**
 * Compares two pictures.
 * @param {Buffer} before
 * @param {Buffer} now
 * @returns {{ problem: string, picture?: Buffer }} The problem, or an empty string, and a picture of the differences.
 */
export function compare(before, now) {
  const [old, taken] = [before, now].map((it) => PNG.sync.read(it));
  const size = ({ width, height }) => `${width} × ${height}`;
  const isSameSize = size(old) === size(taken);
  const [width, height] = ['width', 'height'].map((side) => Math.max(old[side], taken[side]));
  const [left, right] = [old, taken].map((it) => (isSameSize ? it : onto(it, width, height)));
  const picture = new PNG({ width, height });
  const options = { threshold: THRESHOLD };
  const most = pixelmatch(left.data, right.data, null, width, height, { ...options, windowSize: SQUARE });
  if (isSameSize && most <= MOST) {
    return { problem: '' };
  }
  const all = pixelmatch(left.data, right.data, picture.data, width, height, options);
  const sizes = isSameSize ? '' : `it was ${size(old)} pixels and is ${size(taken)}; `;
  const problem = `${sizes}${all} pixels differ, ${most} of them in a square of ${SQUARE} × ${SQUARE} (allowed: ${MOST})`;
  return { problem, picture: PNG.sync.write(picture) };
}

/** Copies a picture to the top left of a larger one. The rest has a colour that no page has. */
function onto(picture, width, height) {
  const larger = new PNG({ width, height, fill: true });
  for (let at = 0; at < larger.data.length; at += 4) {
    larger.data.set([255, 0, 255, 255], at);
  }
  PNG.bitblt(picture, larger, 0, 0, picture.width, picture.height, 0, 0);
  return larger;
}
