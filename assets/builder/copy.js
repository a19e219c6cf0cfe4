// Copies text to the clipboard and confirms it. Pages opened from a disk, old browsers and frames might have no access
// to the clipboard: then the text is selected and copied with a command, or the user presses the key.
import { el } from './dom.js';
import { COPIED_TO_PASTE, COPY, NOT_COPIED } from './words.js';

/**
 * A button that copies the content of `field`, and the line that confirms it.
 * @param {HTMLTextAreaElement} field
 * @param {string} name
 */
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

/**
 * Copies the content of `field`. Returns whether it was copied.
 * @param {HTMLTextAreaElement} field
 */
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
