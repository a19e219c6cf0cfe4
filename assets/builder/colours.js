// The contrast of colours as defined by WCAG 2.2 (success criterion 1.4.3).

import { CONTRAST_PAIRS, LIGHTER_FOCUS, darkerText, lighterText, ratioToOne } from './words.js';

/**
 * The widget's default colours, the same as in assets/styles/_host.scss.
 * @type {{ [name: string]: string }}
 */
export const DEFAULTS = {
  '--gpf-text': '#212b32',
  '--gpf-background': '#ffffff',
  '--gpf-border': '#d8dde0',
  '--gpf-accent': '#005eb8',
  '--gpf-focus': '#ffeb3b',
};

/** Colours of the widget that follow a custom one, and keep their default otherwise. */
const SECONDARY_TEXT = '#4c6272';
const LINK_UNDER_POINTER = '#7c2855';
const FOCUS_TEXT = '#212b32';

/** The minimum contrast of text at level AA. */
const ENOUGH = 4.5;

/**
 * `#abc`, `abc` or `#aabbcc` as `#aabbcc`. Null for other values.
 * @param {string} text
 */
export function readColour(text) {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim());
  if (!digits) return null;
  const all = digits[1].length === 3 ? digits[1].replace(/./g, '$&$&') : digits[1];
  return `#${all.toLowerCase()}`;
}

/** @param {string} colour */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * From 1 (the same) to 21 (black on white).
 * @param {string} a
 * @param {string} b
 */
export function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Every pair of text and background, with its contrast: { what, ratio, isEnough, advice }.
 * @param {{ [name: string]: string }} chosen
 */
export function pairs(chosen) {
  /** @param {string} name */
  const of = (name) => chosen[name] || DEFAULTS[name];
  const background = of('--gpf-background');
  /** @type {[what: string, front: string, back: string, whose: 'text' | 'accent' | null][]} */
  const list = [
    [CONTRAST_PAIRS.text, of('--gpf-text'), background, 'text'],
    [CONTRAST_PAIRS.accent, of('--gpf-accent'), background, 'accent'],
    [CONTRAST_PAIRS.focus, FOCUS_TEXT, of('--gpf-focus'), null],
  ];
  if (!chosen['--gpf-text']) list.push([CONTRAST_PAIRS.hints, SECONDARY_TEXT, background, 'text']);
  if (!chosen['--gpf-accent']) list.push([CONTRAST_PAIRS.hover, LINK_UNDER_POINTER, background, 'accent']);
  return list.map(([what, front, back, whose]) => {
    const ratio = contrast(front, back);
    return { what, ratio, isEnough: ratio >= ENOUGH, advice: advice(front, back, whose) };
  });
}

/**
 * @param {string} front
 * @param {string} back
 * @param {'text' | 'accent' | null} whose
 */
function advice(front, back, whose) {
  if (!whose) return LIGHTER_FOCUS;
  return luminance(front) < luminance(back) ? darkerText(whose) : lighterText(whose);
}

/**
 * Rounded down, so that `4.49` is less than `4.5` in words, too.
 * @param {number} ratio
 */
export const ratioInWords = (ratio) => ratioToOne(Math.floor(ratio * 10) / 10);
