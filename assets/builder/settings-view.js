// The options of the selected element, each as a control for its kind.
import { el } from './dom.js';
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

/** Options whose values the widget itself can list. */
const NAMED_BY_WIDGET = ['forms', 'criteria', 'requirements'];

/** Fills `box` with the controls. */
export function makeSettings(box, state, change) {
  const { options, view } = elements[state.show];
  const set = (name, value) => {
    const chosen = { ...state.options };
    if (value === undefined) delete chosen[name];
    else chosen[name] = value;
    // Forms and questions of one kind do not exist in the other.
    if (name === 'kind') NAMED_BY_WIDGET.forEach((it) => delete chosen[it]);
    change({ options: chosen });
    if (name === 'kind') nameByWidget();
  };
  const isMain = (option) => Boolean(optionWords(option).isMain);
  const others = options.filter((option) => !isMain(option));
  box.replaceChildren(
    ...options.filter(isMain).map((option) => field(option, state, set)),
    el(
      'details',
      { class: 'nhsuk-details', id: 'more' },
      el(
        'summary',
        { class: 'nhsuk-details__summary' },
        el('span', { class: 'nhsuk-details__summary-text' }, MORE_SETTINGS),
      ),
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
    const named = options.filter(({ name }) => NAMED_BY_WIDGET.includes(name));
    if (!named.length) return;
    const kind = state.options.kind || 'legal-forms';
    const names = await catalogue(kind);
    if (!names || state.show !== view || (state.options.kind || 'legal-forms') !== kind) return;
    for (const option of named) {
      const values = names[option.name];
      document
        .getElementById(`option-${option.name}-group`)
        .replaceWith(field({ ...option, kind: 'several', values }, state, set));
    }
  }
  nameByWidget();
}

function field(option, state, set) {
  const { name, kind, fallback } = option;
  const words = optionWords(option);
  const id = `option-${name}`;
  const value = state.options[name];
  const keep = (text) => set(name, text === fallback ? undefined : text);
  const keepSeveral = (list) => {
    const { least = 0, most = Infinity } = words;
    const isFine = list.length === 0 || (list.length >= least && list.length <= most);
    setError(id, isFine ? null : selectSeveral(least, most));
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
      const values = option.values.map((it) =>
        typeof it === 'string' ? { value: it, label: valueWords(name, it) } : it,
      );
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

function choices({ name, values, fallback }, words) {
  const list = values.map((value) => ({ value, label: valueWords(name, value) }));
  return fallback ? list : [{ value: '', label: words.none || NO_PREFERENCE }, ...list];
}

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
