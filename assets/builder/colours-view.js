// The widget's colours, and their contrast in words.
import { DEFAULTS, pairs, ratioInWords, readColour } from './colours.js';
import { byId, el } from './dom.js';
import { colours } from './description.js';
import { COLOUR_WORDS, CONTRAST_IS_GOOD, CONTRAST_IS_LOW, ENTER_COLOUR, chooseColour, lowContrast } from './words.js';
import { setError, textField } from './fields.js';

/**
 * @typedef {import('./types').State['colours']} Colours
 * @typedef {(name: string, value: string | null) => void} Setter
 */

/**
 * Builds the controls for the colours.
 * @param {import('./types').State} state
 * @param {import('./types').Change} change
 */
export function makeColours(state, change) {
  /** @type {Setter} */
  const set = (name, value) => {
    const chosen = { ...state.colours };
    if (!value || value === DEFAULTS[name]) delete chosen[name];
    else chosen[name] = value;
    change({ colours: chosen });
    showContrast(chosen);
  };
  const draw = () => {
    byId('colour-fields').replaceChildren(
      ...colours.map(({ name, description }) => colourField(name, description, state, set)),
    );
    showContrast(state.colours);
  };
  draw();
  byId('colours').open = byId('colours').open || Object.keys(state.colours).length > 0;
  byId('reset-colours').onclick = () => {
    change({ colours: {} });
    draw();
  };
}

// The text box is for people who know a colour's number, and for keyboards. The swatch is for everyone else.
/**
 * @param {string} name
 * @param {string} description
 * @param {import('./types').State} state
 * @param {Setter} set
 */
function colourField(name, description, state, set) {
  const id = `colour-${name.replace('--gpf-', '')}`;
  const label = COLOUR_WORDS[name] || description;
  const value = state.colours[name] || DEFAULTS[name] || '';
  const swatch = el('input', { type: 'color', class: 'bld-swatch', value, 'aria-label': chooseColour(label) });
  const field = textField({
    id,
    words: { label },
    value,
    class: 'nhsuk-input nhsuk-input--width-10',
    onChange(text) {
      const colour = text.trim() ? readColour(text) : DEFAULTS[name];
      setError(id, colour ? null : ENTER_COLOUR);
      if (!colour) return;
      swatch.value = colour;
      set(name, colour);
    },
  });
  const input = /** @type {HTMLInputElement} */ (field.querySelector('input'));
  swatch.addEventListener('input', () => {
    input.value = swatch.value;
    setError(id, null);
    set(name, swatch.value);
  });
  const row = el('div', { class: 'bld-colour' });
  input.replaceWith(row);
  row.append(input, swatch);
  return field;
}

/** @param {Colours} chosen */
function showContrast(chosen) {
  const list = Object.keys(chosen).length ? pairs(chosen) : [];
  const bad = list.filter(({ isEnough }) => !isEnough);
  byId('contrast').replaceChildren(
    ...(bad.length
      ? [
          el(
            'div',
            { class: 'bld-verdict bld-verdict--nothing' },
            el('p', {}, el('strong', {}, CONTRAST_IS_LOW)),
            el(
              'ul',
              {},
              bad.map(({ what, ratio, advice }) => el('li', {}, lowContrast(what, ratioInWords(ratio), advice))),
            ),
          ),
        ]
      : list.length
        ? [
            el(
              'p',
              { class: 'bld-verdict bld-verdict--full' },
              el('strong', {}, CONTRAST_IS_GOOD[0]),
              CONTRAST_IS_GOOD[1],
            ),
          ]
        : []),
  );
}
