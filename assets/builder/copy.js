// Puts text on the clipboard and says so. Pages opened from a disk, old browsers and frames may have no clipboard to
// write to; then the text is selected, and where even that copies nothing, one key is left to press.
import { el } from './dom.js';
import { COPIED_TO_PASTE, COPY, NOT_COPIED } from './words.js';

/** A button that copies what `field` holds, and the line that confirms it. */
export function copyButton(field, name) {
  const said = el('p', { class: 'bld-copied', role: 'status' });
  const button = el(
    'button',
    {
      class: 'nhsuk-button bld-copy-button',
      type: 'button',
      onclick: async () => {
        const isCopied = await copy(field);
        said.classList.toggle('bld-copied--done', isCopied);
        said.textContent = isCopied ? COPIED_TO_PASTE : NOT_COPIED;
      },
    },
    COPY,
    el('span', { class: 'nhsuk-u-visually-hidden' }, ` ${name}`),
  );
  return el('div', { class: 'bld-copy-row' }, button, said);
}

/** Copies what `field` holds. Says whether it did. */
export async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    try {
      return document.execCommand('copy');
    } catch {
      return false;
    }
  }
}
