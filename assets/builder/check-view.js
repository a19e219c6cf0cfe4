// "Check what your page allows": explains a pasted policy, line by line.
import { areaField, setError } from './fields.js';
import { byId, el } from './dom.js';
import { check } from './policy.js';
import { scriptOf } from './snippets.js';
import { chosenOptions } from './state.js';
import {
  CHECK_POLICY,
  FRAME_WORDS,
  LINE_BY_LINE,
  LIST_WORDS,
  POLICY_FIELD,
  RESULT_WORDS,
  SCRIPT_WORDS,
  SEND_TO_TEAM,
  WHAT_TO_CHANGE,
} from './words.js';

const ID = 'policy';

/**
 * Builds the form. `current` returns the settings and the URLs of the scripts.
 * @param {() => [import('./types').State, import('./types').Address]} current
 */
export function makeCheck(current) {
  let isAsked = false;
  const form = el(
    'form',
    {
      novalidate: true,
      onsubmit(event) {
        event.preventDefault();
        isAsked = true;
        answer(...current());
      },
    },
    areaField({
      id: ID,
      rows: 5,
      words: POLICY_FIELD,
    }),
    el('button', { class: 'nhsuk-button', type: 'submit' }, CHECK_POLICY),
  );
  byId('check-form').replaceChildren(form);
  return {
    /**
     * @param {import('./types').State} state
     * @param {import('./types').Address} address
     */
    show: (state, address) => {
      if (isAsked) answer(state, address);
    },
  };
}

/**
 * @param {import('./types').State} state
 * @param {import('./types').Address} address
 */
function answer(state, address) {
  const { folder, hashes } = address;
  const { src, hash } = address.error === undefined ? scriptOf(state, address, hashes) : {};
  // Only a finder has a list.
  const { src: list = '' } = Object.fromEntries(chosenOptions(state));
  const page = /^https?:$/.test(location.protocol) ? location.href : null;
  const found = check(byId(ID).value, {
    page,
    script: src || 'gp-federations.js',
    frame: `${folder || ''}embed.html`,
    integrity: hash,
    list,
  });
  setError(ID, found.error || null);
  const box = byId('check-answer');
  if (found.error !== undefined) {
    box.replaceChildren();
    byId(ID).focus();
    return;
  }
  box.replaceChildren(
    verdict(found.script, SCRIPT_WORDS),
    verdict(found.frame, FRAME_WORDS),
    ...(list ? [verdict(found.list, LIST_WORDS)] : []),
    ...(found.add.length
      ? [
          el('h3', {}, WHAT_TO_CHANGE),
          el('p', { class: 'bld-measure' }, SEND_TO_TEAM),
          el(
            'ul',
            { class: 'bld-additions' },
            found.add.map((text) => el('li', {}, el('code', {}, text))),
          ),
        ]
      : []),
    el('h3', {}, LINE_BY_LINE),
    el(
      'dl',
      { class: 'bld-lines' },
      found.lines.map(({ text, result, words }) =>
        el(
          'div',
          { class: 'bld-line' },
          el('dt', {}, el('code', {}, text)),
          el('dd', {}, el('strong', { class: `nhsuk-tag bld-tag--${result}` }, RESULT_WORDS[result]), ' ', words),
        ),
      ),
    ),
  );
}

/**
 * @param {import('./types').Result} result
 * @param {{ [result: string]: string }} words
 */
const verdict = (result, words) =>
  el(
    'p',
    { class: `bld-verdict bld-verdict--${result}` },
    el('strong', {}, `${RESULT_WORDS[result]}: `),
    words[result],
  );
