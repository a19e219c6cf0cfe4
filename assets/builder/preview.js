// The widget itself, as it will be on the page.
import { chosenColours, chosenOptions } from './state.js';
import { colours, elements } from './description.js';
import { byId } from './dom.js';
import { cardsField } from './fields.js';
import { PREVIEW_IS_WIDER, PREVIEW_WIDTH, PREVIEW_WIDTHS } from './words.js';

/** The width of the page in the preview, in CSS pixels. The style sheet uses the value. */
const WIDTHS = Object.entries(PREVIEW_WIDTHS).map(([value, label]) => ({ value, label }));

/**
 * Builds the control for the width. If the preview is wider than its column, a sentence says so.
 * @param {HTMLElement} box
 */
export function makePreviewWidths(box) {
  const note = byId('preview-note');
  const say = () => {
    const text = box.scrollWidth > box.clientWidth ? PREVIEW_IS_WIDER : '';
    // Live regions are announced when their text changes.
    if (note.textContent !== text) note.textContent = text;
  };
  /** @param {string} width */
  const set = (width) => {
    /** @type {HTMLElement} */ (box.parentElement).dataset.width = width;
    box.scrollLeft = 0;
    say();
  };
  byId('preview-widths').replaceChildren(
    cardsField({
      id: 'preview-width',
      legend: PREVIEW_WIDTH,
      values: WIDTHS,
      value: WIDTHS[0].value,
      isSmall: true,
      onChange: set,
    }),
  );
  set(WIDTHS[0].value);
  if (typeof ResizeObserver === 'function') new ResizeObserver(say).observe(box);
}

/**
 * Shows the current state, in the existing element if possible. `file` is the list of `src`, if it has just been
 * selected: it need not be on a server yet.
 * @param {HTMLElement} box
 * @param {import('./types').State} state
 * @param {File | null} file
 */
export function showPreview(box, state, file) {
  const { tag, options } = elements[state.show];
  let widget = /** @type {HTMLElement & { data?: File | null } | null} */ (box.firstElementChild);
  if (!widget || widget.localName !== tag) {
    widget = document.createElement(tag);
    setOptions(widget, options, state);
    box.replaceChildren(widget);
    box.scrollTop = 0;
  } else {
    setOptions(widget, options, state);
  }
  if (state.show === 'finder' && widget.data !== file) widget.data = file;
  // One by one, and not as a style attribute, which a strict policy would forbid.
  for (const { name } of colours) widget.style.removeProperty(name);
  for (const [name, value] of chosenColours(state)) widget.style.setProperty(name, value);
}

/**
 * @param {HTMLElement} widget
 * @param {import('./types').Option[]} options
 * @param {import('./types').State} state
 */
function setOptions(widget, options, state) {
  const chosen = new Map(chosenOptions(state));
  // The widget must not change the builder's own URL.
  chosen.delete('url-sync');
  // The preview is the main part of the builder: it starts immediately, even below the visible part.
  chosen.set('loading', 'eager');
  for (const { name } of options) {
    const value = chosen.get(name) ?? null;
    if (value === widget.getAttribute(name)) continue;
    if (value === null) widget.removeAttribute(name);
    else widget.setAttribute(name, value);
  }
}
