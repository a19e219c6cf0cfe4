// The options of the selected element, each as a control for its kind.
import { details, el } from './dom.js';
import { selectField, setError, textField, tickField, ticksField } from './fields.js';
import { catalogue } from './catalogue.js';
import { elements } from './description.js';
import {
  GROUP_WORDS,
  MORE_SETTINGS,
  NO_PREFERENCE,
  enterNumber,
  optionWords,
  selectSeveral,
  valueWords,
} from './words.js';

/**
 * @typedef {import('./types').Option} Option
 * @typedef {(name: string, value: string | undefined) => void} Setter
 */

/** Options whose values the widget itself can list. */
const NAMED_BY_WIDGET = ['forms', 'criteria', 'requirements'];

/**
 * Fills `box` with the controls.
 * @param {HTMLElement} box
 * @param {import('./types').State} state
 * @param {import('./types').Change} change
 */
export function makeSettings(box, state, change) {
  const { options, view } = elements[state.show];
  /** @type {Setter} */
  const set = (name, value) => {
    const chosen = { ...state.options };
    if (value === undefined) delete chosen[name];
    else chosen[name] = value;
    // Forms and questions of one kind do not exist in the other.
    if (name === 'kind') NAMED_BY_WIDGET.forEach((it) => delete chosen[it]);
    change({ options: chosen });
    if (name === 'kind') nameByWidget();
  };
  /** @param {Option} option */
  const isMain = (option) => Boolean(optionWords(option).isMain);
  const others = options.filter((option) => !isMain(option));
  box.replaceChildren(
    ...options.filter(isMain).map((option) => field(option, state, set)),
    details(
      { class: 'nhsuk-details', id: 'more' },
      MORE_SETTINGS,
      el(
        'div',
        { class: 'nhsuk-details__text' },
        Object.entries(GROUP_WORDS).flatMap(([group, title]) => {
          const fields = others.filter((option) => (optionWords(option).group || 'start') === group);
          return fields.length ? [el('h3', {}, title), ...fields.map((option) => field(option, state, set))] : [];
        }),
      ),
    ),
  );

  async function nameByWidget() {
    const listed = options.filter(({ name }) => NAMED_BY_WIDGET.includes(name));
    if (!listed.length) return;
    const kind = state.options.kind || 'legal-forms';
    const names = await catalogue(/** @type {import('gpf:types').GpfKind} */ (kind));
    if (!names || state.show !== view || (state.options.kind || 'legal-forms') !== kind) return;
    for (const option of listed) {
      const values = names[/** @type {keyof typeof names} */ (option.name)];
      /** @type {HTMLElement} */ (document.getElementById(`option-${option.name}-group`)).replaceWith(
        field({ ...option, kind: 'several', values }, state, set),
      );
    }
  }
  nameByWidget();
}

/**
 * @param {Option} option
 * @param {import('./types').State} state
 * @param {Setter} set
 */
function field(option, state, set) {
  const { name, kind, fallback } = option;
  const words = optionWords(option);
  const id = `option-${name}`;
  const value = state.options[name];
  /** @param {string} text */
  const keep = (text) => set(name, text === fallback ? undefined : text);
  /** @param {string[]} list */
  const keepSeveral = (list) => {
    const { least = 0 } = words;
    const isFine = list.length === 0 || list.length >= least;
    setError(id, isFine ? null : selectSeveral(least));
    set(name, isFine && list.length ? list.join(', ') : undefined);
  };
  switch (kind) {
    case 'switch':
      return tickField({
        id,
        words,
        value: value !== undefined && value !== 'false',
        onChange: (isOn) => set(name, isOn ? 'true' : undefined),
      });
    case 'choice':
      return selectField({ id, words, values: choices(option, words), value: value || fallback, onChange: keep });
    case 'several': {
      const values = named(option);
      const ticked = (value || '').split(',').map((it) => it.trim());
      const control = ticksField({ id, words, values, value: ticked, onChange: keepSeveral });
      control.classList.toggle('bld-scroll', values.length > 8);
      return control;
    }
    case 'number':
      return numberField({ id, words, value: value || fallback, keep, set: () => set(name, undefined) });
    default:
      return textField({ id, words, value: value === undefined ? fallback : value, onChange: keep });
  }
}

/**
 * The values of an option with their labels. The widget itself has labels for some.
 * @param {Option} option
 */
const named = ({ name, values = [] }) =>
  values.map((it) => (typeof it === 'string' ? { value: it, label: valueWords(name, it) } : it));

/**
 * @param {Option} option
 * @param {import('./types').OptionWords} words
 */
function choices(option, words) {
  const list = named(option);
  return option.fallback ? list : [{ value: '', label: words.none || NO_PREFERENCE }, ...list];
}

/** @param {{ id: string, words: import('./types').OptionWords, value: string, keep(text: string): void, set(): void }} field */
function numberField({ id, words, value, keep, set }) {
  const { min = 1, max = Infinity } = words;
  return textField({
    id,
    words,
    value,
    inputmode: 'numeric',
    class: 'nhsuk-input nhsuk-input--width-4',
    onChange(text) {
      const number = Number(text.trim());
      const isFine = /^\d+$/.test(text.trim()) && number >= min && number <= max;
      setError(id, isFine ? null : enterNumber(min, max));
      if (isFine) keep(String(number));
      else set();
    },
  });
}
