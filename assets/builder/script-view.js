// The URL of the script, and whether browsers check its integrity.
import { byId, el } from './dom.js';
import { setError, textField, tickField } from './fields.js';
import { hashes } from './integrity.js';
import { HOSTS } from './hosts.js';
import { readAddress, secureProblem, suggestion } from './script-address.js';
import { ADDRESS_FIELD, HOST_WORDS, INTEGRITY_FIELD } from './words.js';

const ID = 'script-address';

/**
 * Builds the controls. `read` returns the result of readAddress, with the hash if it is selected.
 * @param {import('./types').State} state
 * @param {import('./types').Change} change
 */
export function makeScript(state, change) {
  const typed = () => (state.script === null ? suggestion(location) : state.script);
  const warning = el('p', { class: 'bld-note', id: 'script-warning', role: 'status' });
  /** @returns {import('./types').Address} */
  const read = () => {
    const address = readAddress(typed());
    const host = HOSTS[state.host];
    const problem =
      !address.error && host && host.isSecure ? secureProblem(address, HOST_WORDS[state.host].label) : null;
    return problem ? { error: problem } : address;
  };
  const say = () => {
    const { error, warning: text } = read();
    setError(ID, error || null);
    // If the builder itself is on http://, so are the pages beside it.
    warning.textContent = location.protocol === 'http:' ? '' : text || '';
  };
  byId('script-field').replaceChildren(
    textField({
      id: ID,
      words: ADDRESS_FIELD,
      value: typed(),
      inputmode: 'url',
      autocapitalize: 'none',
      onChange(text) {
        change({ script: text });
      },
    }),
    warning,
  );
  byId('integrity-field').replaceChildren(
    ...(hashes
      ? [
          tickField({
            id: 'integrity',
            value: state.integrity,
            onChange: (isOn) => change({ integrity: isOn }),
            words: INTEGRITY_FIELD,
          }),
        ]
      : []),
  );
  say();
  return {
    // The problems depend on the system, too.
    read() {
      say();
      return { ...read(), hashes: state.integrity ? hashes : null };
    },
  };
}
