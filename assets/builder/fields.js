// Form controls with the markup of NHS.UK frontend.
import { el, rich } from './dom.js';
import { ERROR_PREFIX } from './words.js';

/** @typedef {import('./types').Choice} Choice */

/** @param {string} id */
const hintId = (id) => `${id}-hint`;
/** @param {string} id */
const errorId = (id) => `${id}-error`;

/**
 * @param {string} id
 * @param {string | null} [text]
 */
const hint = (id, text) => (text ? el('div', { class: 'nhsuk-hint', id: hintId(id) }, rich(text)) : null);
/**
 * @param {string} id
 * @param {string} text
 */
const label = (id, text) => el('label', { class: 'nhsuk-label', for: id }, text);

/**
 * A text box.
 * @param {{ id: string, words: import('./types').Words, value: string, onChange(text: string): void, type?: string, [attribute: string]: any }} field
 */
export function textField({ id, words, value, onChange, type = 'text', ...attributes }) {
  /** @type {HTMLInputElement} */
  const input = el('input', {
    class: 'nhsuk-input',
    id,
    type,
    value,
    'aria-describedby': words.hint ? hintId(id) : null,
    autocomplete: 'off',
    spellcheck: 'false',
    ...attributes,
    oninput: () => onChange(input.value),
  });
  return group(id, label(id, words.label), hint(id, words.hint), input);
}

/**
 * A box for several lines.
 * @param {{ id: string, words: import('./types').Words, rows: number }} field
 */
export function areaField({ id, words, rows }) {
  const area = el('textarea', {
    class: 'nhsuk-textarea bld-code',
    id,
    rows,
    'aria-describedby': hintId(id),
    spellcheck: 'false',
    autocomplete: 'off',
  });
  return group(id, label(id, words.label), hint(id, words.hint), area);
}

/**
 * A select with one value. `values` are { value, label }.
 * @param {{ id: string, words: import('./types').Words, values: Choice[], value: string, onChange(value: string): void }} field
 */
export function selectField({ id, words, values, value, onChange }) {
  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    {
      class: 'nhsuk-select',
      id,
      'aria-describedby': words.hint ? hintId(id) : null,
      onchange: () => onChange(select.value),
    },
    values.map((it) => el('option', { value: it.value, selected: it.value === value }, it.label)),
  );
  return group(id, label(id, words.label), hint(id, words.hint), select);
}

/**
 * A single checkbox.
 * @param {{ id: string, words: import('./types').Words, value: boolean, onChange(isOn: boolean): void }} field
 */
export function tickField({ id, words, value, onChange }) {
  return group(
    id,
    el(
      'div',
      { class: 'nhsuk-checkboxes nhsuk-checkboxes--small' },
      tick({
        id,
        type: 'checkbox',
        label: words.label,
        hint: words.hint,
        checked: value,
        onchange: (/** @type {any} */ event) => onChange(event.target.checked),
      }),
    ),
  );
}

/**
 * A group of checkboxes.
 * @param {{ id: string, words: import('./types').Words, values: Choice[], value: string[], onChange(values: string[]): void }} field
 */
export function ticksField({ id, words, values, value, onChange }) {
  /** @type {HTMLElement} */
  const boxes = el(
    'div',
    { class: 'nhsuk-checkboxes nhsuk-checkboxes--small', onchange: () => onChange(ticked()) },
    values.map((it, at) =>
      tick({
        id: `${id}-${at}`,
        type: 'checkbox',
        value: it.value,
        label: it.label,
        checked: value.includes(it.value),
      }),
    ),
  );
  const checked = () => /** @type {NodeListOf<HTMLInputElement>} */ (boxes.querySelectorAll('input:checked'));
  const ticked = () => [...checked()].map((it) => it.value);
  return fieldset(id, el('legend', { class: 'nhsuk-fieldset__legend' }, words.label), words.hint, boxes);
}

/**
 * Radio buttons as cards, under a legend that is a heading.
 * @param {{ id: string, legend: HTMLElement | string, values: Choice[], value: string, onChange(value: string): void, isSmall?: boolean }} field
 */
export function cardsField({ id, legend, values, value, onChange, isSmall }) {
  const boxes = el(
    'div',
    {
      class: `nhsuk-radios nhsuk-radios--small ${isSmall ? 'bld-pills' : 'bld-picks'}`,
      onchange: (event) => onChange(event.target.value),
    },
    values.map((it) =>
      tick({
        id: `${id}-${it.value}`,
        type: 'radio',
        name: id,
        value: it.value,
        label: it.label,
        hint: it.hint,
        checked: it.value === value,
      }),
    ),
  );
  return fieldset(id, el('legend', { class: 'nhsuk-fieldset__legend' }, legend), null, boxes);
}

/** @param {{ [attribute: string]: any }} field Its label, hint and attributes. */
function tick({ id, type, label: text, hint: hintText, checked, ...attributes }) {
  const kind = type === 'radio' ? 'radios' : 'checkboxes';
  return el(
    'div',
    { class: `nhsuk-${kind}__item` },
    el('input', {
      class: `nhsuk-${kind}__input`,
      id,
      type,
      checked,
      'aria-describedby': hintText ? hintId(id) : null,
      ...attributes,
    }),
    el('label', { class: `nhsuk-label nhsuk-${kind}__label`, for: id }, text),
    hintText ? el('div', { class: `nhsuk-hint nhsuk-${kind}__hint`, id: hintId(id) }, hintText) : null,
  );
}

/**
 * @param {string} id
 * @param {HTMLElement} legend
 * @param {string | null | undefined} hintText
 * @param {HTMLElement} boxes
 */
function fieldset(id, legend, hintText, boxes) {
  return group(
    id,
    el(
      'fieldset',
      { class: 'nhsuk-fieldset', id, 'aria-describedby': hintText ? hintId(id) : null },
      legend,
      hint(id, hintText),
      boxes,
    ),
  );
}

/**
 * @param {string} id
 * @param {(Node | null)[]} parts
 */
const group = (id, ...parts) => el('div', { class: 'nhsuk-form-group', id: `${id}-group` }, parts);

/**
 * Shows an error beside a control. Null as `message` removes it.
 * @param {string} id
 * @param {string | null} message
 */
export function setError(id, message) {
  const box = /** @type {HTMLElement} */ (document.getElementById(`${id}-group`));
  const control = /** @type {HTMLElement} */ (document.getElementById(id));
  let error = document.getElementById(errorId(id));
  box.classList.toggle('nhsuk-form-group--error', Boolean(message));
  control.classList.toggle('nhsuk-input--error', Boolean(message));
  const described = (control.getAttribute('aria-describedby') || '')
    .split(' ')
    .filter((it) => it && it !== errorId(id));
  if (message) described.push(errorId(id));
  if (described.length) control.setAttribute('aria-describedby', described.join(' '));
  else control.removeAttribute('aria-describedby');
  // A group cannot be invalid, only its controls.
  if (message && !control.matches('fieldset')) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
  if (!message) {
    if (error) error.remove();
    return;
  }
  if (!error) {
    error = el('span', { class: 'nhsuk-error-message', id: errorId(id) });
    if (control.matches('fieldset')) /** @type {Element} */ (control.lastElementChild).before(error);
    // There might be a swatch beside the box: the message is above both.
    else (control.closest('.bld-colour') || control).before(error);
  }
  error.replaceChildren(el('span', { class: 'nhsuk-u-visually-hidden' }, ERROR_PREFIX), message);
}
